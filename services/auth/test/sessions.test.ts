import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { forgetEndedSessions } from '../src/controllers/sessions.ts'
import {
  anAddress,
  anotherProcess,
  app,
  bearer,
  call,
  db,
  deps,
  exchange,
  operator,
  password,
  pool,
  post,
  realApp,
  customer,
  register,
  signIn,
  slug,
  someEmail
} from './auth.ts'

const current = '/api/v1/auth/sessions/current'
const wrong = 'not the password'

test('POST /auth/sessions signs in, whatever the case of the e-mail', async () => {
  const email = someEmail()
  const { user, session } = (await customer({ email })).json()
  const reply = await signIn({ email: email.toUpperCase(), password })
  assert.equal(reply.statusCode, 201)
  assert.equal(reply.json().user.id, user.id)
  assert.notEqual(reply.json().session.token, session.token)
  assert.match(String(reply.headers['set-cookie']), /^lumora_session=/)
})

test('POST /auth/sessions with a wrong password and with an unknown e-mail are answered alike', async () => {
  const email = someEmail()
  await customer({ email })
  const id = { 'x-request-id': 'the-same-request-id' }
  const replies = [
    await post('/api/v1/auth/sessions', { email, password: wrong }, id),
    await post('/api/v1/auth/sessions', { email: someEmail(), password: wrong }, id)
  ]
  assert.equal(replies[0]!.statusCode, 401)
  assert.equal(slug(replies[0]!), 'sign-in-refused')
  assert.equal(replies[0]!.body, replies[1]!.body)
})

test('POST /auth/sessions with an unknown field is a 400', async () => {
  const reply = await signIn({ email: someEmail(), password, remember: true })
  assert.equal(reply.json().errors[0].pointer, '#/remember')
})

test('POST /auth/sessions [after 5 misses of one account from one address] is a 429, also with the right password; elsewhere the owner gets in', async () => {
  const email = someEmail()
  const address = anAddress()
  await customer({ email })
  for (let i = 0; i < 5; i++) assert.equal((await signIn({ email, password: wrong }, address)).statusCode, 401)
  const refused = await signIn({ email: email.toUpperCase(), password }, address)
  assert.equal(refused.statusCode, 429)
  assert.equal(slug(refused), 'too-many-tries')
  const wait = Number(refused.headers['retry-after'])
  assert.ok(wait > 0 && wait <= 900)
  assert.equal((await signIn({ email, password }, anAddress())).statusCode, 201)
})

test('POST /auth/sessions [40 wrong passwords at once] checks 5 of them', async () => {
  const email = someEmail()
  const address = anAddress()
  await customer({ email })
  const replies = await Promise.all(Array.from({ length: 40 }, () => signIn({ email, password: wrong }, address)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 401).length, 5)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 429).length, 35)
})

test('POST /auth/sessions [60 accounts at once from one address, its forwarded part forged] checks 20 of them', async () => {
  const address = anAddress()
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, i) => signIn({ email: someEmail(), password: wrong }, `10.0.0.${i}, ${address}`))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 401).length, 20)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 429).length, 40)
})

test('POST /auth/sessions [from many addresses of one IPv6 network] counts them as one', async () => {
  const email = someEmail()
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) statuses.push((await signIn({ email, password: wrong }, `2001:db8:0:7::${i}`)).statusCode)
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429])
  assert.equal((await signIn({ email, password: wrong }, '2001:db8:0:8::1')).statusCode, 401)
})

test('POST /auth/sessions with the right password uses up no tries', async () => {
  const email = someEmail()
  const address = anAddress()
  await customer({ email })
  for (let i = 0; i < 25; i++) assert.equal((await signIn({ email, password }, address)).statusCode, 201)
  for (let i = 0; i < 4; i++) await signIn({ email, password: wrong }, address)
  assert.equal((await signIn({ email, password }, address)).statusCode, 201)
  assert.equal((await signIn({ email, password: wrong }, address)).statusCode, 401)
})

test('POST /auth/sessions [when the window is over] may be tried again', async () => {
  const email = someEmail()
  const address = anAddress()
  for (let i = 0; i < 6; i++) await signIn({ email, password: wrong }, address)
  await sql`update "signInTries" set "endsAt" = now() - interval '1 second'`.execute(db)
  assert.equal((await signIn({ email, password: wrong }, address)).statusCode, 401)
  await sql`update "signInTries" set "endsAt" = now() - interval '25 hours'`.execute(db)
  await forgetEndedSessions(deps)
  assert.equal((await db.selectFrom('signInTries').selectAll().execute()).length, 0)
})

test('POST /auth/sessions [cookies for HTTPS only] gives a __Host- cookie', async () => {
  const email = someEmail()
  await customer({ email })
  const secure = buildApp({ ...deps, keys: async () => new Uint8Array(), secureCookies: true })
  const reply = await secure.inject({ method: 'POST', url: '/api/v1/auth/sessions', payload: { email, password } })
  assert.match(
    String(reply.headers['set-cookie']),
    /^__Host-lumora_session=[\w-]{43}; Path=\/; Max-Age=77\d{5}; HttpOnly; SameSite=Lax; Secure$/
  )
})

test('GET /auth/sessions/current tells who is signed in and until when', async () => {
  const { user, session } = (await register()).json()
  const real = await realApp()
  const reply = await real.inject({ url: current, headers: await bearer(session.token) })
  assert.equal(reply.statusCode, 200)
  const { sessionId, provenAt, ...rest } = reply.json()
  assert.deepEqual(rest, { user, permissions: [], secondFactorNeeded: false, expiresAt: session.expiresAt })
  assert.ok(Date.parse(provenAt) <= Date.now())
  assert.match(sessionId, /^[\da-f-]{36}$/)
})

test('GET /auth/sessions/current with a session that is another user’s, or none, is a 401', async () => {
  assert.equal((await app.inject(current)).statusCode, 401)
  const stranger = await app.inject({ url: current, headers: await signedIn(crypto.randomUUID()) })
  assert.equal(slug(stranger), 'session-not-valid')
})

test('DELETE /auth/sessions/current ends the session at once, for other instances and after a restart too', async () => {
  const { session } = (await customer()).json()
  const real = await realApp()
  assert.equal((await exchange(session.token, anotherProcess())).statusCode, 200)
  const headers = await bearer(session.token)
  const reply = await real.inject({ method: 'DELETE', url: current, headers })
  assert.equal(reply.statusCode, 204)
  assert.match(String(reply.headers['set-cookie']), /^lumora_session=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax$/)
  const refused = await exchange(session.token)
  assert.equal(refused.statusCode, 401)
  assert.equal(slug(refused), 'session-not-valid')
  assert.equal((await exchange(session.token, anotherProcess())).statusCode, 401)
  assert.equal((await real.inject({ url: current, headers })).statusCode, 401)
  assert.equal((await real.inject({ method: 'DELETE', url: current, headers })).statusCode, 204)
})

test('DELETE /auth/sessions/current leaves the user’s other sessions', async () => {
  const email = someEmail()
  const first = (await customer({ email })).json().session
  const second = (await signIn({ email, password })).json().session
  const real = await realApp()
  await real.inject({ method: 'DELETE', url: current, headers: await bearer(first.token) })
  assert.equal((await exchange(second.token)).statusCode, 200)
})

test('POST /internal/sessions/exchange costs one statement, and a second at most once a minute', async () => {
  const { session } = (await customer()).json()
  const statements = () =>
    statementsDuring(pool, async () => assert.equal((await exchange(session.token)).statusCode, 200))
  await exchange(session.token)
  assert.equal((await statements()).length, 1)
  await sql`update sessions set "lastUsedAt" = now() - interval '61 seconds'`.execute(db)
  assert.equal((await statements()).length, 2)
  assert.equal((await statements()).length, 1)
  const { rows } = await sql`select 1 from sessions where "lastUsedAt" > now() - interval '10 seconds'`.execute(db)
  assert.equal(rows.length, 1)
})

test('POST /internal/sessions/exchange refuses what is no session', async () => {
  const { session } = (await customer()).json()
  for (const token of [
    'x',
    session.token.slice(0, -1),
    `${session.token}A`,
    session.token.toLowerCase(),
    'ü'.repeat(43)
  ])
    assert.equal((await exchange(token)).statusCode, 401, token)
  const byCustomer = await app.inject({
    method: 'POST',
    url: '/internal/sessions/exchange',
    payload: { token: session.token },
    headers: await signedIn(crypto.randomUUID())
  })
  assert.equal(byCustomer.statusCode, 403)
})

for (const [what, change] of [
  ['not used for 30 days', sql`update sessions set "lastUsedAt" = now() - interval '30 days'`],
  ['begun 90 days ago', sql`update sessions set "expiresAt" = now()`]
] as const) {
  test(`POST /internal/sessions/exchange [${what}] is a 401, and the session is forgotten`, async () => {
    const { user, session } = (await customer()).json()
    await change.execute(db)
    assert.equal((await exchange(session.token)).statusCode, 401)
    await forgetEndedSessions(deps)
    assert.equal((await db.selectFrom('sessions').select('id').where('userId', '=', user.id).execute()).length, 0)
  })
}

const agents = {
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox on Linux',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0':
    'Edge on Windows',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1':
    'Safari on iPhone',
  'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36':
    'Chrome on Android',
  'curl/8.9.1': 'curl',
  '<script>alert(1)</script>': 'unknown'
}

test('A22 GET /auth/sessions lists one’s own sessions with device, shortened address and last use, and says which is current', async () => {
  const email = someEmail()
  await customer()
  const { session } = (await customer({ email })).json()
  for (const agent of Object.keys(agents))
    await post('/api/v1/auth/sessions', { email, password }, { 'user-agent': agent, 'x-forwarded-for': '203.0.113.77' })
  await post('/api/v1/auth/sessions', { email, password }, { 'x-forwarded-for': '2001:db8:1:2:3:4:5:6' })
  const reply = await call(session, 'GET', '/sessions')
  const { items } = reply.json()
  assert.equal(items.length, 8)
  assert.deepEqual(
    items.filter(({ current: isCurrent }: { current: boolean }) => isCurrent).map(({ id }: { id: string }) => id),
    [(await call(session, 'GET', '/sessions/current')).json().sessionId]
  )
  const devices = new Set(items.map(({ device }: { device: string }) => device))
  for (const device of Object.values(agents)) assert.ok(devices.has(device), device)
  const networks = new Set(items.map(({ network }: { network: string }) => network))
  assert.ok(networks.has('203.0.113.0/24') && networks.has('2001:db8:1::/48'))
  assert.doesNotMatch(reply.body, /203\.0\.113\.77|token|hash/i)
})

test('A22 DELETE /auth/sessions/{sessionId} ends one of one’s own at once, and nobody else’s', async () => {
  const email = someEmail()
  const { session } = (await customer({ email })).json()
  const other = (await signIn({ email, password })).json().session
  const stranger = (await customer()).json().session
  const { sessionId } = (await call(other, 'GET', '/sessions/current')).json()
  const refused = await call(stranger, 'DELETE', `/sessions/${sessionId}`)
  const unknown = await call(stranger, 'DELETE', `/sessions/${crypto.randomUUID()}`)
  assert.equal(refused.statusCode, 404)
  const { instance: _one, ...first } = refused.json()
  const { instance: _two, ...second } = unknown.json()
  assert.deepEqual(first, second)
  assert.equal((await exchange(other.token)).statusCode, 200)
  assert.equal((await call(session, 'DELETE', `/sessions/${sessionId}`)).statusCode, 204)
  assert.equal((await exchange(other.token)).statusCode, 401)
  assert.equal((await exchange(other.token, anotherProcess())).statusCode, 401)
  assert.equal((await exchange(session.token)).statusCode, 200)
})

test('A22 DELETE /auth/sessions ends all others; the id of a session does not sign in', async () => {
  const email = someEmail()
  const { session } = (await customer({ email })).json()
  const others = await Promise.all(Array.from({ length: 5 }, async () => (await signIn({ email, password })).json()))
  const stranger = (await customer()).json().session
  assert.equal((await call(session, 'DELETE', '/sessions')).statusCode, 204)
  for (const other of others) assert.equal((await exchange(other.session.token)).statusCode, 401)
  assert.equal((await exchange(session.token)).statusCode, 200)
  assert.equal((await exchange(stranger.token)).statusCode, 200)
  const { items } = (await call(session, 'GET', '/sessions')).json()
  assert.equal((await exchange(items[0].id)).statusCode, 401)
})

test('A22 a session ends 90 days after it began, and 30 days after it was last used', async () => {
  for (const change of [sql`"expiresAt" = now()`, sql`"lastUsedAt" = now() - interval '30 days'`]) {
    const { session, user } = (await customer()).json()
    await sql`update sessions set ${change} where "userId" = ${user.id}`.execute(db)
    assert.equal((await exchange(session.token)).statusCode, 401)
  }
})

test('A23 POST /auth/sessions [100 wrong passwords from 30 networks] delays those that have missed, while the owner gets in', async () => {
  const email = someEmail()
  await customer({ email })
  const networks = Array.from({ length: 30 }, anAddress)
  let checked = 0
  for (const round of [0, 1, 2, 3]) {
    const replies = await Promise.all(
      networks.slice(0, 25).map((address) => signIn({ email, password: `${wrong} ${round}` }, address))
    )
    checked += replies.filter(({ statusCode }) => statusCode === 401).length
  }
  assert.ok(checked <= 75, `${checked} of 100 were checked`)
  const missedBefore = await signIn({ email, password }, networks[0])
  assert.equal(missedBefore.statusCode, 429)
  for (const address of networks.slice(25)) assert.equal((await signIn({ email, password }, address)).statusCode, 201)
})

test('A23 POST /auth/sessions [window after window of misses] has each window twice as long, and starts anew once it was right', async () => {
  const email = someEmail()
  const address = anAddress()
  await customer({ email })
  const waits: number[] = []
  for (let round = 0; round < 6; round++) {
    for (let i = 0; i < 5; i++) await signIn({ email, password: wrong }, address)
    waits.push(Number((await signIn({ email, password }, address)).headers['retry-after']))
    await sql`update "signInTries" set "endsAt" = now()`.execute(db)
  }
  assert.deepEqual(
    waits.map((wait) => Math.round(wait / 900)),
    [1, 2, 4, 8, 16, 16]
  )
  assert.equal((await signIn({ email, password }, address)).statusCode, 201)
  for (let i = 0; i < 5; i++) await signIn({ email, password: wrong }, address)
  const { headers } = await signIn({ email, password }, address)
  assert.ok(Number(headers['retry-after']) <= 900)
})

test('A17 a session is refused after sign-out, a changed password and a disabled account, by another process too', async () => {
  const ends = {
    'sign-out': (session: { token: string }) => call(session, 'DELETE', '/sessions/current'),
    'another session’s changed password': async (_session: { token: string }, email: string) => {
      const other = (await signIn({ email, password })).json().session
      return call(other, 'PUT', '/password', { currentPassword: password, password: 'another good horse' })
    },
    'a disabled account': async (_session: { token: string }, email: string) => {
      await sql`update users set "disabledAt" = now() where "email" = ${email}`.execute(db)
      return { statusCode: 204 }
    }
  }
  for (const [what, end] of Object.entries(ends)) {
    const email = someEmail()
    const { session } = (await customer({ email })).json()
    assert.equal((await end(session, email)).statusCode, 204, what)
    assert.equal((await exchange(session.token)).statusCode, 401, what)
    assert.equal((await exchange(session.token, anotherProcess())).statusCode, 401, what)
  }
})

test('POST /auth/sessions of a disabled account is told only to who knows the password', async () => {
  const email = someEmail()
  await customer({ email })
  await sql`update users set "disabledAt" = now() where "email" = ${email}`.execute(db)
  assert.equal(slug(await signIn({ email, password: wrong })), 'sign-in-refused')
  assert.equal(slug(await signIn({ email, password })), 'account-disabled')
})

test('A18 POST /auth/sessions with a session makes another, and leaves the one that came with it', async () => {
  const email = someEmail()
  const { session } = (await customer({ email })).json()
  const planted = `lumora_session=${'A'.repeat(43)}`
  const reply = await post('/api/v1/auth/sessions', { email, password }, { cookie: planted })
  assert.equal(reply.statusCode, 201)
  assert.notEqual(reply.json().session.token, 'A'.repeat(43))
  assert.notEqual(reply.json().session.token, session.token)
  assert.equal((await exchange('A'.repeat(43))).statusCode, 401)
})

const toldAnew = async (userId: string) => {
  const { rows } = await sql<{ device: string; name: string }>`select "data"->>'device' as "device" from outbox
    where "topic" = 'auth.signed-in-anew' and "subject" = ${userId} order by "id"`.execute(db)
  return rows.map(({ device }) => device)
}

test('POST /auth/sessions from a device or network that was not used in 90 days tells the owner; the first ever, and one from a neighbour’s address, do not', async () => {
  const firefox = Object.keys(agents)[0]!
  const edge = Object.keys(agents)[1]!
  const email = someEmail()
  const from = (agent: string, address: string) =>
    post('/api/v1/auth/sessions', { email, password }, { 'user-agent': agent, 'x-forwarded-for': address })
  const home = { 'user-agent': firefox, 'x-forwarded-for': '203.0.113.5' }
  const { user } = (await post('/api/v1/auth/register', { email, password, name: 'Asha' }, home)).json()
  await sql`update users set "emailVerifiedAt" = now() where "id" = ${user.id}`.execute(db)
  await from(firefox, '203.0.113.77')
  assert.deepEqual(await toldAnew(user.id), [])
  await from(edge, '203.0.113.77')
  await from(edge, '203.0.113.78')
  await from(firefox, '198.51.100.1')
  await from(firefox, '2001:db8:1:2::1')
  await from(firefox, '2001:db8:1:2::2')
  await from(firefox, '2001:db8:1:3::1')
  assert.deepEqual(await toldAnew(user.id), [
    'Edge on Windows',
    'Firefox on Linux',
    'Firefox on Linux',
    'Firefox on Linux'
  ])
  await sql`update places set "lastUsedAt" = now() - interval '91 days' where "userId" = ${user.id}`.execute(db)
  await forgetEndedSessions(deps)
  await from(firefox, '203.0.113.5')
  assert.equal((await toldAnew(user.id)).length, 5)

  const staff = { email: someEmail(), password, name: 'Ravi', roles: ['support'], secondFactor: 'not-required' }
  const { id } = (await post('/internal/staff', staff, operator)).json()
  await signIn({ email: staff.email, password })
  assert.deepEqual(await toldAnew(id), [])
  await signIn({ email: staff.email, password: wrong })
  await post('/api/v1/auth/sessions', { email: staff.email, password }, { 'user-agent': edge })
  assert.deepEqual(await toldAnew(id), ['Edge on Windows'])
})

test('a session that goes on being used keeps its place known', async () => {
  const { user, session } = (await customer()).json()
  await sql`update places set "lastUsedAt" = now() - interval '80 days' where "userId" = ${user.id}`.execute(db)
  await sql`update sessions set "lastUsedAt" = now() - interval '2 minutes' where "userId" = ${user.id}`.execute(db)
  assert.equal((await exchange(session.token)).statusCode, 200)
  const { rows } = await sql`select from places where "userId" = ${user.id}
    and "lastUsedAt" > now() - interval '1 minute'`.execute(db)
  assert.equal(rows.length, 1)
})
