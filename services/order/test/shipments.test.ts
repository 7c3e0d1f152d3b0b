import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { events } from '@lumora/contracts/events'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import {
  article,
  type Article,
  base,
  bought,
  checkPromises,
  db,
  insist,
  instance,
  makeCart,
  newOrder,
  once,
  pay,
  payment,
  payments,
  place,
  refundedOf,
  returns,
  settle,
  slug,
  stock
} from './shop.ts'

const { app } = instance()
const clerk = await staff('orders:read', 'orders:write')
const get = (url: string, headers: Record<string, string> = clerk) => app.inject({ url: `${base}${url}`, headers })
const post = (url: string, payload: object | undefined, headers: Record<string, string> = clerk, key = once()) =>
  app.inject({ method: 'POST', url: `${base}${url}`, headers: { ...headers, ...key }, ...(payload ? { payload } : {}) })

afterEach(async () => {
  await settle()
  await checkPromises()
})

const confirmed = (lines?: Article[], isDear?: boolean) => bought(app, lines, isDear)
const parcel = (position: number, quantity: number, serials?: string[]) => ({
  carrier: 'bluedart',
  trackingNumber: crypto.randomUUID().slice(0, 18),
  sealNumber: 'SEAL-1',
  lines: [{ position, quantity, ...(serials ? { serials } : {}) }]
})

test('POST /orders/{orderId}/shipments in parts says how far the order has gone, and tells of each', async () => {
  const { id, headers, order } = await confirmed()
  const wanted = parcel(1, 2)
  const first = await post(`/${id}/shipments`, wanted)
  assert.equal(first.statusCode, 201, first.body)
  const shipment = first.json()
  assert.deepEqual(shipment.address, order.shippingAddress)
  assert.ok(shipment.trackingUrl.includes(wanted.trackingNumber))
  assert.equal((await get(`/${id}`, headers)).json().fulfilment, 'partly-shipped')
  const second = (await post(`/${id}/shipments`, parcel(1, 1))).json()
  assert.equal((await get(`/${id}`, headers)).json().fulfilment, 'shipped')
  for (const each of [shipment, second])
    for (let time = 0; time < 2; time++)
      assert.equal((await post(`/${id}/shipments/${each.id}/delivered`, undefined)).statusCode, 200)
  assert.equal((await get(`/${id}`, headers)).json().fulfilment, 'delivered')
  const shown = (await get(`/${id}/shipments`, headers)).json().items
  assert.deepEqual(
    shown.map(({ lines, deliveredAt }: any) => [lines[0].quantity, deliveredAt !== null]),
    [
      [2, true],
      [1, true]
    ]
  )
  const told = await db.selectFrom('outbox').selectAll().where('subject', '=', id).orderBy('id').execute()
  assert.deepEqual(
    told.map(({ topic }) => topic),
    ['order.confirmed', 'order.shipped', 'order.shipped', 'order.delivered', 'order.delivered']
  )
  for (const { topic, data } of told) assert.ok(Value.Check(events[topic as keyof typeof events].data, data), topic)
})

test('POST /orders/{orderId}/shipments [20 at once, 3 there] ships exactly three', async () => {
  for (let round = 0; round < 3; round++) {
    const { id } = await confirmed()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => {
        const wanted = parcel(1, 1)
        return insist((key) => post(`/${id}/shipments`, wanted, clerk, key))
      })
    )
    assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 3)
    for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'more-than-is-left', reply.body)
    const { rows } = await sql<{ shipped: number; sent: number }>`select "shipped",
      (select sum("quantity")::integer from shipment_lines where "orderId" = ${id}) as "sent" from line_counts where "orderId" = ${id}`.execute(
      db
    )
    assert.deepEqual(rows, [{ shipped: 3, sent: 3 }])
  }
})

test('POST /orders/{orderId}/shipments of another piece, line, quantity or carrier is refused and ships nothing', async () => {
  const pieceId = crypto.randomUUID()
  const { id } = await confirmed([{ ...article(), pieceId }, article()])
  const refused = async (wanted: object) => {
    const reply = await post(`/${id}/shipments`, wanted)
    return [reply.statusCode, slug(reply)]
  }
  assert.deepEqual(await refused(parcel(1, 1)), [422, 'serial-not-of-order'])
  assert.deepEqual(await refused(parcel(1, 1, ['S-other'])), [422, 'serial-not-of-order'])
  assert.deepEqual(await refused(parcel(2, 1, ['S-other'])), [422, 'serial-not-of-order'])
  assert.deepEqual(await refused(parcel(3, 1)), [422, 'line-not-of-order'])
  assert.deepEqual(await refused(parcel(2, 2)), [409, 'more-than-is-left'])
  assert.deepEqual(await refused({ ...parcel(2, 1), carrier: 'pigeon' }), [422, 'carrier-not-known'])
  for (const quantity of [0, -1, 0.5, '1', Number.MAX_VALUE])
    assert.equal((await post(`/${id}/shipments`, parcel(2, quantity as number))).statusCode, 400)
  const twice = { ...parcel(2, 1), lines: [...parcel(2, 1).lines, ...parcel(2, 1).lines] }
  assert.equal((await post(`/${id}/shipments`, twice)).statusCode, 400)
  assert.deepEqual((await get(`/${id}/shipments`)).json().items, [])
  assert.equal((await post(`/${id}/shipments`, parcel(1, 1, [`S-${pieceId}`]))).statusCode, 201)
})

test('POST /orders/{orderId}/shipments of an order that is not confirmed is a 409; by a customer, or by staff who only read, a 403', async () => {
  const userId = crypto.randomUUID()
  const headers = await signedIn(userId)
  const order = (await place(app, headers, newOrder(makeCart({ userId }), payment('decline')))).json()
  assert.equal(slug(await post(`/${order.id}/shipments`, parcel(1, 1))), 'order-not-shippable')
  assert.equal((await post(`/${order.id}/shipments`, parcel(1, 1), headers)).statusCode, 403)
  assert.equal((await post(`/${order.id}/shipments`, parcel(1, 1), await staff('orders:read'))).statusCode, 403)
  assert.equal((await post(`/${crypto.randomUUID()}/shipments`, parcel(1, 1))).statusCode, 404)
  await pay(app, headers, order.id, 'approve')
})

test('POST /orders/{orderId}/cancellations of a paid order gives all stock and money back, once, of 20 at once', async () => {
  const line = article(undefined, 2)
  stock.set(line.variantId, 2)
  const { id, order, headers } = await confirmed([line], true)
  assert.equal(stock.get(line.variantId), 0)
  const replies = await Promise.all(
    Array.from({ length: 20 }, () =>
      insist((key) => post(`/${id}/cancellations`, { reason: 'The buyer called.' }, clerk, key))
    )
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  for (const reply of replies)
    assert.ok(reply.statusCode === 200 || slug(reply) === 'order-not-cancellable', reply.body)
  await settle()
  assert.equal(stock.get(line.variantId), 2)
  assert.equal(refundedOf(id), order.totalMinor)
  const after = (await get(`/${id}`, headers)).json()
  assert.deepEqual([after.status, after.reason, after.confirmedAt === null], ['cancelled', 'cancelled-by-staff', false])
  assert.equal((await get(`/${id}/notes`)).json().items[0].text, 'The buyer called.')
  const [row] = (await get(`/${id}/returns`)).json().items
  assert.deepEqual(
    [row.kind, row.status, row.refundStatus, row.refundMinor],
    ['cancellation', 'done', 'done', order.totalMinor]
  )
  assert.ok(returns.has(row.id))
})

test('POST /orders/{orderId}/cancellations [raced by a shipment, 20 rounds] either ships or gives back', async () => {
  const outcomes: Record<string, number> = {}
  for (let round = 0; round < 20; round++) {
    const { id } = await confirmed([article()])
    const [shipped, cancelled] = await Promise.all([
      insist((key) => post(`/${id}/shipments`, parcel(1, 1), clerk, key)),
      insist((key) => post(`/${id}/cancellations`, { reason: 'No.' }, clerk, key))
    ])
    const outcome = `${shipped.statusCode} ${cancelled.statusCode}`
    assert.ok(['201 409', '409 200'].includes(outcome), outcome)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  console.log('shipment against calling off:', outcomes)
})

test('POST /orders/{orderId}/cancellations of an unpaid order releases it; of one that is shipped, or cancelled, is a 409', async () => {
  const userId = crypto.randomUUID()
  const order = (await place(app, await signedIn(userId), newOrder(makeCart({ userId }), payment('action')))).json()
  const reply = await post(`/${order.id}/cancellations`, { reason: 'Test order' })
  assert.deepEqual([reply.statusCode, reply.json().status], [200, 'cancelled'])
  assert.equal(payments.get(order.id)!.closed, true)
  assert.equal(slug(await post(`/${order.id}/cancellations`, { reason: 'Again' })), 'order-not-cancellable')
  const { id } = await confirmed()
  await post(`/${id}/shipments`, parcel(1, 1))
  assert.equal(slug(await post(`/${id}/cancellations`, { reason: 'Late' })), 'order-not-cancellable')
})
