-- The last number of each kind in each fiscal year. Whoever issues holds the row until the commit: no gap, no double.
create table document_counters (
  "kind" text not null,
  "fiscalYear" text not null,
  "last" integer not null check ("last" > 0),
  primary key ("kind", "fiscalYear")
);

create table documents (
  "id" uuid primary key default uuidv7(),
  "orderId" uuid not null references orders,
  "kind" text not null check ("kind" in ('invoice', 'credit-note', 'packing-slip')),
  -- What it is of: the order, the return or the shipment.
  "subjectId" uuid not null,
  "fiscalYear" text not null,
  "sequence" integer not null,
  "number" text not null unique,
  "data" jsonb not null,
  "issuedAt" timestamptz not null default now(),
  "wantedAt" timestamptz,
  "renderedAt" timestamptz,
  "pdf" bytea,
  unique ("kind", "subjectId"),
  unique ("kind", "fiscalYear", "sequence"),
  check (("pdf" is null) = ("renderedAt" is null))
);
create index on documents ("orderId", "id");
create index on documents ("wantedAt") where "wantedAt" is not null and "pdf" is null;

create function keep_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old."id", old."orderId", old."kind", old."subjectId", old."fiscalYear", old."sequence", old."number",
      old."data", old."issuedAt") is distinct from (new."id", new."orderId", new."kind", new."subjectId", new."fiscalYear",
      new."sequence", new."number", new."data", new."issuedAt")
    or old."pdf" is distinct from new."pdf" and old."pdf" is not null then
    raise exception 'A document that was issued is never changed.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger "frozen" before update or delete on documents for each row execute function keep_document();

-- Confirmed orders that still need their invoice; those from before have none to expect.
alter table orders add column "invoiceDue" boolean not null default false;
create index on orders ("confirmedAt") where "invoiceDue";
