create table users (
  "id" uuid primary key default uuidv7(),
  "email" text not null unique check ("email" = lower("email") and char_length("email") between 3 and 254),
  "name" text not null check (char_length("name") between 1 and 200),
  "createdAt" timestamptz not null default now()
);

create table credentials (
  "userId" uuid primary key references users on delete cascade,
  "passwordHash" text not null check ("passwordHash" like '$argon2id$%'),
  "changedAt" timestamptz not null default now()
);

create table roles ("name" text primary key);
create table "rolePermissions" (
  "role" text not null references roles,
  "permission" text not null,
  primary key ("role", "permission")
);
create table "userRoles" (
  "userId" uuid not null references users on delete cascade,
  "role" text not null references roles,
  primary key ("userId", "role")
);

insert into roles values ('owner'), ('catalogue'), ('fulfilment'), ('support'), ('finance');
insert into "rolePermissions" values
  ('catalogue', 'catalogue:write'),
  ('fulfilment', 'orders:read'),
  ('fulfilment', 'orders:write'),
  ('support', 'orders:read'),
  ('support', 'customers:read'),
  ('support', 'notifications:read'),
  ('finance', 'orders:read'),
  ('finance', 'payments:read'),
  ('finance', 'payments:write'),
  ('owner', 'catalogue:write'),
  ('owner', 'orders:read'),
  ('owner', 'orders:write'),
  ('owner', 'payments:read'),
  ('owner', 'payments:write'),
  ('owner', 'customers:read'),
  ('owner', 'notifications:read'),
  ('owner', 'operations:read'),
  ('owner', 'operations:write'),
  ('owner', 'staff:write');
