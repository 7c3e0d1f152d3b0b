import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { checkMigrated, migrate, openPool, statementsDuring } from '../src/database.ts'
import { testDatabase } from '../src/testing.ts'

const notes = new URL('./migrations/', import.meta.url)
const { db, pool, url } = await testDatabase<{ notes: { id: string; text: string } }>(notes)
const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
after(() => rm(folder, { recursive: true }))
const folderUrl = pathToFileURL(`${folder}/`)

test('migrate called by 8 at once applies each migration once', async () => {
  await writeFile(join(folder, '001_notes.sql'), 'create table notes ("id" uuid primary key, "text" text not null);\n')
  await writeFile(join(folder, '002_gems.sql'), 'create table gems ("id" integer primary key);\n')
  await assert.rejects(checkMigrated(pool, folderUrl), /lacks 002_gems\.sql/)
})

test('migrate [a file that was applied and then changed] is refused', async () => {
  await writeFile(join(folder, '001_notes.sql'), 'create table notes ("id" uuid);\n')
  await assert.rejects(migrate(url, folderUrl), /001_notes\.sql was changed/)
})

test('migrate applies what is new once, however many call it, and nothing of a file that fails', async () => {
  const { url: own } = await testDatabase(notes)
  const more = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'migrations-'))}/`)
  await writeFile(new URL('001_notes.sql', more), 'create table notes ("id" uuid primary key, "text" text not null);\n')
  await writeFile(new URL('002_gems.sql', more), 'create table gems ("id" integer primary key);\n')
  const results = await Promise.all(Array.from({ length: 8 }, () => migrate(own, more)))
  assert.deepEqual(results.flat(), ['002_gems.sql'])
  await writeFile(new URL('003_bad.sql', more), 'create table half ("id" integer); create table gems ("id" integer);\n')
  await assert.rejects(migrate(own, more), /003_bad\.sql failed/)
  const client = new pg.Client({ connectionString: own })
  await client.connect()
  const { rows } = await client.query("select to_regclass('half') as half")
  await client.end()
  assert.equal(rows[0].half, null)
  await rm(more, { recursive: true })
})

test('migrate waits for a table that is locked, with lock_timeout, and then succeeds', async () => {
  const { url: own, db: ownDb } = await testDatabase(notes)
  const more = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'migrations-'))}/`)
  await writeFile(new URL('001_notes.sql', more), 'create table notes ("id" uuid primary key, "text" text not null);\n')
  await writeFile(new URL('002_column.sql', more), 'alter table notes add column "more" text;\n')
  let migrated: Promise<string[]> | undefined
  await ownDb.transaction().execute(async (tx) => {
    await sql`lock table notes in access share mode`.execute(tx)
    migrated = migrate(own, more)
    await new Promise((resolve) => setTimeout(resolve, 2500))
  })
  assert.deepEqual(await migrated, ['002_column.sql'])
  await rm(more, { recursive: true })
})

test('statements are prepared once a connection under a name', async () => {
  await db.connection().execute(async (one) => {
    for (let i = 0; i < 3; i++) await one.selectFrom('notes').select('id').where('text', '=', String(i)).execute()
    const { rows } = await sql<{
      uses: number
    }>`select generic_plans + custom_plans as uses from pg_prepared_statements where statement like 'select "id" from "notes" where%'`.execute(
      one
    )
    assert.deepEqual(
      rows.map(({ uses }) => uses),
      [3]
    )
  })
})

test('statementsDuring tells what went to PostgreSQL, begin and commit included', async () => {
  const statements = await statementsDuring(pool, () =>
    db.transaction().execute((tx) => tx.selectFrom('notes').select('id').execute())
  )
  assert.equal(statements.length, 3)
})

test('times come as ISO text, bigints as exact numbers, and too large ones are refused', async () => {
  const { rows } = await sql<{
    at: string
    big: number
  }>`select timestamptz '2026-11-22 12:00:00.5+05:30' as at, 9007199254740991::bigint as big`.execute(db)
  assert.deepEqual(rows[0], { at: '2026-11-22T06:30:00.500Z', big: Number.MAX_SAFE_INTEGER })
  await assert.rejects(sql`select 9007199254740993::bigint`.execute(db), RangeError)
})

test('a connection that PostgreSQL closes is replaced', async () => {
  const own = openPool(url, { max: 2 })
  const { rows } = await own.query('select pg_backend_pid() as pid')
  await pool.query('select pg_terminate_backend($1)', [rows[0].pid])
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal((await own.query('select 1 as one')).rows[0].one, 1)
  await own.end()
})
