-- Where an administrator has prepared the database (deploy/postgres/sealed.psql), the audit log is no longer its service's own:
-- the triggers of 006 cannot be dropped or disabled by it, nor can the tables.
do $$
begin
  if to_regprocedure('sealed.seal(regclass, boolean)') is not null then
    perform sealed.seal('"auditEntries"', false);
    perform sealed.seal('"auditHead"', true);
  end if;
end $$;
