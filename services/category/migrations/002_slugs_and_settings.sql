-- A slug may change: those below follow in the same statement, and the former one leads to its owner until another takes it.
alter table categories drop constraint "categories_parentSlug_fkey";
alter table categories add foreign key ("parentSlug") references categories ("slug") on update cascade deferrable initially deferred;

alter table categories
  add column "seo" jsonb not null default '{"title": null, "description": null}',
  add column "pictures" jsonb not null default '[]',
  add column "facets" text[],
  add column "sizeChart" text,
  add column "taxClass" text,
  add column "leadTimeDays" integer check ("leadTimeDays" >= 0);

-- By owner, not by slug: so a chain of renames is one step, and no former slug can lead to another.
create table "formerSlugs" (
  "kind" text not null,
  "slug" text not null,
  "ownerId" uuid not null,
  primary key ("kind", "slug")
);
create index on "formerSlugs" ("ownerId");

create function "keepFormerSlug"() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from "formerSlugs" where "ownerId" = old."id";
    return null;
  end if;
  delete from "formerSlugs" where "kind" = tg_argv[0] and "slug" = new."slug";
  if tg_op = 'UPDATE' then
    insert into "formerSlugs" values (tg_argv[0], old."slug", new."id")
      on conflict ("kind", "slug") do update set "ownerId" = excluded."ownerId";
  end if;
  return null;
end $$;
create trigger "takeSlug" after insert or delete on categories for each row execute function "keepFormerSlug"('category');
create trigger "changeSlug" after update of "slug" on categories for each row when (old."slug" <> new."slug")
  execute function "keepFormerSlug"('category');
