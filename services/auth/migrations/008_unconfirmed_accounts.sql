-- An e-mail belongs to one account at most, and only once that account has confirmed it; anybody may begin an account with it.
alter table users drop constraint "users_email_key";
create unique index "oneConfirmedAccount" on users ("email") where "emailVerifiedAt" is not null;
create index on users ("email", "id") where "emailVerifiedAt" is null;

-- From where an account was used, by a digest of its id, the device and the network.
create table places (
  "key" text primary key,
  "userId" uuid not null references users on delete cascade,
  "lastUsedAt" timestamptz not null default now()
);
create index on places ("userId", "lastUsedAt");
alter table sessions add column "placeKey" text;
