import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { httpBus, publish, takeOnce, type EventBus } from '../src/events.ts'
import { statementsDuring } from '../src/database.ts'
import { buildService } from '../src/service.ts'
import { eventually, fromService, keys, staff, testDatabase, testPeer, testRelay } from '../src/testing.ts'
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
  const relay = await testRelay({ app, db, pool, bus, catalogue, source: 'sender' })
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
  await relay.stop()
})

test('200 events are carried by three relays at once, each to each listener once, in a few statements', async () => {
  const taken: string[] = []
  const bus: EventBus = {
    send: async ({ id }, to) => {
      taken.push(...to.map((name) => `${id} ${name}`))
      return [...to]
    },
    receive: async () => {},
    close: async () => {}
  }
  const app = buildService({ name: 'sender', keys, db })
  await sql`insert into outbox ("topic", "subject", "version", "data")
    select 'sender.spoke', 's-' || n, 1, '{}' from generate_series(1, 200) n`.execute(db)
  const relays: { stop: () => Promise<void> }[] = []
  const texts = await statementsDuring(pool, async () => {
    for (let i = 0; i < 3; i++) relays.push(await testRelay({ app, db, pool, bus, catalogue, source: 'sender' }))
    await eventually('all of them', () => taken.length >= 400)
    await Promise.all(relays.map((relay) => relay.stop()))
  })
  assert.equal(new Set(taken).size, 400)
  assert.equal(taken.length, 400)
  assert.ok(texts.length <= 20, `${texts.length} statements`)
})

test('an event that nobody takes is given up at last, listed for staff, and sent again when they say so', async () => {
  let isUp = false
  let tries = 0
  const bus: EventBus = {
    send: async (_event, to) => {
      tries++
      return isUp ? [...to] : []
    },
    receive: async () => {},
    close: async () => {}
  }
  const app = buildService({ name: 'sender', keys, db })
  await db.transaction().execute((tx) => publish(tx, 'sender.spoke', 'poison', 1, { text: 'poison' }))
  const relay = await testRelay({ app, db, pool, bus, catalogue, source: 'sender', giveUp: { tries: 1, hours: 0 } })
  const read = await staff('operations:read')
  const failed = async () => {
    const reply = await app.inject({ url: '/api/v1/operations/sender/failed-jobs', headers: read })
    return reply.json<{ items: { id: string; task: string; lastError: string }[] }>().items
  }
  await eventually('the event given up', async () => (await failed()).length === 1)
  assert.equal(tries, 1)
  const [{ id, task, lastError }] = (await failed()) as [{ id: string; task: string; lastError: string }]
  assert.deepEqual([task, lastError], ['send sender.spoke', 'not taken by receiver, other'])
  isUp = true
  const again = { method: 'POST' as const, headers: await staff('operations:write') }
  assert.equal(
    (await app.inject({ ...again, url: `/api/v1/operations/sender/failed-jobs/${crypto.randomUUID()}/retry` }))
      .statusCode,
    404
  )
  assert.equal(
    (await app.inject({ ...again, url: `/api/v1/operations/sender/failed-jobs/${id}/retry` })).statusCode,
    204
  )
  await eventually('the event taken', async () => (await failed()).length === 0 && tries === 2)
  await relay.stop()
})

test('a relay whose connection is cut goes on by itself', async () => {
  const sent: string[] = []
  const bus: EventBus = {
    send: async ({ subject }, to) => {
      sent.push(subject)
      return [...to]
    },
    receive: async () => {},
    close: async () => {}
  }
  const app = buildService({ name: 'sender', keys, db })
  const relay = await testRelay({ app, db, pool, bus, catalogue, source: 'sender' })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'listen outbox'`.execute(db)
  await db.transaction().execute((tx) => publish(tx, 'sender.spoke', 'after the cut', 1, { text: 'x' }))
  await eventually('the event', () => sent.includes('after the cut'))
  await relay.stop()
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

const spoken = (text: string, changes: object = {}) => ({
  specversion: '1.0' as const,
  id: crypto.randomUUID(),
  source: 'sender',
  type: 'sender.spoke',
  subject: 's',
  time: '2026-11-22T00:00:00Z',
  datacontenttype: 'application/json' as const,
  aggregateversion: 1,
  data: { text },
  ...changes
})

test('takeOnce: events heard together [60 at once, each twice, one poisoned] have one effect each in few statements, and the poisoned has none', async () => {
  const take = takeOnce(
    db,
    {},
    {
      'sender.spoke': {
        parts: (all) => sql`noted as (insert into notes ("id", "text")
          select "eventId", nullif(e."text", 'poison') from taken join unnest(${all.map(({ id }) => id)}::uuid[],
            ${all.map(({ data }) => data.text)}::text[]) e("eventId", "text") using ("eventId"))`
      }
    }
  )
  const good = Array.from({ length: 59 }, () => spoken('together'))
  const poisoned = spoken('poison')
  let results: PromiseSettledResult<void>[] = []
  await statementsDuring(pool, async () => {
    results = await Promise.allSettled([...good, poisoned, ...good, poisoned].map(take))
  })
  assert.deepEqual(
    results
      .map(({ status }, index) => [index % 60 === 59, status === 'rejected'])
      .filter(([bad, failed]) => bad !== failed),
    []
  )
  const notes = await db.selectFrom('notes').select('id').where('text', '=', 'together').execute()
  assert.deepEqual(notes.map(({ id }) => id).sort(), good.map(({ id }) => id).sort())
  const noted = await db.selectFrom('inbox').select('eventId').where('eventId', '=', poisoned.id).execute()
  assert.deepEqual(noted, [])
  const clean = Array.from({ length: 50 }, () => spoken('clean'))
  const statements = await statementsDuring(pool, () => Promise.all(clean.map(take)))
  assert.equal(statements.length, 1)
})

test('POST /internal/events/many [one not as the catalogue says, one of another service, one that fails] takes the others', async () => {
  const app = buildService({ name: 'receiver', keys })
  const bus = httpBus({ app, catalogue, peer: () => testPeer('receiver', 'sender', 'http://127.0.0.1:1') })
  const taken: string[] = []
  await bus.receive(async ({ id, data }) => {
    if ((data as { text: string }).text === 'fails') throw new Error('not now')
    taken.push(id)
  })
  const events = [
    spoken('first'),
    spoken('bad', { data: 'text' }),
    spoken('forged', { type: 'other.spoke' }),
    spoken('fails'),
    spoken('last')
  ]
  const post = async (headers: Record<string, string>, payload: object) =>
    app.inject({ method: 'POST', url: '/internal/events/many', headers, payload })
  assert.equal((await post({}, { events })).statusCode, 401)
  assert.equal((await post(await fromService('sender', 'receiver'), { events })).statusCode, 403)
  const headers = await fromService('sender', 'receiver', 'events')
  assert.equal((await post(headers, { events: [] })).statusCode, 400)
  assert.deepEqual(taken, [])
  assert.deepEqual((await post(headers, { events })).json(), { takenIds: [events[0]!.id, events[4]!.id] })
  assert.deepEqual(taken, [events[0]!.id, events[4]!.id])
})

test('the http bus sends what is due at once in one request, and singly to a receiver from before that', async () => {
  for (const isOld of [false, true]) {
    const paths: string[] = []
    const app = buildService({ name: 'receiver', keys })
    app.addHook('onRequest', async ({ url }, reply) => {
      paths.push(url)
      if (isOld && url.endsWith('/many')) await reply.code(404).send()
    })
    const receiver = httpBus({ app, catalogue, peer: () => testPeer('receiver', 'sender', 'http://127.0.0.1:1') })
    const taken: string[] = []
    await receiver.receive(async ({ id }) => void taken.push(id))
    await app.listen({ port: 0, host: '127.0.0.1' })
    after(() => app.close())
    const { port } = app.server.address() as { port: number }
    const sender = httpBus({
      app: buildService({ name: 'sender', keys }),
      catalogue,
      peer: (name) => testPeer('sender', name, `http://127.0.0.1:${port}`, 'events')
    })
    const events = Array.from({ length: 30 }, () => spoken('one of many'))
    const results = await Promise.all(events.map((event) => sender.send(event, ['receiver'])))
    assert.ok(results.every(([name]) => name === 'receiver'))
    assert.deepEqual(taken.sort(), events.map(({ id }) => id).sort())
    assert.deepEqual(paths.length, isOld ? 31 : 1, paths.join(' '))
  }
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
  const app = buildService({ name: 'sender', keys, db })
  await testRelay({ app, db, pool, bus, catalogue, source: 'sender' })
  await eventually('the first try', () => sent.length === 1)
  const { id } = await whispered()
  assert.deepEqual(await whispered(), { id, data: { token: 'canary' }, doneAt: null })
  otherIsUp = true
  await eventually('the event done', async () => (await whispered()).doneAt !== null)
  const { data, doneAt } = await whispered()
  assert.deepEqual(data, {})
  assert.notEqual(doneAt, null)
  assert.deepEqual(sent, [{ token: 'canary' }, { token: 'canary' }])
})
