import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dropJob, enqueue, listFailedJobs, startJobs } from '../src/jobs.ts'
import { openPool } from '../src/database.ts'
import { buildService } from '../src/service.ts'
import { eventually, keys, staff, testDatabase, testJobs } from '../src/testing.ts'

const { db, pool, url: databaseUrl } = await testDatabase(new URL('./migrations/', import.meta.url))
const app = buildService({ name: 'notes', keys, db })
const done: string[] = []
// As a process leaves it that was killed while it did a job.
await enqueue(db, 'note', { text: 'abandoned' })
await enqueue(db, 'note', { text: 'being done' })
await sql`update graphile_worker._private_jobs set "attempts" = 1, locked_by = 'pool-of-the-dead',
  locked_at = now() - make_interval(secs => case payload->>'text' when 'abandoned' then 46 else 20 end)`.execute(db)
let broken = true
let sweeps = 0

await testJobs({
  app,
  pool,
  tasks: {
    note: async ({ text }: { text: string }) => void done.push(text),
    fragile: async () => {
      if (broken) throw new Error('not today')
      done.push('mended')
    }
  },
  sweeps: [
    {
      seconds: 0.05,
      run: async () => {
        if (++sweeps === 2) throw new Error('a sweep that fails does not end the next')
      }
    }
  ]
})

test('a job whose process was killed is done by another within a minute, one that may still be done is left alone', async () => {
  await eventually('the abandoned job is done', () => done.includes('abandoned'))
  assert.ok(!done.includes('being done'))
  await sql`delete from graphile_worker._private_jobs where payload->>'text' = 'being done'`.execute(db)
})

test('enqueue in a transaction runs if it commits, and never if it does not', async () => {
  await db.transaction().execute((tx) => enqueue(tx, 'note', { text: 'committed' }))
  await db
    .transaction()
    .execute(async (tx) => {
      await enqueue(tx, 'note', { text: 'rolled back' })
      throw new Error('no')
    })
    .catch(() => {})
  await eventually('the job', () => done.includes('committed'))
  assert.ok(!done.includes('rolled back'))
})

test('a timer set twice under one key runs once; one that was dropped does not run', async () => {
  const runAt = new Date(Date.now() + 300).toISOString()
  await enqueue(db, 'note', { text: 'first' }, { key: 'timer-1', runAt })
  await enqueue(db, 'note', { text: 'second' }, { key: 'timer-1', runAt })
  await enqueue(db, 'note', { text: 'dropped' }, { key: 'timer-2', runAt })
  await dropJob(db, 'timer-2')
  await eventually('the timer', () => done.includes('second'))
  assert.ok(!done.includes('first') && !done.includes('dropped'))
})

test('GET /operations/notes/failed-jobs lists what failed for good, and POST …/retry drives it again', async () => {
  await enqueue(db, 'fragile', {}, { maxAttempts: 1 })
  await eventually('the failure', async () => (await listFailedJobs(db, 10)).length === 1)
  const url = '/api/v1/operations/notes/failed-jobs'
  assert.equal((await app.inject(url)).statusCode, 401)
  const reply = await app.inject({ url, headers: await staff('operations:read') })
  const [job] = reply.json().items
  assert.equal(job.task, 'fragile')
  assert.match(job.lastError, /not today/)
  broken = false
  const headers = await staff('operations:write')
  assert.equal((await app.inject({ method: 'POST', url: `${url}/${job.id}/retry`, headers })).statusCode, 204)
  await eventually('the second try', () => done.includes('mended'))
  assert.equal((await app.inject({ method: 'POST', url: `${url}/999999/retry`, headers })).statusCode, 404)
  const { rows } = await sql`select 1 from graphile_worker.jobs`.execute(db)
  assert.equal(rows.length, 0)
})

test('a sweep runs again and again, also after one that failed', async () => {
  await eventually('four sweeps', () => sweeps >= 4)
})

test('jobs are worked off also when the very first query of the workers fails', async () => {
  const own = openPool(databaseUrl)
  const worked: string[] = []
  let refused = 0
  own.on('acquire', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: [{ text?: string }]) => {
      if (refused > 0 || !args[0].text?.includes('_private_tasks')) return query(...args)
      refused++
      return Promise.reject(new Error('timeout exceeded when trying to connect'))
    }) as typeof client.query
  })
  const jobs = await startJobs({ pool: own, log: app.log, tasks: { other: async () => void worked.push('done') } })
  await enqueue(db, 'other', {})
  await eventually('the job', () => worked.length > 0, 40_000)
  assert.equal(refused, 1)
  await jobs.stop()
  await own.end()
})
