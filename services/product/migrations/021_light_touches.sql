-- A touch is light when a design's words, codes, categories and status are as before: its price or its card changed, and whoever keeps
-- the catalogue in memory reads only the price anew. Cards are kept in memory too, so that whatever changes one is noted.
alter table "designTouches" add column "isLight" boolean not null default false;
create or replace function "touchDesign"() returns trigger language plpgsql as $$
begin
  insert into "designTouches" as t ("designId", "isLight") values (coalesce(new."id", old."id"), coalesce(tg_argv[0] = 'light', false))
    on conflict ("xid", "designId") do update set "isLight" = false where t."isLight" and not excluded."isLight";
  return null;
end $$;
drop trigger "changedTouched" on designs;
create trigger "changedTouched" after update on designs for each row
  when (old."status" <> new."status" or old."facetCodes" <> new."facetCodes" or old."categories" <> new."categories" or old."search" <> new."search")
  execute function "touchDesign"();
create trigger "cardTouched" after update on designs for each row
  when ((old."fromMinor" <> new."fromMinor" or old."card" <> new."card" or old."available" <> new."available")
    and old."status" = new."status" and old."facetCodes" = new."facetCodes" and old."categories" = new."categories" and old."search" = new."search")
  execute function "touchDesign"('light');
