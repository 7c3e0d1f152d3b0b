import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { startProcess, testIssuer } from '@lumora/kit/testing-processes'
import { sql } from 'kysely'
import { openShop } from './shop.ts'

const shop = await openShop({ reports: false })
const issuer = await testIssuer(scopesOf)
const both = (...names: string[]) => names.flatMap((name) => [`${name}.before`, `${name}.after`])

/** Has a process of the service die at the point while it works on this request of the order service. */
async function dieAt(point: string, path: string, payload?: object) {
  const { url, ended } = await startProcess(new URL('../src/server.ts', import.meta.url), {
    DATABASE_URL: shop.databaseUrl,
    SANDBOX_SECRET: shop.deps.sandboxSecret,
    PAYMENT_URL: 'http://127.0.0.1:1',
    ...issuer,
    LUMORA_FAILPOINTS: '1',
    LUMORA_FAILPOINT: point
  })
  await fetch(`${url}/internal/${path}`, {
    method: 'PUT',
    headers: {
      ...(path.startsWith('refunds') ? shop.refunds : shop.order),
      ...(payload ? { 'content-type': 'application/json' } : {})
    },
    ...(payload ? { body: JSON.stringify(payload) } : {})
  }).catch(() => {})
  assert.equal(await ended, 'SIGKILL', `${point} was never come to`)
}
const approved = {
  attempt: 1,
  amountMinor: 150_000,
  currency: 'INR',
  method: { provider: 'sandbox', token: 'sandbox-approve' }
}

async function booksAgree(orderId: string, status: string, entries: number, point: string) {
  const payments = await shop.booked(orderId)
  assert.deepEqual(
    payments.map((payment: any) => [payment.status, payment.ledger.length]),
    status === '' ? [] : [[status, entries]],
    point
  )
  assert.equal((await shop.atProvider(`${orderId}:1`))?.state, status === '' ? undefined : status, point)
}

test('PUT /internal/payments/{orderId} [the process is killed at each point], asked again, authorises once', async () => {
  for (const point of both('payment.attempt', 'provider.authorise', 'payment.authorised')) {
    const orderId = crypto.randomUUID()
    await dieAt(point, `payments/${orderId}`, approved)
    assert.equal((await shop.authorise(orderId, 'sandbox-approve')).json().status, 'authorised', point)
    await booksAgree(orderId, 'authorised', 0, point)
    assert.deepEqual(await shop.reported(orderId), ['authorised'], point)
  }
})

test('PUT /internal/payments/{orderId}/capture [the process is killed at each point], asked again, takes the money once', async () => {
  for (const point of both('provider.capture', 'payment.captured')) {
    const orderId = crypto.randomUUID()
    await shop.authorise(orderId, 'sandbox-approve')
    await dieAt(point, `payments/${orderId}/capture`)
    assert.equal((await shop.capture(orderId)).json().status, 'captured', point)
    await booksAgree(orderId, 'captured', 1, point)
    assert.deepEqual(await shop.reported(orderId), ['authorised', 'captured'], point)
  }
})

test('PUT /internal/payments/{orderId}/void [the process is killed at each point], asked again or compared, lets go once', async () => {
  for (const [index, point] of both('payment.closed', 'provider.void', 'payment.voided').entries()) {
    const orderId = crypto.randomUUID()
    await shop.authorise(orderId, 'sandbox-approve')
    await dieAt(point, `payments/${orderId}/void`)
    if (index % 2 === 0) assert.equal((await shop.void(orderId)).statusCode, 200, point)
    else {
      await sql`update payments set "checkAt" = now() where "checkAt" is not null`.execute(shop.db)
      await shop.tasks['reconcile-payments']!({}, { id: '1', attempt: 1 })
    }
    await booksAgree(orderId, 'voided', 0, point)
    assert.deepEqual(await shop.reported(orderId), ['authorised', 'voided'], point)
  }
})

test('PUT /internal/refunds/{refundId} [the process is killed at each point], asked again or by the timer, gives back once', async () => {
  for (const [index, point] of both('refund.claimed', 'provider.refund', 'refund.noted').entries()) {
    const orderId = crypto.randomUUID()
    await shop.authorise(orderId, 'sandbox-approve')
    await shop.capture(orderId)
    const path = `refunds/${crypto.randomUUID()}`
    const payload = { orderId, amountMinor: 50_000, currency: 'INR', reason: 'returned' }
    await dieAt(point, path, payload)
    await sql`update refunds set "checkAt" = now() where "checkAt" is not null`.execute(shop.db)
    if (index % 2 === 1) await shop.tasks['finish-refunds']!({}, { id: '1', attempt: 1 })
    const again = { method: 'PUT' as const, url: `/internal/${path}`, headers: shop.refunds, payload }
    assert.equal((await shop.app.inject(again)).json().status, 'done', point)
    await booksAgree(orderId, 'captured', 2, point)
    const { refundedMinor } = (await shop.atProvider(`${orderId}:1`))!
    assert.equal(refundedMinor, 50_000, point)
    assert.equal((await shop.events(orderId)).length, 1, point)
  }
})
