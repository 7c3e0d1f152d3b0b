-- The stock held for an order. A released one stays, so that a late request cannot reserve again.
create table reservations (
  "orderId" uuid primary key,
  "status" text not null check ("status" in ('held', 'committed', 'released', 'expired')),
  "expiresAt" timestamptz,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  check ("status" <> 'held' or "expiresAt" is not null)
);
create index on reservations ("expiresAt") where "status" = 'held';

create table "reservationLines" (
  "orderId" uuid not null references reservations,
  "position" integer not null,
  "variantId" uuid not null references variants,
  "pieceId" uuid references pieces,
  "quantity" integer not null check ("quantity" > 0),
  "live" boolean not null default true,
  primary key ("orderId", "position"),
  check ("pieceId" is null or "quantity" = 1)
);
create unique index "oneOwnerAPiece" on "reservationLines" ("pieceId") where "live" and "pieceId" is not null;

-- Every change of a stock counter. The counters of a variant are the sums of its movements.
create table "stockMovements" (
  "id" bigint generated always as identity primary key,
  "variantId" uuid not null references variants,
  "pieceId" uuid,
  "kind" text not null check ("kind" in ('received', 'adjusted', 'reserved', 'released', 'expired', 'committed')),
  "onHandDelta" integer not null,
  "reservedDelta" integer not null,
  "orderId" uuid,
  "reason" text,
  "madeBy" text,
  "at" timestamptz not null default clock_timestamp()
);
create index on "stockMovements" ("variantId", "id");
create trigger "stockMovementsStay" before update or delete or truncate on "stockMovements" for each statement execute function refuse_change();
