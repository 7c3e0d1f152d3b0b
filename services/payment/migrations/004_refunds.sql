-- Money given back. A refund claims its amount of the payment first, so that all together never exceed what was captured.
alter table payments add column "refundsMinor" bigint not null default 0;
alter table payments add constraint "refundsFit"
  check ("refundsMinor" between 0 and case when "status" = 'captured' then "amountMinor" else 0 end);
comment on column payments."refundsMinor" is 'The sum of its refunds, but for those that failed or were refused.';

create table refunds (
  "id" uuid primary key,
  "paymentId" uuid not null references payments,
  "orderId" uuid not null references orders,
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null,
  "reason" text not null,
  "status" text not null check ("status" in ('waiting', 'processing', 'refunded', 'failed', 'refused')),
  "requestedBy" text not null,
  "decidedBy" text,
  "providerRefundId" text,
  "failReason" text,
  "trouble" text,
  "checkAt" timestamptz default now() + interval '1 minute',
  "createdAt" timestamptz not null default date_trunc('milliseconds', now()),
  "changedAt" timestamptz not null default now(),
  check ("requestedBy" <> "decidedBy"),
  check ("status" <> 'refused' or "decidedBy" is not null)
);
create index on refunds ("orderId");
create index on refunds ("paymentId");
create index on refunds ("checkAt") where "checkAt" is not null;
create index on refunds ("createdAt", "id");

create function "keepRefundFinal"() returns trigger language plpgsql as $$
begin
  if old."status" in ('refunded', 'failed', 'refused') and new."status" <> old."status" then
    raise exception 'a refund that is % stays so', old."status" using errcode = '23514';
  end if;
  if (new."paymentId", new."orderId", new."amountMinor", new."currency", new."requestedBy")
    is distinct from (old."paymentId", old."orderId", old."amountMinor", old."currency", old."requestedBy") then
    raise exception 'what a refund is for never changes' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "keepFinal" before update on refunds for each row execute function "keepRefundFinal"();

alter table "ledgerEntries" add column "refundId" uuid unique references refunds;
alter table "ledgerEntries" drop constraint "ledgerEntries_kind_check";
alter table "ledgerEntries" add check ("kind" in ('capture', 'refund') and ("kind" = 'refund') = ("refundId" is not null));
alter table "ledgerEntries" drop constraint "ledgerEntries_paymentId_kind_key";
create unique index "oneCaptureEntry" on "ledgerEntries" ("paymentId") where "kind" = 'capture';
create index on "ledgerEntries" ("paymentId");

-- The sandbox's own books of what it gave back.
alter table "sandboxPayments" add column "refundedMinor" bigint not null default 0;
alter table "sandboxPayments" add check ("refundedMinor" between 0 and "capturedMinor");
create table "sandboxRefunds" (
  "id" uuid primary key default uuidv7(),
  "key" text not null unique,
  "paymentId" uuid not null references "sandboxPayments",
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "createdAt" timestamptz not null default now()
);
