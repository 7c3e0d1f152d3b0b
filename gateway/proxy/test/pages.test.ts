import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import ajvModule from 'ajv'
import { fakePeer, testPeer } from '@lumora/kit/testing'
import { steadyPressure } from '../src/shedding.ts'
import { buildApp } from '../src/app.ts'
import { pages } from '../src/pages/pages.ts'
import { routes } from '../src/routes.ts'
import { openSessions } from '../src/sessions.ts'

const root = new URL('../../../', import.meta.url)
const auth = await fakePeer(new URL('services/auth/openapi.json', root), {
  'POST /internal/sessions/exchange': () => ({
    status: 200,
    body: { token: 'aaa.bbb.ccc', expiresIn: 300, userId: crypto.randomUUID(), staff: false }
  })
})
const sessions = openSessions(testPeer('gateway', 'auth', auth.url, 'sessions'))
const signedIn = { authorization: `Bearer ${'a'.repeat(30)}` }

/** What each address is answered with; what is not here gets an empty page of a list. */
let answers: Record<string, { status: number; body: unknown; afterMs?: number }> = {}
let asked: string[] = []
let answered = 0
let tokens: (string | undefined)[] = []
const service = createServer((incoming, answer) => {
  const [path = ''] = incoming.url!.split('?')
  asked.push(incoming.url!)
  tokens.push(incoming.headers.authorization)
  const { status, body, afterMs = 0 } = answers[path] ?? { status: 200, body: { items: [], next: null } }
  const send = () => {
    answered++
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (afterMs === 0) send()
  else setTimeout(send, afterMs)
})
service.listen(0, '127.0.0.1')
await once(service, 'listening')
const { port } = service.address() as { port: number }
const app = buildApp({
  routes,
  urlOf: () => `http://127.0.0.1:${port}`,
  sessions,
  trustedClients: ['127.0.0.1'],
  pressure: steadyPressure(0),
  patience: 5
})
after(async () => {
  await app.close()
  service.closeAllConnections()
  service.close()
})
const design = { slug: 'lotus', title: 'Lotus', type: 'ring', categories: ['rings', 'gold-rings'], variants: [] }
beforeEach(() => {
  answers = { '/api/v1/designs/lotus': { status: 200, body: design } }
  asked = []
  answered = 0
  tokens = []
})

test('GET /pages/home asks each part at the same time, and no more than five reads', async () => {
  for (const path of [
    '/api/v1/menus',
    '/api/v1/categories',
    '/api/v1/collections',
    '/api/v1/designs',
    '/api/v1/metal-rates'
  ])
    answers[path] = { status: 200, body: { items: [path], next: null }, afterMs: 1000 }
  const asking = app.inject('/api/v1/pages/home')
  while (asked.length < 5) await sleep(10)
  assert.equal(answered, 0)
  const reply = await asking
  assert.equal(reply.statusCode, 200)
  const { menus, newest, parts } = reply.json()
  assert.deepEqual([menus.items, newest.items, parts], [['/api/v1/menus'], ['/api/v1/designs'], {}])
  assert.equal(asked.length, 5)
  assert.match(String(reply.headers['cache-control']), /^public, max-age=1,/)
})

test('GET /pages/designs/{slug} under pressure asks only for what it cannot do without', async () => {
  const busy = buildApp({ routes, urlOf: () => `http://127.0.0.1:${port}`, sessions, pressure: steadyPressure(1) })
  const reply = await busy.inject('/api/v1/pages/designs/lotus')
  await busy.close()
  assert.equal(reply.statusCode, 200)
  const { design: shown, parts } = reply.json()
  assert.equal(shown.title, 'Lotus')
  assert.deepEqual(asked, ['/api/v1/designs/lotus'])
  assert.deepEqual(new Set(Object.values(parts as object).map(({ missing }) => missing)), new Set(['unavailable']))
})

test('GET /pages/designs/{slug} goes without what is late or broken, says so, and is then not kept', async () => {
  answers['/api/v1/designs/lotus/related'] = { status: 200, body: {}, afterMs: 3500 }
  answers['/api/v1/metal-rates'] = { status: 500, body: {} }
  answers['/api/v1/categories/rings'] = { status: 404, body: {} }
  const reply = await app.inject('/api/v1/pages/designs/lotus')
  assert.equal(reply.statusCode, 200)
  const page = reply.json()
  assert.equal(page.design.title, 'Lotus')
  assert.deepEqual(page.parts, {
    related: { missing: 'too-late' },
    rates: { missing: 'unavailable' },
    category: { missing: 'not-found' }
  })
  assert.equal(reply.headers['cache-control'], 'no-store')
  assert.ok(asked.includes('/api/v1/sizes/ring/chart'))
})

test('GET /pages/designs/{slug} [no such design] is the 404 of the design, a broken one a 503', async () => {
  answers['/api/v1/designs/lotus'] = { status: 404, body: { type: '/problems/not-found', detail: 'No such design.' } }
  const reply = await app.inject('/api/v1/pages/designs/lotus')
  assert.equal(reply.statusCode, 404)
  assert.equal(reply.json().detail, 'No such design.')
  answers['/api/v1/designs/lotus'] = { status: 500, body: {} }
  assert.equal((await app.inject('/api/v1/pages/designs/lotus')).statusCode, 503)
})

test('GET /pages/listing passes its filters on with facets, and refuses a field that it does not know', async () => {
  const reply = await app.inject('/api/v1/pages/listing?category=rings&metal=gold&metal=silver&limit=12')
  assert.equal(reply.statusCode, 200)
  const read = asked.filter((url) => /categories|designs\?/.test(url))
  assert.deepEqual(read.sort(), [
    '/api/v1/categories/rings',
    '/api/v1/designs?facets=true&category=rings&metal=gold&metal=silver&limit=12'
  ])
  assert.equal((await app.inject('/api/v1/pages/listing?q=ring')).json().category, null)
  assert.equal((await app.inject('/api/v1/pages/listing?unknown=1')).statusCode, 400)
  assert.equal((await app.inject('/api/v1/pages/home?unknown=1')).statusCode, 400)
  await app.inject(`/api/v1/pages/listing?category=${encodeURIComponent('../../internal/x')}`)
  assert.ok(asked.every((url) => !url.includes('/internal')))
})

test('a page has an ETag, and is a 304 for who has it', async () => {
  const first = await app.inject('/api/v1/pages/home')
  const etag = String(first.headers.etag)
  const again = await app.inject({ url: '/api/v1/pages/home', headers: { 'if-none-match': etag } })
  assert.equal(again.statusCode, 304)
  assert.equal(again.body, '')
  answers['/api/v1/menus'] = { status: 200, body: { items: [1], next: null } }
  assert.equal((await app.inject({ url: '/api/v1/pages/home', headers: { 'if-none-match': etag } })).statusCode, 200)
})

test('GET /pages/account is for who is signed in, is theirs alone, and asks as them', async () => {
  assert.equal((await app.inject('/api/v1/pages/account')).statusCode, 401)
  assert.equal(asked.length, 0)
  const reply = await app.inject({ url: '/api/v1/pages/account', headers: signedIn })
  assert.equal(reply.statusCode, 200)
  assert.match(String(reply.headers['cache-control']), /private/)
  assert.ok(tokens.every((token) => token === 'Bearer aaa.bbb.ccc'))
  const home = await app.inject({ url: '/api/v1/pages/home', headers: signedIn })
  assert.match(String(home.headers['cache-control']), /private/)
})

test('GET /pages/dashboard leaves out what the permission is missing for, and is a 403 when that is everything', async () => {
  const refusal = { status: 403, body: { type: '/problems/not-allowed', detail: 'No.' } }
  answers['/api/v1/payments/refunds'] = refusal
  const part = (await app.inject({ url: '/api/v1/pages/dashboard', headers: signedIn })).json()
  assert.deepEqual(part.parts, { refunds: { missing: 'not-allowed' } })
  for (const url of asked) answers[url.split('?')[0]!] = refusal
  assert.equal((await app.inject({ url: '/api/v1/pages/dashboard', headers: signedIn })).statusCode, 403)
})

test('each part of each page reads a public row of the table, and the merged contract describes the page', () => {
  const contract = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, { get: { responses: Record<string, any> } }>
  }
  const ajv = new ajvModule.Ajv({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'contract', ...contract })
  for (const page of pages) {
    for (const part of Object.values(page.parts))
      assert.ok(routes[part.service]!.includes(`GET ${part.contract.replaceAll(/\{(\w+)\}/g, ':$1')}`), part.contract)
    const described = contract.paths[page.path.replaceAll(/:(\w+)/g, '{$1}')]!.get
    const schema = described.responses[200].content['application/json'].schema as object
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object
    assert.equal(ajv.compile(local)({ parts: {} }), !Object.values(page.parts).some((part) => part.isRequired))
  }
})
