import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { databaseUrl } from '../launcher/databases.ts'
import { Fault } from '../launcher/faults.ts'
import type { Running } from '../launcher/folder.ts'
import type { Secrets } from '../launcher/secrets.ts'

export type Row = Record<string, any>
/** Asks the database of a service; nothing can be changed. */
export type Ask = (service: string, text: string, values?: unknown[]) => Promise<Row[]>

/** Each service's database of the platform that runs in this data folder, by the service's name. */
export function databasesOf(dataDir: string, external: string | undefined): Record<string, string> {
  const read = (name: string): unknown => {
    const file = join(dataDir, name)
    if (!existsSync(file)) throw new Fault(`There is no ${file}: start the platform with \`npm start\` first.`)
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  const { postgres } = read('running.json') as Running
  const { databases } = read('secrets.json') as Secrets
  const server = postgres ? `postgres://127.0.0.1:${postgres.port}` : external
  if (!server) throw new Fault('Set DATABASE_URL to the PostgreSQL that the platform was started with.')
  return Object.fromEntries(
    Object.entries(databases).map(([name, password]) => [name, databaseUrl(server, { name, password })])
  )
}

/** Opens the databases for reading; `close` ends the connections. */
export async function openDatabases(urls: Record<string, string>): Promise<{ ask: Ask; close: () => Promise<void> }> {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const clients = new Map<string, pg.Client>()
  /** A connection does one thing after the other. */
  const queues = new Map<string, Promise<unknown>>()
  for (const [name, url] of Object.entries(urls)) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'verify',
      options: '-c default_transaction_read_only=on -c statement_timeout=60000'
    })
    client.on('error', () => {})
    await client.connect()
    clients.set(name, client)
    queues.set(name, Promise.resolve())
  }
  return {
    ask: async (service, text, values) => {
      const client = clients.get(service)
      if (!client) throw new Fault(`There is no database of ${service}.`)
      const rows = queues.get(service)!.then(async () => (await client.query<Row>(text, values)).rows)
      queues.set(
        service,
        rows.catch(() => [])
      )
      return rows
    },
    close: async () => {
      for (const client of clients.values()) await client.end()
    }
  }
}
