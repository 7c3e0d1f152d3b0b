-- Rows of some tables are found by their keys, so a tenth of the usual sample tells the planner enough: to analyse 30,000 orders took
-- a second of CPU each time a tenth of them was new, which in a young shop was up to a sixth of what its checkouts cost.
create function sample_less("tables" text[]) returns void language plpgsql as $$
declare
  "change" text;
begin
  for "change" in
    select format('alter table %s ', a."attrelid"::regclass)
        || string_agg(format('alter column %I set statistics 10', a."attname"), ', ')
      from pg_attribute a
      where a."attrelid" in (select format('%I', t)::regclass from unnest("tables") t)
        and a."attnum" > 0 and not a."attisdropped"
      group by a."attrelid"
    union all
    select format('alter index %s alter column %s set statistics 10', a."attrelid"::regclass, a."attnum")
      from pg_index i join pg_attribute a on a."attrelid" = i."indexrelid"
      where i."indrelid" in (select format('%I', t)::regclass from unnest("tables") t)
        and i."indkey"[a."attnum" - 1] = 0
  loop
    execute "change";
  end loop;
end $$;
select sample_less('{idempotency, outbox, inbox}');
