-- The outbox is its own queue: when an event is to be sent (again), how often it was tried, and what went wrong last.
-- One that is given up waits for ever ('infinity') until staff have it sent again.
alter table outbox add column "dueAt" timestamptz not null default now();
alter table outbox add column "tries" integer not null default 0;
alter table outbox add column "lastError" text;
create index on outbox ("dueAt") where "doneAt" is null;
