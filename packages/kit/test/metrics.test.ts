import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { enqueue } from '../src/jobs.ts'
import { databaseReadings } from '../src/readings.ts'
import { buildService } from '../src/service.ts'
import { keys, testDatabase } from '../src/testing.ts'

const { db, pool } = await testDatabase(new URL('./migrations/', import.meta.url))

const open = () => buildService({ name: 'notes', keys, db })
const valuesOf = (text: string) =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => /^\w+ /.test(line))
      .map((line) => line.split(' ') as [string, string])
      .map(([name, value]) => [name, Number(value)])
  )

test('GET /metrics tells of events and jobs that wait or were given up, and of connections', async () => {
  await sql`insert into outbox ("topic", "subject", "version", "data", "dueAt", "occurredAt") values
    ('a.b', '1', 1, '{}', now(), now() - interval '90 seconds'), ('a.b', '2', 1, '{}', now(), now()),
    ('a.b', '3', 1, '{}', 'infinity', now() - interval '2 days')`.execute(db)
  await enqueue(db, 'later', {}, { runAt: new Date(Date.now() + 3_600_000).toISOString() })
  await enqueue(db, 'due', {}, { runAt: new Date(Date.now() - 60_000).toISOString() })
  const app = open()
  app.addReadings(databaseReadings(db, pool))
  const values = valuesOf((await app.inject('/metrics')).body)
  assert.equal(values.events_waiting, 2)
  assert.ok(values.events_waiting_seconds! >= 90)
  assert.equal(values.events_given_up, 1)
  assert.equal(values.jobs_waiting, 1)
  assert.ok(values.jobs_waiting_seconds! >= 60)
  assert.equal(values.jobs_failed, 0)
  assert.ok(values.database_connections_open! >= 1)
  assert.ok(values.database_connections_wanted! >= 0)
})

test('GET /metrics leaves out what cannot be read, and tells the rest', async () => {
  const app = open()
  let fails = false
  app.addReadings({
    broken: {
      help: 'x',
      read: async () => {
        if (fails) throw new Error('the database is away')
        return 3
      }
    },
    whole: { help: 'x', read: () => 7 }
  })
  assert.equal(valuesOf((await app.inject('/metrics')).body).broken, 3)
  fails = true
  const { statusCode, body } = await app.inject('/metrics')
  assert.equal(statusCode, 200)
  const values = valuesOf(body)
  assert.equal(values.broken, undefined)
  assert.equal(values.whole, 7)
})
