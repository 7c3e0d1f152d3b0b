-- Who is asked to join the staff; one open invitation an e-mail, whose newer link ends the older.
create table invitations (
  "id" uuid primary key default uuidv7(),
  "email" text not null unique check ("email" = lower("email")),
  "roles" text[] not null check (cardinality("roles") > 0),
  "tokenHash" bytea not null unique check (octet_length("tokenHash") = 32),
  "invitedBy" uuid not null,
  "createdAt" timestamptz not null default now(),
  "expiresAt" timestamptz not null default now() + interval '7 days'
);

-- What was done, by whom. Each entry's hash covers the one before, so that none can be changed, taken out or moved unseen.
create table "auditEntries" (
  "seq" bigint primary key check ("seq" > 0),
  "at" timestamptz(3) not null,
  "actor" text not null,
  "action" text not null,
  "object" text not null,
  "before" text,
  "after" text,
  "network" text not null,
  "requestId" text not null,
  "previousHash" bytea not null unique check (octet_length("previousHash") = 32),
  "hash" bytea not null unique check (octet_length("hash") = 32)
);

-- The last entry, so that one taken off the end is missed too.
create table "auditHead" (
  "only" boolean primary key default true check ("only"),
  "seq" bigint not null,
  "hash" bytea not null
);
insert into "auditHead" ("seq", "hash") values (0, decode(repeat('00', 32), 'hex'));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is only ever added to.' using errcode = 'insufficient_privilege';
end $$;
create trigger "auditEntries_stay" before update or delete or truncate on "auditEntries"
  for each statement execute function refuse_change();
create trigger "auditHead_stays" before delete or truncate on "auditHead"
  for each statement execute function refuse_change();
