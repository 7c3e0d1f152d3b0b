import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { events } from '@lumora/contracts/events'
import { statementsDuring } from '@lumora/kit/database'
import { keys } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { checkPassword } from '../src/controllers/passwords.ts'
import {
  anAddress,
  app,
  bearer,
  call,
  codeNow,
  db,
  deps,
  enrol,
  linksTo,
  makeStaff,
  password,
  pool,
  post,
  realApp,
  customer,
  signIn,
  slug,
  someEmail
} from './auth.ts'

const wrong = 'not the password'

test('A05 roles, rights, ids and times of the caller’s own are refused by every route that takes a body, and change nothing', async () => {
  const { session, user } = (await customer()).json()
  const extras = {
    roles: ['owner'],
    permissions: ['staff:write'],
    isAdmin: true,
    emailVerifiedAt: new Date().toISOString(),
    userId: user.id,
    createdAt: new Date().toISOString(),
    secondFactor: 'not-required'
  }
  const bodies: [string, string, object][] = [
    ['POST', '/register', { email: someEmail(), password, name: 'Asha' }],
    ['POST', '/sessions', { email: user.email, password }],
    ['POST', '/password-resets', { email: user.email }],
    ['PUT', '/password', { currentPassword: password, password: 'another good horse' }],
    ['POST', '/email-changes', { email: someEmail(), password }],
    ['POST', '/sessions/current/proof', { password }],
    ['POST', '/second-factor', { password }]
  ]
  for (const [method, path, body] of bodies) {
    for (const [field, value] of Object.entries(extras)) {
      const reply = await call(session, method as 'POST', path, { ...body, [field]: value })
      assert.equal(reply.statusCode, 400, `${path} ${field}`)
      assert.equal(reply.json().errors[0].pointer, `#/${field}`)
    }
  }
  const row = await db.selectFrom('users').selectAll().where('id', '=', user.id).executeTakeFirstOrThrow()
  assert.deepEqual([row.email, row.secondFactor, row.version], [user.email, 'required', 1])
})

/** Who may call which route besides staff and services; a new route that is in neither list has to refuse both. */
const anyone = new Set([
  'POST /api/v1/auth/register',
  'POST /api/v1/auth/sessions',
  'POST /api/v1/auth/sessions/second-factor',
  'POST /api/v1/auth/password-resets',
  'POST /api/v1/auth/password-resets/confirm',
  'POST /api/v1/auth/staff/invitations/accept',
  'GET /.well-known/jwks.json',
  'POST /internal/token'
])
const customers = new Set([
  'GET /api/v1/auth/sessions',
  'DELETE /api/v1/auth/sessions',
  'DELETE /api/v1/auth/sessions/{sessionId}',
  'GET /api/v1/auth/sessions/current',
  'DELETE /api/v1/auth/sessions/current',
  'POST /api/v1/auth/sessions/current/proof',
  'GET /api/v1/auth/second-factor',
  'POST /api/v1/auth/second-factor',
  'POST /api/v1/auth/second-factor/confirm',
  'POST /api/v1/auth/second-factor/recovery-codes',
  'DELETE /api/v1/auth/second-factor',
  'POST /api/v1/auth/email-verifications',
  'POST /api/v1/auth/email-verifications/confirm',
  'POST /api/v1/auth/email-changes',
  'POST /api/v1/auth/email-changes/confirm',
  'PUT /api/v1/auth/password'
])

test('A01 A04 every route of the contract refuses nobody’s request, and those of staff and services a customer’s, whatever headers say', async () => {
  const { session } = (await customer()).json()
  const headers = { ...(await bearer(session.token)), 'x-http-method-override': 'GET', 'x-user-role': 'owner' }
  const real = await realApp()
  const { paths } = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))
  const routes = Object.entries(paths as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`)
  )
  for (const known of [...anyone, ...customers]) assert.ok(routes.includes(known), known)
  for (const route of routes) {
    if (anyone.has(route)) continue
    const [method, path] = route.split(' ') as ['GET', string]
    const url = path.replaceAll(/\{\w+\}/g, crypto.randomUUID())
    assert.equal((await real.inject({ method, url })).statusCode, 401, route)
    if (customers.has(route)) continue
    const payload = method === 'GET' ? {} : { payload: {} }
    assert.equal((await real.inject({ method, url, headers, ...payload })).statusCode, 403, route)
  }
})

test('A06 no answer holds a hash or a secret', async () => {
  const owner = await makeStaff(['owner'])
  for (const path of ['/staff', '/audit', '/sessions', '/sessions/current', '/second-factor', `/users/${owner.id}`]) {
    const reply = await call(owner.session, 'GET', path)
    assert.equal(reply.statusCode, 200, path)
    assert.doesNotMatch(reply.body, /argon2|passwordHash|tokenHash|"secret"/)
  }
})

test('A15 1,000 random changes of a token are each refused as such', async () => {
  const real = await realApp()
  const { session } = (await customer()).json()
  const good = (await bearer(session.token)).authorization.slice(7)
  const url = '/api/v1/auth/sessions/current'
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.='
  let seed = 7022
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const bytesOf = (token: string) =>
    token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('hex'))
      .join('.')
  let tried = 0
  while (tried < 1000) {
    const at = random(good.length)
    const letter = alphabet[random(alphabet.length)]!
    const kind = random(3)
    const changed =
      kind === 0
        ? good.slice(0, at) + letter + good.slice(at + 1)
        : kind === 1
          ? good.slice(0, at) + good.slice(at + 1)
          : good.slice(0, at) + letter + good.slice(at)
    if (bytesOf(changed) === bytesOf(good)) continue
    tried++
    const reply = await real.inject({ url, headers: { authorization: `Bearer ${changed}` } })
    assert.equal(reply.statusCode, 401, changed)
  }
  assert.equal((await real.inject({ url, headers: { authorization: `Bearer ${good}` } })).statusCode, 200)
})

test('A19 every route that begins a session gives a cookie that scripts, other sites and plain HTTP cannot use', async () => {
  const secure = buildApp({ ...deps, keys, secureCookies: true })
  const email = someEmail()
  const headers = { 'x-forwarded-for': anAddress() }
  const send = (url: string, payload: object) =>
    secure.inject({ method: 'POST', url: `/api/v1/auth${url}`, payload, headers })
  const registered = await send('/register', { email, password, name: 'Asha' })
  await sql`update users set "emailVerifiedAt" = now() where "email" = ${email}`.execute(db)
  const signedIn = await send('/sessions', { email, password })
  const { secret } = await enrol(registered.json().session)
  const { challenge } = (await send('/sessions', { email, password })).json()
  const code = await codeNow(secret, registered.json().user.id)
  const twice = await send('/sessions/second-factor', { challenge, code })
  for (const reply of [registered, signedIn, twice]) {
    assert.equal(reply.statusCode, 201)
    const cookie = String(reply.headers['set-cookie'])
    assert.match(cookie, /^__Host-lumora_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
    assert.doesNotMatch(cookie, /Domain/i)
  }
})

test('A20 forms of other sites and JSON under another name are a 415, and a GET changes nothing', async () => {
  const email = someEmail()
  const { user } = (await customer({ email })).json()
  const body = JSON.stringify({ email, password })
  for (const type of [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/json'
  ])
    for (const url of ['/sessions', '/register', '/password-resets']) {
      const reply = await app.inject({
        method: 'POST',
        url: `/api/v1/auth${url}`,
        payload: body,
        headers: { 'content-type': type }
      })
      assert.equal(reply.statusCode, 415, `${type} ${url}`)
    }
  const { session } = (await signIn({ email, password })).json()
  const snapshot = async () => {
    const { rows } = await sql`select (select "version" from users where "id" = ${user.id}) as "version",
      (select count(*) from sessions where "userId" = ${user.id}) as "sessions",
      (select count(*) from "auditEntries") as "entries", (select count(*) from outbox) as "events"`.execute(db)
    return rows[0]
  }
  const before = await snapshot()
  for (const path of ['/sessions', '/sessions/current', '/second-factor']) await call(session, 'GET', path)
  assert.deepEqual(await snapshot(), before)
})

test('A21 no answer allows another origin', async () => {
  for (const origin of [
    'null',
    'https://shop.example.evil.example',
    'http://shop.example',
    'https://evil-shop.example'
  ])
    for (const method of ['GET', 'OPTIONS'] as const) {
      const reply = await app.inject({
        method,
        url: '/.well-known/jwks.json',
        headers: { origin, 'access-control-request-method': 'POST' }
      })
      for (const name of Object.keys(reply.headers)) assert.doesNotMatch(name, /^access-control/)
    }
})

test('A24 1,000 accounts from one address, its forwarded part forged, in a minute: 20 passwords are checked', async () => {
  const address = anAddress()
  const statuses: number[] = []
  for (let i = 0; i < 1000; i += 50) {
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, j) =>
        signIn(
          { email: `victim-${i + j}@example.com`, password: wrong },
          `10.9.${(i + j) >> 8}.${(i + j) & 255}, ${address}`
        )
      )
    )
    statuses.push(...replies.map(({ statusCode }) => statusCode))
  }
  assert.equal(statuses.filter((status) => status === 401).length, 20)
  assert.equal(statuses.filter((status) => status === 429).length, 980)
})

test('A25 POST /auth/sessions does the same work for an unknown e-mail as for a wrong password', async () => {
  const email = someEmail()
  await customer({ email })
  const id = { 'x-request-id': 'the-same-request-id' }
  const texts: string[][] = []
  const bodies: string[] = []
  for (const one of [email, someEmail()])
    texts.push(
      await statementsDuring(pool, async () => {
        const reply = await post('/api/v1/auth/sessions', { email: one, password: wrong }, id)
        assert.equal(reply.statusCode, 401)
        bodies.push(reply.body)
      })
    )
  assert.deepEqual(texts[0], texts[1])
  assert.equal(bodies[0], bodies[1])
})

test('A25 POST /auth/sessions reckons as much for an unknown e-mail as for a wrong password', async () => {
  const email = someEmail()
  await customer({ email })
  const cpu = { known: 0, unknown: 0 }
  for (let i = 0; i < 24; i++) {
    const who = i % 2 ? 'known' : 'unknown'
    const before = process.cpuUsage()
    await signIn({ email: who === 'known' ? email : someEmail(), password: wrong })
    const { user, system } = process.cpuUsage(before)
    if (i >= 4) cpu[who] += user + system
  }
  const ratio = cpu.unknown / cpu.known
  assert.ok(ratio > 0.6 && ratio < 1.6, `the work for an unknown e-mail is ${ratio.toFixed(2)} of that for a known one`)
})

test('A25 POST /auth/register does the same work and answers alike, whether the e-mail has an account or not', async () => {
  const email = someEmail()
  await customer({ email })
  const texts: string[][] = []
  const bodies: string[] = []
  for (const one of [email, someEmail()])
    texts.push(
      await statementsDuring(pool, async () => {
        const { body, statusCode, headers } = await post('/api/v1/auth/register', {
          email: one,
          password,
          name: 'Asha'
        })
        const { user, session } = JSON.parse(body)
        const told = [one, user.id, session.token, session.expiresAt].reduce(
          (text, own) => text.replaceAll(own, '·'),
          body
        )
        bodies.push([statusCode, told, Object.keys(headers)].join(' '))
      })
    )
  assert.deepEqual(texts[0], texts[1])
  assert.equal(bodies[0], bodies[1])
  assert.match(bodies[0]!, /^201 /)
})

test('A27 passwords: the 3,000 most common are refused in any case and width, long ones count to their last letter', async () => {
  const list = readFileSync(new URL('../data/common-passwords.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  assert.ok(list.length >= 3000)
  for (const [i, common] of list.entries()) {
    const variant = i % 3 === 0 ? common : i % 3 === 1 ? common.toUpperCase() : common.replaceAll('1', '１')
    assert.throws(() => checkPassword(variant, 'asha@example.com'), { slug: 'password-too-common' }, common)
  }
  for (const common of ['password1', 'iloveyou', '1234567890', 'qwertyuiop', 'letmein123', 'trustno1'])
    assert.equal(slug(await customer({ password: common })), 'password-too-common', common)
  const email = someEmail()
  const long = `${'x'.repeat(72)}tail`
  await customer({ email, password: long })
  assert.equal((await signIn({ email, password: `${'x'.repeat(72)}other` })).statusCode, 401)
  assert.equal((await signIn({ email, password: long })).statusCode, 201)
  assert.equal((await customer({ password: 'no rules of composition' })).statusCode, 201)
})

test('A27 a password of 1 MB is a 413 before anything is reckoned, and one with a NUL a 400', async () => {
  const texts = await statementsDuring(pool, async () => {
    assert.equal((await customer({ password: 'x'.repeat(1024 * 1024) })).statusCode, 413)
    assert.equal((await customer({ password: 'good\u0000password' })).statusCode, 400)
  })
  assert.deepEqual(texts, [])
})

test('A55 __proto__ and constructor in a body are refused, and pollute nothing', async () => {
  const email = someEmail()
  const bodies = [
    `{"email":"${email}","password":"${password}","__proto__":{"polluted":1}}`,
    `{"email":"${email}","password":"${password}","constructor":{"prototype":{"polluted":1}}}`,
    `{"__proto__":{"email":"${email}","password":"${password}","polluted":1}}`
  ]
  for (const payload of bodies) {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sessions',
      payload,
      headers: { 'content-type': 'application/json' }
    })
    assert.equal(reply.statusCode, 400, payload)
  }
  const query = await app.inject('/.well-known/jwks.json?__proto__[polluted]=1&constructor.prototype.polluted=1')
  assert.ok([200, 400].includes(query.statusCode))
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
})

test('A56 JSON that is large, deep, wide, doubled, broken or of the wrong type is a 4xx', async () => {
  const email = someEmail()
  await customer({ email })
  const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/auth/sessions',
      payload,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': anAddress(), ...headers }
    })
  const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, 1])))
  const cases: [string, number, string | Buffer, Record<string, string>?][] = [
    ['10 MB', 413, `{"email":"${'x'.repeat(10_000_000)}"}`],
    ['10,000 levels', 400, `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['20,000 keys', 400, wide],
    ['a NUL', 400, `{"email":"${email}","password":"a\\u0000bcdefgh"}`],
    ['an e-mail with a NUL', 400, `{"email":"a\\u0000@example.com","password":"${password}"}`],
    [
      'bad UTF-8',
      400,
      Buffer.concat([Buffer.from(`{"email":"${email}","password":"`), Buffer.from([0xff, 0xfe]), Buffer.from('"')])
    ],
    ['half of it', 400, `{"email":"${email}"`],
    ['a number', 400, '42'],
    ['nothing', 400, ''],
    ['the wrong type', 400, `{"email":["${email}"],"password":{"a":1}}`],
    ['compressed', 415, Buffer.from('x'), { 'content-encoding': 'gzip', 'content-type': 'application/gzip' }]
  ]
  for (const [what, status, payload, headers] of cases)
    assert.equal((await send(payload, headers)).statusCode, status, what)
  const surrogate = await send(`{"email":"${email}","password":"\\ud800aaaaaaaa"}`)
  assert.ok(surrogate.statusCode >= 400 && surrogate.statusCode < 500)
  const doubled = await send(`{"email":"${email}","password":"${wrong}","password":"${password}"}`)
  assert.ok([201, 400].includes(doubled.statusCode))
})

test('A56 a request over a real socket that says less or more than it sends is answered, and the service goes on', async () => {
  const own = buildApp({ ...deps, keys })
  const origin = await own.listen({ port: 0, host: '127.0.0.1' })
  after(() => own.close())
  const { port } = new URL(origin)
  const head = 'POST /api/v1/auth/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'
  for (const rest of [
    'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'content-length: -1\r\n\r\n{}'
  ])
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(head + rest))
      socket.on('data', (data) => {
        assert.match(String(data), /^HTTP\/1\.1 4\d\d/)
        socket.destroy()
        resolve()
      })
      socket.on('error', reject)
    })
  assert.equal((await fetch(`${origin}/livez`)).status, 200)
})

test('A71 neither names, e-mails, addresses, passwords, codes nor tokens get into a log', async () => {
  const lines: string[] = []
  const logged = buildApp({ ...deps, keys, log: 'trace' })
  const stream = (logged.log as unknown as Record<symbol, { write: (line: string) => void }>)[
    Object.getOwnPropertySymbols(logged.log).find((one) => String(one) === 'Symbol(pino.stream)')!
  ]!
  stream.write = (line: string) => void lines.push(line)
  const canary = crypto.randomUUID().slice(0, 8)
  const email = `canary-${canary}@example.com`
  const secretPassword = `canary-password-${canary}`
  const headers = { 'x-forwarded-for': '203.0.113.199', 'user-agent': `canary-agent-${canary}` }
  const send = (method: 'POST' | 'PUT', path: string, payload: object, more: object = {}) =>
    logged.inject({ method, url: `/api/v1/auth${path}`, payload, headers: { ...headers, ...more } })
  const registered = await send('POST', '/register', { email, password: secretPassword, name: `Canary ${canary}` })
  assert.equal(registered.statusCode, 201)
  const { token } = registered.json().session
  await send('POST', '/sessions', { email, password: `${secretPassword}!` })
  await send('POST', '/sessions', { email, password: secretPassword })
  await send('POST', '/sessions', { email: [email], password: secretPassword, name: canary })
  await send('POST', '/password-resets', { email })
  const [link] = await linksTo('verification-requested', email)
  await send('POST', '/password-resets/confirm', { token: link, password: secretPassword })
  await send(
    'PUT',
    '/password',
    { currentPassword: secretPassword, password: secretPassword },
    { authorization: `Bearer ${token}` }
  )
  await sql`alter table credentials rename to gone`.execute(db)
  const broken = await send('POST', '/sessions', { email, password: secretPassword })
  await sql`alter table gone rename to credentials`.execute(db)
  assert.equal(broken.statusCode, 500)
  assert.doesNotMatch(broken.body, /credentials|gone|relation/)
  const text = lines.join('')
  assert.ok(lines.length >= 8)
  assert.match(text, /internal-error/)
  for (const found of [canary, email, secretPassword, token, link!, '203.0.113.199'])
    assert.ok(!text.includes(found), found)
})

test('A71 what the outbox and the jobs hold of a link is gone once it was taken; the tries hold no e-mail and no address', async () => {
  const email = someEmail()
  const address = '203.0.113.201'
  await post('/api/v1/auth/register', { email, password, name: 'Asha' }, { 'x-forwarded-for': address })
  await signIn({ email, password: wrong }, address)
  const { rows } = await sql<{
    text: string
  }>`select string_agg("signInTries"::text, ' ') as "text" from "signInTries"`.execute(db)
  assert.ok(!rows[0]!.text.includes(email) && !rows[0]!.text.includes(address))
  for (const [topic, { data }] of Object.entries(events))
    if ('link' in data.properties)
      assert.equal((events as Record<string, { secret?: boolean }>)[topic]!.secret, true, topic)
})
