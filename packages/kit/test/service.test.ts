import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { personId, requireAccess } from '../src/auth.ts'
import { Problem } from '../src/problem.ts'
import { buildService } from '../src/service.ts'
import { fromService, keys, provenStaff, signedIn, staff, testDatabase } from '../src/testing.ts'

const { db } = await testDatabase<{ notes: { id: string; text: string } }>(new URL('./migrations/', import.meta.url))
const app = buildService({ name: 'notes', keys, db })
const Note = Type.Object({ id: Type.String(), text: Type.String() })
const NewNote = Type.Object({
  text: Type.String({ maxLength: 50 }),
  lines: Type.Optional(Type.Array(Type.Object({ quantity: Type.Integer({ minimum: 1 }) })))
})

app.post(
  '/notes',
  {
    config: { access: 'customer', once: true },
    schema: { operationId: 'addNote', body: NewNote, response: { 201: Note } }
  },
  async ({ body, caller, once }, reply) => {
    reply.code(201)
    if (body.text === 'refuse') throw new Problem(409, 'note-refused', 'Not this one.')
    return db.transaction().execute(async (tx) => {
      const note = await tx
        .insertInto('notes')
        .values({ id: crypto.randomUUID(), text: body.text })
        .returning(['id', 'text'])
        .executeTakeFirstOrThrow()
      return once.answer(tx, 201, { ...note, owner: personId(caller) })
    })
  }
)
app.post(
  '/long-notes',
  {
    config: { access: 'customer', once: true },
    schema: { operationId: 'addLongNote', body: NewNote, response: { 201: Note } }
  },
  async ({ body, once }, reply) => {
    reply.code(201)
    if (once.made) return { id: once.made, text: 'found again' }
    const id = crypto.randomUUID()
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('notes').values({ id, text: body.text }).execute()
      await once.keep(tx, id)
    })
    return { id, text: body.text }
  }
)
app.post(
  '/guest-notes',
  {
    config: { access: 'anyone', once: true },
    schema: { operationId: 'addGuestNote', body: NewNote, response: { 201: Note } }
  },
  async ({ body, once }, reply) => {
    reply.code(201)
    return db.transaction().execute((tx) => once.answer(tx, 201, { id: crypto.randomUUID(), text: body.text }))
  }
)
app.get(
  '/notes',
  {
    config: { access: 'anyone' },
    schema: {
      operationId: 'listNotes',
      querystring: Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 10 })) }),
      response: { 200: Type.Object({ who: Type.String() }) }
    }
  },
  async ({ caller }) => ({ who: caller.kind, secret: 'not in the schema' })
)
app.get(
  '/fails',
  { config: { access: 'anyone' }, schema: { operationId: 'fail', response: { 200: Note } } },
  async () => {
    throw new Error('password=hunter2')
  }
)
app.delete(
  '/notes',
  { config: { access: { staff: 'notes:write' } }, schema: { operationId: 'dropNotes', response: { 200: Note } } },
  async () => ({ id: '', text: '' })
)
app.delete(
  '/money',
  {
    config: { access: [{ staff: 'money:write', proven: true }, { service: 'money' }] },
    schema: { operationId: 'spend', response: { 200: Note } }
  },
  async () => ({ id: '', text: '' })
)
app.put(
  '/internal/notes',
  { config: { access: { service: 'notes' } }, schema: { operationId: 'putNotes', response: { 200: Note } } },
  async () => ({ id: '', text: '' })
)

const buyer = await signedIn(crypto.randomUUID())
function post(payload: unknown, changes: Record<string, string | undefined> = {}, url = '/notes') {
  const headers = Object.entries({ ...buyer, 'idempotency-key': crypto.randomUUID(), ...changes }).filter(
    ([, value]) => value !== undefined
  )
  return app.inject({
    method: 'POST',
    url,
    headers: Object.fromEntries(headers) as Record<string, string>,
    payload: payload as object
  })
}
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

test('POST /notes with an unknown field is a 400 that names it', async () => {
  const reply = await post({ text: 'a', lines: [{ quantity: 1, priceMinor: 1 }] })
  assert.equal(reply.statusCode, 400)
  assert.equal(reply.headers['content-type'], 'application/problem+json')
  assert.equal(reply.json().errors[0].pointer, '#/lines/0/priceMinor')
})

for (const quantity of ['1', 1.5, 0, -1, null, [1], true]) {
  test(`POST /notes with the quantity ${JSON.stringify(quantity)} is a 400`, async () => {
    assert.equal((await post({ text: 'a', lines: [{ quantity }] })).statusCode, 400)
  })
}

test('POST /notes with bodies nobody should send is answered with a 4xx problem', async () => {
  const json = { 'content-type': 'application/json' }
  for (const [body, status] of [
    ['{', 400],
    ['', 400],
    ['[]', 400],
    ['"text"', 400],
    ['{"text":"a\\u0000b"}', 400],
    ['{"__proto__":{"polluted":1},"text":"a"}', 400],
    ['['.repeat(10_000) + ']'.repeat(10_000), 400],
    [`{"text":"${'x'.repeat(10_000_000)}"}`, 413]
  ] as const) {
    const reply = await app.inject({
      method: 'POST',
      url: '/notes',
      headers: { ...buyer, ...json, 'idempotency-key': crypto.randomUUID() },
      payload: body
    })
    assert.equal(reply.statusCode, status, body.slice(0, 40))
    assert.equal(reply.headers['content-type'], 'application/problem+json')
  }
  const text = await app.inject({
    method: 'POST',
    url: '/notes',
    headers: { ...buyer, 'content-type': 'text/plain', 'idempotency-key': crypto.randomUUID() },
    payload: 'x'
  })
  assert.equal(text.statusCode, 415)
  assert.equal(({} as { polluted?: number }).polluted, undefined)
})

test('GET /notes with an unknown query field is a 400, and without it only what the schema says is answered', async () => {
  assert.equal((await app.inject('/notes?sort=price')).statusCode, 400)
  assert.equal((await app.inject('/notes?limit=1%00')).statusCode, 400)
  const reply = await app.inject('/notes?limit=3')
  assert.deepEqual(reply.json(), { who: 'anonymous' })
})

test('GET /nowhere is a 404 problem that carries the request id', async () => {
  const reply = await app.inject({ url: '/nowhere', headers: { 'x-request-id': 'request-12345' } })
  assert.equal(reply.statusCode, 404)
  assert.equal(slug(reply), 'not-found')
  assert.equal(reply.json().instance, 'request-12345')
})

test('GET /fails [a bug] is a 500 that tells nothing of it', async () => {
  const reply = await app.inject('/fails')
  assert.equal(reply.statusCode, 500)
  assert.doesNotMatch(reply.body, /hunter2/)
})

test('a route that does not say who may call it stops the service from starting', () => {
  const open = buildService({ name: 'open', keys })
  assert.throws(() => open.get('/x', async () => 1), /does not say who may call it/)
})

test('every route asks for who it is for', async () => {
  assert.equal((await post({ text: 'a' }, { authorization: undefined })).statusCode, 401)
  const tries = [
    [await signedIn('u'), 403, 403],
    [await staff('orders:read'), 403, 403],
    [await staff('notes:write'), 200, 403],
    [await fromService('order', 'notes', 'notes'), 403, 200],
    [await fromService('order', 'notes', 'other'), 403, 403],
    [await fromService('order', 'payment', 'notes'), 401, 401],
    [{ authorization: 'Bearer a.b.c' }, 401, 401],
    [{ authorization: 'Basic abc' }, 401, 401]
  ] as const
  for (const [headers, forStaff, forService] of tries) {
    assert.equal((await app.inject({ method: 'DELETE', url: '/notes', headers })).statusCode, forStaff)
    assert.equal((await app.inject({ method: 'PUT', url: '/internal/notes', headers })).statusCode, forService)
  }
})

test('POST /notes [the same key and body] replays the stored answer byte for byte', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const first = await post({ text: 'ring' }, key)
  const second = await post({ text: 'ring' }, key)
  assert.equal(first.statusCode, 201)
  assert.equal(second.statusCode, 201)
  assert.equal(second.body, first.body)
  assert.equal(second.headers['idempotency-replayed'], 'true')
  assert.equal(first.json().owner, undefined)
})

test('POST /notes [a key that was used for another body] is a 422; for another user it is free', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  await post({ text: 'ring' }, key)
  assert.equal(slug(await post({ text: 'brooch' }, key)), 'idempotency-key-reused')
  const other = await post({ text: 'brooch' }, { ...key, ...(await signedIn(crypto.randomUUID())) })
  assert.equal(other.statusCode, 201)
})

test('POST /guest-notes [one key, two guests at one address with tokens of their own] are two requests', async () => {
  const key = { authorization: undefined, 'idempotency-key': crypto.randomUUID() }
  const one = await post({ text: 'a' }, { ...key, 'cart-token': 'one' }, '/guest-notes')
  const other = await post({ text: 'a' }, { ...key, 'cart-token': 'other' }, '/guest-notes')
  const again = await post({ text: 'a' }, { ...key, 'cart-token': 'one' }, '/guest-notes')
  assert.notEqual(other.json().id, one.json().id)
  assert.equal(again.body, one.body)
})

test('POST /notes [without a key, or with one of 256 characters] is a 400', async () => {
  assert.equal((await post({ text: 'a' }, { 'idempotency-key': undefined })).statusCode, 400)
  assert.equal((await post({ text: 'a' }, { 'idempotency-key': 'k'.repeat(256) })).statusCode, 400)
})

test('POST /notes [refused] stores nothing, so the key may be used again', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  assert.equal((await post({ text: 'refuse' }, key)).statusCode, 409)
  assert.equal((await post({ text: 'accepted' }, key)).statusCode, 201)
})

test('POST /notes [a key older than 24 hours] is a new request', async () => {
  const { forgetOldKeys } = await import('../src/idempotency.ts')
  const key = { 'idempotency-key': crypto.randomUUID() }
  const first = await post({ text: 'old' }, key)
  await sql`update idempotency set "createdAt" = now() - interval '25 hours' where "key" = ${key['idempotency-key']}`.execute(
    db
  )
  await forgetOldKeys(db)
  assert.notEqual((await post({ text: 'old' }, key)).json().id, first.json().id)
})

for (const url of ['/notes', '/long-notes']) {
  test(`POST ${url} [30 twins at once, 5 rounds] has one effect and one answer`, async () => {
    for (let round = 0; round < 5; round++) {
      const text = `twin ${url} ${round}`
      const key = { 'idempotency-key': crypto.randomUUID() }
      const replies = await Promise.all(Array.from({ length: 30 }, () => post({ text }, key, url)))
      const ok = replies.filter((reply) => reply.statusCode === 201)
      assert.ok(ok.length >= 1)
      assert.equal(new Set(ok.map((reply) => reply.body)).size, 1)
      for (const reply of replies)
        assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight', reply.body)
      const { rows } = await sql`select 1 from notes where text = ${text}`.execute(db)
      assert.equal(rows.length, 1)
      assert.equal((await post({ text }, key, url)).body, ok[0]!.body)
    }
  })
}

test('POST /long-notes [the process died after the commit] finds what was made', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const first = await post({ text: 'long' }, key, '/long-notes')
  await sql`update idempotency set "body" = null, "status" = null where "key" = ${key['idempotency-key']}`.execute(db)
  const again = await post({ text: 'long' }, key, '/long-notes')
  assert.equal(again.json().id, first.json().id)
})

test('GET /livez, /readyz and /metrics answer without a sign-in', async () => {
  for (const url of ['/livez', '/readyz', '/metrics']) assert.equal((await app.inject(url)).statusCode, 200)
  assert.match((await app.inject('/metrics')).body, /http_request_duration_seconds_bucket\{.*route="\/notes"/)
})

test('a route that asks for a proof is refused to staff who have not proved within 5 minutes who they are', async () => {
  const spend = async (headers: Record<string, string>) => {
    const reply = await app.inject({ method: 'DELETE', url: '/money', headers })
    return reply.statusCode === 200 ? 200 : `${reply.statusCode} ${reply.json().type}`
  }
  assert.equal(await spend(await staff('money:write')), '403 /problems/proof-needed')
  assert.equal(await spend(await provenStaff('orders:write')), '403 /problems/not-allowed')
  assert.equal(await spend(await provenStaff('money:write')), 200)
  assert.equal(await spend(await fromService('payment', 'notes', 'money')), 200)
  assert.equal(await spend(await fromService('payment', 'notes', 'other')), '403 /problems/not-allowed')
})

test('a route that asks customers for a proof is refused to those who have not proved who they are, and to services', () => {
  const caller = { kind: 'customer' as const, id: 'u', sessionId: 's', roles: [], permissions: [] }
  const now = Math.floor(Date.now() / 1000)
  for (const kind of ['customer', 'staff'] as const) {
    requireAccess('proven-customer', { ...caller, kind, provenAt: now - 290 })
    for (const provenAt of [0, now - 310])
      assert.throws(() => requireAccess('proven-customer', { ...caller, kind, provenAt }), { slug: 'proof-needed' })
  }
  assert.throws(() => requireAccess('proven-customer', { kind: 'anonymous' }), { slug: 'not-signed-in' })
  assert.throws(
    () => requireAccess('proven-customer', { kind: 'service', name: 'order', scopes: ['proven-customer'] }),
    {
      slug: 'not-allowed'
    }
  )
})

test('a proof counts for 5 minutes and not longer', () => {
  const caller = { kind: 'staff' as const, id: 'u', sessionId: 's', roles: ['r'], permissions: ['money:write'] }
  const access = { staff: 'money:write', proven: true } as const
  const now = Math.floor(Date.now() / 1000)
  requireAccess(access, { ...caller, provenAt: now - 290 })
  assert.throws(() => requireAccess(access, { ...caller, provenAt: now - 310 }), { slug: 'proof-needed' })
  requireAccess([access, { staff: 'money:write' }], { ...caller, provenAt: 0 })
})
