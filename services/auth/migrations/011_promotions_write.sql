-- Promotions, shipping methods and taxes are not the catalogue: who may change them is said by itself.
insert into "rolePermissions" ("role", "permission") values
  ('owner', 'promotions:write'), ('catalogue', 'promotions:write'), ('marketing', 'promotions:write');
