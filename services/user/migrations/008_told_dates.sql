-- The day of a date that its person was reminded of last.
alter table dates add column "toldFor" date;
