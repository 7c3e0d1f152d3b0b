-- A guest's order may become a customer's, and its token then still opens it.
alter table orders drop constraint "orders_check";
alter table orders add constraint "orderIsSomebodys" check ("userId" is not null or "tokenHash" is not null);
create index on orders (lower("email")) where "userId" is null;
