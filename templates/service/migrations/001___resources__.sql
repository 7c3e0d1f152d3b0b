create table __resources__ (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null,
  "name" text not null check (char_length("name") between 1 and 200),
  "createdAt" timestamptz not null default now()
);
create index on __resources__ ("userId", "id");
