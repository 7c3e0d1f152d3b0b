import assert from 'node:assert/strict'
import { test } from 'node:test'
import { events } from '@lumora/contracts/events'
import { httpBus, takeOnce } from '@lumora/kit/events'
import { fromService, signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { work } from '../src/tasks.ts'
import { base, db, instance, makeCart, newOrder, once, payment, place, slug } from './shop.ts'

const { app, deps } = instance()
const peer = () => {
  throw new Error('nothing is sent here')
}
const bus = httpBus({ app, catalogue: events, peer })
await bus.receive(takeOnce(db, work(deps).hearing!))

const user = await fromService('user', 'order', 'people')
const of = (userId: string, headers: Record<string, string> = user) => ({ url: `/internal/people/${userId}`, headers })
const erase = (userId: string) => app.inject({ method: 'DELETE', ...of(userId) })
const home = {
  name: 'Asha Rao',
  line1: '12 Marine Drive',
  city: 'Mumbai',
  region: 'MH',
  postcode: '400020',
  country: 'IN',
  phone: '+919876543210'
}

async function anOrder(userId: string, changes: object = {}) {
  const order = newOrder(makeCart({ userId }), { shippingAddress: home, ...changes })
  return (await place(app, await signedIn(userId), order)).json()
}
async function aGuestOrder(email: string) {
  const token = crypto.randomUUID()
  return (await place(app, { 'cart-token': token }, newOrder(makeCart({ token }), { email }))).json()
}
const show = async (userId: string, id: string) =>
  (await app.inject({ url: `${base}/${id}`, headers: await signedIn(userId) })).json()
const listed = async (userId: string) =>
  (await app.inject({ url: base, headers: await signedIn(userId) })).json().items as { id: string }[]

const verified = async (userId: string, email: string, id: string = crypto.randomUUID()) =>
  app.inject({
    method: 'POST',
    url: '/internal/events',
    headers: await fromService('auth', 'order', 'events'),
    payload: {
      specversion: '1.0',
      id,
      source: 'auth',
      type: 'auth.email-verified',
      subject: userId,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      aggregateversion: 1,
      data: { userId, email, verifiedAt: new Date().toISOString() }
    }
  })

test('GET /internal/people/{userId} tells that person’s orders with their lines, and no other’s', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const { number, totalMinor } = await anOrder(one)
  await anOrder(other)
  const { orders } = (await app.inject(of(one))).json().data
  assert.equal(orders.length, 1)
  assert.deepEqual(
    [orders[0].number, orders[0].totalMinor, orders[0].shippingAddress, orders[0].lines.length],
    [number, totalMinor, home, 1]
  )
})

test('DELETE /internal/people/{userId} [5 times at once] leaves totals, lines, country and region, and nothing of the person', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const before = await anOrder(one)
  const theirs = await anOrder(other)
  const replies = await Promise.all(Array.from({ length: 5 }, () => erase(one)))
  for (const reply of replies)
    assert.deepEqual(reply.json(), { did: [{ what: 'orders', count: 1, how: 'pseudonymised' }] })
  const after = await show(one, before.id)
  const address = { name: 'Erased', line1: 'Erased', city: 'Erased', region: 'MH', postcode: '00000', country: 'IN' }
  assert.deepEqual(after, { ...before, email: 'erased@erased.invalid', name: 'Erased', shippingAddress: address })
  assert.deepEqual(await show(other, theirs.id), theirs)
  const { rows } = await sql<{ row: string }>`select orders::text as "row" from orders where "id" = ${before.id}
    union all select idempotency::text from idempotency where "scope" = ${`customer:${one}`}`.execute(db)
  assert.equal(rows.length, 1)
  for (const canary of ['Asha', 'Marine', '400020', '9876543210', 'buyer@example.com'])
    assert.ok(!rows[0]!.row.includes(canary), canary)
})

test('DELETE /internal/people/{userId} forgets billing addresses, parcels’ addresses, gift notes, notes and reasons', async () => {
  const one = crypto.randomUUID()
  const { id } = await anOrder(one, { billingAddress: { ...home, line2: 'Canary' } })
  const clerk = await staff('orders:read', 'orders:write')
  const post = (path: string, payload: object) =>
    app.inject({ method: 'POST', url: `${base}/${id}/${path}`, headers: { ...clerk, ...once() }, payload })
  await post('shipments', { carrier: 'own', lines: [{ position: 1, quantity: 1 }] })
  await post('notes', { text: 'Canary called.' })
  await post('returns', { reason: 'Canary', lines: [{ position: 1, quantity: 1 }] })
  const told = (await app.inject(of(one))).body
  for (const what of ['Canary', 'Marine', 'shipments', 'returns']) assert.ok(told.includes(what), what)
  assert.equal((await erase(one)).statusCode, 200)
  const { rows } = await sql<{ row: string }>`select orders::text as "row" from orders where "id" = ${id}
    union all select order_lines::text from order_lines where "orderId" = ${id}
    union all select shipments::text from shipments where "orderId" = ${id}
    union all select returns::text from returns where "orderId" = ${id}
    union all select order_notes::text from order_notes where "orderId" = ${id}`.execute(db)
  assert.ok(rows.length >= 4)
  for (const { row } of rows) assert.doesNotMatch(row, /Canary|Marine|400020/)
})

test('DELETE /internal/people/{userId} while an order waits for its payment is a 409 and changes nothing', async () => {
  const one = crypto.randomUUID()
  const done = await anOrder(one)
  await anOrder(one, payment('decline'))
  const reply = await erase(one)
  assert.deepEqual([reply.statusCode, slug(reply)], [409, 'orders-under-way'])
  assert.deepEqual(await show(one, done.id), done)
})

test('auth.email-verified gives a guest’s orders of that e-mail to the person, in any case, once, and no others', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const email = `Asha-${crypto.randomUUID()}@Example.com`
  const guest = await aGuestOrder(email)
  await aGuestOrder(`other-${email}`)
  const owned = await anOrder(other, { email })
  assert.deepEqual(await listed(one), [])
  const event = crypto.randomUUID()
  const replies = await Promise.all(Array.from({ length: 20 }, () => verified(one, email.toLowerCase(), event)))
  for (const reply of replies) assert.equal(reply.statusCode, 204)
  assert.deepEqual(
    (await listed(one)).map(({ id }) => id),
    [guest.id]
  )
  assert.deepEqual(
    (await listed(other)).map(({ id }) => id),
    [owned.id]
  )
  const byToken = await app.inject({ url: `${base}/${guest.id}`, headers: { 'order-token': guest.token } })
  assert.equal(byToken.statusCode, 200)
  await verified(other, email)
  assert.equal((await listed(other)).length, 1)
})

test('an attached order is pseudonymised with its person, and the guest’s token opens it no more', async () => {
  const one = crypto.randomUUID()
  const email = `${crypto.randomUUID()}@example.com`
  const guest = await aGuestOrder(email)
  await verified(one, email)
  assert.equal((await erase(one)).statusCode, 200)
  assert.equal((await show(one, guest.id)).email, 'erased@erased.invalid')
  const byToken = await app.inject({ url: `${base}/${guest.id}`, headers: { 'order-token': guest.token } })
  assert.equal(byToken.statusCode, 404)
})

test('GET and DELETE /internal/people/{userId} are for the service with the scope only', async () => {
  const id = crypto.randomUUID()
  for (const method of ['GET', 'DELETE'] as const) {
    assert.equal((await app.inject({ method, url: `/internal/people/${id}` })).statusCode, 401)
    for (const headers of [
      await signedIn(id),
      await staff('orders:read'),
      await fromService('auth', 'order', 'events')
    ])
      assert.equal((await app.inject({ method, ...of(id, headers) })).statusCode, 403)
  }
})
