import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { eventually, provenAs, provenStaff } from '@lumora/kit/testing'
import { testIssuer } from '@lumora/kit/testing-processes'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Stripe } from 'stripe'
import { signReport } from '../src/controllers/sandbox.ts'
import { stripeProvider } from '../src/controllers/stripe.ts'
import { fakeStripe, secretKey } from './fake-stripe.ts'
import { openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const stripe = await fakeStripe()
const webhookSecret = 'whsec_of_the_test'
const returnUrl = 'https://shop.example/back'
shop.deps.providers.stripe = stripeProvider({
  secretKey,
  webhookSecret,
  apiBase: stripe.url,
  returnUrl,
  timeoutMs: 1000
})
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const now = () => Math.floor(Date.now() / 1000)
const statusOf = async (orderId: string) => (await shop.show(orderId)).json().status
const kindsOf = async (orderId: string) => (await shop.exceptions(orderId)).map(({ kind }) => kind)
const captures = async (orderId: string) =>
  (await shop.booked(orderId)).flatMap(({ ledger }: any) => ledger).filter(({ kind }: any) => kind === 'capture').length
const payStripe = (orderId: string, token = 'pm_card_visa') =>
  shop.authorise(orderId, token, { method: { provider: 'stripe', token } })
const tell = (payload: string, secret = webhookSecret, timestamp = now()) =>
  shop.app.inject({
    method: 'POST',
    url: '/api/v1/payments/webhooks/stripe',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
    },
    payload
  })
const admins = [await provenStaff('payments:write'), await provenAs(crypto.randomUUID(), 'payments:write')]
const refundByStaff = (
  orderId: string,
  amountMinor: unknown,
  headers = admins[0]!,
  key: string | null = crypto.randomUUID()
) =>
  shop.app.inject({
    method: 'POST',
    url: `/api/v1/payments/${orderId}/refunds`,
    headers: { ...headers, ...(key === null ? {} : { 'idempotency-key': key }) },
    payload: { amountMinor, currency: 'INR', reason: 'returned' }
  })

/** A sandbox payment that waits for its buyer, and what the sandbox would report of it. */
async function waiting() {
  const orderId = crypto.randomUUID()
  const { url } = (await shop.authorise(orderId, 'sandbox-action')).json().action
  const { id, key, amountMinor, currency } = (await shop.atProvider(`${orderId}:1`))!
  const report = (change: object, eventId: string = crypto.randomUUID()) => {
    const payment = { id, key, amountMinor, capturedMinor: 0, currency, declineReason: null, challengeId: null }
    return JSON.stringify({ id: eventId, payment: { ...payment, ...change } })
  }
  return { orderId, url: url as string, report }
}
const captured = { state: 'captured', capturedMinor: 150_000 }
async function paid(pay = (orderId: string) => shop.authorise(orderId, 'sandbox-approve') as Promise<unknown>) {
  const orderId = crypto.randomUUID()
  await pay(orderId)
  await shop.capture(orderId)
  return orderId
}

/** How often a race is run; `npm run races` asks for 100. */
const rounds = Number(process.env.ROUNDS ?? 20)

test(`A36 confirmation and webhook at once, ${rounds} rounds of ten each, make one authorisation and one capture`, async () => {
  for (let round = 0; round < rounds; round++) {
    const { orderId, url, report } = await waiting()
    await shop.answer(url, 'approve')
    const replies = await Promise.all([
      ...times(5, () => shop.report(report({ state: 'authorised' }))),
      ...times(5, () => shop.authorise(orderId, 'sandbox-action')),
      ...times(3, () => shop.capture(orderId))
    ])
    for (const reply of replies)
      assert.ok(reply.statusCode === 200 || slug(reply) === 'payment-not-authorised', reply.body)
    await Promise.all([...times(5, () => shop.capture(orderId)), ...times(5, () => shop.report(report(captured)))])
    assert.equal(await statusOf(orderId), 'captured')
    assert.equal(await captures(orderId), 1)
    assert.deepEqual(await shop.reported(orderId), ['authorised', 'captured'])
  }
  assert.deepEqual(
    (await shop.app.inject({ url: '/api/v1/payments/exceptions', headers: shop.finance })).json().items,
    []
  )
})

test('A37 an idempotency key with another body, of another person, too long, missing, in flight, or replayed', async () => {
  const orderId = await paid()
  const key = crypto.randomUUID()
  const racing = await Promise.all(times(20, () => refundByStaff(orderId, 1000, admins[0], key)))
  for (const reply of racing) if (reply.statusCode !== 201) assert.equal(slug(reply), 'request-in-flight')
  for (const reply of racing) if (reply.statusCode !== 201) assert.ok(reply.headers['retry-after'])
  const first = racing.find(({ statusCode }) => statusCode === 201)!
  const replay = await refundByStaff(orderId, 1000, admins[0], key)
  assert.deepEqual([replay.statusCode, replay.body], [201, first.body])
  const differs = await refundByStaff(orderId, 1001, admins[0], key)
  assert.deepEqual([differs.statusCode, slug(differs)], [422, 'idempotency-key-reused'])
  const other = await refundByStaff(orderId, 1000, admins[1], key)
  assert.equal(other.statusCode, 201)
  assert.notEqual(other.json().id, first.json().id)
  assert.equal((await refundByStaff(orderId, 1000, admins[0], null)).statusCode, 400)
  assert.equal((await refundByStaff(orderId, 1000, admins[0], 'k'.repeat(257))).statusCode, 400)
  await sql`update idempotency set "createdAt" = now() - interval '25 hours'`.execute(shop.db)
  const { forgetOldKeys } = await import('@lumora/kit/idempotency')
  await forgetOldKeys(shop.db)
  const anew = await refundByStaff(orderId, 1000, admins[0], key)
  assert.notEqual(anew.json().id, first.json().id)
  assert.equal((await shop.booked(orderId))[0].refundsMinor, 3000)
})

test('A41 a provider that says paid with another amount, currency, order or intent pays nothing and is flagged', async () => {
  const changes = [
    { state: 'captured', capturedMinor: 149_999 },
    { state: 'captured', capturedMinor: 1_500_000 },
    { state: 'authorised', amountMinor: 1 },
    { ...captured, currency: 'JPY' }
  ]
  for (const change of changes) {
    const { orderId, report } = await waiting()
    await Promise.all(times(20, () => shop.report(report(change))))
    assert.equal(await statusOf(orderId), 'action-needed')
    assert.deepEqual(await kindsOf(orderId), ['amount-mismatch'])
    assert.equal(await captures(orderId), 0)
    const alarms = await sql<{ count: number }>`select count(*) from outbox where "topic" = 'payment.exception-found'
      and "data"->>'orderId' = ${orderId}`.execute(shop.db)
    assert.equal(alarms.rows[0]!.count, 1)
  }
  const [one, two] = [await waiting(), await waiting()]
  await shop.report(one.report(captured))
  const itsId = JSON.parse(one.report({})).payment.id
  await shop.report(two.report({ ...captured, id: itsId }))
  assert.deepEqual([await statusOf(one.orderId), await statusOf(two.orderId)], ['captured', 'action-needed'])
  assert.deepEqual(await kindsOf(two.orderId), ['reference-mismatch'])
  assert.equal((await shop.refund(one.orderId, 150_000)).json().status, 'failed', 'the sandbox never captured it')
})

test('A42 webhooks without a right signature, old, of the future, or written anew are refused by both providers', async () => {
  const { orderId, report } = await waiting()
  const { sandboxSecret } = shop.deps
  const body = report(captured)
  for (const signature of [
    '',
    'v1=',
    `t=${now()},v1=${'0'.repeat(64)}`,
    signReport('the secret that was used before this one', body),
    signReport(sandboxSecret, body, now() - 301),
    signReport(sandboxSecret, body, now() + 61),
    signReport(sandboxSecret, JSON.stringify(JSON.parse(body), null, 2))
  ])
    assert.equal((await shop.report(body, signature)).statusCode, 400, signature)
  assert.equal(await statusOf(orderId), 'action-needed')

  const other = crypto.randomUUID()
  await payStripe(other, 'pm_card_authenticationRequired')
  const event = stripe.event('payment_intent.amount_capturable_updated', stripe.settle(stripe.of(`${other}:1`)!, true))
  assert.equal((await tell(event, 'whsec_used_before')).statusCode, 400)
  assert.equal((await tell(event, webhookSecret, now() - 301)).statusCode, 400)
  assert.equal((await tell(event, webhookSecret, now() + 61)).statusCode, 400)
  assert.equal(await statusOf(other), 'action-needed')
  const taken = await Promise.all(times(50, () => tell(event)))
  assert.deepEqual(new Set(taken.map(({ statusCode }) => statusCode)), new Set([200]))
  assert.equal((await shop.events(other)).length, 1)
})

test('A42 a refund that is reported before its capture changes nothing, and the capture counts', async () => {
  const orderId = crypto.randomUUID()
  await payStripe(orderId)
  const intent = stripe.of(`${orderId}:1`)!
  const refund = {
    id: 're_early',
    object: 'refund',
    payment_intent: intent.id,
    metadata: { refundId: crypto.randomUUID() }
  }
  for (const type of ['refund.failed', 'charge.refunded', 'refund.created'])
    assert.equal((await tell(stripe.event(type, { ...refund, status: 'failed' }))).statusCode, 200)
  assert.equal((await shop.capture(orderId)).json().status, 'captured')
  const [booked] = await shop.booked(orderId)
  assert.deepEqual([booked.refundsMinor, booked.ledger.length], [0, 1])
})

test(`A43 20 partial refunds at once, by two admins and the order service, never exceed what was captured; ${rounds} rounds`, async () => {
  for (let round = 0; round < rounds; round++) {
    const orderId = await paid()
    const amount = (i: number) => 9000 + 501 * i
    const replies = await Promise.all(
      times(20, (i) =>
        i % 3 === 2 ? shop.refund(orderId, amount(i)) : refundByStaff(orderId, amount(i), admins[i % 2])
      )
    )
    const given = replies.reduce((sum, { statusCode }, i) => sum + (statusCode < 300 ? amount(i) : 0), 0)
    for (const reply of replies) if (reply.statusCode >= 300) assert.equal(slug(reply), 'refund-too-large', reply.body)
    const { refundedMinor } = (await shop.atProvider(`${orderId}:1`))!
    assert.deepEqual([refundedMinor, given <= 150_000, given > 120_000], [given, true, true])
    assert.equal((await shop.booked(orderId))[0].refundsMinor, given)
  }
})

test('A43 negative, zero, fractional and foreign refunds, and one more than was captured, are refused', async () => {
  const orderId = await paid()
  for (const amount of [-1, 0, 0.5, -150_000, '10', 2 ** 53]) {
    assert.equal((await refundByStaff(orderId, amount)).statusCode, 400, String(amount))
    assert.equal((await shop.refund(orderId, amount)).statusCode, 400, String(amount))
  }
  const foreign = await shop.refund(orderId, 1, crypto.randomUUID(), { currency: 'USD' })
  assert.deepEqual([foreign.statusCode, slug(foreign)], [422, 'currency-differs'])
  assert.equal(slug(await shop.refund(orderId, 150_001)), 'refund-too-large')
  assert.equal((await shop.atProvider(`${orderId}:1`))!.refundedMinor, 0)
})

test('A43 after a chargeback only what the bank did not take back can be refunded, until it is won; in any order of events', async () => {
  const dispute = async (
    orderId: string,
    status: string,
    amount: number,
    id: string,
    type = 'charge.dispute.updated'
  ) => {
    const intent = stripe.of(`${orderId}:1`)!
    const told = {
      object: 'dispute',
      id,
      amount,
      currency: 'inr',
      status,
      reason: 'fraudulent',
      payment_intent: intent.id
    }
    const replies = await Promise.all(times(5, () => tell(stripe.event(type, told))))
    for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
  }
  const balanceOf = async (orderId: string, account: string) => {
    const { rows } = await sql<{
      sum: number
    }>`select coalesce(sum(l."amountMinor"), 0)::bigint as "sum" from "ledgerPostings" l
      join "ledgerEntries" e on e."id" = l."entryId" join payments p on p."id" = e."paymentId"
      where p."orderId" = ${orderId} and l."account" = ${account}`.execute(shop.db)
    return rows[0]!.sum
  }
  const one = await paid(payStripe)
  await dispute(one, 'needs_response', 100_000, 'dp_1', 'charge.dispute.created')
  assert.deepEqual(await kindsOf(one), ['disputed'])
  const replies = await Promise.all(times(20, () => shop.refund(one, 20_000)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 2)
  const over = await shop.refund(one, 10_001)
  assert.deepEqual([slug(over), over.json().refundableMinor], ['refund-too-large', 10_000])
  assert.deepEqual([await balanceOf(one, 'disputes'), await balanceOf(one, 'provider:stripe')], [100_000, 10_000])
  await dispute(one, 'won', 100_000, 'dp_1', 'charge.dispute.closed')
  await dispute(one, 'needs_response', 100_000, 'dp_1')
  assert.deepEqual([await balanceOf(one, 'disputes'), await balanceOf(one, 'provider:stripe')], [0, 110_000])
  assert.equal((await shop.refund(one, 110_000)).json().status, 'done')

  const two = await paid(payStripe)
  await dispute(two, 'lost', 150_000, 'dp_2', 'charge.dispute.closed')
  await dispute(two, 'needs_response', 150_000, 'dp_2', 'charge.dispute.created')
  assert.equal((await shop.refund(two, 1)).json().refundableMinor, 0)
  assert.equal(await balanceOf(two, 'disputes'), 150_000)
  assert.equal((await shop.booked(two))[0].disputedMinor, 150_000)

  const three = await paid(payStripe)
  await dispute(three, 'warning_needs_response', 150_000, 'dp_3', 'charge.dispute.created')
  assert.deepEqual(await kindsOf(three), ['disputed'])
  assert.equal((await shop.refund(three, 1)).json().status, 'done', 'an inquiry takes nothing back')
  const unknown = { object: 'dispute', id: 'dp_4', amount: 5, currency: 'inr', status: 'lost', payment_intent: null }
  assert.equal((await tell(stripe.event('charge.dispute.closed', unknown))).statusCode, 200)
})

test('A72 a card number as the token or in any field is refused, and stands in no table and no log', async () => {
  const issuer = await testIssuer(scopesOf)
  let log = ''
  const child = spawn(process.execPath, [new URL('../src/server.ts', import.meta.url).pathname], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      DRAIN_MS: '0',
      LOG_LEVEL: 'trace',
      SERVICE_SECRET: 'x'.repeat(32),
      DATABASE_URL: shop.databaseUrl,
      SANDBOX_SECRET: shop.deps.sandboxSecret,
      ...issuer
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  after(() => child.kill('SIGKILL'))
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (log += String(part)))
  const address = () => /Server listening at (http:[\w.:/]+)/.exec(log)?.[1]
  await eventually('the process listens', () => address() !== undefined, 30_000)

  const orderId = crypto.randomUUID()
  const card = '4000056655665556'
  const spelt = [card, '4000 0566 5566 5556', '4000-0566-5566-5556', `my card ${card}`, `${card} 12/29 123`]
  const payment = { attempt: 1, amountMinor: 100, currency: 'INR' }
  const refund = { orderId, amountMinor: 100, currency: 'INR', reason: 'x' }
  const send = (method: string, path: string, headers: Record<string, string>, body: object) =>
    fetch(`${address()!}${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body)
    })
  for (const text of spelt) {
    const tries: [string, string, Record<string, string>, object][] = [
      [
        'PUT',
        `/internal/payments/${orderId}`,
        shop.order,
        { ...payment, method: { provider: 'sandbox', token: text } }
      ],
      ['PUT', `/internal/payments/${orderId}`, shop.order, { ...payment, [text]: 1 }],
      ['PUT', `/internal/refunds/${crypto.randomUUID()}`, shop.refunds, { ...refund, reason: text }],
      ['POST', `/api/v1/payments/${orderId}/refunds`, admins[0]!, { ...refund, reason: text }],
      [
        'POST',
        `/api/v1/payments/${orderId}/receipts`,
        admins[0]!,
        { amountMinor: 1, currency: 'INR', reference: text, receivedOn: '2026-01-01' }
      ],
      ['POST', `/api/v1/payments/exceptions/${crypto.randomUUID()}/resolve`, admins[0]!, { note: text }]
    ]
    for (const [method, path, headers, body] of tries) {
      const reply = await send(method, path, headers, body)
      const answer = (await reply.json()) as { type: string }
      assert.deepEqual([reply.status, answer.type], [400, '/problems/card-number-refused'], `${path} ${text}`)
      assert.doesNotMatch(JSON.stringify(answer).replaceAll(/[ -]/g, ''), /4000056655665556/)
    }
  }
  const numeric = await send('PUT', `/internal/payments/${orderId}`, shop.order, {
    ...payment,
    amountMinor: Number(card)
  })
  assert.equal(numeric.status, 400)
  await eventually('all answers are logged', () => log.split('"answered"').length > 31)
  assert.doesNotMatch(log.replaceAll(/[ -]/g, ''), /4000056655665556/)
  const { rows } = await sql<{
    table: string
  }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as "table" from pg_tables
    where schemaname in ('public', 'graphile_worker')`.execute(shop.db)
  for (const { table } of rows) {
    const found =
      await sql`select 1 from ${sql.raw(table)} t where replace(replace(t::text, ' ', ''), '-', '') like ${`%${card}%`}`.execute(
        shop.db
      )
    assert.equal(found.rows.length, 0, table)
  }
})

test('A72 what only looks like a card number by chance is taken: ids, and references of banks', async () => {
  const orderId = await paid()
  const id = '40000566-5566-4556-8000-056655665556'
  assert.equal((await shop.refund(orderId, 1, id)).json().status, 'done')
  const receipt = await shop.app.inject({
    method: 'POST',
    url: `/api/v1/payments/${orderId}/receipts`,
    headers: { ...admins[0]!, 'idempotency-key': crypto.randomUUID() },
    payload: { amountMinor: 1, currency: 'INR', reference: 'HDFCN4000056655665556', receivedOn: '2026-01-01' }
  })
  assert.equal(slug(receipt), 'transfer-not-expected')
})

test('A77 a provider that floods, drips, redirects, or answers with HTML, another shape or a negative amount: bounded, unresolved, told, asked again, paid once', async () => {
  const faults = ['flood', 'html', 'drip', 'redirect', 'schema', 'negative'] as const
  for (const fault of faults) {
    const orderId = crypto.randomUUID()
    stripe.failing(fault)
    const reply = await payStripe(orderId)
    const told = fault === 'schema' || fault === 'negative'
    assert.deepEqual(
      [reply.statusCode, slug(reply)],
      told ? [502, 'provider-answer-not-usable'] : [503, 'provider-unavailable'],
      fault
    )
    assert.equal(await statusOf(orderId), 'processing', fault)
    assert.deepEqual(await kindsOf(orderId), told ? ['answer-not-usable'] : [], fault)
    assert.equal((await payStripe(orderId)).json().status, 'authorised', fault)
    stripe.failing(fault)
    assert.ok((await shop.capture(orderId)).statusCode >= 502, fault)
    assert.equal(await statusOf(orderId), 'authorised', fault)
    assert.equal((await shop.capture(orderId)).json().status, 'captured', fault)
    assert.equal(await captures(orderId), 1, fault)
    const id = crypto.randomUUID()
    stripe.failing(fault)
    assert.equal((await shop.refund(orderId, 1000, id)).json().status, 'pending', fault)
    if (fault === 'negative') assert.ok((await shop.exceptions(orderId)).some(({ reference }) => reference === id))
    assert.equal((await shop.refund(orderId, 1000, id)).json().status, 'done', fault)
  }
  assert.ok(stripe.flooded() < 10_000_000, `${stripe.flooded()} bytes of a flood were let in`)
  assert.ok(!stripe.calls.includes('GET /v1/elsewhere') && !stripe.calls.includes('POST /v1/elsewhere'))
})

test('A77 a provider that cannot be asked for long holds up no other payment, and staff are told once', async () => {
  const [stuck, other] = [crypto.randomUUID(), crypto.randomUUID()]
  stripe.failing('lost')
  await payStripe(stuck)
  await shop.authorise(other, 'sandbox-slow')
  await shop.tasks['decide-sandbox-payment']!({ key: `${other}:1` }, { id: '1', attempt: 1 })
  const reconcile = async () => {
    await sql`update payments set "checkAt" = case when "orderId" in (${stuck}, ${other}) then now() end`.execute(
      shop.db
    )
    await shop.tasks['reconcile-payments']!({}, { id: '1', attempt: 1 })
  }
  stripe.failing('down')
  await assert.rejects(reconcile, /Not every payment/)
  assert.deepEqual([await statusOf(stuck), await statusOf(other)], ['processing', 'authorised'])
  assert.deepEqual(await kindsOf(stuck), [])
  await sql`update payments set "createdAt" = now() - interval '20 minutes' where "orderId" = ${stuck}`.execute(shop.db)
  for (let round = 0; round < 3; round++) {
    stripe.failing('html')
    await assert.rejects(reconcile)
  }
  assert.deepEqual(await kindsOf(stuck), ['not-resolved'])
  await reconcile()
  assert.equal(await statusOf(stuck), 'authorised')
})

test('F7 a provider that authorises or captures and answers after every deadline: asked again, one capture', async () => {
  const orderId = crypto.randomUUID()
  const late = shop.authorise(orderId, 'sandbox-lost-answer')
  await eventually('the provider holds it', async () => (await shop.atProvider(`${orderId}:1`)) !== undefined)
  const again = await Promise.all(times(20, () => shop.authorise(orderId, 'sandbox-lost-answer')))
  for (const reply of again) assert.equal(reply.json().status, 'authorised', reply.body)
  assert.equal((await shop.capture(orderId)).json().status, 'captured')
  assert.ok(['authorised', 'captured'].includes((await late).json().status))
  assert.equal(await captures(orderId), 1)

  const second = crypto.randomUUID()
  await shop.authorise(second, 'sandbox-lost-capture')
  const lateCapture = shop.capture(second)
  await eventually(
    'the provider has captured',
    async () => (await shop.atProvider(`${second}:1`))!.state === 'captured'
  )
  const recaptured = await Promise.all(times(20, () => shop.capture(second)))
  for (const reply of [...recaptured, await lateCapture]) assert.equal(reply.json().status, 'captured')
  assert.equal(await captures(second), 1)
  assert.deepEqual(await shop.reported(second), ['authorised', 'captured'])
})

test('F12 events twice, in any order, an hour late and very old, raced with the confirmation, end the same', async () => {
  const before = (await shop.app.inject({ url: '/api/v1/payments/exceptions?limit=100', headers: shop.finance })).json()
  const states = fc.shuffledSubarray(
    [{ state: 'challenged' }, { state: 'authorised' }, { state: 'authorised' }, captured, captured],
    { minLength: 5 }
  )
  await fc.assert(
    fc.asyncProperty(states, fc.boolean(), async (reports, raced) => {
      const { orderId, url, report } = await waiting()
      await shop.answer(url, 'approve')
      const bodies = reports.map((state, i) => report(state, reports[i] ? undefined : undefined))
      const twice = [...bodies, ...bodies]
      if (raced) await Promise.all([...twice.map((body) => shop.report(body)), shop.capture(orderId)])
      else for (const body of twice) assert.equal((await shop.report(body)).statusCode, 200)
      assert.equal((await shop.capture(orderId)).json().status, 'captured')
      assert.equal(await captures(orderId), 1)
    }),
    { numRuns: 60, endOnFailure: true }
  )
  const later = (await shop.app.inject({ url: '/api/v1/payments/exceptions?limit=100', headers: shop.finance })).json()
  assert.equal(later.items.length, before.items.length)
})
