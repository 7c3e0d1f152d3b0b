import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { after, test } from 'node:test'
import { eventually, testJobs } from '@lumora/kit/testing'
import { fetchRateFeed, readFeedMap, valueAt, type Feed } from '../src/controllers/feeds.ts'
import type { FeedRun } from '../src/schemas/feeds.ts'
import type { Proposal } from '../src/schemas/rates.ts'
import { work } from '../src/tasks.ts'
import { newDesign, openCatalogue } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, media } = shop
await testJobs({ ...work({ db, media }), sweeps: [], pool: shop.pool, app } as Parameters<typeof testJobs>[0])

let answer: RequestListener = (_request, response) => void response.end('{}')
let calls = 0
const server = createServer((request, response) => {
  calls++
  answer(request, response)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => void (server.closeAllConnections(), server.close()))
const { port } = server.address() as { port: number }

const gold = { metal: 'gold', fineness: 750, price: '/gold/18', at: '/at', currency: '/currency' } as const
const feed: Feed = {
  url: `http://127.0.0.1:${port}/rates`,
  headers: { 'x-key': 'k' },
  map: [gold],
  autoPermille: null,
  maxAgeSeconds: 3600,
  everyMinutes: 15,
  allow: [`127.0.0.1:${port}`]
}
const now = () => new Date().toISOString()
const says = (body: unknown, status = 200) => {
  answer = (_request, response) =>
    void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
}
const offer = (price: unknown, own: object = {}) => says({ gold: { 18: price }, at: now(), currency: 'INR', ...own })
const runs = async (): Promise<FeedRun[]> =>
  (await app.inject({ url: '/api/v1/metal-rates/feed-runs', headers: shop.manager })).json().items
const ask = async (own: Partial<Feed> = {}): Promise<FeedRun> => {
  await fetchRateFeed({ db, feed: { ...feed, ...own } })
  return (await runs())[0]!
}
const proposals = async (status: string): Promise<Proposal[]> =>
  (await app.inject({ url: `/api/v1/metal-rates/proposals?status=${status}`, headers: shop.manager })).json().items
const inForce = async () =>
  (
    (await app.inject('/api/v1/metal-rates')).json().items as {
      metal: string
      fineness: number
      minorPerGram: number
    }[]
  ).find(({ metal, fineness }) => metal === 'gold' && fineness === 750)!.minorPerGram

test('The feed proposes a rate once, for a person to approve, and another one takes its place', async () => {
  offer(9100)
  const first = await ask()
  assert.equal(first.outcome, 'taken')
  assert.deepEqual([first.rates[0]!.outcome, first.rates[0]!.minorPerGram], ['proposed', 910_000])
  await ask()
  let open = await proposals('proposed')
  assert.deepEqual(
    open.map(({ minorPerGram, source }) => [minorPerGram, source]),
    [[910_000, 'feed']]
  )
  offer('9150.505')
  await ask()
  open = await proposals('proposed')
  assert.deepEqual(
    open.map(({ minorPerGram }) => minorPerGram),
    [915_051]
  )
  assert.equal(await inForce(), 900_000)
  const approved = await shop.post(`/metal-rates/proposals/${open[0]!.id}/approve`, {})
  assert.equal(approved.statusCode, 200, approved.body)
  assert.equal(await inForce(), 915_051)
  assert.equal((await ask()).rates[0]!.outcome, 'unchanged')
})

test('The feed may put a small change in force by itself, and prices follow; a larger one waits for a person', async () => {
  const design = newDesign()
  await shop.importDesigns(design)
  const before = (await shop.read(design.slug)).variants[0].price.totalMinor as number
  const current = await inForce()
  offer((current * 1.02) / 100)
  assert.equal((await ask({ autoPermille: 20 })).rates[0]!.outcome, 'in-force')
  assert.equal(await inForce(), Math.round(current * 1.02))
  await eventually(
    'the prices follow',
    async () => (await shop.read(design.slug)).variants[0].price.totalMinor > before
  )
  offer((current * 1.06) / 100)
  assert.equal((await ask({ autoPermille: 20 })).rates[0]!.outcome, 'proposed')
  assert.equal(await inForce(), Math.round(current * 1.02))
})

test('The feed is refused, in words, where it says zero, less, nonsense, ten times as much, what is old, or in another currency', async () => {
  const before = (await proposals('proposed')).length
  const current = await inForce()
  for (const price of [
    0,
    -1,
    '-9000',
    null,
    true,
    [9000],
    {},
    '9,000',
    '9e3',
    1e300,
    '',
    ' 9000',
    'NaN',
    '0.000',
    (current / 100) * 10,
    current / 1000,
    1e-9
  ]) {
    offer(price)
    const run = await ask({ autoPermille: 1000 })
    assert.deepEqual([run.outcome, run.rates[0]!.outcome], ['refused', 'refused'], JSON.stringify(price))
    assert.ok(run.rates[0]!.detail.length > 10)
  }
  for (const own of [
    { at: new Date(Date.now() - 3_700_000).toISOString() },
    { at: new Date(Date.now() + 900_000).toISOString() },
    { at: 'yesterday' },
    { at: null },
    { at: 0 },
    { currency: 'USD' }
  ]) {
    offer(9300, own)
    assert.equal((await ask({ autoPermille: 1000 })).outcome, 'refused', JSON.stringify(own))
  }
  assert.equal(await inForce(), current)
  assert.equal((await proposals('proposed')).length, before)
})

test('The feed that answers HTML, 50 MB, an error, a redirect, or never ends is told as failed, and nothing is proposed', async () => {
  const before = calls
  says('<html>Maintenance</html>')
  assert.match((await ask()).detail, /not JSON/)
  says('{"gold":', 200)
  assert.match((await ask()).detail, /not JSON/)
  says('oops', 503)
  assert.match((await ask()).detail, /503/)
  answer = (_request, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  assert.match((await ask()).detail, /302/)
  const piece = Buffer.alloc(2 ** 20, 'x')
  let sent = 0
  answer = (_request, response) => {
    const more = () => {
      while (sent < 50 && !response.destroyed) {
        sent++
        if (!response.write(piece)) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  }
  const large = await ask()
  assert.equal(large.outcome, 'failed')
  assert.match(large.detail, /longer than/)
  answer = (_request, response) => void response.destroy()
  assert.equal((await ask()).outcome, 'failed')
  assert.equal(calls - before, 6)
})

test('A54 the feed calls no inner address, however it is spelt or named, unless the operator allows it', async () => {
  offer(9300)
  const before = calls
  for (const host of [
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0x7f000001',
    '2130706433',
    '0177.1',
    '169.254.169.254',
    'localhost.',
    '10.0.0.1'
  ]) {
    for (const scheme of ['http', 'https']) {
      const run = await ask({ url: `${scheme}://${host}:${port}/`, allow: [] })
      assert.equal(run.outcome, 'failed', host)
    }
  }
  for (const url of ['file:///etc/passwd', 'gopher://127.0.0.1/', `https://user@127.0.0.1:${port}/`])
    assert.equal((await ask({ url, allow: [] })).outcome, 'failed')
  const named = await ask({
    url: `https://rates.example.com:${port}/`,
    allow: [],
    resolve: async () => ['93.184.216.34', '127.0.0.1']
  })
  assert.match(named.detail, /public internet/)
  assert.equal(calls, before)
})

test('The map of a feed is checked at boot, and its pointers follow RFC 6901', () => {
  for (const bad of [
    '[]',
    '{}',
    '[{"metal":"gold"}]',
    '[{"metal":"gold","fineness":751,"price":"/a"}]',
    '[{"metal":"gold","fineness":750,"price":"a"}]',
    'nonsense'
  ])
    assert.throws(() => readFeedMap(bad), bad)
  assert.equal(readFeedMap(JSON.stringify([gold])).length, 1)
  const document = { 'a/b': [{ 'm~n': 1 }], __proto__: { x: 1 } }
  assert.equal(valueAt(document, '/a~1b/0/m~0n'), 1)
  assert.equal(valueAt(document, '/x'), undefined)
  assert.equal(valueAt(document, '/constructor'), undefined)
})

test('V0 the feed may speak in troy ounces', async () => {
  offer(340_000)
  const { rates } = await ask({ map: [{ ...gold, fineness: 1000, per: 'ounce' }] })
  assert.equal(rates[0]!.minorPerGram, 1_093_125)
})
