-- What was given back, beside what is claimed for it, and a place in time by which those who compare can page.
alter table payments add column "refundedMinor" bigint not null default 0;
update payments set "refundedMinor" = (select coalesce(sum("amountMinor"), 0) from refunds
  where "paymentId" = payments."id" and "status" = 'refunded');
alter table payments add constraint "refundedWasClaimed" check ("refundedMinor" between 0 and "refundsMinor");
alter table payments alter column "changedAt" type timestamptz(3);
create index on payments ("changedAt", "id");
