#!/bin/sh
# For an NGINX before 1.27.3, which asks for a name only when it starts: writes which proxies are ready, by the addresses of
# their name, and has NGINX read it when it has changed. A proxy that is gone, or says that it leaves, goes from the list; one
# that was in it and is only slow to say stays. When none is ready all that are there are in it.
set -eu
name=${PROXY%:*}
port=${PROXY#*:}
file=/tmp/edge/upstreams.conf

ready() {
  code=0
  curl -fs -o /dev/null --max-time 1 "http://$1:$port/readyz" || code=$?
  [ "$code" = 0 ] || { [ "$code" = 28 ] && grep -qs "server $1:" "$file"; }
}

write() {
  all=$(getent ahostsv4 "$name" | awk '{ print $1 }' | sort -u) || true
  listed=
  for address in $all; do
    if ready "$address"; then listed="$listed $address"; fi
  done
  : > "$file.new"
  for address in ${listed:-${all:-127.0.0.1}}; do
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
