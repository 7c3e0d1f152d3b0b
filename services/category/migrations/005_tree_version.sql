-- Another one after each change of the tree, so that whoever holds the list of it knows by one row whether that is still it.
create table "treeVersion" (
  "only" boolean primary key default true check ("only"),
  "version" uuid not null default gen_random_uuid()
);
insert into "treeVersion" default values;

create function "changeTreeVersion"() returns trigger language plpgsql as $$
begin
  update "treeVersion" set "version" = gen_random_uuid();
  return null;
end $$;
create trigger "changeTree" after insert or update or delete on categories for each statement execute function "changeTreeVersion"();
