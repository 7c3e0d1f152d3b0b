import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { fromService, signedIn, staff } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { shareOf } from '../src/controllers/shares.ts'
import { sweepReturns } from '../src/controllers/returns.ts'
import {
  article,
  type Article,
  base,
  bought,
  checkPromises,
  db,
  failing,
  heal,
  insist,
  instance,
  letLeasesEnd,
  makeCart,
  newOrder,
  once,
  pace,
  place,
  refundedOf,
  refundOutcome,
  refunds,
  returns,
  settle,
  slug,
  stock
} from './shop.ts'

const { app, deps } = instance()
const clerk = await staff('orders:read', 'orders:write')
const get = (url: string, headers: Record<string, string> = clerk) => app.inject({ url: `${base}${url}`, headers })
const post = (url: string, payload: object | undefined, headers: Record<string, string> = clerk, key = once()) =>
  app.inject({ method: 'POST', url: `${base}${url}`, headers: { ...headers, ...key }, ...(payload ? { payload } : {}) })

afterEach(async () => {
  heal()
  pace.maxMs = 0
  refundOutcome.next = 'done'
  await settle()
  await checkPromises()
})

async function delivered(lines: Article[] = [article(undefined, 3)], isDear = true) {
  const { order, headers } = await bought(app, lines, isDear)
  const shipment = await post(`/${order.id}/shipments`, {
    carrier: 'own',
    lines: order.lines.map(({ position, quantity, pieceId }: any) => ({
      position,
      quantity,
      ...(pieceId ? { serials: [`S-${pieceId}`] } : {})
    }))
  })
  assert.equal(shipment.statusCode, 201, shipment.body)
  await post(`/${order.id}/shipments/${shipment.json().id}/delivered`, undefined)
  return { id: order.id as string, order, headers }
}
const ask = (id: string, headers: Record<string, string>, quantity: number, position = 1, key = once()) =>
  post(`/${id}/returns`, { reason: 'Too large', lines: [{ position, quantity }] }, headers, key)
const come = (quantity: number, changes: object = {}) => ({
  lines: [{ position: 1, quantity, condition: 'as-new', restock: true, ...changes }]
})
/** A return of so many of the first line, approved and received. */
async function giveBack(id: string, headers: Record<string, string>, quantity: number, more: object = {}) {
  const asked = await ask(id, headers, quantity)
  assert.equal(asked.statusCode, 201, asked.body)
  const returnId = asked.json().id as string
  assert.equal((await post(`/${id}/returns/${returnId}/decision`, { approve: true })).statusCode, 200)
  const reply = await post(`/${id}/returns/${returnId}/receipt`, { ...come(quantity), ...more })
  assert.equal(reply.statusCode, 200, reply.body)
  return reply.json()
}

test('a return is asked for, approved, received and inspected; stock and money go back once, and the buyer is told', async () => {
  const line = article(undefined, 3)
  stock.set(line.variantId, 3)
  const { id, order, headers } = await delivered([line])
  const row = await giveBack(id, headers, 2)
  assert.equal(row.status, 'received')
  await sweepReturns(deps)
  const [after] = (await get(`/${id}/returns`, headers)).json().items
  assert.deepEqual([after.status, after.refundStatus, after.lines[0].received], ['done', 'done', 2])
  assert.equal(stock.get(line.variantId), 2)
  assert.equal(refunds.get(refundIdOf(id))!.amountMinor, after.refundMinor)
  assert.ok(after.refundMinor > 0 && after.refundMinor < order.totalMinor)
  const told = await db.selectFrom('outbox').select('topic').where('subject', '=', id).orderBy('id').execute()
  assert.equal(told.filter(({ topic }) => topic === 'order.returned').length, 1)
})
const refundIdOf = (orderId: string) => [...refunds.values()].find((refund) => refund.orderId === orderId)!.refundId

test('shares of an amount over equal units sum to it, in whatever parts they are taken', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999_999 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 }),
      (amountMinor, parts) => {
        const units = parts.reduce((sum, part) => sum + part, 0)
        let from = 0
        let total = 0
        for (const part of parts) {
          const share = shareOf(amountMinor, units, from, part)
          assert.ok(share >= 0 && Math.abs(share - (amountMinor * part) / units) < part + 1)
          total += share
          from += part
        }
        assert.equal(total, amountMinor)
      }
    ),
    { numRuns: 10_000 }
  )
})

test('any sequence of partial returns of everything, shipping with one of them, gives back exactly the total', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 100_000 }),
      async (parts, salt) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0)
        const line = article(undefined, quantity)
        const { prices } = await import('./shop.ts')
        prices.set(line.variantId, 10_000 + salt)
        const { id, order, headers } = await delivered([line])
        for (const [index, part] of parts.entries()) await giveBack(id, headers, part, { refundShipping: index === 0 })
        await settle()
        assert.equal(refundedOf(id), order.totalMinor)
        const { items } = (await get(`/${id}/returns`)).json()
        assert.equal(
          items.reduce((sum: number, { lines }: any) => sum + lines[0].refundMinor, 0),
          order.lines[0].totalMinor
        )
      }
    ),
    { numRuns: 15 }
  )
})

test('POST /orders/{orderId}/returns [20 at once, 3 with the buyer] takes three', async () => {
  const { id, headers } = await delivered()
  const replies = await Promise.all(Array.from({ length: 20 }, () => insist((key) => ask(id, headers, 1, 1, key))))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 3)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'not-with-buyer', reply.body)
})

test('A43 POST …/receipt [20 at once] gives money back once; more than was taken is never asked for', async () => {
  pace.maxMs = 5
  const { id, order, headers } = await delivered()
  const asked = (await ask(id, headers, 3)).json()
  await post(`/${id}/returns/${asked.id}/decision`, { approve: true })
  const receipt = { ...come(3), refundShipping: true }
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => insist((key) => post(`/${id}/returns/${asked.id}/receipt`, receipt, clerk, key)))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  for (const reply of replies) assert.ok(reply.statusCode === 200 || slug(reply) === 'return-not-expected', reply.body)
  await Promise.all(Array.from({ length: 4 }, () => sweepReturns(instance().deps)))
  await settle()
  assert.equal(refundedOf(id), order.totalMinor)
  assert.equal([...refunds.values()].filter((refund) => refund.orderId === id).length, 1)
  assert.equal(slug(await ask(id, headers, 1)), 'not-with-buyer')
})

test('A43 a refund that would exceed what is left is refused by payment, filed for staff, and can be repaired later', async () => {
  const { id, order, headers } = await delivered()
  const manual = {
    refundId: crypto.randomUUID(),
    orderId: id,
    amountMinor: order.totalMinor - 1,
    status: 'done' as const
  }
  refunds.set(manual.refundId, manual)
  await giveBack(id, headers, 3)
  await sweepReturns(deps)
  const [row] = (await get(`/${id}/returns`)).json().items
  assert.deepEqual([row.status, row.refundStatus], ['received', 'failed'])
  const [found] = (await get(`/exceptions?kind=refund-failed&orderId=${id}`)).json().items
  assert.equal(found.status, 'open')
  refunds.delete(manual.refundId)
  assert.equal((await post(`/exceptions/${found.id}/repair`, undefined)).json().status, 'repaired')
  assert.deepEqual((await get(`/${id}/returns`)).json().items[0].status, 'done')
  assert.equal(refundedOf(id), row.refundMinor)
})

for (const fault of ['down', 'lost'] as const) {
  for (const operation of ['PUT /internal/returns/{returnId}', 'PUT /internal/refunds/{refundId}']) {
    test(`a return [${operation} ${fault}] is finished later, once`, async () => {
      const line = article(undefined, 3)
      stock.set(line.variantId, 3)
      const { id, headers } = await delivered([line])
      failing(operation, fault)
      const row = await giveBack(id, headers, 3)
      await sweepReturns(instance().deps)
      assert.equal((await get(`/${id}/returns`)).json().items[0].status, 'received')
      heal()
      await letLeasesEnd()
      await sweepReturns(instance().deps)
      assert.equal((await get(`/${id}/returns`)).json().items[0].status, 'done')
      assert.equal(stock.get(line.variantId), 3)
      assert.equal(refundedOf(id), row.refundMinor)
    })
  }
}

test('a refund that waits for a second person is asked after, and payment.refunded ends it', async () => {
  refundOutcome.next = 'awaiting-approval'
  const { id, headers } = await delivered()
  const row = await giveBack(id, headers, 1)
  await sweepReturns(deps)
  assert.equal((await get(`/${id}/returns`)).json().items[0].refundStatus, 'awaiting-approval')
  const refundId = refundIdOf(id)
  refunds.get(refundId)!.status = 'done'
  const { work } = await import('../src/tasks.ts')
  await db.transaction().execute((tx) =>
    work(deps).hearing!['payment.refunded']!(
      tx as any,
      {
        data: { orderId: id, refundId, amountMinor: row.refundMinor, currency: 'INR' }
      } as any
    )
  )
  await sweepReturns(deps)
  const [after] = (await get(`/${id}/returns`)).json().items
  assert.deepEqual([after.status, after.refundStatus], ['done', 'done'])
  assert.equal((await get(`/${id}`, headers)).json().refundedMinor, row.refundMinor)
})

test('POST /orders/{orderId}/returns is refused too late, for what is engraved, before it is shipped, and to others', async () => {
  const { id, headers } = await delivered()
  await sql`update shipments set "deliveredAt" = now() - interval '16 days' where "orderId" = ${id}`.execute(db)
  assert.equal(slug(await ask(id, headers, 1)), 'return-window-over')
  assert.equal((await ask(id, clerk, 1)).statusCode, 201)
  const engraved = await delivered([{ ...article(), options: { engraving: 'For A' } }])
  assert.equal(slug(await ask(engraved.id, engraved.headers, 1)), 'not-returnable')
  const userId = crypto.randomUUID()
  const fresh = (await place(app, await signedIn(userId), newOrder(makeCart({ userId })))).json()
  assert.equal(slug(await ask(fresh.id, await signedIn(userId), 1)), 'not-with-buyer')
  assert.equal((await ask(id, await signedIn(crypto.randomUUID()), 1)).statusCode, 404)
  assert.equal((await ask(id, {}, 1)).statusCode, 404)
  for (const quantity of [0, -1, 1.5, '1', Number.MAX_VALUE])
    assert.equal((await ask(id, headers, quantity as number)).statusCode, 400)
  assert.equal(slug(await ask(id, headers, 1, 9)), 'line-not-of-order')
})

test('POST …/receipt of a weight that differs waits for a look, another piece is refused, and what did not come is with the buyer', async () => {
  const { id, headers } = await delivered()
  const asked = (await ask(id, headers, 2)).json()
  const receive = (body: object) => post(`/${id}/returns/${asked.id}/receipt`, body)
  assert.equal(slug(await receive(come(2))), 'return-not-expected')
  await post(`/${id}/returns/${asked.id}/decision`, { approve: true })
  const light = come(1, { weightMg: 4000 })
  const reply = await receive(light)
  assert.deepEqual([slug(reply), reply.json().expectedMg], ['weight-differs', 5250])
  assert.equal(slug(await receive(come(3))), 'receipt-not-complete')
  assert.equal(slug(await receive(come(1, { serials: ['S-1'] }))), 'serial-not-of-order')
  const done = await receive({ ...light, acceptWeight: true })
  assert.deepEqual([done.statusCode, done.json().lines[0].weightMg], [200, 4000], done.body)
  assert.equal((await ask(id, headers, 2)).statusCode, 201)
})

test('a return that is refused can be asked for again; what is not to be restocked is not, and what is not to be refunded is not', async () => {
  const line = article(undefined, 3)
  stock.set(line.variantId, 3)
  const { id, headers } = await delivered([line])
  const asked = (await ask(id, headers, 3)).json()
  const refusing = await post(`/${id}/returns/${asked.id}/decision`, { approve: false, note: 'Worn' })
  assert.deepEqual([refusing.json().status, refusing.json().note], ['refused', 'Worn'])
  assert.equal(slug(await post(`/${id}/returns/${asked.id}/decision`, { approve: true })), 'return-not-expected')
  await giveBack(id, headers, 1, come(1, { restock: false, refund: false, condition: 'damaged' }))
  await settle()
  const done = (await get(`/${id}/returns`)).json().items[1]
  assert.deepEqual([done.status, done.refundMinor, stock.get(line.variantId)], ['done', 0, 0])
  assert.equal(returns.get(done.id).lines[0].restock, false)
})

test('GET /orders/returns lists returns of all orders by status for staff only', async () => {
  const first = (await get('/returns?status=done&limit=2')).json()
  const second = (await get(`/returns?status=done&limit=2&after=${first.next}`)).json()
  assert.equal(first.items.length, 2)
  assert.ok(second.items.every(({ id }: any) => first.items.every((other: any) => other.id !== id)))
  assert.equal((await get('/returns', await signedIn(crypto.randomUUID()))).statusCode, 403)
  assert.equal((await get('/returns', await fromService('user', 'order', 'people'))).statusCode, 403)
})
