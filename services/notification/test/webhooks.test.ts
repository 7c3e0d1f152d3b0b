import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { after, test } from 'node:test'
import { eventually, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { signWebhook } from '../src/controllers/secrets.ts'
import { webhookTopics } from '../src/controllers/subscriptions.ts'
import { webhookWait } from '../src/controllers/webhooks.ts'
import { confirmed, openShop, order, payloads } from './shop.ts'

interface Got {
  path: string
  headers: IncomingHttpHeaders
  body: string
}
const got: Got[] = []
let status: (path: string, body: any) => number = () => 204
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => (body += String(part)))
  request.on('end', () => {
    got.push({ path: request.url!, headers: request.headers, body })
    const code = status(request.url!, JSON.parse(body))
    if (code === 302) response.writeHead(302, { location: `${base}/secret-inside` }).end()
    else if (code > 0) response.writeHead(code).end()
  })
})
receiver.listen(0, '127.0.0.1')
await once(receiver, 'listening')
after(() => (receiver.closeAllConnections(), receiver.close()))
const { port } = receiver.address() as { port: number }
const base = `http://127.0.0.1:${port}`
const shop = await openShop({ allowedHosts: [`127.0.0.1:${port}`] })
const { call, hear, db } = shop
const at = (path: string) => got.filter((one) => one.path === path)

async function subscribe(
  path: string,
  topics = ['order.confirmed']
): Promise<{ id: string; secret: string; version: number }> {
  const made = await call('POST', '/subscriptions', { url: `${base}${path}`, topics })
  assert.equal(made.statusCode, 201, made.body)
  return made.json()
}
const webhooksOf = async (id: string, query = '') =>
  (await call('GET', `/subscriptions/${id}/webhooks${query}`)).json().items as any[]
/** Has what waits for its next try, and is not being tried right now, tried at once. */
const hurry = async () => {
  await sql`update webhooks w set "dueAt" = now() where "state" = 'waiting'
    and (select count(*) from deliveries d where d."webhookId" = w."id") >= w."tries"`.execute(db)
  await sql`select pg_notify('webhooks', '')`.execute(db)
}

test('POST /subscriptions has events sent, signed as Standard Webhooks says, without what is personal; the secret is shown once', async () => {
  const { id, secret } = await subscribe('/signed')
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  const data = confirmed()
  const eventId = crypto.randomUUID()
  await hear('order.confirmed', data, { id: eventId, subject: data.orderId, version: 7 })
  await hear('order.confirmed', data, { id: eventId })
  await eventually('it comes', () => at('/signed').length === 1)
  const [{ headers, body }] = at('/signed') as [Got]
  const timestamp = headers['webhook-timestamp'] as string
  assert.equal(headers['webhook-id'], eventId)
  assert.ok(Math.abs(Number(timestamp) - Date.now() / 1000) < 30)
  const key = Buffer.from(secret.slice(6), 'base64')
  const expected = createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')
  assert.equal(headers['webhook-signature'], `v1,${expected}`)
  const sent = JSON.parse(body)
  assert.deepEqual(
    [sent.type, sent.subject, sent.version, sent.data.totalMinor],
    ['order.confirmed', data.orderId, 7, data.totalMinor]
  )
  for (const personal of [data.email, data.name, data.userId!]) assert.ok(!body.includes(personal))
  assert.ok(!(await call('GET', `/subscriptions/${id}`)).body.includes('whsec'))
  await eventually('it is noted', async () => (await webhooksOf(id))[0].state === 'delivered')
  const shown = (await call('GET', `/subscriptions/${id}/webhooks/${(await webhooksOf(id))[0].id}`)).json()
  assert.deepEqual([shown.body, shown.deliveries.length, shown.deliveries[0].detail], [body, 1, '204'])
  const stored = (await sql<{ text: string }>`select s::text as "text" from subscriptions s`.execute(db)).rows[0]!.text
  assert.ok(!stored.includes(secret.slice(6, 30)) && !stored.includes(Buffer.from(secret).toString('hex')))
})

test('The signature is that of the Standard Webhooks examples', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const body = '{"test": 2432232314}'
  assert.equal(
    signWebhook([secret], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, body),
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
  )
})

test('No topic tells other systems an e-mail, a name, an address or a link', () => {
  const userId = crypto.randomUUID()
  const all = payloads(userId, 'canary@example.com')
  for (const [topic, { fields }] of Object.entries(webhookTopics)) {
    for (const field of fields) assert.ok(field in all[topic]!, `${topic} has no ${field}`)
    for (const secret of ['email', 'name', 'formerEmail', 'link', 'trackingUrl', 'detail'])
      assert.ok(!fields.includes(secret), topic)
  }
})

test('Later events of a subject wait for the earlier one, those of other subjects do not', async () => {
  const { id } = await subscribe('/ordered', ['order.confirmed', 'order.delivered'])
  const [one, other] = [confirmed(), confirmed()]
  let down = true
  status = (path, body) => (path === '/ordered' && down && body.data.orderId === one.orderId ? 500 : 200)
  await hear('order.confirmed', one, { subject: one.orderId })
  await eventually('the first is refused', () => at('/ordered').length === 1)
  await hear(
    'order.delivered',
    { ...order({ orderId: one.orderId }), shipmentId: crypto.randomUUID() },
    { subject: one.orderId }
  )
  await hear('order.confirmed', other, { subject: other.orderId })
  await eventually('the other subject comes', () => at('/ordered').some(({ body }) => body.includes(other.orderId)))
  assert.ok(at('/ordered').every(({ body }) => !body.includes('order.delivered')))
  down = false
  await eventually(
    'all come',
    async () => (await hurry(), (await webhooksOf(id)).every(({ state }) => state === 'delivered'))
  )
  const types = at('/ordered')
    .filter(({ body }) => body.includes(one.orderId))
    .map(({ body }) => JSON.parse(body).type)
  assert.equal(types.at(-1), 'order.delivered')
  assert.ok(types.indexOf('order.delivered') === types.length - 1)
  status = () => 204
})

test('A receiver that fails is tried for three days, less and less often; then it is a failure that can be replayed, alone or by time', async () => {
  const waits = Array.from({ length: 20 }, (_, i) => webhookWait(i + 1))
  assert.ok(waits[0]! <= 5 && waits.at(-1)! >= 0.8 * 43_200 && waits.reduce((sum, wait) => sum + wait, 0) > 72 * 3600)
  const { id } = await subscribe('/failing')
  status = (path) => (path === '/failing' ? 503 : 204)
  const data = confirmed()
  await hear('order.confirmed', data, { subject: data.orderId })
  await eventually('it is tried', () => at('/failing').length === 1)
  await sql`update webhooks set "since" = now() - interval '73 hours' where "subscriptionId" = ${id}`.execute(db)
  await eventually('it is given up', async () => (await hurry(), (await webhooksOf(id))[0].state === 'failed'))
  assert.ok((await call('GET', `/subscriptions/${id}`)).json().failingSince)
  status = () => 200
  const before = at('/failing').length
  const [failed] = await webhooksOf(id, '?state=failed')
  assert.equal((await call('POST', `/subscriptions/${id}/webhooks/${failed.id}/replay`)).json().webhooks, 1)
  await eventually('it comes', async () => (await webhooksOf(id))[0].state === 'delivered')
  assert.equal(at('/failing').length, before + 1)
  assert.equal(at('/failing').at(-1)!.headers['webhook-id'], at('/failing')[0]!.headers['webhook-id'])
  const range = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 60_000).toISOString()
  }
  assert.equal((await call('POST', `/subscriptions/${id}/replays`, { ...range, onlyFailed: true })).json().webhooks, 0)
  assert.equal((await call('POST', `/subscriptions/${id}/replays`, range)).json().webhooks, 1)
  await eventually('it comes again', () => at('/failing').length === before + 2)
  assert.equal((await call('GET', `/subscriptions/${id}`)).json().failingSince, null)
})

test('A subscription that failed for days, or says 410, is switched off, staff are told, and what it misses can be replayed', async () => {
  const { id } = await subscribe('/gone')
  status = (path) => (path === '/gone' ? 500 : 204)
  await hear('order.confirmed', confirmed())
  await eventually('it fails', async () => (await call('GET', `/subscriptions/${id}`)).json().failingSince !== null)
  await sql`update subscriptions set "failingSince" = now() - interval '6 days' where "id" = ${id}`.execute(db)
  await eventually(
    'it is off',
    async () => (await hurry(), (await call('GET', `/subscriptions/${id}`)).json().state === 'disabled')
  )
  const alerts = (await call('GET', '/messages/all?recipient=staff')).json().items
  assert.equal(alerts[0].template, 'notification.subscription-disabled')
  await hear('order.confirmed', confirmed())
  const { version, disabledReason } = (await call('GET', `/subscriptions/${id}`)).json()
  assert.match(disabledReason, /5 days/)
  status = () => 200
  const on = await call('PATCH', `/subscriptions/${id}`, { state: 'active' }, { 'if-match': `"${version}"` })
  assert.deepEqual([on.json().state, on.json().disabledReason], ['active', null])
  const range = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 60_000).toISOString(),
    onlyFailed: true
  }
  await call('POST', `/subscriptions/${id}/replays`, range)
  await eventually('all come', async () => (await webhooksOf(id)).every(({ state }) => state === 'delivered'))
  const said = await subscribe('/said-410')
  status = (path) => (path === '/said-410' ? 410 : 204)
  await hear('order.confirmed', confirmed())
  await eventually(
    'it is off',
    async () => (await call('GET', `/subscriptions/${said.id}`)).json().state === 'disabled'
  )
  status = () => 204
})

test('POST /subscriptions/{id}/secret gives a second secret, by which and by the former all is signed for 24 hours', async () => {
  const { id, secret } = await subscribe('/rotated')
  const key = crypto.randomUUID()
  const again = await Promise.all(
    Array.from({ length: 5 }, () => call('POST', `/subscriptions/${id}/secret`, undefined, { 'idempotency-key': key }))
  )
  const made = again.find(({ statusCode }) => statusCode === 200)!.json()
  assert.ok(made.secret !== secret)
  await hear('order.confirmed', confirmed())
  await eventually('it comes', () => at('/rotated').length === 1)
  const check = ({ headers, body }: Got, secrets: string[]) =>
    assert.equal(
      headers['webhook-signature'],
      signWebhook(secrets, headers['webhook-id'] as string, Number(headers['webhook-timestamp']), body)
    )
  check(at('/rotated')[0]!, [made.secret, secret])
  await sql`update subscriptions set "formerUntil" = now() - interval '1 second' where "id" = ${id}`.execute(db)
  await hear('order.confirmed', confirmed())
  await eventually('it comes', () => at('/rotated').length === 2)
  check(at('/rotated')[1]!, [made.secret])
})

test('A54: no inner address is subscribed to or called, a redirect is not followed, and the canary inside is not hit', async () => {
  const hosts = [
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0x7f000001',
    '2130706433',
    '0177.1',
    '127.1',
    '0',
    '169.254.169.254',
    'localhost',
    'localhost.',
    '10.0.0.1',
    '[fd00::1]',
    'postgres',
    'auth:3000',
    'metadata.google.internal'
  ]
  const urls = [
    ...hosts.flatMap((host) => [`https://${host}/secret-inside`, `http://${host}:${port + 1}/secret-inside`]),
    `https://example.com@127.0.0.1:${port + 1}/secret-inside`,
    `https://user:pass@example.com/`,
    'http://example.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/x',
    `//127.0.0.1:${port}/`,
    `https://127.0.0.1:${port + 1}\\@example.com/`
  ]
  for (const url of urls) {
    const answer = await call('POST', '/subscriptions', { url, topics: ['order.confirmed'] })
    assert.equal(answer.statusCode, 422, url)
    assert.match(answer.json().type, /address-refused/)
  }
  const { id, version } = await subscribe('/redirecting')
  const moved = await call(
    'PATCH',
    `/subscriptions/${id}`,
    { url: 'https://169.254.169.254/' },
    { 'if-match': `"${version}"` }
  )
  assert.equal(moved.statusCode, 422)
  status = (path) => (path === '/redirecting' ? 302 : 204)
  await hear('order.confirmed', confirmed())
  await eventually('it was tried', async () => (await webhooksOf(id))[0]?.tries > 0)
  // A name that was public when it was subscribed to, and leads inside now.
  await sql`update subscriptions set "url" = ${`https://localhost:${port}/secret-inside`}, "state" = 'active' where "id" = ${id}`.execute(
    db
  )
  await eventually('it is refused', async () => {
    await hurry()
    const { deliveries } = (await call('GET', `/subscriptions/${id}/webhooks/${(await webhooksOf(id))[0].id}`)).json()
    return deliveries.some(({ detail }: any) => /not on the public internet/.test(detail))
  })
  assert.equal(at('/secret-inside').length, 0)
  status = () => 204
})

test('Subscriptions are for staff who may change operations, and only for topics that there are', async () => {
  assert.equal(
    (await call('POST', '/subscriptions', { url: 'https://example.com/', topics: ['auth.password-reset-requested'] }))
      .statusCode,
    422
  )
  assert.equal(
    (await call('POST', '/subscriptions', { url: 'https://example.com/', topics: ['__proto__'] })).statusCode,
    422
  )
  const { items } = (await call('GET', '/subscriptions/topics')).json()
  assert.ok(items.every(({ topic }: any) => !topic.startsWith('auth.password')))
  const reader = await staff('operations:read')
  assert.equal(
    (await call('POST', '/subscriptions', { url: 'https://example.com/', topics: ['order.confirmed'] }, reader))
      .statusCode,
    403
  )
  assert.equal((await call('GET', '/subscriptions', undefined, await staff('notifications:read'))).statusCode, 403)
  const { id } = await subscribe('/deleted')
  assert.equal((await call('DELETE', `/subscriptions/${id}`)).statusCode, 204)
  assert.equal((await call('GET', `/subscriptions/${id}`)).statusCode, 404)
})
