-- Who ordered by a mail is found by (lower("email"), "id"); each change of an order wrote this one too.
drop index "orders_lower_idx";
