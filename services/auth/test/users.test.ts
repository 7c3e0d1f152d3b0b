import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService } from '@lumora/kit/testing'
import { app, db, exchange, password, post, register, signIn, slug, someEmail } from './auth.ts'

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
    ['auth.registered', 'auth.verification-requested']
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

test('POST /auth/register [30 at once with one e-mail] makes exactly one user, session and event', async () => {
  const email = someEmail()
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, i) => register({ email: i % 2 ? email : email.toUpperCase() }))
  )
  const made = replies.filter(({ statusCode }) => statusCode === 201)
  assert.equal(made.length, 1)
  for (const reply of replies) if (reply !== made[0]) assert.equal(slug(reply), 'email-taken', reply.body)
  const users = await db.selectFrom('users').select('id').where('email', '=', email).execute()
  assert.equal(users.length, 1)
  const sessions = await db.selectFrom('sessions').select('id').where('userId', '=', users[0]!.id).execute()
  assert.equal(sessions.length, 1)
  const events = await db.selectFrom('outbox').select('id').where('subject', '=', users[0]!.id).execute()
  assert.equal(events.length, 2)
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
  assert.equal((await register({ email, password: long })).statusCode, 201)
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
  const { user, session } = (await register({ email })).json()
  const reply = await saveStaff({ email, password: 'another good one', name: 'Asha', roles: ['owner'] })
  assert.deepEqual(reply.json(), { id: user.id, email, roles: ['owner'], secondFactor: 'not-required' })
  assert.equal((await exchange(session.token)).statusCode, 401)
  assert.equal((await signIn({ email, password })).statusCode, 401)
  assert.equal((await signIn({ email, password: 'another good one' })).statusCode, 201)
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
