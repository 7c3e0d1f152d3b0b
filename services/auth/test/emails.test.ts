import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { eventually, testJobs } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { mailPasswordReset } from '../src/controllers/emails.ts'
import { forgetEndedSessions } from '../src/controllers/sessions.ts'
import { work } from '../src/tasks.ts'
import {
  anAddress,
  app,
  call,
  codeNow,
  db,
  deps,
  enrol,
  exchange,
  linksTo,
  password,
  pool,
  post,
  customer,
  register,
  signIn,
  slug,
  someEmail
} from './auth.ts'

await testJobs({ app, pool, tasks: work(deps).tasks! })

const another = 'another good horse'
const resets = '/api/v1/auth/password-resets'
const forget = (email: string, address = anAddress(), headers: Record<string, string> = {}) =>
  post(resets, { email }, { 'x-forwarded-for': address, ...headers })
const reset = (token: string, next = another) => post(`${resets}/confirm`, { token, password: next })

/** A customer who forgot the password, and the token of the link that they were mailed. */
async function forgetful() {
  const email = someEmail()
  const { user, session } = (await customer({ email })).json()
  await mailPasswordReset(deps, email)
  const [token] = await linksTo('password-reset-requested', email)
  return { email, user, session, token: token! }
}

/** Somebody who has just registered, and the token of the link that they were mailed. */
async function begin(changes: { email?: string; name?: string; password?: string } = {}) {
  const email = changes.email ?? someEmail()
  const { user, session } = (await register({ ...changes, email })).json()
  const links = () =>
    db
      .selectFrom('outbox')
      .select(sql<string>`"data"->>'link'`.as('link'))
      .where('subject', '=', user.id)
      .where('topic', '=', 'auth.verification-requested')
      .execute()
  await eventually('the mail', async () => (await links()).length === 1)
  const [{ link }] = (await links()) as [{ link: string }]
  return { email, user, session, link, token: link.split('#')[1]! }
}
const confirm = (session: { token: string }, token: string) =>
  call(session, 'POST', '/email-verifications/confirm', { token })

test('POST /auth/register has a link to the configured shop mailed, by which the e-mail is confirmed once', async () => {
  const email = someEmail()
  const { user, session } = (
    await post('/api/v1/auth/register', { email, password, name: 'Asha' }, { host: 'evil.example' })
  ).json()
  const mailed = async () => (await linksTo('verification-requested', email)).length === 1
  await eventually('the mail', mailed)
  const { rows } = await sql<{ link: string }>`select "data"->>'link' as "link" from outbox
    where "subject" = ${user.id} and "topic" = 'auth.verification-requested'`.execute(db)
  assert.match(rows[0]!.link, /^https:\/\/shop\.example\/account\/verify-email#[\w-]{43}$/)
  const token = rows[0]!.link.split('#')[1]!
  assert.equal((await signIn({ email, password })).statusCode, 401)
  const reply = await confirm(session, token)
  assert.equal(reply.statusCode, 200)
  assert.ok(Date.parse(reply.json().emailVerifiedAt) <= Date.now())
  assert.equal((await signIn({ email, password })).statusCode, 201)
  assert.equal(slug(await confirm(session, token)), 'link-not-valid')
  const events = await db.selectFrom('outbox').select('topic').where('subject', '=', user.id).execute()
  assert.ok(events.some(({ topic }) => topic === 'auth.email-verified'))
})

test('POST /auth/email-verifications/confirm [a link of another account] verifies neither: registering with somebody else’s e-mail gains nothing', async () => {
  const thief = await begin()
  const owner = (await register()).json()
  assert.equal((await post('/api/v1/auth/email-verifications/confirm', { token: thief.token })).statusCode, 401)
  assert.equal(slug(await confirm(owner.session, thief.token)), 'link-not-valid')
  const users = db.selectFrom('users').select('emailVerifiedAt').where('id', 'in', [thief.user.id, owner.user.id])
  for (const { emailVerifiedAt } of await users.execute()) assert.equal(emailVerifiedAt, null)
})

test('A25 POST /auth/email-verifications/confirm [20 accounts with one e-mail at once] confirms one; to the others the link is as an old one', async () => {
  const email = someEmail()
  for (let round = 0; round < 3; round++) {
    const twins = []
    for (let i = 0; i < 20; i++) {
      await sql`delete from "signInTries"`.execute(db)
      twins.push(await begin({ email: `${round}-${email}` }))
    }
    const replies = await Promise.all(twins.map(({ session, token }) => confirm(session, token)))
    assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
    for (const reply of replies) if (reply.statusCode !== 200) assert.equal(slug(reply), 'link-not-valid', reply.body)
    const { rows } = await sql`select from users where "email" = ${`${round}-${email}`}
      and "emailVerifiedAt" is not null`.execute(db)
    assert.equal(rows.length, 1)
  }
})

test('A25 an account whose e-mail another has confirmed goes on as before, so that it tells nothing, until nobody can reach it any more', async () => {
  const first = await begin()
  const second = await begin({ email: first.email })
  assert.equal((await confirm(second.session, second.token)).statusCode, 200)
  assert.equal((await exchange(first.session.token)).statusCode, 200)
  assert.equal((await call(first.session, 'POST', '/email-verifications')).statusCode, 202)
  const count = async () => (await db.selectFrom('users').select('id').where('id', '=', first.user.id).execute()).length
  await sql`update users set "createdAt" = now() - interval '31 days' where "email" = ${first.email}`.execute(db)
  await forgetEndedSessions(deps)
  assert.equal(await count(), 1)
  await sql`delete from sessions where "userId" = ${first.user.id}`.execute(db)
  await forgetEndedSessions(deps)
  assert.equal(await count(), 0)
  assert.equal((await signIn({ email: first.email, password })).statusCode, 201)
})

test('POST /auth/password-resets [only unconfirmed accounts have the e-mail] leads to the newest, and using the link confirms it', async () => {
  const squatter = await begin()
  const { email } = squatter
  const owner = await begin({ email, password: 'the owner’s own one' })
  await mailPasswordReset(deps, email)
  const [token] = await linksTo('password-reset-requested', email)
  assert.equal((await reset(token!)).statusCode, 204)
  const reply = await signIn({ email, password: another })
  assert.equal(reply.json().user.id, owner.user.id)
  assert.notEqual(reply.json().user.emailVerifiedAt, null)
  assert.equal(slug(await confirm(squatter.session, squatter.token)), 'link-not-valid')
  assert.equal((await exchange(owner.session.token)).statusCode, 401)
})

test('POST /auth/password-resets/confirm [another account confirmed the e-mail meanwhile] is refused as an old link', async () => {
  const one = await begin()
  await mailPasswordReset(deps, one.email)
  const [token] = await linksTo('password-reset-requested', one.email)
  const two = await begin({ email: one.email })
  assert.equal((await confirm(two.session, two.token)).statusCode, 200)
  assert.equal(slug(await reset(token!)), 'link-not-valid')
  assert.equal((await signIn({ email: one.email, password })).json().user.id, two.user.id)
})

test('POST /auth/email-verifications mails a new link, which ends the one before, three times in an hour', async () => {
  const { email, session } = await begin()
  for (let i = 0; i < 3; i++) {
    assert.equal((await call(session, 'POST', '/email-verifications')).statusCode, 202)
    await eventually('the mail', async () => (await linksTo('verification-requested', email)).length >= i + 2)
  }
  assert.equal(slug(await call(session, 'POST', '/email-verifications')), 'too-many-tries')
  const tokens = await linksTo('verification-requested', email)
  assert.equal(slug(await confirm(session, tokens.at(-1)!)), 'link-not-valid')
  assert.equal((await confirm(session, tokens[0]!)).statusCode, 200)
})

test('A25 POST /auth/password-resets is answered alike, by the same statements, whether the e-mail has an account or not', async () => {
  const email = someEmail()
  await customer({ email })
  const id = { 'x-request-id': 'the-same-request-id' }
  const answers: { status: number; body: string; statements: number }[] = []
  for (const one of [email, someEmail()]) {
    let reply = await forget(someEmail())
    const statements = await statementsDuring(pool, async () => (reply = await forget(one, anAddress(), id)))
    const own = statements.filter((text) => /signInTries|add_job\(\$1/.test(text))
    answers.push({ status: reply.statusCode, body: reply.body, statements: own.length })
  }
  assert.deepEqual(answers[0], answers[1])
  assert.equal(answers[0]!.status, 202)
  assert.equal(answers[0]!.statements, 2)
  await eventually('the mail', async () => (await linksTo('password-reset-requested', email)).length === 1)
})

test('POST /auth/password-resets [more than 3 in an hour for one e-mail, or 10 from one network] is a 429, with or without an account', async () => {
  const known = someEmail()
  await customer({ email: known })
  for (const email of [known, someEmail()]) {
    for (let i = 0; i < 3; i++) assert.equal((await forget(email)).statusCode, 202)
    const reply = await forget(email.toUpperCase())
    assert.equal(reply.statusCode, 429)
    assert.ok(Number(reply.headers['retry-after']) > 3000)
  }
  const address = anAddress()
  const replies = await Promise.all(Array.from({ length: 30 }, () => forget(someEmail(), address)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 202).length, 10)
})

test('A26 POST /auth/password-resets/confirm sets the password, ends all sessions and signs nobody in', async () => {
  const { email, session, token } = await forgetful()
  const reply = await reset(token)
  assert.equal(reply.statusCode, 204)
  assert.equal(reply.headers['set-cookie'], undefined)
  assert.equal((await exchange(session.token)).statusCode, 401)
  assert.equal((await signIn({ email, password })).statusCode, 401)
  assert.equal((await signIn({ email, password: another })).statusCode, 201)
  const events = await db.selectFrom('outbox').select('data').where('topic', '=', 'auth.password-changed').execute()
  assert.ok(events.some(({ data }) => (data as { email: string }).email === email))
})

test('A26 POST /auth/password-resets/confirm [20 at once with one link] sets one password', async () => {
  const { email, token } = await forgetful()
  const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => reset(token, `${another} ${i}`)))
  const set = replies.map(({ statusCode }, i) => [statusCode, i]).filter(([status]) => status === 204)
  assert.equal(set.length, 1)
  for (const reply of replies) if (reply.statusCode !== 204) assert.equal(slug(reply), 'link-not-valid')
  assert.equal((await signIn({ email, password: `${another} ${set[0]![1]}` })).statusCode, 201)
})

test('A26 a link for a new password [used, over, older than another, before a changed password or e-mail, for another purpose] is refused', async () => {
  const used = await forgetful()
  await reset(used.token)
  const over = await forgetful()
  await sql`update "emailLinks" set "expiresAt" = now() where "userId" = ${over.user.id}`.execute(db)
  const older = await forgetful()
  await mailPasswordReset(deps, older.email)
  const changed = await forgetful()
  const next = { currentPassword: password, password: another }
  assert.equal((await call(changed.session, 'PUT', '/password', next)).statusCode, 204)
  const moved = await forgetful()
  const newEmail = someEmail()
  await call(moved.session, 'POST', '/email-changes', { email: newEmail, password })
  const [change] = await linksTo('email-change-requested', newEmail)
  assert.equal((await call(moved.session, 'POST', '/email-changes/confirm', { token: change })).statusCode, 200)
  const { token: verification } = await begin()
  const tokens = {
    used: used.token,
    over: over.token,
    older: older.token,
    changed: changed.token,
    moved: moved.token,
    verification,
    session: over.session.token,
    guessed: 'A'.repeat(43)
  }
  for (const [what, token] of Object.entries(tokens)) assert.equal(slug(await reset(token)), 'link-not-valid', what)
  const [newest] = await linksTo('password-reset-requested', older.email)
  assert.equal((await reset(newest!)).statusCode, 204)
})

test('A26 a link’s token is stored as a hash only, and leads to the configured shop whatever host is named', async () => {
  const email = someEmail()
  await customer({ email })
  await forget(email, anAddress(), { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
  await eventually('the mail', async () => (await linksTo('password-reset-requested', email)).length === 1)
  const [token] = await linksTo('password-reset-requested', email)
  const { rows } = await sql<{ link: string; row: string }>`select "data"->>'link' as "link",
    (select string_agg("emailLinks"::text, ' ') from "emailLinks" where "email" = ${email}) as "row"
    from outbox where "topic" = 'auth.password-reset-requested' and "data"->>'email' = ${email}`.execute(db)
  assert.ok(rows[0]!.link.startsWith('https://shop.example/account/reset-password#'))
  assert.ok(!rows[0]!.row.includes(Buffer.from(token!, 'base64url').toString('hex')))
})

test('A14 the token of a mailed link is no session, and no bearer token', async () => {
  const { token } = await forgetful()
  assert.equal((await exchange(token)).statusCode, 401)
  const headers = { authorization: `Bearer ${token}` }
  assert.equal((await app.inject({ url: '/api/v1/auth/sessions/current', headers })).statusCode, 401)
})

test('A28 POST /auth/password-resets/confirm leaves a second factor as it is; only where the e-mail was never verified it goes', async () => {
  const own = await forgetful()
  await sql`update users set "emailVerifiedAt" = now() where "id" = ${own.user.id}`.execute(db)
  const { secret } = await enrol(own.session)
  await reset(own.token)
  const half = await signIn({ email: own.email, password: another })
  assert.equal(slug(half), 'second-factor-needed')
  const code = await codeNow(secret, own.user.id)
  const second = await post('/api/v1/auth/sessions/second-factor', { challenge: half.json().challenge, code })
  assert.equal(second.statusCode, 201)

  const begun = await begin()
  await mailPasswordReset(deps, begun.email)
  const [given] = await linksTo('password-reset-requested', begun.email)
  const squatted = { ...begun, token: given! }
  await enrol(squatted.session)
  await reset(squatted.token)
  const reply = await signIn({ email: squatted.email, password: another })
  assert.equal(reply.statusCode, 201)
  assert.notEqual(reply.json().user.emailVerifiedAt, null)
})

test('PUT /auth/password needs the current one, and ends all other sessions and half-made sign-ins', async () => {
  const email = someEmail()
  const { session } = (await customer({ email })).json()
  const other = (await signIn({ email, password })).json().session
  const change = (currentPassword: string, next = another) =>
    call(session, 'PUT', '/password', { currentPassword, password: next })
  assert.equal(slug(await change('wrong password')), 'password-refused')
  assert.equal(slug(await change(password, 'password123')), 'password-too-common')
  assert.equal((await exchange(other.token)).statusCode, 200)
  assert.equal((await change(password)).statusCode, 204)
  assert.equal((await exchange(other.token)).statusCode, 401)
  assert.equal((await exchange(session.token)).statusCode, 200)
  assert.equal((await signIn({ email, password: another })).statusCode, 201)
})

test('PUT /auth/password [20 at once from one password] is done once; guesses in a session are counted', async () => {
  const { session } = (await customer()).json()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      call(session, 'PUT', '/password', { currentPassword: password, password: `${another} ${i}` })
    )
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 204).length, 1)
  const guessed = (await customer()).json().session
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => call(guessed, 'PUT', '/password', { currentPassword: 'guess', password: another }))
  )
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 403).length, 5)
  assert.equal(guesses.filter(({ statusCode }) => statusCode === 429).length, 15)
})

test('A29 POST /auth/email-changes needs the password, tells nothing of the new e-mail, and changes nothing before it is confirmed', async () => {
  const email = someEmail()
  const taken = someEmail()
  await customer({ email: taken })
  const { session } = (await customer({ email })).json()
  const ask = (next: string, given = password) =>
    call(session, 'POST', '/email-changes', { email: next, password: given })
  assert.equal(slug(await ask(someEmail(), 'wrong password')), 'password-refused')
  const fresh = someEmail()
  const replies = [await ask(taken), await ask(fresh)]
  assert.deepEqual(
    replies.map(({ statusCode }) => statusCode),
    [202, 202]
  )
  assert.equal(replies[0]!.body, replies[1]!.body)
  assert.equal((await signIn({ email, password })).statusCode, 201)
  const [token] = await linksTo('email-change-requested', taken)
  assert.equal(slug(await call(session, 'POST', '/email-changes/confirm', { token })), 'link-not-valid')
  const stranger = (await customer()).json().session
  const [right] = await linksTo('email-change-requested', fresh)
  assert.equal(slug(await call(stranger, 'POST', '/email-changes/confirm', { token: right })), 'link-not-valid')
  assert.equal((await call(session, 'POST', '/email-changes/confirm', { token: right })).json().email, fresh)
  const { rows } = await sql<{ former: string }>`select "data"->>'formerEmail' as "former" from outbox
    where "topic" = 'auth.email-changed' and "data"->>'email' = ${fresh}`.execute(db)
  assert.deepEqual(rows, [{ former: email }])
})

test('A29 two changes of e-mail at once both count, and the one confirmed last stays', async () => {
  const { session, user } = (await customer()).json()
  const wanted = [someEmail(), someEmail()]
  const tokens: string[] = []
  for (const email of wanted) {
    await call(session, 'POST', '/email-changes', { email, password })
    tokens.push((await linksTo('email-change-requested', email))[0]!)
  }
  const replies = await Promise.all(tokens.map((token) => call(session, 'POST', '/email-changes/confirm', { token })))
  assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200]))
  const { rows } = await sql<{ email: string }>`select "data"->>'email' as "email" from outbox
    where "topic" = 'auth.email-changed' and "subject" = ${user.id} order by "version" desc`.execute(db)
  const { email } = await db.selectFrom('users').select('email').where('id', '=', user.id).executeTakeFirstOrThrow()
  assert.equal(rows.length, 2)
  assert.equal(email, rows[0]!.email)
})

test('A29 20 accounts that want one new e-mail at once: one gets it', async () => {
  const email = someEmail()
  const sessions = await Promise.all(Array.from({ length: 20 }, async () => (await customer()).json().session))
  await Promise.all(sessions.map((session) => call(session, 'POST', '/email-changes', { email, password })))
  const { rows } = await sql<{
    userId: string
    link: string
  }>`select "data"->>'userId' as "userId", "data"->>'link' as "link"
    from outbox where "topic" = 'auth.email-change-requested' and "data"->>'email' = ${email}`.execute(db)
  const owners = new Map(
    await Promise.all(
      sessions.map(async (session) => [(await exchange(session.token)).json().userId, session] as const)
    )
  )
  const answers = await Promise.all(
    rows.map(({ userId, link }) =>
      call(owners.get(userId), 'POST', '/email-changes/confirm', { token: link.split('#')[1]! })
    )
  )
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1, answers.map(({ body }) => body).join())
  for (const answer of answers) if (answer.statusCode !== 200) assert.equal(slug(answer), 'link-not-valid')
})

test('what is mailed to a disabled account is nothing', async () => {
  const { email, user } = await forgetful()
  await sql`update users set "disabledAt" = now() where "id" = ${user.id}`.execute(db)
  await mailPasswordReset(deps, email)
  assert.equal((await linksTo('password-reset-requested', email)).length, 1)
})
