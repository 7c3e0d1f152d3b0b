import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, signedIn } from '@lumora/kit/testing'
import { openShop, payloads } from './shop.ts'

const { app, hear } = await openShop({ limits: { each: 3, all: 100, seconds: 30, heartbeatSeconds: 0.05 } })
await app.listen({ port: 0, host: '127.0.0.1' })
const base = `http://127.0.0.1:${(app.server.address() as { port: number }).port}/api/v1/messages`

interface Live {
  status: number
  type: string | null
  ids: string[]
  subjects: string[]
  beats: number
  ended: boolean
  stop: () => void
}

/** Opens the stream of a person as a browser does, and keeps what comes. */
async function follow(userId: string, lastEventId?: string): Promise<Live> {
  const stopper = new AbortController()
  const headers = {
    ...(await signedIn(userId)),
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId })
  }
  const answer = await fetch(`${base}/stream`, { headers, signal: stopper.signal })
  const type = answer.headers.get('content-type')
  const live: Live = {
    status: answer.status,
    type,
    ids: [],
    subjects: [],
    beats: 0,
    ended: false,
    stop: () => stopper.abort()
  }
  const read = async () => {
    let text = ''
    for await (const part of answer.body!) {
      text += Buffer.from(part).toString()
      const events = text.split('\n\n')
      text = events.pop()!
      for (const event of events) {
        if (event.startsWith(': ')) live.beats++
        const id = /^id: (.*)$/m.exec(event)?.[1]
        if (id === undefined) continue
        live.ids.push(id)
        live.subjects.push(JSON.parse(/^data: (.*)$/m.exec(event)![1]!).subject)
      }
    }
  }
  void read()
    .catch(() => {})
    .finally(() => (live.ended = true))
  return live
}
const tell = (userId: string) => hear('order.confirmed', payloads(userId, `${userId}@example.com`)['order.confirmed']!)

test('GET /messages/stream tells of each message of one’s inbox as it comes, with heartbeats, and nobody else’s', async () => {
  const [userId, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await tell(userId)
  const [mine, theirs] = [await follow(userId), await follow(other)]
  assert.deepEqual([mine.status, mine.type], [200, 'text/event-stream'])
  await tell(userId)
  await eventually('it comes', () => mine.subjects.length === 1)
  assert.equal(mine.subjects[0], 'Your order LJ-7K2MQ9XA is confirmed')
  await eventually('it beats', () => theirs.beats > 2)
  assert.deepEqual(theirs.ids, [])
  mine.stop()
  theirs.stop()
})

test('GET /messages/stream with Last-Event-ID goes on from there: none is missed, none comes twice', async () => {
  const userId = crypto.randomUUID()
  const first = await follow(userId)
  await tell(userId)
  await eventually('it comes', () => first.ids.length === 1)
  first.stop()
  for (let i = 0; i < 60; i++) await tell(userId)
  const again = await follow(userId, first.ids[0])
  await eventually('all come', () => again.ids.length === 60)
  await Promise.all(Array.from({ length: 20 }, () => tell(userId)))
  await eventually('these too', () => again.ids.length === 80)
  assert.deepEqual(again.ids, [...new Set(again.ids)].toSorted())
  again.stop()
  const bad = await follow(userId, 'nonsense')
  assert.equal(bad.status, 400)
})

test('GET /messages/stream is bounded for each person, and a closed one makes room', async () => {
  const userId = crypto.randomUUID()
  const all = await Promise.all(Array.from({ length: 20 }, () => follow(userId)))
  const open = all.filter(({ status }) => status === 200)
  assert.equal(open.length, 3)
  assert.ok(all.every(({ status }) => status === 200 || status === 429))
  open[0]!.stop()
  await eventually('there is room', async () => {
    const next = await follow(userId)
    return next.status === 200
  })
  assert.equal((await fetch(`${base}/stream`)).status, 401)
})

test('GET /messages/unread, POST /messages/read: what is not read is counted, and all of it noted as read', async () => {
  const userId = crypto.randomUUID()
  for (let i = 0; i < 3; i++) await tell(userId)
  const headers = await signedIn(userId)
  const unread = async () => (await app.inject({ url: '/api/v1/messages/unread', headers })).json().unread
  assert.equal(await unread(), 3)
  const { items } = (await app.inject({ url: '/api/v1/messages?channel=inbox', headers })).json()
  assert.equal(items.length, 3)
  await app.inject({ method: 'POST', url: `/api/v1/messages/${items[0].id}/read`, headers })
  assert.equal(await unread(), 2)
  const read = () => app.inject({ method: 'POST', url: '/api/v1/messages/read', headers })
  assert.deepEqual([(await read()).json().read, (await read()).json().read, await unread()], [2, 0, 0])
})

test('Streams end when the service does', async () => {
  const live = await follow(crypto.randomUUID())
  await eventually('it beats', () => live.beats > 0)
  await app.close()
  await eventually('it ends', () => live.ended)
})
