/** A shop of the tests' own, on free ports, whose load may come from one address. */
process.env.COMPOSE_PROJECT_NAME ??= 'lumora-test'
process.env.HTTP_PORT ??= '0'
process.env.HTTPS_PORT ??= '0'
process.env.COMPOSE_PROFILES = 'demo'
process.env.CHECKOUTS_PER_MINUTE ??= '100000'
// The load comes from one address: the one of this machine on Docker's networks.
process.env.EDGE_TRUSTED ??= '10.0.0.0/8 1; 172.16.0.0/12 1; 192.168.0.0/16 1;'
process.env.TRUSTED_CLIENTS ??= '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16'
