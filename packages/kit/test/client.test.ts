import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { createClient } from '../src/client.ts'
import { context } from '../src/context.ts'
import { Problem } from '../src/problem.ts'
import { serviceTokens } from '../src/tokens.ts'

interface Paths {
  '/things': {
    get: { responses: { 200: { content: { 'application/json': { ok: boolean } } } } }
    post: {
      requestBody: { content: { 'application/json': { name: string } } }
      responses: { 200: { content: { 'application/json': { ok: boolean } } } }
    }
  }
}

async function peer(
  answer: (request: IncomingMessage, response: ServerResponse, call: number) => void,
  timeoutMs?: number
) {
  const calls: IncomingMessage[] = []
  const server = createServer((request, response) => {
    calls.push(request)
    answer(request, response, calls.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const client = createClient<Paths>({
    name: 'things',
    url,
    tokens: async () => 'token',
    ...(timeoutMs ? { timeoutMs } : {})
  })
  return { client, calls, url }
}

const ok = (_request: IncomingMessage, response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
const busy = (response: ServerResponse) => response.writeHead(503).end()
const isProblem = (slug: string) => (error: unknown) => error instanceof Problem && error.slug === slug

test('a call carries the service token, the request id, the trace and what is left of the deadline', async () => {
  const { client, calls } = await peer(ok)
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  await context.run({ requestId: 'request-1', deadlineAt: Date.now() + 500, traceparent }, () => client.GET('/things'))
  const { headers } = calls[0]!
  assert.equal(headers.authorization, 'Bearer token')
  assert.equal(headers['x-request-id'], 'request-1')
  assert.equal(headers.traceparent, traceparent)
  assert.ok(Number(headers['x-deadline-ms']) <= 500)
})

test('a call whose caller has no time left is not made', async () => {
  const { client, calls } = await peer(ok)
  await assert.rejects(
    context.run({ requestId: 'r', deadlineAt: Date.now() - 1 }, () => client.GET('/things')),
    isProblem('peer-unavailable')
  )
  assert.equal(calls.length, 0)
})

test('what is safe to repeat is tried up to three times, what is not, once; with an Idempotency-Key it is safe', async () => {
  const reading = await peer((request, response, call) => (call < 3 ? busy(response) : ok(request, response)))
  assert.equal((await reading.client.GET('/things')).data!.ok, true)
  assert.equal(reading.calls.length, 3)
  const writing = await peer((_request, response) => busy(response))
  await assert.rejects(writing.client.POST('/things', { body: { name: 'a' } }), isProblem('peer-unavailable'))
  assert.equal(writing.calls.length, 1)
  const keyed = await peer((request, response, call) => (call < 2 ? busy(response) : ok(request, response)))
  await keyed.client.POST('/things', { body: { name: 'a' }, headers: { 'idempotency-key': 'key-123456' } })
  assert.equal(keyed.calls.length, 2)
})

test('a peer that never answers is given up after the deadline', async () => {
  const { client } = await peer(() => {}, 150)
  await assert.rejects(client.GET('/things'), isProblem('peer-unavailable'))
})

test('a peer’s problem is thrown as it is, and its 500 as a 502', async () => {
  const refusing = await peer((_request, response) =>
    response
      .writeHead(409, { 'content-type': 'application/problem+json' })
      .end('{"type":"/problems/out-of-stock","detail":"Gone.","status":409,"lines":[1]}')
  )
  await assert.rejects(refusing.client.GET('/things'), (error) => {
    assert.ok(error instanceof Problem)
    assert.deepEqual(
      [error.status, error.slug, error.message, error.extra],
      [409, 'out-of-stock', 'Gone.', { lines: [1] }]
    )
    return true
  })
  assert.equal(refusing.calls.length, 1)
  const failing = await peer((_request, response) => response.writeHead(500).end('<html>'))
  await assert.rejects(failing.client.GET('/things'), (error) => error instanceof Problem && error.status === 502)
})

test('after ten failures in a row the breaker answers at once, and asks again later', async () => {
  let down = true
  const { client, calls } = await peer((request, response) => (down ? busy(response) : ok(request, response)))
  for (let i = 0; i < 10; i++) await assert.rejects(client.POST('/things', { body: { name: 'a' } }))
  const before = calls.length
  await assert.rejects(client.POST('/things', { body: { name: 'a' } }), isProblem('peer-unavailable'))
  assert.equal(calls.length, before)
  down = false
  await new Promise((resolve) => setTimeout(resolve, 2100))
  assert.equal((await client.GET('/things')).data!.ok, true)
})

test('serviceTokens fetches a token once for many callers, and again after a refusal', async () => {
  let refuse = false
  const { url, calls } = await peer((_request, response) =>
    refuse
      ? response.writeHead(401).end('{}')
      : response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ token: 't', expiresIn: 300 }))
  )
  const tokens = serviceTokens({ url, name: 'order', secret: 'secret' })
  assert.deepEqual(await Promise.all(Array.from({ length: 20 }, () => tokens('product'))), Array(20).fill('t'))
  assert.equal(calls.length, 1)
  assert.equal(calls[0]!.headers.authorization, `Basic ${Buffer.from('order:secret').toString('base64')}`)
  refuse = true
  await assert.rejects(tokens('payment'), isProblem('try-again'))
  refuse = false
  assert.equal(await tokens('payment'), 't')
})

test('a call for which no token can be had is a problem that passes, not a fault', async () => {
  const client = createClient<Paths>({
    name: 'things',
    url: 'http://127.0.0.1:1',
    tokens: () => Promise.reject(new TypeError('fetch failed'))
  })
  await assert.rejects(client.GET('/things'), isProblem('peer-unavailable'))
})
