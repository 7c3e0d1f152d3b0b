import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeOnce } from '@lumora/kit/events'
import { sql } from 'kysely'
import { moveCategory, tellCounts, watchRenames } from '../src/controllers/categories.ts'
import { tellRestocked } from '../src/controllers/variants.ts'
import { work } from '../src/tasks.ts'
import { newDesign, newVariant, oneOfAKind, openCatalogue } from './catalogue.ts'

const shop = await openCatalogue({ connections: 25 })
const { app, db } = shop
const id = () => crypto.randomUUID()
const take = takeOnce(db, work({ db } as Parameters<typeof work>[0]).hearing!)
const told = async (topic: string) =>
  (
    await sql<{ data: any }>`select "data" from outbox where "topic" = ${topic} order by "occurredAt"`.execute(db)
  ).rows.map(({ data }) => data)
const jobs = async (task: string) =>
  (
    await sql<{ payload: any }>`
      with taken as (select j.id, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}),
      gone as (delete from graphile_worker._private_jobs where id in (select id from taken))
      select payload from taken`.execute(db)
  ).rows.map(({ payload }) => payload)
const renamed = (formerSlug: string, slug: string) =>
  take({
    specversion: '1.0',
    id: id(),
    source: 'category',
    type: 'category.renamed',
    subject: slug,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    aggregateversion: 2,
    data: { categoryId: id(), slug, formerSlug }
  })
const listed = async (category: string) =>
  (await app.inject(`/api/v1/designs?category=${category}`)).json().items.map(({ slug }: { slug: string }) => slug)

test('category.renamed moves the designs to the new name; while they are moved, both names list them all', async () => {
  const designs = Array.from({ length: 3 }, () => newDesign({ categories: ['jewellery', 'studs'] }))
  await shop.importDesigns(...designs)
  const slugs = (await listed('studs')) as string[]
  assert.equal(slugs.length, 3)
  await renamed('studs', 'stud-earrings')
  await renamed('stud-earrings', 'small-earrings')
  await watchRenames({ db })
  for (const name of ['studs', 'stud-earrings', 'small-earrings']) assert.deepEqual(await listed(name), slugs, name)
  const [first, second] = await jobs('rename-category')
  for (const payload of [first, second]) await moveCategory({ db }, payload)
  await watchRenames({ db })
  assert.deepEqual(await listed('small-earrings'), slugs)
  assert.deepEqual([await listed('studs'), await listed('stud-earrings')], [[], []])
  const design = await shop.read(slugs[0]!)
  assert.deepEqual([design.categories, design.version], [['jewellery', 'small-earrings'], 1])
  await moveCategory({ db }, first)
  assert.deepEqual(await listed('small-earrings'), slugs)
})

test('product.counted tells of each category how many designs can be bought, whatever happened at once', async () => {
  await tellCounts({ db })
  const before = (await told('product.counted')).length
  const designs = Array.from({ length: 6 }, (_, index) =>
    newDesign({
      categories: ['counted', index % 2 ? 'odd' : 'even'],
      variants: [newVariant({ onHand: index === 5 ? 0 : 1 })],
      ...(index === 4 ? { status: 'draft' as const } : {})
    })
  )
  await shop.importDesigns(...designs)
  const variantIds = await Promise.all(designs.map(({ variants }) => shop.variantId(variants[0]!.sku)))
  await Promise.all([tellCounts({ db }), tellCounts({ db }), tellCounts({ db })])
  const countsOf = async () => {
    const counts = new Map<string, number>()
    for (const event of (await told('product.counted')).slice(before))
      for (const { category, designs: count } of event.counts) counts.set(category, count)
    return ['counted', 'even', 'odd'].map((category) => counts.get(category))
  }
  assert.deepEqual(await countsOf(), [4, 2, 2])
  const orders = variantIds.slice(0, 3).map((variantId) => ({ orderId: id(), variantId }))
  await Promise.all(orders.map(({ orderId, variantId }) => shop.reserve(orderId, [{ variantId, quantity: 1 }])))
  await tellCounts({ db })
  assert.deepEqual(await countsOf(), [1, 0, 1])
  await Promise.all([
    ...orders.slice(0, 2).map(({ orderId }) => shop.release(orderId)),
    ...Array.from({ length: 5 }, () => tellCounts({ db }))
  ])
  await tellCounts({ db })
  assert.deepEqual(await countsOf(), [3, 1, 2])
  const length = (await told('product.counted')).length
  await tellCounts({ db })
  assert.equal((await told('product.counted')).length, length, 'what has not changed is not told')
})

test('Many orders for many designs at once, whose stock all ends, wait for each other in vain never', async () => {
  const designs = Array.from({ length: 8 }, () =>
    newDesign({ categories: [], variants: Array.from({ length: 20 }, () => newVariant({ onHand: 1 })) })
  )
  await shop.importDesigns(...designs)
  const { rows } = await sql<{ id: string; sku: string }>`
    select "id", "sku" from variants where "sku" = any(${designs.flatMap(({ variants }) => variants.map(({ sku }) => sku))})`.execute(
    db
  )
  const idOf = new Map(rows.map((row) => [row.sku, row.id]))
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, nth) => {
      const those = nth % 2 ? designs : designs.toReversed()
      const lines = those.map(({ variants }) => ({ variantId: idOf.get(variants[nth]!.sku), quantity: 1 }))
      return Promise.all([shop.reserve(id(), lines), nth % 5 === 0 ? shop.importDesigns(...designs) : undefined])
    })
  )
  for (const [reserved, imported] of replies)
    assert.deepEqual(
      [reserved.statusCode, imported?.statusCode ?? 200],
      [200, 200],
      reserved.body + (imported?.body ?? '')
    )
  const { rows: shown } = await sql<{ available: boolean; stockFacets: string[] }>`
    select "available", "stockFacets" from designs where "slug" = any(${designs.map(({ slug }) => slug)})`.execute(db)
  for (const design of shown) assert.deepEqual(design, { available: false, stockFacets: [] })
})

test('product.restocked tells once of what could not be bought and can be again, and not of what is new or gone', async () => {
  await jobs('tell-restocked')
  const [counted, unique, plenty] = [newVariant({ onHand: 1 }), oneOfAKind(1), newVariant({ onHand: 9 })]
  const design = newDesign({ title: 'Wanted ring', variants: [counted, unique, plenty] })
  await shop.importDesigns(design)
  assert.deepEqual(await jobs('tell-restocked'), [])
  const { variants } = await shop.read(design.slug)
  const lines = [
    { variantId: variants[0].id, quantity: 1 },
    { variantId: variants[1].id, pieceId: variants[1].pieces[0].id, quantity: 1 },
    { variantId: variants[2].id, quantity: 1 }
  ]
  const orderId = id()
  await shop.reserve(orderId, lines)
  assert.deepEqual(await jobs('tell-restocked'), [])
  await shop.release(orderId)
  const due = await jobs('tell-restocked')
  assert.deepEqual(new Set(due.flatMap(({ variantIds }) => variantIds)), new Set([variants[0].id, variants[1].id]))
  await shop.reserve(id(), [lines[0]!])
  for (const payload of due) await tellRestocked({ db }, payload)
  assert.deepEqual(await told('product.restocked'), [
    { variantId: variants[1].id, sku: unique.sku, slug: design.slug, title: 'Wanted ring' }
  ])
})
