import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  eventually,
  fromService,
  keys,
  provenCustomer,
  provenStaff,
  signedIn,
  staff,
  testJobs
} from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { saveRegistered } from '../src/models/profiles.ts'
import { work } from '../src/tasks.ts'
import { app, db, deps, me, once, pool, post, send, type Headers } from './user.ts'

interface Operation {
  operationId: string
  responses: Record<string, { content?: Record<string, { schema: Shape }> }>
  requestBody?: { content: Record<string, { schema: Shape }> } | undefined
}
interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  additionalProperties?: boolean | Shape
  patternProperties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
}
const contract = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, responses, requestBody }]) => ({
    operationId,
    responses,
    requestBody,
    path,
    method: method.toUpperCase() as Method
  }))
)

const home = { name: 'A', line1: 'B', city: 'C', region: 'MH', postcode: '400020', country: 'IN' }
const size = { name: 'finger', kind: 'ring', system: 'us', label: '6.5' }
const date = { label: 'day', occasion: 'other', month: 5, day: 5 }
const someId = () => crypto.randomUUID()
/** A body that each operation takes. */
const bodies: Record<string, object> = {
  changeProfile: { name: 'Eve' },
  addAddress: home,
  changeAddress: home,
  addSize: size,
  changeSize: size,
  addDate: date,
  changeDate: date,
  changeConsents: { changes: [{ channel: 'email', topic: 'promotions', granted: true }] },
  addWishlist: { name: 'Eve’s' },
  changeWishlist: { name: 'Eve’s' },
  addWishlistItem: { designSlug: 'lotus-ring' },
  noteWishlistItem: { note: 'Eve was here' },
  moveWishlistItem: { wishlistId: someId() },
  askForErasure: { email: 'eve@example.com' },
  addCustomerNote: { text: 'Eve was here' },
  groupCustomer: { groups: [] },
  putCustomerGroup: { name: 'Eve’s' },
  replayErasures: { since: '2026-01-01T00:00:00Z' }
}
/** Who may call what: a route that is not here fails the test. */
const own = [
  'showProfile',
  'changeProfile',
  'listAddresses',
  'addAddress',
  'listSizes',
  'addSize',
  'listDates',
  'addDate',
  'showConsents',
  'changeConsents',
  'listConsentChanges',
  'listWishlists',
  'addWishlist',
  'askForExport',
  'askForErasure'
]
const ownById = [
  'changeAddress',
  'dropAddress',
  'changeSize',
  'dropSize',
  'changeDate',
  'dropDate',
  'showWishlist',
  'changeWishlist',
  'dropWishlist',
  'shareWishlist',
  'unshareWishlist',
  'listWishlistItems',
  'addWishlistItem',
  'noteWishlistItem',
  'moveWishlistItem',
  'dropWishlistItem',
  'showExport',
  'downloadArchive'
]
const bySecret = ['showSharedWishlist', 'showErasure']
const forStaff: Record<string, string> = {
  listCustomers: 'customers:read',
  showCustomer: 'customers:read',
  listCustomerNotes: 'customers:read',
  listCustomerGroups: 'customers:read',
  addCustomerNote: 'customers:write',
  groupCustomer: 'customers:write',
  putCustomerGroup: 'customers:write',
  dropCustomerGroup: 'customers:write',
  listCustomerAccesses: 'staff:write',
  listErasures: 'operations:read',
  replayErasures: 'operations:write',
  listUserFailedJobs: 'operations:read',
  retryUserFailedJob: 'operations:write'
}
const allPermissions = [
  'catalogue:write',
  'orders:read',
  'orders:write',
  'payments:read',
  'payments:write',
  'customers:read',
  'customers:write',
  'notifications:read',
  'operations:read',
  'operations:write',
  'staff:write'
]

await testJobs({ app, pool, tasks: work(deps).tasks! })

/** A person with one of everything, each text of which holds `mark`. */
async function aPerson(mark: string) {
  const id = crypto.randomUUID()
  const headers = await provenCustomer(id)
  await saveRegistered(db, { id, email: `${mark}@example.com`, name: mark })
  const made = async (path: string, payload?: object) =>
    (await post(`${me}/${path}`, headers, payload)).json().id as string
  const wishlistId = await made('wishlists', { name: mark })
  const paths: Record<string, string> = {
    userId: id,
    addressId: await made('addresses', { ...home, line1: mark }),
    sizeId: await made('sizes', { ...size, name: mark }),
    dateId: await made('dates', { ...date, label: mark }),
    wishlistId,
    itemId: await made(`wishlists/${wishlistId}/items`, { designSlug: 'lotus-ring', note: mark }),
    exportId: await made('exports')
  }
  await eventually('the export to be done', async () => {
    const { state } = (await send('GET', `${me}/exports/${paths.exportId}`, headers)).json()
    return state === 'done'
  })
  return { id, headers, paths }
}
const mark = `canary${crypto.randomUUID().slice(0, 8)}`
const owner = await aPerson(mark)
const stranger = await aPerson('stranger')

const fill = (path: string, values: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? { slug: 'vip', jobId: '1' }[name] ?? 'a-guess')
const call = (
  operation: (typeof operations)[number],
  headers: Headers,
  values: Record<string, string>,
  body?: object
) =>
  send(
    operation.method,
    fill(operation.path, values),
    { ...headers, ...once(), 'x-request-id': 'the-same-request', 'if-match': '"1"' },
    body ?? bodies[operation.operationId]
  )
const ownersThings = async () => JSON.stringify(await everything(owner.headers))
async function everything(headers: Headers) {
  const lists = ['', '/addresses', '/sizes', '/dates', '/consents', '/wishlists']
  return Promise.all(lists.map(async (path) => (await send('GET', `${me}${path}`, headers)).json()))
}

test('every route of the contract is in the matrix of who may call it', () => {
  const listed = new Set([...own, ...ownById, ...bySecret, ...Object.keys(forStaff), 'takeEvent'])
  const there = operations.map(({ operationId }) => operationId)
  assert.deepEqual(
    there.filter((name) => !listed.has(name)),
    []
  )
  assert.deepEqual(
    [...listed].filter((name) => !there.includes(name) && name !== 'takeEvent'),
    []
  )
  for (const { operationId, requestBody } of operations)
    assert.ok(!requestBody || bodies[operationId] || operationId === 'takeEvent', `${operationId} has no body here`)
})

for (const operation of operations.filter(({ operationId }) => operationId !== 'takeEvent')) {
  const { operationId, method, path } = operation
  test(`A01, A04 ${method} ${path} [nobody, another customer, staff without the permission, a service] gets no further`, async () => {
    const before = await ownersThings()
    const nobody = await call(operation, {}, owner.paths)
    const service = await call(operation, await fromService('order', 'user', 'users', 'people'), owner.paths)
    const expired = await call(operation, { authorization: 'Bearer aaaa.bbbb.cccc' }, owner.paths)
    assert.equal(expired.statusCode, 401)
    if (bySecret.includes(operationId)) {
      assert.deepEqual([nobody.statusCode, service.statusCode], [404, 404])
    } else {
      assert.deepEqual([nobody.statusCode, service.statusCode], [401, 403])
      assert.ok(!nobody.body.includes(mark))
    }
    const permission = forStaff[operationId]
    if (permission) {
      const others = allPermissions.filter((each) => each !== permission)
      for (const headers of [owner.headers, stranger.headers, await staff(), await staff(...others)])
        assert.equal((await call(operation, headers, owner.paths)).statusCode, 403)
    }
    if (ownById.includes(operationId)) {
      const missing = { ...owner.paths }
      for (const name of path.matchAll(/\{(\w+)\}/g)) missing[name[1]!] = crypto.randomUUID()
      for (const headers of [stranger.headers, await provenStaff(...allPermissions)]) {
        const foreign = await call(operation, headers, owner.paths)
        const none = await call(operation, headers, missing)
        assert.deepEqual([foreign.statusCode, none.statusCode], [404, 404], foreign.body)
        assert.equal(foreign.body, none.body)
        assert.deepEqual(Object.keys(foreign.headers), Object.keys(none.headers))
      }
    }
    if (own.includes(operationId) && method === 'GET')
      assert.ok(!(await call(operation, stranger.headers, owner.paths)).body.includes(mark))
    assert.equal(await ownersThings(), before)
  })
}

test('A01 a thing of a list of one’s own by the id of another’s list, and the other way round, is a 404', async () => {
  const mixed = [
    { ...stranger.paths, itemId: owner.paths.itemId! },
    { ...owner.paths, itemId: stranger.paths.itemId! }
  ]
  for (const values of mixed)
    for (const operation of operations.filter(({ path }) => path.includes('{itemId}')))
      assert.equal((await call(operation, stranger.headers, values)).statusCode, 404)
})

const planted = {
  id: someId(),
  userId: someId(),
  ownerId: someId(),
  role: 'owner',
  roles: ['owner'],
  isAdmin: true,
  permissions: ['staff:write'],
  email: 'eve@example.com',
  emailVerified: true,
  emailVerifiedAt: '2026-01-01T00:00:00Z',
  status: 'vip',
  version: 99,
  groups: ['vip'],
  balance: 1,
  hundredthsMm: 1,
  link: 'a'.repeat(43),
  itemCount: 9,
  createdAt: '2020-01-01T00:00:00Z',
  erasedAt: null,
  writtenBy: someId(),
  changedBy: someId()
}
for (const operation of operations.filter(
  ({ operationId, requestBody }) => requestBody && operationId !== 'takeEvent'
)) {
  const { operationId, method, path } = operation
  test(`A05 ${method} ${path} with fields that are not its own is a 400 that names each, and changes nothing`, async () => {
    const before = await ownersThings()
    const known = Object.keys(operation.requestBody!.content['application/json']!.schema.properties ?? {})
    const headers = forStaff[operationId] ? await staff(forStaff[operationId]) : owner.headers
    for (const [field, value] of Object.entries(planted).filter(([name]) => !known.includes(name))) {
      const reply = await call(operation, headers, owner.paths, { ...bodies[operationId], [field]: value })
      assert.equal(reply.statusCode, 400, `${field}: ${reply.body}`)
      assert.equal(reply.json().errors[0].pointer, `#/${field}`)
    }
    assert.equal(await ownersThings(), before)
  })

  test(`A55, A56 ${method} ${path} with bodies that are none is a 400, 413 or 415 and leaves no trace`, async () => {
    const before = await ownersThings()
    const headers = forStaff[operationId] ? await staff(forStaff[operationId]) : owner.headers
    const inject = (payload: string | Buffer, type = 'application/json') =>
      app.inject({
        method,
        url: fill(path, owner.paths),
        headers: { ...headers, ...once(), 'content-type': type, 'if-match': '"1"' },
        payload
      })
    const body = JSON.stringify(bodies[operationId])
    const hostile = [
      `${body.slice(0, -1)},"__proto__":{"polluted":true}}`,
      `${body.slice(0, -1)},"constructor":{"prototype":{"polluted":true}}}`,
      `{"__proto__":${body}}`,
      '['.repeat(10_000),
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      `{"name":"\\u0000","text":"\\u0000"}`,
      '{"name":"\u0000"}',
      'null',
      '[]',
      '1',
      '"text"',
      '{',
      '{}}',
      `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join()}}`
    ]
    for (const text of hostile) assert.equal((await inject(text)).statusCode, 400, text.slice(0, 60))
    assert.equal((await inject(' '.repeat(300_000))).statusCode, 413)
    assert.equal((await inject(body, 'text/plain')).statusCode, 415)
    assert.equal((await inject(body, 'application/x-www-form-urlencoded')).statusCode, 415)
    assert.equal(({} as { polluted?: boolean }).polluted, undefined)
    assert.equal(await ownersThings(), before)
  })
}

test('A56 a lone surrogate, bad UTF-8 and wrong types are answered without an error of ours', async () => {
  const inject = (payload: string | Buffer) =>
    app.inject({
      method: 'POST',
      url: `${me}/addresses`,
      headers: { ...stranger.headers, ...once(), 'content-type': 'application/json' },
      payload
    })
  const text = JSON.stringify({ ...home, line1: 'LINE' })
  const replies = [
    await inject(text.replace('LINE', '\\ud800')),
    await inject(
      Buffer.concat([Buffer.from(text.slice(0, 20)), Buffer.from([0xff, 0xfe]), Buffer.from(text.slice(20))])
    ),
    ...(await Promise.all([1, null, true, [], {}].map((line1) => inject(JSON.stringify({ ...home, line1 })))))
  ]
  for (const { statusCode, body } of replies) assert.ok(statusCode < 500, body)
  for (const { statusCode } of replies.slice(2)) assert.equal(statusCode, 400)
})

test('A06 every answer names its fields, and what it does not name is left out; only the archive takes what services give', async () => {
  const open: string[] = []
  function look(shape: Shape | undefined, where: string): void {
    if (!shape) return
    if (shape.additionalProperties || shape.patternProperties) open.push(where)
    if (shape.type === 'object' && !shape.properties && !open.includes(where)) open.push(where)
    for (const [name, part] of Object.entries(shape.properties ?? {})) look(part, `${where}.${name}`)
    for (const part of [shape.items, ...(shape.anyOf ?? [])]) look(part, `${where}[]`)
  }
  for (const { operationId, responses } of operations)
    for (const [status, { content }] of Object.entries(responses).filter(([name]) => name !== 'default'))
      look(content?.['application/json']?.schema, `${operationId} ${status}`)
  assert.deepEqual(open, ['downloadArchive 200.parts'])
  await sql`alter table wishlist_items add column "costMinor" integer not null default 7`.execute(db)
  const { items } = (await send('GET', `${me}/wishlists/${owner.paths.wishlistId}/items`, owner.headers)).json()
  assert.deepEqual(Object.keys(items[0]), ['id', 'designSlug', 'variantId', 'pieceId', 'note', 'addedAt'])
  await sql`alter table wishlist_items drop column "costMinor"`.execute(db)
})

test('A06 no answer to a person or to staff names the tombstone, a hash, or the link of a stranger’s list', async () => {
  await send('PUT', `${me}/wishlists/${owner.paths.wishlistId}/link`, owner.headers)
  const { rows } = await sql<{ link: string }>`
    select "linkToken" as "link" from wishlists where "id" = ${owner.paths.wishlistId!}`.execute(db)
  const seen = [
    ...(await everything(stranger.headers)),
    (await send('GET', `/api/v1/customers/${owner.id}`, await staff('customers:read'))).json(),
    (await send('GET', '/api/v1/customers', await staff('customers:read'))).json(),
    (await send('GET', `${me}/exports/${owner.paths.exportId}/archive`, owner.headers)).json()
  ]
  const text = JSON.stringify(seen)
  assert.doesNotMatch(text, /erasedAt|receiptHash|linkToken/)
  assert.ok(!text.includes(rows[0]!.link))
})

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '</title><script>alert(1)</script>',
  '&lt;script&gt;',
  '`${alert(1)}`',
  "'; drop table profiles; --"
]
test('A46 markup in names, notes and addresses is kept as text and comes back in JSON as it was, typed as JSON', async () => {
  const headers = await signedIn(crypto.randomUUID())
  for (const text of markup) {
    const address = await post(`${me}/addresses`, headers, { ...home, name: text, line1: text, city: text })
    const list = await post(`${me}/wishlists`, headers, { name: text })
    const item = await post(`${me}/wishlists/${list.json().id}/items`, headers, {
      designSlug: 'lotus-ring',
      note: text
    })
    const day = await post(`${me}/dates`, headers, { ...date, label: text })
    const { version } = (await send('GET', me, headers)).json()
    const profile = await send('PATCH', me, { ...headers, 'if-match': `"${version}"` }, { name: text })
    for (const reply of [address, list, item, day, profile]) {
      assert.ok(reply.statusCode < 300, reply.body)
      assert.match(reply.headers['content-type'] as string, /^application\/json/)
    }
    assert.deepEqual(
      [address.json().city, list.json().name, item.json().note, day.json().label, profile.json().name],
      [text, text, text, text, text]
    )
    const { link } = (await send('PUT', `${me}/wishlists/${list.json().id}/link`, headers)).json()
    assert.equal((await app.inject(`/api/v1/wishlists/${link}`)).json().name, text)
  }
  const refused = await post(`${me}/wishlists`, headers, { name: '<b>', [markup[0]!]: 1 })
  assert.match(refused.headers['content-type'] as string, /^application\/problem\+json/)
})

const answered = (written: string[]) => written.join('').match(/"answered"/g) ?? []

test('A71 neither logs nor metrics name a person, whatever is sent and whatever fails', async () => {
  const written: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (chunk: string | Uint8Array) => {
    written.push(String(chunk))
    return true
  }
  const canary = `canary-${crypto.randomUUID()}`
  try {
    const loud = buildApp({ ...deps, keys, log: 'trace' })
    const id = crypto.randomUUID()
    await saveRegistered(db, { id, email: `${canary}@example.com`, name: canary })
    const headers = await provenCustomer(id)
    const shout = (method: Method, url: string, payload?: object, extra: Headers = {}) =>
      loud.inject({
        method,
        url,
        headers: { ...headers, ...once(), ...extra },
        ...(payload === undefined ? {} : { payload })
      })
    await shout('GET', me)
    await shout('PATCH', me, { name: canary, email: canary }, { 'if-match': '"1"' })
    await shout('POST', `${me}/addresses`, { ...home, name: canary, line1: canary, phone: '+91 98765 43210' })
    await shout('POST', `${me}/addresses`, { ...home, postcode: canary })
    await shout('POST', `${me}/sizes`, { ...size, name: canary })
    await shout('POST', `${me}/sizes`, { ...size, name: canary, label: '99' })
    const list = (await shout('POST', `${me}/wishlists`, { name: canary })).json()
    await shout('POST', `${me}/wishlists`, { name: canary })
    const { link } = (await shout('PUT', `${me}/wishlists/${list.id}/link`)).json()
    await shout('GET', `/api/v1/wishlists/${link}`)
    await shout('GET', `/api/v1/customers?q=${canary}`, undefined, await staff('customers:read'))
    await shout('POST', `/api/v1/customers/${id}/notes`, { text: canary }, await staff('customers:write'))
    await shout('GET', `/${canary}`)
    await shout('GET', me, undefined, { authorization: `Bearer ${canary}.b.c` })
    await sql`alter table wishlists rename to wishlists_gone`.execute(db)
    assert.equal((await shout('POST', `${me}/wishlists`, { name: canary })).statusCode, 500)
    await sql`alter table wishlists_gone rename to wishlists`.execute(db)
    await shout('POST', `${me}/exports`)
    const { receipt } = (await shout('POST', `${me}/erasure`, { email: `${canary}@example.com` })).json()
    await shout('GET', `/api/v1/erasures/${receipt}`)
    written.push((await loud.inject('/metrics')).body)
    for (const secret of [link, receipt, headers.authorization.slice(7)])
      assert.ok(!written.some((line) => line.includes(secret)))
    await loud.close()
    await eventually('the log', () => answered(written).length >= 19)
  } finally {
    process.stdout.write = write
  }
  for (const line of written) assert.ok(!line.includes(canary) && !line.includes('98765'), line)
  const { rows } = await sql<{ error: string }>`
    select last_error as "error" from graphile_worker.jobs where last_error is not null`.execute(db)
  for (const { error } of rows) assert.ok(!error.includes(canary))
})
