import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { newDesign, newVariant, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, pool } = shop
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const list = async (query: string) => (await app.inject(`/api/v1/designs?${query}`)).json()
const slugs = (page: { items: { slug: string }[] }) => page.items.map(({ slug }) => slug)

test('PUT /designs/import makes designs, which a list shows as cards and an address in full', async () => {
  const design = newDesign({
    title: 'Marigold “ring” – größer',
    categories: ['rings', 'engagement-rings', 'rings'],
    attributes: { style: 'classic', width: 2.5, engravable: true },
    variants: [
      newVariant({
        size: 'IN 14',
        grossMg: 2100,
        stones: [{ kind: 'diamond', shape: 'round', caratMct: 500, count: 1, minorEach: 4_000_000, clarity: 'VS1' }]
      }),
      oneOfAKind(1, {
        colour: 'rose',
        pieces: [
          {
            serial: 'LJ-0001',
            huid: 'AB12CD',
            certificates: [{ lab: 'GIA', number: '2141438167', scheme: 'GIA_4C', origin: 'NATURAL' }]
          }
        ]
      })
    ]
  })
  const reply = await shop.importDesigns(design)
  assert.deepEqual(reply.json(), { imported: 1 })
  const { items } = await list('category=engagement-rings')
  assert.deepEqual(items, [
    {
      slug: design.slug,
      title: design.title,
      imageUrl: null,
      type: 'ring',
      metals: ['gold'],
      fromMinor: 2_039_400,
      currency: 'INR',
      available: true
    }
  ])
  const read = await shop.read(design.slug)
  assert.equal(read.title, design.title)
  assert.deepEqual(read.attributes, design.attributes)
  assert.deepEqual(read.categories, ['rings', 'engagement-rings'])
  const [ring, unique] = read.variants
  assert.equal(ring.size, 'IN 14')
  assert.equal(ring.available, 5)
  assert.equal(ring.price.totalMinor, 2_039_400 + 4_120_000)
  assert.equal(ring.price.breakdown.stonesMinor, 4_000_000)
  assert.deepEqual(ring.stones, [{ kind: 'diamond', shape: 'round', caratMct: 500, count: 1, clarity: 'VS1' }])
  assert.deepEqual(ring.pieces, [])
  assert.equal(unique.oneOfAKind, true)
  assert.equal(unique.available, 1)
  assert.deepEqual({ ...unique.pieces[0], id: '' }, { ...design.variants[1]!.pieces[0], id: '' })
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /designs/import again changes designs, keeps stock as it has become, and retires variants that are not named', async () => {
  const [stays, goes, pieces] = [newVariant({ onHand: 4 }), newVariant(), oneOfAKind(1)]
  const design = newDesign({ categories: ['rings', 'old'], variants: [stays, goes, pieces] })
  await shop.importDesigns(design)
  const before = await shop.read(design.slug)
  await shop.reserve(crypto.randomUUID(), [{ variantId: before.variants[0].id, quantity: 1 }])
  const another = { serial: `${pieces.pieces[0]!.serial}-B`, certificates: [] }
  const after = {
    ...design,
    title: 'Renamed',
    categories: ['rings', 'new'],
    variants: [
      { ...stays, onHand: 99, netMg: 1000 },
      { ...pieces, pieces: [...pieces.pieces, another] }
    ]
  }
  assert.equal((await shop.importDesigns(after)).statusCode, 200)
  const read = await shop.read(design.slug)
  assert.equal(read.title, 'Renamed')
  assert.equal(read.variants.length, 2)
  assert.equal(read.variants[0].id, before.variants[0].id)
  assert.equal(read.variants[0].available, 3)
  assert.equal(read.variants[0].price.totalMinor, 1_019_700)
  assert.equal(read.variants[1].available, 2)
  assert.deepEqual(slugs(await list('category=old')), [])
  assert.equal((await list('category=new')).items[0].fromMinor, 1_019_700)
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /designs/import sent 10 times at once with the same designs makes them once', async () => {
  const designs = Array.from({ length: 20 }, () => newDesign({ variants: [newVariant(), oneOfAKind(2)] }))
  const orders = Array.from({ length: 10 }, (_, index) => (index % 2 ? designs : designs.toReversed()))
  const replies = await Promise.all(orders.map((some) => shop.importDesigns(...some)))
  assert.deepEqual(
    replies.map(({ statusCode }) => statusCode),
    orders.map(() => 200)
  )
  const read = await shop.read(designs[0]!.slug)
  assert.deepEqual(
    read.variants.map(({ available }: { available: number }) => available),
    [5, 2]
  )
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /designs/import raced with reservations of the same variants loses neither', async () => {
  const design = newDesign({ variants: [newVariant({ onHand: 100 }), newVariant({ onHand: 100 })] })
  await shop.importDesigns(design)
  const ids: string[] = (await shop.read(design.slug)).variants.map(({ id }: { id: string }) => id)
  const lines = (of: string[]) => of.map((variantId) => ({ variantId, quantity: 1 }))
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      index % 4 === 0
        ? shop.importDesigns({ ...design, variants: index % 8 ? design.variants : design.variants.toReversed() })
        : shop.reserve(crypto.randomUUID(), lines(index % 2 ? ids : ids.toReversed()))
    )
  )
  assert.ok(replies.every(({ statusCode }) => statusCode === 200))
  assert.deepEqual(
    (await shop.read(design.slug)).variants.map(({ available }: { available: number }) => available),
    [10, 10]
  )
  const { rows } = await sql`select "reserved" from variants where "id" = any(${ids})`.execute(db)
  assert.deepEqual(rows, [{ reserved: 30 }, { reserved: 30 }])
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /designs/import refuses what contradicts itself or others, and then changes nothing', async () => {
  const other = newDesign({
    variants: [oneOfAKind(1, { pieces: [{ serial: 'TAKEN-1', huid: 'TAKEN1', certificates: [] }] })]
  })
  await shop.importDesigns(other)
  const cases: [number, string, ReturnType<typeof newVariant>][] = [
    [422, 'weights-not-valid', newVariant({ stones: [{ kind: 'ruby', shape: 'oval', caratMct: 1000, count: 1 }] })],
    [422, 'purity-not-known', newVariant({ metal: 'silver', purity: '18K' })],
    [422, 'rate-missing', newVariant({ metal: 'platinum', purity: '950' })],
    [422, 'stock-of-pieces', oneOfAKind(1, { onHand: 3 })],
    [422, 'price-too-large', newVariant({ making: { kind: 'per-gram', minor: 9_007_199_254_740_991 } })],
    [409, 'sku-taken', newVariant({ sku: other.variants[0]!.sku })],
    [409, 'serial-taken', oneOfAKind(1, { pieces: [{ serial: 'TAKEN-1', certificates: [] }] })],
    [409, 'huid-taken', oneOfAKind(1, { pieces: [{ serial: 'FREE-1', huid: 'TAKEN1', certificates: [] }] })]
  ]
  for (const [status, slug, variant] of cases) {
    const [good, bad] = [newDesign(), newDesign({ variants: [variant] })]
    const reply = await shop.importDesigns(good, bad)
    assert.deepEqual([reply.statusCode, slugOf(reply)], [status, slug])
    assert.equal((await app.inject(`/api/v1/designs/${good.slug}`)).statusCode, 404)
  }
  const twice = newDesign()
  assert.equal(slugOf(await shop.importDesigns(twice, twice)), 'named-twice')
  const unknown = { ...newDesign(), price: 1 }
  const reply = await shop.importDesigns(unknown)
  assert.equal(reply.statusCode, 400)
  assert.equal(reply.json().errors[0].pointer, '#/designs/0/price')
})

test('PUT /designs/import is for staff of the catalogue only', async () => {
  const put = (headers: object) =>
    app.inject({
      method: 'PUT',
      url: '/api/v1/designs/import',
      headers: { ...headers },
      payload: { designs: [newDesign()] }
    })
  assert.equal((await put({})).statusCode, 401)
  assert.equal((await put(await signedIn(crypto.randomUUID()))).statusCode, 403)
})

test('POST /designs with one key twice makes one design, and its slug is then taken', async () => {
  const design = newDesign()
  const post = (key: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/designs',
      headers: { ...shop.manager, 'idempotency-key': key },
      payload: design
    })
  const key = crypto.randomUUID()
  const first = await post(key)
  assert.equal(first.statusCode, 201)
  assert.deepEqual(first.json(), await shop.read(design.slug))
  assert.equal((await post(key)).body, first.body)
  const again = await post(crypto.randomUUID())
  assert.deepEqual([again.statusCode, slugOf(again)], [409, 'slug-taken'])
})

test('GET /designs pages through all of a category in each order, one statement a page, none twice and none left out', async () => {
  const prices = [3000, 1000, 2000, 1000, 5000, 4000, 1000]
  const designs = prices.map((netMg) =>
    newDesign({ categories: ['paged'], variants: [newVariant({ netMg, grossMg: netMg })] })
  )
  for (const design of designs) await shop.importDesigns(design)
  const newest = designs.map(({ slug }) => slug).toReversed()
  const netOf = new Map(designs.map(({ slug }, index) => [slug, prices[index]!]))
  for (const sort of ['newest', 'price', '-price']) {
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      let page: { items: { slug: string }[]; next: string | null } | undefined
      const url: string = `category=paged&sort=${sort}&limit=2${after && `&after=${after}`}`
      const statements = await statementsDuring(pool, async () => {
        page = await list(url)
      })
      assert.equal(statements.length, 1)
      seen.push(...slugs(page!))
      after = page!.next
    }
    assert.deepEqual(seen.toSorted(), newest.toSorted())
    const sorted = seen.map((slug) => netOf.get(slug)!)
    if (sort === 'newest') assert.deepEqual(seen, newest)
    if (sort === 'price')
      assert.deepEqual(
        sorted,
        prices.toSorted((a, b) => a - b)
      )
    if (sort === '-price')
      assert.deepEqual(
        sorted,
        prices.toSorted((a, b) => b - a)
      )
  }
})

test('GET /designs filters by words, type, metal, purity and price', async () => {
  const silver = newDesign({
    title: 'Peacock anklet',
    description: 'Dancing feathers in sterling silver.',
    type: 'anklet',
    categories: ['found'],
    variants: [newVariant({ metal: 'silver', purity: '925', colour: null })]
  })
  const gold = newDesign({ title: 'Lotus ring', categories: ['found'] })
  await shop.importDesigns(silver, gold)
  const found = async (query: string) => slugs(await list(`category=found&${query}`))
  assert.deepEqual(await found('q=feather'), [silver.slug])
  assert.deepEqual(slugs(await list('q=peacock -lotus')), [silver.slug])
  assert.deepEqual(await found('q=emu'), [])
  assert.deepEqual(await found('type=ring'), [gold.slug])
  assert.deepEqual(await found('metal=silver'), [silver.slug])
  assert.deepEqual(await found('purity=18K'), [gold.slug])
  assert.deepEqual(await found('minPriceMinor=1000000'), [gold.slug])
  assert.deepEqual(await found('maxPriceMinor=1000000&sort=price'), [silver.slug])
})

test('GET /designs and GET /designs/{slug} show at once what is no longer available', async () => {
  const design = newDesign({ categories: ['last'], variants: [newVariant({ onHand: 1 })] })
  await shop.importDesigns(design)
  const orderId = crypto.randomUUID()
  await shop.reserve(orderId, [{ variantId: (await shop.read(design.slug)).variants[0].id, quantity: 1 }])
  assert.equal((await list('category=last')).items[0].available, false)
  assert.equal((await shop.read(design.slug)).variants[0].available, 0)
  await shop.release(orderId)
  assert.equal((await list('category=last')).items[0].available, true)
})

test('GET /designs/{slug} takes one statement, and is a 404 for what is not there', async () => {
  const design = newDesign({ variants: [newVariant(), newVariant(), oneOfAKind(3)] })
  await shop.importDesigns(design)
  assert.equal((await statementsDuring(pool, () => shop.read(design.slug))).length, 1)
  assert.equal((await app.inject('/api/v1/designs/nothing-here')).statusCode, 404)
})

test('GET /designs with a place or a filter that is not one is a 400', async () => {
  for (const query of [
    'after=x',
    'after=WyJ4Il0',
    'sort=cheap',
    'limit=101',
    'colour=green',
    'type=hat',
    'minPriceMinor=-1'
  ])
    assert.equal((await app.inject(`/api/v1/designs?${query}`)).statusCode, 400, query)
})

test('PUT /designs/import [8 at once, with words, sizes, grades and laboratories that are new to all] takes all of them', async () => {
  const word = `neu${crypto.randomUUID().slice(0, 8)}`
  const batch = (seed: number) =>
    Array.from({ length: 40 }, (_, at) =>
      newDesign({
        title: `${word}${(at * 7 + seed) % 40} ring`,
        variants: [newVariant({ size: `${word}-${(at * 11 + seed) % 40}`, onHand: 2 })]
      })
    )
  const replies = await Promise.all(Array.from({ length: 8 }, (_, seed) => shop.importDesigns(...batch(seed))))
  for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
})
