import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, signedIn, staff } from '@lumora/kit/testing'
import { openShop, times } from './shop.ts'

const shop = await openShop()
const url = '/internal/payments/{orderId}'
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

test(`PUT ${url} approved, then captured, books the money once at the provider as here`, async () => {
  const orderId = crypto.randomUUID()
  const reply = await shop.authorise(orderId, 'sandbox-approve')
  assert.equal(reply.statusCode, 200)
  const base = { orderId, attempt: 1, declineReason: null, action: null, amountMinor: 150_000, currency: 'INR' }
  assert.deepEqual(reply.json(), { ...base, status: 'authorised' })
  assert.deepEqual((await shop.show(orderId)).json(), { ...base, status: 'authorised' })
  assert.deepEqual((await shop.capture(orderId)).json(), { ...base, status: 'captured' })
  const [booked] = await shop.booked(orderId)
  assert.equal(booked.status, 'captured')
  assert.deepEqual(
    booked.ledger.map(({ kind, currency, postings }: any) => ({ kind, currency, postings })),
    [
      {
        kind: 'capture',
        currency: 'INR',
        postings: [
          { account: 'buyers', amountMinor: -150_000 },
          { account: 'provider:sandbox', amountMinor: 150_000 }
        ]
      }
    ]
  )
  assert.deepEqual(await shop.reported(orderId), ['authorised', 'captured'])
})

test(`PUT ${url} declined says why, and another attempt may follow`, async () => {
  const orderId = crypto.randomUUID()
  const declined = (await shop.authorise(orderId, 'sandbox-decline')).json()
  assert.equal(declined.status, 'declined')
  assert.equal(declined.declineReason, 'card-declined')
  assert.equal(
    (await shop.authorise(orderId, 'tok_unheard_of', { attempt: 2 })).json().declineReason,
    'token-not-known'
  )
  assert.equal((await shop.authorise(orderId, 'sandbox-approve', { attempt: 3 })).json().status, 'authorised')
  assert.equal((await shop.authorise(orderId, 'sandbox-decline')).json().status, 'declined')
  assert.equal((await shop.booked(orderId)).length, 3)
})

test(`PUT ${url} 30 times at once makes one authorisation`, async () => {
  const orderId = crypto.randomUUID()
  const replies = await Promise.all(times(30, () => shop.authorise(orderId, 'sandbox-approve')))
  assert.deepEqual(new Set(replies.map(({ body }) => body)).size, 1)
  assert.equal(replies[0]!.json().status, 'authorised')
  assert.equal((await shop.booked(orderId)).length, 1)
  assert.deepEqual(await shop.reported(orderId), ['authorised'])
})

test(`PUT ${url} with 20 different attempts at once lets one through`, async () => {
  const orderId = crypto.randomUUID()
  const replies = await Promise.all(
    times(20, (index) => shop.authorise(orderId, 'sandbox-approve', { attempt: index + 1 }))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  for (const reply of replies.filter(({ statusCode }) => statusCode !== 200))
    assert.equal(slug(reply), 'payment-in-progress')
})

test(`PUT ${url} of the same attempt with another amount, currency or token is a 422`, async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  for (const reply of [
    await shop.authorise(orderId, 'sandbox-approve', { amountMinor: 149_999 }),
    await shop.authorise(orderId, 'sandbox-approve', { currency: 'USD' }),
    await shop.authorise(orderId, 'sandbox-decline')
  ]) {
    assert.equal(reply.statusCode, 422)
    assert.equal(slug(reply), 'attempt-differs')
  }
})

test(`PUT ${url} of an attempt while another is live, after it is paid, or numbered lower is a 409`, async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-decline', { attempt: 4 })
  const lower = await shop.authorise(orderId, 'sandbox-approve', { attempt: 2 })
  assert.deepEqual([lower.statusCode, slug(lower)], [409, 'attempt-out-of-date'])
  await shop.authorise(orderId, 'sandbox-action', { attempt: 5 })
  const second = await shop.authorise(orderId, 'sandbox-approve', { attempt: 6 })
  assert.deepEqual(
    [second.statusCode, slug(second), second.json().paymentStatus],
    [409, 'payment-in-progress', 'action-needed']
  )

  const paid = crypto.randomUUID()
  await shop.authorise(paid, 'sandbox-approve')
  await shop.capture(paid)
  const third = await shop.authorise(paid, 'sandbox-approve', { attempt: 2 })
  assert.deepEqual([third.statusCode, slug(third)], [409, 'payment-captured'])
})

test(`PUT ${url} with an amount that is no amount is a 400`, async () => {
  for (const amountMinor of [0, -1, 0.5, 2 ** 53, '1500', null, 1e12]) {
    const reply = await shop.authorise(crypto.randomUUID(), 'sandbox-approve', { amountMinor: amountMinor as number })
    assert.equal(reply.statusCode, 400, String(amountMinor))
  }
})

test(`PUT ${url}/capture 30 times at once takes the money once`, async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  const replies = await Promise.all(times(30, () => shop.capture(orderId)))
  for (const reply of replies) assert.equal(reply.json().status, 'captured')
  const [booked] = await shop.booked(orderId)
  assert.equal(booked.ledger.length, 1)
  assert.deepEqual(await shop.reported(orderId), ['authorised', 'captured'])
  assert.equal((await shop.atProvider(`${orderId}:1`))!.capturedMinor, 150_000)
})

test(`PUT ${url}/capture of what is not authorised is a 409 that says what it is`, async () => {
  const [declined, waiting, gone, unknown] = times(4, () => crypto.randomUUID()) as [string, string, string, string]
  await shop.authorise(declined, 'sandbox-decline')
  await shop.authorise(waiting, 'sandbox-action')
  await shop.authorise(gone, 'sandbox-approve')
  await shop.void(gone)
  assert.equal(slug(await shop.capture(declined)), 'payment-declined')
  assert.equal(slug(await shop.capture(waiting)), 'payment-not-authorised')
  assert.equal(slug(await shop.capture(gone)), 'payment-voided')
  assert.equal((await shop.capture(unknown)).statusCode, 404)
  assert.equal((await shop.show(unknown)).statusCode, 404)
  for (const orderId of [declined, waiting, gone]) assert.deepEqual((await shop.booked(orderId))[0].ledger, [])
})

test(`PUT ${url}/void 30 times at once lets go once, and of what was captured is a 409`, async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  const replies = await Promise.all(times(30, () => shop.void(orderId)))
  for (const reply of replies) assert.deepEqual(reply.json(), { orderId, status: 'voided' })
  assert.equal((await shop.atProvider(`${orderId}:1`))!.state, 'voided')
  assert.deepEqual(await shop.reported(orderId), ['authorised', 'voided'])

  const paid = crypto.randomUUID()
  await shop.authorise(paid, 'sandbox-approve')
  await shop.capture(paid)
  assert.equal(slug(await shop.void(paid)), 'payment-captured')
})

test(`PUT ${url}/void and capture raced 30 times leave one of the two, and the provider agrees`, async () => {
  for (const orderId of times(30, () => crypto.randomUUID())) {
    await shop.authorise(orderId, 'sandbox-approve')
    const [captured, voided] = await Promise.all([shop.capture(orderId), shop.void(orderId)])
    const { status } = (await shop.show(orderId)).json()
    assert.equal((await shop.atProvider(`${orderId}:1`))!.state, status)
    assert.deepEqual([captured.statusCode, voided.statusCode], status === 'captured' ? [200, 409] : [409, 200], status)
  }
})

test(`PUT ${url}/void before the payment was asked for refuses it when it comes`, async () => {
  const orderId = crypto.randomUUID()
  assert.deepEqual((await shop.void(orderId)).json(), { orderId, status: 'voided' })
  const late = await shop.authorise(orderId, 'sandbox-approve')
  assert.deepEqual([late.statusCode, slug(late)], [409, 'payment-voided'])
  assert.equal(slug(await shop.capture(orderId)), 'payment-voided')
  assert.equal(await shop.atProvider(`${orderId}:1`), undefined)
})

test(`PUT ${url} and void raced 30 times never leave money held`, async () => {
  for (const orderId of times(30, () => crypto.randomUUID())) {
    const [, voided] = await Promise.all([shop.authorise(orderId, 'sandbox-approve'), shop.void(orderId)])
    assert.equal(voided.statusCode, 200)
    await eventually('the provider holds nothing', async () => {
      const state = (await shop.atProvider(`${orderId}:1`))?.state
      return state === undefined || state === 'voided'
    })
  }
})

test(`PUT ${url} with a card number anywhere is a 400, and it is kept nowhere`, async () => {
  const orderId = crypto.randomUUID()
  const method = { provider: 'sandbox' as const, token: 'sandbox-approve' }
  const numbers = ['4242424242424242', '4242 4242 4242 4242', 'card 3782-822463-10005 please', '4242424242424242 12/29']
  const bodies: object[] = [
    ...numbers.map((token) => ({ method: { provider: 'sandbox', token } })),
    { note: '4242424242424242' },
    { '4242424242424242': 1 },
    { amountMinor: 4_242_424_242_424_242 },
    { method: { ...method, cards: [{ number: 4_242_424_242_424_242 }] } }
  ]
  for (const body of bodies) {
    const reply = await shop.authorise(orderId, 'sandbox-approve', body)
    assert.deepEqual([reply.statusCode, slug(reply)], [400, 'card-number-refused'], JSON.stringify(body))
    assert.doesNotMatch(reply.body.replaceAll(/[ -]/g, ''), /4242424242424242/)
  }
  assert.equal((await shop.show(orderId)).statusCode, 404)
  const other = await shop.authorise(orderId, 'tok_4242424242424243')
  assert.equal(other.json().declineReason, 'token-not-known')
})

test('The payments are for the order service and for staff who may read them', async () => {
  const orderId = crypto.randomUUID()
  const internal = `/internal/payments/${orderId}`
  for (const headers of [{}, await signedIn(crypto.randomUUID()), await staff('payments:read')]) {
    const reply = await shop.app.inject({ method: 'PUT', url: `${internal}/capture`, headers })
    assert.ok([401, 403].includes(reply.statusCode))
  }
  for (const path of ['/api/v1/payments', '/api/v1/payments/exceptions']) {
    assert.equal((await shop.app.inject(path)).statusCode, 401)
    assert.equal((await shop.app.inject({ url: path, headers: await staff('orders:read') })).statusCode, 403)
    assert.equal((await shop.app.inject({ url: path, headers: shop.finance })).statusCode, 200)
  }
})

test('GET /payments pages through all of them, the newest first', async () => {
  const seen: string[] = []
  let after = ''
  do {
    const page = (
      await shop.app.inject({ url: `/api/v1/payments?limit=30${after && `&after=${after}`}`, headers: shop.finance })
    ).json()
    seen.push(...page.items.map(({ id }: { id: string }) => id))
    after = page.next
  } while (after)
  assert.deepEqual(seen, [...new Set(seen)].sort().toReversed())
  const { count } = await shop.db
    .selectFrom('payments')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(seen.length, count)
})
