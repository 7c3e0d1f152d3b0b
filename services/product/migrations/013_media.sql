-- Pictures by the hash of what was sent. Their bytes lie in the storage, under that name.
create table media (
  "id" uuid primary key default uuidv7(),
  "hash" text not null unique check ("hash" ~ '^[0-9a-f]{40}$'),
  "format" text not null check ("format" in ('jpeg', 'png', 'webp', 'avif')),
  "bytes" integer not null check ("bytes" > 0),
  "width" integer not null check ("width" > 0),
  "height" integer not null check ("height" > 0),
  "status" text not null default 'processing' check ("status" in ('processing', 'ready', 'failed')),
  "widths" integer[] not null default '{}',
  "failure" text,
  "kept" boolean not null default false,
  "uploadedBy" uuid not null,
  "uploadedAt" timestamptz not null default clock_timestamp(),
  "unusedSince" timestamptz not null default clock_timestamp(),
  check (("status" = 'ready') = ("widths" <> '{}'))
);
create index on media ("unusedSince");

-- What counts against the daily quota of a member of staff: each upload, also of what was there.
create table "mediaUploads" (
  "id" bigint generated always as identity primary key,
  "madeBy" uuid not null,
  "at" timestamptz not null default clock_timestamp()
);
create index on "mediaUploads" ("madeBy", "at");

create table "designMedia" (
  "designId" uuid not null references designs on delete cascade,
  "position" integer not null,
  "mediaId" uuid not null references media,
  "alt" text not null,
  primary key ("designId", "position")
);
create index on "designMedia" ("mediaId");
