-- Who writes templates, runs campaigns and sends messages again; marketing is those who do that and nothing else.
insert into roles values ('marketing');
insert into "rolePermissions" ("role", "permission") values
  ('owner', 'notifications:write'), ('support', 'notifications:write'),
  ('marketing', 'notifications:read'), ('marketing', 'notifications:write');
