#!/bin/sh
# Makes what the configuration names, and, where none is mounted at /run/certificates, a certificate that no browser knows.
set -eu
mkdir -p /tmp/edge/cache /tmp/edge/body /tmp/edge/proxy /tmp/edge/unused
if [ -f /run/certificates/edge.crt ]; then
  ln -sf /run/certificates/edge.crt /run/certificates/edge.key /tmp/edge/
else
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout /tmp/edge/edge.key -out /tmp/edge/edge.crt 2>/dev/null
fi
