import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

import { Fault } from './faults.ts'
import type { Service } from './services.ts'

export interface Secrets {
  /** The embedded PostgreSQL's superuser. */
  postgres: string
  /** Each service's database role. */
  databases: Record<string, string>
  /** Each service client at auth: the services, the gateway, and the operator, who seeds the demo shop. */
  clients: Record<string, string>
  /** What a service's package.json asks for under lumora.secrets. */
  services: Record<string, Record<string, string>>
}

/** Reads the secrets file and adds what is still missing in it: each secret is made once, 256 bits of chance. */
export function readSecrets(file: string, services: Service[], databaseExists: boolean): Secrets {
  const known = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (databaseExists && known === undefined) {
    throw new Fault(
      `${file} is missing, and without it the database beside it cannot be opened: ` +
        'put the file back, or start anew with --fresh.'
    )
  }
  const secrets: Secrets = { postgres: randomSecret(), databases: {}, clients: {}, services: {}, ...parse(file, known) }
  for (const { name, hasDatabase, secrets: names } of services) {
    secrets.clients[name] ??= randomSecret()
    if (hasDatabase) secrets.databases[name] ??= randomSecret()
    const own = (secrets.services[name] ??= {})
    for (const each of names) own[each] ??= randomSecret()
  }
  secrets.clients.operator ??= randomSecret()
  const text = `${JSON.stringify(secrets, null, 2)}\n`
  if (text !== known) {
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return secrets
}

function parse(file: string, text: string | undefined): Partial<Secrets> {
  try {
    return JSON.parse(text ?? '{}') as Partial<Secrets>
  } catch {
    throw new Fault(`${file} is not readable as JSON: put the right file back, or remove it and start with --fresh.`)
  }
}

function randomSecret(): string {
  return randomBytes(32).toString('hex')
}
