import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { noNats, testNats } from '@lumora/kit/testing-nats'
import { shopper, tracedCheckout, type TracedCheckout } from '../tools/traces/checkout.ts'

const noEdge = spawnSync('nginx', ['-v']).error !== undefined

/** What each part of the platform has to have in the trace of one checkout. */
function check({ spans, texts, status, hasEdge }: TracedCheckout): void {
  assert.equal(status, 'confirmed')
  assert.equal(hasEdge, !noEdge)
  const has = (service: string, name: RegExp) =>
    assert.ok(
      spans.some((span) => span.service === service && name.test(span.name)),
      `${service} ${name} is missing in\n${spans.map((span) => `${span.service} ${span.name}`).join('\n')}`
    )
  assert.equal(new Set(spans.map(({ traceId }) => traceId)).size, 1)
  assert.deepEqual(
    spans.filter(({ parentId }) => parentId === '').map(({ service }) => service),
    [hasEdge ? 'edge' : 'gateway'],
    'the trace has one root'
  )
  if (hasEdge) has('edge', /^POST at the edge$/)
  has('gateway', /^POST \/api\/v1\/orders$/)
  has('gateway', /^POST order$/)
  has('order', /^POST \/api\/v1\/orders$/)
  has('order', /^PUT product \/internal\/reservations\/\{orderId\}$/)
  has('product', /^PUT \/internal\/reservations\/:orderId$/)
  has('payment', /^PUT \/internal\/payments\/:orderId$/)
  has('cart', /^PUT \/internal\/checkouts\/:orderId$/)
  has('order', /^send order\.confirmed$/)
  for (const service of ['order', 'product', 'payment', 'cart', 'notification']) {
    assert.ok(
      spans.some((span) => span.service === service && span.attributes['db.system.name'] === 'postgresql'),
      `${service} has no statement in the trace`
    )
  }
  assert.deepEqual(
    spans.filter(({ isError }) => isError).map(({ service, name }) => `${service} ${name}`),
    []
  )
  for (const { startMs, endMs } of spans) assert.ok(endMs >= startMs)
  for (const secret of Object.values(shopper)) assert.ok(!texts.some((text) => text.includes(secret)), secret)
  assert.ok(!texts.some((text) => text.includes('sandbox-approve')))
}

test('one checkout is one trace: NGINX, gateway, services, statements, and events by HTTP; nothing in it is personal', async () => {
  const checkout = await tracedCheckout()
  check(checkout)
  for (const service of ['cart', 'notification'])
    assert.ok(checkout.spans.some((span) => span.service === service && span.name === 'POST /internal/events'))
})

test('one checkout is one trace also when events travel by NATS', { skip: noNats }, async () => {
  const nats = await testNats([])
  const checkout = await tracedCheckout({ EVENT_BUS: 'nats', NATS_URL: nats.urlOf('') })
  check(checkout)
  for (const service of ['cart', 'notification'])
    assert.ok(checkout.spans.some((span) => span.service === service && span.name === 'take order.confirmed'))
})
