import assert from 'node:assert/strict'
import { readFileSync, globSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { fakePeer, testPeer } from '@lumora/kit/testing'
import { steadyPressure } from '../src/shedding.ts'
import { buildApp } from '../src/app.ts'
import { routes } from '../src/routes.ts'
import { openSessions } from '../src/sessions.ts'

const root = new URL('../../../', import.meta.url)

/** An upstream that tells what reached it. */
const seen: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = []
const upstream = createServer(async (incoming, answer) => {
  let body = ''
  for await (const chunk of incoming) body += String(chunk)
  seen.push({ method: incoming.method!, url: incoming.url!, headers: incoming.headers, body })
  if (incoming.url!.includes('slow')) return
  answer.writeHead(200, { 'content-type': 'application/json', connection: 'keep-alive' }).end('{"ok":true}')
})
await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
const urlOf = () => `http://127.0.0.1:${(upstream.address() as { port: number }).port}`

const session = 'session-token-session-token-session-token'
const staffSession = 'staff-token-staff-token-staff-token'
let exchanges = 0
const auth = await fakePeer(new URL('services/auth/openapi.json', root), {
  'POST /internal/sessions/exchange': ({ body }) => {
    exchanges++
    return body.token === session || body.token === staffSession
      ? {
          status: 200,
          body: {
            token: 'aaa.bbb.ccc',
            expiresIn: 300,
            userId: crypto.randomUUID(),
            staff: body.token === staffSession
          }
        }
      : { status: 401, body: { type: '/problems/session-not-valid', detail: 'no' } }
  }
})
const sessions = openSessions(testPeer('gateway', 'auth', auth.url, 'sessions'))
const table = {
  product: ['GET /api/v1/designs', 'GET /api/v1/designs/:slug', 'POST /api/v1/stones/import'],
  order: ['POST /api/v1/orders'],
  auth: ['DELETE /api/v1/auth/sessions/current']
}
const app = buildApp({ routes: table, urlOf, sessions, pressure: steadyPressure(0) })
await app.listen({ port: 0, host: '127.0.0.1' })
const port = (app.server.address() as { port: number }).port
after(async () => {
  await app.close()
  upstream.closeAllConnections()
  upstream.close()
})

/** A request over a real socket, with the path and the headers exactly as given. */
function send(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  return new Promise<{ status: number; body: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: body === undefined ? headers : { 'content-length': String(Buffer.byteLength(body)), ...headers }
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk) => (text += String(chunk)))
        answer.on('end', () => resolve({ status: answer.statusCode!, body: text, headers: answer.headers }))
      }
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

test('every public path of every service has its row in the table, and no row is without one', () => {
  for (const file of globSync('services/*/openapi.json', { cwd: root })) {
    const service = file.split('/')[1]!
    const contract = JSON.parse(readFileSync(new URL(file, root), 'utf8')) as { paths: Record<string, object> }
    const wanted = Object.entries(contract.paths)
      .filter(([path]) => path.startsWith('/api/') || path.startsWith('/media/'))
      .flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
      )
    assert.deepEqual([...(routes[service] ?? [])].sort(), wanted.sort(), service)
  }
})

test('GET /designs goes to its service with path and query as they are', async () => {
  const reply = await send('GET', '/api/v1/designs?category=rings&q=a%20b')
  assert.equal(reply.status, 200)
  assert.equal(seen.at(-1)!.url, '/api/v1/designs?category=rings&q=a%20b')
})

test('identity headers, cookies and forwarding headers of the client do not reach a service', async () => {
  await send('GET', '/api/v1/designs', {
    'x-user-id': '1',
    'X-Internal-Role': 'owner',
    x_user_id: '1',
    'x-forwarded-for': '6.6.6.6',
    'x-original-url': '/internal/x',
    forwarded: 'for=6.6.6.6',
    cookie: 'a=b',
    connection: 'x-request-id, authorization',
    'x-deadline-ms': '99999999'
  })
  const { headers } = seen.at(-1)!
  for (const name of [
    'x-user-id',
    'x-internal-role',
    'x_user_id',
    'x-original-url',
    'forwarded',
    'cookie',
    'authorization'
  ])
    assert.equal(headers[name], undefined, name)
  assert.equal(headers['x-forwarded-for'], '127.0.0.1')
  assert.ok(Number(headers['x-deadline-ms']) <= 10_000)
  assert.match(headers['x-request-id'] as string, /^[\w-]{8,64}$/)
})

for (const by of ['authorization', 'cookie'] as const) {
  test(`a session presented by ${by} becomes the caller’s token; 30 requests at once swap it once`, async () => {
    sessions.forget({ authorization: `Bearer ${session}` })
    const before = exchanges
    const headers: Record<string, string> =
      by === 'cookie' ? { cookie: `x=1; lumora_session=${session}` } : { authorization: `Bearer ${session}` }
    const replies = await Promise.all(Array.from({ length: 30 }, () => send('GET', '/api/v1/designs', headers)))
    assert.ok(replies.every((reply) => reply.status === 200))
    assert.equal(seen.at(-1)!.headers.authorization, 'Bearer aaa.bbb.ccc')
    assert.equal(exchanges - before, 1)
  })
}

test('a session of staff is swapped for every request, so that a withdrawn role counts at once; requests at the same time share', async () => {
  const headers = { authorization: `Bearer ${staffSession}` }
  const before = exchanges
  for (let i = 0; i < 3; i++) assert.equal((await send('GET', '/api/v1/designs', headers)).status, 200)
  assert.equal(exchanges - before, 3)
  await Promise.all(Array.from({ length: 30 }, () => send('GET', '/api/v1/designs', headers)))
  assert.ok(exchanges - before < 33)
})

test('a session that has ended is a 401 as a bearer token, and a guest as a cookie', async () => {
  const ended = 'ended-token-ended-token-ended-token'
  const reply = await send('GET', '/api/v1/designs', { authorization: `Bearer ${ended}` })
  assert.equal(reply.status, 401)
  assert.match(reply.body, /session-not-valid/)
  assert.equal((await send('GET', '/api/v1/designs', { cookie: `lumora_session=${ended}` })).status, 200)
  assert.equal(seen.at(-1)!.headers.authorization, undefined)
})

test('DELETE /auth/sessions/current makes the gateway forget the session, what it knew when it was asked included', async () => {
  const headers = { authorization: `Bearer ${session}` }
  await send('GET', '/api/v1/designs', headers)
  const before = exchanges
  assert.equal((await send('DELETE', '/api/v1/auth/sessions/current', headers)).status, 200)
  await send('GET', '/api/v1/designs', headers)
  assert.equal(exchanges - before, 1)
  const malformed = await send('DELETE', '/api/v1/auth/sessions/current', { authorization: 'Bearer x' })
  assert.equal(malformed.status, 401)
})

for (const path of [
  '/internal/events',
  '/api/v1/../internal/events',
  '/api/v1/%2e%2e/internal/events',
  '/api/v1/designs/%2e%2e%2f%2e%2e%2finternal',
  '/api/v1/designs/..',
  '/api/v1/designs/a%2fb',
  '/api/v1/designs/a%5cb',
  '/api/v1/designs/a;b',
  '/api/v1/designs/a%00',
  '//internal/events',
  '/api/v1//designs',
  '/API/V1/designs',
  '/api/v1/designs/',
  '/metrics/',
  '/api/v1/unknown',
  '/.git/config',
  '/.env'
]) {
  test(`GET ${path} is a 404 problem that reaches no service`, async () => {
    const before = seen.length
    const reply = await send('GET', path)
    assert.equal(reply.status, 404)
    assert.equal(reply.headers['content-type'], 'application/problem+json')
    assert.equal(seen.length, before)
  })
}

test('a method that the table does not have is a 404, whatever header names another', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
    assert.equal((await send(method, '/api/v1/designs', { 'x-http-method-override': 'GET' })).status, 404, method)
  }
})

test('POST /orders passes the body on byte for byte, and refuses more than 1 MiB', async () => {
  const body = '{"a": 1,  "b":"é"}'
  assert.equal(
    (
      await send(
        'POST',
        '/api/v1/orders',
        { 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(10) },
        body
      )
    ).status,
    200
  )
  assert.equal(seen.at(-1)!.body, body)
  assert.equal(seen.at(-1)!.headers['idempotency-key'], 'k'.repeat(10))
  const large = await send('POST', '/api/v1/orders', { 'content-type': 'application/json' }, 'x'.repeat(1_100_000))
  assert.equal(large.status, 413)
})

test('POST /stones/import passes a large body on as it comes', async () => {
  const body = 'row\n'.repeat(1_000_000)
  assert.equal((await send('POST', '/api/v1/stones/import', { 'content-type': 'text/csv' }, body)).status, 200)
  assert.equal(seen.at(-1)!.body.length, body.length)
})

test('a write that another site made a browser send with the cookie is a 403; the shop’s own pages and other clients may', async () => {
  const cookie = `lumora_session=${session}`
  const json = { 'content-type': 'application/json' }
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' }
  ]) {
    assert.equal(
      (await send('POST', '/api/v1/orders', { cookie, ...json, ...headers }, '{}')).status,
      403,
      JSON.stringify(headers)
    )
  }
  for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { origin: `http://127.0.0.1:${port}` }]) {
    assert.equal(
      (await send('POST', '/api/v1/orders', { cookie, ...json, ...headers }, '{}')).status,
      200,
      JSON.stringify(headers)
    )
  }
})

test('a service that is down is a 503 problem with Retry-After', async () => {
  const alone = buildApp({ routes: table, urlOf: () => 'http://127.0.0.1:1', sessions, pressure: steadyPressure(0) })
  after(() => alone.close())
  const reply = await alone.inject('/api/v1/designs')
  assert.equal(reply.statusCode, 503)
  assert.match(reply.json().type, /peer-unavailable$/)
  assert.equal(reply.headers['retry-after'], '2')
})

test('while auth is down, who has signed in stays so and guests are served', async () => {
  const peer = testPeer('gateway', 'auth', auth.url, 'sessions')
  let up = true
  const own = openSessions({
    ...peer,
    tokens: (audience) => (up ? peer.tokens(audience) : Promise.reject(new Error('down')))
  })
  const headers = { authorization: `Bearer ${session}` }
  assert.equal((await own.identify(headers))?.authorization, 'Bearer aaa.bbb.ccc')
  up = false
  assert.equal((await own.identify(headers))?.authorization, 'Bearer aaa.bbb.ccc')
  assert.equal(await own.identify({}), undefined)
})

test('raw requests that are not HTTP are answered with a 4xx and the connection is closed', async () => {
  for (const raw of [
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api/v1/orders HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde',
    'GET /api/v1/designs HTTP/1.1\r\nHost: a\r\nX-User-Id : 1\r\n\r\n',
    'NONSENSE\r\n\r\n'
  ]) {
    const before = seen.length
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(raw))
      socket.on('data', (chunk) => (text += String(chunk)))
      socket.on('close', () => resolve(text))
    })
    assert.match(answer, /^HTTP\/1\.1 4\d\d /)
    assert.equal(seen.length, before)
  }
})

test('GET /api/v1/openapi.json shows what every operation is sent and answers with', async () => {
  type Content = Record<string, { example?: unknown }> | undefined
  type Operation = { requestBody?: { content: Content }; responses: Record<string, { content?: Content }> }
  const { paths } = JSON.parse((await send('GET', '/api/v1/openapi.json')).body) as {
    paths: Record<string, Record<string, Operation>>
  }
  const silent = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { requestBody, responses }]) =>
        [requestBody?.content, ...Object.values(responses).map(({ content }) => content)].some((content) => {
          const json = content?.['application/json']
          return json && json.example === undefined
        })
      )
      .map(([method]) => `${method} ${path}`)
  )
  assert.deepEqual(silent, [])
})

test('GET /problems/:slug [where the type of a problem leads] says what it means and what to do', async () => {
  const { type } = JSON.parse((await send('GET', '/api/v1/nothing')).body) as { type: string }
  const page = await send('GET', type)
  assert.equal(page.status, 200)
  assert.match(String(page.headers['content-type']), /^text\/html/)
  assert.match(page.body, /nothing at this address.*check the address/s)
  assert.match((await send('GET', '/problems')).body, /href="\/problems\/overloaded"/)
  for (const unknown of ['/problems/unheard-of', '/problems/__proto__', '/problems/constructor'])
    assert.equal((await send('GET', unknown)).status, 404)
})

test('GET /api/v1/openapi.json is the merged contract, and /api/docs a page that loads nothing from elsewhere', async () => {
  const contract = JSON.parse((await send('GET', '/api/v1/openapi.json')).body) as {
    openapi: string
    paths: Record<string, unknown>
  }
  assert.equal(contract.openapi, '3.1.0')
  assert.ok(Object.keys(contract.paths).every((path) => path.startsWith('/api/v1/')))
  const page = await send('GET', '/api/docs')
  assert.doesNotMatch(page.body, /https?:/)
  for (const [, source] of page.body.matchAll(/(?:src|href)="([^"]+)"/g))
    assert.equal((await send('GET', source!)).status, 200, source)
})
