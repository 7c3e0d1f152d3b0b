import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fakePeer, testPeer } from '@lumora/kit/testing'
import { freePorts } from '../../../tools/launcher/ports.ts'
import { buildApp, type Deps } from '../src/app.ts'
import { readAddresses } from '../src/addresses.ts'
import { countHere, countThere, openLimits } from '../src/limits.ts'
import { policyOf } from '../src/policies.ts'
import { openSessions } from '../src/sessions.ts'
import { isTooMuch, openRoom, overloaded, steadyPressure, watchPressure } from '../src/shedding.ts'

const root = new URL('../../../', import.meta.url)
const [ann, bob] = [crypto.randomUUID(), crypto.randomUUID()]
const auth = await fakePeer(new URL('services/auth/openapi.json', root), {
  'POST /internal/sessions/exchange': ({ body }) => ({
    status: 200,
    body: { token: 'aaa.bbb.ccc', expiresIn: 300, userId: body.token.startsWith('a') ? ann : bob, staff: false }
  })
})
const sessions = openSessions(testPeer('gateway', 'auth', auth.url, 'sessions'))
const table = {
  product: ['GET /api/v1/designs', 'GET /api/v1/designs/suggestions', 'POST /api/v1/stones/import'],
  order: ['POST /api/v1/orders', 'GET /api/v1/orders/:orderId'],
  media: ['GET /media/:hash/:file'],
  notification: ['GET /api/v1/messages/stream'],
  auth: ['POST /api/v1/auth/sessions']
}

async function listen(server: Server, port = 0): Promise<string> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

/** A service that does as it is told, and a gateway before it. */
async function open(listener: RequestListener, deps: Partial<Deps> = {}) {
  const service = createServer(listener)
  const url = await listen(service)
  const app = buildApp({ routes: table, urlOf: () => url, sessions, pressure: steadyPressure(0), ...deps })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  after(async () => {
    service.closeAllConnections()
    service.close()
    await app.close()
  })
  return { app, service, serviceUrl: url, port, base: `http://127.0.0.1:${port}` }
}

const ok: RequestListener = (_request, answer) =>
  void answer.writeHead(200, { 'content-type': 'application/json' }).end('{}')

test('GET /designs more than 600 times a minute from one address is a 429 with Retry-After, also in parallel and with a forged X-Forwarded-For', async () => {
  const { app } = await open(ok)
  const statuses: number[] = []
  const one = async (i: number) => {
    const headers = { 'x-forwarded-for': `10.0.${i % 250}.${i % 199}` }
    const reply = await app.inject({ url: '/api/v1/designs', headers, remoteAddress: '9.9.9.9' })
    statuses.push(reply.statusCode)
    if (reply.statusCode !== 429) return
    assert.match(reply.json().type, /too-many-requests$/)
    assert.ok(Number(reply.headers['retry-after']) >= 1)
  }
  for (let i = 0; i < 14; i++) await Promise.all(Array.from({ length: 50 }, (_, j) => one(i * 50 + j)))
  const passed = statuses.filter((status) => status === 200).length
  assert.ok(passed >= 570 && passed <= 630, `${passed} passed`)
  assert.equal((await app.inject({ url: '/api/v1/designs', remoteAddress: '9.9.9.10' })).statusCode, 200)
})

test('a limit counts an IPv6 address by its /64, however it is written, and a person from wherever they ask', async () => {
  const read = readAddresses(['10.0.0.0/8', '::1'])
  assert.equal(read('2001:db8:0:1::5').key, read('2001:0db8:0000:0001:ffff:1:2:3').key)
  assert.notEqual(read('2001:db8:0:1::5').key, read('2001:db8:0:2::5').key)
  assert.equal(read('::ffff:10.1.2.3').key, '10.1.2.3')
  assert.ok(read('::ffff:10.1.2.3').isTrusted && read('::1').isTrusted && !read('11.0.0.1').isTrusted)
  const { app } = await open(ok)
  let limited = 0
  for (let i = 0; i < 310; i++) {
    const reply = await app.inject({
      url: '/api/v1/designs',
      headers: { authorization: `Bearer a${String(i % 3).repeat(30)}` },
      remoteAddress: `10.1.${i % 100}.1`
    })
    if (reply.statusCode === 429) limited++
  }
  assert.equal(limited, 10)
})

test('POST /auth/sessions is limited to 20 a minute, and GET /designs?q= to 60, each by itself; a trusted client has ten thousand times that', async () => {
  const { app } = await open(ok, { trustedClients: ['7.7.7.7'] })
  const count = async (times: number, method: 'GET' | 'POST', url: string, remoteAddress: string) => {
    let passed = 0
    for (let i = 0; i < times; i++) {
      const payload = method === 'POST' ? { payload: '{}', headers: { 'content-type': 'application/json' } } : {}
      const { statusCode } = await app.inject({ method, url, remoteAddress, ...payload })
      if (statusCode === 200) passed++
    }
    return passed
  }
  assert.equal(await count(30, 'POST', '/api/v1/auth/sessions', '8.8.8.8'), 20)
  assert.equal(await count(70, 'GET', '/api/v1/designs?limit=1&q=ring', '8.8.8.8'), 60)
  assert.equal(await count(10, 'GET', '/api/v1/designs', '8.8.8.8'), 10)
  assert.equal(await count(30, 'POST', '/api/v1/auth/sessions', '7.7.7.7'), 30)
})

test('a window slides: what was counted in the one before still weighs', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 60_000 * 1000 })
  const counter = countHere()
  const takeAll = () => {
    let taken = 0
    while (counter.take('x', 100, 60_000) === true) taken++
    return taken
  }
  assert.equal(takeAll(), 100)
  t.mock.timers.setTime(60_000 * 1001)
  assert.equal(takeAll(), 0)
  t.mock.timers.setTime(60_000 * 1001 + 30_000)
  assert.equal(takeAll(), 50)
  t.mock.timers.setTime(60_000 * 1009)
  assert.equal(takeAll(), 100)
})

const redis = spawnSync('redis-server', ['--version']).status === 0
test(
  'limits of several gateways are counted together in Valkey or Redis; when it is away, sign-in refuses and browsing goes on',
  { skip: redis ? false : 'no redis-server on this machine' },
  async () => {
    const [port = 0] = await freePorts(1)
    const server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
      stdio: 'ignore'
    })
    after(() => void server.kill('SIGKILL'))
    const limit = { name: 'x', windowMs: 60_000, perAddress: 50 }
    const gateways = await Promise.all(
      [1, 2].map(async () => openLimits(await countThere(`redis://127.0.0.1:${port}`, () => {})))
    )
    after(async () => void (await Promise.all(gateways.map(({ close }) => close()))))
    const isUp = async () => {
      try {
        await gateways[0]!.take([{ ...limit, name: 'up', closed: true }], 'perAddress', 'a', false)
        await gateways[1]!.take([{ ...limit, name: 'up', closed: true }], 'perAddress', 'a', false)
        return true
      } catch {
        return false
      }
    }
    while (!(await isUp())) await sleep(50)
    let passed = 0
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        await Promise.resolve(gateways[i % 2]!.take([limit], 'perAddress', 'a', false)).then(
          () => passed++,
          (error: { status: number }) => assert.equal(error.status, 429)
        )
      })
    )
    assert.equal(passed, 50)
    server.kill('SIGKILL')
    await once(server, 'exit')
    await gateways[0]!.take([limit], 'perAddress', 'a', false)
    await assert.rejects(
      async () => gateways[0]!.take([{ ...limit, closed: true }], 'perAddress', 'a', false),
      (error: { status: number }) => error.status === 503
    )
  }
)

const classes = ['critical', 'normal', 'sheddable'] as const

test('a busy shop refuses what is sheddable first and what is critical last', () => {
  assert.equal(policyOf('POST /api/v1/orders').class, 'critical')
  assert.equal(policyOf('GET /api/v1/designs').class, 'normal')
  assert.equal(policyOf('GET /api/v1/designs/suggestions').class, 'sheddable')
  const refused = (kind: (typeof classes)[number], level: number, underWay: number) => {
    const room = openRoom(100)
    room.underWay = underWay
    return isTooMuch(kind, level, [room])
  }
  assert.deepEqual(
    classes.map((kind) => [
      refused(kind, 0, 0),
      refused(kind, 1, 0),
      refused(kind, 2, 0),
      refused(kind, 0, 60),
      refused(kind, 0, 80),
      refused(kind, 0, 100)
    ]),
    [
      [false, false, false, false, false, true],
      [false, false, true, false, true, true],
      [false, true, true, true, true, true]
    ]
  )
  for (let i = 0; i < 20; i++) assert.ok([1, 2, 3, 4, 5].includes(Number(overloaded().extra.retryAfter)))
})

test('a service that is late while its places are taken gets fewer, what is critical apart, and all again when it is soon', async () => {
  const room = openRoom(100)
  const answers = async (ms: number) => {
    await sleep(101)
    for (let i = 0; i < 10; i++) room.told(ms)
  }
  room.underWay = 30
  await answers(500)
  assert.equal(room.most(), 80, 'a few slow ones are no queue')
  room.underWay = 80
  await answers(500)
  assert.equal(room.most(), 68)
  assert.deepEqual(
    classes.map((kind) => room.isFor(kind)),
    [true, false, false]
  )
  await answers(20)
  assert.equal(room.most(), 72)
  for (let i = 0; i < 20; i++) await answers(500)
  assert.equal(room.most(), 16)
  for (let i = 0; i < 20; i++) await answers(20)
  assert.equal(room.most(), 80)
})

test('an event loop that is late under many requests refuses more and more; one that is held up by others refuses nobody', async () => {
  const pressure = watchPressure()
  const hold = async (requests: number) => {
    for (let i = 0; i < requests; i++) pressure.count()
    const until = performance.now() + 100
    while (performance.now() < until);
    await sleep(1)
  }
  for (let i = 0; i < 5; i++) await hold(0)
  assert.ok(pressure.level() <= 0)
  for (let i = 0; i < 30; i++) await hold(200)
  assert.equal(pressure.level(), 2)
  while (pressure.level() > 0) await sleep(20)
  pressure.stop()
})

test('GET /designs while the shop is too busy is a problem like any other, on a connection that goes on; an order is still read', async () => {
  const { base } = await open(ok, { pressure: steadyPressure(2), allowedOrigins: ['https://shop.example'] })
  for (let i = 0; i < 3; i++) {
    const headers = { 'x-request-id': 'one-and-only', origin: 'https://shop.example' }
    const reply = await fetch(`${base}/api/v1/designs`, { headers })
    assert.equal(reply.status, 503)
    const { type, status, instance, retryAfter } = (await reply.json()) as Record<string, unknown>
    assert.deepEqual([type, status, instance], ['/problems/overloaded', 503, 'one-and-only'])
    assert.equal(reply.headers.get('retry-after'), String(retryAfter))
    assert.equal(reply.headers.get('content-type'), 'application/problem+json')
    assert.equal(reply.headers.get('cache-control'), 'no-store')
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(reply.headers.get('x-request-id'), 'one-and-only')
    assert.equal(reply.headers.get('access-control-allow-origin'), 'https://shop.example')
    assert.notEqual(reply.headers.get('connection'), 'close')
  }
  assert.equal((await fetch(`${base}/api/v1/orders/1`)).status, 200)
})

test('a service takes no more at once than it has places; a fifth of them is for what is critical', async () => {
  const waiting: (() => void)[] = []
  const { app } = await open((_request, answer) => void waiting.push(() => answer.writeHead(200).end('{}')), {
    places: 10
  })
  const refusals: { statusCode: number; headers: Record<string, unknown> }[] = []
  const all = Array.from({ length: 20 }, async () => {
    const reply = await app.inject('/api/v1/designs')
    if (reply.statusCode !== 200) refusals.push(reply)
  })
  while (waiting.length < 8 || refusals.length < 12) await sleep(5)
  assert.ok(refusals.every(({ statusCode, headers }) => statusCode === 503 && Number(headers['retry-after']) > 0))
  const order = app.inject('/api/v1/orders/1')
  while (waiting.length < 9) await sleep(5)
  for (const done of waiting) done()
  assert.equal((await order).statusCode, 200)
  await Promise.all(all)
})

test('GET /messages/stream is passed on event by event, without an end, until the gateway stops', async () => {
  let emit = (_text: string) => {}
  const { app, base } = await open((_request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/event-stream' })
    answer.write('data: 1\n\n')
    emit = (text) => void answer.write(text)
  })
  const reply = await fetch(`${base}/api/v1/messages/stream`)
  assert.equal(reply.headers.get('x-accel-buffering'), 'no')
  assert.equal(reply.headers.get('cache-control'), 'no-store')
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader()
  assert.equal((await reader.read()).value, 'data: 1\n\n')
  emit('data: 2\n\n')
  assert.equal((await reader.read()).value, 'data: 2\n\n')
  const closing = app.close()
  assert.equal((await reader.read()).done, true)
  await closing
})

test(
  'POST /stones/import may flow for longer than a request may take otherwise; a small body may not',
  { timeout: 40_000 },
  async () => {
    const sizes: number[] = []
    const { port } = await open((incoming, answer) => {
      let size = 0
      incoming.on('data', (chunk: Buffer) => (size += chunk.length))
      incoming.on('end', () => {
        sizes.push(size)
        answer.writeHead(200).end('{}')
      })
    })
    const slowly = (path: string, type: string) =>
      new Promise<number>((resolve) => {
        const outgoing = ask(
          { port, host: '127.0.0.1', path, method: 'POST', headers: { 'content-type': type, 'content-length': '18' } },
          (answer) => resolve(answer.statusCode!)
        )
        outgoing.on('error', () => resolve(0))
        let sent = 0
        const timer = setInterval(() => {
          outgoing.write('x')
          if (++sent < 18) return
          clearInterval(timer)
          outgoing.end()
        }, 1000)
      })
    assert.deepEqual(
      await Promise.all([slowly('/api/v1/stones/import', 'text/csv'), slowly('/api/v1/orders', 'application/json')]),
      [200, 408]
    )
    assert.deepEqual(sizes, [18])
  }
)

test('a service that restarts is waited for: reads and writes that it did not get arrive once it is back', async () => {
  const seen: string[] = []
  const listener: RequestListener = (incoming, answer) => {
    seen.push(`${incoming.method}`)
    incoming.resume()
    ok(incoming, answer)
  }
  const { app, service, serviceUrl } = await open(listener)
  assert.equal((await app.inject('/api/v1/designs')).statusCode, 200)
  service.closeAllConnections()
  service.close()
  await once(service, 'close')
  const replies = Promise.all([
    ...Array.from({ length: 20 }, () => app.inject('/api/v1/designs')),
    ...Array.from({ length: 20 }, () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/orders',
        payload: '{}',
        headers: { 'content-type': 'application/json' }
      })
    )
  ])
  await sleep(500)
  const again = createServer(listener)
  await listen(again, Number(new URL(serviceUrl).port))
  after(() => {
    again.closeAllConnections()
    again.close()
  })
  assert.ok((await replies).every(({ statusCode }) => statusCode === 200))
  assert.equal(seen.filter((method) => method === 'POST').length, 20)
})

test('a write whose connection breaks is a 503 and is not sent again; a read is, twice', async () => {
  const seen: Record<string, number> = { GET: 0, POST: 0 }
  const { app } = await open((incoming) => {
    seen[incoming.method!]!++
    incoming.socket.destroy()
  })
  const write = await app.inject({
    method: 'POST',
    url: '/api/v1/orders',
    payload: '{}',
    headers: { 'content-type': 'application/json' }
  })
  assert.equal(write.statusCode, 503)
  assert.equal((await app.inject('/api/v1/designs')).statusCode, 503)
  assert.deepEqual(seen, { GET: 3, POST: 1 })
})

test('a client that leaves takes its request along: the service is told', async () => {
  let left = 0
  const { port } = await open((_incoming, answer) => void answer.on('close', () => left++))
  const outgoing = ask({ port, host: '127.0.0.1', path: '/api/v1/designs' })
  outgoing.on('error', () => {})
  outgoing.end()
  await sleep(200)
  outgoing.destroy()
  for (let i = 0; left === 0 && i < 200; i++) await sleep(10)
  assert.equal(left, 1)
})

test('pages of an allowed origin may read answers, and nobody else’s: not null, not a look-alike, not plain HTTP', async () => {
  const { app } = await open(ok, { allowedOrigins: ['https://partner.example'] })
  const shared = (origin: string, method: 'GET' | 'OPTIONS' = 'GET') =>
    app.inject({ method, url: '/api/v1/designs', headers: { origin } })
  for (const origin of [
    'null',
    'https://partner.example.evil.example',
    'https://evilpartner.example',
    'http://partner.example',
    'https://a.partner.example',
    'https://partner.example:444',
    '*'
  ]) {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await shared(origin, method)
      assert.equal(headers['access-control-allow-origin'], undefined, origin)
      assert.equal(headers['access-control-allow-credentials'], undefined, origin)
    }
  }
  assert.equal(
    (await shared('https://partner.example')).headers['access-control-allow-origin'],
    'https://partner.example'
  )
  const preflight = await shared('https://partner.example', 'OPTIONS')
  assert.equal(preflight.statusCode, 204)
  assert.match(String(preflight.headers.vary), /origin/)
})

test('what a service answers is shared only for guests, and only where the route says so', async () => {
  let headers: Record<string, string> = {}
  const { app } = await open(
    (_incoming, answer) => void answer.writeHead(200, { 'content-type': 'application/json', ...headers }).end('{}')
  )
  const keeping = async (url: string, more: IncomingHttpHeaders = {}) =>
    (await app.inject({ url, headers: more as Record<string, string> })).headers['cache-control']
  assert.match(String(await keeping('/api/v1/designs')), /^public, max-age=1,/)
  assert.equal(await keeping('/api/v1/designs', { cookie: 'a=b' }), 'private, no-cache')
  assert.equal(await keeping('/api/v1/orders/1', { 'order-token': 'x' }), 'private, no-cache')
  assert.equal(await keeping('/api/v1/orders/1'), 'no-store')
  headers = { 'cache-control': 'public, max-age=60' }
  assert.equal(await keeping('/api/v1/designs', { authorization: `Bearer ${'b'.repeat(30)}` }), 'private, no-cache')
  headers = { 'cache-control': 'no-store' }
  assert.equal(await keeping('/api/v1/designs'), 'no-store')
  headers = { 'set-cookie': 'a=b' }
  assert.equal(await keeping('/api/v1/designs'), 'no-store')
})

test('every answer carries the guarding headers and the request id, and tells nothing of what made it', async () => {
  const { app } = await open(
    (_incoming, answer) =>
      void answer
        .writeHead(200, { server: 'x/1', 'x-powered-by': 'y', via: 'z', 'content-type': 'application/json' })
        .end('{}')
  )
  for (const url of ['/api/v1/designs', '/nothing', '/api/docs', '/livez', '/api/v1/openapi.json']) {
    const { headers } = await app.inject(url)
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.equal(headers['x-frame-options'], 'DENY', url)
    assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', url)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url)
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, url)
    assert.doesNotMatch(String(headers['content-security-policy']), /script-src[^;]*unsafe/, url)
    assert.match(String(headers['x-request-id']), /^[\w-]{8,64}$/, url)
    for (const name of ['server', 'x-powered-by', 'via']) assert.equal(headers[name], undefined, `${url} ${name}`)
  }
})

test('GET /metrics counts requests by class and outcome; GET /readyz is a 503 while a service has no address', async () => {
  const { app } = await open(ok)
  await app.inject('/api/v1/designs')
  assert.match((await app.inject('/metrics')).body, /gateway_requests_total\{class="normal",outcome="passed"\} 1/)
  assert.equal((await app.inject('/readyz')).statusCode, 200)
  const lost = buildApp({ routes: table, urlOf: (name) => (name === 'order' ? 'nowhere' : 'http://x:1'), sessions })
  after(() => lost.close())
  assert.equal((await lost.inject('/readyz')).statusCode, 503)
})

test(
  'a body that comes byte by byte does not hold its connection for longer than 15 s, headers not for longer than 10 s',
  { timeout: 40_000 },
  async () => {
    const { port } = await open(ok)
    const lifeOf = (first: string) =>
      new Promise<number>((resolve) => {
        const start = Date.now()
        const socket = connect(port, '127.0.0.1', () => socket.write(first))
        const timer = setInterval(() => socket.write('x'), 1000)
        socket.on('error', () => {})
        socket.on('close', () => {
          clearInterval(timer)
          resolve(Date.now() - start)
        })
        socket.resume()
      })
    const lives = await Promise.all([
      lifeOf(
        'POST /api/v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n'
      ),
      lifeOf('GET /api/v1/designs HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    ])
    for (const ms of lives) assert.ok(ms < 25_000, `${ms} ms`)
  }
)

test('GET /media is kept for good by whoever asks, signed in or not, asks nobody who they are, and is limited by address apart', async () => {
  const seen: IncomingHttpHeaders[] = []
  const forGood = 'public, max-age=31536000, immutable'
  const { base } = await open((request, answer) => {
    seen.push(request.headers)
    answer.writeHead(200, { 'content-type': 'image/avif', 'cache-control': forGood, etag: '"x"' }).end('picture')
  })
  for (const headers of [
    {},
    { cookie: 'lumora_session=not-a-session' },
    { authorization: `Bearer ${'x'.repeat(30)}` }
  ]) {
    const reply = await fetch(`${base}/media/${'a'.repeat(40)}/320.avif`, {
      headers: headers as Record<string, string>
    })
    assert.equal(reply.status, 200)
    assert.equal(await reply.text(), 'picture')
    assert.equal(reply.headers.get('cache-control'), forGood)
    assert.equal(reply.headers.get('vary'), 'origin')
    assert.equal(reply.headers.get('etag'), '"x"')
  }
  assert.ok(seen.every(({ authorization, cookie }) => authorization === undefined && cookie === undefined))
  for (const path of ['/media/..%2f..%2fetc/passwd', '/media/a/%2e%2e', '/media//x', '/media/a/b/c'])
    assert.equal((await fetch(base + path)).status, 404, path)
  assert.deepEqual(
    policyOf('GET /media/:hash/:file').limits.map(({ name }) => name),
    ['pictures']
  )
})
