import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { sweepOrders } from '../src/controllers/checkout.ts'
import { compareAll } from '../src/controllers/comparisons.ts'
import {
  answerChallenge,
  article,
  base,
  bought,
  claimed,
  db,
  failing,
  heal,
  insist,
  instance,
  lateHeld,
  makeCart,
  newOrder,
  once,
  payment,
  payments,
  place,
  refundedOf,
  refunds,
  reservations,
  rowOf,
  settle,
  slug,
  stock
} from './shop.ts'

const { app, deps } = instance()
const clerk = await staff('orders:read', 'orders:write')
const get = (url: string, headers: Record<string, string> = clerk) => app.inject({ url: `${base}${url}`, headers })
const post = (url: string, payload?: object, headers: Record<string, string> = clerk, key = once()) =>
  app.inject({ method: 'POST', url: `${base}${url}`, headers: { ...headers, ...key }, ...(payload ? { payload } : {}) })
const found = async (orderId: string) => (await get(`/exceptions?orderId=${orderId}&status=open`)).json().items as any[]
const repair = (id: string, key = once()) => post(`/exceptions/${id}/repair`, undefined, clerk, key)

afterEach(heal)

/** What the provider has of an order, as if it had come by without the shop. */
function plant(
  orderId: string,
  changes: { status?: 'authorised' | 'captured'; amountMinor?: number; currency?: string } = {}
) {
  const status = changes.status ?? 'captured'
  const made = {
    orderId,
    attempt: 1,
    amountMinor: 10_300,
    currency: 'INR',
    declineReason: null,
    action: null,
    token: 't'
  }
  payments.set(orderId, { attempts: [{ ...made, ...changes, status }], closed: false, captures: 0, authorisations: 1 })
}

test('nothing differs: nothing is filed, however often it is compared', async () => {
  const { id } = await bought(app)
  for (let time = 0; time < 3; time++) await compareAll(deps)
  assert.deepEqual(await found(id), [])
})

for (const status of ['authorised', 'captured'] as const) {
  test(`A41 a payment that is ${status} without an order is filed once, told, and given back once by one click, 20 at once`, async () => {
    const orderId = crypto.randomUUID()
    plant(orderId, { status })
    await Promise.all([compareAll(deps), compareAll(instance().deps), compareAll(instance().deps)])
    await compareAll(deps)
    const [exception, ...others] = await found(orderId)
    assert.deepEqual([exception.kind, others.length], ['paid-without-order', 0])
    const told = await db.selectFrom('outbox').select(['topic', 'data']).where('subject', '=', exception.id).execute()
    assert.deepEqual(
      told.map(({ topic }) => topic),
      ['order.exception-found']
    )
    if (status === 'captured') payments.get(orderId)!.captures = 1
    const replies = await Promise.all(Array.from({ length: 20 }, () => insist((key) => repair(exception.id, key))))
    for (const reply of replies)
      assert.deepEqual([reply.statusCode, reply.json().status], [200, 'repaired'], reply.body)
    assert.equal(refundedOf(orderId), status === 'captured' ? 10_300 : 0)
    assert.equal(
      [...refunds.values()].filter((refund) => refund.orderId === orderId).length,
      status === 'captured' ? 1 : 0
    )
    await compareAll(deps)
    assert.deepEqual(await found(orderId), [])
  })
}

for (const changes of [{ amountMinor: 1 }, { amountMinor: 999_999 }, { currency: 'USD' }]) {
  test(`A41 a provider that authorises ${JSON.stringify(changes)}: the order is not paid, voided, released and filed`, async () => {
    const userId = crypto.randomUUID()
    const headers = await signedIn(userId)
    const line = article()
    stock.set(line.variantId, 1)
    const order = (await place(app, headers, newOrder(makeCart({ userId }, [line]), payment('action')))).json()
    assert.equal(order.status, 'awaiting-payment')
    answerChallenge(order.id, 'authorised')
    claimed.set(order.id, changes)
    await sql`update orders set "dueAt" = now() where "id" = ${order.id}`.execute(db)
    await sweepOrders(deps)
    await settle()
    const row = await rowOf(order.id)
    assert.deepEqual([row.status, row.reason], ['cancelled', 'amount-differs'])
    assert.equal(payments.get(order.id)!.attempts[0]!.status, 'voided')
    assert.equal(stock.get(line.variantId), 1)
    const [exception] = await found(order.id)
    assert.equal(exception.kind, 'amount-differs')
    assert.equal((await repair(exception.id)).statusCode, 200)
  })
}

test('A41 a provider that captures another amount than it authorised: the order is not confirmed, and staff are told', async () => {
  const { deps: mine } = instance()
  const userId = crypto.randomUUID()
  failing('PUT /internal/payments/{orderId}/capture', 'down')
  const order = (await place(instance().app, await signedIn(userId), newOrder(makeCart({ userId })))).json()
  assert.equal(order.status, 'committed')
  Object.assign(payments.get(order.id)!.attempts[0]!, { status: 'captured', amountMinor: 1 })
  heal()
  await sql`update orders set "dueAt" = now(), "workingUntil" = null where "id" = ${order.id}`.execute(db)
  await sweepOrders(mine).catch(() => {})
  assert.deepEqual([(await rowOf(order.id)).status, (await rowOf(order.id)).trouble], ['committed', 'amount-differs'])
  const [exception] = await found(order.id)
  assert.deepEqual([exception.kind, exception.facts.paidMinor], ['amount-differs', 1])
  assert.equal(slug(await repair(exception.id)), 'exception-needs-hands')
  Object.assign(payments.get(order.id)!.attempts[0]!, { amountMinor: order.totalMinor })
  payments.get(order.id)!.captures = 1
  await settle()
  assert.equal(
    (await post(`/exceptions/${exception.id}/dismiss`, { reason: 'The provider has mended it.' })).statusCode,
    200
  )
})

test('a captured payment of a cancelled order is given back by one click', async () => {
  const userId = crypto.randomUUID()
  const headers = await signedIn(userId)
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('action')))).json()
  await app.inject({ method: 'POST', url: `${base}/${order.id}/cancel`, headers: { ...headers, ...once() } })
  plant(order.id, {})
  payments.get(order.id)!.captures = 1
  await compareAll(deps)
  const [exception] = await found(order.id)
  assert.equal(exception.kind, 'captured-but-not-confirmed')
  assert.equal((await repair(exception.id)).statusCode, 200)
  assert.equal(refundedOf(order.id), 10_300)
})

test('a refund of which nothing was heard is taken over by one click', async () => {
  const { id, headers } = await bought(app)
  const refund = { refundId: crypto.randomUUID(), orderId: id, amountMinor: 500, status: 'done' as const }
  refunds.set(refund.refundId, refund)
  await compareAll(deps)
  const [exception] = await found(id)
  assert.equal(exception.kind, 'refund-differs')
  assert.equal((await repair(exception.id)).statusCode, 200)
  assert.equal((await get(`/${id}`, headers)).json().refundedMinor, 500)
  await compareAll(deps)
  assert.deepEqual(await found(id), [])
})

test('stock that is held for no order is released by one click', async () => {
  const orderId = crypto.randomUUID()
  const line = article()
  stock.set(line.variantId, 0)
  reservations.set(orderId, { status: 'held', lines: [line], expired: false })
  lateHeld.add(orderId)
  await compareAll(deps)
  const [exception] = await found(orderId)
  assert.equal(exception.kind, 'held-without-order')
  assert.equal((await repair(exception.id)).statusCode, 200)
  assert.equal(stock.get(line.variantId), 1)
})

test('an order that does not move on is filed; one click tries it again, and one that went on by itself is closed', async () => {
  for (const bySelf of [false, true]) {
    const mine = instance()
    const userId = crypto.randomUUID()
    failing('PUT /internal/reservations/{orderId}/commit', 'down')
    const { id } = (await place(mine.app, await signedIn(userId), newOrder(makeCart({ userId })))).json()
    await sql`alter table order_moves disable trigger "frozen"`.execute(db)
    await sql`update order_moves set "at" = now() - interval '10 minutes' where "orderId" = ${id}`.execute(db)
    await sql`alter table order_moves enable trigger "frozen"`.execute(db)
    await compareAll(deps)
    const [exception] = await found(id)
    assert.equal(exception.kind, 'stuck-order')
    heal()
    await sql`update orders set "workingUntil" = null where "id" = ${id}`.execute(db)
    if (bySelf) {
      await settle()
      await compareAll(deps)
      const [closed] = (await get(`/exceptions?orderId=${id}`)).json().items
      assert.deepEqual([closed.status, closed.reason], ['repaired', 'went on by itself'])
    } else assert.equal((await repair(exception.id)).json().status, 'repaired')
    assert.equal((await rowOf(id)).status, 'confirmed')
  }
})

test('POST /orders/exceptions/{exceptionId}/dismiss says why, and the same difference is not filed again', async () => {
  const orderId = crypto.randomUUID()
  plant(orderId)
  await compareAll(deps)
  const [exception] = await found(orderId)
  const reply = await post(`/exceptions/${exception.id}/dismiss`, { reason: 'A test of the provider.' })
  assert.deepEqual(
    [reply.statusCode, reply.json().status, reply.json().reason],
    [200, 'dismissed', 'A test of the provider.']
  )
  await compareAll(deps, { all: true })
  assert.deepEqual(await found(orderId), [])
  assert.equal(slug(await repair(exception.id)), 'exception-closed')
  assert.equal(slug(await post(`/exceptions/${exception.id}/dismiss`, { reason: 'Again' })), 'exception-closed')
  payments.delete(orderId)
})

test('the exceptions are for staff only; GET /orders/all finds the orders that have one', async () => {
  const customer = await signedIn(crypto.randomUUID())
  for (const headers of [customer, await staff('payments:read')])
    assert.equal((await get('/exceptions', headers)).statusCode, 403)
  assert.equal((await get('/exceptions', {})).statusCode, 401)
  const id = crypto.randomUUID()
  assert.equal((await post(`/exceptions/${id}/repair`, undefined, await staff('orders:read'))).statusCode, 403)
  assert.equal((await repair(id)).statusCode, 404)
  const { id: orderId } = await bought(app)
  refunds.set(crypto.randomUUID(), { refundId: 'x', orderId, amountMinor: 1, status: 'done' })
  await compareAll(deps)
  const { items } = (await get('/all?exceptions=true')).json()
  assert.ok(items.some((order: any) => order.id === orderId))
})
