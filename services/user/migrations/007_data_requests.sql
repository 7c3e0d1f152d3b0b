-- What a person asks of all services at once: an archive of their data, or their erasure. One part a service.
create table data_requests (
  "id" uuid primary key default uuidv7(),
  "kind" text not null check ("kind" in ('export', 'erasure')),
  "userId" uuid not null references profiles,
  "receiptHash" bytea unique check (octet_length("receiptHash") = 32),
  "requestedAt" timestamptz not null default now(),
  "finishedAt" timestamptz,
  "expiresAt" timestamptz
);
create index on data_requests ("userId", "id");
create index on data_requests ("id") where "kind" = 'erasure';
create unique index "oneErasure" on data_requests ("userId") where "kind" = 'erasure';
create index on data_requests ("expiresAt") where "kind" = 'export';

create table data_request_parts (
  "requestId" uuid not null references data_requests on delete cascade,
  "service" text not null,
  "state" text not null default 'pending' check ("state" in ('pending', 'done', 'failed')),
  "tries" integer not null default 0,
  "trouble" text,
  -- The part of the archive, or what the erasure did.
  "data" jsonb,
  "doneAt" timestamptz,
  primary key ("requestId", "service"),
  check (("state" = 'done') = ("doneAt" is not null))
);
