-- What came back of an order, each return once.
create table returns (
  "id" uuid primary key,
  "orderId" uuid not null,
  "lines" jsonb not null,
  "at" timestamptz not null default now()
);
create index on returns ("orderId");

-- How many of a line came back. A piece that came back has no owner any more.
alter table "reservationLines" add column "returned" integer not null default 0,
  add constraint "returnedOfLine" check ("returned" between 0 and "quantity");
alter table "stockMovements" drop constraint "stockMovements_kind_check";
alter table "stockMovements" add constraint "stockMovementKind"
  check ("kind" in ('received', 'adjusted', 'reserved', 'released', 'expired', 'committed', 'returned')) not valid;
alter table "stockMovements" validate constraint "stockMovementKind";

-- The sweeper of orders asks for what is held for long, page by page.
create index on reservations ("status", "orderId");
