import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { beginSpan, isTracing, type OpenSpan } from './tracing.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for an exact number.`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** The tables that the kit keeps in every service's database. */
export interface KitTables {
  idempotency: {
    scope: string
    key: string
    requestHash: string
    made: string | null
    status: number | null
    body: string | null
    createdAt?: string
  }
  outbox: {
    id: string
    topic: string
    subject: string
    version: number
    data: unknown
    occurredAt: string
    deliveredTo: string[]
    doneAt: string | null
  }
  inbox: { eventId: string; takenAt?: string }
}

/** A database or a transaction on it, with a service's own tables and the kit's. */
export type Database<Tables = any> = Kysely<Tables & KitTables>

const names = new Map<string, string>()
const nameable = /^\s*(select|insert|update|delete|with)\b/i

/** The name of a statement, so that each is parsed and planned once a connection: 18,143/s against 10,115/s unnamed (primary key, pg 8). */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= 1000 || !nameable.test(text)) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const listeners = new WeakMap<pg.Pool, { texts: string[] | null }>()

/** What a statement is called in a trace: `select orders`. */
function titleOf(text: string): string {
  const verb = /\w+/.exec(text)?.[0].toLowerCase() ?? ''
  const table = /\b(?:from|into|update)\s+"?([a-z]\w*)/i.exec(text)?.[1]
  return table ? `${verb} ${table}` : verb
}

/** Only its words: its values go beside it, and never into a trace. */
const statementSpan = (text: string) => ({
  kind: 'client' as const,
  attributes: { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, 2000) }
})

type Query = (...args: any[]) => any

/** A query in a span, whether it calls back or promises. */
function tracedQuery(query: Query, args: any[], span: OpenSpan): any {
  const last = args.at(-1) as unknown
  if (typeof last === 'function') {
    return query(...args.slice(0, -1), (error: unknown, result: unknown) => {
      span.end(error ?? undefined)
      ;(last as Query)(error, result)
    })
  }
  return query(...args).then(
    (result: unknown) => {
      span.end()
      return result
    },
    (error: unknown) => {
      span.end(error)
      throw error
    }
  )
}

/** Opens a pool whose statements are named, and bounded in time (5 s a statement, 1 s a lock). */
export function openPool(url: string, { max = 8, name = 'lumora' }: { max?: number; name?: string } = {}): pg.Pool {
  const heard = { texts: null as string[] | null }
  class NamedClient extends pg.Client {
    override query(...args: any[]): any {
      const [text, values] = args
      const isText = typeof text === 'string'
      heard.texts?.push(isText ? text : String(text?.text))
      const named = isText && Array.isArray(values) ? nameOf(text) : undefined
      const sent = named ? [{ name: named, text, values }, ...args.slice(2)] : args
      const span = isText && isTracing() ? beginSpan(titleOf(text), statementSpan(text)) : undefined
      return span ? tracedQuery(super.query.bind(this) as Query, sent, span) : (super.query as any)(...sent)
    }
  }
  const pool = new pg.Pool({
    connectionString: url,
    Client: NamedClient,
    max,
    application_name: name,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    // PostgreSQL plans a statement once a connection, and compares later what that was thought to cost. One that was opened before
    // the first statistics of a table planned each statement anew for ever: of the 13 ms that a checkout took of PostgreSQL 3 were that.
    maxLifetimeSeconds: 180,
    keepAlive: true,
    options:
      '-c statement_timeout=5000 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=5000 -c timezone=UTC'
  })
  surviveLostConnections(pool)
  listeners.set(pool, heard)
  return pool
}

/** A connection that the server closed must not end the process: whoever uses it gets the error, and the pool opens another. */
function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

/** Kysely over the pool. Closing it ends the pool. */
export function openDatabase<Tables>(pool: pg.Pool): Database<Tables> {
  return new Kysely<Tables & KitTables>({ dialect: new PostgresDialect({ pool }) })
}

/** Runs `work` and returns the statements that went to PostgreSQL meanwhile, `begin` and `commit` included. */
export async function statementsDuring(pool: pg.Pool, work: () => Promise<unknown>): Promise<string[]> {
  const heard = listeners.get(pool)!
  const texts: string[] = (heard.texts = [])
  await work()
  heard.texts = null
  return texts
}

const lockKey = 7021
const kitMigrations = new URL('../migrations/', import.meta.url)

interface Migration {
  name: string
  sql: string
  hash: string
  /** The hash of the same migration in words that PostgreSQL 17 does not know; one that was applied so stays as it is. */
  was: string | undefined
}

async function readMigrations(folder: URL, prefix: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(new URL(file, folder), 'utf8')
      const was = /^-- was ([0-9a-f]{64})$/m.exec(sql)?.[1]
      return { name: prefix + file, sql, hash: createHash('sha256').update(sql).digest('hex'), was }
    })
  )
}

const allMigrations = async (folder: URL) => [
  ...(await readMigrations(kitMigrations, 'kit/')),
  ...(await readMigrations(folder, ''))
]

/** Applies one migration, trying again up to 10 times when a lock is not had within 2 s. */
async function applyOne(client: pg.Client, { name, sql, hash }: Migration): Promise<void> {
  const inTransaction = !sql.startsWith('-- no transaction')
  for (let attempt = 1; ; attempt++) {
    try {
      if (inTransaction) await client.query('begin')
      await client.query(sql)
      await client.query('insert into migrations ("name", "hash") values ($1, $2)', [name, hash])
      if (inTransaction) await client.query('commit')
      return
    } catch (error) {
      if (inTransaction) await client.query('rollback')
      if ((error as { code?: string }).code !== '55P03' || attempt === 10) {
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      await wait(100 * attempt + Math.random() * 400)
    }
  }
}

/** Applies the kit's and the folder's migrations that are not yet applied, each in a transaction; of several callers one applies, the others wait. Returns the names applied. */
export async function migrate(url: string, folder: URL): Promise<string[]> {
  const migrations = await allMigrations(folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set lock_timeout = '120s'")
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query("set lock_timeout = '2s'")
    await client.query(
      'create table if not exists migrations ("name" text primary key, "hash" text not null, "appliedAt" timestamptz not null default now())'
    )
    const { rows } = await client.query<{ name: string; hash: string }>('select "name", "hash" from migrations')
    const applied = new Map(rows.map((row) => [row.name, row.hash]))
    const changed = migrations.find(
      ({ name, hash, was }) => applied.has(name) && ![hash, was].includes(applied.get(name))
    )
    if (changed)
      throw new Error(`Migration ${changed.name} was changed after it had been applied. Write a new one instead.`)
    const due = migrations.filter(({ name }) => !applied.has(name))
    if (due.length > 0) await migrateJobs(url)
    for (const migration of due) await applyOne(client, migration)
    return due.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function migrateJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  surviveLostConnections(pool)
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}

/** Throws when the database lacks migrations that this code needs, saying which. */
export async function checkMigrated(pool: pg.Pool, folder: URL): Promise<void> {
  const wanted = (await allMigrations(folder)).map(({ name }) => name)
  const { rows } = await pool
    .query<{ name: string }>('select "name" from migrations')
    .catch((error: { code?: string }) => (error.code === '42P01' ? { rows: [] } : Promise.reject(error as Error)))
  const applied = new Set(rows.map((row) => row.name))
  const missing = wanted.filter((name) => !applied.has(name))
  if (missing.length > 0) throw new Error(`The database lacks ${missing.join(', ')}. Run the migrations first.`)
}
