import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { provenStaff, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { reconcileDay } from '../src/controllers/reconciliations.ts'
import { stripeProvider } from '../src/controllers/stripe.ts'
import { fakeStripe, secretKey } from './fake-stripe.ts'
import { openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const stripe = await fakeStripe()
shop.deps.providers.stripe = stripeProvider({ secretKey, webhookSecret: 'whsec_of_the_test', apiBase: stripe.url })
const url = '/api/v1/payments/reconciliations'
const today = new Date().toISOString().slice(0, 10)
const writer = await provenStaff('payments:write')
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const get = (path: string, headers = shop.finance) => shop.app.inject({ url: `/api/v1/payments/${path}`, headers })

async function paid(provider = 'sandbox', token = 'sandbox-approve', changes: object = {}) {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, token, { method: { provider: provider as 'stripe', token }, ...changes })
  await shop.capture(orderId)
  return orderId
}
const shown = async (day = today) => (await get(`reconciliations/${day}`)).json()
const reportOf = async (provider: string) => {
  await reconcileDay(shop.deps, today, provider)
  const { providers, differences } = await shown()
  return {
    report: providers.find((each: any) => each.provider === provider),
    differences: differences.filter((each: any) => each.provider === provider)
  }
}
const idOf = async (orderId: string) => (await shop.booked(orderId))[0].providerPaymentId as string

test(`GET ${url}/{day} [both sides say the same] matches every capture and refund, by currency, for each provider`, async () => {
  for (const [provider, token] of [
    ['sandbox', 'sandbox-approve'],
    ['stripe', 'pm_card_visa']
  ] as const) {
    const orders = await Promise.all(times(3, () => paid(provider, token)))
    await paid(provider, token, { currency: 'USD' })
    await shop.refund(orders[0]!, 50_000)
    await shop.refund(orders[0]!, 20_000)
    const { report, differences } = await reportOf(provider)
    assert.deepEqual(differences, [])
    const inr = { oursCapturedMinor: 450_000, oursRefundedMinor: 70_000 }
    const usd = { oursCapturedMinor: 150_000, oursRefundedMinor: 0 }
    const both = (ours: typeof inr) => ({
      ...ours,
      theirsCapturedMinor: ours.oursCapturedMinor,
      theirsRefundedMinor: ours.oursRefundedMinor
    })
    assert.deepEqual(report.totals, [
      { currency: 'INR', matched: 5, ...both(inr) },
      { currency: 'USD', matched: 1, ...both(usd) }
    ])
  }
})

test(`GET ${url}/{day} [missing here, missing there, amounts differ] names each, and files it once however often it is compared`, async () => {
  const [gone, other] = [await paid(), await paid()]
  const [goneId, otherId] = [await idOf(gone), await idOf(other)]
  await sql`delete from "sandboxPayments" where "id" = ${goneId}`.execute(shop.db)
  await sql`update "sandboxPayments" set "capturedMinor" = 149000 where "id" = ${otherId}`.execute(shop.db)
  const stray = await shop.deps.providers.sandbox!.authorise({
    key: '=HYPERLINK("x")',
    amountMinor: 777,
    currency: 'INR',
    token: 'sandbox-approve'
  })
  await shop.deps.providers.sandbox!.capture(stray)

  for (let round = 0; round < 3; round++) {
    const { report, differences } = await reportOf('sandbox')
    assert.equal(report.differences, 3)
    const found = Object.fromEntries(differences.map((each: any) => [each.reference, each]))
    const base = { provider: 'sandbox', movement: 'capture', currency: 'INR' }
    assert.deepEqual(found, {
      [goneId]: {
        ...base,
        reference: goneId,
        kind: 'missing-there',
        orderId: gone,
        oursMinor: 150_000,
        theirsMinor: null
      },
      [otherId]: {
        ...base,
        reference: otherId,
        kind: 'amounts-differ',
        orderId: other,
        oursMinor: 150_000,
        theirsMinor: 149_000
      },
      [stray.id]: {
        ...base,
        reference: stray.id,
        kind: 'missing-here',
        orderId: null,
        oursMinor: null,
        theirsMinor: 777
      }
    })
  }
  const { rows } = await sql<{ kind: string; count: number }>`
    select e."kind", count(*) from exceptions e join outbox o on o."subject" = e."id"::text group by 1 order by 1`.execute(
    shop.db
  )
  assert.deepEqual(rows, [
    { kind: 'amount-mismatch', count: 1 },
    { kind: 'not-at-provider', count: 1 },
    { kind: 'unknown-payment', count: 1 }
  ])
  await sql`update "sandboxPayments" set "capturedMinor" = 150000 where "id" = ${otherId}`.execute(shop.db)
  assert.equal((await reportOf('sandbox')).report.differences, 2)
})

test(`GET ${url}/{day} [Stripe: 250 movements in pages of 100, one given back by hand] finds that one`, async () => {
  await Promise.all(times(120, () => paid('stripe', 'pm_card_visa')))
  const orderId = await paid('stripe', 'pm_card_visa')
  const { provider: _, ...sample } = stripe.balance.at(-1)! as any
  stripe.balance.push(...times(120, (i) => ({ ...sample, id: `txn_fee_${i}`, type: 'stripe_fee', source: null })), {
    ...sample,
    id: 'txn_hand',
    type: 'refund',
    source: { object: 'refund', id: 're_hand', amount: 5, currency: 'inr' }
  })
  const { differences } = await reportOf('stripe')
  assert.deepEqual(
    differences.map(({ reference, kind, theirsMinor }: any) => [reference, kind, theirsMinor]),
    [['re_hand', 'missing-here', 5]]
  )
  assert.ok(stripe.calls.filter((call) => call === 'GET /v1/balance_transactions').length >= 3)
  stripe.balance.splice(
    stripe.balance.findIndex(({ source }) => source?.payment_intent === stripe.of(`${orderId}:1`)!.id),
    1
  )
  const asked = await reportOf('stripe')
  assert.equal(asked.report.differences, 1, 'what the list lacks is asked for by its id')
})

test(`PUT ${url}/{day} compares again a day that is over, and only staff who may`, async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const put = (day: string, headers: Record<string, string>) =>
    shop.app.inject({ method: 'PUT', url: `${url}/${day}`, headers })
  const report = (await put(yesterday, writer)).json()
  assert.deepEqual([report.day, report.providers.length, report.differences], [yesterday, 3, []])
  assert.equal(slug(await put(today, writer)), 'day-not-over')
  assert.equal((await put('2026-02-31', writer)).statusCode, 400)
  assert.equal((await put(yesterday, shop.finance)).statusCode, 403)
  assert.equal((await get('reconciliations', await staff('orders:read'))).statusCode, 403)
  const first = (await get('reconciliations?limit=2')).json()
  const rest = (await get(`reconciliations?limit=100&after=${first.next}`)).json()
  const all = [...first.items, ...rest.items].map(({ day, provider }: any) => `${day} ${provider}`)
  assert.deepEqual(all, [...new Set(all)].toSorted().toReversed())
  assert.equal((await get('reconciliations?after=x')).statusCode, 400)
  assert.deepEqual(await shown('2001-01-01'), { day: '2001-01-01', providers: [], differences: [] })
})

test(`GET ${url}/{day}/csv is a table in which nothing is a formula`, async () => {
  await sql`update "reconciliationDifferences" set "reference" = '=cmd|"/c calc"!A1' where "kind" = 'missing-here' and "provider" = 'sandbox'`.execute(
    shop.db
  )
  const reply = await get(`reconciliations/${today}/csv`)
  assert.match(reply.headers['content-type'] as string, /^text\/csv/)
  const lines = reply.body.split('\r\n')
  assert.equal(lines[0], 'day,provider,movement,kind,reference,orderId,currency,oursMinor,theirsMinor')
  assert.ok(lines.includes(`${today},sandbox,capture,missing-here,"'=cmd|""/c calc""!A1",,INR,,777`), reply.body)
})

test('The timer compares each day of the last week that is over and has no report, once, and goes on when a provider is down', async () => {
  await sql`update payments set "createdAt" = now() - interval '3 days'`.execute(shop.db)
  const days = async () => (await get('reconciliations?limit=100')).json().items.length as number
  const before = await days()
  stripe.failing('down', 'down')
  await assert.rejects(shop.tasks['reconcile-days']!({}, { id: '1', attempt: 1 }), /Not every provider/)
  const between = await days()
  assert.ok(between > before)
  await shop.tasks['reconcile-days']!({}, { id: '1', attempt: 2 })
  const after = await days()
  assert.ok(after > between)
  const statements = await statementsDuring(shop.pool, () => shop.tasks['reconcile-days']!({}, { id: '1', attempt: 4 }))
  assert.equal(statements.length, 1)
})

test('GET /payments/ledger/accounts sums to zero in each currency, and the journal pages through every entry', async () => {
  const { items } = (await get('ledger/accounts')).json()
  const sums = new Map<string, number>()
  for (const { currency, balanceMinor } of items) sums.set(currency, (sums.get(currency) ?? 0) + balanceMinor)
  assert.deepEqual([...sums.values()], [0, 0])
  const stripeInr = items.find((item: any) => item.account === 'provider:stripe' && item.currency === 'INR')
  const seen: any[] = []
  let after = ''
  do {
    const page = (
      await get(`ledger/entries?account=provider:stripe&currency=INR&limit=50${after && `&after=${after}`}`)
    ).json()
    seen.push(...page.items)
    after = page.next
  } while (after)
  const posted = seen.flatMap(({ postings }) => postings).filter(({ account }: any) => account === 'provider:stripe')
  assert.equal(
    posted.reduce((sum: number, { amountMinor }: any) => sum + amountMinor, 0),
    stripeInr.balanceMinor
  )
  assert.equal(new Set(seen.map(({ id }) => id)).size, stripeInr.postings)
  assert.equal((await get('ledger/accounts', await staff('orders:read'))).statusCode, 403)
  assert.equal((await get('ledger/entries?limit=101')).statusCode, 400)
})
