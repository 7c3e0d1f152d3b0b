-- Answers of some kilobytes are kept as they are for their 24 hours: compressing each took more than writing it.
alter table idempotency set (toast_tuple_target = 8160);
