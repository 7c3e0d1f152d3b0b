-- What "secondFactor" says counts for staff only: with 'required' a session without one has none of their permissions.
alter table users
  add column "emailVerifiedAt" timestamptz,
  add column "disabledAt" timestamptz,
  add column "version" integer not null default 1,
  add column "secondFactor" text not null default 'required' check ("secondFactor" in ('required', 'not-required'));

alter table sessions
  add column "device" text not null default '',
  add column "network" text not null default '',
  add column "provenAt" timestamptz,
  add column "secondFactorAt" timestamptz;

-- Links that were mailed. Of the token in one only the hash is kept, and the row is gone once it has been used.
create table "emailLinks" (
  "tokenHash" bytea primary key check (octet_length("tokenHash") = 32),
  "userId" uuid not null references users on delete cascade,
  "purpose" text not null check ("purpose" in ('verify-email', 'reset-password', 'change-email')),
  "email" text not null check ("email" = lower("email")),
  "createdAt" timestamptz not null default now(),
  "expiresAt" timestamptz not null
);
create index on "emailLinks" ("userId", "purpose");
create index on "emailLinks" ("expiresAt");

-- Each full window of misses doubles the next: 15 minutes, 30, 60 and so on.
alter table "signInTries" add column "rounds" smallint not null default 0;
