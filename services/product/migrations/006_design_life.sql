-- Who changed what of a design, and when.
create table "designChanges" (
  "id" bigint generated always as identity primary key,
  "designId" uuid not null references designs on delete cascade,
  "version" integer not null,
  "kind" text not null check ("kind" in ('added', 'imported', 'changed')),
  "changes" jsonb not null default '{}',
  "madeBy" uuid not null,
  "at" timestamptz not null default clock_timestamp()
);
create index on "designChanges" ("designId", "id");

-- A piece that staff took out is neither sold nor for sale.
alter table pieces drop constraint "pieces_status_check";
alter table pieces add constraint "pieceStatus" check ("status" in ('in-stock', 'reserved', 'sold', 'withdrawn')),
  add column "version" integer not null default 1;

-- The reports of the pieces that the shop has: one report is of one stone, and so of one piece.
create table "pieceCertificates" (
  "lab" text not null,
  "number" text not null,
  "pieceId" uuid not null references pieces on delete cascade,
  constraint "oneCertificateAPiece" primary key ("lab", "number")
);
create index on "pieceCertificates" ("pieceId");
create function "noteCertificates"() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then delete from "pieceCertificates" where "pieceId" = new."id"; end if;
  if new."status" <> 'sold' then
    insert into "pieceCertificates" select distinct c ->> 'lab', c ->> 'number', new."id" from jsonb_array_elements(new."certificates") c
    where c ->> 'lab' <> 'other';
  end if;
  return null;
end $$;
insert into "pieceCertificates" select distinct c ->> 'lab', c ->> 'number', p."id" from pieces p cross join jsonb_array_elements(p."certificates") c
  where p."status" <> 'sold' and c ->> 'lab' <> 'other' order by 3 on conflict do nothing;
create trigger "newCertificates" after insert on pieces for each row when (new."certificates" <> '[]') execute function "noteCertificates"();
create trigger "otherCertificates" after update of "status", "certificates" on pieces for each row
  when (old."certificates" <> new."certificates" or (new."certificates" <> '[]' and (old."status" = 'sold') <> (new."status" = 'sold')))
  execute function "noteCertificates"();

-- A variant that is made when it is not there, and the lines of orders for which it is.
alter table variants add column "leadTimeDays" integer check ("leadTimeDays" between 1 and 365),
  add constraint "madeOrUnique" check (not ("oneOfAKind" and "leadTimeDays" is not null));
alter table "reservationLines" add column "made" boolean not null default false;
