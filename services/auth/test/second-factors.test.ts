import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keys } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import {
  call,
  claimsOf,
  codeNow,
  db,
  deps,
  enrol,
  exchange,
  makeStaff,
  password,
  post,
  customer,
  signIn,
  slug,
  someEmail
} from './auth.ts'

const secondStep = (challenge: string, code: string) => post('/api/v1/auth/sessions/second-factor', { challenge, code })

/** A customer with a second factor. */
async function careful() {
  const email = someEmail()
  const { user, session } = (await customer({ email })).json()
  return { email, user, session, ...(await enrol(session)) }
}
const begin = async (email: string) => (await signIn({ email, password })).json().challenge as string

test('POST /auth/second-factor asks for the password, and counts only once confirmed; then other sessions end', async () => {
  const email = someEmail()
  const { session } = (await customer({ email })).json()
  const other = (await signIn({ email, password })).json().session
  assert.equal(slug(await call(session, 'POST', '/second-factor', { password: 'wrong' })), 'password-refused')
  const { secret, uri } = (await call(session, 'POST', '/second-factor', { password })).json()
  assert.match(secret, /^[A-Z2-7]{32}$/)
  assert.ok(uri.startsWith('otpauth://totp/Lumora%20Jewels%3A') && uri.includes(secret))
  assert.equal((await signIn({ email, password })).statusCode, 201)
  assert.equal((await call(session, 'GET', '/second-factor')).json().enrolledAt, null)
  assert.equal(slug(await call(session, 'POST', '/second-factor/confirm', { code: '000000' })), 'code-refused')
  const reply = await call(session, 'POST', '/second-factor/confirm', { code: await codeNow(secret) })
  assert.equal(reply.statusCode, 200)
  assert.equal(new Set(reply.json().recoveryCodes).size, 10)
  assert.equal((await exchange(other.token)).statusCode, 401)
  const shown = (await call(session, 'GET', '/second-factor')).json()
  assert.ok(Date.parse(shown.enrolledAt) <= Date.now())
  assert.deepEqual([shown.recoveryCodesLeft, shown.required], [10, false])
  assert.equal(slug(await call(session, 'POST', '/second-factor', { password })), 'second-factor-enrolled')
})

test('the secret of a second factor is stored encrypted, and recovery codes as hashes', async () => {
  const { user, secret, recoveryCodes } = await careful()
  const { rows } = await sql<{ row: string }>`select "secondFactors"::text || (select string_agg("codeHash"::text, ' ')
    from "recoveryCodes" where "userId" = ${user.id}) as "row" from "secondFactors" where "userId" = ${user.id}`.execute(
    db
  )
  const text = Buffer.from(rows[0]!.row.replaceAll(/[^\da-f]/g, ''), 'hex').toString('latin1') + rows[0]!.row
  for (const one of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', '').toUpperCase())])
    assert.ok(!text.includes(one))
})

test('POST /auth/sessions of one with a second factor gives no session but a challenge, with which the code gets in', async () => {
  const { email, user, secret } = await careful()
  const half = await signIn({ email, password })
  assert.equal(half.statusCode, 401)
  assert.equal(slug(half), 'second-factor-needed')
  assert.equal(half.headers['set-cookie'], undefined)
  assert.equal((await exchange(half.json().challenge)).statusCode, 401)
  const reply = await secondStep(half.json().challenge, await codeNow(secret, user.id))
  assert.equal(reply.statusCode, 201)
  assert.match(String(reply.headers['set-cookie']), /^lumora_session=/)
  assert.equal(reply.json().user.id, user.id)
  assert.equal((await exchange(reply.json().session.token)).statusCode, 200)
  assert.equal(slug(await secondStep(half.json().challenge, await codeNow(secret, user.id))), 'challenge-not-valid')
})

test('A28 a code counts once: 20 sign-ins at once with the same one, of which one gets in', async () => {
  const { email, user, secret } = await careful()
  const challenges = await Promise.all(Array.from({ length: 20 }, () => begin(email)))
  const code = await codeNow(secret, user.id)
  const replies = await Promise.all(
    challenges.map(async (challenge) => {
      await sql`delete from "signInTries" where "key" like 'code:%'`.execute(db)
      return secondStep(challenge, code)
    })
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
  await sql`delete from "signInTries" where "key" like 'code:%'`.execute(db)
  assert.equal(slug(await secondStep(await begin(email), code)), 'code-refused')
})

test('A28 codes are guessed 5 times in 5 minutes and no more, however many challenges there are', async () => {
  const { email, user, secret } = await careful()
  const challenges = await Promise.all(Array.from({ length: 20 }, () => begin(email)))
  const right = await codeNow(secret, user.id)
  const wrong = right === '000000' ? '000001' : '000000'
  const replies = await Promise.all(challenges.map((challenge) => secondStep(challenge, wrong)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 401).length, 5)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 429).length, 15)
  assert.equal((await secondStep(challenges[0]!, right)).statusCode, 429)
  await sql`update "signInTries" set "endsAt" = now()`.execute(db)
  assert.equal((await secondStep(challenges[0]!, right)).statusCode, 201)
})

test('A28 who knows the password and uses up the tries does not lock the owner out: a recovery code gets in, and a session has tries of its own', async () => {
  const { email, user, session, secret, recoveryCodes } = await careful()
  const challenge = await begin(email)
  await Promise.all(Array.from({ length: 10 }, () => secondStep(challenge, '000000')))
  assert.equal((await secondStep(challenge, await codeNow(secret, user.id))).statusCode, 429)
  const proof = await call(session, 'POST', '/sessions/current/proof', { code: await codeNow(secret, user.id) })
  assert.equal(proof.statusCode, 200)
  assert.equal((await secondStep(await begin(email), recoveryCodes[0]!)).statusCode, 201)
})

test('A28 a challenge ends after 5 minutes, and with the password that it was given for', async () => {
  const { email, user, session, secret } = await careful()
  const old = await begin(email)
  await sql`update "signInChallenges" set "expiresAt" = now() where "userId" = ${user.id}`.execute(db)
  assert.equal(slug(await secondStep(old, await codeNow(secret, user.id))), 'challenge-not-valid')
  const before = await begin(email)
  await call(session, 'PUT', '/password', { currentPassword: password, password: 'another good horse' })
  assert.equal(slug(await secondStep(before, await codeNow(secret, user.id))), 'challenge-not-valid')
})

test('A28 a recovery code gets in once, in any spelling, and only its owner', async () => {
  const { email, recoveryCodes } = await careful()
  const stranger = await careful()
  const [code] = recoveryCodes
  assert.equal(slug(await secondStep(await begin(stranger.email), code!)), 'code-refused')
  const challenges = await Promise.all(Array.from({ length: 5 }, () => begin(email)))
  const spelled = [code!, code!.toUpperCase(), code!.replaceAll('-', '')]
  const replies = await Promise.all(challenges.map((challenge, i) => secondStep(challenge, spelled[i % 3]!)))
  const made = replies.filter(({ statusCode }) => statusCode === 201)
  assert.equal(made.length, 1)
  const shown = await call(made[0]!.json().session, 'GET', '/second-factor')
  assert.equal(shown.json().recoveryCodesLeft, 9)
})

test('POST /auth/second-factor/recovery-codes gives 10 others; the former ones are refused', async () => {
  const { email, session, recoveryCodes } = await careful()
  const fresh = (await call(session, 'POST', '/second-factor/recovery-codes')).json().recoveryCodes
  assert.equal(new Set([...fresh, ...recoveryCodes]).size, 20)
  assert.equal((await secondStep(await begin(email), recoveryCodes[0]!)).statusCode, 401)
  assert.equal((await secondStep(await begin(email), fresh[0])).statusCode, 201)
})

test('DELETE /auth/second-factor needs a proof, which is a code: the password alone is not enough', async () => {
  const { email, user, session, secret } = await careful()
  await sql`update sessions set "provenAt" = now() - interval '301 seconds' where "userId" = ${user.id}`.execute(db)
  assert.equal(slug(await call(session, 'DELETE', '/second-factor')), 'proof-needed')
  assert.equal(slug(await call(session, 'POST', '/second-factor/recovery-codes')), 'proof-needed')
  assert.equal(slug(await call(session, 'POST', '/sessions/current/proof', { password })), 'second-factor-needed')
  const code = await codeNow(secret, user.id)
  assert.equal((await call(session, 'POST', '/sessions/current/proof', { code })).statusCode, 200)
  assert.equal(slug(await call(session, 'POST', '/sessions/current/proof', { code })), 'code-refused')
  assert.equal((await call(session, 'DELETE', '/second-factor')).statusCode, 204)
  assert.equal((await signIn({ email, password })).statusCode, 201)
  const { rows } = await sql<{ enrolled: boolean }>`select ("data"->>'enrolled')::boolean as "enrolled" from outbox
    where "topic" = 'auth.second-factor-changed' and "subject" = ${user.id} order by "id"`.execute(db)
  assert.deepEqual(
    rows.map(({ enrolled }) => enrolled),
    [true, false]
  )
})

test('POST /auth/sessions/current/proof says when; it goes into the token, and ages', async () => {
  const { session, user } = (await customer()).json()
  await sql`update sessions set "provenAt" = null where "userId" = ${user.id}`.execute(db)
  assert.equal((await claimsOf(session)).provenAt, 0)
  assert.equal(slug(await call(session, 'POST', '/sessions/current/proof', { password: 'wrong' })), 'password-refused')
  assert.equal((await claimsOf(session)).provenAt, 0)
  const reply = await call(session, 'POST', '/sessions/current/proof', { password })
  const said = Date.parse(reply.json().provenAt)
  assert.ok(Math.abs(Date.now() - said) < 60_000)
  assert.equal((await claimsOf(session)).provenAt, Math.floor(said / 1000))
})

test('A28 staff who must have a second factor have no permission before, and all in the session that set it up', async () => {
  const { email, id, session } = await makeStaff(['owner'], 'required')
  const empty = await claimsOf(session)
  assert.deepEqual([empty.roles, empty.permissions], [[], []])
  assert.equal((await exchange(session.token)).json().staff, true)
  const current = (await call(session, 'GET', '/sessions/current')).json()
  assert.deepEqual([current.permissions, current.secondFactorNeeded, current.user.roles], [[], true, ['owner']])
  assert.equal((await call(session, 'GET', '/staff')).statusCode, 403)
  assert.equal((await call(session, 'GET', '/second-factor')).json().required, true)
  const { secret } = await enrol(session)
  assert.ok((await claimsOf(session)).permissions.includes('staff:write'))
  assert.equal((await call(session, 'GET', '/staff')).statusCode, 200)
  const next = await secondStep(await begin(email), await codeNow(secret, id))
  assert.deepEqual((await claimsOf(next.json().session)).roles, ['owner'])
  await call(session, 'DELETE', '/second-factor')
  for (const one of [session, next.json().session]) assert.deepEqual((await claimsOf(one)).roles, [])
})

test('a second factor that is optional for staff by configuration is not asked for', async () => {
  const { session } = await makeStaff(['support'], 'required')
  assert.deepEqual((await claimsOf(session)).roles, [])
  const app = buildApp({ ...deps, staffSecondFactor: 'optional', keys })
  const reply = await exchange(session.token, app)
  const claims = JSON.parse(Buffer.from(reply.json().token.split('.')[1], 'base64url').toString())
  assert.deepEqual(claims.roles, ['support'])
})

test('POST /auth/sessions/second-factor with what is no code or no challenge is refused', async () => {
  const { email } = await careful()
  const challenge = await begin(email)
  for (const code of ['12345', '1234567', 'abcd-efgh', '', '１２３４５６'])
    assert.equal((await secondStep(challenge, code)).statusCode, 400, code)
  assert.equal((await secondStep('x', '123456')).statusCode, 400)
  assert.equal(slug(await secondStep('A'.repeat(43), '123456')), 'challenge-not-valid')
})
