import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import ajvModule from 'ajv'
import formatsModule from 'ajv-formats'
import Fastify from 'fastify'
import { generateKeyPair, SignJWT } from 'jose'
import pg from 'pg'
import { issuer, platformAudience, type Keys } from './auth.ts'
import type { Peer } from './client.ts'
import { migrate, openDatabase, openPool, type Database } from './database.ts'
import { startRelay, type RelayOptions } from './events.ts'
import { startJobs, type Jobs, type JobsOptions } from './jobs.ts'
import type { App } from './app.ts'

const pair = await generateKeyPair('EdDSA')

/** The keys that tests sign with. */
export const keys: Keys = async () => pair.publicKey

const sign = async (subject: string, audience: string, claims: Record<string, unknown>) => ({
  authorization: `Bearer ${await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(audience)
    .setExpirationTime('5m')
    .sign(pair.privateKey)}`
})

/** The header of a request from this customer. */
export const signedIn = (userId: string) =>
  sign(userId, platformAudience, { sid: 'test-session', roles: [], permissions: [] })

/** The same of a customer who has just proved who they are. */
export const provenCustomer = (userId: string) =>
  sign(userId, platformAudience, {
    sid: 'test-session',
    roles: [],
    permissions: [],
    provenAt: Math.floor(Date.now() / 1000)
  })

/** The header of a request from a member of staff who may do these things. */
export const staff = (...permissions: string[]) =>
  sign('01990000-0000-7000-8000-00000000000f', platformAudience, { sid: 'test-session', roles: ['staff'], permissions })

/** The header of a request from a member of staff who may do these things and has just proved who they are. */
export const provenStaff = (...permissions: string[]) =>
  provenAs('01990000-0000-7000-8000-00000000000f', ...permissions)

/** The same for a certain member of staff. */
export const provenAs = (staffId: string, ...permissions: string[]) =>
  sign(staffId, platformAudience, {
    sid: 'test-session',
    roles: ['staff'],
    permissions,
    provenAt: Math.floor(Date.now() / 1000)
  })

/** The header of a request from the service `caller` to the service `called`, with these scopes. */
export const fromService = (caller: string, called: string, ...scopes: string[]) =>
  sign(`svc:${caller}`, called, { scopes })

function serverUrl(database: string): string {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('Run tests with `npm test -- <file>`: it starts the PostgreSQL that they need.')
  return Object.assign(new URL(server), { pathname: `/${database}` }).href
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: serverUrl('postgres') })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

const kitMigrations = new URL('../migrations/', import.meta.url)

async function fingerprint(folder: URL): Promise<string> {
  const hash = createHash('sha256')
  for (const place of [kitMigrations, folder]) {
    for (const file of (await readdir(place)).sort()) hash.update(await readFile(new URL(file, place)))
  }
  return hash.digest('hex').slice(0, 24)
}

/** Makes the migrated template of these migrations once in a test run; the files that need it wait for the one that makes it. */
async function template(admin: pg.Client, migrations: URL): Promise<string> {
  const name = `template_${await fingerprint(migrations)}`
  await admin.query('select pg_advisory_lock(7022)')
  const { rows } = await admin.query('select 1 from pg_database where datname = $1', [name])
  if (rows.length === 0) {
    await admin.query(`create database ${name}_new`)
    await migrate(serverUrl(`${name}_new`), migrations)
    await idle(admin, `${name}_new`)
    await admin.query(`alter database ${name}_new rename to ${name}`)
  }
  await admin.query('select pg_advisory_unlock(7022)')
  return name
}

/** Races ask who wins, not how fast the machine is: whoever waits behind twenty others on a busy one is not sent away as a shopper would be. */
const patience =
  '-c lock_timeout=20000 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC'

export interface TestDatabase<Tables> {
  db: Database<Tables>
  pool: pg.Pool
  url: string
}

/** What uses a test database until the test ends, and so must end before it. */
const users = new WeakMap<pg.Pool, (() => Promise<unknown>)[]>()

/** A database of this test file's own, cloned from the migrated template, and dropped afterwards. */
export async function testDatabase<Tables>(migrations: URL): Promise<TestDatabase<Tables>> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await asAdmin(async (admin) => {
    const from = await template(admin, migrations)
    await admin.query(`create database ${name} template ${from} strategy file_copy`)
  })
  const url = `${serverUrl(name)}?options=${encodeURIComponent(patience)}`
  const pool = openPool(url, { max: 10 })
  const db = openDatabase<Tables>(pool)
  users.set(pool, [])
  after(async () => {
    for (const end of users.get(pool)!) await end()
    await db.destroy()
    await asAdmin(async (admin) => {
      await idle(admin, name)
      await admin.query(`drop database ${name} with (force)`)
    })
  })
  return { db, pool, url }
}

/** A pool says it has ended before its sockets have closed, and a forced drop would then fail the test. */
async function idle(admin: pg.Client, database: string): Promise<void> {
  for (let tries = 80; tries > 0; tries--) {
    const { rows } = await admin.query('select 1 from pg_stat_activity where datname = $1', [database])
    if (rows.length === 0) return
    await wait(25)
  }
}

/** Waits until `check` is true, and says what was waited for when it never is. */
export async function eventually(
  what: string,
  check: () => Promise<boolean> | boolean,
  timeoutMs = 15_000
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (Date.now() < end) {
    if (await check()) return
    await wait(20)
  }
  throw new Error(`Waited in vain: ${what}`)
}

/** Runs a service's jobs in the test, until it ends. */
export async function testJobs(options: Omit<JobsOptions, 'log'> & { app: App }): Promise<Jobs> {
  const jobs = await startJobs({ log: options.app.log, ...options })
  users.get(options.pool)!.push(jobs.stop)
  return jobs
}

/** Relays a service's events in the test, until it ends. */
export async function testRelay(
  options: Omit<RelayOptions, 'log'> & { app: App }
): Promise<{ stop: () => Promise<void> }> {
  const relay = await startRelay({ log: options.app.log, ...options })
  users.get(options.pool)!.push(relay.stop)
  return relay
}

/** Runs loops of a service in the test, until it ends. */
export function testLoops(
  pool: pg.Pool,
  app: App,
  loops: ((log: App['log']) => { stop: () => Promise<void> })[]
): void {
  for (const start of loops) users.get(pool)!.push(start(app.log).stop)
}

/** How a peer is called in tests: with a token that it would accept. */
export const testPeer = (caller: string, name: string, url: string, ...scopes: string[]): Peer => ({
  name,
  url,
  tokens: async (audience) => (await fromService(caller, audience, ...scopes)).authorization.slice(7)
})

interface Contract {
  paths: Record<string, Record<string, ContractOperation>>
  components?: object
}
interface ContractOperation {
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

/** What a faked peer does on one operation. */
export type PeerAnswer = (request: {
  params: Record<string, string>
  query: Record<string, string>
  body: any
  headers: Record<string, any>
}) => { status: number; body?: unknown } | Promise<{ status: number; body?: unknown }>

export interface FakePeer {
  url: string
  /** Replaces what the peer does on an operation, for example `'PUT /internal/payments/{orderId}'`. */
  on: (operation: string, answer: PeerAnswer) => void
  /** The operations called so far, in order. */
  calls: string[]
  close: () => Promise<void>
}

/** A peer over real HTTP that answers as told, and fails the test where a request or an answer is not as the peer's own openapi.json says. */
export async function fakePeer(openapi: URL, answers: Record<string, PeerAnswer>): Promise<FakePeer> {
  const contract = JSON.parse(await readFile(openapi, 'utf8')) as Contract
  const ajv = formatsModule.default(new ajvModule.Ajv({ strict: false }))
  const app = Fastify({ forceCloseConnections: true })
  const current = { ...answers }
  const calls: string[] = []
  const faults: string[] = []
  ajv.addSchema({ $id: 'contract', ...contract })

  function check(what: string, schema: object | undefined, value: unknown): void {
    if (!schema) return
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object
    if (!ajv.validate(local, value)) faults.push(`${what}: ${ajv.errorsText()}`)
  }

  for (const [path, operations] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${path}`
      app.route({
        method: method.toUpperCase(),
        url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
        handler: async (request, reply) => {
          calls.push(name)
          const answer = current[name]
          if (!answer) {
            faults.push(`${name} was called, and the test gives no answer to it`)
            return reply.code(501).send()
          }
          check(`${name} request`, operation.requestBody?.content['application/json']?.schema, request.body)
          const { status, body } = await answer(request as unknown as Parameters<PeerAnswer>[0])
          const expected = operation.responses[status]
          if (expected) check(`${name} ${status} answer`, expected.content?.['application/json']?.schema, body)
          else if (status < 300) faults.push(`${name} has no ${status} in its contract`)
          reply.code(status).type(status < 400 ? 'application/json' : 'application/problem+json')
          return body === undefined ? null : JSON.stringify(body)
        }
      })
    }
  }
  for (const name of Object.keys(answers)) {
    const [method, path] = name.split(' ') as [string, string]
    if (!contract.paths[path]?.[method.toLowerCase()])
      throw new Error(`${name} is not in the contract ${openapi.pathname}`)
  }
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  after(async () => {
    await app.close()
    if (faults.length > 0) throw new Error(`Not as the contract says:\n${faults.join('\n')}`)
  })
  return {
    url: `http://127.0.0.1:${port}`,
    on: (name, answer) => void (current[name] = answer),
    calls,
    close: () => app.close()
  }
}
