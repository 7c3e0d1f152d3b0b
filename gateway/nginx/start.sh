#!/bin/sh
# Fills the settings (EDGE_…) into the template, keeps the list of proxies true, and starts NGINX.
set -eu
mkdir -p /tmp/edge/cache /tmp/edge/body /tmp/edge/proxy /tmp/edge/unused
# Where the proxies do not share this folder, nothing is purged.
if [ "$EDGE_KEPT" = /tmp/edge/kept ]; then mkdir -p /tmp/edge/kept/0 && ln -sfn 0 /tmp/edge/kept/now; fi
names=$(env | sed -nE 's/^(EDGE_[A-Z_]+)=.*/${\1}/p' | tr '\n' ' ')
grep -v '^#' /edge/nginx.conf.template | envsubst "$names" > /tmp/edge/nginx.conf
/edge/upstreams.sh once
/edge/upstreams.sh watch &
exec "$@"
