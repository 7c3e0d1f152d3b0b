#!/bin/sh
# Makes a certificate for this machine alone, which no browser knows, unless there is one.
set -eu
cd /certificates
if [ -f edge.crt ]; then exit; fi
names=$(for host in ${EDGE_HOSTS:-localhost}; do printf 'DNS:%s,' "$host"; done)
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj /CN=localhost \
  -addext "subjectAltName=${names}IP:127.0.0.1" -keyout edge.key -out edge.crt.new 2>/dev/null
mv edge.crt.new edge.crt
