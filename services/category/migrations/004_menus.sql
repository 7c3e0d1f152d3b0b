create table menus (
  "id" uuid primary key default uuidv7(),
  "name" text not null unique,
  "title" text not null,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

-- What a link leads to cannot be removed under it.
create table "menuLinks" (
  "menuId" uuid not null references menus ("id") on delete cascade,
  "place" integer not null,
  "label" text,
  "categoryId" uuid references categories ("id"),
  "collectionId" uuid references collections ("id"),
  "url" text,
  primary key ("menuId", "place"),
  check (num_nonnulls("categoryId", "collectionId", "url") = 1),
  check ("url" is null or "label" is not null)
);
create index on "menuLinks" ("categoryId");
create index on "menuLinks" ("collectionId");
