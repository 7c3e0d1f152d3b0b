import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Type } from 'typebox'
import { readOtlp, startCollector } from '../../../tools/traces/collector.ts'
import { context } from '../src/context.ts'
import { enqueue } from '../src/jobs.ts'
import { buildService } from '../src/service.ts'
import { eventually, keys, testDatabase, testJobs } from '../src/testing.ts'
import { startTracing, traced } from '../src/tracing.ts'

const { db, pool } = await testDatabase(new URL('./migrations/', import.meta.url))
const collector = await startCollector()
after(collector.close)
const given = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01'

const app = buildService({ name: 'notes', keys, db })
app.post(
  '/notes/:id',
  {
    config: { access: 'anyone' },
    schema: {
      operationId: 'note',
      params: Type.Object({ id: Type.String() }),
      body: Type.Object({ text: Type.String() }),
      response: { 200: Type.Object({}) }
    }
  },
  async ({ body, params }) => {
    if (params.id === 'broken') throw Object.assign(new Error(`no ${body.text}`), { code: 'E_BROKEN' })
    await db.transaction().execute((tx) => enqueue(tx, 'later', { text: body.text }))
    return {}
  }
)
const ask = (id: string, text: string, traceparent?: string) =>
  app.inject({
    method: 'POST',
    url: `/notes/${id}`,
    headers: traceparent ? { traceparent } : {},
    payload: { text }
  })

test('without a collector nothing is traced, and what came goes on', async () => {
  const { stop } = await startTracing({ name: 'notes', endpoint: '', ratio: 1 })
  const seen: (string | undefined)[] = []
  await context.run({ requestId: 'r', deadlineAt: Infinity, traceparent: given }, () =>
    traced('work', { kind: 'inside' }, async () => void seen.push(context.getStore()?.traceparent))
  )
  assert.deepEqual(seen, [given])
  await stop()
})

test('a request, its statements and the job that it enqueues are one trace, without values; what is not sampled leaves nothing', async () => {
  const { stop } = await startTracing({ name: 'notes', endpoint: collector.url, ratio: 1 })
  const taken: unknown[] = []
  const jobs = await testJobs({ app, pool, tasks: { later: async (payload) => void taken.push(payload) } })
  assert.equal((await ask('one', 'canary-1', given)).statusCode, 200)
  assert.equal((await ask('two', 'canary-2', given.replace(/1$/, '0').replaceAll('0123', '4567'))).statusCode, 200)
  await eventually('the jobs', () => taken.length === 2)
  assert.equal((await ask('broken', 'canary-3')).statusCode, 500)
  await app.inject('/livez')
  await jobs.stop()
  await stop()

  const spans = collector.texts.flatMap(readOtlp)
  const of = (name: string) => spans.filter((span) => span.name === name)
  const [whole, broken] = of('POST /notes/:id')
  assert.equal(of('POST /notes/:id').length, 2)
  assert.deepEqual([whole!.traceId, whole!.parentId], given.split('-').slice(1, 3))
  assert.equal(whole!.attributes['http.response.status_code'], 200)
  assert.equal(broken!.parentId, '')
  assert.ok(broken!.isError)
  const inTrace = spans.filter(({ traceId }) => traceId === whole!.traceId)
  assert.deepEqual(
    of('begin').map(({ parentId }) => parentId),
    [whole!.spanId]
  )
  const [job] = of('job later')
  assert.equal(of('job later').length, 1)
  assert.equal(job!.traceId, whole!.traceId)
  assert.ok(inTrace.some(({ attributes }) => String(attributes['db.query.text']).includes('add_job')))
  assert.ok(!collector.texts.some((text) => text.includes('canary')))
  assert.ok(!spans.some(({ name }) => name.includes('livez')))
})
