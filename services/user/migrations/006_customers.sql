create table customer_groups (
  "slug" text primary key check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  "name" text not null,
  "description" text not null default '',
  "createdAt" timestamptz not null default now()
);
create table customer_group_members (
  "userId" uuid not null references profiles on delete cascade,
  "groupSlug" text not null references customer_groups on update cascade on delete restrict,
  primary key ("userId", "groupSlug")
);
create index on customer_group_members ("groupSlug", "userId");

create table customer_notes (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "writtenBy" uuid not null,
  "text" text not null,
  "at" timestamptz not null default now()
);
create index on customer_notes ("userId", "id");
create trigger "addedTo" before update or delete on customer_notes for each row execute function refuse_change();

-- Who of the staff has looked at a person's details, and at which.
create table customer_accesses (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "staffId" uuid not null,
  "what" text not null,
  "at" timestamptz not null default now()
);
create index on customer_accesses ("userId", "id");
create trigger "addedTo" before update or delete on customer_accesses for each row execute function refuse_change();
