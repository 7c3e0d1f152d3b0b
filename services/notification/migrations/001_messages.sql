-- One row for each event, channel and recipient, so that an event heard twice is told once.
create table messages (
  "id" uuid primary key default uuidv7(),
  "eventId" uuid not null,
  "channel" text not null check ("channel" in ('email', 'inbox')),
  "recipient" text not null,
  "userId" uuid,
  "template" text not null,
  "orderId" uuid,
  "subject" text not null check ("subject" !~ '[\r\n]'),
  "text" text not null,
  "html" text not null,
  "state" text not null check ("state" in ('recorded', 'delivered')),
  "readAt" timestamptz,
  "createdAt" timestamptz not null default now(),
  unique ("eventId", "channel", "recipient"),
  check ("channel" <> 'inbox' or "recipient" = "userId"::text)
);
create index on messages ("userId", "id");
create index on messages (lower("recipient"), "id");
