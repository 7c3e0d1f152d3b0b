import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signReport } from '../src/controllers/sandbox.ts'
import { openShop, times } from './shop.ts'

const shop = await openShop({ reports: false })
const url = '/payments/webhooks/sandbox'
const secret = shop.deps.sandboxSecret
const now = () => Math.floor(Date.now() / 1000)
const statusOf = async (orderId: string) => (await shop.show(orderId)).json().status

/** An order whose payment waits, and what its provider would report of it. */
async function waiting() {
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-action')
  const { token: _, createdAt: __, ...payment } = (await shop.atProvider(`${orderId}:1`))!
  const report = (change: object, id: string = crypto.randomUUID()) =>
    JSON.stringify({ id, payment: { ...payment, challengeId: null, ...change } })
  return { orderId, report }
}

test(`POST ${url} with no, a wrong, an old, a future signature, or of another body is a 400 without effect`, async () => {
  const { orderId, report } = await waiting()
  const body = report({ state: 'authorised' })
  const signatures = [
    '',
    'v1=00',
    't=,v1=',
    `t=${now()}`,
    signReport('another secret, as long as the right one', body),
    signReport(secret, body, now() - 301),
    signReport(secret, body, now() + 90),
    signReport(secret, body).replace(/t=\d+/, `t=${now() - 1}`),
    signReport(secret, JSON.stringify(JSON.parse(body), null, 1)),
    signReport(secret, body).slice(0, -1),
    `t=NaN,v1=${'0'.repeat(64)}`
  ]
  for (const signature of signatures) {
    const reply = await shop.report(body, signature)
    assert.deepEqual([reply.statusCode, reply.json().type], [400, '/problems/signature-not-valid'], signature)
  }
  assert.equal(await statusOf(orderId), 'action-needed')
})

test(`POST ${url} signed with the old and the new secret is taken`, async () => {
  const { orderId, report } = await waiting()
  const body = report({ state: 'authorised' })
  const reply = await shop.report(body, `${signReport(secret, body)},v1=${'0'.repeat(64)}`)
  assert.equal(reply.statusCode, 200)
  assert.equal(await statusOf(orderId), 'authorised')
})

test(`POST ${url} of one event 50 times at once has one effect`, async () => {
  const { orderId, report } = await waiting()
  const body = report({ state: 'captured', capturedMinor: 150_000 })
  const replies = await Promise.all(times(50, () => shop.report(body)))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200]))
  const [booked] = await shop.booked(orderId)
  assert.equal(booked.ledger.length, 1)
  assert.equal((await shop.events(orderId)).length, 1)
})

test(`POST ${url} of an event taken before is dropped, whatever it says now`, async () => {
  const { orderId, report } = await waiting()
  const id = crypto.randomUUID()
  await shop.report(report({ state: 'authorised' }, id))
  assert.equal((await shop.report(report({ state: 'voided' }, id))).statusCode, 200)
  assert.equal(await statusOf(orderId), 'authorised')
})

test(`POST ${url} of 20 different events that say the same has one effect`, async () => {
  const { orderId, report } = await waiting()
  const replies = await Promise.all(times(20, () => shop.report(report({ state: 'authorised' }))))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200]))
  assert.equal((await shop.events(orderId)).length, 1)
})

test(`POST ${url} in any order ends in the same status`, async () => {
  const captured = { state: 'captured', capturedMinor: 150_000 }
  for (const states of [
    [{ state: 'authorised' }, captured],
    [captured, { state: 'authorised' }]
  ]) {
    const { orderId, report } = await waiting()
    for (const state of states) await shop.report(report(state))
    assert.equal(await statusOf(orderId), 'captured')
    assert.deepEqual(await shop.exceptions(orderId), [])
  }
})

test(`POST ${url} with another amount or currency pays nothing and is filed`, async () => {
  for (const change of [
    { state: 'captured', capturedMinor: 149_999 },
    { state: 'authorised', amountMinor: 1 },
    { state: 'authorised', currency: 'JPY' }
  ]) {
    const { orderId, report } = await waiting()
    assert.equal((await shop.report(report(change))).statusCode, 200)
    await shop.report(report(change))
    assert.equal(await statusOf(orderId), 'action-needed')
    const filed = await shop.exceptions(orderId)
    assert.deepEqual(
      filed.map(({ kind }) => kind),
      ['amount-mismatch']
    )
  }
})

test(`POST ${url} of another order’s payment, or of one we do not know, is filed and moves nothing`, async () => {
  const [first, second] = [await waiting(), await waiting()]
  const otherId = JSON.parse(second.report({})).payment.id
  await shop.report(first.report({ state: 'authorised', id: otherId }))
  assert.equal(await statusOf(first.orderId), 'action-needed')
  assert.deepEqual(
    (await shop.exceptions(first.orderId)).map(({ kind }) => kind),
    ['reference-mismatch']
  )
  for (const key of [`${crypto.randomUUID()}:1`, 'nonsense', `${first.orderId}:99999`, '-'.repeat(36) + ':1'])
    assert.equal((await shop.report(first.report({ state: 'authorised', key }))).statusCode, 200, key)
  const { items } = (await shop.app.inject({ url: '/api/v1/payments/exceptions', headers: shop.finance })).json()
  assert.equal(items.filter(({ kind }: { kind: string }) => kind === 'unknown-payment').length, 4)
})

test(`POST ${url} that says one provider payment is of two orders is filed and pays the second nothing`, async () => {
  const first = await waiting()
  await shop.report(first.report({ state: 'captured', capturedMinor: 150_000 }))
  const orderId = crypto.randomUUID()
  assert.equal((await shop.authorise(orderId, 'sandbox-slow')).json().status, 'processing')
  const reply = await shop.report(first.report({ state: 'captured', capturedMinor: 150_000, key: `${orderId}:1` }))
  assert.equal(reply.statusCode, 200)
  assert.equal(await statusOf(orderId), 'processing')
  assert.deepEqual(
    (await shop.exceptions(orderId)).map(({ kind }) => kind),
    ['reference-mismatch']
  )
})

test(`POST ${url} that takes back what is final is filed and moves nothing`, async () => {
  const { orderId, report } = await waiting()
  await shop.report(report({ state: 'captured', capturedMinor: 150_000 }))
  await shop.report(report({ state: 'voided' }))
  assert.equal(await statusOf(orderId), 'captured')
  assert.deepEqual(
    (await shop.exceptions(orderId)).map(({ kind }) => kind),
    ['status-conflict']
  )
})

test(`POST ${url} with a body that is no report is a 400 or a 413, signed or not`, async () => {
  const { report } = await waiting()
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '{"id":1}',
    report({ state: 'refunded' }),
    report({ amountMinor: -1 }),
    report({ id: '1' })
  ])
    assert.equal((await shop.report(body)).statusCode, 400, body)
  assert.equal((await shop.report(JSON.stringify({ id: 'x'.repeat(70_000) }))).statusCode, 413)
  const reply = await shop.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'content-type': 'text/plain' },
    payload: '{}'
  })
  assert.equal(reply.statusCode, 415)
})

test(`POST ${url} of 20 events in one report takes each once, and those known already in one statement`, async () => {
  const all = await Promise.all(times(20, waiting))
  const events = all.map(({ report }) => JSON.parse(report({ state: 'authorised' })))
  const body = JSON.stringify({ events })
  for (const reply of await Promise.all(times(5, () => shop.report(body))))
    assert.equal(reply.statusCode, 200, reply.body)
  for (const { orderId } of all) {
    assert.equal(await statusOf(orderId), 'authorised')
    assert.equal((await shop.events(orderId)).length, 1)
  }
  const again = JSON.stringify({ events: events.map((event) => ({ ...event, id: crypto.randomUUID() })) })
  const statements = await statementsDuring(shop.pool, () => shop.report(again))
  assert.equal(statements.length, 1)
  for (const wrong of [[], times(51, () => events[0]), [{ id: 1 }]])
    assert.equal((await shop.report(JSON.stringify({ events: wrong }))).statusCode, 400)
})
