#!/bin/sh
# Writes which proxies are ready, by the addresses of their name, and has NGINX read it when it has changed: NGINX itself asks
# for a name again only from 1.27.3 on. A proxy that is gone or leaves goes from the list; when none is ready all that are there stay.
set -eu
name=${PROXY%:*}
port=${PROXY#*:}
file=/tmp/edge/upstreams.conf

write() {
  all=$(getent ahostsv4 "$name" | awk '{ print $1 }' | sort -u) || true
  ready=
  for address in $all; do
    if curl -fs -o /dev/null --max-time 1 "http://$address:$port/readyz"; then ready="$ready $address"; fi
  done
  : > "$file.new"
  for address in ${ready:-${all:-127.0.0.1}}; do
    echo "server $address:$port max_fails=1 fail_timeout=1s;" >> "$file.new"
  done
  if [ -f "$file" ] && cmp -s "$file" "$file.new"; then return 1; fi
  mv "$file.new" "$file"
}

if [ "${1:-}" = once ]; then
  write || true
  exit
fi
while sleep 0.5; do
  if write && [ -f /tmp/edge/nginx.pid ]; then kill -HUP "$(cat /tmp/edge/nginx.pid)"; fi
done
