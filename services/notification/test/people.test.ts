import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService, keys, signedIn, testDatabase } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { tellPerson } from '../src/controllers/messages.ts'
import type { Tables } from '../src/models/messages.ts'

const { db } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const user = await fromService('user', 'notification', 'people')
const of = (userId: string, headers: Record<string, string> = user) => ({ url: `/internal/people/${userId}`, headers })
const told = { subject: 'Hello', text: 'Dear Asha', html: '<p>Dear Asha</p>' }
const tell = (userId: string) =>
  tellPerson(
    db,
    {
      eventId: crypto.randomUUID(),
      template: 'auth.registered',
      orderId: null,
      email: `${userId}@example.com`,
      userId
    },
    told
  )

test('GET /internal/people/{userId} tells the messages to that person and to no other', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await tell(one)
  await tell(other)
  const { messages } = (await app.inject(of(one))).json().data
  assert.deepEqual(
    messages.map(({ channel, text }: { channel: string; text: string }) => [channel, text]),
    [
      ['email', 'Dear Asha'],
      ['inbox', 'Dear Asha']
    ]
  )
})

test('DELETE /internal/people/{userId} asked twice deletes the messages to that person and to no other', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await tell(one)
  await tell(other)
  const counts = []
  for (let i = 0; i < 2; i++) counts.push((await app.inject({ method: 'DELETE', ...of(one) })).json().did[0].count)
  assert.deepEqual(counts, [2, 0])
  const { rows } = await sql<{ userId: string }>`select distinct "userId" from messages`.execute(db)
  assert.ok(rows.every(({ userId }) => userId !== one) && rows.some(({ userId }) => userId === other))
})

test('GET and DELETE /internal/people/{userId} are for the service with the scope only', async () => {
  const id = crypto.randomUUID()
  for (const method of ['GET', 'DELETE'] as const) {
    assert.equal((await app.inject({ method, url: `/internal/people/${id}` })).statusCode, 401)
    for (const headers of [await signedIn(id), await fromService('order', 'notification', 'events')])
      assert.equal((await app.inject({ method, ...of(id, headers) })).statusCode, 403)
  }
})
