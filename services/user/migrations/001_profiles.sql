-- A person's id, e-mail and name come from auth; a person may be here before that news is.
create table profiles (
  "id" uuid primary key,
  "email" text,
  "name" text,
  "phone" text,
  "locale" text not null default 'en-IN',
  "currency" text not null default 'INR' check ("currency" ~ '^[A-Z]{3}$'),
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table addresses (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "name" text not null,
  "line1" text not null,
  "line2" text,
  "city" text not null,
  "region" text,
  "postcode" text not null,
  "country" text not null check ("country" ~ '^[A-Z]{2}$'),
  "phone" text,
  "isDefault" boolean not null default false
);
create index on addresses ("userId", "id");
create unique index on addresses ("userId") where "isDefault";
