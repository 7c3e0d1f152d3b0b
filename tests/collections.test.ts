import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, test } from 'node:test'
import { keys, staff, testDatabase } from '@lumora/kit/testing'
import { buildApp as buildGateway } from '../gateway/proxy/src/app.ts'
import { routes } from '../gateway/proxy/src/routes.ts'
import { buildApp as buildCategory } from '../services/category/src/app.ts'
import { buildApp as buildProduct } from '../services/product/src/app.ts'
import { openQuoteSeal } from '../services/product/src/controllers/seals.ts'
import { openDiskStorage } from '../services/product/src/controllers/storages.ts'
import { importDesigns, prepareCatalogue } from '../tools/seed/catalogue.ts'
import { openShop } from '../tools/seed/shop.ts'

const manager = await staff('catalogue:write')
const databaseOf = async (name: string) =>
  (await testDatabase(new URL(`../services/${name}/migrations/`, import.meta.url))).db
const apps: Record<string, ReturnType<typeof buildCategory>> = {
  category: buildCategory({ db: await databaseOf('category'), keys }),
  product: buildProduct({
    db: await databaseOf('product'),
    keys,
    quotes: openQuoteSeal(['q'.repeat(32)]),
    media: { storage: openDiskStorage(tmpdir()), incoming: tmpdir(), perDay: 1 }
  })
}
const urls = Object.fromEntries(
  await Promise.all(
    Object.entries(apps).map(async ([name, app]) => [name, await app.listen({ port: 0, host: '127.0.0.1' })] as const)
  )
)
const gateway = buildGateway({
  routes: { category: routes.category!, product: routes.product! },
  urlOf: (service) => urls[service]!,
  sessions: { identify: async () => ({ userId: 'manager', authorization: manager.authorization }), forget: () => {} }
})
const shopUrl = await gateway.listen({ port: 0, host: '127.0.0.1' })
after(() => Promise.all([gateway, ...Object.values(apps)].map((app) => app.close())))

const session = { authorization: `Bearer ${'s'.repeat(40)}` }
const shop = openShop(shopUrl, session)
await prepareCatalogue(shop)
await importDesigns(shop, { seed: 1, count: 180, batch: 60 })

const send = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(shopUrl + path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...session, ...headers }
  })

interface Card {
  slug: string
  type: string
  metals: string[]
  fromMinor: number
}
/** Everything that a listing has, page by page. */
async function list(query: Record<string, unknown>): Promise<Card[]> {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)] as [string, string])
    )
  )
  const cards: Card[] = []
  search.set('limit', '100')
  for (;;) {
    const page = await shop.ask<{ items: Card[]; next: string | null }>('GET', `/api/v1/designs?${search.toString()}`)
    cards.push(...page.items)
    if (page.next === null) return cards
    search.set('after', page.next)
  }
}

test('A collection by rule lists, through product, exactly the designs that its rule means', async () => {
  const all = await list({})
  assert.equal(all.length, 180)
  const inRings = new Set((await list({ category: 'rings' })).map(({ slug }) => slug))
  const prices = all.map(({ fromMinor }) => fromMinor).toSorted((a, b) => a - b)
  const middle = prices[90]!
  const rules: [rule: object, means: (card: Card) => boolean][] = [
    [{ all: [{ metal: ['gold'] }] }, ({ metals }) => metals.includes('gold')],
    [
      { all: [{ metal: ['gold', 'silver'] }, { price: { maxMinor: middle } }] },
      ({ metals, fromMinor }) => fromMinor <= middle && metals.some((one) => one === 'gold' || one === 'silver')
    ],
    [
      { any: [{ type: ['ring'] }, { type: ['bangle', 'chain'] }] },
      ({ type }) => ['ring', 'bangle', 'chain'].includes(type)
    ],
    [
      { all: [{ category: 'rings' }, { price: { minMinor: middle } }] },
      ({ slug, fromMinor }) => inRings.has(slug) && fromMinor >= middle
    ]
  ]
  for (const [index, [rule, means]] of rules.entries()) {
    assert.equal((await send('POST', '/api/v1/collections', { slug: `c-${index}`, name: 'C', rule })).status, 201)
    const { query } = await shop.ask<{ query: Record<string, unknown> }>('GET', `/api/v1/collections/c-${index}`)
    const wanted = all.filter(means).map(({ slug }) => slug)
    const got = (await list(query)).map(({ slug }) => slug)
    assert.ok(wanted.length > 0 && wanted.length < 180, JSON.stringify(rule))
    assert.deepEqual(got.toSorted(), wanted.toSorted(), JSON.stringify(rule))
  }
})

test('A former slug is redirected through the gateway', async () => {
  const etag = (await fetch(`${shopUrl}/api/v1/categories/studs`)).headers.get('etag')!
  const renamed = await send('PATCH', '/api/v1/categories/studs', { slug: 'ear-studs' }, { 'if-match': etag })
  assert.equal(renamed.status, 200)
  const reply = await fetch(`${shopUrl}/api/v1/categories/studs`, { redirect: 'manual' })
  assert.deepEqual([reply.status, reply.headers.get('location')], [308, '/api/v1/categories/ear-studs'])
  const followed = await fetch(`${shopUrl}/api/v1/categories/studs`)
  assert.deepEqual([followed.status, followed.redirected], [200, true])
})
