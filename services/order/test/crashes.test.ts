import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { startProcess, testIssuer } from '@lumora/kit/testing-processes'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { issueInvoices } from '../src/controllers/documents.ts'
import {
  base,
  bought,
  checkPromises,
  db,
  insist,
  instance,
  letLeasesEnd,
  letTimersEnd,
  makeCart,
  newOrder,
  payment,
  peerUrls,
  refundedOf,
  refunds,
  returns,
  settle,
  url
} from './shop.ts'

const issuer = await testIssuer(scopesOf)
const { app } = instance()

/** A process of the service that ends at this point. */
const crashing = (point: string) =>
  startProcess(new URL('../src/server.ts', import.meta.url), {
    DATABASE_URL: url,
    ORDER_SECRET: 'a secret of at least thirty-two characters',
    ...issuer,
    ...peerUrls(),
    LUMORA_FAILPOINTS: '1',
    LUMORA_FAILPOINT: point
  })
const both = (...names: string[]) => names.flatMap((name) => [`${name}.before`, `${name}.after`])

/** Has the process die at the point while it works on this request, and the request sent again to another. */
async function dieAt(point: string, path: string, payload: object | undefined, headers: Record<string, string>) {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const { url: process, ended } = await crashing(point)
  await fetch(`${process}${path}`, {
    method: 'POST',
    headers: { ...headers, ...key, ...(payload ? { 'content-type': 'application/json' } : {}) },
    ...(payload ? { body: JSON.stringify(payload) } : {})
  }).catch(() => {})
  assert.equal(await ended, 'SIGKILL', `${point} was never come to`)
  await letLeasesEnd()
  return insist((again) =>
    app.inject({
      method: 'POST',
      url: path,
      headers: { ...headers, ...again, ...key },
      ...(payload ? { payload } : {})
    })
  )
}

/** A customer who orders. */
async function buyer() {
  const userId = crypto.randomUUID()
  return { userId, headers: await signedIn(userId), cartId: makeCart({ userId }) }
}

const placing = both(
  'cart.checkout',
  'order.placed',
  'product.reserve',
  'payment.authorise',
  'order.authorised',
  'product.commit',
  'payment.capture',
  'order.confirmed'
)
test('POST /orders [the process is killed at each point of the checkout] is confirmed once, and the same request says so', async () => {
  for (const point of placing) {
    const { headers, cartId } = await buyer()
    const reply = await dieAt(point, base, newOrder(cartId), headers)
    assert.equal(reply.statusCode, 201, `${point}: ${reply.body}`)
    await settle()
    const orders = await db.selectFrom('orders').select(['id', 'status']).where('cartId', '=', cartId).execute()
    assert.deepEqual([orders.length, orders[0]!.status, orders[0]!.id], [1, 'confirmed', reply.json().id], point)
    await checkPromises()
  }
})

test('POST /orders [declined, and the process is killed at each point of that] can be paid in another way', async () => {
  for (const point of both('order.payment-failed')) {
    const { headers, cartId } = await buyer()
    const reply = await dieAt(point, base, newOrder(cartId, payment('decline')), headers)
    assert.equal(reply.json().status, 'payment-failed', point)
    await checkPromises()
  }
  await letTimersEnd()
  await settle()
})

test('POST /orders/{orderId}/cancel [the process is killed at each point of the undoing] gives everything back once', async () => {
  for (const point of both('order.cancelled', 'product.release', 'payment.void', 'order.undone')) {
    const { headers, cartId } = await buyer()
    const placed = await insist((key) =>
      app.inject({
        method: 'POST',
        url: base,
        headers: { ...headers, ...key },
        payload: newOrder(cartId, payment('action'))
      })
    )
    const reply = await dieAt(point, `${base}/${placed.json().id}/cancel`, undefined, headers)
    assert.equal(reply.json().status, 'cancelled', point)
    await settle()
    await checkPromises()
  }
})

/** An order that was shipped, and a return of it that is awaited. */
async function awaited() {
  const clerk = await staff('orders:read', 'orders:write')
  const { id, headers } = await bought(app)
  const post = (path: string, payload: object, who = clerk) =>
    insist((key) => app.inject({ method: 'POST', url: `${base}/${id}/${path}`, headers: { ...who, ...key }, payload }))
  await post('shipments', { carrier: 'own', lines: [{ position: 1, quantity: 3 }] })
  const asked = await post('returns', { reason: 'Too large', lines: [{ position: 1, quantity: 2 }] }, headers)
  const returnId = asked.json().id as string
  await post(`returns/${returnId}/decision`, { approve: true })
  const receipt = { lines: [{ position: 1, quantity: 2, condition: 'as-new', restock: true }] }
  return { id, returnId, clerk, receipt, url: `${base}/${id}/returns/${returnId}/receipt` }
}

async function isGivenBackOnce(id: string, returnId: string, point: string): Promise<void> {
  const row = await db
    .selectFrom('returns' as never)
    .selectAll()
    .where('id' as never, '=', returnId as never)
    .execute()
  const [{ status, refundMinor }] = row as unknown as [{ status: string; refundMinor: number }]
  assert.deepEqual([status, refundedOf(id)], ['done', refundMinor], point)
  assert.equal([...refunds.values()].filter((refund) => refund.orderId === id).length, 1, point)
  assert.equal([...returns.keys()].filter((key) => key === returnId).length, 1, point)
}

test('POST …/receipt [the process is killed at each point] receives once, and the same request says so', async () => {
  for (const point of both('return.received')) {
    const { id, returnId, clerk, receipt, url: path } = await awaited()
    const reply = await dieAt(point, path, receipt, clerk)
    assert.equal(reply.statusCode, 200, `${point}: ${reply.body}`)
    await settle()
    await isGivenBackOnce(id, returnId, point)
  }
})

test('a return [the process is killed at each point of giving back] gives stock and money back once', async () => {
  for (const point of both('product.return', 'payment.refund', 'return.settled')) {
    const { id, returnId, clerk, receipt, url: path } = await awaited()
    const reply = await insist((key) =>
      app.inject({ method: 'POST', url: path, headers: { ...clerk, ...key }, payload: receipt })
    )
    assert.equal(reply.statusCode, 200, reply.body)
    const { ended } = await crashing(point)
    assert.equal(await ended, 'SIGKILL', `${point} was never come to`)
    await settle()
    await isGivenBackOnce(id, returnId, point)
  }
})

test('POST …/cancellations [the process is killed at each point] of a paid order gives all back once', async () => {
  const clerk = await staff('orders:read', 'orders:write')
  for (const point of both('order.cancelled', 'product.return', 'payment.refund')) {
    const { id, order } = await bought(app)
    const path = `${base}/${id}/cancellations`
    if (point.startsWith('order.')) await dieAt(point, path, { reason: 'No.' }, clerk)
    else {
      await insist((key) =>
        app.inject({ method: 'POST', url: path, headers: { ...clerk, ...key }, payload: { reason: 'No.' } })
      )
      const { ended } = await crashing(point)
      assert.equal(await ended, 'SIGKILL', `${point} was never come to`)
    }
    await settle()
    assert.equal(refundedOf(id), order.totalMinor, point)
    await checkPromises()
  }
})

test('invoices [the process is killed at each point of issuing] are numbered without gap or double', async () => {
  for (const point of both('order.invoiced')) {
    const { id } = await bought(app)
    const { ended } = await crashing(point)
    assert.equal(await ended, 'SIGKILL', `${point} was never come to`)
    await issueInvoices(instance().deps)
    const { rows } = await sql<{ sequence: number; orderId: string }>`
      select "sequence", "orderId" from documents where "kind" = 'invoice' order by 1`.execute(db)
    assert.deepEqual(
      rows.map(({ sequence }) => sequence),
      Array.from(rows, (_, i) => i + 1)
    )
    assert.equal(rows.filter(({ orderId }) => orderId === id).length, 1, point)
  }
})
