import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService, keys } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import {
  anAddress,
  app,
  call,
  confirmationMailed,
  customer,
  db,
  deps,
  exchange,
  linksTo,
  password,
  post,
  register,
  signIn,
  slug,
  someEmail
} from './auth.ts'

const operator = await fromService('operator', 'auth', 'staff')
const saveStaff = (payload: object, headers = operator) =>
  post('/internal/staff', { secondFactor: 'not-required', ...payload }, headers)

test('POST /auth/register makes a user, a session, its cookie and the event', async () => {
  const email = `Asha.${crypto.randomUUID()}@Example.com`
  const reply = await register({ email })
  assert.equal(reply.statusCode, 201)
  const { user, session } = reply.json()
  assert.deepEqual(user, {
    id: user.id,
    email: email.toLowerCase(),
    name: 'Asha Rao',
    roles: [],
    emailVerifiedAt: null
  })
  const cookie = String(reply.headers['set-cookie'])
  assert.match(cookie, /^lumora_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
  assert.ok(cookie.startsWith(`lumora_session=${session.token};`))
  const events = await db.selectFrom('outbox').selectAll().where('subject', '=', user.id).orderBy('id').execute()
  assert.deepEqual(
    events.map(({ topic }) => topic),
    ['auth.registered']
  )
  assert.deepEqual(events[0]!.data, { userId: user.id, email: email.toLowerCase(), name: 'Asha Rao' })
  assert.equal((await exchange(session.token)).json().userId, user.id)
})

test('POST /auth/register stores neither the password nor the session token', async () => {
  const { user, session } = (await register()).json()
  const credential = await db.selectFrom('credentials').selectAll().where('userId', '=', user.id).executeTakeFirst()
  assert.match(credential!.passwordHash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const stored = await db.selectFrom('sessions').selectAll().where('userId', '=', user.id).executeTakeFirstOrThrow()
  assert.ok(!JSON.stringify(stored).includes(session.token))
  assert.ok(!stored.tokenHash.equals(Buffer.from(session.token, 'base64url')))
})

test('POST /auth/register [30 at once with one e-mail] makes 30 accounts of their own, none of which signs in by it', async () => {
  const email = someEmail()
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, i) => register({ email: i % 2 ? email : email.toUpperCase() }))
  )
  for (const { statusCode, body } of replies) assert.equal(statusCode, 201, body)
  assert.equal(new Set(replies.map((reply) => reply.json().user.id)).size, 30)
  for (const reply of replies.slice(0, 5)) {
    const { user, session } = reply.json()
    assert.equal((await exchange(session.token)).json().userId, user.id)
  }
  assert.equal(slug(await signIn({ email, password })), 'sign-in-refused')
})

test('A25 POST /auth/register and signing in with what was given is no way to ask for an account', async () => {
  const known = someEmail()
  await customer({ email: known, password: 'the owner’s own one' })
  const id = { 'x-request-id': 'the-same-request-id' }
  const bodies: string[] = []
  for (const email of [known, someEmail()]) {
    const made = await register({ email })
    assert.equal(made.statusCode, 201)
    assert.deepEqual([made.json().user.email, made.json().user.emailVerifiedAt], [email, null])
    const refused = await post('/api/v1/auth/sessions', { email, password }, id)
    assert.equal(refused.statusCode, 401)
    bodies.push(refused.body)
    const { session } = made.json()
    const again = await call(session, 'POST', '/email-verifications', undefined, id)
    assert.equal(again.statusCode, 202)
    bodies.push(again.body, String((await call(session, 'GET', '/sessions/current')).json().permissions))
  }
  assert.deepEqual(bodies.slice(0, 3), bodies.slice(3))
  assert.match(bodies[0]!, /has to be confirmed first/)
  assert.equal((await signIn({ email: known, password: 'the owner’s own one' })).statusCode, 201)
})

test('POST /auth/register with an e-mail that has an account mails its owner that there is one, by the owner’s name and without a link', async () => {
  const email = someEmail()
  const { user } = (await customer({ email, name: 'The owner' })).json()
  const second = (await register({ email, name: 'Buy at evil.example' })).json()
  await confirmationMailed(second.user.id)
  assert.deepEqual(await linksTo('verification-requested', email), [])
  const events = await db.selectFrom('outbox').selectAll().where('topic', '=', 'auth.registered-again').execute()
  assert.deepEqual(
    events.filter(({ subject }) => subject === user.id).map(({ data }) => data),
    [{ email, name: 'The owner' }]
  )
})

test('POST /auth/register [20 times with one e-mail] mails its mailbox 10 times in an hour', async () => {
  const email = someEmail()
  for (let i = 0; i < 20; i++) await confirmationMailed((await register({ email })).json().user.id)
  assert.equal((await linksTo('verification-requested', email)).length, 10)
})

test('POST /auth/register [20 at once from one network that may make 5 in an hour] makes 5, known e-mail or not', async () => {
  const strict = buildApp({ ...deps, keys, registrationsPerHour: 5 })
  const email = someEmail()
  await customer({ email })
  for (const one of [email, someEmail()]) {
    const address = anAddress()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        strict.inject({
          method: 'POST',
          url: '/api/v1/auth/register',
          payload: { email: one, password, name: 'Asha' },
          headers: { 'x-forwarded-for': address }
        })
      )
    )
    assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 5)
    assert.equal(replies.filter(({ statusCode }) => statusCode === 429).length, 15)
  }
})

for (const [what, changes, pointer] of [
  ['roles of the caller’s own', { roles: ['owner'] }, '#/roles'],
  ['an id of the caller’s own', { id: crypto.randomUUID() }, '#/id'],
  ['an address that is no e-mail', { email: 'asha' }, '#/email'],
  ['a password of 7 characters', { password: 'sh0rt!!' }, '#/password'],
  ['a password of 129 characters', { password: 'x'.repeat(129) }, '#/password'],
  ['a blank name', { name: '  ' }, '#/name'],
  ['a name with a line break', { name: 'Asha\r\nBcc: all@example.com' }, '#/name']
] as const) {
  test(`POST /auth/register with ${what} is a 400 that names the field`, async () => {
    const reply = await register(changes)
    assert.equal(reply.statusCode, 400)
    assert.equal(reply.json().errors[0].pointer, pointer)
  })
}

test('POST /auth/register with one of the best known passwords is refused', async () => {
  for (const common of ['password1', 'Password123', 'QWERTYUIOP', '１２３４５６７８'])
    assert.equal(slug(await register({ password: common })), 'password-too-common', common)
  const email = someEmail()
  assert.equal(slug(await register({ email, password: email.toUpperCase() })), 'password-too-common')
})

test('POST /auth/register takes a password of 128 characters, none of which is cut off', async () => {
  const email = someEmail()
  const long = `${'ä'.repeat(127)}x`
  assert.equal((await customer({ email, password: long })).statusCode, 201)
  assert.equal((await signIn({ email, password: `${'ä'.repeat(127)}y` })).statusCode, 401)
  assert.equal((await signIn({ email, password: long })).statusCode, 201)
})

test('POST /internal/staff makes a member of staff, and again changes nothing', async () => {
  const staff = { email: someEmail(), password, name: 'Ravi', roles: ['support', 'finance'] }
  const first = await saveStaff(staff)
  assert.equal(first.statusCode, 200)
  assert.deepEqual(first.json().roles, ['finance', 'support'])
  const { token } = (await signIn({ email: staff.email, password })).json().session
  assert.equal((await saveStaff(staff)).body, first.body)
  const reply = await exchange(token)
  assert.equal(reply.statusCode, 200)
  const claims = JSON.parse(Buffer.from(reply.json().token.split('.')[1], 'base64url').toString())
  assert.deepEqual(claims.roles, ['finance', 'support'])
  assert.deepEqual(claims.permissions, [
    'customers:read',
    'customers:write',
    'notifications:read',
    'notifications:write',
    'orders:read',
    'payments:read',
    'payments:write'
  ])
})

test('POST /internal/staff [20 at once] makes one', async () => {
  const staff = { email: someEmail(), password, name: 'Ravi', roles: ['owner'] }
  const replies = await Promise.all(Array.from({ length: 20 }, () => saveStaff(staff)))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200]))
  assert.equal(new Set(replies.map((reply) => reply.json().id)).size, 1)
})

test('POST /internal/staff for a customer gives the roles, and with another password ends the customer’s sessions', async () => {
  const email = someEmail()
  const { user, session } = (await customer({ email })).json()
  const reply = await saveStaff({ email, password: 'another good one', name: 'Asha', roles: ['owner'] })
  assert.deepEqual(reply.json(), { id: user.id, email, roles: ['owner'], secondFactor: 'not-required' })
  assert.equal((await exchange(session.token)).statusCode, 401)
  assert.equal((await signIn({ email, password })).statusCode, 401)
  assert.equal((await signIn({ email, password: 'another good one' })).statusCode, 201)
})

test('POST /internal/staff [an account was begun with the e-mail and never confirmed] makes another, and leaves that one nothing', async () => {
  const email = someEmail()
  const begun = (await register({ email })).json()
  const reply = await saveStaff({ email, password: 'another good one', name: 'Ravi', roles: ['owner'] })
  assert.notEqual(reply.json().id, begun.user.id)
  assert.equal((await exchange(begun.session.token)).json().staff, false)
  assert.equal((await signIn({ email, password })).statusCode, 401)
  assert.deepEqual((await signIn({ email, password: 'another good one' })).json().user.roles, ['owner'])
})

test('POST /internal/staff without roles makes a customer whose e-mail is confirmed', async () => {
  const email = someEmail()
  assert.deepEqual((await saveStaff({ email, password, name: 'Maya', roles: [] })).json().roles, [])
  const { user } = (await signIn({ email, password })).json()
  assert.deepEqual(user.roles, [])
  assert.notEqual(user.emailVerifiedAt, null)
})

test('POST /internal/staff takes roles away that are no longer named', async () => {
  const staff = { email: someEmail(), password, name: 'Ravi', roles: ['support', 'finance'] }
  await saveStaff(staff)
  assert.deepEqual((await saveStaff({ ...staff, roles: ['finance'] })).json().roles, ['finance'])
  assert.deepEqual((await signIn({ email: staff.email, password })).json().user.roles, ['finance'])
})

test('POST /internal/staff with an unknown role is a 400 that makes nobody', async () => {
  const email = someEmail()
  const reply = await saveStaff({ email, password, name: 'Ravi', roles: ['owner', 'king'] })
  assert.equal(reply.statusCode, 400)
  assert.equal(slug(reply), 'role-not-known')
  assert.equal((await signIn({ email, password })).statusCode, 401)
})

test('POST /internal/staff by anybody but the operator is refused', async () => {
  const staff = { email: someEmail(), password, name: 'Ravi', roles: ['owner'] }
  assert.equal((await saveStaff(staff, await fromService('order', 'auth', 'events'))).statusCode, 403)
  assert.equal((await saveStaff(staff, await fromService('operator', 'user', 'staff'))).statusCode, 401)
  assert.equal((await app.inject({ method: 'POST', url: '/internal/staff', payload: staff })).statusCode, 401)
})
