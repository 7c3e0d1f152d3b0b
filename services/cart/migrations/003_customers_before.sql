-- Whom a redemption counted before its last change, so that only those who came with the change are counted.
alter table promotion_redemptions add column "customersBefore" text[] not null default '{}';
