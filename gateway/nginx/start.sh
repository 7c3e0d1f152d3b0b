#!/bin/sh
# Fills the settings (EDGE_…) into the template and starts NGINX. From 1.27.3 on it asks for the proxies' name by itself, by
# Docker's name server; for an older one upstreams.sh keeps the list of them true.
set -eu
mkdir -p /tmp/edge/cache /tmp/edge/body /tmp/edge/proxy /tmp/edge/unused
# Where the proxies do not share this folder, nothing is purged.
if [ "$EDGE_KEPT" = /tmp/edge/kept ]; then mkdir -p /tmp/edge/kept/0; fi
# NGINX stands in the folder that the proxies rename; one may do so just now.
until cd "$EDGE_KEPT"/*/; do sleep 0.1; done
version=$(nginx -v 2>&1 | sed 's/.*\///; s/ .*//')
if [ "$(printf '%s\n' 1.27.3 "$version" | sort -V | head -1)" = 1.27.3 ]; then
  export EDGE_RESOLVER="resolver 127.0.0.11 valid=1s ipv6=off;"
  export EDGE_UPSTREAMS="server $PROXY resolve max_fails=1 fail_timeout=1s;"
else
  export EDGE_RESOLVER="" EDGE_UPSTREAMS="include /tmp/edge/upstreams.conf;"
  /edge/upstreams.sh once
  /edge/upstreams.sh watch &
fi
names=$(env | sed -nE 's/^(EDGE_[A-Z_]+)=.*/${\1}/p' | tr '\n' ' ')
grep -v '^#' /edge/nginx.conf.template | envsubst "$names" > /tmp/edge/nginx.conf
exec "$@"
