-- The row of an erased person stays, with nothing in it: so nothing that comes late makes the person anew, and a restored
-- backup can be told whom to forget again.
alter table profiles
  add column "emailVerifiedAt" timestamptz,
  add column "erasedAt" timestamptz,
  add constraint "nothingLeftOfTheErased" check ("erasedAt" is null or ("email" is null and "name" is null and "phone" is null));
create index on profiles (lower("email") text_pattern_ops);
create index on profiles (lower("name") text_pattern_ops);
create index on profiles ("erasedAt") where "erasedAt" is not null;

alter table addresses add column "isDefaultBilling" boolean not null default false;
update addresses set "isDefaultBilling" = "isDefault";
create unique index on addresses ("userId") where "isDefaultBilling";

-- Rows of a table that is only ever added to go when their person is erased, and never otherwise.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from profiles where "id" = old."userId" and "erasedAt" is not null) then
    return old;
  end if;
  raise exception '% is only ever added to.', tg_table_name using errcode = 'restrict_violation';
end $$;
