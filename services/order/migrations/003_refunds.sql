alter table orders add column "refundedMinor" bigint not null default 0;
alter table orders add check ("refundedMinor" between 0 and "totalMinor");
