-- Of a frozen line only the gift note may go, when its buyer is forgotten.
create function refuse_line_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new."giftNote" is null
    and to_jsonb(old) - 'giftNote' = to_jsonb(new) - 'giftNote' then
    return new;
  end if;
  raise exception '% is never changed.', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger "frozen" on order_lines;
create trigger "frozen" before update or delete on order_lines for each row execute function refuse_line_change();
