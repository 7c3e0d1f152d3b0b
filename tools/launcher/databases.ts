import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import { codeOf, Fault } from './faults.ts'

const sealing = new URL('../../deploy/postgres/sealed.psql', import.meta.url)

export interface Role {
  /** Also the name of its database. */
  name: string
  password: string
}

/** Gives each role its own database, which no other role can connect to. Throws a Fault when the server does not allow that. */
export async function ensureDatabases(url: string, roles: Role[], external: boolean): Promise<void> {
  const client = await connect(url, external)
  try {
    const superuser = await requireRights(client)
    const names = roles.map(({ name }) => name)
    const known = await client.query<{ role: string; database: string | null }>(
      `select rolname as role, datname as database from pg_roles left join pg_database on datname = rolname
       where rolname = any($1::text[])`,
      [names]
    )
    for (const { name, password } of roles) {
      const found = known.rows.find(({ role }) => role === name)
      const role = pg.escapeIdentifier(name)
      await client.query(`${found ? 'alter' : 'create'} role ${role} login password ${pg.escapeLiteral(password)}`)
      if (found?.database) continue
      if (!superuser) await client.query(`grant ${role} to current_user`)
      await client.query(`create database ${role} owner ${role} template template0 encoding 'UTF8'`)
    }
    await client.query(
      names.map((name) => `revoke connect on database ${pg.escapeIdentifier(name)} from public`).join(';')
    )
    if (!external) await client.query('revoke connect on database postgres, template1 from public')
  } finally {
    await client.end()
  }
  await Promise.all(roles.map((role) => prepareSealing(url, role, external)))
}

/** Lets a service seal tables in its database: what it has sealed it can only read and add to. */
async function prepareSealing(url: string, { name }: Role, external: boolean): Promise<void> {
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href
  const [sql, client] = await Promise.all([readFile(sealing, 'utf8'), connect(own, external)])
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The URL of a role's own database on the server of that URL. */
export function databaseUrl(serverUrl: string, { name, password }: Role): string {
  const url = new URL(serverUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.href
}

async function connect(url: string, external: boolean): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      if (codeOf(error) === '57P03' && attempt < 50) await sleep(200)
      else if (external) throw new Fault(unreachable(url, error))
      else if (codeOf(error) === '28P01') {
        throw new Fault(
          'The database does not accept the password in secrets.json: put the right file back, or start anew with --fresh.'
        )
      } else throw error
    }
  }
}

function unreachable(url: string, error: unknown): string {
  const place = URL.canParse(url) ? new URL(url).host : 'its address'
  const { message } = error instanceof AggregateError ? (error.errors[0] as Error) : (error as Error)
  return (
    `The PostgreSQL of DATABASE_URL cannot be reached at ${place} (${message}): ` +
    'correct DATABASE_URL, or unset it to use the embedded one.'
  )
}

async function requireRights(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ version: string; number: number; superuser: boolean; creator: boolean }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       rolsuper as superuser, rolcreaterole and rolcreatedb as creator from pg_roles where rolname = current_user`
  )
  const { version, number, superuser, creator } = rows[0] as (typeof rows)[0] & object
  if (number < 170_000)
    throw new Fault(`The PostgreSQL of DATABASE_URL is ${version}: Lumora Jewels needs 17 or newer.`)
  if (!superuser && !creator) {
    throw new Fault(
      'The user of DATABASE_URL may not create roles and databases: use a superuser, or alter it to CREATEROLE CREATEDB.'
    )
  }
  return superuser
}
