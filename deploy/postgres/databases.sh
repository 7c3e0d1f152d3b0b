#!/usr/bin/env bash
# One role and one database for each file of /run/secrets/databases, which holds its password; no other role can connect to it.
# May run again: what is there stays, a password that was changed is set anew. EACH=1 when each service has a server of its own.
set -euo pipefail
PGPASSWORD=$(cat /run/secrets/POSTGRES_PASSWORD)
export PGPASSWORD PGUSER=postgres PGOPTIONS='-c client_min_messages=warning'
here=$(dirname "${BASH_SOURCE[0]}")
for file in /run/secrets/databases/*; do
  service=$(basename "$file")
  export PGHOST=${EACH:+$service-}postgres
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --dbname postgres --set=name="$service" --set=password="$(cat "$file")" <<'SQL'
select format('create role %I login', :'name') where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" login password :'password';
select format('create database %I owner %I template template0 encoding ''UTF8'' locale_provider builtin builtin_locale ''C.UTF-8'' lc_collate ''C'' lc_ctype ''C.UTF-8''', :'name', :'name')
  where not exists (select from pg_database where datname = :'name') \gexec
revoke connect on database :"name" from public;
revoke connect on database postgres from public;
SQL
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --dbname "$service" --file "$here/sealed.psql"
done
