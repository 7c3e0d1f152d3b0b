-- What a unit of a currency costs in the shop's own, by date; the newest that is effective counts.
create table "exchangeRates" (
  "id" bigint generated always as identity primary key,
  "currency" text not null,
  "perUnit" numeric(18, 8) not null check ("perUnit" > 0),
  "effectiveAt" timestamptz not null,
  "source" text not null,
  "madeBy" uuid not null,
  "madeAt" timestamptz not null default clock_timestamp()
);
create index on "exchangeRates" ("currency", "effectiveAt" desc, "id" desc);
create trigger "exchangeRatesStay" before update or delete or truncate on "exchangeRates" for each statement execute function refuse_change();

-- Prices in a currency that follow neither metal nor exchange rate, tax included; of several lists the newest that is valid counts.
create table "priceLists" (
  "id" uuid primary key default uuidv7(),
  "name" text not null,
  "currency" text not null,
  "validFrom" timestamptz,
  "validUntil" timestamptz,
  "madeBy" uuid not null,
  "madeAt" timestamptz not null default now(),
  check ("validUntil" > "validFrom")
);
create table "listPrices" (
  "variantId" uuid not null references variants on delete cascade,
  "listId" uuid not null references "priceLists" on delete cascade,
  "totalMinor" bigint not null check ("totalMinor" >= 0),
  primary key ("variantId", "listId")
);
create index on "listPrices" ("listId");

-- The rates in force by currency: `{"USD": {"id": 1, "perUnit": "85.25"}}`.
create function "ratesNow"() returns json language sql stable as $$
  select json_object_agg(r."currency", json_build_object('id', r."id", 'perUnit', r."perUnit"::text)) from (
    select distinct on ("currency") "currency", "id", "perUnit" from "exchangeRates" where "effectiveAt" <= now() order by "currency", "effectiveAt" desc, "id" desc
  ) r
$$;

-- The fixed price of a variant in a currency that is valid now.
create function "fixedPrice"(variant uuid, wanted text) returns json language sql stable as $$
  select json_build_object('listId', l."id", 'totalMinor', p."totalMinor") from "listPrices" p join "priceLists" l on l."id" = p."listId"
  where p."variantId" = variant and l."currency" = wanted
    and coalesce(l."validFrom", '-infinity') <= now() and coalesce(l."validUntil", 'infinity') > now() order by l."id" desc limit 1
$$;

-- What a price comes to in another currency, each component rounded half up, as controllers/currencies.ts does; a test holds them together.
create function "convertedMinor"("breakdown" jsonb, numerator numeric, denominator numeric) returns bigint language sql immutable as $$
  select (sum(round((value #>> '{}')::numeric * numerator / denominator) * case key when 'discountMinor' then -1 else 1 end))::bigint from jsonb_each("breakdown")
$$;
