-- The tree by parents' slugs, which never change. The check of the references comes last, so that a whole tree can be written at once.
create table categories (
  "id" uuid primary key default uuidv7(),
  "slug" text not null unique,
  "name" text not null,
  "description" text not null,
  "parentSlug" text references categories ("slug") deferrable initially deferred,
  "position" integer not null,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  check ("parentSlug" <> "slug")
);
create index on categories ("parentSlug");
