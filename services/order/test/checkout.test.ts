import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { events } from '@lumora/contracts/events'
import { statementsDuring } from '@lumora/kit/database'
import { httpBus, takeOnce } from '@lumora/kit/events'
import type { Once } from '@lumora/kit/idempotency'
import { fromService, signedIn } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import { saveOrder, sweepOrders, work } from '../src/controllers/checkout.ts'
import type { Buyer } from '../src/controllers/checkout.ts'
import { takeStep } from '../src/controllers/steps.ts'
import { endCheckout, startCheckout } from '../src/models/checkouts.ts'
import { moveOrder, type OrderRow } from '../src/models/orders.ts'
import { orderStates, orderStatuses } from '../src/schemas/statuses.ts'
import { work as jobs } from '../src/tasks.ts'
import {
  answerChallenge,
  article,
  base,
  cancel,
  carts,
  checkPromises,
  db,
  dear,
  expireReservation,
  failing,
  garbled,
  heal,
  insist,
  instance,
  letLeasesEnd,
  letTimersEnd,
  makeCart,
  newOrder,
  once,
  pace,
  pay,
  payment,
  payments,
  place,
  pool,
  prices,
  reservations,
  reservedFor,
  rowOf,
  settle,
  slug,
  stock
} from './shop.ts'

const { app, deps } = instance()
const peer = () => {
  throw new Error('no events are sent here')
}
const bus = httpBus({ app, catalogue: events, peer })
await bus.receive(takeOnce(db, jobs(deps).hearing!))

afterEach(async () => {
  heal()
  pace.maxMs = 0
  await settle()
  await checkPromises()
  await letTimersEnd()
  await settle()
  await checkPromises()
})

async function buyer() {
  const userId = crypto.randomUUID()
  return { userId, headers: await signedIn(userId) }
}
const topicsOf = async (orderId: string) =>
  (await db.selectFrom('outbox').select('topic').where('subject', '=', orderId).orderBy('id').execute()).map(
    ({ topic }) => topic
  )
const onceOf: Once = {
  made: null,
  seen: sql`null::json`,
  know: () => {},
  answer: async (_tx, _status, value) => value,
  keep: async () => {},
  keepIn: (_from, _made, run) => run(sql`kept as (select)`),
  ending: () => null
}
const byUser = (userId: string): Buyer => ({ userId, cartToken: null, requestKey: crypto.randomUUID() })
/** An order as it is when the process that placed it dies at once. */
async function placedOnly(changes: object = {}, lines = [article()]): Promise<OrderRow> {
  const userId = crypto.randomUUID()
  const cartId = makeCart({ userId }, lines)
  return (await saveOrder(deps, onceOf, byUser(userId), newOrder(cartId, changes) as any))!
}

const operations = {
  reserve: 'PUT /internal/reservations/{orderId}',
  authorise: 'PUT /internal/payments/{orderId}',
  commit: 'PUT /internal/reservations/{orderId}/commit',
  capture: 'PUT /internal/payments/{orderId}/capture',
  release: 'DELETE /internal/reservations/{orderId}',
  void: 'PUT /internal/payments/{orderId}/void'
}

test('POST /orders by a customer is confirmed at once, at the frozen quote', async () => {
  const { userId, headers } = await buyer()
  const cartId = makeCart({ userId }, [article(undefined, 2), { ...article(), options: { engraving: 'For A' } }])
  const reply = await place(app, headers, newOrder(cartId))
  assert.equal(reply.statusCode, 201, reply.body)
  const order = reply.json()
  assert.match(order.number, /^LJ-[0-9A-HJKMNP-TV-Z]{8}$/)
  assert.deepEqual(
    [order.status, order.payment.status, order.totalMinor, order.subtotalMinor + order.taxMinor, order.token],
    ['confirmed', 'captured', 30_900, 30_900, undefined]
  )
  assert.deepEqual(
    order.lines.map(({ quantity, totalMinor, options: { engraving = null } }: any) => [
      quantity,
      totalMinor,
      engraving
    ]),
    [
      [2, 20_600, null],
      [1, 10_300, 'For A']
    ]
  )
  assert.equal(payments.get(order.id)!.captures, 1)
  assert.equal(reservations.get(order.id)!.status, 'committed')
  const event = await db.selectFrom('outbox').selectAll().where('subject', '=', order.id).executeTakeFirstOrThrow()
  assert.equal(event.topic, 'order.confirmed')
  assert.ok(Value.Check(events['order.confirmed'].data, event.data))
})

test('POST /orders freezes promotions, shipping, billing address and each tax, and the parts sum to the total', async () => {
  const { userId, headers } = await buyer()
  const cartId = makeCart({ userId }, [article(undefined, 2), article(undefined, 3)])
  dear.add(cartId)
  const billingAddress = { ...newOrder(cartId).shippingAddress, name: 'A Company' }
  const order = (await place(app, headers, newOrder(cartId, { billingAddress, shippingMethod: 'standard' }))).json()
  const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor, promotions, shipping, taxes, lines } =
    order
  assert.equal(subtotalMinor - discountMinor + shippingMinor + taxMinor, totalMinor)
  assert.deepEqual([promotions[0].code, shipping.code, order.billingAddress], ['TEN', 'standard', billingAddress])
  assert.equal(
    taxes.reduce((sum: number, { minor }: any) => sum + minor, 0),
    taxMinor
  )
  assert.equal(
    lines.reduce((sum: number, line: any) => sum + line.totalMinor, shipping.totalMinor),
    totalMinor
  )
  for (const line of lines) {
    assert.equal(line.listMinor - line.discountMinor, line.taxableMinor)
    assert.equal(line.taxableMinor + line.taxMinor, line.totalMinor)
    assert.equal(line.article.huid, 'AB12CD')
  }
  assert.equal(payments.get(order.id)!.attempts[0]!.amountMinor, totalMinor)
})

test('POST /orders [cart answers what does not add up, or is of another order] is a 502, and makes nothing', async () => {
  const wrong: ((checkout: any) => object)[] = [
    (checkout) => ({
      totalMinor: checkout.totalMinor,
      taxMinor: checkout.taxMinor + 1,
      subtotalMinor: checkout.subtotalMinor - 1
    }),
    (checkout) => ({ lines: [{ ...checkout.lines[0], discountMinor: 5 }] }),
    () => ({ orderId: crypto.randomUUID() }),
    () => ({ currency: 'USD' })
  ]
  for (const change of wrong) {
    const { userId, headers } = await buyer()
    const cartId = makeCart({ userId })
    garbled.set(cartId, change)
    const reply = await place(app, headers, newOrder(cartId))
    assert.deepEqual([reply.statusCode, slug(reply)], [502, 'checkout-not-usable'], reply.body)
    assert.deepEqual((await app.inject({ url: base, headers })).json().items, [])
  }
})

test('POST /orders by a transfer between banks waits for days, with its stock held; an order is not paid so later', async () => {
  const { userId, headers } = await buyer()
  const wanted = newOrder(makeCart({ userId }), { payment: { provider: 'bank-transfer', token: 'sandbox-action' } })
  const order = (await place(app, headers, wanted)).json()
  assert.equal(order.status, 'awaiting-payment')
  assert.ok(Date.parse(order.payBy) > Date.now() + 4.9 * 86_400_000)
  assert.ok(reservedFor.get(order.id)! > 5 * 86_400 && reservedFor.get(order.id)! <= 604_800)
  answerChallenge(order.id, 'authorised')
  await letLeasesEnd()
  await sweepOrders(deps)
  assert.equal((await rowOf(order.id)).status, 'confirmed')
  const failed = (await place(app, headers, newOrder(makeCart({ userId }), payment('decline')))).json()
  const later = await app.inject({
    method: 'POST',
    url: `${base}/${failed.id}/payments`,
    headers: { ...headers, ...once() },
    payload: { payment: { provider: 'bank-transfer', token: 'bank-transfer' } }
  })
  assert.deepEqual([later.statusCode, slug(later)], [422, 'provider-not-offered'])
})

test('POST /orders costs four statements, with 20 lines as with one', async () => {
  for (const count of [1, 20]) {
    const { userId, headers } = await buyer()
    const lines = Array.from({ length: count }, () => article())
    const cartId = makeCart({ userId }, lines)
    const statements = await statementsDuring(pool, async () => {
      assert.equal((await place(app, headers, newOrder(cartId))).json().status, 'confirmed')
    })
    assert.equal(statements.length, 4, statements.join('\n'))
  }
})

test('A31 POST /orders [the price has changed] is a 409 with the new total, and makes nothing', async () => {
  const { userId, headers } = await buyer()
  const line = article()
  const cartId = makeCart({ userId }, [line])
  const seen = newOrder(cartId)
  prices.set(line.variantId, 11_000)
  const reply = await place(app, headers, seen)
  assert.deepEqual([reply.statusCode, slug(reply), reply.json().totalMinor], [409, 'price-changed', 11_000])
  assert.deepEqual((await app.inject({ url: base, headers })).json().items, [])
  assert.equal((await place(app, headers, { ...seen, expectedTotalMinor: 11_000 })).json().totalMinor, 11_000)
})

test('POST /orders of a cart that is empty, ordered, sold out, in another currency or not one’s own is refused', async () => {
  const { userId, headers } = await buyer()
  const refused = async (cartId: string, changes?: object) => {
    const reply = await place(app, headers, newOrder(cartId, changes))
    return [reply.statusCode, slug(reply)]
  }
  assert.deepEqual(await refused(makeCart({ userId }, [])), [409, 'cart-empty'])
  const ordered = makeCart({ userId })
  carts.get(ordered)!.status = 'ordered'
  assert.deepEqual(await refused(ordered), [409, 'cart-not-open'])
  const line = article(undefined, 2)
  stock.set(line.variantId, 1)
  assert.deepEqual(await refused(makeCart({ userId }, [line])), [409, 'out-of-stock'])
  assert.deepEqual(await refused(makeCart({ userId }), { currency: 'EUR' }), [409, 'price-changed'])
  assert.deepEqual(await refused(makeCart({ userId: crypto.randomUUID() })), [404, 'not-found'])
  assert.deepEqual(await refused(makeCart({ token: 'a-token' })), [404, 'not-found'])
  assert.deepEqual((await app.inject({ url: base, headers })).json().items, [])
})

test('A02 POST /orders of another’s cart that has an order is the same 404 as of no cart, also while it is being ordered', async () => {
  // One customer orders one thing at a time, so each try is another stranger's.
  const [owner, ...strangers] = await Promise.all([buyer(), buyer(), buyer(), buyer()])
  const token = 'a-guest-s-token'
  const own = makeCart({ userId: owner.userId })
  const guests = makeCart({ token })
  const ofNone = newOrder(own, { cartId: crypto.randomUUID() })
  const declined = { payment: { provider: 'sandbox', token: 'sandbox-decline' } }
  assert.equal((await place(app, owner.headers, newOrder(own, declined))).statusCode, 201)
  const [first, ...others] = await Promise.all([
    place(app, { 'cart-token': token }, newOrder(guests, declined)),
    ...[newOrder(own), newOrder(guests), ofNone].flatMap((wanted, index) => [
      place(app, strangers[index]!.headers, wanted),
      place(app, { 'cart-token': 'another' }, wanted)
    ])
  ])
  assert.equal(first.statusCode, 201)
  for (const reply of others) assert.deepEqual([reply.statusCode, slug(reply)], [404, 'not-found'], reply.body)
  const again = await place(app, owner.headers, newOrder(own))
  assert.deepEqual([again.statusCode, slug(again)], [409, 'cart-already-ordered'])
})

test('POST /orders refused by a checkout that ends at that moment is a 409 to try again, not a 429 of too many', async () => {
  const { userId, headers } = await buyer()
  const cartId = makeCart({ userId })
  const other = { cartId: crypto.randomUUID(), orderId: crypto.randomUUID(), requestKey: 'another', perMinute: 1000 }
  assert.equal((await startCheckout(db, onceOf, { owner: userId, ...other })).orderId, other.orderId)
  let statements = 0
  const meddled = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (statements++ === 0) await endCheckout(db, userId, true)
      return result
    }
  })
  const refused = saveOrder({ ...deps, db: meddled }, onceOf, byUser(userId), newOrder(cartId) as any)
  await assert.rejects(refused, { status: 409, slug: 'request-in-flight' })
  assert.equal(statements, 2)
  assert.equal((await place(app, headers, newOrder(cartId))).statusCode, 201)
})

test('POST /orders answered again after the order has moved on is the first answer, byte for byte', async () => {
  const { userId, headers } = await buyer()
  const cartId = makeCart({ userId })
  const key = once()
  const first = await place(app, headers, newOrder(cartId), key)
  const { id, status, confirmedAt } = first.json()
  assert.deepEqual([status, confirmedAt], ['confirmed', (await rowOf(id)).confirmedAt])
  await sql`update orders set "fulfilment" = 'shipped', "version" = "version" + 1 where "id" = ${id}`.execute(db)
  const again = await place(app, headers, newOrder(cartId), key)
  assert.deepEqual([again.statusCode, again.body], [201, first.body])
  assert.equal(again.headers['idempotency-replayed'], 'true')
})

test('POST /orders with a price, a user or a status of one’s own is a 400 (A30)', async () => {
  const { userId, headers } = await buyer()
  const cartId = makeCart({ userId })
  const foreign = [
    { totalMinor: 1 },
    { userId },
    { status: 'confirmed' },
    { discountMinor: 5 },
    { expectedTotalMinor: '10300' },
    { expectedTotalMinor: 10_300.5 },
    { expectedTotalMinor: -1 },
    { payment: { provider: 'other', token: 'sandbox-approve' } },
    { shippingAddress: { ...newOrder(cartId).shippingAddress, addressId: crypto.randomUUID() } }
  ]
  for (const changes of foreign) {
    const reply = await place(app, headers, newOrder(cartId, changes))
    assert.equal(reply.statusCode, 400, JSON.stringify(changes))
  }
})

test('POST /orders [the last one goes between quote and reservation] ends cancelled, nothing is paid, the cart can be ordered again', async () => {
  const { userId, headers } = await buyer()
  const line = article()
  stock.set(line.variantId, 1)
  const cartId = makeCart({ userId }, [line])
  const order = (await saveOrder(deps, onceOf, byUser(userId), newOrder(cartId) as any))!
  stock.set(line.variantId, 0)
  const after = await work(deps, order)
  assert.deepEqual([after.status, after.reason, after.releaseDue], ['cancelled', 'out-of-stock', false])
  assert.deepEqual(await topicsOf(order.id), ['order.cancelled'])
  assert.equal(payments.get(order.id), undefined)
  stock.set(line.variantId, 1)
  assert.equal((await place(app, headers, newOrder(cartId))).json().status, 'confirmed')
  assert.equal(stock.get(line.variantId), 0)
})

test('POST /orders [10 there, 40 buyers at once] confirms ten, tells the others finally', async () => {
  pace.maxMs = 3
  const line = article()
  stock.set(line.variantId, 10)
  const replies = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const { userId, headers } = await buyer()
      const wanted = newOrder(makeCart({ userId }, [line]))
      return insist((key) => place(app, headers, wanted, key))
    })
  )
  await settle()
  const outcomes = await Promise.all(
    replies.map(async (reply) => (reply.statusCode === 201 ? (await rowOf(reply.json().id)).status : slug(reply)))
  )
  assert.equal(outcomes.filter((outcome) => outcome === 'confirmed').length, 10)
  for (const outcome of outcomes) assert.ok(['confirmed', 'cancelled', 'out-of-stock'].includes(outcome), outcome)
  assert.equal(stock.get(line.variantId), 0)
})

test('POST /orders [declined], then another method, is confirmed with one capture', async () => {
  const { userId, headers } = await buyer()
  const cartId = makeCart({ userId })
  const order = (await place(app, headers, newOrder(cartId, payment('decline')))).json()
  assert.deepEqual(
    [order.status, order.payment.status, order.payment.declineReason],
    ['payment-failed', 'declined', 'card-declined']
  )
  assert.equal(reservations.get(order.id)!.status, 'held')
  const again = (await pay(app, headers, order.id, 'decline')).json()
  assert.deepEqual([again.status, again.payment.attempt], ['payment-failed', 2])
  const key = once()
  const paid = await pay(app, headers, order.id, 'approve', key)
  assert.equal(paid.statusCode, 201, paid.body)
  assert.deepEqual([paid.json().status, paid.json().payment.attempt], ['confirmed', 3])
  assert.equal((await pay(app, headers, order.id, 'approve', key)).body, paid.body)
  assert.equal(slug(await pay(app, headers, order.id, 'approve')), 'payment-not-expected')
  assert.deepEqual(await topicsOf(order.id), ['order.payment-failed', 'order.payment-failed', 'order.confirmed'])
})

test('POST /orders/{orderId}/payments [30 at once, with different keys] makes one attempt', async () => {
  const { userId, headers } = await buyer()
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('decline')))).json()
  const replies = await Promise.all(
    Array.from({ length: 30 }, () => insist((key) => pay(app, headers, order.id, 'approve', key)))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'payment-not-expected', reply.body)
  assert.deepEqual([payments.get(order.id)!.attempts.length, payments.get(order.id)!.authorisations], [2, 1])
})

test('POST /orders/{orderId}/payments [20 times at once with one key] makes one attempt and gives one answer', async () => {
  pace.maxMs = 4
  const { userId, headers } = await buyer()
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('decline')))).json()
  const key = once()
  const payOnce = () => insist(() => pay(app, headers, order.id, 'approve', key))
  const replies = await Promise.all(Array.from({ length: 20 }, payOnce))
  const made = replies.filter(({ statusCode }) => statusCode === 201)
  assert.equal(new Set(made.map(({ body }) => body)).size, 1)
  for (const reply of replies)
    assert.ok(made.includes(reply) || ['request-in-flight', 'payment-not-expected'].includes(slug(reply)), reply.body)
  assert.equal((await payOnce()).body, made[0]!.body)
  await settle()
  assert.equal((await rowOf(order.id)).status, 'confirmed')
  assert.equal(payments.get(order.id)!.attempts.length, 2)
})

test('POST /orders/{orderId}/payments after ten attempts is a 409', async () => {
  const { userId, headers } = await buyer()
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('decline')))).json()
  for (let attempt = 2; attempt <= 10; attempt++)
    assert.equal((await pay(app, headers, order.id, 'decline')).statusCode, 201)
  assert.equal(slug(await pay(app, headers, order.id, 'approve')), 'too-many-attempts')
})

const changed = (orderId: string, id: string) => ({
  specversion: '1.0',
  id,
  source: 'payment',
  type: 'payment.changed',
  subject: orderId,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  aggregateversion: 2,
  data: { orderId, attempt: 1, status: 'authorised' }
})
const hear = async (orderId: string, id: string = crypto.randomUUID()) => {
  const headers = await fromService('payment', 'order', 'events')
  const event = { method: 'POST' as const, url: '/internal/events', headers, payload: changed(orderId, id) }
  assert.equal((await app.inject(event)).statusCode, 204)
}

for (const token of ['action', 'slow']) {
  for (const outcome of ['authorised', 'declined'] as const) {
    test(`POST /orders [${token}] waits; payment.changed brings it on when the payment is ${outcome}`, async () => {
      const { userId, headers } = await buyer()
      const order = (await place(app, headers, newOrder(makeCart({ userId }), payment(token)))).json()
      assert.equal(order.status, 'awaiting-payment')
      assert.equal(order.payment.action?.url, token === 'action' ? '/api/v1/payments/sandbox/1' : undefined)
      await hear(order.id)
      await sweepOrders(deps)
      assert.equal((await rowOf(order.id)).status, 'awaiting-payment')
      answerChallenge(order.id, outcome)
      await sweepOrders(deps)
      assert.equal((await rowOf(order.id)).status, 'awaiting-payment')
      const eventId = crypto.randomUUID()
      for (let time = 0; time < 2; time++) await hear(order.id, eventId)
      await sweepOrders(deps)
      const after = (await app.inject({ url: `${base}/${order.id}`, headers })).json()
      const expected = outcome === 'authorised' ? ['confirmed', null] : ['payment-failed', 'challenge-failed']
      assert.deepEqual([after.status, after.payment.declineReason], expected)
    })
  }
}

test('payment.changed heard while the order is being worked on is not lost', async () => {
  const order = await placedOnly(payment('action'))
  const reserved = (await takeStep(deps, order))!
  await hear(order.id)
  const waiting = (await takeStep(deps, reserved))!
  assert.equal(waiting.status, 'awaiting-payment')
  answerChallenge(order.id, 'authorised')
  await sweepOrders(deps)
  assert.equal((await rowOf(order.id)).status, 'confirmed')
})

test('payment.changed heard 20 times at once, swept by four instances, is captured once', async () => {
  for (let round = 0; round < 5; round++) {
    pace.maxMs = round
    const order = await work(deps, await placedOnly(payment('action')))
    answerChallenge(order.id, 'authorised')
    const sweeps = Array.from({ length: 4 }, () => instance().deps)
    await Promise.all([
      ...Array.from({ length: 20 }, () => hear(order.id)),
      ...sweeps.map((each) => hear(order.id).then(() => sweepOrders(each)))
    ])
    await settle()
    assert.equal((await rowOf(order.id)).status, 'confirmed')
    assert.equal(payments.get(order.id)!.captures, 1)
  }
})

const hearOf = async (type: string, data: { orderId: string }, id: string = crypto.randomUUID()) => {
  const headers = await fromService('payment', 'order', 'events')
  const payload = { ...changed(data.orderId, id), type, data }
  return app.inject({ method: 'POST', url: '/internal/events', headers, payload })
}

test('payment.refunded, each heard 20 times at once, is added up once and told to the buyer', async () => {
  const { userId, headers } = await buyer()
  const { id } = (await place(app, headers, newOrder(makeCart({ userId })))).json()
  const refunds = [100, 10_200].map((amountMinor) => ({
    orderId: id,
    refundId: crypto.randomUUID(),
    amountMinor,
    currency: 'INR'
  }))
  for (const data of refunds) {
    const eventId = crypto.randomUUID()
    const replies = await Promise.all(Array.from({ length: 20 }, () => hearOf('payment.refunded', data, eventId)))
    for (const { statusCode } of replies) assert.ok(statusCode < 300)
  }
  assert.equal((await app.inject({ url: `${base}/${id}`, headers })).json().refundedMinor, 10_300)
  const told = await db
    .selectFrom('outbox')
    .select('data')
    .where('subject', '=', id)
    .where('topic', '=', 'order.refunded')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    told.map(({ data }) => (data as { refundedMinor: number }).refundedMinor),
    [100, 10_300]
  )
  const [{ orderId: _, ...other }] = refunds as [(typeof refunds)[0]]
  assert.equal((await hearOf('payment.refunded', { ...other, orderId: crypto.randomUUID() })).statusCode, 204)
})

test('POST /orders [payment says nothing] answers with where the order stands, and it is finished later', async () => {
  const { userId, headers } = await buyer()
  failing(operations.authorise, 'silent')
  const reply = await place(instance().app, headers, newOrder(makeCart({ userId })))
  assert.deepEqual([reply.statusCode, reply.json().status], [201, 'reserved'])
  heal()
  await settle()
  assert.equal((await rowOf(reply.json().id)).status, 'confirmed')
})

test('a payment that changed, of which nothing was heard, is found by asking', async () => {
  const { userId, headers } = await buyer()
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('action')))).json()
  answerChallenge(order.id, 'authorised')
  await letLeasesEnd()
  await sweepOrders(deps)
  assert.equal((await rowOf(order.id)).status, 'confirmed')
})

for (const token of ['action', 'slow', 'decline']) {
  test(`an order that stays unpaid [${token}] is cancelled by its timer, released and voided`, async () => {
    const { userId, headers } = await buyer()
    const line = article()
    stock.set(line.variantId, 1)
    const order = (await place(app, headers, newOrder(makeCart({ userId }, [line]), payment(token)))).json()
    assert.ok(Date.parse(order.payBy) > Date.now() + 800_000)
    await letTimersEnd(order.id)
    await sweepOrders(deps)
    const after = (await app.inject({ url: `${base}/${order.id}`, headers })).json()
    assert.deepEqual([after.status, after.reason, after.payBy], ['cancelled', 'not-paid-in-time', null])
    assert.equal(stock.get(line.variantId), 1)
    assert.equal(payments.get(order.id)!.closed, true)
    answerChallenge(order.id, 'authorised')
    await hear(order.id)
    await sweepOrders(deps)
    assert.equal((await rowOf(order.id)).status, 'cancelled')
    assert.equal(slug(await pay(app, headers, order.id, 'approve')), 'payment-not-expected')
  })
}

for (const [name, operation] of Object.entries(operations).slice(0, 4)) {
  for (const fault of ['down', 'lost'] as const) {
    test(`POST /orders [${name} ${fault} once] is confirmed in the same request`, async () => {
      const { userId, headers } = await buyer()
      failing(operation, fault, 1)
      assert.equal((await place(app, headers, newOrder(makeCart({ userId })))).json().status, 'confirmed')
    })

    test(`POST /orders [${name} ${fault} until later] says where it stands and is confirmed by the sweep of another instance`, async () => {
      const mine = instance()
      const { userId, headers } = await buyer()
      failing(operation, fault)
      const reply = await place(mine.app, headers, newOrder(makeCart({ userId })))
      assert.equal(reply.statusCode, 201)
      const order = reply.json()
      const expected = { reserve: 'placed', authorise: 'reserved', commit: 'authorised', capture: 'committed' }[name]
      assert.equal(order.status, expected)
      await letLeasesEnd()
      await sweepOrders(mine.deps)
      const row = await rowOf(order.id)
      assert.deepEqual([row.status, row.trouble, row.workingUntil], [expected, 'peer-unavailable', null])
      heal()
      await settle()
      assert.equal((await rowOf(order.id)).status, 'confirmed')
      const { captures, authorisations } = payments.get(order.id)!
      assert.deepEqual([captures, authorisations], [1, 1])
    })

    if (name === 'capture') continue
    test(`an order [${name} ${fault} until its timer ends] is given up or goes on, by what has happened`, async () => {
      const { userId, headers } = await buyer()
      failing(operation, fault)
      const order = (await place(instance().app, headers, newOrder(makeCart({ userId })))).json()
      await letTimersEnd(order.id)
      await sweepOrders(instance().deps)
      const { status } = await rowOf(order.id)
      assert.equal(status, name === 'commit' && fault === 'lost' ? 'confirmed' : 'cancelled')
    })
  }
}

test('an order that is committed has no timer: a capture that fails is tried until it is done', async () => {
  const { userId, headers } = await buyer()
  failing(operations.capture, 'down')
  const order = (await place(instance().app, headers, newOrder(makeCart({ userId })))).json()
  for (let day = 0; day < 3; day++) {
    await letTimersEnd(order.id)
    await sweepOrders(instance().deps)
    assert.equal((await rowOf(order.id)).status, 'committed')
  }
  assert.equal(slug(await cancel(app, headers, order.id)), 'order-not-cancellable')
})

for (const operation of [operations.release, operations.void]) {
  for (const fault of ['down', 'lost'] as const) {
    test(`a cancelled order [${operation} ${fault}] gives back later what it could not`, async () => {
      const { userId, headers } = await buyer()
      const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('action')))).json()
      failing(operation, fault)
      const mine = instance()
      const reply = await cancel(mine.app, headers, order.id)
      assert.deepEqual([reply.statusCode, reply.json().status], [200, 'cancelled'])
      const row = await rowOf(order.id)
      const isRelease = operation === operations.release
      assert.deepEqual([row.releaseDue, row.voidDue], [isRelease, !isRelease])
      assert.notEqual(row.dueAt, null)
      heal()
      await settle()
      const after = await rowOf(order.id)
      assert.deepEqual([after.releaseDue, after.voidDue, after.dueAt], [false, false, null])
    })
  }
}

test('an order whose reservation ran out before it was paid takes the stock again, or is cancelled and voided', async () => {
  const { userId, headers } = await buyer()
  for (const restocked of [true, false]) {
    const line = article()
    stock.set(line.variantId, 1)
    const order = (await place(app, headers, newOrder(makeCart({ userId }, [line]), payment('action')))).json()
    expireReservation(order.id)
    if (!restocked) stock.set(line.variantId, 0)
    answerChallenge(order.id, 'authorised')
    await hear(order.id)
    await sweepOrders(deps)
    const { status, reason } = await rowOf(order.id)
    assert.deepEqual([status, reason], restocked ? ['confirmed', null] : ['cancelled', 'reservation-expired'])
  }
})

for (const steps of [0, 1, 2, 3]) {
  test(`an order whose process died after ${steps} steps is finished by another, and a worker that wakes later changes nothing`, async () => {
    let order = await placedOnly()
    for (let step = 0; step < steps; step++) order = (await takeStep(deps, order))!
    await sweepOrders(instance().deps)
    assert.equal((await rowOf(order.id)).status, order.was ?? order.status, 'the lease holds')
    await letLeasesEnd()
    await sweepOrders(instance().deps)
    const finished = await rowOf(order.id)
    assert.equal(finished.status, 'confirmed')
    for (let late: OrderRow | undefined = order; late;) late = await takeStep(deps, late)
    assert.deepEqual(await rowOf(order.id), finished)
    assert.deepEqual([payments.get(order.id)!.authorisations, payments.get(order.id)!.captures], [1, 1])
  })
}

test('a worker that wakes with the outcome of an old attempt does not fail the new one', async () => {
  const order = await placedOnly(payment('decline'))
  const reserved = (await takeStep(deps, order))!
  assert.equal((await takeStep(deps, reserved))!.status, 'payment-failed')
  failing(operations.authorise, 'down')
  await pay(instance().app, await signedIn(order.userId!), order.id, 'approve')
  heal()
  assert.equal(await takeStep(deps, reserved), undefined)
  const row = await rowOf(order.id)
  assert.deepEqual([row.status, row.attempt], ['reserved', 2])
  await settle()
  assert.equal((await rowOf(order.id)).status, 'confirmed')
})

/** How often a race is run; `npm run races` asks for 100. */
const rounds = Number(process.env.ROUNDS ?? 3)

test('A36 POST /orders [30 times at once with one key] makes one order, and every answer is that one', async () => {
  for (let round = 0; round < rounds; round++) {
    pace.maxMs = 5
    const { userId, headers } = await buyer()
    const cartId = makeCart({ userId })
    const key = once()
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => insist(() => place(app, headers, newOrder(cartId), key)))
    )
    const made = replies.filter(({ statusCode }) => statusCode === 201)
    assert.ok(made.length >= 1)
    assert.equal(new Set(made.map(({ body }) => body)).size, 1)
    for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight', reply.body)
    assert.equal((await insist(() => place(app, headers, newOrder(cartId), key))).body, made[0]!.body)
    await settle()
    const { items } = (await app.inject({ url: base, headers })).json()
    assert.deepEqual(
      items.map(({ id, status }: any) => [id, status]),
      [[made[0]!.json().id, 'confirmed']]
    )
  }
})

test('A36 POST /orders [30 times at once with different keys, one cart] makes one order', async () => {
  for (let round = 0; round < rounds; round++) {
    pace.maxMs = 5
    const { userId, headers } = await buyer()
    const cartId = makeCart({ userId })
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => insist((key) => place(app, headers, newOrder(cartId), key)))
    )
    assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
    const { items } = (await app.inject({ url: base, headers })).json()
    assert.equal(items.length, 1)
    for (const reply of replies) {
      if (reply.statusCode === 201 || slug(reply) === 'request-in-flight') continue
      assert.deepEqual([slug(reply), reply.json().orderId], ['cart-already-ordered', items[0].id])
    }
  }
})

test('POST /orders [the process died after the commit] is answered with the same order, and a guest with the same token', async () => {
  const cartToken = crypto.randomUUID()
  const headers = { 'cart-token': cartToken }
  const cartId = makeCart({ token: cartToken })
  const key = once()
  const first = (await place(app, headers, newOrder(cartId), key)).json()
  await sql`update idempotency set "body" = null, "status" = null where "key" = ${key['idempotency-key']}`.execute(db)
  const again = (await place(app, headers, newOrder(cartId), key)).json()
  assert.deepEqual(again, first)
  assert.equal(again.token, first.token)
})

test('POST /orders/{orderId}/cancel [raced by the checkout, 40 rounds] ends cancelled and given back, or confirmed and paid', async () => {
  const outcomes: Record<string, number> = {}
  for (let round = 0; round < 40; round++) {
    pace.maxMs = round % 10
    const order = await placedOnly(round % 2 ? payment('action') : {})
    const headers = await signedIn(order.userId!)
    if (round % 2) setTimeout(() => answerChallenge(order.id, 'authorised'), Math.random() * 10)
    const [, reply] = await Promise.all([
      work(deps, order),
      wait(Math.random() * (5 + 7 * pace.maxMs)).then(() => insist((key) => cancel(app, headers, order.id, key))),
      round % 2 ? hear(order.id).then(() => sweepOrders(instance().deps)) : undefined
    ])
    await settle()
    const { status } = await rowOf(order.id)
    const outcome = reply.statusCode === 200 ? reply.json().status : slug(reply)
    if (outcome === 'cancelled') assert.equal(status, 'cancelled')
    else assert.deepEqual([outcome, status], ['order-not-cancellable', 'confirmed'])
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  console.log('cancel against checkout:', outcomes)
  assert.ok(outcomes.cancelled! > 0 && outcomes['order-not-cancellable']! > 0)
})

test('POST /orders/{orderId}/cancel twice, or [20 at once], cancels once', async () => {
  const { userId, headers } = await buyer()
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('action')))).json()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => insist((key) => cancel(app, headers, order.id, key)))
  )
  for (const reply of replies) assert.deepEqual([reply.statusCode, reply.json().status], [200, 'cancelled'], reply.body)
  assert.equal((await cancel(app, headers, order.id)).json().status, 'cancelled')
  assert.deepEqual(await topicsOf(order.id), ['order.cancelled'])
})

test('two sweeps and a request at once [20 orders] take no step twice', async () => {
  pace.maxMs = 4
  const orders = await Promise.all(Array.from({ length: 20 }, () => placedOnly()))
  await letLeasesEnd()
  const before = await db.selectFrom('orders').select('id').where('dueAt', 'is not', null).execute()
  assert.ok(before.length >= 20)
  await Promise.all([sweepOrders(instance().deps), sweepOrders(instance().deps), sweepOrders(deps)])
  await settle()
  for (const { id } of orders) {
    assert.equal((await rowOf(id)).status, 'confirmed')
    assert.deepEqual([payments.get(id)!.authorisations, payments.get(id)!.captures], [1, 1])
  }
})

test('the moves in the code are the moves in the database, and it refuses every other', async () => {
  const { rows } = await sql<{ from: string; to: string }>`select "from", "to" from legal_moves`.execute(db)
  const inCode = orderStatuses.flatMap((from) => orderStates[from].to.map((to) => `${from} ${to}`))
  assert.deepEqual(new Set(rows.map(({ from, to }) => `${from} ${to}`)), new Set(inCode))
  const order = await placedOnly()
  const seconds = { pollSeconds: 1, commitSeconds: 60 }
  for (const to of orderStatuses) {
    if (orderStates.placed.to.includes(to)) continue
    const reason = to === 'cancelled' ? 'because' : null
    await assert.rejects(moveOrder(db, order, to, { reason }, seconds), { code: '23514' }, to)
  }
  assert.equal((await work(deps, order)).status, 'confirmed')
  const confirmed = await rowOf(order.id)
  for (const to of orderStatuses)
    await assert.rejects(moveOrder(db, confirmed, to, {}, seconds), (error: { code: string }) =>
      error.code.startsWith('23')
    )
})

test('the database keeps an order’s sums, lines and history, and forgets no order that is not finished', async () => {
  const order = await placedOnly()
  const refused = async (statement: ReturnType<typeof sql>) => assert.rejects(statement.execute(db))
  await refused(sql`update orders set "totalMinor" = "totalMinor" + 1 where "id" = ${order.id}`)
  await refused(
    sql`update orders set "totalMinor" = "totalMinor" + 1, "subtotalMinor" = "subtotalMinor" + 1 where "id" = ${order.id}`
  )
  await refused(sql`update order_lines set "totalMinor" = 1 where "orderId" = ${order.id}`)
  await refused(sql`delete from order_lines where "orderId" = ${order.id}`)
  await refused(sql`update orders set "dueAt" = null where "id" = ${order.id}`)
  await refused(sql`update orders set "status" = 'cancelled' where "id" = ${order.id}`)
})

test('any walk of buyers, payments, crashes, timers and failing peers ends confirmed and paid, or cancelled and given back', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('sweep', 'hear', 'cancel', 'timers', 'leases', 'approve', 'refuse', 'heal') }),
    fc.record({ do: fc.constant('pay'), token: fc.constantFrom('approve', 'decline', 'action', 'slow') }),
    fc.record({
      do: fc.constant('fail'),
      operation: fc.constantFrom(...Object.values(operations)),
      fault: fc.constantFrom('down' as const, 'lost' as const),
      times: fc.constantFrom(1, 3, 6)
    })
  )
  const outcomes: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('approve', 'decline', 'action', 'slow'),
      fc.nat(4),
      fc.array(step, { maxLength: 10 }),
      async (token, steps, walk) => {
        heal()
        const line = article()
        stock.set(line.variantId, 1)
        let order: OrderRow | undefined = await placedOnly(payment(token), [line])
        const { id, userId } = order
        const headers = await signedIn(userId!)
        for (let i = 0; i < steps && order?.workingUntil; i++) order = await takeStep(deps, order)
        const mine = instance()
        for (const each of walk) {
          if (each.do === 'sweep') await sweepOrders(mine.deps)
          else if (each.do === 'hear') await hear(id)
          else if (each.do === 'cancel') await cancel(mine.app, headers, id)
          else if (each.do === 'timers') await letTimersEnd(id)
          else if (each.do === 'leases') await letLeasesEnd()
          else if (each.do === 'approve') answerChallenge(id, 'authorised')
          else if (each.do === 'refuse') answerChallenge(id, 'declined')
          else if (each.do === 'heal') heal()
          else if ('token' in each) await pay(mine.app, headers, id, each.token)
          else if ('operation' in each) failing(each.operation, each.fault, each.times)
        }
        heal()
        await settle()
        await letTimersEnd(id)
        await settle()
        const { status } = await rowOf(id)
        assert.ok(status === 'confirmed' || status === 'cancelled', status)
        assert.equal(stock.get(line.variantId), status === 'confirmed' ? 0 : 1)
        assert.equal(payments.get(id)?.captures ?? 0, status === 'confirmed' ? 1 : 0)
        outcomes[status] = (outcomes[status] ?? 0) + 1
      }
    ),
    { numRuns: 40 }
  )
  console.log('walks:', outcomes)
  assert.ok(outcomes.confirmed! > 0 && outcomes.cancelled! > 0)
})
