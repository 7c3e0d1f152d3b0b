-- The trace that an event came from, so that what it makes happen is seen in the same one.
alter table outbox add column "traceparent" text;
