import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService, signedIn } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { openShop, payloads } from './shop.ts'

const { db, app, hear } = await openShop({ runs: false })
const user = await fromService('user', 'notification', 'people')
const of = (userId: string, headers: Record<string, string> = user) => ({ url: `/internal/people/${userId}`, headers })
async function tell(userId: string): Promise<void> {
  const all = payloads(userId, `${userId}@example.com`)
  for (const topic of ['auth.registered', 'user.consent-changed', 'order.confirmed']) await hear(topic, all[topic]!)
}

test('GET /internal/people/{userId} tells what is kept of that person and of no other', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await tell(one)
  await tell(other)
  const answer = await app.inject(of(one))
  const { messages, contact, consents, purchases } = answer.json().data
  assert.deepEqual(messages.map(({ channel, subject }: any) => [channel, subject]).sort(), [
    ['email', 'Your order LJ-7K2MQ9XA is confirmed'],
    ['inbox', 'Welcome to Lumora Jewels, Asha'],
    ['inbox', 'Your order LJ-7K2MQ9XA is confirmed']
  ])
  assert.equal(contact.email, `${one}@example.com`)
  assert.deepEqual([consents.length, purchases.length], [8, 1])
  assert.ok(!answer.body.includes(other))
})

test('DELETE /internal/people/{userId} asked twice deletes what is kept of that person and of no other', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await tell(one)
  await tell(other)
  const counts = []
  for (let i = 0; i < 2; i++)
    counts.push((await app.inject({ method: 'DELETE', ...of(one) })).json().did.map(({ count }: any) => count))
  assert.deepEqual(counts, [
    [3, 1, 8, 0, 1],
    [0, 0, 0, 0, 0]
  ])
  for (const table of ['messages', 'contacts', 'consents', 'purchases']) {
    const { rows } = await sql<{ userId: string }>`select distinct "userId" from ${sql.table(table)}`.execute(db)
    assert.ok(rows.every(({ userId }) => userId !== one) && rows.some(({ userId }) => userId === other), table)
  }
})

test('GET and DELETE /internal/people/{userId} are for the service with the scope only', async () => {
  const id = crypto.randomUUID()
  for (const method of ['GET', 'DELETE'] as const) {
    assert.equal((await app.inject({ method, url: `/internal/people/${id}` })).statusCode, 401)
    for (const headers of [await signedIn(id), await fromService('order', 'notification', 'events')])
      assert.equal((await app.inject({ method, ...of(id, headers) })).statusCode, 403)
  }
})
