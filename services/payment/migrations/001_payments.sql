-- What is known here of an order: how often its payment changed, and whether it may still be paid.
create table orders (
  "orderId" uuid primary key,
  "version" integer not null default 0,
  "closedAt" timestamptz
);

-- One row an attempt. Only what a provider answers or reports moves its status.
create table payments (
  "id" uuid primary key default uuidv7(),
  "orderId" uuid not null references orders,
  "attempt" integer not null check ("attempt" > 0),
  "provider" text not null,
  "methodToken" text not null,
  "providerPaymentId" text,
  "status" text not null default 'processing'
    check ("status" in ('processing', 'action-needed', 'authorised', 'declined', 'captured', 'voided')),
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
  "declineReason" text,
  "actionUrl" text,
  "checkAt" timestamptz default now() + interval '1 minute',
  "createdAt" timestamptz not null default now(),
  "changedAt" timestamptz not null default now(),
  unique ("orderId", "attempt"),
  unique ("provider", "providerPaymentId")
);
create unique index "oneLiveAttempt" on payments ("orderId")
  where "status" in ('processing', 'action-needed', 'authorised', 'captured');
create index on payments ("checkAt") where "checkAt" is not null;

create function "keepPaymentFinal"() returns trigger language plpgsql as $$
begin
  if old."status" in ('declined', 'captured', 'voided') and new."status" <> old."status" then
    raise exception 'a payment that is % stays so', old."status" using errcode = '23514';
  end if;
  if (new."orderId", new."attempt", new."amountMinor", new."currency")
    is distinct from (old."orderId", old."attempt", old."amountMinor", old."currency") then
    raise exception 'what a payment is for never changes' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "keepFinal" before update on payments for each row execute function "keepPaymentFinal"();

-- The reports of providers that were taken, by the provider's own event id.
create table "webhookEvents" (
  "provider" text not null,
  "eventId" text not null,
  "takenAt" timestamptz not null default now(),
  primary key ("provider", "eventId")
);

-- Where provider and shop do not agree, for staff to look into.
create table exceptions (
  "id" uuid primary key default uuidv7(),
  "kind" text not null,
  "provider" text not null,
  "reference" text not null,
  "orderId" uuid,
  "ours" jsonb,
  "theirs" jsonb,
  "filedAt" timestamptz not null default now(),
  unique ("kind", "provider", "reference")
);

-- Double entry: the postings of an entry are of one currency and sum to zero.
create table "ledgerEntries" (
  "id" uuid primary key default uuidv7(),
  "paymentId" uuid not null references payments,
  "kind" text not null check ("kind" in ('capture')),
  "currency" text not null,
  "postedAt" timestamptz not null default now(),
  unique ("paymentId", "kind")
);
create table "ledgerPostings" (
  "entryId" uuid not null references "ledgerEntries",
  "account" text not null,
  "amountMinor" bigint not null check ("amountMinor" <> 0),
  primary key ("entryId", "account")
);

create function "checkEntryBalance"() returns trigger language plpgsql as $$
declare entry uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if (select count(*) < 2 or sum("amountMinor") <> 0 from "ledgerPostings" where "entryId" = entry) then
    raise exception 'the postings of ledger entry % do not sum to zero', entry using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger "balanced" after insert on "ledgerEntries" deferrable initially deferred
  for each row execute function "checkEntryBalance"('id');
create constraint trigger "balanced" after insert on "ledgerPostings" deferrable initially deferred
  for each row execute function "checkEntryBalance"('entryId');

create function "keepLedger"() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = '42501';
end $$;
create trigger "appendOnly" before update or delete or truncate on "ledgerEntries" for each statement execute function "keepLedger"();
create trigger "appendOnly" before update or delete or truncate on "ledgerPostings" for each statement execute function "keepLedger"();
