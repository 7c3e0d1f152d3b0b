import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@lumora/kit/testing'
import fc from 'fast-check'
import { openShop } from './shop.ts'

const shop = await openShop()
const { db, pool } = shop

async function capturedPayment() {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  await shop.capture(orderId)
  return db.selectFrom('payments').select('id').where('orderId', '=', orderId).executeTakeFirstOrThrow()
}

test('The ledger refuses an entry that does not sum to zero, or that has no postings', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  const { id } = await db.selectFrom('payments').select('id').where('orderId', '=', orderId).executeTakeFirstOrThrow()
  for (const amounts of [[], [100], [100, -99]]) {
    const posting = db.transaction().execute(async (tx) => {
      const entry = await tx
        .insertInto('ledgerEntries')
        .values({ paymentId: id, kind: 'capture', currency: 'INR' })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const [index, amountMinor] of amounts.entries())
        await tx
          .insertInto('ledgerPostings')
          .values({ entryId: entry.id, account: `account-${index}`, amountMinor })
          .execute()
    })
    await assert.rejects(posting, /do not sum to zero/)
  }
})

test('The ledger refuses a posting added to a balanced entry, and every change and deletion', async () => {
  const { id } = await capturedPayment()
  const entry = await db.selectFrom('ledgerEntries').select('id').where('paymentId', '=', id).executeTakeFirstOrThrow()
  await assert.rejects(
    db.insertInto('ledgerPostings').values({ entryId: entry.id, account: 'pocket', amountMinor: 5 }).execute(),
    /do not sum to zero/
  )
  for (const text of [
    'update "ledgerPostings" set "amountMinor" = 1',
    'delete from "ledgerPostings"',
    'truncate "ledgerPostings"',
    'update "ledgerEntries" set "currency" = \'USD\'',
    'delete from "ledgerEntries"',
    'truncate "ledgerEntries" cascade'
  ])
    await assert.rejects(pool.query(text), /append-only/, text)
})

test('An order has one live attempt, whoever adds another', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  const second = { orderId, attempt: 2, provider: 'sandbox', methodToken: 'x', amountMinor: 1, currency: 'INR' }
  await assert.rejects(db.insertInto('payments').values(second).execute(), /oneLiveAttempt/)
})

test('A final payment stays so, and what it is for never changes', async () => {
  const { id } = await capturedPayment()
  await assert.rejects(db.updateTable('payments').set({ status: 'voided' }).where('id', '=', id).execute(), /stays so/)
  await assert.rejects(
    db.updateTable('payments').set({ amountMinor: 1 }).where('id', '=', id).execute(),
    /never changes/
  )
})

/** What is asked of an order, several things at once in each step. */
const tokens = [
  'sandbox-approve',
  'sandbox-approve',
  'sandbox-approve',
  'sandbox-decline',
  'sandbox-action',
  'sandbox-slow'
]
const command = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('authorise'),
      attempt: fc.integer({ min: 1, max: 3 }),
      token: fc.constantFrom(...tokens)
    })
  },
  { weight: 6, arbitrary: fc.constant({ do: 'capture' }) },
  { weight: 1, arbitrary: fc.constant({ do: 'void' }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer'), outcome: fc.constantFrom('approve', 'decline') }) }
)
type Command = { do: string; attempt?: number; token?: string; outcome?: string }

async function obey(orderId: string, amountMinor: number, currency: string, { do: what, ...how }: Command) {
  if (what === 'authorise') {
    const { attempt = 1, token = '' } = how
    return shop.authorise(orderId, token, { attempt, amountMinor, currency })
  }
  if (what === 'capture') return shop.capture(orderId)
  if (what === 'void') return shop.void(orderId)
  const shown = await shop.show(orderId)
  const action = shown.statusCode === 200 ? shown.json().action : null
  return action ? shop.answer(action.url, how.outcome!) : shown
}

/** Everything that must hold between the shop's books and the provider's, as counts of what breaks it. */
const broken = `select
  (select count(*) from (select "entryId" from "ledgerPostings" group by 1 having sum("amountMinor") <> 0) t) as "entries that do not balance",
  (select count(*) from (select "currency" from "ledgerPostings" join "ledgerEntries" on "id" = "entryId" group by 1 having sum("amountMinor") <> 0) t) as "currencies that do not balance",
  (select count(*) from (
    select p."currency", sum(l."amountMinor") as "ours", (select sum("capturedMinor") from "sandboxPayments" s where s."currency" = p."currency") as "theirs"
    from "ledgerPostings" l join "ledgerEntries" e on e."id" = l."entryId" join payments p on p."id" = e."paymentId"
    where l."account" = 'provider:sandbox' group by 1) t where "ours" <> "theirs") as "currencies whose cash is not what the provider captured",
  (select count(*) from payments p full join "sandboxPayments" s on s."key" = p."orderId" || ':' || p."attempt"
    where (p."status" is distinct from case s."state" when 'pending' then 'processing' when 'challenged' then 'action-needed' else coalesce(s."state", 'voided') end
      or p."amountMinor" <> s."amountMinor" or p."id" is null)
      and not (p."status" = 'voided' and s."state" = 'declined')) as "payments on which the two differ",
  (select count(*) from (select "orderId" from payments where "status" = 'captured' group by 1 having count(*) > 1) t) as "orders paid twice",
  (select count(*) from payments p where "status" = 'captured' and 1 <> (select count(*) from "ledgerEntries" where "paymentId" = p."id")) as "captures not booked once",
  (select count(*) from "ledgerEntries" e join payments p on p."id" = e."paymentId" where p."status" <> 'captured') as "bookings without a capture",
  (select count(*) from payments join orders using ("orderId") where "closedAt" is not null and "status" in ('processing', 'action-needed', 'authorised')) as "held for a closed order",
  (select count(*) from orders o where "version" <> (select count(*) from outbox where "subject" = o."orderId"::text)) as "orders with a change not told",
  (select count(*) from exceptions) as "exceptions"`

const settled = `select (select count(*) from "sandboxEvents" where "deliveredAt" is null)
  + (select count(*) from graphile_worker.jobs where task_identifier <> 'relay-event') as "open"`

test('Whatever is asked in whatever order, the books balance, agree with the provider, and no order is paid twice', async () => {
  const amount = fc.integer({ min: 1, max: 999_999_999_999 })
  const currency = fc.constantFrom('INR', 'USD', 'JPY', 'KWD')
  const steps = fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 7 })
  let captures = 0
  await fc.assert(
    fc.asyncProperty(amount, currency, steps, async (amountMinor, currencyCode, asked) => {
      const orderId = crypto.randomUUID()
      for (const step of asked) {
        const replies = await Promise.all(step.map((each) => obey(orderId, amountMinor, currencyCode, each as Command)))
        for (const reply of replies) assert.ok(reply.statusCode < 500, reply.body)
      }
      await eventually('all reports are taken', async () => (await pool.query(settled)).rows[0].open === 0)
      const { rows } = await pool.query(broken)
      for (const [what, count] of Object.entries(rows[0])) assert.equal(count, 0, what)
      const payments = await shop.booked(orderId)
      captures += payments.filter(({ status }: { status: string }) => status === 'captured').length
    }),
    { numRuns: 100, endOnFailure: true }
  )
  assert.ok(captures > 10, `only ${captures} runs came to a capture`)
})
