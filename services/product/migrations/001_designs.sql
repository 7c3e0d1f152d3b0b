-- Writes nothing may take back: corrections are further rows.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '55000';
end $$;

-- What one gram of a metal costs, the newest of each metal and fineness being in force.
create table "metalRates" (
  "id" bigint generated always as identity primary key,
  "metal" text not null,
  "fineness" integer not null check ("fineness" between 1 and 1000),
  "minorPerGram" bigint not null check ("minorPerGram" >= 0),
  "currency" text not null,
  "source" text not null,
  "effectiveAt" timestamptz not null default clock_timestamp()
);
create index on "metalRates" ("metal", "fineness", "effectiveAt" desc);
create trigger "metalRatesStay" before update or delete or truncate on "metalRates" for each statement execute function refuse_change();

-- "card" and "doc" are the JSON that lists and details pass on as it is, without what changes by itself: stock.
create table designs (
  "id" uuid primary key default uuidv7(),
  "slug" text not null unique,
  "title" text not null,
  "description" text not null,
  "type" text not null,
  "categories" text[] not null,
  "attributes" jsonb not null,
  "imageUrl" text,
  "metals" text[] not null,
  "purities" text[] not null,
  "status" text not null default 'listed' check ("status" in ('listed', 'hidden')),
  "fromMinor" bigint not null check ("fromMinor" >= 0),
  "currency" text not null,
  "card" text not null,
  "doc" text not null,
  "search" tsvector generated always as (
    setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "type"), 'B') || setweight(to_tsvector('english', "description"), 'C')
  ) stored,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on designs ("fromMinor", "id") where "status" = 'listed';
create index on designs using gin ("search");

-- Which category lists which design, with what such lists are ordered by.
create table "designCategories" (
  "category" text not null,
  "designId" uuid not null references designs on delete cascade,
  "fromMinor" bigint not null,
  primary key ("category", "designId")
);
create index on "designCategories" ("category", "fromMinor", "designId");
create index on "designCategories" ("designId");

create table variants (
  "id" uuid primary key default uuidv7(),
  "designId" uuid not null references designs,
  "sku" text not null unique,
  "position" integer not null,
  "metal" text,
  "purity" text,
  "colour" text,
  "size" text,
  "grossMg" integer not null check ("grossMg" >= 0),
  "netMg" integer not null check ("netMg" >= 0 and "netMg" <= "grossMg"),
  "stones" jsonb not null,
  "making" jsonb,
  "extras" jsonb not null default '{}',
  "oneOfAKind" boolean not null,
  "active" boolean not null default true,
  "onHand" integer not null default 0 check ("onHand" >= 0),
  "reserved" integer not null default 0 check ("reserved" >= 0),
  "totalMinor" bigint check ("totalMinor" >= 0),
  "currency" text not null,
  "breakdown" jsonb,
  "doc" text not null,
  "updatedAt" timestamptz not null default now(),
  check ("reserved" <= "onHand"),
  check ("oneOfAKind" or "totalMinor" is not null)
) with (fillfactor = 80);
create index on variants ("designId", "position");

-- One row per physical thing. Loose stones are pieces with a title and a price of their own.
create table pieces (
  "id" uuid primary key default uuidv7(),
  "variantId" uuid not null references variants,
  "serial" text not null unique,
  "huid" text,
  "certificates" jsonb not null default '[]',
  "title" text,
  "totalMinor" bigint check ("totalMinor" >= 0),
  "currency" text,
  "breakdown" jsonb,
  "status" text not null default 'in-stock' check ("status" in ('in-stock', 'reserved', 'sold')),
  "createdAt" timestamptz not null default now(),
  constraint "oneHuidAPiece" unique ("huid"),
  check (("totalMinor" is null) = ("currency" is null) and ("totalMinor" is null) = ("breakdown" is null))
) with (fillfactor = 90);
create index on pieces ("variantId") where "status" = 'in-stock';
