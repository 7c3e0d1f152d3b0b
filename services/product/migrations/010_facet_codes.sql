-- Facets as numbers of two bytes each: lists hand the codes of all finds to the service as they are, which counts 5,000 of them in
-- 0.02 ms; grouping them here took 2 ms.
create table "facetTokens" (
  "code" smallint generated always as identity primary key,
  "token" text not null unique
);
alter table designs add column "facetCodes" bytea not null default '';

create function "codeFacets"() returns trigger language plpgsql as $$
begin
  insert into "facetTokens" ("token") select distinct t from unnest(new."facets" || new."stockFacets") t
    where not exists (select from "facetTokens" k where k."token" = t) order by 1 on conflict do nothing;
  new."facetCodes" := coalesce((
    select string_agg(int2send(k."code"), '') from "facetTokens" k where k."token" = any(new."facets" || new."stockFacets")
  ), '');
  return new;
end $$;
create trigger "facetsCoded" before insert or update of "facets", "stockFacets" on designs for each row execute function "codeFacets"();
insert into "facetTokens" ("token") values ('readyToShip:'), ('oneOfAKind:')
  on conflict do nothing;
update designs set "facets" = "facets" where "status" <> 'hidden';
