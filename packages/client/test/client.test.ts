import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, beforeEach, test } from 'node:test'
import { openShop, ProblemError, read } from '../src/client.ts'

interface Asked {
  method: string
  url: string
  key: string | undefined
  authorization: string | undefined
  body: string
}
let asked: Asked[] = []
let statuses: number[] = []
let body: unknown = { items: [], next: null }
const server = createServer(async (incoming, answer) => {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  const { authorization, 'idempotency-key': key } = incoming.headers
  asked.push({
    method: incoming.method!,
    url: incoming.url!,
    key: key as string | undefined,
    authorization,
    body: text
  })
  const status = statuses.shift() ?? 200
  answer.writeHead(status, { 'content-type': 'application/json', ...(status >= 500 ? { 'retry-after': '0' } : {}) })
  answer.end(JSON.stringify(body))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => {
  server.closeAllConnections()
  server.close()
})
const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
beforeEach(() => {
  asked = []
  statuses = []
  body = { items: [], next: null }
})

test('GET is tried again while the shop says that it will pass, and gives up after three', async () => {
  const shop = openShop({ url, session: {} })
  statuses = [503, 502, 200]
  assert.deepEqual(await read(shop.GET('/api/v1/designs', { params: { query: { limit: 1 } } })), body)
  assert.deepEqual(
    asked.map((one) => one.url),
    Array.from({ length: 3 }, () => '/api/v1/designs?limit=1')
  )
  statuses = [503, 503, 503, 503]
  body = { type: '/problems/try-again', detail: 'Try again.', instance: 'id', retryAfter: 1 }
  await assert.rejects(shop.GET('/api/v1/designs'), (error: ProblemError) => {
    assert.ok(error instanceof ProblemError)
    assert.deepEqual(
      [error.status, error.slug, error.message, error.requestId, error.retryAfter],
      [503, 'try-again', 'Try again.', 'id', 1]
    )
    return true
  })
  assert.equal(asked.length, 6)
})

test('a write that makes something carries one key through all its tries; another write is tried once', async () => {
  const shop = openShop({ url, session: {} })
  statuses = [503, 503, 201]
  await shop.POST('/api/v1/carts', { body: { currency: 'INR' } })
  assert.equal(asked.length, 3)
  assert.match(asked[0]!.key!, /^[\da-f-]{36}$/)
  assert.equal(new Set(asked.map(({ key }) => key)).size, 1)
  assert.ok(asked.every((one) => one.body === '{"currency":"INR"}'))
  asked = []
  await shop.POST('/api/v1/carts', { body: {}, params: { header: { 'idempotency-key': 'my-own-key' } } })
  assert.equal(asked[0]!.key, 'my-own-key')
  asked = []
  statuses = [503]
  await assert.rejects(shop.PATCH('/api/v1/users/me', { body: {}, params: { header: { 'if-match': '"1"' } } }))
  assert.deepEqual([asked.length, asked[0]!.key], [1, undefined])
})

test('a token that a sign-in gives is carried, told, and forgotten when it is not valid any more', async () => {
  const told: (string | null)[] = []
  const shop = openShop({ url, session: { onChange: (token) => told.push(token) } })
  body = { user: {}, session: { token: 'secret', expiresAt: '' } }
  await shop.POST('/api/v1/auth/sessions', { body: { email: 'a@shop.example', password: 'x' } })
  await shop.GET('/api/v1/users/me')
  assert.equal(asked.at(-1)!.authorization, 'Bearer secret')
  statuses = [401]
  body = { type: '/problems/session-not-valid' }
  await assert.rejects(shop.GET('/api/v1/users/me'))
  body = {}
  await shop.GET('/api/v1/users/me')
  assert.equal(asked.at(-1)!.authorization, undefined)
  assert.deepEqual(told, ['secret', null])
})

test('in a browser the cookie goes along, and no token is taken out of an answer', async () => {
  let credentials = ''
  const shop = openShop({
    url,
    fetch: async (request) => {
      ;({ credentials } = request as Request)
      return Response.json({ user: {}, session: { token: 'secret' } })
    }
  })
  await shop.POST('/api/v1/auth/sessions', { body: { email: 'a@shop.example', password: 'x' } })
  assert.equal(credentials, 'include')
  await openShop({ url }).GET('/api/v1/users/me')
  assert.equal(asked.at(-1)!.authorization, undefined)
})

test('a call is typed by the contract, and fills in path, query and body as it says', async () => {
  const shop = openShop({ url, session: {} })
  await shop.GET('/api/v1/designs/{slug}', { params: { path: { slug: 'a/b c?' } } })
  assert.equal(asked.at(-1)!.url, '/api/v1/designs/a%2Fb%20c%3F')
  await shop.GET('/api/v1/designs', { params: { query: { q: 'rosé & gold', limit: 2 } } })
  assert.equal(asked.at(-1)!.url, '/api/v1/designs?q=ros%C3%A9+%26+gold&limit=2')
  body = { id: 'x', lines: [] }
  const { lines } = await read(shop.GET('/api/v1/carts/{cartId}', { params: { path: { cartId: 'x' } } }))
  assert.deepEqual(lines satisfies { quantity: number }[], [])
  await shop.request('delete', '/api/v1/alerts/{alertId}', { params: { path: { alertId: 'y' } } })
  assert.deepEqual([asked.at(-1)!.method, asked.at(-1)!.url], ['DELETE', '/api/v1/alerts/y'])
  const bytes = await shop.POST('/api/v1/stones/import', {
    body: 'a,b\n1,2\n',
    headers: { 'content-type': 'text/csv', 'idempotency-key': 'one-import' }
  })
  assert.ok(bytes.response.ok)
  assert.deepEqual([asked.at(-1)!.body, asked.at(-1)!.key], ['a,b\n1,2\n', 'one-import'])
  const wrong = [
    // @ts-expect-error There is no such route.
    () => shop.GET('/api/v1/nothing'),
    // @ts-expect-error It has no such method.
    () => shop.PUT('/api/v1/designs'),
    // @ts-expect-error The path needs a slug.
    () => shop.GET('/api/v1/designs/{slug}'),
    // @ts-expect-error The query has no such field.
    () => shop.GET('/api/v1/designs', { params: { query: { nope: 1 } } }),
    // @ts-expect-error The body has no such field.
    () => shop.POST('/api/v1/carts', { body: { nope: 1 } }),
    // @ts-expect-error A body is needed.
    () => shop.POST('/api/v1/auth/sessions')
  ]
  assert.equal(wrong.length, 6)
  await assert.rejects(wrong[2]!(), TypeError)
})
