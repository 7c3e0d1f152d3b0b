-- Which designs changed in what a search looks at, by transaction. A process that keeps the catalogue in memory asks for those whose
-- transactions it has not seen: by snapshots none is missed, however late it commits.
create table "designTouches" (
  "xid" xid8 not null default pg_current_xact_id(),
  "designId" uuid not null,
  "at" timestamptz not null default now(),
  primary key ("xid", "designId")
);
create function "touchDesign"() returns trigger language plpgsql as $$
begin
  insert into "designTouches" ("designId") values (coalesce(new."id", old."id")) on conflict do nothing;
  return null;
end $$;
create trigger "newTouched" after insert or delete on designs for each row execute function "touchDesign"();
create trigger "changedTouched" after update on designs for each row
  when (old."fromMinor" <> new."fromMinor" or old."status" <> new."status" or old."facetCodes" <> new."facetCodes"
    or old."categories" <> new."categories" or old."search" <> new."search")
  execute function "touchDesign"();
