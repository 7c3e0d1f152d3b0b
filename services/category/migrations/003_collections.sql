-- By hand (`designs`, in order) or by rule. The category of a rule is a reference, so that it follows a rename and is not removed under it.
create table collections (
  "id" uuid primary key default uuidv7(),
  "slug" text not null unique,
  "name" text not null,
  "description" text not null,
  "position" integer not null,
  "seo" jsonb not null,
  "pictures" jsonb not null,
  "designs" text[],
  "rule" jsonb,
  "categoryId" uuid references categories ("id"),
  "activeFrom" timestamptz,
  "activeTo" timestamptz,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  constraint "collections_one_kind" check (num_nonnulls("designs", "rule") = 1),
  constraint "collections_dates" check ("activeFrom" < "activeTo")
);
create index on collections ("position", "id");
create index on collections ("categoryId");

create trigger "takeSlug" after insert or delete on collections for each row execute function "keepFormerSlug"('collection');
create trigger "changeSlug" after update of "slug" on collections for each row when (old."slug" <> new."slug")
  execute function "keepFormerSlug"('collection');
