#!/usr/bin/env bash
# Starts the image's own entrypoint with the password from its file, so that `docker inspect` shows none.
set -euo pipefail
POSTGRES_PASSWORD=$(cat /run/secrets/POSTGRES_PASSWORD)
export POSTGRES_PASSWORD LC_ALL=C.UTF-8
exec docker-entrypoint.sh "$@"
