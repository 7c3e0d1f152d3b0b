#!/usr/bin/env bash
# One role and one database for each service, which no other role can connect to. Runs once, when the volume is new.
set -euo pipefail
for variable in $(compgen -e | grep '_DATABASE_PASSWORD$'); do
  service=$(echo "${variable%_DATABASE_PASSWORD}" | tr '[:upper:]' '[:lower:]')
  psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=name="$service" --set=password="${!variable}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name" template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8';
revoke connect on database :"name" from public;
SQL
  psql --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$service" --file "$(dirname "${BASH_SOURCE[0]}")/sealed.psql"
done
psql --username "$POSTGRES_USER" --command 'revoke connect on database postgres from public'
