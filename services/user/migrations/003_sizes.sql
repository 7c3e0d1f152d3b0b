-- "hundredthsMm": the inner circumference of a ring, the inner diameter of a bangle, the length of a chain, in 0.01 mm.
create table sizes (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "name" text not null,
  "kind" text not null check ("kind" in ('ring', 'bangle', 'chain')),
  "system" text not null,
  "label" text not null,
  "hundredthsMm" integer not null check ("hundredthsMm" between 1000 and 250000),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on sizes ("userId", "id");
create unique index "oneSizePerName" on sizes ("userId", "kind", lower("name"));

-- No year: a day that comes back every year.
create table dates (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "label" text not null,
  "occasion" text not null check ("occasion" in ('anniversary', 'birthday', 'other')),
  "month" smallint not null check ("month" between 1 and 12),
  "day" smallint not null check ("day" between 1 and 31),
  "year" smallint check ("year" between 1900 and 2200),
  "remindDaysBefore" smallint check ("remindDaysBefore" between 0 and 60),
  "createdAt" timestamptz not null default now()
);
create index on dates ("userId", "id");
