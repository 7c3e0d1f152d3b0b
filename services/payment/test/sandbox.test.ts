import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@lumora/kit/testing'
import { openShop, times } from './shop.ts'

const shop = await openShop()
const url = '/payments/sandbox/{challengeId}'
const statusOf = async (orderId: string) => (await shop.show(orderId)).json().status

async function challenged() {
  const orderId = crypto.randomUUID()
  const payment = (await shop.authorise(orderId, 'sandbox-action')).json()
  assert.equal(payment.status, 'action-needed')
  return { orderId, actionUrl: payment.action.url as string }
}

test(`GET ${url} tells anyone who has the address what is asked`, async () => {
  const { actionUrl } = await challenged()
  const id = actionUrl.split('/').at(-1)
  const open = {
    id,
    status: 'open',
    outcome: null,
    choices: ['approve', 'decline'],
    amountMinor: 150_000,
    currency: 'INR'
  }
  assert.deepEqual((await shop.app.inject(actionUrl)).json(), open)
  assert.equal((await shop.app.inject(actionUrl.replace(id!, crypto.randomUUID()))).statusCode, 404)
})

test(`POST ${url} approved reaches the shop by a signed report over HTTP`, async () => {
  const { orderId, actionUrl } = await challenged()
  assert.equal((await shop.answer(actionUrl, 'approve')).json().status, 'settled')
  await eventually('the report is taken', async () => (await statusOf(orderId)) === 'authorised')
  assert.equal((await shop.show(orderId)).json().action, null)
  assert.equal((await shop.capture(orderId)).json().status, 'captured')
  const told = (await shop.events(orderId)).map(({ data }) => (data as { status: string }).status)
  assert.ok(told.includes('authorised'))
})

test(`POST ${url} declined fails the payment`, async () => {
  const { orderId, actionUrl } = await challenged()
  await shop.answer(actionUrl, 'decline')
  await eventually('the report is taken', async () => (await statusOf(orderId)) === 'declined')
  assert.equal((await shop.show(orderId)).json().declineReason, 'challenge-declined')
})

test(`POST ${url} with both answers 20 times at once counts one of them`, async () => {
  const { orderId, actionUrl } = await challenged()
  const replies = await Promise.all(
    times(20, (index) => shop.answer(actionUrl, index % 2 === 0 ? 'approve' : 'decline'))
  )
  const { outcome } = (await shop.app.inject(actionUrl)).json()
  for (const reply of replies)
    assert.equal(
      reply.statusCode === 200 ? reply.json().outcome : reply.json().type,
      reply.statusCode === 200 ? outcome : '/problems/challenge-settled'
    )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 10)
  await eventually(
    'the report is taken',
    async () => (await statusOf(orderId)) === (outcome === 'approve' ? 'authorised' : 'declined')
  )
  assert.equal((await shop.events(orderId)).length, 1)
})

test(`POST ${url} again with the same key replays the answer, without a key it is a 400`, async () => {
  const { actionUrl } = await challenged()
  const key = crypto.randomUUID()
  const first = await shop.answer(actionUrl, 'approve', key)
  const again = await shop.answer(actionUrl, 'approve', key)
  assert.equal(again.body, first.body)
  assert.equal(again.headers['idempotency-replayed'], 'true')
  assert.equal(
    (await shop.app.inject({ method: 'POST', url: actionUrl, payload: { outcome: 'approve' } })).statusCode,
    400
  )
})

test(`POST ${url} after the payment was voided is a 409`, async () => {
  const { orderId, actionUrl } = await challenged()
  await shop.void(orderId)
  assert.deepEqual((await shop.app.inject(actionUrl)).json().choices, [])
  const late = await shop.answer(actionUrl, 'approve')
  assert.deepEqual([late.statusCode, late.json().type], [409, '/problems/challenge-settled'])
  assert.equal(await statusOf(orderId), 'voided')
})

test('PUT /internal/payments/{orderId} that the provider decides later is processing, then authorised', async () => {
  const orderId = crypto.randomUUID()
  shop.deps.slowSeconds = 0.5
  assert.equal((await shop.authorise(orderId, 'sandbox-slow')).json().status, 'processing')
  shop.deps.slowSeconds = 0
  await eventually('the report is taken', async () => (await statusOf(orderId)) === 'authorised')
})

test('PUT /internal/payments/{orderId} with a token that is declined says which code', async () => {
  for (const [token, reason] of [
    ['sandbox-decline', 'card-declined'],
    ['sandbox-insufficient-funds', 'insufficient-funds'],
    ['sandbox-expired', 'expired-card'],
    ['nonsense', 'token-not-known'],
    ['constructor', 'token-not-known']
  ] as const) {
    const { status, declineReason } = (await shop.authorise(crypto.randomUUID(), token)).json()
    assert.deepEqual([status, declineReason], ['declined', reason], token)
  }
})

test('PUT /internal/payments/{orderId} whose report comes late is authorised at once, and reported then', async () => {
  const orderId = crypto.randomUUID()
  shop.deps.slowSeconds = 0.5
  assert.equal((await shop.authorise(orderId, 'sandbox-late-report')).json().status, 'authorised')
  shop.deps.slowSeconds = 0
  const delivered = async () => {
    const { rows } = await shop.pool.query(
      `select count(*) from "sandboxEvents" where "payment"->>'key' = $1 and "deliveredAt" is not null`,
      [`${orderId}:1`]
    )
    return rows[0].count as number
  }
  assert.equal(await delivered(), 0)
  await eventually('the report is delivered', async () => (await delivered()) === 1)
  assert.equal(await statusOf(orderId), 'authorised')
})

test('The newest state of each payment at the provider is reported over HTTP and delivered', async () => {
  await eventually('all reports are delivered', async () => {
    const late = await shop.db.selectFrom('sandboxEvents').select('id').where('deliveredAt', 'is', null).execute()
    return late.length === 0
  })
  const { rows } = await shop.pool.query(
    `select count(*) from (select distinct on ("payment"->>'key') "id" from "sandboxEvents" order by "payment"->>'key', "id" desc) newest
     where "id"::text not in (select "eventId" from "webhookEvents")`
  )
  assert.equal(rows[0].count, 0)
})
