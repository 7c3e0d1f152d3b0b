-- What is asked of a buyer may be more than to go somewhere.
alter table payments add column "action" jsonb;
update payments set "action" = jsonb_build_object('url', "actionUrl") where "actionUrl" is not null;
alter table payments drop column "actionUrl";

-- The books of the shop's own bank account, as staff keep them: what buyers were asked to transfer, what came, what went.
create table "bankTransfers" (
  "key" text primary key,
  "reference" text not null unique,
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null,
  "state" text not null default 'awaiting' check ("state" in ('awaiting', 'received', 'voided')),
  "receivedMinor" bigint not null default 0 check ("receivedMinor" between 0 and "amountMinor"),
  "payBy" timestamptz(3) not null,
  "receivedAt" timestamptz,
  "createdAt" timestamptz not null default now(),
  check (("state" = 'received') = ("receivedMinor" = "amountMinor")),
  check (("state" = 'received') = ("receivedAt" is not null))
);
create index on "bankTransfers" ("receivedAt", "key") where "receivedAt" is not null;
create table "bankReceipts" (
  "id" uuid primary key default uuidv7(),
  "key" text not null references "bankTransfers",
  "orderId" uuid not null references orders,
  "reference" text not null unique,
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null,
  "appliedMinor" bigint not null check ("appliedMinor" between 0 and "amountMinor"),
  "receivedOn" date not null,
  "recordedBy" text not null,
  "recordedAt" timestamptz not null default now(),
  "returnedMinor" bigint check ("returnedMinor" between 1 and "amountMinor"),
  "returnReference" text unique,
  "returnedOn" date,
  "returnedBy" text
);
create index on "bankReceipts" ("orderId");
create index on "bankReceipts" ("key");
comment on column "bankReceipts"."reference" is 'The bank’s own, which no other receipt has.';
create table "bankPayouts" (
  "refundId" uuid primary key references refunds,
  "reference" text not null unique,
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null,
  "paidOn" date not null,
  "recordedBy" text not null,
  "recordedAt" timestamptz not null default now()
);
create index on "bankPayouts" ("recordedAt", "refundId");

-- Money that a buyer's bank takes back. While it is open, or lost, as much of the payment cannot be refunded.
create table disputes (
  "id" uuid primary key default uuidv7(),
  "provider" text not null,
  "providerDisputeId" text not null,
  "paymentId" uuid not null references payments,
  "orderId" uuid not null references orders,
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null,
  "reason" text not null,
  "state" text not null check ("state" in ('open', 'won', 'lost')),
  "createdAt" timestamptz not null default now(),
  "changedAt" timestamptz not null default now(),
  unique ("provider", "providerDisputeId")
);
create index on disputes ("paymentId");
alter table payments add column "disputedMinor" bigint not null default 0 check ("disputedMinor" >= 0);

alter table "ledgerEntries" add column "receiptId" uuid references "bankReceipts";
alter table "ledgerEntries" add column "disputeId" uuid references disputes;
alter table "ledgerEntries" drop constraint "ledgerEntries_check";
alter table "ledgerEntries" add constraint "ledgerEntries_of" check (case "kind"
  when 'capture' then num_nonnulls("refundId", "receiptId", "disputeId") = 0
  when 'refund' then "refundId" is not null and num_nonnulls("receiptId", "disputeId") = 0
  when 'receipt' then "receiptId" is not null and num_nonnulls("refundId", "disputeId") = 0
  when 'return' then "receiptId" is not null and num_nonnulls("refundId", "disputeId") = 0
  when 'dispute' then "disputeId" is not null and num_nonnulls("refundId", "receiptId") = 0
  when 'dispute-won' then "disputeId" is not null and num_nonnulls("refundId", "receiptId") = 0
  else false end);
create unique index on "ledgerEntries" ("receiptId", "kind") where "receiptId" is not null;
create unique index on "ledgerEntries" ("disputeId", "kind") where "disputeId" is not null;
create index on "ledgerEntries" ("postedAt");
create index on "ledgerPostings" ("account", "entryId") include ("amountMinor");

alter table exceptions add column "resolvedAt" timestamptz;
alter table exceptions add column "resolvedBy" text;
alter table exceptions add column "note" text;
create index on exceptions ("id") where "resolvedAt" is null;

-- What was compared of a day with what a provider says of it.
create table reconciliations (
  "day" date not null,
  "provider" text not null,
  "totals" jsonb not null,
  "differences" integer not null check ("differences" >= 0),
  "checkedAt" timestamptz not null default now(),
  primary key ("day", "provider")
);
create table "reconciliationDifferences" (
  "day" date not null,
  "provider" text not null,
  "movement" text not null check ("movement" in ('capture', 'refund')),
  "reference" text not null,
  "kind" text not null check ("kind" in ('missing-here', 'missing-there', 'amounts-differ')),
  "orderId" uuid,
  "currency" text not null,
  "oursMinor" bigint,
  "theirsMinor" bigint,
  primary key ("day", "provider", "movement", "reference"),
  foreign key ("day", "provider") references reconciliations
);
create index on payments ("provider", "changedAt") where "status" = 'captured';
create index on refunds ("providerRefundId") where "providerRefundId" is not null;

-- The sandbox says when it moved money, and sends its reports from a queue of its own.
alter table "sandboxPayments" add column "capturedAt" timestamptz;
update "sandboxPayments" set "capturedAt" = "createdAt" where "capturedMinor" > 0;
create index on "sandboxPayments" ("capturedAt", "id") where "capturedAt" is not null;
create index on "sandboxRefunds" ("createdAt", "id");
alter table "sandboxEvents" add column "dueAt" timestamptz not null default now();
create index on "sandboxEvents" ("dueAt") where "deliveredAt" is null;
