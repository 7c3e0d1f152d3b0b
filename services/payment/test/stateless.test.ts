import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { stripeProvider } from '../src/controllers/stripe.ts'
import { openShop } from './shop.ts'

const { resources } = JSON.parse(readFileSync(new URL('fixtures/stripe.json', import.meta.url), 'utf8')) as {
  resources: Record<string, Record<string, any>>
}
/** As Stripe's public mock server: any id is known, nothing is kept, each answer is the fixture; with `echo` what was sent stands in it. */
async function openMock(echo: boolean) {
  const calls: { method: string; path: string; headers: Record<string, any>; params: Record<string, string> }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const { pathname: path, search } = new URL(request.url!, 'http://mock')
    const params = Object.fromEntries(new URLSearchParams(body || search.slice(1)))
    calls.push({ method: request.method!, path, headers: request.headers, params })
    const answer = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const [, , kind = '', id, verb] = path.replace('/mocked', '').split('/')
    const resource = {
      payment_intents: 'payment_intent',
      refunds: 'refund',
      balance_transactions: 'balance_transaction'
    }[kind]
    if (resource === undefined) return void answer(404, { error: { type: 'invalid_request_error' } })
    const isList = request.method === 'GET' && (id === undefined || id === 'search')
    const one: Record<string, unknown> = { ...resources[resource], ...(id && id !== 'search' ? { id } : {}) }
    if (echo && request.method === 'POST')
      for (const name of ['amount', 'currency', 'capture_method', 'payment_intent'])
        if (params[name] !== undefined) one[name] = name === 'amount' ? Number(params[name]) : params[name]
    if (verb === 'cancel' && echo) one.status = 'canceled'
    if (!isList) return void answer(200, one)
    answer(200, { object: id === 'search' ? 'search_result' : 'list', data: [one], has_more: false, url: path })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, calls }
}

const shop = await openShop({ reports: false })
const options = { secretKey: 'sk_test_123', webhookSecret: 'whsec_of_the_test' }

for (const echo of [false, true]) {
  test(`Stripe’s stateless mock [${echo ? 'echoing' : 'fixtures only'}] is asked as Stripe is, and whatever it answers is taken without a fault of ours`, async () => {
    const mock = await openMock(echo)
    for (const base of ['', '/', '/v1', '/mocked', '/mocked/v1/']) {
      shop.deps.providers.stripe = stripeProvider({ ...options, apiBase: mock.url + base })
      mock.calls.length = 0
      const orderId = crypto.randomUUID()
      const reply = await shop.authorise(orderId, 'pm_card_visa', {
        method: { provider: 'stripe', token: 'pm_card_visa' }
      })
      assert.deepEqual([reply.statusCode, reply.json().status], [200, 'declined'], reply.body)
      assert.equal((await shop.void(orderId)).statusCode, 200)
      const [created] = mock.calls
      assert.equal(created!.path, `${base.includes('mocked') ? '/mocked' : ''}/v1/payment_intents`)
      assert.match(created!.headers['idempotency-key'], /^authorise:/)
      assert.equal(created!.headers.authorization, 'Bearer sk_test_123')
      assert.deepEqual(
        [created!.params.amount, created!.params.currency, created!.params.capture_method, created!.params.confirm],
        ['150000', 'inr', 'manual', 'true']
      )
      assert.equal(created!.params['metadata[key]'], `${orderId}:1`)
    }
  })

  test(`each call of Stripe’s driver [${echo ? 'echoing' : 'fixtures only'}] of ids that only the mock knows is answered in the shop’s words`, async () => {
    const mock = await openMock(echo)
    const driver = stripeProvider({ ...options, apiBase: mock.url })
    const known = { key: 'a:1', id: 'pi_anything' }
    for (const theirs of [await driver.find(known), await driver.capture(known), await driver.void(known)])
      assert.deepEqual([theirs!.id, theirs!.key], ['pi_anything', 'a:1'])
    assert.equal(await driver.find({ key: 'a:1', id: null }), null, 'a search that finds another payment finds none')
    const refund = await driver.refund(known, { key: crypto.randomUUID(), amountMinor: 100, currency: 'USD' })
    assert.deepEqual([refund.status, refund.failReason], ['refunded', null])
    const refunded = mock.calls.find(({ method, path }) => method === 'POST' && path === '/v1/refunds')!
    assert.deepEqual([refunded.params.payment_intent, refunded.params.amount], ['pi_anything', '100'])
    assert.match(refunded.headers['idempotency-key'], /^refund:/)
    for await (const page of driver.movements('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'))
      assert.deepEqual(page, [])
    assert.equal(await driver.findMovement('capture', 'pi_anything'), null)
    assert.equal((await driver.findMovement('refund', 're_anything'))!.amountMinor, 100)
  })
}

test('a capture that the mock answers with a payment that was never captured books nothing, and is filed', async () => {
  const mock = await openMock(false)
  shop.deps.providers.stripe = stripeProvider({ ...options, apiBase: mock.url })
  const orderId = crypto.randomUUID()
  await shop.authorise(orderId, 'sandbox-approve')
  await sql`update payments set "provider" = 'stripe', "providerPaymentId" = 'pi_held' where "orderId" = ${orderId}`.execute(
    shop.db
  )
  const reply = await shop.capture(orderId)
  assert.deepEqual([reply.statusCode, reply.json().type], [409, '/problems/payment-in-dispute'])
  assert.deepEqual((await shop.booked(orderId))[0].ledger, [])
  assert.deepEqual(
    (await shop.exceptions(orderId)).map(({ kind }) => kind),
    ['status-conflict']
  )
})
