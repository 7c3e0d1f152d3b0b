import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Stripe } from 'stripe'
import { stripeProvider } from '../src/controllers/stripe.ts'
import { fakeStripe, secretKey } from './fake-stripe.ts'
import { openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const stripe = await fakeStripe()
const webhookSecret = 'whsec_of_the_test'
const options = {
  secretKey,
  webhookSecret,
  apiBase: stripe.url,
  returnUrl: 'https://shop.example/back',
  timeoutMs: 1500
}
const driver = (shop.deps.providers.stripe = stripeProvider(options))
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const now = () => Math.floor(Date.now() / 1000)
const job = { id: '1', attempt: 1 }

const pay = (orderId: string, token: string, changes: object = {}) =>
  shop.authorise(orderId, token, { method: { provider: 'stripe', token }, ...changes })
const signed = (payload: string, secret = webhookSecret, timestamp = now()) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
const report = (payload: string, signature = signed(payload)) =>
  shop.app.inject({
    method: 'POST',
    url: '/api/v1/payments/webhooks/stripe',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    payload
  })
const { refund } = shop
async function reconcile() {
  await sql`update payments set "checkAt" = now() where "checkAt" is not null`.execute(shop.db)
  await shop.tasks['reconcile-payments']!({}, job)
}
const finishRefunds = async () => {
  await sql`update refunds set "checkAt" = now() where "checkAt" is not null`.execute(shop.db)
  await shop.tasks['finish-refunds']!({}, job)
}

test('a Stripe payment is authorised, captured by hand and refunded in parts', async () => {
  const orderId = crypto.randomUUID()
  const authorised = await pay(orderId, 'pm_card_visa')
  assert.equal(authorised.json().status, 'authorised', authorised.body)
  const intent = stripe.of(`${orderId}:1`)!
  assert.deepEqual(
    [intent.status, intent.amount, intent.currency, intent.capture_method],
    ['requires_capture', 150_000, 'inr', 'manual']
  )
  assert.equal((await shop.capture(orderId)).json().status, 'captured')
  assert.equal((await refund(orderId, 50_000)).json().status, 'done')
  assert.equal((await refund(orderId, 100_000)).json().status, 'done')
  assert.equal(slug(await refund(orderId, 1)), 'refund-too-large')
  const [booked] = await shop.booked(orderId)
  assert.deepEqual(
    [booked.provider, booked.providerPaymentId, booked.refundsMinor, booked.ledger.length],
    ['stripe', intent.id, 150_000, 3]
  )
  assert.deepEqual(await shop.exceptions(orderId), [])
})

test('a Stripe payment that is declined, of an unknown token, or too small says so, and is final', async () => {
  const declined = async (token: string, changes: object = {}) => {
    const reply = (await pay(crypto.randomUUID(), token, changes)).json()
    assert.equal(reply.status, 'declined', token)
    return reply.declineReason
  }
  assert.equal(await declined('pm_card_chargeDeclined'), 'generic-decline')
  assert.equal(await declined('pm_nobody_knows'), 'token-not-known')
  assert.equal(await declined('pm_card_visa', { amountMinor: 49 }), 'amount-too-small')
  await reconcile()
})

test('a Stripe payment without a page to come back to is declined when the bank asks for one', async () => {
  const { returnUrl: _, ...plain } = options
  const theirs = await stripeProvider(plain).authorise({
    key: 'a:1',
    amountMinor: 100,
    currency: 'INR',
    token: 'pm_card_authenticationRequired'
  })
  assert.deepEqual([theirs.status, theirs.declineReason], ['declined', 'authentication-required'])
})

test('a Stripe payment that needs an action waits, and its signed webhook moves it once', async () => {
  for (const approved of [true, false]) {
    const orderId = crypto.randomUUID()
    const waiting = (await pay(orderId, 'pm_card_authenticationRequired')).json()
    assert.equal(waiting.status, 'action-needed')
    assert.match(waiting.action.url, /^https:\/\/hooks\.example\//)
    const intent = stripe.settle(stripe.of(`${orderId}:1`)!, approved)
    const event = stripe.event(
      approved ? 'payment_intent.amount_capturable_updated' : 'payment_intent.payment_failed',
      intent
    )
    const replies = await Promise.all(times(20, () => report(event)))
    assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200]))
    assert.equal((await shop.show(orderId)).json().status, approved ? 'authorised' : 'declined')
    assert.equal((await shop.events(orderId)).length, 1)
  }
})

test('POST /payments/webhooks/stripe with no, a wrong, an old or a future signature, or of another body is a 400', async () => {
  const orderId = crypto.randomUUID()
  await pay(orderId, 'pm_card_authenticationRequired')
  const event = stripe.event(
    'payment_intent.amount_capturable_updated',
    stripe.settle(stripe.of(`${orderId}:1`)!, true)
  )
  const forged = [
    '',
    't=1,v1=00',
    signed(event, 'whsec_of_another'),
    signed(event, webhookSecret, now() - 301),
    signed(event, webhookSecret, now() + 90),
    signed(`${event} `),
    signed(event).replace('v1=', 'v0=')
  ]
  for (const signature of forged) {
    const reply = await report(event, signature)
    assert.deepEqual([reply.statusCode, slug(reply)], [400, 'signature-not-valid'], signature)
  }
  assert.equal((await shop.show(orderId)).json().status, 'action-needed')
  assert.equal((await report(event)).statusCode, 200)
  const { stripe: _, ...others } = shop.deps.providers
  shop.deps.providers.stripe = undefined as never
  delete shop.deps.providers.stripe
  assert.equal((await report(event)).statusCode, 404)
  const refused = await pay(crypto.randomUUID(), 'pm_card_visa')
  assert.deepEqual([refused.statusCode, slug(refused)], [422, 'provider-not-offered'])
  Object.assign(shop.deps.providers, others, { stripe: driver })
})

test('POST /payments/webhooks/stripe of what does not concern the shop is taken and changes nothing', async () => {
  for (const type of ['customer.created', 'charge.refunded', 'charge.succeeded'])
    assert.equal((await report(stripe.event(type, { id: 'x', object: 'x' }))).statusCode, 200)
})

test('a Stripe call whose outcome is unknown is a 503, and the same call again finds it done once', async () => {
  for (const fault of ['lost', 'down', 'broken', 'busy', 'huge'] as const) {
    const orderId = crypto.randomUUID()
    stripe.failing(fault)
    const unknown = await pay(orderId, 'pm_card_visa')
    assert.deepEqual([unknown.statusCode, slug(unknown)], [503, 'provider-unavailable'], fault)
    assert.equal((await shop.show(orderId)).json().status, 'processing')
    assert.equal((await pay(orderId, 'pm_card_visa')).json().status, 'authorised')
    stripe.failing(fault)
    assert.equal((await shop.capture(orderId)).statusCode, 503, fault)
    assert.equal((await shop.capture(orderId)).json().status, 'captured')
    const id = crypto.randomUUID()
    stripe.failing(fault === 'broken' || fault === 'lost' ? 'broken' : fault)
    assert.equal((await refund(orderId, 1000, id)).json().status, 'pending')
    await finishRefunds()
    assert.equal((await refund(orderId, 1000, id)).json().status, 'done')
    assert.equal([...stripe.intents.values()].filter(({ metadata }) => metadata.key === `${orderId}:1`).length, 1)
    assert.equal([...stripe.refunds.values()].filter(({ metadata }) => metadata.refundId === id).length, 1)
  }
})

test('a Stripe that answers too late is given up in time', async () => {
  stripe.failing('late')
  const orderId = crypto.randomUUID()
  assert.equal((await pay(orderId, 'pm_card_visa')).statusCode, 503)
  assert.equal((await pay(orderId, 'pm_card_visa')).json().status, 'authorised')
})

test('a wrong key, or one idempotency key for two requests, is our fault: a 502', async () => {
  const wrong = stripeProvider({ ...options, secretKey: 'sk_test_wrong' })
  const asked = { key: 'b:1', amountMinor: 100, currency: 'INR', token: 'pm_card_visa' }
  await assert.rejects(wrong.authorise(asked), { status: 502 })
  await driver.authorise(asked)
  await assert.rejects(driver.authorise({ ...asked, amountMinor: 101 }), { status: 502 })
})

test('a Stripe payment whose answer was lost is found by its key and let go when the order is closed', async () => {
  const orderId = crypto.randomUUID()
  stripe.failing('lost')
  await pay(orderId, 'pm_card_visa')
  assert.equal((await shop.void(orderId)).statusCode, 200)
  assert.equal(stripe.of(`${orderId}:1`)!.status, 'canceled')
  assert.equal((await shop.show(orderId)).json().status, 'voided')
  assert.equal(slug(await shop.capture(orderId)), 'payment-voided')
})

test('a Stripe capture and void raced 20 times leave one of the two, and Stripe agrees', async () => {
  for (let round = 0; round < 20; round++) {
    const orderId = crypto.randomUUID()
    await pay(orderId, 'pm_card_visa')
    await Promise.all([shop.capture(orderId), shop.void(orderId)])
    const { status } = (await shop.show(orderId)).json()
    assert.equal(stripe.of(`${orderId}:1`)!.status, status === 'captured' ? 'succeeded' : 'canceled')
  }
})

test('a Stripe refund that fails later is filed, and one that is refused fails', async () => {
  const orderId = crypto.randomUUID()
  await pay(orderId, 'pm_card_visa')
  await shop.capture(orderId)
  const id = crypto.randomUUID()
  await refund(orderId, 100, id)
  const theirs = [...stripe.refunds.values()].find(({ metadata }) => metadata.refundId === id)!
  const failed = stripe.event('refund.failed', { ...theirs, status: 'failed', failure_reason: 'lost_or_stolen_card' })
  assert.equal((await report(failed)).statusCode, 200)
  const { items } = (
    await shop.app.inject({ url: '/api/v1/payments/exceptions?limit=100', headers: shop.finance })
  ).json()
  assert.ok(items.some(({ kind, reference }: any) => kind === 'refund-failed' && reference === id))

  stripe.of(`${orderId}:1`)!.amount_received = 100
  assert.equal((await refund(orderId, 1000)).json().status, 'failed')
  const refunds = await shop.app.inject({ url: '/api/v1/payments/refunds', headers: shop.finance })
  assert.equal(refunds.json().items[0].failReason, 'charge-already-refunded')
})

test('a Stripe event of another amount, or of one intent for two orders, pays nothing and is filed', async () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const orderId of [first, second]) await pay(orderId, 'pm_card_authenticationRequired')
  const intent = stripe.settle(stripe.of(`${first}:1`)!, true)
  await report(stripe.event('payment_intent.amount_capturable_updated', { ...intent, amount_capturable: 1 }))
  await report(
    stripe.event('payment_intent.amount_capturable_updated', { ...intent, metadata: { key: `${second}:1` } })
  )
  const kinds = async (orderId: string) => (await shop.exceptions(orderId)).map(({ kind }) => kind)
  assert.deepEqual([await kinds(first), await kinds(second)], [['amount-mismatch'], ['reference-mismatch']])
  for (const orderId of [first, second]) assert.equal((await shop.show(orderId)).json().status, 'action-needed')
})

test('the amounts of currencies without minor units are Stripe’s own', async () => {
  const orderId = crypto.randomUUID()
  for (const [currency, amount] of [
    ['JPY', 5000],
    ['ISK', 500_000],
    ['KWD', 5000]
  ] as const) {
    const theirs = await driver.authorise({
      key: `${orderId}:${currency}`,
      amountMinor: 5000,
      currency,
      token: 'pm_card_visa'
    })
    assert.deepEqual(
      [stripe.of(`${orderId}:${currency}`)!.amount, theirs.amountMinor, theirs.status],
      [amount, 5000, 'authorised']
    )
  }
})

test('a Stripe payment that Stripe cancels, as its hold has run out, is voided and the order is told', async () => {
  const orderId = crypto.randomUUID()
  await pay(orderId, 'pm_card_visa')
  const intent = Object.assign(stripe.of(`${orderId}:1`)!, { status: 'canceled', amount_capturable: 0 })
  const event = stripe.event('payment_intent.canceled', intent)
  await Promise.all(times(20, () => report(event)))
  assert.equal((await shop.show(orderId)).json().status, 'voided')
  assert.deepEqual(
    (await shop.events(orderId)).map(({ data }) => (data as any).status),
    ['voided']
  )
  assert.equal(slug(await shop.capture(orderId)), 'payment-voided')
})

test('a Stripe payment whose bank is asked by Stripe’s own script hands out the client secret, until it is done', async () => {
  const orderId = crypto.randomUUID()
  const waiting = (await pay(orderId, 'pm_card_threeDSecureOnPage')).json()
  const { client_secret: clientSecret } = stripe.of(`${orderId}:1`)!
  assert.deepEqual([waiting.status, waiting.action], ['action-needed', { kind: 'client-secret', clientSecret }])
  const intent = stripe.settle(stripe.of(`${orderId}:1`)!, true)
  await report(stripe.event('payment_intent.amount_capturable_updated', intent))
  const { status, action } = (await shop.show(orderId)).json()
  assert.deepEqual([status, action], ['authorised', null])
})
