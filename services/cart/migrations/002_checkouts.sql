-- What can be done to an article on request is priced with it, and its price is kept: `keptMinor` is of one before tax, as the shopper last accepted it.
alter table carts
  add column "coupons" text[] not null default '{}' check (cardinality("coupons") <= 5),
  add column "destination" jsonb,
  add column "shippingMethod" text,
  add column "abandonedVersion" integer;
create index "untouchedCarts" on carts ("updatedAt") where "userId" is not null and "status" = 'open';

alter table cart_lines
  add column "options" jsonb not null default '{}',
  add column "giftNote" text check (char_length("giftNote") between 1 and 300),
  add column "saved" boolean not null default false,
  add column "quoteToken" text,
  add column "quoteExpiresAt" timestamptz,
  add column "keptMinor" bigint check ("keptMinor" >= 0),
  drop constraint "oneLinePerArticle";
update cart_lines set "options" = jsonb_build_object('engraving', "engraving") where "engraving" is not null;
alter table cart_lines
  drop column "engraving",
  add constraint "oneLinePerArticle" unique nulls not distinct ("cartId", "variantId", "pieceId", "options", "giftNote", "saved");

-- Goes up with every change of a promotion, a shipping method or a tax profile, so that who keeps them in memory knows.
create table "rulesVersion" ("only" boolean primary key default true check ("only"), "version" integer not null default 1);
insert into "rulesVersion" default values;

-- `redeemed` counts the redemptions that are held or firm: the check makes one too many impossible.
create table promotions (
  "id" uuid primary key default uuidv7(),
  "name" text not null,
  "code" text,
  "codeKey" text unique,
  "kind" text not null check ("kind" in ('percent', 'amount', 'free-shipping')),
  "target" text not null check ("target" in ('order', 'lines', 'component', 'shipping')),
  "component" text,
  "permyriad" integer check ("permyriad" between 1 and 10000),
  "amountMinor" bigint check ("amountMinor" > 0),
  "currency" text check ("currency" ~ '^[A-Z]{3}$'),
  "conditions" jsonb not null default '{}',
  "startsAt" timestamptz,
  "endsAt" timestamptz check ("endsAt" > "startsAt"),
  "maxRedemptions" integer check ("maxRedemptions" > 0),
  "maxPerCustomer" integer check ("maxPerCustomer" > 0),
  "redeemed" integer not null default 0,
  "exclusive" boolean not null default false,
  "priority" integer not null default 0,
  "active" boolean not null default true,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  check (("code" is null) = ("codeKey" is null)),
  check (("kind" = 'percent') = ("permyriad" is not null)),
  check (("kind" = 'amount') = ("amountMinor" is not null and "currency" is not null)),
  check (("kind" = 'free-shipping') = ("target" = 'shipping')),
  check (("target" = 'component') = ("component" is not null)),
  constraint "promotionLimit" check ("redeemed" between 0 and coalesce("maxRedemptions", 2147483647))
);

-- How often a customer, by the hash of the user's id or of the e-mail, has redeemed a promotion, and how often they may.
create table promotion_customers (
  "promotionId" uuid not null references promotions on delete cascade,
  "customer" text not null,
  "used" integer not null,
  "most" integer,
  primary key ("promotionId", "customer"),
  constraint "promotionLimitPerCustomer" check ("used" between 0 and coalesce("most", 2147483647))
);
create index on promotion_customers ("customer");

-- A cart redeems a promotion once, for whichever of its orders is made: held while `orderIds` are being made of it, firm when one is confirmed.
create table promotion_redemptions (
  "id" uuid primary key default uuidv7(),
  "promotionId" uuid not null references promotions,
  "cartId" uuid not null,
  "orderIds" uuid[] not null,
  "customers" text[] not null,
  "amountMinor" bigint not null check ("amountMinor" > 0),
  "currency" text not null,
  "status" text not null default 'held' check ("status" in ('held', 'firm', 'given-back')),
  "createdAt" timestamptz not null default now(),
  "changedAt" timestamptz not null default now()
);
create unique index "oneRedemptionPerCart" on promotion_redemptions ("cartId", "promotionId") where "status" <> 'given-back';
create index on promotion_redemptions ("promotionId");

-- What an order was made of. One that was given back before it was asked for has no cart and no body.
create table checkouts (
  "orderId" uuid primary key,
  "cartId" uuid,
  "status" text not null default 'held' check ("status" in ('held', 'firm', 'released')),
  "promotionIds" uuid[] not null default '{}',
  "body" json,
  "heldUntil" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  check (("cartId" is null) = ("body" is null))
);
create index on checkouts ("cartId");
create index on checkouts ("heldUntil") where "status" = 'held';

-- The groups that customers belong to, as user last said.
create table customer_groups (
  "userId" uuid primary key,
  "groups" text[] not null,
  "version" integer not null
);

-- Tries of coupon codes within a minute. What a crash loses here does no harm.
create unlogged table "couponTries" (
  "key" text primary key,
  "count" integer not null,
  "endsAt" timestamptz not null
);
create index on "couponTries" ("endsAt");

-- `countries` may be {*}: the rest of the world. A tariff is of a currency: up to how much a parcel is insured, and what it costs by weight and value.
create table shipping_methods (
  "code" text primary key,
  "name" text not null,
  "countries" text[] not null check (cardinality("countries") > 0),
  "regions" text[] not null default '{}',
  "tariffs" jsonb not null,
  "insured" boolean not null,
  "signature" boolean not null,
  "splits" boolean not null,
  "transitDays" integer not null check ("transitDays" between 0 and 365),
  "position" integer not null,
  "active" boolean not null default true,
  "version" integer not null default 1
);

-- Of the profiles of a place, the one that began last counts. `country` may be *: where no other is. `rates` are by tax class, `default` for all others.
create table tax_profiles (
  "code" text primary key,
  "name" text not null,
  "country" text not null check ("country" ~ '^([A-Z]{2}|[*])$'),
  "region" text,
  "validFrom" date not null,
  "validTo" date check ("validTo" >= "validFrom"),
  "prices" text not null check ("prices" in ('net', 'gross')),
  "shippingTaxed" boolean not null,
  "rates" jsonb not null check ("rates" ? 'default'),
  "version" integer not null default 1
);

insert into tax_profiles ("code", "name", "country", "region", "validFrom", "validTo", "prices", "shippingTaxed", "rates") values
  ('in-gst', 'GST on jewellery as a composite supply, 3 %', 'IN', null, '2017-07-01', null, 'gross', true,
    '{"default": [{"name": "CGST", "permyriad": 150, "within": "region"}, {"name": "SGST", "permyriad": 150, "within": "region"}, {"name": "IGST", "permyriad": 300, "within": "other-region"}]}'),
  ('gb-vat', 'VAT, 20 %', 'GB', null, '2011-01-04', null, 'gross', true, '{"default": [{"name": "VAT", "permyriad": 2000}]}'),
  ('fi-vat-2013', 'VAT, 24 %', 'FI', null, '2013-01-01', '2024-08-31', 'gross', true, '{"default": [{"name": "VAT", "permyriad": 2400}]}'),
  ('us', 'No sales tax', 'US', null, '2018-01-01', null, 'net', false, '{"default": []}'),
  ('export', 'Export, zero-rated', '*', null, '2017-07-01', null, 'net', false, '{"default": []}');

insert into tax_profiles ("code", "name", "country", "region", "validFrom", "prices", "shippingTaxed", "rates")
select lower(v."country") || '-vat', 'VAT, ' || trim_scale(v."permyriad" / 100.0) || ' %', v."country", null, v."from"::date, 'gross', true,
  jsonb_build_object('default', jsonb_build_array(jsonb_build_object('name', 'VAT', 'permyriad', v."permyriad")))
from (values ('AT', 2000, '2016-01-01'), ('BE', 2100, '1996-01-01'), ('DE', 1900, '2021-01-01'), ('DK', 2500, '1992-01-01'),
  ('ES', 2100, '2012-09-01'), ('FI', 2550, '2024-09-01'), ('FR', 2000, '2014-01-01'), ('GR', 2400, '2016-06-01'), ('IE', 2300, '2021-03-01'),
  ('IT', 2200, '2013-10-01'), ('LU', 1700, '2024-01-01'), ('NL', 2100, '2012-10-01'), ('PL', 2300, '2011-01-01'), ('PT', 2300, '2011-01-01'),
  ('SE', 2500, '1990-07-01')) v("country", "permyriad", "from");

-- The states' own rates, without those of counties and cities.
insert into tax_profiles ("code", "name", "country", "region", "validFrom", "prices", "shippingTaxed", "rates")
select 'us-' || lower(v."region"), 'Sales tax of the state, ' || trim_scale(v."permyriad" / 100.0) || ' %', 'US', v."region", '2025-01-01', 'net', v."shipping",
  jsonb_build_object('default', jsonb_build_array(jsonb_build_object('name', 'Sales tax', 'permyriad', v."permyriad")))
from (values ('AL', 400, false), ('AR', 650, true), ('AZ', 560, false), ('CA', 725, false), ('CO', 290, false), ('CT', 635, true),
  ('DC', 600, true), ('FL', 600, true), ('GA', 400, true), ('HI', 400, true), ('IA', 600, false), ('ID', 600, false), ('IL', 625, false),
  ('IN', 700, true), ('KS', 650, true), ('KY', 600, true), ('LA', 500, false), ('MA', 625, false), ('MD', 600, false), ('ME', 550, false),
  ('MI', 600, true), ('MN', 687.5, true), ('MO', 422.5, false), ('MS', 700, true), ('NC', 475, true), ('ND', 500, true), ('NE', 550, true),
  ('NJ', 662.5, true), ('NM', 487.5, true), ('NV', 685, false), ('NY', 400, true), ('OH', 575, true), ('OK', 450, false), ('PA', 600, true),
  ('RI', 700, true), ('SC', 600, true), ('SD', 420, true), ('TN', 700, true), ('TX', 625, true), ('UT', 485, false), ('VA', 430, false),
  ('VT', 600, true), ('WA', 650, true), ('WI', 500, true), ('WV', 600, true), ('WY', 400, false)) v("region", "permyriad", "shipping");

insert into shipping_methods ("code", "name", "countries", "tariffs", "insured", "signature", "splits", "transitDays", "position") values
  ('in-insured', 'Insured delivery, free', '{IN}', '[{"currency": "INR", "insuredUpToMinor": 100000000, "bands": [{"upToMg": null, "upToMinor": null, "minor": 0}]}]', true, true, true, 4, 1),
  ('in-secure', 'Armoured courier, free', '{IN}', '[{"currency": "INR", "insuredUpToMinor": null, "bands": [{"upToMg": null, "upToMinor": null, "minor": 0}]}]', true, true, false, 6, 2),
  ('in-express', 'Insured express', '{IN}', '[{"currency": "INR", "insuredUpToMinor": 50000000, "bands": [{"upToMg": 500000, "upToMinor": 10000000, "minor": 35000}, {"upToMg": null, "upToMinor": null, "minor": 75000}]}]', true, true, true, 2, 3),
  ('gb-insured', 'Insured air courier', '{GB}', '[{"currency": "INR", "insuredUpToMinor": 200000000, "bands": [{"upToMg": 500000, "upToMinor": 20000000, "minor": 350000}, {"upToMg": null, "upToMinor": null, "minor": 600000}]}, {"currency": "GBP", "insuredUpToMinor": 2000000, "bands": [{"upToMg": 500000, "upToMinor": 200000, "minor": 3000}, {"upToMg": null, "upToMinor": null, "minor": 5500}]}]', true, true, true, 6, 10),
  ('us-insured', 'Insured air courier', '{US}', '[{"currency": "INR", "insuredUpToMinor": 200000000, "bands": [{"upToMg": 500000, "upToMinor": 20000000, "minor": 450000}, {"upToMg": null, "upToMinor": null, "minor": 750000}]}, {"currency": "USD", "insuredUpToMinor": 2500000, "bands": [{"upToMg": 500000, "upToMinor": 250000, "minor": 4500}, {"upToMg": null, "upToMinor": null, "minor": 8000}]}]', true, true, true, 8, 20),
  ('eu-insured', 'Insured air courier', '{AT,BE,DE,DK,ES,FI,FR,GR,IE,IT,LU,NL,PL,PT,SE}', '[{"currency": "INR", "insuredUpToMinor": 200000000, "bands": [{"upToMg": 500000, "upToMinor": 20000000, "minor": 400000}, {"upToMg": null, "upToMinor": null, "minor": 650000}]}, {"currency": "EUR", "insuredUpToMinor": 2200000, "bands": [{"upToMg": 500000, "upToMinor": 220000, "minor": 3800}, {"upToMg": null, "upToMinor": null, "minor": 6500}]}]', true, true, true, 7, 30),
  ('world-insured', 'Insured air courier', '{*}', '[{"currency": "INR", "insuredUpToMinor": 100000000, "bands": [{"upToMg": 500000, "upToMinor": null, "minor": 650000}, {"upToMg": 5000000, "upToMinor": null, "minor": 1200000}]}, {"currency": "USD", "insuredUpToMinor": 1200000, "bands": [{"upToMg": 500000, "upToMinor": null, "minor": 7500}, {"upToMg": 5000000, "upToMinor": null, "minor": 14000}]}]', true, true, true, 12, 90);
