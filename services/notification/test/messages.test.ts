import assert from 'node:assert/strict'
import { test } from 'node:test'
import { events } from '@lumora/contracts/events'
import { statementsDuring } from '@lumora/kit/database'
import { fromService, keys, signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { forgetMailedLinks } from '../src/controllers/messages.ts'
import { confirmed, openShop, payloads } from './shop.ts'

const shop = await openShop({ runs: false })
const { db, pool, app, deps } = shop
const hear = (type: string, data: object, id: string = crypto.randomUUID()) => shop.hear(type, data, { id })
const url = '/api/v1/messages'
const desk = await staff('notifications:read')

const listOf = async (userId: string, query = '') =>
  (await app.inject({ url: `${url}${query}`, headers: await signedIn(userId) })).json()
const sentTo = async (recipient: string) =>
  (await app.inject({ url: `${url}/all?recipient=${encodeURIComponent(recipient)}`, headers: desk })).json().items

test('order.confirmed of a customer is told by e-mail and in the inbox, with the lines and the total', async () => {
  const data = confirmed()
  assert.equal((await hear('order.confirmed', data)).statusCode, 204)
  const { items } = await listOf(data.userId!)
  assert.deepEqual(items.map(({ channel, state }: any) => [channel, state]).sort(), [
    ['email', 'shown'],
    ['inbox', 'delivered']
  ])
  assert.equal(items[0].orderId, data.orderId)
  assert.equal(items[0].template, 'order.confirmed')
  assert.equal(items[0].subject, 'Your order LJ-7K2MQ9XA is confirmed')
  const message = (await app.inject({ url: `${url}/${items[0].id}`, headers: await signedIn(data.userId!) })).json()
  for (const part of ['Asha Rao', '2 × Lotus ring', '₹1,23,456.78']) {
    assert.ok(message.text.includes(part), part)
    assert.ok(message.html.includes(part), part)
  }
})

test('Each topic that is heard and tells people something is told, and no other', async () => {
  const userId = crypto.randomUUID()
  const email = 'each@example.com'
  const all = payloads(userId, email)
  const alert = async (payload: object) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/alerts',
      headers: { ...(await signedIn(userId)), 'idempotency-key': crypto.randomUUID() },
      payload
    })
  assert.equal((await alert({ kind: 'back-in-stock', slug: 'lotus-ring' })).statusCode, 201)
  assert.equal((await alert({ kind: 'price-drop', slug: 'lotus-ring' })).statusCode, 201)
  for (const [topic, data] of Object.entries(all)) assert.equal((await hear(topic, data)).statusCode, 204, topic)
  const heard = Object.entries(events)
    .filter(([, { heardBy }]) => (heardBy as readonly string[]).includes('notification'))
    .map(([topic]) => topic)
  assert.deepEqual(new Set(Object.keys(all)), new Set(heard))
  const told = await db
    .selectFrom('messages')
    .select('template')
    .where('recipient', 'in', [email, userId, 'staff'])
    .execute()
  const silent = new Set([
    'auth.email-verified',
    'user.changed',
    'user.consent-changed',
    'category.renamed',
    'product.counted',
    'product.repriced'
  ])
  assert.deepEqual(new Set(told.map(({ template }) => template)), new Set(heard.filter((topic) => !silent.has(topic))))
})

test('A guest’s order is told by e-mail only, which only staff see', async () => {
  const data = confirmed({ userId: null, email: 'Guest@Example.com' })
  await hear('order.confirmed', data)
  const sent = await sentTo('guest@example.com')
  assert.deepEqual(
    sent.map(({ channel, recipient, userId }: any) => [channel, recipient, userId]),
    [['email', 'Guest@Example.com', null]]
  )
  const address = `${url}/${sent[0].id}`
  assert.equal((await app.inject({ url: address, headers: await signedIn(crypto.randomUUID()) })).statusCode, 404)
  assert.equal((await app.inject({ url: address, headers: await staff('orders:read') })).statusCode, 404)
  assert.equal((await app.inject({ url: address, headers: desk })).json().template, 'order.confirmed')
})

test('Events of guests’ orders [30, each twice, at once] are told once each, and one takes one statement', async () => {
  const email = 'guests@example.com'
  const guests = () => confirmed({ userId: null, email })
  const ids = Array.from({ length: 30 }, () => crypto.randomUUID())
  const replies = await Promise.all([...ids, ...ids].map((id) => hear('order.confirmed', guests(), id)))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([204]))
  const told = await db.selectFrom('messages').select('eventId').where('recipient', '=', email).execute()
  assert.deepEqual(told.map(({ eventId }) => eventId).sort(), ids.sort())
  const statements = await statementsDuring(pool, () => hear('order.confirmed', guests()))
  assert.equal(statements.length, 1, statements.join('\n'))
})

test('The same event 30 times at once is told once a channel', async () => {
  const data = confirmed()
  const id = crypto.randomUUID()
  const replies = await Promise.all(Array.from({ length: 30 }, () => hear('order.confirmed', data, id)))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([204]))
  assert.equal((await listOf(data.userId!)).items.length, 2)
})

test('The same event heard again after its note is forgotten is still told once', async () => {
  const data = confirmed()
  const id = crypto.randomUUID()
  await hear('order.confirmed', data, id)
  await db.deleteFrom('inbox').where('eventId', '=', id).execute()
  assert.equal((await hear('order.confirmed', data, id)).statusCode, 204)
  assert.equal((await listOf(data.userId!)).items.length, 2)
})

test('An event from anyone else than its service, or not as the catalogue says, is refused and told to nobody', async () => {
  const data = confirmed()
  const reply = await hear('order.confirmed', { ...data, totalMinor: -1 })
  assert.equal(reply.statusCode, 400)
  const forged = await app.inject({ method: 'POST', url: '/internal/events', headers: desk, payload: {} })
  assert.equal(forged.statusCode, 403)
  assert.deepEqual((await listOf(data.userId!)).items, [])
})

test('A name full of markup and line breaks is told literally', async () => {
  const data = confirmed({ name: '<script>alert(1)</script>\r\nBcc: all@example.com {{7*7}}' })
  await hear('order.confirmed', data)
  await hear('auth.registered', { userId: data.userId, email: data.email, name: data.name })
  const { items } = await listOf(data.userId!)
  const welcome = items.find(({ template }: { template: string }) => template === 'auth.registered')
  assert.equal(welcome.subject, 'Welcome to Lumora Jewels, <script>alert(1)</script> Bcc: all@example.com {{7*7}}')
  for (const { id } of items) {
    const { text, html } = (await app.inject({ url: `${url}/${id}`, headers: await signedIn(data.userId!) })).json()
    assert.ok(text.includes('<script>alert(1)</script> Bcc: all@example.com {{7*7}}'))
    assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@example.com {{7*7}}'))
    assert.doesNotMatch(html, /<script/)
  }
})

test('GET /messages pages through one’s own, the newest first, one statement a page', async () => {
  const userId = crypto.randomUUID()
  for (let i = 0; i < 3; i++) await hear('order.confirmed', confirmed({ userId }))
  await hear('order.confirmed', confirmed())
  const seen: string[] = []
  let query = '?limit=4'
  for (let page = 0; page < 2; page++) {
    let answer: any
    const statements = await statementsDuring(pool, async () => {
      answer = await listOf(userId, query)
    })
    assert.ok(statements.length <= 2, statements.join('\n'))
    seen.push(...answer.items.map(({ id }: { id: string }) => id))
    query = `?limit=4&after=${answer.next}`
  }
  assert.deepEqual(seen, [...new Set(seen)].sort().toReversed())
  assert.equal(seen.length, 6)
  const bad = await app.inject({ url: `${url}?after=bm9uc2Vuc2U`, headers: await signedIn(userId) })
  assert.equal(bad.statusCode, 400)
})

test('POST /messages/{messageId}/read notes the first time, and only for its owner', async () => {
  const data = confirmed()
  await hear('order.confirmed', data)
  const owner = await signedIn(data.userId!)
  const { id, readAt } = (await listOf(data.userId!)).items[0]
  assert.equal(readAt, null)
  const read = (headers: Record<string, string>) => app.inject({ method: 'POST', url: `${url}/${id}/read`, headers })
  assert.equal((await read(await signedIn(crypto.randomUUID()))).statusCode, 404)
  assert.equal((await read(desk)).statusCode, 404)
  const first = (await read(owner)).json().readAt
  assert.ok(first)
  assert.equal((await read(owner)).json().readAt, first)
  assert.equal((await listOf(data.userId!)).items[0].readAt, first)
})

test('Messages are for their owner and for staff who may see them', async () => {
  const data = confirmed()
  await hear('order.confirmed', data)
  const { id } = (await listOf(data.userId!)).items[0]
  const stranger = await signedIn(crypto.randomUUID())
  const notTheirs = await app.inject({ url: `${url}/${id}`, headers: stranger })
  const notThere = await app.inject({ url: `${url}/${crypto.randomUUID()}`, headers: stranger })
  assert.equal(notTheirs.statusCode, 404)
  const same = (problem: object) => ({ ...problem, instance: '' })
  assert.deepEqual(same(notTheirs.json()), same(notThere.json()))
  for (const path of [url, `${url}/all`, `${url}/${id}`]) assert.equal((await app.inject(path)).statusCode, 401)
  assert.equal((await app.inject({ url: `${url}/all`, headers: stranger })).statusCode, 403)
  assert.equal((await app.inject({ url: `${url}/all`, headers: await staff('orders:read') })).statusCode, 403)
})

test('a mailed link is in no account’s list or archive, staff read it without its token, and after 3 days it is forgotten', async () => {
  const token = 'T0ken_-'.repeat(7).slice(0, 43)
  const link = `https://shop.example/account/reset-password#${token}`
  const userId = crypto.randomUUID()
  const email = `${userId}@example.com`
  const person = { userId, email, name: 'Asha Rao' }
  for (const topic of ['verification-requested', 'password-reset-requested', 'email-change-requested'])
    assert.equal((await hear(`auth.${topic}`, { ...person, link })).statusCode, 204)
  await hear('auth.staff-invited', { email, roles: ['support'], link })
  assert.deepEqual((await listOf(userId)).items, [])
  const sent = await sentTo(email)
  assert.equal(sent.length, 4)
  for (const { id } of sent) {
    const reply = await app.inject({ url: `${url}/${id}`, headers: desk })
    assert.match(reply.json().text, /https:\/\/shop\.example\/account\/reset-password#…/)
    assert.ok(!reply.body.includes(token))
  }
  const theirs = { url: `${url}/${sent[0].id}`, headers: await signedIn(userId) }
  assert.equal((await app.inject(theirs)).statusCode, 404)
  const archive = await app.inject({
    url: `/internal/people/${userId}`,
    headers: await fromService('user', 'notification', 'people')
  })
  assert.ok(!archive.body.includes('reset-password'))
  const open = buildApp({ ...deps, keys, showLinks: true })
  assert.ok((await open.inject({ url: `${url}/${sent[0].id}`, headers: desk })).body.includes(token))
  await forgetMailedLinks(deps)
  assert.equal((await sentTo(email)).length, 4)
  await db
    .updateTable('messages')
    .set({ createdAt: sql`now() - interval '73 hours'` })
    .execute()
  await forgetMailedLinks(deps)
  assert.deepEqual(await sentTo(email), [])
  assert.ok((await db.selectFrom('messages').select('id').execute()).length > 0)
})

test('A25 who has registered sees the same messages whether somebody else has the e-mail or not', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  const seen: unknown[] = []
  for (const isKnown of [true, false]) {
    const userId = crypto.randomUUID()
    await hear('auth.registered', { userId, email, name: 'Asha' })
    if (isKnown) await hear('auth.registered-again', { email, name: 'The owner' })
    else await hear('auth.verification-requested', { userId, email, name: 'Asha', link: 'https://shop.example/x#t' })
    seen.push((await listOf(userId)).items.map(({ channel, subject }: any) => [channel, subject]))
  }
  assert.deepEqual(seen[0], seen[1])
})

test('auth.email-changed is told at the former e-mail', async () => {
  const userId = crypto.randomUUID()
  const formerEmail = `${userId}@example.com`
  await hear('auth.email-changed', { userId, email: `new-${userId}@example.com`, formerEmail, name: 'Asha' })
  await hear('auth.password-changed', { userId, email: formerEmail, name: 'Asha' })
  await hear('auth.second-factor-changed', { userId, email: formerEmail, name: 'Asha', enrolled: true })
  assert.equal((await sentTo(formerEmail)).length, 3)
})
