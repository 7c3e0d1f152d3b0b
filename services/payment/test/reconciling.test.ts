import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { sql } from 'kysely'
import { deliverReports } from '../src/controllers/sandbox.ts'
import { openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const provider = shop.deps.providers.sandbox!
const job = { id: '1', attempt: 1 }
const statusOf = async (orderId: string) => (await shop.show(orderId)).json().status

async function reconcile() {
  await shop.db
    .updateTable('payments')
    .set({ checkAt: sql`now()` })
    .where('checkAt', 'is not', null)
    .execute()
  await shop.tasks['reconcile-payments']!({}, job)
}

test('A report that never came is made up for by asking the provider', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-slow')
  await shop.tasks['decide-sandbox-payment']!({ key: `${orderId}:1` }, job)
  assert.equal(await statusOf(orderId), 'processing')
  await reconcile()
  assert.equal(await statusOf(orderId), 'authorised')
  await provider.capture({ key: `${orderId}:1`, id: null })
  await reconcile()
  assert.equal(await statusOf(orderId), 'captured')
  assert.equal((await shop.booked(orderId))[0].ledger.length, 1)
  await reconcile()
  const { checkAt } = await shop.db
    .selectFrom('payments')
    .select('checkAt')
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow()
  assert.equal(checkAt, null)
})

test('A process that died between the provider’s answer and our note of it is made up for', async () => {
  const orderId = crypto.randomUUID()
  const { authorise } = provider
  provider.authorise = async (authorisation) => {
    await authorise(authorisation)
    throw new Error('the answer is lost')
  }
  assert.equal((await shop.authorise(orderId, 'sandbox-approve')).statusCode, 500)
  provider.authorise = authorise
  assert.equal(await statusOf(orderId), 'processing')
  assert.equal((await shop.authorise(orderId, 'sandbox-approve')).json().status, 'authorised')
})

test('What is held for an order that was closed meanwhile is let go', async () => {
  const orderId = crypto.randomUUID()
  const { authorise } = provider
  provider.authorise = async (authorisation) => {
    const voided = await shop.void(orderId)
    assert.equal(voided.statusCode, 200)
    return authorise(authorisation)
  }
  assert.equal((await shop.authorise(orderId, 'sandbox-approve')).json().status, 'voided')
  provider.authorise = authorise
  assert.equal((await shop.atProvider(`${orderId}:1`))!.state, 'authorised')
  const { id } = (await shop.booked(orderId))[0]
  const { rows } = await sql<{
    key: string
  }>`select key from graphile_worker.jobs where key = ${`release-${id}`}`.execute(shop.db)
  assert.equal(rows.length, 1)
  await shop.tasks['release-payment']!({ paymentId: id }, job)
  assert.equal((await shop.atProvider(`${orderId}:1`))!.state, 'voided')
})

test('What is authorised while its void is under way is let go', async () => {
  const orderId = crypto.randomUUID()
  const { authorise, void: release } = provider
  const recorded = Promise.withResolvers<void>()
  let voiding: ReturnType<typeof shop.void> | undefined
  const asked = Promise.withResolvers<void>()
  provider.void = async (reference) => {
    const theirs = await release(reference)
    asked.resolve()
    await recorded.promise
    return theirs
  }
  provider.authorise = async (authorisation) => {
    voiding = shop.void(orderId)
    await asked.promise
    return authorise(authorisation)
  }
  assert.equal((await shop.authorise(orderId, 'sandbox-approve')).json().status, 'authorised')
  recorded.resolve()
  assert.equal((await voiding!).statusCode, 200)
  Object.assign(provider, { authorise, void: release })
  assert.equal(await statusOf(orderId), 'voided')
  assert.equal((await shop.atProvider(`${orderId}:1`))!.state, 'voided')
})

test('A void whose process died is finished by the reconciler', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  const release = provider.void
  provider.void = async () => {
    throw new Error('the provider is out')
  }
  assert.equal((await shop.void(orderId)).statusCode, 500)
  provider.void = release
  assert.equal(await statusOf(orderId), 'authorised')
  assert.equal((await shop.capture(orderId)).json().type, '/problems/payment-voided')
  await reconcile()
  assert.equal(await statusOf(orderId), 'voided')
  assert.equal((await shop.atProvider(`${orderId}:1`))!.state, 'voided')
})

test('An answer with another amount than asked for pays nothing, is filed, and is let go when the order is closed', async () => {
  const orderId = crypto.randomUUID()
  await provider.authorise({ key: `${orderId}:1`, amountMinor: 1, currency: 'INR', token: 'sandbox-approve' })
  assert.equal((await shop.authorise(orderId, 'sandbox-approve')).json().status, 'processing')
  assert.deepEqual(
    (await shop.exceptions(orderId)).map(({ kind }) => kind),
    ['amount-mismatch']
  )
  assert.equal((await shop.capture(orderId)).json().type, '/problems/payment-not-authorised')
  assert.equal((await shop.void(orderId)).statusCode, 200)
  assert.equal((await shop.atProvider(`${orderId}:1`))!.state, 'voided')
})

test('A capture of another amount than authorised is filed, and is not paid', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  const { capture } = provider
  provider.capture = async (reference) => ({ ...(await capture(reference))!, amountMinor: 149_999 })
  assert.equal((await shop.capture(orderId)).json().type, '/problems/payment-in-dispute')
  provider.capture = capture
  assert.deepEqual(
    (await shop.exceptions(orderId)).map(({ kind }) => kind),
    ['amount-mismatch']
  )
  assert.deepEqual((await shop.booked(orderId))[0].ledger, [])
})

test('A payment that its provider does not know is filed', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  await shop.db.deleteFrom('sandboxPayments').where('key', '=', `${orderId}:1`).execute()
  await reconcile()
  assert.equal((await shop.capture(orderId)).json().type, '/problems/payment-in-dispute')
  assert.deepEqual(
    (await shop.exceptions(orderId)).map(({ kind }) => kind),
    ['not-at-provider']
  )
  assert.equal((await shop.void(orderId)).statusCode, 200)
  assert.equal(await statusOf(orderId), 'voided')
})

test('a payment costs two statements to authorise, two to capture, one a report of what is known, and a list one', async () => {
  const orderId = crypto.randomUUID()
  const count = async (work: () => Promise<unknown>) => {
    const statements = await statementsDuring(shop.pool, work)
    const theirs = statements.filter((text) => /sandbox(?:Payments|Events)/.test(text)).length
    return { ours: statements.length - theirs, theirs }
  }
  const report = async () => {
    const { payment } = await shop.db
      .selectFrom('sandboxEvents')
      .select('payment')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return JSON.stringify({ id: crypto.randomUUID(), payment })
  }
  assert.deepEqual(await count(() => shop.authorise(orderId, 'sandbox-approve')), { ours: 2, theirs: 1 })
  const authorised = await report()
  assert.deepEqual(await count(() => shop.capture(orderId)), { ours: 2, theirs: 1 })
  const captured = await report()
  for (const body of [authorised, captured])
    assert.deepEqual(await count(() => shop.report(body)), { ours: 1, theirs: 0 })
  assert.deepEqual(await shop.events(orderId), [])
  assert.deepEqual(await count(() => shop.booked(orderId)), { ours: 1, theirs: 0 })
})

test('20 checkouts at once cost payment 6 statements each, its provider included, and 3 for all their reports, and nothing a minute later', async () => {
  const reported = await openShop({ reports: false })
  await deliverReports(reported.deps)
  const checkout = async () => {
    const orderId = crypto.randomUUID()
    await reported.authorise(orderId, 'sandbox-approve')
    assert.equal((await reported.capture(orderId)).json().status, 'captured')
  }
  const statements = await statementsDuring(reported.pool, async () => {
    await Promise.all(times(20, checkout))
    await deliverReports(reported.deps)
  })
  assert.ok(statements.length <= 20 * 6 + 3, String(statements.length))
  const { rows } = await sql<{ due: number; open: number }>`select
    (select count(*) from payments where "checkAt" is not null) as "due",
    (select count(*) from "sandboxEvents" where "deliveredAt" is null) as "open"`.execute(reported.db)
  assert.deepEqual(rows, [{ due: 0, open: 0 }])
})

test('a payment whose report was lost costs one question, when both sides agree', async () => {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  await shop.capture(orderId)
  await sql`update payments set "checkAt" = case when "orderId" = ${orderId} then now() end`.execute(shop.db)
  const statements = await statementsDuring(shop.pool, () => shop.tasks['reconcile-payments']!({}, job))
  assert.equal(statements.length, 2)
})
