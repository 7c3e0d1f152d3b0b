import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService, keys, signedIn, staff, testDatabase } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import type { Deps } from '../src/controllers/carts.ts'
import type { Tables } from '../src/models/carts.ts'

const { db } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({
  db,
  keys,
  currency: 'INR',
  product: {} as Deps['product'],
  shop: { country: 'IN', region: 'MH' },
  abandonedMinutes: 180
})
const user = await fromService('user', 'cart', 'people')
const of = (userId: string, headers: Record<string, string> = user) => ({ url: `/internal/people/${userId}`, headers })

async function aCart(userId: string): Promise<void> {
  await sql`with c as (insert into carts ("userId", "currency") values (${userId}, 'INR') returning "id")
    insert into cart_lines ("cartId", "variantId", "options", "quantity", "title", "slug")
    select "id", ${crypto.randomUUID()}::uuid, '{"engraving": "Asha"}', 2, 'A ring', 'a-ring' from c`.execute(db)
}

test('GET /internal/people/{userId} tells that person’s carts and no other’s', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await aCart(one)
  await aCart(other)
  const { data } = (await app.inject(of(one))).json()
  assert.equal(data.carts.length, 1)
  assert.deepEqual(data.carts[0].lines[0].options, { engraving: 'Asha' })
  assert.deepEqual((await app.inject(of(crypto.randomUUID()))).json(), { data: { carts: [], groups: [] } })
})

test('DELETE /internal/people/{userId} [20 times at once] deletes that person’s carts and stored answers, once', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await aCart(one)
  await aCart(other)
  await app.inject({
    method: 'POST',
    url: '/api/v1/carts',
    headers: { ...(await signedIn(one)), 'idempotency-key': crypto.randomUUID() },
    payload: {}
  })
  const replies = await Promise.all(Array.from({ length: 20 }, () => app.inject({ method: 'DELETE', ...of(one) })))
  const counts = replies.map((reply) => reply.json().did[0].count)
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    1
  )
  const { rows } = await sql<{ userId: string }>`select "userId" from carts`.execute(db)
  assert.ok(rows.every(({ userId }) => userId !== one) && rows.some(({ userId }) => userId === other))
  const kept = await sql`select from idempotency where "scope" like ${`%${one}`}`.execute(db)
  assert.equal(kept.rows.length, 0)
})

test('GET and DELETE /internal/people/{userId} are for the service with the scope only', async () => {
  const id = crypto.randomUUID()
  for (const method of ['GET', 'DELETE'] as const) {
    assert.equal((await app.inject({ method, url: `/internal/people/${id}` })).statusCode, 401)
    for (const headers of [
      await signedIn(id),
      await staff('customers:read'),
      await fromService('order', 'cart', 'carts')
    ])
      assert.equal((await app.inject({ method, ...of(id, headers) })).statusCode, 403)
  }
})
