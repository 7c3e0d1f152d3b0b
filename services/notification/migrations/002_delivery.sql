-- Every version of every template, the shipped ones and those that staff made of them. What was sent says which it was.
create table templates (
  "id" uuid primary key default uuidv7(),
  "name" text not null,
  "locale" text not null,
  "version" integer not null,
  "subject" text not null,
  "content" text not null,
  "origin" text not null check ("origin" in ('shipped', 'staff')),
  "isActive" boolean not null,
  "madeBy" uuid,
  "createdAt" timestamptz not null default now(),
  unique ("name", "locale", "version")
);
create unique index "oneActive" on templates ("name", "locale") where "isActive";

-- Whom mails are for, as other services tell it; each fact with the time it is of, as they come in any order.
create table contacts (
  "userId" uuid primary key,
  "email" text,
  "emailAt" timestamptz not null default '-infinity',
  "isConfirmed" boolean not null default false,
  "name" text not null default '',
  "locale" text not null default 'en',
  "phone" text,
  "groups" text[] not null default '{}',
  "changedVersion" integer not null default -1
);
create index on contacts (lower("email"));

create table consents (
  "userId" uuid not null,
  "channel" text not null,
  "topic" text not null,
  "granted" boolean not null,
  "changedAt" timestamptz not null,
  primary key ("userId", "channel", "topic")
);
create index on consents ("channel", "topic", "userId") where "granted";

-- Addresses that nothing, or nothing but what must be, is sent to.
create table suppressions (
  "email" text primary key check ("email" = lower("email")),
  "reason" text not null check ("reason" in ('hard-bounce', 'complaint', 'staff')),
  "detail" text not null default '',
  "createdAt" timestamptz not null default now()
);

-- What was bought, for the segments of campaigns.
create table purchases (
  "orderId" uuid primary key,
  "userId" uuid not null,
  "currency" text not null,
  "totalMinor" bigint not null,
  "boughtAt" timestamptz not null
);
create index on purchases ("userId");

create table campaigns (
  "id" uuid primary key default uuidv7(),
  "name" text not null,
  "template" text not null,
  "channel" text not null check ("channel" in ('email', 'sms', 'inbox')),
  "topic" text not null,
  "segment" jsonb not null,
  "startAt" timestamptz not null,
  "perMinute" integer check ("perMinute" > 0),
  "state" text not null check ("state" in ('draft', 'running', 'paused', 'cancelled', 'done')),
  "templateIds" jsonb not null default '{}',
  "cursor" uuid,
  "queued" integer not null default 0,
  "optedOut" integer not null default 0,
  "suppressed" integer not null default 0,
  "queueAt" timestamptz,
  "startedAt" timestamptz,
  "finishedAt" timestamptz,
  "version" integer not null default 1,
  "madeBy" uuid,
  "createdAt" timestamptz not null default now()
);
create index on campaigns ("queueAt") where "state" = 'running';

-- A message is its own job: due at a time, tried so often, taken up under a lease. What it says is its template's version
-- and its values; texts are kept only of messages from before there were versions.
alter table messages alter column "subject" drop not null, alter column "text" drop not null, alter column "html" drop not null;
alter table messages drop constraint "messages_channel_check", drop constraint "messages_state_check", drop constraint "messages_check";
alter table messages
  add column "templateId" uuid references templates,
  add column "values" jsonb,
  add column "locale" text not null default 'en',
  add column "topic" text,
  add column "campaignId" uuid references campaigns,
  add column "isUrgent" boolean not null default true,
  add column "dueAt" timestamptz,
  add column "tries" integer not null default 0,
  add column "reason" text,
  add column "providerId" text,
  add column "sentAt" timestamptz;
update messages set "state" = 'shown' where "state" = 'recorded';
alter table messages
  add constraint "messages_channel_check" check ("channel" in ('email', 'sms', 'inbox')),
  add constraint "messages_state_check" check ("state" in ('waiting', 'sent', 'shown', 'delivered', 'failed', 'withheld')),
  add constraint "messages_inbox_check" check ("channel" <> 'inbox' or "recipient" = 'staff' or "recipient" = "userId"::text),
  add constraint "messages_said_check" check (("templateId" is null) = ("text" is not null)),
  add constraint "messages_due_check" check (("state" = 'waiting') = ("dueAt" is not null));
create index "dueMessages" on messages ("channel", "isUrgent" desc, "dueAt") where "state" = 'waiting';
create index "failedMessages" on messages ("id") where "state" = 'failed';
create index "campaignMessages" on messages ("campaignId", "state") where "campaignId" is not null;
create index "unreadMessages" on messages ("userId") where "channel" = 'inbox' and "readAt" is null;

-- Whoever waits for work or for news is woken by the commit that brings it.
create function "tellOfMessages"() returns trigger language plpgsql as $$
begin
  perform pg_notify('messages', "channel") from (select distinct "channel" from added where "state" = 'waiting') as made;
  perform pg_notify('news', "userId"::text) from (select distinct "userId" from added where "channel" = 'inbox' and "userId" is not null) as made;
  return null;
end $$;
create trigger "tellOfMessages" after insert on messages referencing new table as added
  for each statement execute function "tellOfMessages"();

-- What customers asked to be told of.
create table alerts (
  "id" uuid primary key default uuidv7(),
  "userId" uuid not null,
  "kind" text not null check ("kind" in ('back-in-stock', 'price-drop')),
  "variantId" uuid,
  "slug" text,
  "toldMinor" bigint,
  "createdAt" timestamptz not null default now(),
  check (("variantId" is null) <> ("slug" is null)),
  check ("kind" = 'back-in-stock' or "slug" is not null)
);
create unique index on alerts ("userId", "kind", "variantId") where "variantId" is not null;
create unique index on alerts ("userId", "kind", "slug") where "slug" is not null;
create index on alerts ("variantId") where "variantId" is not null;
create index on alerts ("slug", "kind") where "slug" is not null;

-- Other systems that are told of events.
create table subscriptions (
  "id" uuid primary key default uuidv7(),
  "url" text not null,
  "topics" text[] not null check (cardinality("topics") > 0),
  "description" text not null,
  "secret" bytea not null,
  "formerSecret" bytea,
  "formerUntil" timestamptz,
  "state" text not null check ("state" in ('active', 'disabled')),
  "failingSince" timestamptz,
  "disabledReason" text,
  "version" integer not null default 1,
  "madeBy" uuid,
  "createdAt" timestamptz not null default now()
);

-- One row for each event and subscription; those about one subject are sent in order.
create table webhooks (
  "id" uuid primary key default uuidv7(),
  "subscriptionId" uuid not null references subscriptions on delete cascade,
  "eventId" uuid not null,
  "topic" text not null,
  "subject" text not null,
  "body" text not null,
  "state" text not null check ("state" in ('waiting', 'delivered', 'failed')),
  "dueAt" timestamptz,
  "since" timestamptz not null default now(),
  "tries" integer not null default 0,
  "createdAt" timestamptz not null default now(),
  "deliveredAt" timestamptz,
  unique ("subscriptionId", "eventId"),
  check (("state" = 'waiting') = ("dueAt" is not null))
);
create index "dueWebhooks" on webhooks ("subscriptionId", "dueAt") where "state" = 'waiting';
create index "webhooksInOrder" on webhooks ("subscriptionId", "subject", "id") where "state" = 'waiting';
create index on webhooks ("subscriptionId", "id");

create function "tellOfWebhooks"() returns trigger language plpgsql as $$
begin
  perform pg_notify('webhooks', '');
  return null;
end $$;
create trigger "tellOfWebhooks" after insert on webhooks for each row execute function "tellOfWebhooks"();

-- Each try of a message or of a webhook, and what came of it.
create table deliveries (
  "id" uuid primary key default uuidv7(),
  "messageId" uuid references messages on delete cascade,
  "webhookId" uuid references webhooks on delete cascade,
  "outcome" text not null check ("outcome" in ('accepted', 'again', 'refused')),
  "detail" text not null,
  "ms" integer not null,
  "triedAt" timestamptz not null default now(),
  check (("messageId" is null) <> ("webhookId" is null))
);
create index on deliveries ("messageId") where "messageId" is not null;
create index on deliveries ("webhookId") where "webhookId" is not null;
