import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { listen, startLanes } from '../src/lanes.ts'
import { buildService } from '../src/service.ts'
import { eventually, keys, testDatabase, testLoops } from '../src/testing.ts'

const { db, pool } = await testDatabase(new URL('./migrations/', import.meta.url))
const app = buildService({ name: 'lanes', keys })

test('Work is done at the notice that it is there, by at most so many lanes, and one that fails ends nothing', async () => {
  let due = 0
  let atOnce = 0
  let most = 0
  let done = 0
  const work = async () => {
    if (due === 0) return false
    due--
    most = Math.max(most, ++atOnce)
    await new Promise((resolve) => setTimeout(resolve, 150))
    atOnce--
    if (++done === 2) throw new Error('on purpose')
    return due > 0
  }
  testLoops(pool, app, [
    (log) => startLanes({ pool, channel: 'work', payload: 'mine', lanes: 3, work, failed: 'failed', log })
  ])
  due = 12
  await sql`select pg_notify('work', 'other')`.execute(db)
  await eventually('all is done', async () => {
    await sql`select pg_notify('work', 'mine')`.execute(db)
    return done === 12
  })
  assert.ok(most > 1 && most <= 3, `${most} at once`)
})

test('A listener whose connection is lost opens another, and says that notices may have been missed', async () => {
  const heard: (string | null)[] = []
  testLoops(pool, app, [() => listen(pool, ['Some news'], (_channel, payload) => heard.push(payload))])
  await eventually('it listens', () => heard.length === 1)
  await sql`select pg_notify('Some news', 'one')`.execute(db)
  await eventually('it hears', () => heard.at(-1) === 'one')
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen "Some news"%' and datname = current_database()`.execute(
    db
  )
  await eventually('it listens again', () => heard.at(-1) === null && heard.length === 3)
  await sql`select pg_notify('Some news', 'two')`.execute(db)
  await eventually('it hears again', () => heard.at(-1) === 'two')
})
