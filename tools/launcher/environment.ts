import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { databaseUrl } from './databases.ts'
import type { Secrets } from './secrets.ts'
import type { Service } from './services.ts'

export interface Addresses {
  /** The PostgreSQL server, by any of its users. */
  serverUrl: string
  /** Each service's own address, the gateway's included. */
  services: Record<string, string>
  /** Folder of the code that Node.js compiled before. */
  compileCache: string
  /** Folder in which services keep files. */
  files: string
}

/** The role and the database URL of a service. */
export function databaseOf(service: Service, secrets: Secrets, serverUrl: string): string {
  return databaseUrl(serverUrl, { name: service.name, password: secrets.databases[service.name] as string })
}

/** What a service finds in its environment: this process's own, its addresses, its secrets and nobody else's. */
export function environmentOf(
  service: Service,
  all: Service[],
  secrets: Secrets,
  addresses: Addresses
): NodeJS.ProcessEnv {
  const { serverUrl, services, compileCache, files } = addresses
  const { DATABASE_URL: _, ...inherited } = process.env
  const auth = services.auth ?? 'http://auth:3000'
  const peers = Object.entries(services).map(([name, url]) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, url])
  return {
    LOG_LEVEL: 'info',
    DRAIN_MS: '0',
    ...Object.fromEntries(Object.entries(service.folders).map(([variable, name]) => [variable, join(files, name)])),
    ...inherited,
    ...Object.fromEntries(peers),
    ...secrets.services[service.name],
    ...(service.hasDatabase && { DATABASE_URL: databaseOf(service, secrets, serverUrl) }),
    ...(service.name === 'gateway' && {
      // All who come here are on this machine: demos, tests and load. NGINX tells their addresses.
      TRUSTED_CLIENTS: inherited.TRUSTED_CLIENTS ?? '127.0.0.1,::1',
      TRUSTED_PROXIES: inherited.TRUSTED_PROXIES ?? '127.0.0.1'
    }),
    ...(service.name === 'auth' && { SERVICE_CLIENTS: JSON.stringify(digests(secrets.clients, all)) }),
    HOST: '127.0.0.1',
    PORT: new URL(services[service.name] as string).port,
    JWKS_URL: `${auth}/.well-known/jwks.json`,
    TOKEN_URL: `${auth}/internal/token`,
    SERVICE_SECRET: secrets.clients[service.name],
    NODE_COMPILE_CACHE: compileCache
  }
}

function digests(clients: Record<string, string>, services: Service[]): Record<string, string> {
  const names = [...services.map(({ name }) => name), 'gateway', 'operator'].filter((name) => clients[name])
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(clients[name] as string)
        .digest('hex')
    ])
  )
}
