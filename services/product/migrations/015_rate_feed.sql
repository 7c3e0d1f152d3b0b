-- What the feed of metal rates was asked, when, and what came of it.
create table "feedRuns" (
  "id" bigint generated always as identity primary key,
  "outcome" text not null check ("outcome" in ('taken', 'refused', 'failed')),
  "detail" text not null,
  "rates" jsonb not null default '[]',
  "at" timestamptz not null default clock_timestamp()
);
