import assert from 'node:assert/strict'
import { test } from 'node:test'
import { events } from '@lumora/contracts/events'
import { statementsDuring } from '@lumora/kit/database'
import { httpBus, takeOnce } from '@lumora/kit/events'
import { fromService, signedIn, staff, testPeer } from '@lumora/kit/testing'
import { hearing } from '../src/tasks.ts'
import { app, db, pool } from './user.ts'

const bus = httpBus({ app, catalogue: events, peer: (name) => testPeer('user', name, 'http://127.0.0.1:9') })
await bus.receive(takeOnce(db, hearing))

const url = '/api/v1/users/me'
const auth = await fromService('auth', 'user', 'events')
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

const registered = (userId: string, id = crypto.randomUUID(), data: object = {}) => ({
  specversion: '1.0',
  id,
  source: 'auth',
  type: 'auth.registered',
  subject: userId,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  aggregateversion: 1,
  data: { userId, email: 'asha@example.com', name: 'Asha Rao', ...data }
})
const tell = (payload: object, headers = auth) =>
  app.inject({ method: 'POST', url: '/internal/events', payload, headers })
const show = async (userId: string) => app.inject({ url, headers: await signedIn(userId) })
const change = async (userId: string, payload: object, version: string | undefined) =>
  app.inject({
    method: 'PATCH',
    url,
    payload,
    headers: { ...(await signedIn(userId)), ...(version === undefined ? {} : { 'if-match': version }) }
  })

test('GET /users/me of one who registered shows what auth told, in one statement', async () => {
  const id = crypto.randomUUID()
  assert.equal((await tell(registered(id))).statusCode, 204)
  let reply: Awaited<ReturnType<typeof show>> | undefined
  const statements = await statementsDuring(pool, async () => void (reply = await show(id)))
  assert.equal(statements.length, 1)
  assert.equal(reply!.statusCode, 200)
  const { createdAt, updatedAt, ...profile } = reply!.json()
  assert.equal(createdAt, updatedAt)
  assert.deepEqual(profile, {
    id,
    email: 'asha@example.com',
    emailVerifiedAt: null,
    name: 'Asha Rao',
    phone: null,
    locale: 'en-IN',
    currency: 'INR',
    version: 1
  })
  assert.equal(reply!.headers.etag, '"1"')
})

test('GET /users/me [30 at once, before the event, which comes in among them] makes one profile that ends complete', async () => {
  const id = crypto.randomUUID()
  const replies = await Promise.all(Array.from({ length: 30 }, (_, i) => (i === 15 ? tell(registered(id)) : show(id))))
  for (const { statusCode } of replies) assert.ok(statusCode === 200 || statusCode === 204)
  const { email, name } = (await show(id)).json()
  assert.deepEqual({ email, name }, { email: 'asha@example.com', name: 'Asha Rao' })
})

test('auth.registered [the same event 20 times at once] is taken once', async () => {
  const id = crypto.randomUUID()
  const event = registered(id)
  const replies = await Promise.all(Array.from({ length: 20 }, () => tell(event)))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([204]))
  assert.equal((await show(id)).json().version, 1)
})

test('auth.registered [after the person has chosen a name here] gives the e-mail and leaves the name', async () => {
  const id = crypto.randomUUID()
  const first = (await show(id)).json()
  assert.deepEqual([first.email, first.name], [null, null])
  assert.equal((await change(id, { name: 'Asha R.' }, '"1"')).statusCode, 200)
  await tell(registered(id))
  const { email, name, version } = (await show(id)).json()
  assert.deepEqual({ email, name, version }, { email: 'asha@example.com', name: 'Asha R.', version: 3 })
})

test('auth.registered from another service, or with a payload of another shape, is refused', async () => {
  const id = crypto.randomUUID()
  assert.equal((await tell(registered(id), await fromService('order', 'user', 'events'))).statusCode, 403)
  assert.equal((await tell(registered(id), await signedIn(id))).statusCode, 403)
  assert.equal((await tell(registered(id, crypto.randomUUID(), { email: 7 }))).statusCode, 400)
  assert.equal((await show(id)).json().email, null)
})

for (const quote of [(version: number) => `"${version}"`, (version: number) => `W/"${version}"`, String]) {
  test(`PATCH /users/me with If-Match ${quote(1)} changes what it names and nothing else`, async () => {
    const id = crypto.randomUUID()
    await tell(registered(id))
    const reply = await change(id, { phone: '+91 98765 43210', currency: 'GBP', locale: 'en-GB' }, quote(1))
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers.etag, '"2"')
    const { name, phone, currency, locale, version } = reply.json()
    assert.deepEqual([name, phone, currency, locale, version], ['Asha Rao', '+91 98765 43210', 'GBP', 'en-GB', 2])
    assert.equal((await change(id, { phone: null }, quote(2))).json().phone, null)
    assert.deepEqual((await show(id)).json().version, 3)
  })
}

test('PATCH /users/me with a stale version, or none, is refused and changes nothing', async () => {
  const id = crypto.randomUUID()
  await tell(registered(id))
  for (const version of ['"2"', '"0"', 'W/"9"', '*', '"1', 'x']) {
    const reply = await change(id, { name: 'Another' }, version)
    assert.equal(reply.statusCode, 412, version)
    assert.equal(slug(reply), 'version-stale')
  }
  const without = await change(id, { name: 'Another' }, undefined)
  assert.equal(without.statusCode, 428)
  assert.equal(slug(without), 'version-needed')
  assert.equal((await show(id)).json().name, 'Asha Rao')
})

test('PATCH /users/me [20 at once on one version] lets one through', async () => {
  const id = crypto.randomUUID()
  await tell(registered(id))
  const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => change(id, { name: `Name ${i}` }, '"1"')))
  const winners = replies.filter(({ statusCode }) => statusCode === 200)
  assert.equal(winners.length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 412).length, 19)
  const { name, version } = (await show(id)).json()
  assert.deepEqual({ name, version }, { name: winners[0]!.json().name, version: 2 })
})

for (const [field, value] of [
  ['email', 'other@example.com'],
  ['id', crypto.randomUUID()],
  ['version', 7],
  ['name', ' '],
  ['phone', 'call me'],
  ['currency', 'inr'],
  ['locale', 'English']
] as const) {
  test(`PATCH /users/me with the ${field} ${JSON.stringify(field === 'id' ? 'of another' : value)} is a 400 that names it`, async () => {
    const reply = await change(crypto.randomUUID(), { [field]: value }, '"1"')
    assert.equal(reply.statusCode, 400)
    assert.equal(reply.json().errors[0].pointer, `#/${field}`)
  })
}

test('PATCH /users/me with nothing to change is a 400', async () => {
  assert.equal((await change(crypto.randomUUID(), {}, '"1"')).statusCode, 400)
})

test('GET and PATCH /users/me without a sign-in, or by a service, are refused', async () => {
  assert.equal((await app.inject(url)).statusCode, 401)
  assert.equal((await app.inject({ method: 'PATCH', url, payload: { name: 'x' } })).statusCode, 401)
  assert.equal((await app.inject({ url, headers: await fromService('order', 'user', 'users') })).statusCode, 403)
})

test('auth.email-verified gives the e-mail and when it was shown, also before the news of the registering', async () => {
  const id = crypto.randomUUID()
  const verifiedAt = '2026-11-22T10:00:00.000Z'
  const event = { ...registered(id, crypto.randomUUID()), type: 'auth.email-verified' }
  const data = { userId: id, email: 'asha.new@example.com', verifiedAt }
  for (let i = 0; i < 2; i++) assert.equal((await tell({ ...event, data })).statusCode, 204)
  const profile = (await show(id)).json()
  assert.deepEqual([profile.email, profile.emailVerifiedAt, profile.version], [data.email, verifiedAt, 1])
})

test('auth.email-changed and what was told before it, in any order, end in the e-mail that was shown last', async () => {
  const at = (type: string, id: string, email: string, time: string, extra: object) => ({
    ...registered(id, crypto.randomUUID(), { email }),
    type,
    time,
    data: { userId: id, email, ...extra }
  })
  for (const order of ['012', '021', '102', '120', '201', '210']) {
    const id = crypto.randomUUID()
    const told = [
      at('auth.registered', id, 'old@example.com', '2026-01-01T00:00:00.000Z', { name: 'Asha' }),
      at('auth.email-verified', id, 'old@example.com', '2026-01-02T00:00:00.000Z', {
        verifiedAt: '2026-01-02T00:00:00.000Z'
      }),
      at('auth.email-changed', id, 'new@example.com', '2026-01-03T00:00:00.000Z', {
        name: 'Asha',
        formerEmail: 'old@example.com'
      })
    ]
    for (const i of order) assert.equal((await tell(told[Number(i)]!)).statusCode, 204)
    const { email, name } = (await show(id)).json()
    assert.deepEqual([email, name], ['new@example.com', 'Asha'], order)
  }
})

const toldOf = async (userId: string) => {
  const rows = await db
    .selectFrom('outbox')
    .select(['data', 'version'])
    .where('topic', '=', 'user.changed')
    .where('subject', '=', userId)
    .orderBy('id')
    .execute()
  return rows.map(({ data, version }) => [version, data])
}

test('user.changed tells name, locale and groups once for each change of them, and of nothing else', async () => {
  const userId = crypto.randomUUID()
  await tell(registered(userId))
  const told = { userId, name: 'Asha Rao', locale: 'en-IN', groups: [] as string[] }
  assert.deepEqual(await toldOf(userId), [[1, told]])
  await change(userId, { phone: '+91 98765 43210' }, '1')
  await change(userId, { name: 'Asha Rao' }, '2')
  assert.equal((await toldOf(userId)).length, 1)
  await change(userId, { name: 'Asha Mehta', locale: 'hi-IN' }, '3')
  assert.deepEqual((await toldOf(userId)).at(-1), [4, { ...told, name: 'Asha Mehta', locale: 'hi-IN' }])
  await change(userId, { name: 'Somebody else' }, '3')
  const desk = await staff('customers:write')
  const put = (path: string, payload: object) => app.inject({ method: 'PUT', url: path, payload, headers: desk })
  for (const group of ['dear', 'dearer']) await put(`/api/v1/customer-groups/${group}`, { name: group })
  const groups = (names: string[]) => put(`/api/v1/customers/${userId}/groups`, { groups: names })
  await groups(['dearer', 'dear'])
  await groups(['dear', 'dearer'])
  await groups(['dear'])
  assert.deepEqual(
    (await toldOf(userId)).slice(2).map(([version, data]) => [version, (data as { groups: string[] }).groups]),
    [
      [5, ['dear', 'dearer']],
      [6, ['dear']]
    ]
  )
})

test('user.changed [20 changes at once] is told once for the one that counted', async () => {
  const userId = crypto.randomUUID()
  await tell(registered(userId))
  await Promise.all(Array.from({ length: 20 }, (_, i) => change(userId, { name: `Asha ${i}` }, '1')))
  const told = await toldOf(userId)
  assert.equal(told.length, 2)
  assert.equal((told[1]![1] as { name: string }).name, (await show(userId)).json().name)
})
