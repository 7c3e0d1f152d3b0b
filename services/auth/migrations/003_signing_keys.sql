-- The keys that tokens are signed with; of those in use exactly one is current and one is to be the next.
create table "signingKeys" (
  "kid" text primary key,
  "publicJwk" jsonb not null,
  "privateKey" bytea,
  "state" text not null check ("state" in ('next', 'current', 'retired')),
  "createdAt" timestamptz not null default now(),
  "retiredAt" timestamptz,
  check (("state" = 'retired') = ("privateKey" is null)),
  check (("state" = 'retired') = ("retiredAt" is not null))
);
create unique index on "signingKeys" ("state") where "state" <> 'retired';
