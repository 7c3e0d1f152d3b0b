-- The shared secret of RFC 6238, encrypted; "lastStep" is the last time step whose code was used, as none counts twice.
create table "secondFactors" (
  "userId" uuid primary key references users on delete cascade,
  "secret" bytea not null,
  "lastStep" integer not null default 0,
  "createdAt" timestamptz not null default now(),
  "confirmedAt" timestamptz
);

create table "recoveryCodes" (
  "userId" uuid not null references "secondFactors" on delete cascade,
  "codeHash" bytea not null check (octet_length("codeHash") = 32),
  primary key ("userId", "codeHash")
);

-- Sign-ins whose password was right and whose second factor is still to come.
create table "signInChallenges" (
  "tokenHash" bytea primary key check (octet_length("tokenHash") = 32),
  "userId" uuid not null references users on delete cascade,
  "expiresAt" timestamptz not null default now() + interval '5 minutes'
);
create index on "signInChallenges" ("userId");
create index on "signInChallenges" ("expiresAt");
