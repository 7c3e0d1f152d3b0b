-- The sandbox is a payment provider of its own: these tables are its books, not the shop's.
create table "sandboxPayments" (
  "id" uuid primary key default uuidv7(),
  "key" text not null unique,
  "token" text not null,
  "state" text not null check ("state" in ('pending', 'challenged', 'authorised', 'declined', 'captured', 'voided')),
  "amountMinor" bigint not null,
  "capturedMinor" bigint not null default 0 check ("capturedMinor" between 0 and "amountMinor"),
  "currency" text not null,
  "declineReason" text,
  "createdAt" timestamptz not null default now()
);

-- What the buyer is asked before a payment goes on. The id is the only secret, so it is random.
create table "sandboxChallenges" (
  "id" uuid primary key default gen_random_uuid(),
  "paymentId" uuid not null unique references "sandboxPayments",
  "outcome" text check ("outcome" in ('approve', 'decline'))
);

-- What the provider reports to the shop: the payment as it was then.
create table "sandboxEvents" (
  "id" uuid primary key default uuidv7(),
  "payment" jsonb not null,
  "createdAt" timestamptz not null default now(),
  "deliveredAt" timestamptz
);
