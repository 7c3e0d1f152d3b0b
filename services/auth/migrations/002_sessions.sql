-- A session ends 90 days after it began, and 30 days after it was last used. The token itself is never stored.
create table sessions (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references users on delete cascade,
  "tokenHash" bytea not null unique check (octet_length("tokenHash") = 32),
  "createdAt" timestamptz not null default now(),
  "lastUsedAt" timestamptz not null default now(),
  "expiresAt" timestamptz not null default now() + interval '90 days'
);
create index on sessions ("userId");

-- Tries to sign in within a window of time, by the hash of an account with an address, and of an address. What a crash loses here does no harm.
create unlogged table "signInTries" (
  "key" text primary key,
  "count" integer not null,
  "endsAt" timestamptz not null
);
create index on "signInTries" ("endsAt");
