-- Staff look for orders by these.
create index on orders ("status", "id");
create index on orders ("fulfilment", "id") where "status" = 'confirmed';
create index on orders (lower("email"), "id");

create table order_notes (
  "id" uuid primary key default uuidv7(),
  "orderId" uuid not null references orders,
  "text" text not null check (length("text") between 1 and 2000),
  "byId" uuid not null,
  "at" timestamptz not null default now()
);
create index on order_notes ("orderId", "id");

-- How much of each line has gone and come back. A row comes with the first shipment of its order; guarded updates count.
create table line_counts (
  "orderId" uuid not null,
  "position" integer not null,
  "quantity" integer not null,
  "shipped" integer not null default 0,
  "returned" integer not null default 0,
  "refunded" integer not null default 0,
  primary key ("orderId", "position"),
  foreign key ("orderId", "position") references order_lines,
  constraint "noMoreThanOrdered" check ("shipped" between 0 and "quantity"),
  constraint "noMoreThanShipped" check ("returned" between 0 and "shipped"),
  constraint "noMoreThanReturned" check ("refunded" between 0 and "returned")
);

create table carriers (
  "code" text primary key,
  "name" text not null,
  "trackingUrl" text
);
insert into carriers values
  ('bluedart', 'Blue Dart', 'https://www.bluedart.com/trackdartresultthirdparty?trackFor=0&trackNo={number}'),
  ('sequel', 'Sequel Logistics', 'https://www.sequelglobal.com/track/{number}'),
  ('bvc', 'BVC Logistics', 'https://www.bvclogistics.com/track?docket={number}'),
  ('dhl', 'DHL Express', 'https://www.dhl.com/en/express/tracking.html?AWB={number}'),
  ('fedex', 'FedEx', 'https://www.fedex.com/fedextrack/?trknbr={number}'),
  ('ups', 'UPS', 'https://www.ups.com/track?tracknum={number}'),
  ('india-post', 'India Post', null),
  ('own', 'Own messenger', null);

create table shipments (
  "id" uuid primary key default uuidv7(),
  "orderId" uuid not null references orders,
  "carrier" text not null references carriers,
  "trackingNumber" text,
  "sealNumber" text,
  "address" jsonb not null,
  "byId" uuid not null,
  "shippedAt" timestamptz not null default now(),
  "deliveredAt" timestamptz,
  unique ("carrier", "trackingNumber")
);
create index on shipments ("orderId", "id");

create table shipment_lines (
  "shipmentId" uuid not null references shipments,
  "orderId" uuid not null,
  "position" integer not null,
  "quantity" integer not null check ("quantity" > 0),
  "serials" text[] not null default '{}',
  primary key ("shipmentId", "position"),
  foreign key ("orderId", "position") references order_lines
);

-- What comes back, or, of an order that was called off, never went. The row is its own job, as an order is.
create table returns (
  "id" uuid primary key default uuidv7(),
  "orderId" uuid not null references orders,
  "kind" text not null default 'return' check ("kind" in ('return', 'cancellation')),
  "status" text not null default 'requested' check ("status" in ('requested', 'approved', 'refused', 'received', 'done')),
  "reason" text not null,
  "byStaff" boolean not null,
  "note" text,
  "shippingRefunded" boolean not null default false,
  "refundId" uuid not null default uuidv7(),
  "refundMinor" bigint not null default 0 check ("refundMinor" >= 0),
  "refundStatus" text check ("refundStatus" in ('pending', 'awaiting-approval', 'done', 'failed')),
  "restockDue" boolean not null default false,
  "refundDue" boolean not null default false,
  "dueAt" timestamptz,
  "workingUntil" timestamptz,
  "tries" integer not null default 0,
  "trouble" text,
  "requestedAt" timestamptz not null default now(),
  "decidedAt" timestamptz,
  "receivedAt" timestamptz,
  "doneAt" timestamptz,
  constraint "dueOnlyWhenReceived" check ("status" = 'received' or not ("restockDue" or "refundDue")),
  constraint "noReturnIsForgotten" check (("dueAt" is not null) = ("restockDue" or "refundDue")),
  check (("status" = 'done') = ("doneAt" is not null))
);
create index on returns ("orderId", "id");
create index on returns ("status", "id");
create index on returns ("dueAt") where "dueAt" is not null;
create unique index "shippingIsRefundedOnce" on returns ("orderId") where "shippingRefunded";
create unique index "oneCancellation" on returns ("orderId") where "kind" = 'cancellation';

create table return_lines (
  "returnId" uuid not null references returns,
  "orderId" uuid not null,
  "position" integer not null,
  "quantity" integer not null check ("quantity" > 0),
  "received" integer check ("received" between 0 and "quantity"),
  "condition" text,
  "restock" boolean,
  "weightMg" bigint check ("weightMg" >= 0),
  "refundMinor" bigint not null default 0 check ("refundMinor" >= 0),
  "taxMinor" bigint not null default 0 check ("taxMinor" between 0 and "refundMinor"),
  primary key ("returnId", "position"),
  foreign key ("orderId", "position") references order_lines
);

-- Guesses of numbers and tokens, by a digest of where they come from.
create table misses (
  "key" text primary key,
  "count" integer not null,
  "endsAt" timestamptz not null
);
