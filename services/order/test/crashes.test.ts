import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { startProcess, testIssuer } from '@lumora/kit/testing-processes'
import { signedIn } from '@lumora/kit/testing'
import {
  base,
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
  'order.reserved',
  'payment.authorise',
  'order.authorised',
  'product.commit',
  'order.committed',
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
