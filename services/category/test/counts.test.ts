import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { events } from '@lumora/contracts/events'
import { httpBus, takeOnce, type Event } from '@lumora/kit/events'
import { fromService, keys, staff, testDatabase, testPeer } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/categories.ts'
import { work } from '../src/tasks.ts'

const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const bus = httpBus({ app, catalogue: events, peer: (name) => testPeer('category', name, 'http://nowhere.invalid') })
await bus.receive(takeOnce(db, work({ db }).hearing!))
const manager = await staff('catalogue:write')
const product = await fromService('product', 'category', 'events')
const url = '/api/v1/categories'

const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const item = (slug: string, parentSlug: string | null) => ({ slug, name: slug, parentSlug, position: 0 })
await app.inject({
  method: 'PUT',
  url: `${url}/import`,
  headers: manager,
  payload: { items: [item('rings', null), item('bands', 'rings'), item('halo', 'rings')] }
})

const event = (version: number, counts: Record<string, number>): Event => ({
  specversion: '1.0',
  id: crypto.randomUUID(),
  source: 'product',
  type: 'product.counted',
  subject: 'catalogue',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  aggregateversion: version,
  data: { counts: Object.entries(counts).map(([category, designs]) => ({ category, designs })) }
})
async function tell(told: Event): Promise<void> {
  const reply = await app.inject({ method: 'POST', url: '/internal/events', headers: product, payload: told })
  assert.ok(reply.statusCode < 300, reply.body)
}
const counts = async () => {
  const { items } = (await app.inject(url)).json() as { items: { slug: string; designs: number }[] }
  return Object.fromEntries(items.map(({ slug, designs }) => [slug, designs]))
}
const loaded = async (slug: string) => ({
  ...manager,
  'if-match': String((await app.inject(`${url}/${slug}`)).headers.etag)
})

test('GET /categories shows how many designs can be bought, as product told it last, in one statement and under another ETag', async () => {
  assert.deepEqual(await counts(), { rings: 0, bands: 0, halo: 0 })
  const before = await app.inject(url)
  await tell(event(5, { rings: 12, bands: 5, 'not-a-category': 9 }))
  assert.deepEqual(await counts(), { rings: 12, bands: 5, halo: 0 })
  const again = await app.inject({ url, headers: { 'if-none-match': String(before.headers.etag) } })
  assert.equal(again.statusCode, 200)
  const statements = await statementsDuring(pool, async () => void (await app.inject(url)))
  assert.equal(statements.length, 1)
  const page = await app.inject(`${url}/rings`)
  assert.equal(page.json().designs, 12)
  assert.deepEqual(
    page.json().children.map(({ slug, designs }: { slug: string; designs: number }) => [slug, designs]),
    [
      ['bands', 5],
      ['halo', 0]
    ]
  )
  const detail = await statementsDuring(pool, async () => void (await app.inject(`${url}/rings`)))
  assert.equal(detail.length, 1)
  await tell(event(6, { rings: 13 }))
  assert.notEqual((await app.inject(`${url}/rings`)).headers.etag, page.headers.etag)
})

test('product.counted heard twice, too late, or by 20 at once leaves the newest count', async () => {
  const newest = event(40, { halo: 40 })
  await tell(newest)
  await tell(newest)
  await tell(event(7, { halo: 7, rings: 7 }))
  assert.deepEqual(await counts(), { rings: 7, bands: 5, halo: 40 })
  await Promise.all(Array.from({ length: 20 }, (_, i) => tell(event(60 - i, { halo: 60 - i, bands: 60 - i }))))
  assert.deepEqual(await counts(), { rings: 7, bands: 60, halo: 60 })
  const { headers } = await app.inject(url)
  await tell(event(8, { halo: 1 }))
  const unchanged = await app.inject({ url, headers: { 'if-none-match': String(headers.etag) } })
  assert.equal(unchanged.statusCode, 304)
})

test('PATCH /categories/{slug} takes the count along to another slug, and product’s next one counts', async () => {
  const renamed = await app.inject({
    method: 'PATCH',
    url: `${url}/bands`,
    headers: await loaded('bands'),
    payload: { slug: 'wedding-bands' }
  })
  assert.equal(renamed.json().designs, 60)
  await tell(event(70, { 'wedding-bands': 61, bands: 0 }))
  assert.equal((await counts())['wedding-bands'], 61)
})

test('DELETE /categories/{slug} with designs that can be bought is refused with how many, and not without', async () => {
  const remove = async () => app.inject({ method: 'DELETE', url: `${url}/halo`, headers: await loaded('halo') })
  const refused = await remove()
  assert.equal(slugOf(refused), 'category-in-use')
  assert.equal(refused.json().designs, 60)
  await tell(event(80, { halo: 0 }))
  assert.equal((await remove()).statusCode, 204)
})
