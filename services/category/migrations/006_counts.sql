-- How many designs of a category can be bought, as product told it last: of a category and all in it, as a design names both.
create table "designCounts" (
  "slug" text primary key,
  "designs" integer not null check ("designs" >= 0),
  "toldVersion" bigint not null
);

create function "changeTreeByCounts"() returns trigger language plpgsql as $$
begin
  if exists (select from changed) then update "treeVersion" set "version" = gen_random_uuid(); end if;
  return null;
end $$;
create trigger "newCounts" after insert on "designCounts" referencing new table as changed for each statement execute function "changeTreeByCounts"();
create trigger "otherCounts" after update on "designCounts" referencing new table as changed for each statement execute function "changeTreeByCounts"();
