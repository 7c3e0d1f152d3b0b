-- What lists need of a design's stock, so that they look at no variant: whether any can be bought, and, as `facet:value`, what of it
-- is in stock: that it ships at once, in which sizes, and with whose reports.
alter table designs add column "available" boolean not null default false, add column "stockFacets" text[] not null default '{}';
alter table variants add column "createdAt" timestamptz not null default now();

-- How heavy a stone is, as facets name it.
create function "caratBand"("caratMct" int) returns text language sql immutable as $$
  select (array['0-0.3', '0.3-0.5', '0.5-1', '1-1.5', '1.5-2', '2-3', '3-'])[1 + width_bucket("caratMct", array[300, 500, 1000, 1500, 2000, 3000])]
$$;

update designs d set "facets" = d."facets" || made."tokens" from (
  select v."designId", array_agg(distinct t order by t) as "tokens"
  from variants v cross join lateral jsonb_array_elements(case jsonb_typeof(v."stones") when 'array' then v."stones" else '[]' end) s
  cross join lateral unnest(array['shape:' || (s ->> 'shape'), 'clarity:' || (s ->> 'clarity'), 'carat:' || "caratBand"((s ->> 'caratMct')::int)]) t
  where v."active" and t is not null group by 1
) made where made."designId" = d."id" and d."status" <> 'hidden';

-- Brings what lists show of the stock of these designs up to date. Variants are locked before designs, and designs by id, everywhere.
create function "noteStock"(ids uuid[]) returns void language plpgsql as $$
begin
  perform from designs where "id" = any(ids) and "status" <> 'hidden' order by "id" for no key update;
  update designs d set "available" = s."available", "stockFacets" = s."facets" from (
    select o."id", coalesce(bool_or(v."onHand" > v."reserved" or v."leadTimeDays" is not null), false) as "available",
      coalesce(array_agg(distinct f.token) filter (where f.token <> all(o."facets")), '{}') as "facets"
    from designs o left join variants v on v."designId" = o."id" and v."active"
    left join lateral (
      select unnest(array['readyToShip:', 'size:' || v."size"]) as token
      union all
      select unnest(array['lab:' || (c ->> 'lab'), 'origin:' || lower(replace(c ->> 'origin', '_', '-'))])
      from pieces p cross join jsonb_array_elements(p."certificates") c where p."variantId" = v."id" and p."status" = 'in-stock'
    ) f on v."onHand" > v."reserved"
    where o."id" = any(ids) and o."status" <> 'hidden' group by o."id"
  ) s
  where d."id" = s."id" and (d."available" <> s."available" or d."stockFacets" <> s."facets");
end $$;
select "noteStock"(array(select "id" from designs where "status" <> 'hidden'));

-- Variants whose stock came or went are collected row by row, which costs nothing when none did, and noted when the statement ends.
create function "collectStock"() returns trigger language plpgsql as $$
begin
  perform set_config('lumora.crossed', coalesce(current_setting('lumora.crossed', true), '') || ' ' || new."designId", true);
  if new."onHand" > new."reserved" and new."active" and new."leadTimeDays" is null and new."createdAt" < now() then
    perform set_config('lumora.restocked', coalesce(current_setting('lumora.restocked', true), '') || ' ' || new."id", true);
  end if;
  return null;
end $$;
create function "noteCollected"() returns trigger language plpgsql as $$
declare
  crossed text := coalesce(current_setting('lumora.crossed', true), '');
  restocked text := coalesce(current_setting('lumora.restocked', true), '');
begin
  if crossed <> '' then
    perform set_config('lumora.crossed', '', true);
    perform "noteStock"(regexp_split_to_array(trim(crossed), ' +')::uuid[]);
  end if;
  if restocked <> '' then
    perform set_config('lumora.restocked', '', true);
    perform graphile_worker.add_job('tell-restocked', json_build_object('variantIds', regexp_split_to_array(trim(restocked), ' +')));
  end if;
  return null;
end $$;
create trigger "stockCrossed" after update of "onHand", "reserved" on variants for each row
  when ((old."onHand" > old."reserved") <> (new."onHand" > new."reserved")) execute function "collectStock"();
create trigger "stockNoted" after update of "onHand", "reserved" on variants for each statement execute function "noteCollected"();

-- How many published designs that can be bought each category lists. Changes are only added, so that nobody waits for another, and
-- summed up every few seconds.
create table "categoryCounts" ("category" text primary key, "designs" integer not null);
create table "countChanges" ("id" bigint generated always as identity primary key, "category" text not null, "delta" integer not null);
create function "noteCounts"() returns trigger language plpgsql as $$
begin
  insert into "countChanges" ("category", "delta")
  select c, sum(n) from (
    select unnest(old."categories") as c, -1 as n where tg_op <> 'INSERT' and old."status" = 'published' and old."available"
    union all
    select unnest(new."categories"), 1 where tg_op <> 'DELETE' and new."status" = 'published' and new."available"
  ) changed group by 1 having sum(n) <> 0;
  return null;
end $$;
create trigger "countsOfNew" after insert on designs for each row when (new."available" and new."status" = 'published') execute function "noteCounts"();
create trigger "countsOfChanged" after update of "available", "status", "categories" on designs for each row
  when (old."available" <> new."available" or old."status" <> new."status" or old."categories" <> new."categories") execute function "noteCounts"();
insert into "countChanges" ("category", "delta")
  select c, count(*) from designs cross join unnest("categories") c where "status" = 'published' and "available" group by 1;

-- Categories that were renamed and whose designs are still being moved to the new name.
create table "categoryRenames" ("formerSlug" text primary key, "slug" text not null, "at" timestamptz not null default now());
