import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { events } from '@lumora/contracts/events'
import pg from 'pg'
import type { Running } from '../../tools/launcher/folder.ts'
import { freePorts } from '../../tools/launcher/ports.ts'
import type { Secrets } from '../../tools/launcher/secrets.ts'
import { demoAccounts } from '../../tools/seed/demo.ts'
import { databasesOf } from '../../tools/verify/databases.ts'

/** Who gets at what, on the whole platform as a user starts it: through the gateway, and past it. */
const root = join(import.meta.dirname, '../..')
const temp = mkdtempSync(join(tmpdir(), 'lumora-access-'))
chmodSync(temp, 0o711)
const data = join(temp, 'data')
const [port = 0] = await freePorts(1)
let launcher: ChildProcess
let output = ''

const { DATABASE_URL: _url, TEST_DATABASE_URL: _testUrl, NODE_TEST_CONTEXT: _context, ...env } = process.env
const running = (): Running => JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'))
const secrets = (): Secrets => JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'))

type Headers = Record<string, string>
interface Answer {
  status: number
  text: string
  body: any
}

async function send(url: string, method: string, headers: Headers, body?: unknown): Promise<Answer> {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...headers
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000)
  })
  const text = await reply.text()
  return {
    status: reply.status,
    text,
    body: /json/.test(String(reply.headers.get('content-type'))) ? JSON.parse(text) : null
  }
}
/** Asks through the gateway, and again while it says that a part of the shop is away for a moment. */
async function ask(method: string, path: string, headers: Headers = {}, body?: unknown): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await send(`http://127.0.0.1:${port}${path}`, method, headers, body)
    if (answer.status !== 503 || tries === 30) return answer
    await sleep(500)
  }
}
async function get(method: string, path: string, headers: Headers, body?: unknown, status = 201): Promise<any> {
  const answer = await ask(method, path, headers, body)
  assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`)
  return answer.body
}

const bearer = ({ session }: { session: { token: string } }): Headers => ({ authorization: `Bearer ${session.token}` })
const register = async () => {
  const email = `${crypto.randomUUID()}@shop.example`
  const password = `Moonstone-${crypto.randomUUID()}`
  const body = await get('POST', '/api/v1/auth/register', {}, { email, password, name: 'Asha' })
  return { headers: bearer(body), id: body.user.id as string, email }
}

before(async () => {
  launcher = spawn(process.execPath, [join(root, 'tools/start.ts'), '--data', data, '--port', String(port)], {
    cwd: root,
    env: { ...env, TRUSTED_CLIENTS: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  })
  for (const stream of [launcher.stdout!, launcher.stderr!]) stream.on('data', (chunk) => (output += String(chunk)))
  while (!output.includes('Ctrl-C stops everything.')) {
    assert.equal(launcher.exitCode, null, output)
    await sleep(50)
  }
})

after(async () => {
  launcher.kill('SIGINT')
  if (launcher.exitCode === null) await once(launcher, 'exit')
  rmSync(temp, { recursive: true, force: true })
})

/** A token of a service for another, as auth gives it for the service's own secret. */
async function serviceToken(name: string, audience: string): Promise<Headers | null> {
  const authorization = `Basic ${Buffer.from(`${name}:${secrets().clients[name]}`).toString('base64')}`
  const { status, body } = await send(
    `${running().services.auth!.url}/internal/token`,
    'POST',
    { authorization },
    { audience }
  )
  return status === 200 ? { authorization: `Bearer ${body.token}` } : null
}

/** The token that the gateway would pass on for a session. */
async function personToken(headers: Headers): Promise<Headers> {
  const gateway = (await serviceToken('gateway', 'auth'))!
  const token = headers.authorization!.slice('Bearer '.length)
  const url = `${running().services.auth!.url}/internal/sessions/exchange`
  const { body, status } = await send(url, 'POST', gateway, { token })
  assert.equal(status, 200)
  return { authorization: `Bearer ${body.token}` }
}

/** A customer with one of everything that has an id, and those ids. */
async function owner() {
  const person = await register()
  const { headers } = person
  const me = '/api/v1/users/me'
  const { items } = await get('GET', '/api/v1/designs?category=rings&limit=50', {}, undefined, 200)
  let variant: any
  for (const { slug } of items) {
    const design = await get('GET', `/api/v1/designs/${slug}`, {}, undefined, 200)
    variant = design.variants.find((one: any) => one.available && !one.oneOfAKind)
    if (variant) break
  }
  const line = { variantId: variant.id, pieceId: null, quantity: 1 }
  const filled = async () => {
    const { id } = await get('GET', '/api/v1/carts/current', headers, undefined, 200)
    return get('POST', `/api/v1/carts/${id}/lines`, headers, line)
  }
  const bought = await filled()
  const address = {
    name: 'Asha',
    line1: '1 Marine Drive',
    city: 'Mumbai',
    region: 'MH',
    postcode: '400020',
    country: 'IN'
  }
  const order = await get('POST', '/api/v1/orders', headers, {
    cartId: bought.id,
    email: person.email,
    name: 'Asha',
    shippingAddress: address,
    expectedTotalMinor: bought.totalMinor,
    currency: bought.currency,
    payment: { provider: 'sandbox', token: 'sandbox-decline' }
  })
  const cart = await filled()
  const wishlist = await get('POST', `${me}/wishlists`, headers, { name: 'Dear' })
  const item = await get('POST', `${me}/wishlists/${wishlist.id}/items`, headers, { designSlug: items[0].slug })
  const { items: messages } = await eventuallyMessages(headers)
  const made = async (path: string, body?: object, status = 201) =>
    (await get('POST', `${me}/${path}`, headers, body, status)).id
  const { sessionId } = await get('GET', '/api/v1/auth/sessions/current', headers, undefined, 200)
  const ids: Record<string, string> = {
    orderId: order.id,
    cartId: cart.id,
    lineId: cart.lines[0].id,
    wishlistId: wishlist.id,
    itemId: item.id,
    messageId: messages[0].id,
    sessionId,
    userId: person.id,
    addressId: await made('addresses', address),
    sizeId: await made('sizes', { name: 'finger', kind: 'ring', system: 'us', label: '6.5' }),
    dateId: await made('dates', { label: 'day', occasion: 'other', month: 5, day: 5 }),
    exportId: await made('exports', undefined, 202)
  }
  return { ...person, ids }
}

async function eventuallyMessages(headers: Headers): Promise<any> {
  for (let tries = 0; ; tries++) {
    const page = await get('GET', '/api/v1/messages', headers, undefined, 200)
    if (page.items.length > 0 || tries > 200) return page
    await sleep(50)
  }
}

/** A member of staff with one role, who needs no second factor. */
async function memberOfStaff(role: string): Promise<Headers> {
  const operator = (await serviceToken('operator', 'auth'))!
  const person = { email: `${crypto.randomUUID()}@shop.example`, password: `Moonstone-${crypto.randomUUID()}` }
  const url = `${running().services.auth!.url}/internal/staff`
  const member = { ...person, name: 'Ravi', roles: [role], secondFactor: 'not-required' }
  const saved = await send(url, 'POST', operator, member)
  assert.equal(saved.status, 200, saved.text)
  return bearer(await get('POST', '/api/v1/auth/sessions', {}, person))
}

/** What anybody may see, or who has been given the path, which holds a secret. */
const open = [
  /^GET \/api\/v1\/(designs|categories|collections|menus|stones)\/\{\w+\}(\/related)?$/,
  /^GET \/api\/v1\/media\/\{mediaId\}/,
  /^GET \/api\/v1\/sizes\/\{kind\}/,
  /^(GET|POST) \/api\/v1\/(payments\/sandbox\/\{challengeId\}|unsubscribe\/\{token\})$/,
  /^GET \/api\/v1\/(wishlists\/\{link\}|erasures\/\{receipt\}|pieces\/\{pieceId\}|orders\/tracked\/\{number\})$/
]

/** What is sent with the routes that look at the body before they look whose the thing is: all that a buyer or a customer may change. */
const lines = [{ position: 1, quantity: 1 }]
const bodies: Record<string, object> = {
  'POST /api/v1/carts/{cartId}/lines': { variantId: crypto.randomUUID(), quantity: 1 },
  'PATCH /api/v1/carts/{cartId}/lines/{lineId}': { quantity: 2 },
  'PUT /api/v1/carts/{cartId}/lines/{lineId}/saved': { saved: true },
  'PUT /api/v1/carts/{cartId}/destination': { country: 'IN' },
  'PUT /api/v1/carts/{cartId}/shipping-method': { code: 'standard' },
  'POST /api/v1/carts/{cartId}/coupons': { code: 'DIWALI' },
  'POST /api/v1/orders/{orderId}/payments': { payment: { provider: 'sandbox', token: 'sandbox-approve' } },
  'POST /api/v1/orders/{orderId}/returns': { reason: 'Too small', lines },
  'PUT /api/v1/users/me/addresses/{addressId}': {
    name: 'Eve',
    line1: 'B',
    city: 'C',
    region: 'MH',
    postcode: '400020',
    country: 'IN'
  },
  'PUT /api/v1/users/me/sizes/{sizeId}': { name: 'Eve', kind: 'ring', system: 'us', label: '6.5' },
  'PUT /api/v1/users/me/dates/{dateId}': { label: 'Eve', occasion: 'other', month: 5, day: 5 },
  'PUT /api/v1/users/me/wishlists/{wishlistId}': { name: 'Eve' },
  'POST /api/v1/users/me/wishlists/{wishlistId}/items': { designSlug: 'lotus-ring' },
  'PUT /api/v1/users/me/wishlists/{wishlistId}/items/{itemId}/note': { note: 'Eve' },
  'PUT /api/v1/users/me/wishlists/{wishlistId}/items/{itemId}/wishlist': { wishlistId: crypto.randomUUID() }
}
const nobodys = '00000000-0000-7000-8000-000000000000'
/** Routes that take nothing. */
const bare = /\/(claim|cancel|read|link|accept|delivered)$/

test('A01 every public route with an id: nobody, another customer and staff without the permission get no further than if there were no such thing', async () => {
  const contract = await get('GET', '/api/v1/openapi.json', {}, undefined, 200)
  const routes = Object.entries(contract.paths as Record<string, object>)
    .filter(([path]) => path.includes('{'))
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`))
  const person = await owner()
  const stranger = await register()
  const guesses = Object.fromEntries(Object.keys(person.ids).map((name) => [name, crypto.randomUUID()]))
  const members = [await memberOfStaff('catalogue'), await memberOfStaff('finance')]
  const everything = async () => {
    const paths = ['/api/v1/orders', '/api/v1/carts/current', '/api/v1/messages', '/api/v1/auth/sessions']
    const own = ['addresses', 'sizes', 'dates', 'wishlists', `wishlists/${person.ids.wishlistId}/items`].map(
      (path) => `/api/v1/users/me/${path}`
    )
    const texts: string[] = []
    for (const path of [...paths, ...own]) texts.push((await ask('GET', path, person.headers)).text)
    return texts.join('\n').replaceAll(/"(lastUsedAt|priceKeptUntil|instance)":"[^"]*"/g, '')
  }
  const untouched = await everything()
  const wrong: string[] = []
  let tried = 0
  for (const route of routes) {
    if (open.some((pattern) => pattern.test(route))) continue
    const [method, path] = route.split(' ') as [string, string]
    const at = (ids: Record<string, string>) =>
      path.replaceAll(
        /\{(\w+)\}/g,
        (_, name: string) => ids[name] ?? { day: '2026-01-01', file: `${nobodys}.pdf` }[name] ?? nobodys
      )
    const body = bodies[route] ?? (method === 'GET' || method === 'DELETE' || bare.test(path) ? undefined : {})
    const tokens = { 'cart-token': 'x'.repeat(43), 'order-token': 'x'.repeat(43) }
    const forged = { 'x-user-id': person.id, 'x-user-role': 'owner', 'x-http-method-override': 'GET' }
    const extra = { 'if-match': '"1"', 'x-request-id': 'one-request', ...tokens, ...forged }
    const tries = {
      nobody: [extra, [401, 404]],
      'one whose session has ended': [{ ...extra, authorization: `Bearer ${'A'.repeat(43)}` }, [401, 404]],
      'another customer': [{ ...stranger.headers, ...extra }, [403, 404]]
    } as const
    const [real, none] = [at(person.ids), at(guesses)]
    for (const [who, [headers, refusals]] of Object.entries(tries)) {
      const answers = [await ask(method, real, headers, body), await ask(method, none, headers, body)] as const
      const [theirs, nothing] = answers.map(({ text }, i) => text.replaceAll([real, none][i]!, ''))
      tried++
      if (!(refusals as readonly number[]).includes(answers[0].status))
        wrong.push(`${route} by ${who} is a ${answers[0].status}: ${theirs!.slice(0, 200)}`)
      else if (theirs !== nothing)
        wrong.push(`${route} tells ${who} what is another’s from what is not: ${theirs} ${nothing}`)
    }
    const ofStaff: number[] = []
    for (const member of members) ofStaff.push((await ask(method, real, { ...member, ...extra }, body)).status)
    if (!ofStaff.some((status) => status === 403 || status === 404))
      wrong.push(`${route} is open to staff for the catalogue and for finance alike: ${ofStaff.join()}`)
  }
  assert.deepEqual(wrong, [], 'routes that are not refused, or not in the lists of this test')
  assert.ok(tried > 180)
  assert.equal(await everything(), untouched)
  process.stdout.write(`# ${tried} tries at ${routes.length} routes with an id\n`)
})

test('A02 a checkout names nothing of another customer’s: ids of addresses, means of payment, coupons and uploads are no part of it, and another’s cart is none', async () => {
  const [person, stranger] = [await owner(), await register()]
  const checkout = {
    cartId: person.ids.cartId,
    email: stranger.email,
    name: 'Eve',
    shippingAddress: { name: 'Eve', line1: 'B', city: 'Pune', region: 'MH', postcode: '411001', country: 'IN' },
    expectedTotalMinor: 1,
    currency: 'INR',
    payment: { provider: 'sandbox', token: 'sandbox-approve' }
  }
  for (const name of ['addressId', 'paymentMethodId', 'couponId', 'uploadId', 'userId']) {
    const { status, text, body } = await ask('POST', '/api/v1/orders', stranger.headers, {
      ...checkout,
      [name]: person.ids.addressId
    })
    assert.equal(status, 400, text)
    assert.equal(body.errors[0].pointer, `#/${name}`)
  }
  const answers: string[] = []
  for (const cartId of [person.ids.cartId, crypto.randomUUID()]) {
    const headers = { ...stranger.headers, 'x-request-id': 'one-request' }
    const { status, text } = await ask('POST', '/api/v1/orders', headers, { ...checkout, cartId })
    assert.equal(status, 404, text)
    answers.push(text)
  }
  assert.equal(answers[0], answers[1])
})

test('A03 a guest’s cart opens by a token of 256 bits only', async () => {
  const { id, token } = await get('POST', '/api/v1/carts', {}, {})
  assert.match(token, /^[\w-]{43,}$/)
  const path = `/api/v1/carts/${id}`
  assert.equal((await ask('GET', path, { 'cart-token': token })).status, 200)
  const guesses = [undefined, '', token.slice(1), `${token}A`, token.toLowerCase(), id, 'x'.repeat(43)]
  for (const guess of guesses) {
    const { status } = await ask('GET', path, guess === undefined ? {} : { 'cart-token': guess })
    assert.ok(status === 404 || status === 400, `${guess} is a ${status}`)
  }
})

/** A request written by hand, as no client would send it. */
async function raw(head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${head.replaceAll('\n', '\r\n')}\r\nhost: shop\r\nconnection: close\r\n\r\n`)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

test('A09 no header makes anybody somebody else: not at the gateway, however it is spelt, and not at a service', async () => {
  const [person, victim] = [await register(), await register()]
  const head = `GET /api/v1/auth/sessions/current HTTP/1.1\nauthorization: ${person.headers.authorization}`
  for (const forged of [
    `X-User-Id: ${victim.id}\nX-User-Role: owner\nX-Internal-User: ${victim.id}`,
    `x_user_id: ${victim.id}`,
    `X-User-Id: ${victim.id}\nx-user-id: ${victim.id}`,
    `X-USER-ID:\t${victim.id}`,
    `Connection: x-user-id, authorization\nx-user-id: ${victim.id}`,
    'X-Original-URL: /internal/sessions/exchange\nX-Rewrite-URL: /internal/token',
    'X-Forwarded-For: 127.0.0.1\nX-Forwarded-Host: evil.example\nX-Forwarded-Proto: https'
  ]) {
    const text = await raw(`${head}\n${forged}`)
    const status = Number(text.slice(9, 12))
    assert.ok(status === 200 || (status >= 400 && status < 500), text)
    assert.ok(!text.includes(victim.id) && !text.includes('staff:write'), text)
    if (status === 200) assert.ok(text.includes(person.id), text)
  }
  assert.match(await raw(`${head}\nX-User-Id : ${victim.id}`), /^HTTP\/1\.1 400/)
  const headers = { 'x-user-id': victim.id, 'x-user-role': 'owner', 'x-roles': 'owner' }
  for (const { url } of Object.values(running().services))
    for (const path of ['/api/v1/auth/sessions/current', '/api/v1/users/me', '/api/v1/orders', '/internal/events']) {
      const { status } = await send(`${url}${path}`, 'GET', headers)
      assert.ok(status === 401 || status === 404 || status === 405, `${url}${path} is a ${status}`)
    }
})

test('A16 there is no refresh token to reuse: a session is exchanged 40 times at once, auth is killed among them, and it lives on', async () => {
  const { headers, id } = await register()
  const exchange = () =>
    personToken(headers).then(
      () => true,
      () => false
    )
  const first = await Promise.all(Array.from({ length: 40 }, exchange))
  assert.ok(first.every(Boolean))
  const { pid } = running().services.auth!
  const during = Array.from({ length: 40 }, exchange)
  process.kill(pid!, 'SIGKILL')
  await Promise.all(during)
  for (let tries = 0; !(await exchange()); tries++) {
    assert.ok(tries < 600)
    await sleep(50)
  }
  const { authorization } = await personToken(headers)
  assert.equal(JSON.parse(Buffer.from(authorization!.split('.')[1]!, 'base64url').toString()).sub, id)
})

test('the demo shop’s accounts sign in', async () => {
  for (const { email, password } of Object.values(demoAccounts))
    await get('POST', '/api/v1/auth/sessions', {}, { email, password })
})

test('A17 A22 kill -9 of auth right after a sign-out, an ended session, a changed password and a disabled account: each session stays refused', async () => {
  const password = `Moonstone-${crypto.randomUUID()}`
  const another = `Moonstone-${crypto.randomUUID()}`
  const exchange = async (headers: Headers) => {
    const token = headers.authorization!.slice('Bearer '.length)
    const gateway = (await serviceToken('gateway', 'auth'))!
    return send(`${running().services.auth!.url}/internal/sessions/exchange`, 'POST', gateway, { token })
  }
  const killAuth = async () => {
    const { pid } = running().services.auth!
    process.kill(pid!, 'SIGKILL')
    for (;;) {
      const auth = running().services.auth
      const isBack = auth && auth.pid !== pid && (await fetch(`${auth.url}/readyz`).catch(() => null))?.ok
      if (isBack) return
      await sleep(50)
    }
  }
  const owners = await memberOfStaff('owner')
  const ways: [string, (session: Headers, other: Headers, id: string) => Promise<Answer>][] = [
    ['sign-out', (session) => ask('DELETE', '/api/v1/auth/sessions/current', session)],
    ['ended others', (_, other) => ask('DELETE', '/api/v1/auth/sessions', other)],
    [
      'changed password',
      (_, other) => ask('PUT', '/api/v1/auth/password', other, { currentPassword: password, password: another })
    ],
    ['disabled account', (_, __, id) => ask('PUT', `/api/v1/auth/users/${id}/state`, owners, { disabled: true })]
  ]
  const operator = (await serviceToken('operator', 'auth'))!
  for (const [what, end] of ways) {
    const email = `${crypto.randomUUID()}@shop.example`
    const person = { email, password, name: 'Asha', roles: [] }
    const { body } = await send(`${running().services.auth!.url}/internal/staff`, 'POST', operator, person)
    const [session, other] = [
      bearer(await get('POST', '/api/v1/auth/sessions', {}, { email, password })),
      bearer(await get('POST', '/api/v1/auth/sessions', {}, { email, password }))
    ]
    assert.equal((await exchange(session)).status, 200, what)
    const ended = await end(session, other, body.id)
    assert.ok(ended.status < 300, `${what}: ${ended.text}`)
    await killAuth()
    assert.equal((await exchange(session)).status, 401, what)
  }
})

test('A75 the role of a service connects to no other database, and is no superuser: no programs, no files of the server, no other roles', async () => {
  const urls = databasesOf(data, undefined)
  const names = Object.keys(urls)
  assert.ok(names.length >= 8)
  for (const name of names) {
    for (const other of [...names, 'postgres', 'template1'].filter((one) => one !== name)) {
      const url = Object.assign(new URL(urls[name]!), { pathname: `/${other}` }).href
      const client = new pg.Client({ connectionString: url })
      await assert.rejects(client.connect(), { code: '42501' }, `${name} connected to ${other}`)
    }
    const client = new pg.Client({ connectionString: urls[name]! })
    await client.connect()
    try {
      const { rows } =
        await client.query(`select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as "more"
        from pg_roles where rolname = current_user`)
      assert.deepEqual(rows, [{ more: false }], name)
      for (const statement of [
        `copy (select 1) to program 'id'`,
        `copy pg_temp.x from program 'id'`,
        `copy (select 1) to '/tmp/${crypto.randomUUID()}'`,
        `select pg_read_file('/etc/passwd')`,
        `select pg_ls_dir('/')`,
        `select lo_import('/etc/passwd')`,
        `select passwd from pg_shadow`,
        `create role eve`,
        `alter role current_user superuser`,
        `set session authorization postgres`,
        `create extension file_fdw`,
        `create function eve() returns int language c as 'libc.so.6', 'getpid'`
      ]) {
        await client.query('begin')
        await client.query('create temp table x ("line" text)')
        await assert.rejects(client.query(statement), { code: '42501' }, `${name}: ${statement}`)
        await client.query('rollback')
      }
    } finally {
      await client.end()
    }
  }
})

test('A74 the role of auth can add to the audit log and read it, and can neither change nor remove an entry, a trigger or the table', async () => {
  const client = new pg.Client({ connectionString: databasesOf(data, undefined).auth! })
  await client.connect()
  try {
    const entries = async () =>
      (await client.query('select count(*)::integer as "count" from "auditEntries"')).rows[0].count
    const earlier = await entries()
    await memberOfStaff('support')
    assert.equal(await entries(), earlier + 1)
    await client.query('grant all on "auditEntries" to auth') // answers with a warning that nothing was granted
    for (const statement of [
      `update "auditEntries" set "actor" = 'user:eve'`,
      'delete from "auditEntries"',
      'truncate "auditEntries"',
      'truncate "auditHead"',
      'delete from "auditHead"',
      'drop trigger "auditEntries_stay" on "auditEntries"',
      'drop trigger "auditHead_stays" on "auditHead"',
      'alter table "auditEntries" disable trigger "auditEntries_stay"',
      'alter table "auditEntries" disable trigger all',
      'alter table "auditEntries" owner to auth',
      'alter table "auditEntries" rename to "eve"',
      'alter table "auditEntries" drop column "actor"',
      'create trigger eve before insert on "auditEntries" for each row execute function refuse_change()',
      'create rule eve as on insert to "auditEntries" do instead nothing',
      'drop table "auditEntries"',
      'drop schema public cascade',
      'alter schema public owner to auth',
      'create or replace function sealed.seal(regclass, boolean) returns void language sql as $$ select $$',
      'set role "auth-sealed"',
      'grant "auth-sealed" to auth',
      `select sealed.seal('"auditEntries"', true)`,
      `set session_replication_role = 'replica'`
    ])
      await assert.rejects(client.query(statement), { code: '42501' }, statement)
    assert.equal(await entries(), earlier + 1)
  } finally {
    await client.end()
  }
})

test('A76 a forged event is taken by no consumer: without a token, with a customer’s, with another service’s for a topic that is not its own', async () => {
  const urls = databasesOf(data, undefined)
  const customer = await personToken((await register()).headers)
  const consumers = new Set<string>(Object.values(events).flatMap(({ heardBy }) => heardBy as readonly string[]))
  let foreign = 0
  for (const consumer of consumers) {
    const topics = Object.entries(events).filter(([, { heardBy }]) => (heardBy as readonly string[]).includes(consumer))
    const url = `${running().services[consumer]?.url ?? running().gatewayUrl}/internal/events`
    const id = crypto.randomUUID()
    const tell = (headers: Headers, topic: string, source = topic.split('.')[0]!) =>
      send(url, 'POST', headers, {
        specversion: '1.0',
        id,
        source,
        type: topic,
        subject: crypto.randomUUID(),
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        aggregateversion: 1,
        data: {}
      })
    for (const [topic] of topics) {
      const publisher = topic.split('.')[0]!
      assert.equal((await tell({}, topic)).status, 401, `${consumer} ${topic}`)
      assert.equal((await tell(customer, topic)).status, 403, `${consumer} ${topic}`)
      for (const name of Object.keys(secrets().clients)) {
        if (name === publisher) continue
        const token = await serviceToken(name, consumer)
        if (!token) continue
        foreign++
        assert.equal((await tell(token, topic)).status, 403, `${name} to ${consumer} ${topic}`)
        assert.equal((await tell(token, topic, name)).status, 403, `${name} to ${consumer} ${topic} in its own name`)
      }
      const elsewhere = await serviceToken(publisher, publisher === 'auth' ? 'notification' : 'auth')
      if (elsewhere && consumer !== 'notification' && consumer !== 'auth')
        assert.equal((await tell(elsewhere, topic)).status, 401, `${consumer} takes a token for another`)
    }
    // The gateway keeps no events: what it hears makes it forget what it has kept.
    if (consumer === 'gateway') continue
    const client = new pg.Client({ connectionString: urls[consumer]! })
    await client.connect()
    const { rows } = await client.query('select 1 from inbox where "eventId" = $1', [id])
    await client.end()
    assert.deepEqual(rows, [], consumer)
  }
  assert.ok(consumers.size >= 4 && foreign > 10, `${consumers.size} consumers, ${foreign} foreign tokens`)
})
