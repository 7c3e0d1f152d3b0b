import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provenAs, provenStaff, signedIn, staff } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const provider = shop.deps.providers.sandbox!
const url = '/payments/{orderId}/refunds'
const peerUrl = '/internal/refunds/{refundId}'
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const job = { id: '1', attempt: 1 }
const first = await provenStaff('payments:write', 'payments:read')
const second = await provenAs(crypto.randomUUID(), 'payments:write')
type Headers = Record<string, string>

async function captured() {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  await shop.capture(orderId)
  return orderId
}
const byOrder = shop.refund
const byStaff = (orderId: string, amountMinor: number, headers: Headers = first, key: string = crypto.randomUUID()) =>
  shop.app.inject({
    method: 'POST',
    url: `/api/v1/payments/${orderId}/refunds`,
    headers: { ...headers, 'idempotency-key': key },
    payload: { amountMinor, currency: 'INR', reason: 'returned' }
  })
const decide = (orderId: string, id: string, outcome: string, headers: Headers) =>
  shop.app.inject({
    method: 'POST',
    url: `/api/v1/payments/${orderId}/refunds/${id}/decision`,
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    payload: { outcome }
  })

/** What the shop's columns, its ledger, its events and the provider's books each say was given back. */
async function refundedOf(orderId: string) {
  const { rows } = await sql<Record<string, number>>`select
    (select "refundsMinor" from payments where "orderId" = ${orderId}) as "claimed",
    (select coalesce(sum("amountMinor"), 0)::bigint from refunds where "orderId" = ${orderId} and "status" = 'refunded') as "done",
    (select coalesce(sum(p."amountMinor"), 0)::bigint from "ledgerPostings" p join "ledgerEntries" e on e."id" = p."entryId"
      join payments on payments."id" = e."paymentId" where "orderId" = ${orderId} and e."kind" = 'refund' and p."account" = 'buyers') as "booked",
    (select coalesce(sum(("data"->>'amountMinor')::bigint), 0)::bigint from outbox where "subject" = ${orderId} and "topic" = 'payment.refunded') as "told",
    (select "refundedMinor" from "sandboxPayments" where "key" = ${`${orderId}:1`}) as "given"`.execute(shop.db)
  return rows[0]!
}
const all = (amount: number) => ({ claimed: amount, done: amount, booked: amount, told: amount, given: amount })

test(`PUT ${peerUrl} in part, twice, then the rest, is booked, told and given back`, async () => {
  const orderId = await captured()
  const reply = await byOrder(orderId, 50_000)
  assert.equal(reply.statusCode, 200)
  const { refundId, ...told } = reply.json()
  assert.deepEqual(told, { orderId, amountMinor: 50_000, status: 'done' })
  const { items } = (await shop.app.inject({ url: '/api/v1/payments/refunds', headers: shop.finance })).json()
  assert.deepEqual([items[0].id, items[0].requestedBy], [refundId, 'service:order'])
  assert.deepEqual(await refundedOf(orderId), all(50_000))
  await byOrder(orderId, 1)
  await byOrder(orderId, 99_999)
  assert.deepEqual(await refundedOf(orderId), all(150_000))
  const over = await byOrder(orderId, 1)
  assert.deepEqual([over.statusCode, slug(over), over.json().refundableMinor], [409, 'refund-too-large', 0])
  const [booked] = await shop.booked(orderId)
  assert.deepEqual([booked.refundsMinor, booked.ledger.length, booked.status], [150_000, 4, 'captured'])
})

test(`PUT ${peerUrl} 30 times at once with one id gives back once; with another amount it is a 422`, async () => {
  const orderId = await captured()
  const id = crypto.randomUUID()
  const replies = await Promise.all(times(30, () => byOrder(orderId, 40_000, id)))
  for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
  assert.deepEqual(await refundedOf(orderId), all(40_000))
  const other = await byOrder(orderId, 40_001, id)
  assert.deepEqual([other.statusCode, slug(other)], [422, 'refund-differs'])
  const elsewhere = await byOrder(await captured(), 40_000, id)
  assert.deepEqual([elsewhere.statusCode, slug(elsewhere)], [422, 'refund-differs'])
})

test(`PUT ${peerUrl} [20 partial refunds at once, 20 rounds] never exceed what was captured`, async () => {
  for (let round = 0; round < 20; round++) {
    const orderId = await captured()
    const amounts = times(20, (index) => 10_000 + index * 700)
    const replies = await Promise.all(amounts.map((amount) => byOrder(orderId, amount)))
    const given = replies.reduce((sum, reply, i) => sum + (reply.statusCode === 200 ? amounts[i]! : 0), 0)
    for (const reply of replies) if (reply.statusCode !== 200) assert.equal(slug(reply), 'refund-too-large', reply.body)
    assert.ok(given <= 150_000 && given > 120_000, String(given))
    assert.deepEqual(await refundedOf(orderId), all(given))
  }
})

test(`PUT ${peerUrl} of any amounts, whatever the provider answers, sums to at most what was captured`, async () => {
  const { refund } = provider
  const step = fc.record({
    amountMinor: fc.integer({ min: 1, max: 160_000 }),
    outcome: fc.constantFrom('given', 'lost', 'failed', 'down')
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const orderId = await captured()
      const ends = new Map<string, string>()
      provider.refund = async (payment, asked) => {
        const outcome = ends.get(asked.key)
        if (outcome === 'failed') return { id: '', status: 'failed', failReason: 'account-closed' }
        if (outcome === 'down') throw new Error('no answer')
        const made = await refund(payment, asked)
        if (outcome === 'lost') throw new Error('the answer is lost')
        return made
      }
      await Promise.all(
        steps.map(({ amountMinor, outcome }) => {
          const id = crypto.randomUUID()
          ends.set(id, outcome)
          return byOrder(orderId, amountMinor, id)
        })
      )
      const { claimed = 0, done = 0, given = 0 } = await refundedOf(orderId)
      assert.ok(done <= given && given <= claimed && claimed <= 150_000)
      provider.refund = refund
      await finish()
      const after = await refundedOf(orderId)
      assert.deepEqual(after, all(after.given!))
    }),
    { numRuns: 40, endOnFailure: true }
  )
  provider.refund = refund
})
async function finish() {
  await sql`update refunds set "checkAt" = now() where "checkAt" is not null`.execute(shop.db)
  await shop.tasks['finish-refunds']!({}, job)
}

test(`PUT ${peerUrl} of no amount, in another currency, or of what was not captured is refused`, async () => {
  const orderId = await captured()
  for (const amount of [0, -1, -150_000, 0.5, '1', null, 1e12, 2 ** 53])
    assert.equal((await byOrder(orderId, amount)).statusCode, 400, String(amount))
  const usd = await byOrder(orderId, 1, crypto.randomUUID(), { currency: 'USD' })
  assert.deepEqual([usd.statusCode, slug(usd)], [422, 'currency-differs'])
  assert.equal(slug(await byOrder(orderId, 150_001)), 'refund-too-large')

  const [held, gone, declined, unknown] = times(4, () => crypto.randomUUID()) as [string, string, string, string]
  await shop.authorise(held, 'sandbox-approve')
  await shop.authorise(gone, 'sandbox-approve')
  await shop.void(gone)
  await shop.authorise(declined, 'sandbox-decline')
  for (const id of [held, gone, declined, unknown]) {
    const reply = await byOrder(id, 1)
    assert.deepEqual([reply.statusCode, slug(reply)], [409, 'payment-not-captured'])
  }
  assert.deepEqual(await refundedOf(orderId), all(0))
})

test(`PUT ${peerUrl} whose answer was lost is given back once, by the timer`, async () => {
  const orderId = await captured()
  const { refund } = provider
  provider.refund = async (payment, asked) => {
    await refund(payment, asked)
    throw new Error('the answer is lost')
  }
  const id = crypto.randomUUID()
  assert.equal((await byOrder(orderId, 70_000, id)).json().status, 'pending')
  provider.refund = refund
  await finish()
  assert.deepEqual(await refundedOf(orderId), all(70_000))
  assert.equal((await byOrder(orderId, 70_000, id)).json().status, 'done')
})

test(`POST ${url} up to the threshold is done at once, again with one key it replays`, async () => {
  const orderId = await captured()
  const key = crypto.randomUUID()
  const replies = [await byStaff(orderId, 60_000, first, key), await byStaff(orderId, 60_000, first, key)]
  assert.deepEqual(
    replies.map(({ statusCode }) => statusCode),
    [201, 201]
  )
  assert.equal(replies[0]!.body, replies[1]!.body)
  assert.deepEqual(await refundedOf(orderId), all(60_000))
})

test(`POST ${url} [20 times at once with one key] gives back once`, async () => {
  const orderId = await captured()
  const key = crypto.randomUUID()
  const replies = await Promise.all(times(20, () => byStaff(orderId, 60_000, first, key)))
  for (const reply of replies) assert.ok([201, 409].includes(reply.statusCode), reply.body)
  assert.deepEqual(await refundedOf(orderId), all(60_000))
})

test(`A08 POST ${url} beyond the threshold, also in small parts, waits for another person`, async () => {
  shop.deps.refundApprovalMinor = 100_000
  const orderId = await captured()
  assert.equal((await byStaff(orderId, 60_000)).json().status, 'refunded')
  const waiting = (await byStaff(orderId, 60_000)).json()
  assert.equal(waiting.status, 'waiting')
  assert.equal(slug(await byStaff(orderId, 60_000)), 'refund-too-large')
  const listed = await shop.app.inject({ url: '/api/v1/payments/refunds?status=waiting', headers: shop.finance })
  assert.deepEqual(
    listed.json().items.map(({ id }: { id: string }) => id),
    [waiting.id]
  )

  const own = await decide(orderId, waiting.id, 'approve', first)
  assert.deepEqual([own.statusCode, slug(own)], [403, 'second-person-needed'])
  assert.equal(slug(await decide(orderId, waiting.id, 'refuse', first)), 'second-person-needed')
  assert.equal((await refundedOf(orderId)).given, 60_000)
  const decisions = await Promise.all(
    times(20, (i) => decide(orderId, waiting.id, i % 2 ? 'approve' : 'refuse', second))
  )
  assert.equal(decisions.filter(({ statusCode }) => statusCode === 200).length, 1)
  for (const reply of decisions) if (reply.statusCode !== 200) assert.equal(slug(reply), 'refund-decided', reply.body)
  const approved = decisions.find(({ statusCode }) => statusCode === 200)!.json().status === 'refunded'
  assert.deepEqual(await refundedOf(orderId), all(approved ? 120_000 : 60_000))

  const rest = (await byStaff(orderId, 150_000 - (approved ? 120_000 : 60_000))).json()
  assert.equal(rest.status, 'waiting')
  assert.equal((await decide(orderId, rest.id, 'approve', second)).json().status, 'refunded')
  assert.deepEqual(await refundedOf(orderId), all(150_000))
  shop.deps.refundApprovalMinor = 200_000
})

test(`PUT ${peerUrl} beyond the threshold may not be approved by who asked the order service`, async () => {
  shop.deps.refundApprovalMinor = 0
  const orderId = await captured()
  const id = crypto.randomUUID()
  const requestedBy = '01990000-0000-7000-8000-00000000000f'
  assert.equal((await byOrder(orderId, 1, id, { requestedBy })).json().status, 'awaiting-approval')
  assert.equal(slug(await decide(orderId, id, 'approve', first)), 'second-person-needed')
  assert.equal((await decide(orderId, id, 'refuse', second)).json().status, 'refused')
  assert.equal((await byOrder(orderId, 1, id, { requestedBy })).json().status, 'failed')
  assert.deepEqual(await refundedOf(orderId), all(0))
  shop.deps.refundApprovalMinor = 200_000
})

test(`POST ${url} is for staff who may write payments and have just proved who they are`, async () => {
  const orderId = await captured()
  for (const headers of [{}, await signedIn(crypto.randomUUID()), await provenStaff('payments:read'), shop.order])
    assert.ok([401, 403].includes((await byStaff(orderId, 1, headers)).statusCode))
  assert.equal(slug(await byStaff(orderId, 1, await staff('payments:write'))), 'proof-needed')
  assert.deepEqual(await refundedOf(orderId), all(0))
})

test('a refund that has ended stays so, and the database keeps the sums', async () => {
  const orderId = await captured()
  const { refundId: id } = (await byOrder(orderId, 10)).json()
  await assert.rejects(sql`update refunds set "status" = 'failed' where "id" = ${id}`.execute(shop.db), /stays so/)
  await assert.rejects(sql`update refunds set "amountMinor" = 1 where "id" = ${id}`.execute(shop.db), /never changes/)
  await assert.rejects(
    sql`update payments set "refundsMinor" = 150001 where "orderId" = ${orderId}`.execute(shop.db),
    /refundsFit/
  )
})

test('GET /payments/refunds pages through all of them, the newest first', async () => {
  const seen: string[] = []
  let after = ''
  do {
    const page = await shop.app.inject({
      url: `/api/v1/payments/refunds?limit=50${after && `&after=${after}`}`,
      headers: shop.finance
    })
    seen.push(...page.json().items.map(({ createdAt }: { createdAt: string }) => createdAt))
    after = page.json().next
  } while (after)
  assert.deepEqual(seen, [...seen].sort().toReversed())
  const { rows } = await sql<{ count: number }>`select count(*) from refunds`.execute(shop.db)
  assert.equal(seen.length, rows[0]!.count)
  for (const place of ['x', Buffer.from('["x","01990000-0000-7000-8000-00000000000f"]').toString('base64url')])
    assert.equal(
      (await shop.app.inject({ url: `/api/v1/payments/refunds?after=${place}`, headers: shop.finance })).statusCode,
      400
    )
})

test('GET /internal/payments [by time of change] pages through each once, and a refund changes its payment', async () => {
  const list = async (query: string, headers: Headers = shop.order) =>
    shop.app.inject({ url: `/internal/payments?${query}`, headers })
  const since = new Date(Date.now() + 1).toISOString()
  const orderId = await captured()
  const others = await Promise.all(times(5, captured))
  await byOrder(orderId, 40_000)
  const seen: any[] = []
  let after = ''
  do {
    const page = (await list(`changedSince=${since}&limit=2${after && `&after=${after}`}`)).json()
    seen.push(...page.items)
    after = page.next
  } while (after)
  const ids: string[] = seen.map((item) => item.orderId).filter((id) => id !== orderId)
  assert.deepEqual(ids.toSorted(), others.toSorted())
  const { changedAt: _, ...refunded } = seen.at(-1)
  const amounts = { amountMinor: 150_000, refundedMinor: 40_000, currency: 'INR' }
  assert.deepEqual(refunded, { orderId, attempt: 1, status: 'captured', ...amounts })
  for (const query of ['changedSince=yesterday', 'after=x', 'limit=0', 'since=2020-01-01T00:00:00Z'])
    assert.equal((await list(query)).statusCode, 400, query)
  assert.equal((await list('', shop.refunds)).statusCode, 403)
  assert.equal((await list('', shop.finance)).statusCode, 403)
})
