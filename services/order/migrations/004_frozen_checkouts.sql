-- was fbcdcb53398e42780e8f557268ab6acc950c8650a01ccb6204e15970e44b3cb2
-- An order now freezes cart's whole checkout: discounts, shipping and each tax. Orders from before have none of these.
alter table orders
  add column "billingAddress" jsonb,
  add column "discountMinor" bigint not null default 0 check ("discountMinor" >= 0),
  add column "shippingMinor" bigint not null default 0 check ("shippingMinor" >= 0),
  add column "promotions" jsonb not null default '[]',
  add column "shipping" jsonb,
  add column "taxes" jsonb not null default '[]',
  add column "taxProfile" text,
  add column "fulfilment" text not null default 'unfulfilled'
    check ("fulfilment" in ('unfulfilled', 'partly-shipped', 'shipped', 'delivered'));
alter table orders drop constraint "totalIsSubtotalAndTax";
alter table orders add constraint "totalIsItsParts"
  check ("subtotalMinor" - "discountMinor" + "shippingMinor" + "taxMinor" = "totalMinor");
alter table orders add constraint "shippingIsItsParts" check (
  coalesce(("shipping"->>'listMinor')::bigint, 0) = "shippingMinor"
  and coalesce(("shipping"->>'listMinor')::bigint - ("shipping"->>'discountMinor')::bigint
    + ("shipping"->>'taxMinor')::bigint - ("shipping"->>'totalMinor')::bigint, 0) = 0);

-- `taxableMinor` and `listMinor` follow from the rest, so no line can say otherwise.
alter table order_lines
  add column "options" jsonb not null default '{}',
  add column "giftNote" text,
  add column "discountMinor" bigint not null default 0 check ("discountMinor" >= 0),
  add column "taxableMinor" bigint generated always as ("totalMinor" - "taxMinor") stored,
  add column "listMinor" bigint generated always as ("totalMinor" - "taxMinor" + "discountMinor") stored,
  add column "taxes" jsonb not null default '[]',
  add column "article" jsonb;

create or replace function check_order_sum() returns trigger language plpgsql as $$
begin
  if not exists (
    select from order_lines where "orderId" = new."id"
    having sum("listMinor") = new."subtotalMinor"
      and sum("discountMinor") + coalesce((new."shipping"->>'discountMinor')::bigint, 0) = new."discountMinor"
      and sum("taxMinor") + coalesce((new."shipping"->>'taxMinor')::bigint, 0) = new."taxMinor"
      and sum("totalMinor") + coalesce((new."shipping"->>'totalMinor')::bigint, 0) = new."totalMinor"
  ) then
    raise exception 'The lines of order % do not sum to its totals.', new."id" using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop trigger "linesSumToTotals" on orders;
create constraint trigger "linesSumToTotals"
  after insert or update of "subtotalMinor", "discountMinor", "shippingMinor", "shipping", "taxMinor", "totalMinor" on orders
  deferrable initially deferred for each row execute function check_order_sum();

-- One checkout at a time of a customer, or of a guest's cart, and so many a minute. A request that comes again finds the
-- order's id that it had, so that what others did for that order is not done twice.
create table checkouts (
  "owner" uuid primary key,
  "orderId" uuid not null,
  "requestKey" text not null,
  "workingUntil" timestamptz not null,
  "started" integer not null default 1,
  "windowEndsAt" timestamptz not null
);

-- A paid order is called off by a refund of the whole; what it was confirmed with stays noted.
insert into legal_moves values ('confirmed', 'cancelled');
do $$
declare name text;
begin
  for name in select conname from pg_constraint where conrelid = 'orders'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%confirmedAt%' and conname <> 'nothingIsForgotten'
  loop
    execute format('alter table orders drop constraint %I', name);
  end loop;
end $$;
alter table orders add constraint "confirmedAtIsKept" check (
  case "status" when 'confirmed' then "confirmedAt" is not null when 'cancelled' then true else "confirmedAt" is null end);
