-- What the sweeper found to differ between payments, orders and stock; each difference is filed once.
create table exceptions (
  "id" uuid primary key default uuidv7(),
  "kind" text not null,
  "subjectId" uuid not null,
  "orderId" uuid,
  "detail" text not null,
  -- What was compared, so that a difference that changes is another one.
  "facts" jsonb not null,
  "status" text not null default 'open' check ("status" in ('open', 'repaired', 'dismissed')),
  "foundAt" timestamptz not null default now(),
  "closedAt" timestamptz,
  "closedBy" uuid,
  "reason" text,
  check (("status" = 'open') = ("closedAt" is null))
);
create unique index "filedOnce" on exceptions ("kind", "subjectId", "facts") where "status" <> 'repaired';
create index on exceptions ("status", "id");
create index on exceptions ("orderId") where "orderId" is not null;

-- How far the sweeper has read, by the clock of whom it reads from.
create table watermarks (
  "name" text primary key,
  "at" timestamptz not null
);
