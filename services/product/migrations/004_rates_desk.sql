-- Rates are for selling, by which designs are priced, and for buying old metal.
alter table "metalRates" add column "side" text not null default 'sell' check ("side" in ('buy', 'sell'));
alter table "metalRates" add column "proposalId" uuid unique;
alter table "metalRates" add constraint "metalRatesPositive" check ("minorPerGram" > 0) not valid;
create index on "metalRates" ("side", "metal", "fineness", "effectiveAt" desc, "id" desc);

-- What one member of staff proposes and another decides. An approved one comes into force at its time.
create table "rateProposals" (
  "id" uuid primary key default uuidv7(),
  "metal" text not null,
  "fineness" integer not null check ("fineness" between 1 and 1000),
  "side" text not null check ("side" in ('buy', 'sell')),
  "minorPerGram" bigint not null check ("minorPerGram" > 0),
  "currency" text not null,
  "source" text not null,
  "effectiveAt" timestamptz,
  "rollbackOf" bigint references "metalRates",
  "status" text not null default 'proposed' check ("status" in ('proposed', 'approved', 'in-force', 'rejected')),
  "proposedBy" uuid not null,
  "proposedAt" timestamptz not null default now(),
  "decidedBy" uuid,
  "decidedAt" timestamptz,
  check ("decidedBy" <> "proposedBy" or "status" = 'rejected'),
  check (("status" = 'proposed') = ("decidedBy" is null))
);
create index on "rateProposals" ("status", "id");
alter table "metalRates" add foreign key ("proposalId") references "rateProposals";

-- A pass over the designs that a rate prices.
create table repricings (
  "id" uuid primary key default uuidv7(),
  "rateId" bigint not null unique references "metalRates",
  "metal" text not null,
  "fineness" integer not null,
  "total" integer not null,
  "done" integer not null default 0,
  "variants" integer not null default 0,
  "startedAt" timestamptz not null default clock_timestamp(),
  "finishedAt" timestamptz
);

-- The fineness that a variant's purity stands for, which says whose rate prices it, and the rate that did.
alter table variants add column "fineness" integer, add column "rateId" bigint references "metalRates";
update variants set "fineness" = case
  when "metal" is null then null
  when "purity" ~ 'K$' then case "purity" when '24K' then 999 when '23K' then 958 when '22K' then 916 when '21K' then 875 when '20K' then 833
    when '18K' then 750 when '14K' then 585 when '10K' then 417 when '9K' then 375 when '8K' then 333 end
  else "purity"::integer end;
create index on variants ("metal", "fineness", "designId") where "active";
