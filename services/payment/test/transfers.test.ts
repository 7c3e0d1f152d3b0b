import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provenAs, provenStaff, staff } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { bank, openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const url = '/payments/{orderId}/receipts'
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const finance = await provenStaff('payments:write', 'payments:read')
const colleague = await provenAs(crypto.randomUUID(), 'payments:write')
type Headers = Record<string, string>
let made = 0
/** A reference that no other movement of the bank has. */
const utr = () => `UTR${String(++made).padStart(9, '0')}`
const today = new Date().toISOString().slice(0, 10)

const askTransfer = (orderId: string, changes: object = {}) =>
  shop.authorise(orderId, 'bank-transfer', {
    method: { provider: 'bank-transfer', token: 'bank-transfer' },
    ...changes
  })
async function awaiting() {
  const orderId = crypto.randomUUID()
  await askTransfer(orderId)
  return orderId
}
const post = (path: string, payload: object, headers: Headers = finance, key: string = crypto.randomUUID()) =>
  shop.app.inject({
    method: 'POST',
    url: `/api/v1/payments/${path}`,
    headers: { ...headers, 'idempotency-key': key },
    payload
  })
const receive = (orderId: string, amountMinor: unknown, changes: object = {}, headers: Headers = finance) =>
  post(
    `${orderId}/receipts`,
    { amountMinor, currency: 'INR', reference: utr(), receivedOn: today, ...changes },
    headers
  )
const statusOf = async (orderId: string) => (await shop.show(orderId)).json().status
const kindsOf = async (orderId: string, open = true) =>
  (await shop.exceptions(orderId)).filter(({ resolvedAt }) => !open || resolvedAt === null).map(({ kind }) => kind)

/** What the order's entries have moved on each account. */
async function accountsOf(orderId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; sum: number }>`
    select l."account" || ' ' || e."currency" as "name", sum(l."amountMinor")::bigint as "sum" from "ledgerPostings" l
    join "ledgerEntries" e on e."id" = l."entryId" join payments p on p."id" = e."paymentId"
    where p."orderId" = ${orderId} group by 1 having sum(l."amountMinor") <> 0`.execute(shop.db)
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

test('PUT /internal/payments/{orderId} [by bank transfer] asks to name a reference with check digits, the same again', async () => {
  const orderId = crypto.randomUUID()
  const [first, ...others] = (await Promise.all(times(20, () => askTransfer(orderId)))).map((reply) => reply.json())
  for (const other of others) assert.deepEqual(other, first)
  const { reference, payBy, kind, ...account } = first.action
  const { days, ...expected } = bank
  assert.deepEqual([first.status, kind, account], ['action-needed', 'bank-transfer', expected])
  assert.match(reference, /^RF\d\d[0-9A-HJKMNP-TV-Z]{10}$/)
  const digits = [...(reference.slice(4) + reference.slice(0, 4))].map((each) => Number.parseInt(each, 36)).join('')
  assert.equal(BigInt(digits) % 97n, 1n)
  const leftMs = Date.parse(payBy) - Date.now()
  assert.ok(leftMs > (days - 0.1) * 86_400_000 && leftMs <= days * 86_400_000)
  const found = await shop.app.inject({ url: `/api/v1/payments?reference=${reference}`, headers: finance })
  assert.deepEqual(
    found.json().items.map((item: any) => item.orderId),
    [orderId]
  )
  assert.equal(slug(await shop.capture(orderId)), 'payment-not-authorised')
})

test(`POST ${url} of the whole amount captures the payment, books it on the bank’s account, and tells the order once`, async () => {
  const orderId = await awaiting()
  const reply = await receive(orderId, 150_000)
  assert.equal(reply.statusCode, 201, reply.body)
  const { paymentStatus, outstandingMinor, appliedMinor } = reply.json()
  assert.deepEqual([paymentStatus, outstandingMinor, appliedMinor], ['captured', 0, 150_000])
  assert.deepEqual(await accountsOf(orderId), { 'bank INR': 150_000, 'buyers INR': -150_000 })
  assert.deepEqual(
    (await shop.events(orderId)).map(({ data }) => (data as any).status),
    ['captured']
  )
  assert.deepEqual(await kindsOf(orderId), [])
  assert.equal((await shop.capture(orderId)).json().status, 'captured')
  assert.equal(slug(await shop.void(orderId)), 'payment-captured')
  assert.equal((await shop.show(orderId)).json().action, null)
})

test(`POST ${url} in parts adds up, and the exception that said so closes itself`, async () => {
  const orderId = await awaiting()
  const first = (await receive(orderId, 100_000)).json()
  assert.deepEqual([first.paymentStatus, first.outstandingMinor], ['action-needed', 50_000])
  assert.deepEqual(await kindsOf(orderId), ['part-receipt'])
  assert.deepEqual(await accountsOf(orderId), { 'bank INR': 100_000, 'receipts INR': -100_000 })
  assert.equal((await receive(orderId, 50_000)).json().paymentStatus, 'captured')
  assert.deepEqual(await kindsOf(orderId), [])
  assert.deepEqual(await accountsOf(orderId), { 'bank INR': 150_000, 'buyers INR': -150_000 })
})

test(`POST ${url} of too much pays once, files the rest, and the rest is returned once`, async () => {
  const orderId = await awaiting()
  const { id, appliedMinor } = (await receive(orderId, 160_000)).json()
  assert.equal(appliedMinor, 150_000)
  assert.equal(await statusOf(orderId), 'captured')
  assert.deepEqual(await kindsOf(orderId), ['receipt-differs'])
  const back = () => post(`${orderId}/receipts/${id}/return`, { reference: utr(), paidOn: today })
  const replies = await Promise.all(times(20, back))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  for (const reply of replies.filter(({ statusCode }) => statusCode !== 200))
    assert.ok(['nothing-to-return', 'request-in-flight'].includes(slug(reply)!), reply.body)
  assert.deepEqual(await accountsOf(orderId), { 'bank INR': 150_000, 'buyers INR': -150_000 })
  assert.deepEqual(await kindsOf(orderId), [])
})

test(`POST ${url} in another currency, or for an order that was given up, pays nothing, is filed and can be returned`, async () => {
  const other = await awaiting()
  const usd = (await receive(other, 150_000, { currency: 'USD' })).json()
  assert.deepEqual([usd.paymentStatus, usd.appliedMinor, usd.outstandingMinor], ['action-needed', 0, 150_000])
  assert.deepEqual(await kindsOf(other), ['receipt-differs'])
  assert.equal((await post(`${other}/receipts/${usd.id}/return`, { reference: utr(), paidOn: today })).statusCode, 200)
  assert.deepEqual(await accountsOf(other), {})

  const given = await awaiting()
  const part = (await receive(given, 50_000)).json()
  assert.equal(
    slug(await post(`${given}/receipts/${part.id}/return`, { reference: utr(), paidOn: today })),
    'nothing-to-return'
  )
  assert.equal((await shop.void(given)).statusCode, 200)
  const late = (await receive(given, 100_000)).json()
  assert.deepEqual([late.paymentStatus, late.appliedMinor], ['voided', 0])
  assert.ok((await kindsOf(given)).filter((kind) => kind === 'receipt-differs').length === 2)
  for (const { id } of [part, late])
    assert.equal((await post(`${given}/receipts/${id}/return`, { reference: utr(), paidOn: today })).statusCode, 200)
  assert.deepEqual(await accountsOf(given), {})
  const listed = await shop.app.inject({ url: `/api/v1/payments/${given}/receipts`, headers: finance })
  assert.deepEqual(
    listed.json().items.map((item: any) => item.returnedMinor),
    [50_000, 100_000]
  )
})

test(`POST ${url} of one movement of the bank 20 times at once, by different keys and people, counts once`, async () => {
  const orderId = await awaiting()
  const reference = utr()
  const replies = await Promise.all(
    times(20, (i) => receive(orderId, 75_000, { reference }, i % 2 ? finance : colleague))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
  for (const reply of replies.filter(({ statusCode }) => statusCode !== 201))
    assert.equal(slug(reply), 'bank-reference-known', reply.body)
  assert.deepEqual(await accountsOf(orderId), { 'bank INR': 75_000, 'receipts INR': -75_000 })
})

test(`POST ${url} that is not as it should be is refused`, async () => {
  const orderId = await awaiting()
  for (const amount of [0, -1, 1.5, '1', 1e12]) assert.equal((await receive(orderId, amount)).statusCode, 400)
  for (const changes of [{ currency: 'rupees' }, { reference: '=1+1' }, { receivedOn: 'yesterday' }, { note: 'x' }])
    assert.equal((await receive(orderId, 1, changes)).statusCode, 400, JSON.stringify(changes))
  assert.equal(slug(await receive(orderId, 1, { receivedOn: '2999-01-01' })), 'day-not-come')
  assert.equal(slug(await receive(orderId, 1, { reference: '4242424242424242' })), 'card-number-refused')
  assert.equal(slug(await receive(crypto.randomUUID(), 1)), 'transfer-not-expected')
  const card = crypto.randomUUID()
  await shop.authorise(card, 'sandbox-approve')
  assert.equal(slug(await receive(card, 1)), 'transfer-not-expected')
  assert.equal(slug(await receive(orderId, 1, {}, await staff('payments:write'))), 'proof-needed')
  assert.equal((await receive(orderId, 1, {}, await provenStaff('payments:read'))).statusCode, 403)
  assert.deepEqual(await accountsOf(orderId), {})
})

test(`POST ${url} and the order given up raced 30 times: paid or voided, and no money is lost from the books`, async () => {
  for (const orderId of await Promise.all(times(30, awaiting))) {
    const [received, voided] = await Promise.all([receive(orderId, 150_000), shop.void(orderId)])
    assert.equal(received.statusCode, 201, received.body)
    const status = await statusOf(orderId)
    assert.equal(voided.statusCode, status === 'captured' ? 409 : 200)
    const expected = status === 'captured' ? { 'buyers INR': -150_000 } : { 'receipts INR': -150_000 }
    assert.deepEqual(await accountsOf(orderId), { 'bank INR': 150_000, ...expected })
  }
})

test(`POST ${url} of any amounts at once pays when it is enough, and the books are what came`, async () => {
  const parts = fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(parts, async (amounts) => {
      const orderId = await awaiting()
      await Promise.all(amounts.map((amount) => receive(orderId, amount)))
      const sum = amounts.reduce((total, amount) => total + amount, 0)
      const isPaid = sum >= 150_000
      assert.equal(await statusOf(orderId), isPaid ? 'captured' : 'action-needed')
      const accounts = await accountsOf(orderId)
      assert.equal(accounts['bank INR'], sum)
      assert.equal(accounts['buyers INR'] ?? 0, isPaid ? -150_000 : 0)
      assert.equal(accounts['receipts INR'] ?? 0, isPaid ? 150_000 - sum : -sum)
    }),
    { numRuns: 30, endOnFailure: true }
  )
})

test('POST /payments/{orderId}/refunds/{refundId}/payout ends a refund of a bank transfer, once', async () => {
  const orderId = await awaiting()
  await receive(orderId, 150_000)
  const { refundId, status } = (await shop.refund(orderId, 40_000)).json()
  assert.equal(status, 'pending')
  await sql`update refunds set "checkAt" = now() where "checkAt" is not null`.execute(shop.db)
  await shop.tasks['finish-refunds']!({}, { id: '1', attempt: 1 })
  assert.equal((await shop.refund(orderId, 40_000, refundId)).json().status, 'pending')
  const path = `${orderId}/refunds/${refundId}/payout`
  const replies = await Promise.all(times(20, () => post(path, { reference: utr(), paidOn: today })))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal((await shop.refund(orderId, 40_000, refundId)).json().status, 'done')
  assert.deepEqual(await accountsOf(orderId), { 'bank INR': 110_000, 'buyers INR': -110_000 })
  assert.equal(slug(await post(path, { reference: utr(), paidOn: today })), 'payout-not-expected')
  assert.equal(
    (await post(`${orderId}/refunds/${crypto.randomUUID()}/payout`, { reference: utr(), paidOn: today })).statusCode,
    404
  )
})

test('POST /payments/exceptions/{exceptionId}/resolve closes an exception once, and each is told once', async () => {
  const orderId = await awaiting()
  await receive(orderId, 10, { currency: 'USD' })
  const listed = async () =>
    (await shop.app.inject({ url: '/api/v1/payments/exceptions?status=open&limit=100', headers: finance })).json().items
  const filed = (await listed()).find((item: any) => item.orderId === orderId)
  const { rows } = await sql<{ data: any }>`select "data" from outbox where "subject" = ${filed.id}`.execute(shop.db)
  assert.deepEqual(
    rows.map(({ data }) => [data.exceptionId, data.kind, data.orderId]),
    [[filed.id, 'receipt-differs', orderId]]
  )
  const path = `exceptions/${filed.id}/resolve`
  const replies = await Promise.all(times(20, () => post(path, { note: 'Asked the buyer.' })))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(slug(await post(path, { note: 'again' })), 'exception-resolved')
  assert.ok((await listed()).every((item: any) => item.id !== filed.id))
  assert.equal((await post(`exceptions/${crypto.randomUUID()}/resolve`, { note: 'x' })).statusCode, 404)
  assert.equal((await post(path, { note: 'x' }, await provenStaff('payments:read'))).statusCode, 403)
})
