import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService } from '@lumora/kit/testing'
import { sql } from 'kysely'
import {
  app,
  call,
  claimsOf,
  db,
  enrol,
  exchange,
  linksTo,
  makeStaff,
  operator,
  password,
  post,
  customer,
  register,
  signIn,
  slug,
  someEmail
} from './auth.ts'

const owner = await makeStaff(['owner'])
const once = () => ({ 'idempotency-key': crypto.randomUUID() })
const invite = (email: string, roles: string[], by = owner.session, headers = once()) =>
  call(by, 'POST', '/staff/invitations', { email, roles }, headers)
const accept = (token: string, changes: object = {}) =>
  post('/api/v1/auth/staff/invitations/accept', { token, name: 'Mira Shah', password, ...changes })
const setRoles = (userId: string, roles: string[], version: number | string, by = owner.session) =>
  call(by, 'PUT', `/staff/${userId}/roles`, { roles }, { 'if-match': `"${version}"` })
const setState = (userId: string, disabled: boolean, by = owner.session) =>
  call(by, 'PUT', `/users/${userId}/state`, { disabled })
const versionOf = async (id: string) =>
  (await db.selectFrom('users').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

/** A staff that nobody else in this file is of: all other owners are out of the way. */
async function onlyOwners(count: number) {
  await sql`delete from "userRoles" where "role" = 'owner'`.execute(db)
  const owners = await Promise.all(Array.from({ length: count }, () => makeStaff(['owner'])))
  return owners
}

test('an invitation is mailed to the configured shop, makes a member of staff with a verified e-mail, once', async () => {
  const email = someEmail()
  const reply = await invite(email.toUpperCase(), ['support'])
  assert.equal(reply.statusCode, 201)
  assert.deepEqual([reply.json().email, reply.json().roles], [email, ['support']])
  assert.doesNotMatch(reply.body, /token|#/)
  const [token] = await linksTo('staff-invited', email)
  assert.ok((await call(owner.session, 'GET', '/staff/invitations')).body.includes(email))
  assert.equal(slug(await accept(token!, { password: 'password123' })), 'password-too-common')
  assert.equal((await accept(token!)).statusCode, 204)
  assert.equal(slug(await accept(token!)), 'link-not-valid')
  const { user, session } = (await signIn({ email, password })).json()
  assert.deepEqual(user.roles, ['support'])
  assert.notEqual(user.emailVerifiedAt, null)
  assert.deepEqual((await claimsOf(session)).permissions, [])
  await enrol(session)
  assert.deepEqual((await claimsOf(session)).roles, ['support'])
  assert.ok(!(await call(owner.session, 'GET', '/staff/invitations')).body.includes(email))
})

test('an invitation accepted 20 times at once makes one member of staff; replayed by its key it is one invitation', async () => {
  const email = someEmail()
  const key = once()
  const [first, second] = [
    await invite(email, ['support'], owner.session, key),
    await invite(email, ['support'], owner.session, key)
  ]
  assert.equal(first.body, second.body)
  const tokens = await linksTo('staff-invited', email)
  assert.equal(tokens.length, 1)
  const replies = await Promise.all(Array.from({ length: 20 }, () => accept(tokens[0]!)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 204).length, 1)
  for (const reply of replies) if (reply.statusCode !== 204) assert.equal(slug(reply), 'link-not-valid')
})

test('an invitation [older than another, taken back, over, guessed] is refused', async () => {
  const email = someEmail()
  await invite(email, ['owner'])
  await invite(email, ['support'])
  const [newer, older] = await linksTo('staff-invited', email)
  assert.equal(slug(await accept(older!)), 'link-not-valid')
  const { items } = (await call(owner.session, 'GET', '/staff/invitations')).json()
  const { id } = items.find((item: { email: string }) => item.email === email)
  assert.equal((await call(owner.session, 'DELETE', `/staff/invitations/${id}`)).statusCode, 204)
  assert.equal(slug(await accept(newer!)), 'link-not-valid')
  const late = someEmail()
  await invite(late, ['support'])
  await sql`update invitations set "expiresAt" = now() where "email" = ${late}`.execute(db)
  assert.equal(slug(await accept((await linksTo('staff-invited', late))[0]!)), 'link-not-valid')
  assert.equal(slug(await accept('A'.repeat(43))), 'link-not-valid')
})

test('an invitation to an e-mail that somebody else has registered leaves them nothing, and an account that has confirmed it gets the roles', async () => {
  const email = someEmail()
  const thief = (await register({ email, password: 'the thief’s own words' })).json()
  await invite(email, ['support'])
  await accept((await linksTo('staff-invited', email))[0]!)
  assert.equal((await exchange(thief.session.token)).json().staff, false)
  assert.equal((await signIn({ email, password: 'the thief’s own words' })).statusCode, 401)
  assert.deepEqual((await signIn({ email, password })).json().user.roles, ['support'])
  const own = (await customer({ email: someEmail(), password: 'the one from before' })).json()
  await invite(own.user.email, ['support'])
  await accept((await linksTo('staff-invited', own.user.email))[0]!)
  assert.equal((await exchange(own.session.token)).statusCode, 401)
  const { user } = (await signIn({ email: own.user.email, password })).json()
  assert.deepEqual([user.id, user.roles], [own.user.id, ['support']])
})

test('only staff who may write staff, and have just proved it, manage staff', async () => {
  const support = await makeStaff(['support'])
  const shopper = (await customer()).json()
  const email = someEmail()
  for (const session of [support.session, shopper.session]) {
    assert.equal((await invite(email, ['support'], session)).statusCode, 403)
    assert.equal((await setRoles(support.id, ['owner'], await versionOf(support.id), session)).statusCode, 403)
    assert.equal((await setState(owner.id, true, session)).statusCode, 403)
    for (const path of ['/staff', '/roles', '/audit', '/staff/invitations'])
      assert.equal((await call(session, 'GET', path)).statusCode, 403, path)
  }
  assert.equal((await call(support.session, 'GET', `/users/${shopper.user.id}`)).statusCode, 200)
  assert.equal((await call(shopper.session, 'GET', `/users/${shopper.user.id}`)).statusCode, 403)
  const stale = await makeStaff(['owner'])
  await sql`update sessions set "provenAt" = now() - interval '301 seconds' where "userId" = ${stale.id}`.execute(db)
  assert.equal(slug(await invite(email, ['support'], stale.session)), 'proof-needed')
  assert.equal(slug(await setState(support.id, true, stale.session)), 'proof-needed')
  assert.equal((await call(stale.session, 'GET', '/staff')).statusCode, 200)
  await call(stale.session, 'POST', '/sessions/current/proof', { password })
  assert.equal((await invite(email, ['support'], stale.session)).statusCode, 201)
})

test('who may write staff cannot give more than they may do themselves', async () => {
  await sql`insert into roles values ('reception') on conflict do nothing`.execute(db)
  await sql`insert into "rolePermissions" values ('reception', 'staff:write'), ('reception', 'orders:read')
    on conflict do nothing`.execute(db)
  const receptionist = await makeStaff(['reception'])
  assert.equal(slug(await invite(someEmail(), ['owner'], receptionist.session)), 'not-allowed')
  const raise = await setRoles(receptionist.id, ['owner'], await versionOf(receptionist.id), receptionist.session)
  assert.equal(slug(raise), 'not-allowed')
  assert.equal((await invite(someEmail(), ['reception'], receptionist.session)).statusCode, 201)
})

test('A07 a withdrawn role and a disabled account count from the next exchange on', async () => {
  const support = await makeStaff(['support', 'finance'])
  assert.equal((await exchange(support.session.token)).json().staff, true)
  const changed = await setRoles(support.id, ['support'], await versionOf(support.id))
  assert.equal(changed.statusCode, 200)
  assert.ok(!(await claimsOf(support.session)).permissions.includes('payments:write'))
  await setRoles(support.id, [], changed.json().version)
  assert.equal((await exchange(support.session.token)).json().staff, false)
  assert.deepEqual((await claimsOf(support.session)).roles, [])
  const other = await makeStaff(['support'])
  assert.equal((await setState(other.id, true)).json().disabledAt === null, false)
  assert.equal((await exchange(other.session.token)).statusCode, 401)
  assert.equal(slug(await signIn({ email: other.email, password })), 'account-disabled')
  assert.equal((await setState(other.id, false)).json().disabledAt, null)
  assert.equal((await exchange(other.session.token)).statusCode, 401)
  assert.equal((await signIn({ email: other.email, password })).statusCode, 201)
})

test('PUT /auth/staff/{userId}/roles [a stale version, an unknown role, a user that is none, an e-mail not verified] changes nothing', async () => {
  const support = await makeStaff(['support'])
  const version = await versionOf(support.id)
  assert.equal(slug(await setRoles(support.id, ['finance'], version - 1)), 'version-stale')
  assert.equal(slug(await setRoles(support.id, ['king'], version)), 'role-not-known')
  assert.equal(slug(await setRoles(crypto.randomUUID(), ['finance'], 1)), 'not-found')
  assert.equal(slug(await call(owner.session, 'PUT', `/staff/${support.id}/roles`, { roles: [] })), 'version-needed')
  const shopper = (await register()).json()
  assert.equal(slug(await setRoles(shopper.user.id, ['support'], 1)), 'email-not-verified')
  assert.deepEqual((await claimsOf(support.session)).roles, ['support'])
  const raced = await Promise.all(
    Array.from({ length: 20 }, (_, i) => setRoles(support.id, i % 2 ? ['finance'] : ['catalogue'], version))
  )
  assert.equal(raced.filter(({ statusCode }) => statusCode === 200).length, 1)
})

test('the last owner cannot be demoted or disabled: 10 owners who disable each other at once leave one', async () => {
  const owners = await onlyOwners(10)
  const replies = await Promise.all(
    owners.map((one, i) => {
      const next = owners[(i + 1) % owners.length]!
      return i % 2 ? setState(next.id, true, one.session) : setState(one.id, true, one.session)
    })
  )
  const left = await sql`select 1 from "userRoles" join users on "id" = "userId"
    where "role" = 'owner' and "disabledAt" is null`.execute(db)
  assert.ok(left.rows.length >= 1)
  for (const { statusCode } of replies) assert.ok([200, 401, 403, 409].includes(statusCode))

  const [last] = (await onlyOwners(1)) as [Awaited<ReturnType<typeof makeStaff>>]
  assert.equal(slug(await setState(last.id, true, last.session)), 'last-owner')
  assert.equal(slug(await setRoles(last.id, ['support'], await versionOf(last.id), last.session)), 'last-owner')
  const body = { email: last.email, password, name: 'Ravi', roles: ['support'] }
  assert.equal(slug(await post('/internal/staff', body, operator)), 'last-owner')
  assert.deepEqual((await claimsOf(last.session)).roles, ['owner'])
})

test('two owners who demote each other at once, 20 times over, never leave none', async () => {
  for (let i = 0; i < 20; i++) {
    const [one, two] = await onlyOwners(2)
    const [a, b] = [await versionOf(one!.id), await versionOf(two!.id)]
    const replies = await Promise.all([setRoles(one!.id, [], a, two!.session), setRoles(two!.id, [], b, one!.session)])
    assert.equal(
      replies.filter(({ statusCode }) => statusCode === 200).length,
      1,
      replies.map(({ body }) => body).join()
    )
  }
})

test('GET /auth/staff lists members of staff with how they sign in, by keyset', async () => {
  const [boss] = await onlyOwners(1)
  const enrolled = await makeStaff(['support'], 'required')
  await enrol(enrolled.session)
  const missing = await makeStaff(['support'], 'required')
  await customer()
  const seen: Record<string, string> = {}
  let after: string | null = ''
  while (after !== null) {
    const page = await call(boss!.session, 'GET', `/staff?limit=2${after === '' ? '' : `&after=${after}`}`)
    assert.equal(page.statusCode, 200)
    for (const { id, secondFactor } of page.json().items) seen[id] = secondFactor
    after = page.json().next
  }
  assert.deepEqual([seen[boss!.id], seen[enrolled.id], seen[missing.id]], ['not-required', 'enrolled', 'missing'])
  const roles = (await call(boss!.session, 'GET', '/roles')).json().items
  assert.deepEqual(roles.find(({ name }: { name: string }) => name === 'catalogue').permissions, [
    'catalogue:write',
    'promotions:write'
  ])
})

test('the operator removes the lost second factor of the last owner, and nobody else’s service does', async () => {
  const [boss] = await onlyOwners(1)
  await enrol(boss!.session)
  const url = `/api/v1/auth/users/${boss!.id}/second-factor`
  const stranger = await fromService('order', 'auth', 'events')
  assert.equal((await app.inject({ method: 'DELETE', url, headers: stranger })).statusCode, 403)
  assert.equal((await app.inject({ method: 'DELETE', url, headers: operator })).statusCode, 204)
  assert.equal((await signIn({ email: boss!.email, password })).statusCode, 201)
})

test('staff end a user’s sessions and remove a lost second factor; the user is told', async () => {
  const [boss] = await onlyOwners(1)
  const email = someEmail()
  const { user, session } = (await customer({ email })).json()
  await enrol(session)
  assert.equal((await call(boss!.session, 'DELETE', `/users/${user.id}/second-factor`)).statusCode, 204)
  assert.equal(slug(await call(boss!.session, 'DELETE', `/users/${user.id}/second-factor`)), 'not-found')
  assert.equal((await signIn({ email, password })).statusCode, 201)
  assert.equal((await call(boss!.session, 'DELETE', `/users/${user.id}/sessions`)).statusCode, 204)
  assert.equal((await exchange(session.token)).statusCode, 401)
  const state = (await call(boss!.session, 'GET', `/users/${user.id}`)).json()
  assert.deepEqual([state.email, state.secondFactorEnrolled, state.sessions], [email, false, 0])
  assert.equal(slug(await call(boss!.session, 'GET', `/users/${crypto.randomUUID()}`)), 'not-found')
  assert.equal((await app.inject(`/api/v1/auth/users/${user.id}`)).statusCode, 401)
})
