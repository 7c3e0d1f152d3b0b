import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService, signedIn } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { app, db, enrol, exchange, makeStaff, password, customer, signIn, slug } from './auth.ts'

const user = await fromService('user', 'auth', 'people')
const of = (userId: string, headers: Record<string, string> = user) => ({ url: `/internal/people/${userId}`, headers })

test('GET /internal/people/{userId} tells the account and its sessions, and neither credentials nor tokens', async () => {
  const registered = (await customer()).json()
  const reply = await app.inject(of(registered.user.id))
  const { account, sessions } = reply.json().data
  assert.equal(account.email, registered.user.email)
  assert.equal(sessions.length, 1)
  assert.doesNotMatch(reply.body, /hash|argon2|token/i)
  assert.ok(!reply.body.includes(registered.session.token))
})

test('DELETE /internal/people/{userId} asked twice deletes the account and signs the person out everywhere', async () => {
  const one = (await customer()).json()
  const other = (await customer()).json()
  const second = (await signIn({ email: one.user.email, password })).json()
  const [first, again] = [
    (await app.inject({ method: 'DELETE', ...of(one.user.id) })).json(),
    (await app.inject({ method: 'DELETE', ...of(one.user.id) })).json()
  ]
  const count = (what: string, { did }: { did: { what: string; count: number }[] }) =>
    did.find((done) => done.what === what)!.count
  assert.deepEqual([count('sessions', first), count('accounts', first)], [2, 1])
  assert.deepEqual([count('sessions', again), count('accounts', again)], [0, 0])
  for (const { session } of [one, second]) assert.equal((await exchange(session.token)).statusCode, 401)
  assert.equal((await signIn({ email: one.user.email, password })).statusCode, 401)
  assert.equal((await exchange(other.session.token)).statusCode, 200)
  const { rows } =
    await sql`select from outbox where "doneAt" is not null and "data"->>'email' = ${one.user.email}`.execute(db)
  assert.equal(rows.length, 0)
  assert.equal((await customer({ email: one.user.email })).statusCode, 201)
})

test('GET and DELETE /internal/people/{userId} are for the service with the scope only', async () => {
  const id = crypto.randomUUID()
  for (const method of ['GET', 'DELETE'] as const) {
    assert.equal((await app.inject({ method, url: `/internal/people/${id}` })).statusCode, 401)
    for (const headers of [await signedIn(id), await fromService('gateway', 'auth', 'sessions')])
      assert.equal((await app.inject({ method, ...of(id, headers) })).statusCode, 403)
  }
})

test('GET /internal/people/{userId} tells devices, networks, roles and the second factor, but not its secret', async () => {
  const { id, session } = await makeStaff(['owner'])
  const { secret } = await enrol(session)
  const reply = await app.inject(of(id))
  const { account, sessions } = reply.json().data
  assert.deepEqual(account.roles, ['owner'])
  assert.ok(Date.parse(account.secondFactorSince) <= Date.now())
  assert.deepEqual(Object.keys(sessions[0]).sort(), ['createdAt', 'device', 'expiresAt', 'lastUsedAt', 'network'])
  assert.ok(!reply.body.includes(secret))
})

test('DELETE /internal/people/{userId} of the last owner is refused, and noted in the audit log when it is done', async () => {
  await sql`delete from "userRoles" where "role" = 'owner'`.execute(db)
  const one = await makeStaff(['owner'])
  const erase = (userId: string) => app.inject({ method: 'DELETE', ...of(userId) })
  assert.equal(slug(await erase(one.id)), 'last-owner')
  assert.equal((await exchange(one.session.token)).statusCode, 200)
  const two = await makeStaff(['owner'])
  const replies = await Promise.all([erase(one.id), erase(two.id)])
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200, 409]))
  const { rows } = await sql`select 1 from "auditEntries" where "action" = 'erase-user'
    and "object" = any(${[one, two].map(({ id }) => `user:${id}`)}::text[])`.execute(db)
  assert.equal(rows.length, 1)
})
