-- The stored answers of requests that came with an Idempotency-Key.
create table idempotency (
  "scope" text not null,
  "key" text not null,
  "requestHash" text not null,
  "made" text,
  "status" smallint,
  "body" text,
  "createdAt" timestamptz not null default now(),
  primary key ("scope", "key")
);
create index on idempotency ("createdAt");

-- Events of this service, recorded in the transaction that made them true.
create table outbox (
  "id" uuid primary key default uuidv7(),
  "topic" text not null,
  "subject" text not null,
  "version" integer not null,
  "data" jsonb not null,
  "occurredAt" timestamptz not null default clock_timestamp(),
  "deliveredTo" text[] not null default '{}',
  "doneAt" timestamptz
);
create index on outbox ("doneAt") where "doneAt" is not null;

-- Events of other services that this one has taken.
create table inbox (
  "eventId" uuid primary key,
  "takenAt" timestamptz not null default now()
);
create index on inbox ("takenAt");
