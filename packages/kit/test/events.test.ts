import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { httpBus, publish, relayTasks, takeOnce, type EventBus } from '../src/events.ts'
import { buildService } from '../src/service.ts'
import { eventually, fromService, keys, testDatabase, testJobs, testPeer } from '../src/testing.ts'
import { eventBusContract } from './event-bus.contract.ts'

declare module '../src/events.ts' {
  interface Topics {
    'sender.spoke': { text: string }
    'sender.whispered': { token: string }
  }
}
const catalogue = {
  'sender.spoke': { data: Type.Object({}, { additionalProperties: true }), heardBy: ['receiver', 'other'] },
  'sender.whispered': { data: Type.Object({ token: Type.String() }), heardBy: ['receiver', 'other'], secret: true }
}

async function openPair() {
  const port = { number: 0 }
  const open = async () => {
    const app = buildService({ name: 'receiver', keys })
    const bus = httpBus({ app, catalogue, peer: () => testPeer('receiver', 'sender', 'http://127.0.0.1:1') })
    await app.listen({ port: port.number, host: '127.0.0.1' })
    port.number = (app.server.address() as { port: number }).port
    return { app, bus }
  }
  let current = await open()
  let take: Parameters<EventBus['receive']>[0] = async () => {}
  const senderApp = buildService({ name: 'sender', keys })
  const sender = httpBus({
    app: senderApp,
    catalogue,
    peer: (name) => testPeer('sender', name, `http://127.0.0.1:${port.number}`, 'events')
  })
  const receiver: EventBus = {
    ...current.bus,
    receive: async (taker) => {
      take = taker
      await current.bus.receive(taker)
    }
  }
  after(() => current.app.close())
  return {
    sender,
    receiver,
    stop: () => current.app.close(),
    start: async () => {
      current = await open()
      await current.bus.receive(take)
    }
  }
}

eventBusContract('the http bus', openPair)

const { db, pool } = await testDatabase<{ notes: { id: string; text: string } }>(
  new URL('./migrations/', import.meta.url)
)

test('publish: what commits is sent to all who hear it, what rolls back is not, and who has taken it is not asked again', async () => {
  const sent: { to: readonly string[]; type: string; data: unknown }[] = []
  let otherIsUp = false
  const bus: EventBus = {
    send: async (event, to) => {
      sent.push({ to, type: event.type, data: event.data })
      return to.filter((name) => name === 'receiver' || otherIsUp)
    },
    receive: async () => {},
    close: async () => {}
  }
  const app = buildService({ name: 'sender', keys, db })
  await testJobs({ app, pool, tasks: relayTasks({ db, bus, catalogue, source: 'sender' }) })
  await db.transaction().execute((tx) => publish(tx, 'sender.spoke', 's-1', 1, { text: 'once' }))
  await db
    .transaction()
    .execute(async (tx) => {
      await publish(tx, 'sender.spoke', 's-2', 1, { text: 'never' })
      throw new Error('no')
    })
    .catch(() => {})
  await eventually('the first try', () => sent.length === 1)
  assert.deepEqual(sent[0], { to: ['receiver', 'other'], type: 'sender.spoke', data: { text: 'once' } })
  otherIsUp = true
  await eventually('the second try', () => sent.length === 2)
  assert.deepEqual(sent[1]!.to, ['other'])
  await eventually('the event done', async () => {
    const { rows } = await sql<{ done: boolean }>`select "doneAt" is not null as done from outbox`.execute(db)
    return rows.length === 1 && rows[0]!.done
  })
})

test('takeOnce: the same event 30 times at once has one effect, and one that fails leaves no trace', async () => {
  let fail = true
  const take = takeOnce(db, {
    'sender.spoke': async (tx, { id, data }) => {
      await tx.insertInto('notes').values({ id, text: data.text }).execute()
      if (fail) throw new Error('not now')
    }
  })
  const event = {
    specversion: '1.0' as const,
    id: crypto.randomUUID(),
    source: 'sender',
    type: 'sender.spoke',
    subject: 's',
    time: '2026-11-22T00:00:00Z',
    datacontenttype: 'application/json' as const,
    aggregateversion: 1,
    data: { text: 'effect' }
  }
  await assert.rejects(take(event))
  fail = false
  await Promise.all(Array.from({ length: 30 }, () => take(event)))
  assert.equal((await db.selectFrom('notes').select('id').where('text', '=', 'effect').execute()).length, 1)
})

test('POST /internal/events is only for the service that the event comes from', async () => {
  const app = buildService({ name: 'receiver', keys })
  const bus = httpBus({ app, catalogue, peer: () => testPeer('receiver', 'sender', 'http://127.0.0.1:1') })
  const taken: string[] = []
  await bus.receive(async ({ id }) => void taken.push(id))
  const body = {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: 'sender',
    type: 'sender.spoke',
    subject: 's',
    time: '2026-11-22T00:00:00Z',
    datacontenttype: 'application/json',
    aggregateversion: 1,
    data: {}
  }
  const post = async (headers: Record<string, string>, changes: object = {}) =>
    (await app.inject({ method: 'POST', url: '/internal/events', headers, payload: { ...body, ...changes } }))
      .statusCode
  assert.equal(await post({}), 401)
  assert.equal(await post(await fromService('sender', 'receiver')), 403)
  assert.equal(await post(await fromService('mallory', 'receiver', 'events')), 403)
  assert.equal(await post(await fromService('sender', 'receiver', 'events'), { type: 'other.spoke' }), 403)
  assert.equal(await post(await fromService('sender', 'receiver', 'events'), { data: 'text' }), 400)
  assert.deepEqual(taken, [])
  assert.equal(await post(await fromService('sender', 'receiver', 'events')), 204)
  assert.deepEqual(taken, [body.id])
})

test('a secret payload is kept until all have taken it, and then forgotten', async () => {
  let otherIsUp = false
  const sent: unknown[] = []
  const bus: EventBus = {
    send: async (event, to) => {
      sent.push(event.data)
      return to.filter((name) => name === 'receiver' || otherIsUp)
    },
    receive: async () => {},
    close: async () => {}
  }
  const whispered = async () =>
    db
      .selectFrom('outbox')
      .select(['id', 'data', 'doneAt'])
      .where('topic', '=', 'sender.whispered')
      .executeTakeFirstOrThrow()
  await sql`insert into outbox ("topic", "subject", "version", "data")
    values ('sender.whispered', 's-3', 1, '{"token":"canary"}')`.execute(db)
  const relay = relayTasks({ db, bus, catalogue, source: 'sender' })['relay-event']!
  const { id } = await whispered()
  await relay({ id }, { id: '1', attempt: 1 }).catch(() => {})
  assert.deepEqual(await whispered(), { id, data: { token: 'canary' }, doneAt: null })
  otherIsUp = true
  await relay({ id }, { id: '1', attempt: 2 })
  const { data, doneAt } = await whispered()
  assert.deepEqual(data, {})
  assert.notEqual(doneAt, null)
  assert.deepEqual(sent, [{ token: 'canary' }, { token: 'canary' }])
})
