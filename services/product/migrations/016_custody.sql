-- Where pieces are.
create table places (
  "id" uuid primary key default uuidv7(),
  "name" text not null,
  "kind" text not null check ("kind" in ('shop', 'safe', 'workshop', 'memo', 'laboratory', 'transit', 'other')),
  "note" text not null default '',
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  constraint "oneNameAPlace" unique ("name")
);

-- What is known of one piece only; a weight that is not is its variant's. "photos" is what "pieceMedia" shows, as it is passed on.
alter table pieces
  add column "grossMg" integer check ("grossMg" >= 0),
  add column "netMg" integer check ("netMg" >= 0),
  add column "placeId" uuid references places,
  add column "holder" text,
  add column "photos" jsonb,
  add constraint "netOfGross" check ("netMg" <= "grossMg");
create index on pieces ("placeId", "id") where "placeId" is not null;

-- Another piece may bear the HUID of one that was sold: it came back as old gold.
alter table pieces drop constraint "oneHuidAPiece";
create unique index "oneHuidAPiece" on pieces ("huid") where "status" <> 'sold';

-- Who had a piece, where, since when, and why.
create table "pieceCustody" (
  "id" bigint generated always as identity primary key,
  "pieceId" uuid not null references pieces,
  "placeId" uuid references places,
  "holder" text,
  "reason" text not null,
  "madeBy" uuid not null,
  "at" timestamptz not null default clock_timestamp()
);
create index on "pieceCustody" ("pieceId", "id");
create index on "pieceCustody" ("placeId");
create trigger "pieceCustodyStays" before update or delete or truncate on "pieceCustody" for each statement execute function refuse_change();

create table "pieceMedia" (
  "pieceId" uuid not null references pieces on delete cascade,
  "position" integer not null,
  "mediaId" uuid not null references media,
  "alt" text not null,
  primary key ("pieceId", "position")
);
create index on "pieceMedia" ("mediaId");

-- What was found at a place when it was counted.
create table "stockTakes" (
  "id" uuid primary key default uuidv7(),
  "placeId" uuid not null references places,
  "result" jsonb not null,
  "madeBy" uuid not null,
  "at" timestamptz not null default clock_timestamp()
);
create index on "stockTakes" ("placeId", "id");
create trigger "stockTakesStay" before update or delete or truncate on "stockTakes" for each statement execute function refuse_change();
