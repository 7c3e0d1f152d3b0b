-- Notes on customers and groups of them are written by those who look after customers.
insert into "rolePermissions" ("role", "permission") values ('owner', 'customers:write'), ('support', 'customers:write');
