-- A catalogue that came as CSV: its good lines wait here until a job has taken them in, design by design in the order of their slugs.
create table "catalogueImports" (
  "id" uuid primary key default uuidv7(),
  "dryRun" boolean not null,
  "status" text not null default 'running' check ("status" in ('running', 'done')),
  "lines" integer not null default 0,
  "waiting" integer not null default 0,
  "imported" integer not null default 0,
  "designs" integer not null default 0,
  "designsDone" integer not null default 0,
  "afterSlug" text not null default '',
  "faultCount" integer not null default 0,
  "faults" jsonb not null default '[]',
  "madeBy" uuid not null,
  "startedAt" timestamptz not null default clock_timestamp(),
  "finishedAt" timestamptz
);

create table "importLines" (
  "importId" uuid not null references "catalogueImports" on delete cascade,
  "slug" text collate "C" not null,
  "line" integer not null,
  "row" jsonb not null,
  primary key ("importId", "slug", "line")
);
