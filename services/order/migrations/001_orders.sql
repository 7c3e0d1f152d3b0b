-- The moves an order may make; src/schemas/statuses.ts says the same, and a test compares them.
create table legal_moves (
  "from" text not null,
  "to" text not null,
  primary key ("from", "to")
);
insert into legal_moves values
  ('placed', 'reserved'), ('placed', 'cancelled'),
  ('reserved', 'authorised'), ('reserved', 'awaiting-payment'), ('reserved', 'payment-failed'), ('reserved', 'cancelled'),
  ('awaiting-payment', 'authorised'), ('awaiting-payment', 'payment-failed'), ('awaiting-payment', 'cancelled'),
  ('payment-failed', 'reserved'), ('payment-failed', 'cancelled'),
  ('authorised', 'committed'), ('authorised', 'cancelled'),
  ('committed', 'confirmed');

create table orders (
  "id" uuid primary key default uuidv7(),
  "number" text not null unique check ("number" ~ '^LJ-[0-9A-HJKMNP-TV-Z]{8}$'),
  "status" text not null default 'placed' check ("status" in
    ('placed', 'reserved', 'awaiting-payment', 'payment-failed', 'authorised', 'committed', 'confirmed', 'cancelled')),
  "version" integer not null default 1,
  "reason" text,
  "cartId" uuid not null,
  "userId" uuid,
  "tokenHash" text unique,
  "email" text not null,
  "name" text not null,
  "shippingAddress" jsonb not null,
  "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
  "subtotalMinor" bigint not null check ("subtotalMinor" >= 0),
  "taxMinor" bigint not null check ("taxMinor" >= 0),
  "totalMinor" bigint not null,
  "attempt" integer not null default 1,
  "paymentMethod" jsonb not null,
  "paymentStatus" text not null default 'pending',
  "declineReason" text,
  "paymentAction" jsonb,
  "placedAt" timestamptz not null default now(),
  "expiresAt" timestamptz not null,
  "confirmedAt" timestamptz,
  "cancelledAt" timestamptz,
  -- The row is its own job: when its next step is due, and until when somebody is at it.
  "dueAt" timestamptz,
  "workingUntil" timestamptz,
  "tries" integer not null default 0,
  "trouble" text,
  -- What a cancelled order still has to give back.
  "releaseDue" boolean not null default false,
  "voidDue" boolean not null default false,
  constraint "totalIsSubtotalAndTax" check ("subtotalMinor" + "taxMinor" = "totalMinor"),
  check (("userId" is null) <> ("tokenHash" is null)),
  check (("status" = 'confirmed') = ("confirmedAt" is not null)),
  check (("status" = 'cancelled') = ("cancelledAt" is not null)),
  check (("status" = 'cancelled') = ("reason" is not null)),
  check ("status" = 'cancelled' or not ("releaseDue" or "voidDue")),
  constraint "nothingIsForgotten" check (("dueAt" is null) = (
    "status" = 'confirmed' or ("status" = 'cancelled' and not ("releaseDue" or "voidDue"))))
);
create unique index "oneLiveOrderPerCart" on orders ("cartId") where "status" <> 'cancelled';
create index on orders ("dueAt") where "dueAt" is not null;
create index on orders ("userId", "id") where "userId" is not null;

-- The quote as it was frozen when the order was placed.
create table order_lines (
  "orderId" uuid not null references orders,
  "position" integer not null,
  "variantId" uuid not null,
  "pieceId" uuid,
  "quantity" integer not null check ("quantity" > 0),
  "engraving" text,
  "sku" text not null,
  "title" text not null,
  "slug" text not null,
  "imageUrl" text,
  "unitMinor" bigint not null check ("unitMinor" >= 0),
  "totalMinor" bigint not null check ("totalMinor" >= 0),
  "taxMinor" bigint not null check ("taxMinor" between 0 and "totalMinor"),
  "breakdown" jsonb not null,
  primary key ("orderId", "position")
);

-- Every status an order has had; a move that is not legal cannot be noted, and so not made.
create table order_moves (
  "orderId" uuid not null references orders,
  "version" integer not null,
  "from" text not null,
  "to" text not null,
  "reason" text,
  "at" timestamptz not null default now(),
  primary key ("orderId", "version"),
  foreign key ("from", "to") references legal_moves
);

create function check_order_sum() returns trigger language plpgsql as $$
begin
  if not exists (
    select from order_lines where "orderId" = new."id"
    having sum("totalMinor") = new."totalMinor" and sum("taxMinor") = new."taxMinor"
  ) then
    raise exception 'The lines of order % do not sum to its totals.', new."id" using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger "linesSumToTotals" after insert or update of "totalMinor", "taxMinor" on orders
  deferrable initially deferred for each row execute function check_order_sum();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed.', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger "frozen" before update or delete on order_lines for each row execute function refuse_change();
create trigger "frozen" before update or delete on order_moves for each row execute function refuse_change();
