-- What a person has said; what is not here was never asked, and means no.
create table consents (
  "userId" uuid not null references profiles on delete cascade,
  "channel" text not null check ("channel" in ('email', 'sms', 'inbox', 'push')),
  "topic" text not null check ("topic" in ('promotions', 'price-drops', 'back-in-stock', 'reminders')),
  "granted" boolean not null,
  "changedAt" timestamptz not null default now(),
  primary key ("userId", "channel", "topic")
);

create table consent_changes (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null references profiles on delete cascade,
  "channel" text not null,
  "topic" text not null,
  "from" boolean not null,
  "to" boolean not null check ("from" <> "to"),
  "source" text not null,
  "changedBy" uuid not null,
  "at" timestamptz not null default now()
);
create index on consent_changes ("userId", "id");
create trigger "addedTo" before update or delete on consent_changes for each row execute function refuse_change();
