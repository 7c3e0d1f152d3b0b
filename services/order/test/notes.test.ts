import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import {
  base,
  bought,
  checkouts,
  db,
  failing,
  heal,
  instance,
  makeCart,
  newOrder,
  once,
  payment,
  place,
  pool,
  slug
} from './shop.ts'

const { app } = instance()
const clerk = await staff('orders:read', 'orders:write')
const get = (url: string, headers: Record<string, string> = clerk) => app.inject({ url: `${base}${url}`, headers })
const post = (url: string, payload: object, headers: Record<string, string> = clerk, key = once()) =>
  app.inject({ method: 'POST', url: `${base}${url}`, headers: { ...headers, ...key }, payload })

test('GET /orders/all finds by status, fulfilment, e-mail, number and day, page by page, one statement each', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  const made = []
  for (let i = 0; i < 5; i++) {
    const userId = crypto.randomUUID()
    const order = newOrder(makeCart({ userId }), { email, ...(i === 4 ? payment('decline') : {}) })
    made.push((await place(app, await signedIn(userId), order)).json())
  }
  let first: any
  const statements = await statementsDuring(pool, async () => {
    first = (await get(`/all?email=${email.toUpperCase()}&limit=3`)).json()
  })
  assert.equal(statements.length, 1)
  const second = (await get(`/all?email=${email}&limit=3&after=${first.next}`)).json()
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    made.map(({ id }) => id).toReversed()
  )
  const count = async (query: string) => (await get(`/all?email=${email}&${query}`)).json().items.length
  assert.equal(await count('status=payment-failed'), 1)
  assert.equal(await count('fulfilment=unfulfilled'), 4)
  assert.equal(await count('fulfilment=shipped'), 0)
  assert.equal(await count(`number=${made[0].number.toLowerCase()}`), 1)
  assert.equal(await count(`placedFrom=${made[2].placedAt}`), 3)
  assert.equal(await count(`placedTo=${made[2].placedAt}`), 2)
  assert.equal((await get('/all?status=nothing')).statusCode, 400)
  assert.equal((await get('/all?placedFrom=yesterday')).statusCode, 400)
  for (const headers of [{}, await signedIn(crypto.randomUUID()), await staff('catalogue:write')])
    assert.ok([401, 403].includes((await get('/all', headers)).statusCode))
})

test('notes and the timeline are for staff, in the order in which things happened', async () => {
  const { id, headers } = await bought(app)
  const note = await post(`/${id}/notes`, { text: 'Wants it by Diwali.' })
  assert.equal(note.statusCode, 201, note.body)
  assert.equal((await get(`/${id}/notes`)).json().items[0].text, 'Wants it by Diwali.')
  await post(`/${id}/shipments`, { carrier: 'own', lines: [{ position: 1, quantity: 3 }] })
  const { items } = (await get(`/${id}/timeline`)).json()
  const kinds = items.map(({ kind, what }: any) => `${kind} ${what}`)
  for (const one of [
    'placed placed',
    'move reserved',
    'move confirmed',
    'note note',
    'shipped own',
    'told order.shipped'
  ])
    assert.ok(kinds.includes(one), one)
  assert.equal(kinds[0], 'placed placed')
  const times = items.map(({ at }: any) => Date.parse(at))
  assert.deepEqual(
    times,
    times.toSorted((a: number, b: number) => a - b)
  )
  for (const url of [`/${id}/notes`, `/${id}/timeline`]) assert.equal((await get(url, headers)).statusCode, 403)
  assert.doesNotMatch((await get(`/${id}`, headers)).body, /Diwali/)
  assert.equal((await post(`/${id}/notes`, { text: '' })).statusCode, 400)
  assert.equal((await post(`/${crypto.randomUUID()}/notes`, { text: 'x' })).statusCode, 404)
})

test('A03 GET /orders/tracked/{number}: a wrong number and a wrong token are the same 404, and after 10 misses an hour a 429', async () => {
  const cartToken = crypto.randomUUID()
  const order = (await place(app, { 'cart-token': cartToken }, newOrder(makeCart({ token: cartToken })))).json()
  const from = (address: string) => ({ 'x-forwarded-for': address, 'x-request-id': 'the-same-request' })
  const track = (number: string, token: string | undefined, address: string) =>
    get(`/tracked/${number}`, { ...from(address), ...(token ? { 'order-token': token } : {}) })
  const right = await track(order.number, order.token, '203.0.113.9')
  assert.deepEqual([right.statusCode, right.json().status, right.json().shipments], [200, 'confirmed', []])
  assert.doesNotMatch(right.body, /@|High Street/)
  const wrong = [
    await track(order.number, 'wrong', '203.0.113.1'),
    await track('LJ-00000000', order.token, '203.0.113.1'),
    await track(order.number, undefined, '203.0.113.1')
  ]
  const bodies = new Set(wrong.map(({ body }) => body.replaceAll(/LJ-\w{8}/g, '')))
  assert.deepEqual([bodies.size, wrong[0]!.statusCode], [1, 404])
  for (let i = 0; i < 7; i++) assert.equal((await track(order.number, 'wrong', '203.0.113.1')).statusCode, 404)
  const over = await track(order.number, order.token, '203.0.113.1')
  assert.deepEqual([over.statusCode, slug(over)], [429, 'too-many-tries'])
  assert.ok(Number(over.headers['retry-after']) > 0)
  assert.equal((await track(order.number, order.token, '203.0.113.2')).statusCode, 200)
})

test('A72 POST /orders with a card number in any text is a 422, and the number is neither stored nor logged', async () => {
  const userId = crypto.randomUUID()
  const headers = await signedIn(userId)
  const cartId = makeCart({ userId })
  const seen = newOrder(cartId)
  const cards = [
    '4111111111111111',
    '4111 1111 1111 1111',
    '5500-0000-0000-0004',
    '378282246310005',
    '４１１１１１１１１１１１１１１１'
  ]
  for (const card of cards) {
    for (const changes of [
      { name: `A ${card}` },
      { shippingAddress: { ...seen.shippingAddress, line2: card } },
      { shippingAddress: { ...seen.shippingAddress, phone: card } },
      { billingAddress: { ...seen.shippingAddress, city: card } }
    ]) {
      const reply = await place(app, headers, { ...seen, ...changes })
      assert.deepEqual([reply.statusCode, slug(reply)], [422, 'card-number-refused'], JSON.stringify(changes))
      assert.ok(!reply.body.includes(card))
    }
  }
  const byToken = await place(app, headers, { ...seen, payment: { provider: 'sandbox', token: '4111111111111111' } })
  assert.deepEqual([byToken.statusCode, slug(byToken)], [422, 'card-number-refused'])
  const { rows } = await sql<{ n: number }>`select (select count(*) from orders where "userId" = ${userId})
    + (select count(*) from idempotency where "scope" = ${`customer:${userId}`}) as "n"`.execute(db)
  assert.equal(rows[0]!.n, 0)
  const phone = { ...seen.shippingAddress, phone: '+8613800138000', postcode: '411001' }
  assert.equal((await place(app, headers, { ...seen, shippingAddress: phone })).statusCode, 201)
})

test('POST /orders more than 6 times a minute by one customer, or of one guest’s cart, is a 429; what fails by itself is no try, and cart freezes it once', async () => {
  const { deps } = instance()
  const { buildApp } = await import('../src/app.ts')
  const { keys } = await import('@lumora/kit/testing')
  const strict = buildApp({ ...deps, checkoutsPerMinute: 6, keys })
  const userId = crypto.randomUUID()
  const token = crypto.randomUUID()
  for (const [headers, cartId] of [
    [await signedIn(userId), makeCart({ userId })],
    [{ 'cart-token': token }, makeCart({ token })]
  ] as [Record<string, string>, string][]) {
    const wrong = { ...newOrder(cartId), expectedTotalMinor: 1 }
    for (let i = 0; i < 6; i++) assert.equal(slug(await place(strict, headers, wrong)), 'price-changed')
    const over = await place(strict, headers, newOrder(cartId))
    assert.deepEqual([over.statusCode, slug(over)], [429, 'too-many-tries'])
    assert.ok(Number(over.headers['retry-after']) > 0)
  }
  const unlucky = crypto.randomUUID()
  const cartId = makeCart({ userId: unlucky })
  const key = once()
  failing('PUT /internal/checkouts/{orderId}', 'lost')
  for (let i = 0; i < 8; i++)
    assert.equal((await place(strict, await signedIn(unlucky), newOrder(cartId), key)).statusCode, 503)
  heal()
  const { app: fresh } = instance()
  assert.equal((await place(fresh, await signedIn(unlucky), newOrder(cartId), key)).statusCode, 201)
  assert.equal([...checkouts.values()].filter((checkout) => checkout.cartId === cartId).length, 1)
  const other = crypto.randomUUID()
  assert.equal(
    (await place(instance().app, await signedIn(other), newOrder(makeCart({ userId: other })))).statusCode,
    201
  )
})
