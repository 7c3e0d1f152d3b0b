import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase, openPool, statementsDuring } from '@lumora/kit/database'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Facets, NewDesign } from '../src/schemas/designs.ts'
import { newDesign, newVariant, oneOfAKind, openCatalogue } from './catalogue.ts'

const shop = await openCatalogue()
const { app, pool } = shop
interface Answer {
  items: { slug: string; title: string; available: boolean; fromMinor: number }[]
  next: string | null
  facets?: Facets
}
const list = async (query: string): Promise<Answer> => {
  const reply = await app.inject(`/api/v1/designs?${query}`)
  assert.equal(reply.statusCode, 200, reply.body)
  return reply.json()
}
const titles = async (query: string) => (await list(query)).items.map(({ title }) => title)
const suggest = async (q: string): Promise<{ text: string; slug: string | null }[]> =>
  (await app.inject(`/api/v1/designs/suggestions?q=${encodeURIComponent(q)}`)).json().items

const diamond = { kind: 'diamond', shape: 'round', caratMct: 100, count: 1, minorEach: 100_000 }
const ruby = {
  kind: 'ruby',
  shape: 'oval',
  caratMct: 500,
  count: 1,
  clarity: 'VS1',
  origin: 'natural' as const,
  minorEach: 9
}
const reported = (lab: 'GIA' | 'IGI', number: string, origin: 'NATURAL' | 'LAB_GROWN') => ({
  serial: `PIECE-${number}`,
  certificates: [{ lab, number, origin }]
})
const small: [string, Partial<NewDesign>][] = [
  [
    'Meera diamond necklace',
    { type: 'necklace', variants: [newVariant({ grossMg: 2100, stones: [diamond], size: '16 in' })] }
  ],
  ['Rosé stud earrings', { type: 'earrings', variants: [newVariant({ colour: 'rose' })] }],
  ['Temple jhumka', { type: 'earrings', variants: [newVariant({ purity: '999', colour: 'yellow', onHand: 0 })] }],
  ['Kada of the river', { type: 'bangle', variants: [newVariant({ metal: 'silver', purity: '925', colour: null })] }],
  ['Lotus ring', { variants: [newVariant({ size: 'IN 14' }), newVariant({ size: 'IN 15', onHand: 0 })] }],
  [
    'Lotus solitaire',
    { description: 'A ring with one diamond.', variants: [oneOfAKind(1, { grossMg: 2100, stones: [diamond] })] }
  ],
  [
    'Crimson brooch',
    {
      type: 'brooch',
      variants: [
        oneOfAKind(0, { grossMg: 2200, stones: [ruby], pieces: [reported('GIA', '1234567', 'NATURAL')] }),
        oneOfAKind(0, { grossMg: 2200, stones: [diamond, ruby], pieces: [reported('IGI', 'LG1234567', 'LAB_GROWN')] })
      ]
    }
  ]
]
const imported = await shop.importDesigns(
  ...small.map(([title, own]) => newDesign({ title, categories: ['all'], ...own }))
)
assert.equal(imported.statusCode, 200, imported.body)

test('GET /designs finds words with typing errors, accents and synonyms, and leaves out what has a minus', async () => {
  assert.deepEqual(await titles('q=dimond neklace'), ['Meera diamond necklace'])
  assert.deepEqual(await titles('q=rose'), ['Rosé stud earrings'])
  assert.deepEqual(await titles('q=ROSÉ'), ['Rosé stud earrings'])
  assert.deepEqual((await titles('q=earrings')).toSorted(), ['Rosé stud earrings', 'Temple jhumka'])
  assert.deepEqual(await titles('q=bangle'), ['Kada of the river'])
  assert.deepEqual(await titles('q=earrings -stud -jhumka'), [])
  assert.deepEqual(await titles('q="stud earrings"'), ['Rosé stud earrings'])
  assert.deepEqual(await titles('q=xyzzyqq'), [])
  for (const q of ['%', "'", '-', '!!', '"', '()', "a' | !b & (", '\\', ':*', '<->', 'or', ' ', '%25%25_%25'])
    await list(`q=${encodeURIComponent(q)}`)
})

test('GET /designs by relevance puts a word of the title before one of the description, and pages without gap or repeat', async () => {
  assert.deepEqual(await titles('q=ring'), ['Lotus ring', 'Lotus solitaire'])
  const seen: string[] = []
  let after = ''
  do {
    const page: Answer = await list(`q=lotus or temple or river&limit=1${after}`)
    seen.push(...page.items.map(({ title }) => title))
    after = page.next === null ? '' : `&after=${page.next}`
  } while (after !== '')
  assert.deepEqual(seen.toSorted(), ['Kada of the river', 'Lotus ring', 'Lotus solitaire', 'Temple jhumka'])
})

test('GET /designs filters by colour, stone, size in stock, ready to ship and one of a kind', async () => {
  assert.deepEqual(await titles('colour=rose'), ['Rosé stud earrings'])
  assert.deepEqual((await titles('stone=diamond')).toSorted(), [
    'Crimson brooch',
    'Lotus solitaire',
    'Meera diamond necklace'
  ])
  for (const query of [
    'shape=oval',
    'clarity=VS1',
    'carat=0.5-1',
    'origin=natural',
    'origin=lab-grown',
    'lab=IGI',
    'lab=GIA'
  ])
    assert.deepEqual(await titles(query), ['Crimson brooch'], query)
  assert.deepEqual(await titles('lab=HRD'), [])
  assert.deepEqual(await titles('size=IN 14'), ['Lotus ring'])
  assert.deepEqual(await titles('size=IN 15'), [])
  assert.deepEqual((await titles('size=IN 15&size=16 in')).toSorted(), ['Meera diamond necklace'])
  assert.deepEqual(await titles('type=earrings&readyToShip=true'), ['Rosé stud earrings'])
  assert.deepEqual((await titles('oneOfAKind=true')).toSorted(), ['Crimson brooch', 'Lotus solitaire'])
  assert.equal((await titles('metal=silver&metal=gold')).length, 7)
})

test('GET /designs takes one statement to see what changed, one for cards not shown before and one for words not looked for before', async () => {
  await shop.importDesigns(newDesign({ title: 'Hoops of the hour', categories: ['hour'] }))
  await list('facets=true&category=none')
  for (const [query, count] of [
    ['category=hour&facets=true', 1],
    ['category=hour&facets=true', 0],
    ['category=hour&facets=true&metal=gold&sort=price', 0],
    ['q=the hours hoop&colour=yellow', 1],
    ['q=the hours hoop&facets=true&sort=price', 0]
  ] as const) {
    const statements = await statementsDuring(pool, () => list(query))
    const own = statements.filter((text) => !text.includes('designTouches'))
    assert.equal(own.length, count, query)
    assert.ok(statements.length <= count + 1)
  }
  assert.ok((await statementsDuring(pool, () => list('category=hour'))).length <= 2)
  assert.equal((await list('category=hour')).facets, undefined)
})

test('GET /designs shows at once what staff change of a design whose card was shown before, whatever the change', async () => {
  const design = newDesign({ title: 'Anklet of change', categories: ['change'], variants: [newVariant({ onHand: 1 })] })
  await shop.importDesigns(design)
  const shown = async () => (await list('category=change')).items[0]!
  await list('category=change&facets=true')
  assert.equal((await shown()).available, true)
  const { price, id } = (await shop.read(design.slug)).variants[0]
  await shop.importDesigns({
    ...design,
    variants: design.variants.map((own) => ({ ...own, grossMg: 4000, netMg: 4000 }))
  })
  const dearer = (await shown()).fromMinor
  assert.ok(dearer > price.totalMinor)
  await shop.reserve(crypto.randomUUID(), [{ variantId: id, quantity: 1 }])
  assert.deepEqual([(await shown()).available, (await shown()).fromMinor], [false, dearer])
  await shop.importDesigns({ ...design, title: 'Anklet of changes' })
  assert.equal((await shown()).title, 'Anklet of changes')
})

test('GET /designs of an index that may be stale shows what staff changed as soon as their answer is there', async () => {
  const stale = shop.appWith({ searchStaleMs: 60_000 })
  const total = async () => (await stale.inject('/api/v1/designs?category=stale&facets=true')).json().facets.total
  await shop.importDesigns(newDesign({ categories: ['stale'] }), newDesign({ categories: ['stale'] }))
  assert.equal(await total(), 2)
  await sql`update designs set "status" = 'archived' where "categories" = array['stale']`.execute(shop.db)
  assert.equal(await total(), 2)
  const payload = { designs: [newDesign({ categories: ['stale'] })] }
  const put = await stale.inject({ method: 'PUT', url: '/api/v1/designs/import', headers: shop.manager, payload })
  assert.equal(put.statusCode, 200)
  assert.equal(await total(), 1)
})

test('GET /designs while the catalogue is read lists by PostgreSQL what it lists from memory', async () => {
  const unread = shop.appWith({ db: openDatabase(pool) })
  for (const query of [
    '',
    'category=all',
    'category=all&sort=price&limit=2',
    'category=all&sort=-price',
    'category=none'
  ])
    assert.deepEqual((await unread.inject(`/api/v1/designs?${query}`)).json(), await list(query), query)
})

test('GET /designs?q= that waited 3 s for the catalogue to be read answers 503 with when to come again', async () => {
  const narrow = openPool(shop.url, { max: 1 })
  const db = openDatabase(narrow)
  const held = await narrow.connect()
  const unread = shop.appWith({ db, searchStaleMs: 100 })
  try {
    const replies = await Promise.all(
      ['q=ring', 'metal=gold'].map((query) => unread.inject(`/api/v1/designs?${query}`))
    )
    for (const reply of replies)
      assert.deepEqual(
        [reply.statusCode, reply.json().type, reply.headers['retry-after']],
        [503, '/problems/search-not-ready', '3']
      )
  } finally {
    held.release()
    assert.equal((await unread.inject('/api/v1/designs?q=ring')).statusCode, 200)
    await db.destroy()
  }
})

const filters = {
  metal: ['gold', 'silver'],
  purity: ['18K', '999', '925'],
  colour: ['yellow', 'rose'],
  stone: ['diamond', 'ruby'],
  shape: ['round', 'oval'],
  clarity: ['VS1'],
  carat: ['0-0.3', '0.5-1'],
  origin: ['natural', 'lab-grown'],
  lab: ['GIA', 'IGI'],
  type: ['ring', 'earrings', 'necklace'],
  size: ['IN 14', '16 in'],
  readyToShip: ['true'],
  oneOfAKind: ['true']
}
type Name = keyof typeof filters
const some = (values: string[]) => fc.subarray(values)

test('GET /designs?facets=true counts of each value what a filter by it finds under all the other filters', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record(Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, some(values)]))),
      fc.constantFrom('&category=all', '&q=lotus or temple or necklace or brooch', '&q=-ring', '&category=none'),
      async (chosen: Record<string, string[]>, more) => {
        const queryOf = (own: Record<string, string[]>) =>
          Object.entries(own)
            .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
            .join('&')
        const { facets, items } = await list(`${queryOf(chosen)}${more}&facets=true`)
        const those = (await list(more.slice(1))).items
        const findNaively = async (own: Record<string, string[]>): Promise<string[]> => {
          if (those.length === 0) return []
          const query = those.map(({ slug }) => `slug=${slug}`).join('&')
          return (await list(`${query}&${queryOf(own)}`)).items.map(({ slug }) => slug)
        }
        assert.deepEqual(items.map(({ slug }) => slug).toSorted(), (await findNaively(chosen)).toSorted())
        assert.equal(facets!.total, items.length)
        assert.equal(facets!.exact, true)
        for (const name of Object.keys(filters) as Name[]) {
          for (const value of filters[name]) {
            const found = (await findNaively({ ...chosen, [name]: [value] })).length
            const facet = facets![name]
            const count = typeof facet === 'number' ? facet : (facet.find((one) => one.value === value)?.count ?? 0)
            assert.equal(count, found, `${name}=${value} under ${JSON.stringify(chosen)}${more}`)
          }
        }
        const bands = facets!.price.reduce((sum, { count }) => sum + count, 0)
        assert.equal(bands, items.length)
      }
    ),
    { numRuns: 25 }
  )
})

test('GET /designs?slug= gives these designs in this order, in one statement, and leaves out what there is not', async () => {
  const slugs = (await list('category=all')).items.map(({ slug }) => slug)
  const asked = [slugs[3]!, 'no-such-design', slugs[0]!, slugs[5]!]
  const query = asked.map((slug) => `slug=${slug}`).join('&')
  let answer: Answer
  const statements = await statementsDuring(pool, async () => (answer = await list(query)))
  assert.equal(statements.length, 1)
  assert.deepEqual([answer!.items.map(({ slug }) => slug), answer!.next], [[slugs[3], slugs[0], slugs[5]], null])
  assert.deepEqual(
    (await list(`${query}&type=earrings`)).items.map(({ slug }) => slug),
    (await list('category=all&type=earrings')).items
      .map(({ slug }) => slug)
      .filter((slug) => asked.includes(slug))
      .toSorted((a, b) => asked.indexOf(a) - asked.indexOf(b))
  )
  const many = Array.from({ length: 101 }, (_, index) => `slug=s-${index}`).join('&')
  assert.equal((await app.inject(`/api/v1/designs?${many}`)).statusCode, 400)
})

test('GET /designs?facets=true follows the stock at once', async () => {
  const design = newDesign({ categories: ['live'], variants: [newVariant({ size: 'IN 21', onHand: 1 })] })
  await shop.importDesigns(design)
  const facets = async () => (await list('category=live&facets=true')).facets!
  assert.deepEqual((await facets()).size, [{ value: 'IN 21', count: 1 }])
  await shop.reserve(crypto.randomUUID(), [{ variantId: (await shop.read(design.slug)).variants[0].id, quantity: 1 }])
  const gone = await facets()
  assert.deepEqual([gone.size, gone.readyToShip, gone.total], [[], 0, 1])
})

test('GET /designs/suggestions completes the last word and names designs, at most 8, in one statement', async () => {
  assert.deepEqual(await suggest('lot'), [
    { text: 'lotus', slug: null },
    { text: 'Lotus ring', slug: (await list('q=lotus ring')).items[0]!.slug },
    { text: 'Lotus solitaire', slug: (await list('q=solitaire')).items[0]!.slug }
  ])
  assert.deepEqual((await suggest('diamond Neckl'))[0], { text: 'diamond necklace', slug: null })
  assert.ok((await suggest('r')).length <= 8)
  assert.equal((await statementsDuring(pool, () => suggest('lot'))).length, 1)
  for (const q of ['%', '_', '\\', "'", ' ', '%%%%']) assert.deepEqual(await suggest(q), [])
  assert.equal((await app.inject('/api/v1/designs/suggestions?q=')).statusCode, 400)
})

test('GET /designs?q= finds what PostgreSQL finds by the same query, whatever the words and signs', async () => {
  const words = [
    'lotus',
    'ring',
    'rings',
    'diamnd',
    'ruby',
    'river',
    'one',
    'the',
    'stud',
    'earrings',
    'kada',
    'nose-pin',
    "o'clock",
    'gold'
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('', '-', '"', 'or '), fc.constantFrom(...words)), {
        minLength: 1,
        maxLength: 5
      }),
      async (parts) => {
        const q = parts.map(([sign, word]) => (sign === '"' ? `"${word} ${words[1]}"` : `${sign}${word}`)).join(' ')
        const { rows } = await sql<{ slug: string }>`
          select "slug" from designs where "search" @@ "searchQuery"(${q}) and "status" = 'published' order by 1`.execute(
          shop.db
        )
        const found = (await list(`q=${encodeURIComponent(q)}&limit=100`)).items.map(({ slug }) => slug)
        assert.deepEqual(found.toSorted(), rows.map(({ slug }) => slug).toSorted(), q)
      }
    ),
    { numRuns: 60 }
  )
})

test('GET /designs?facets=true follows changes that were begun before others and committed after them', async () => {
  const [early, late] = [newDesign({ categories: ['order'] }), newDesign({ categories: ['order'] })]
  await shop.importDesigns(early, late)
  const prices = async () =>
    (await list('category=order&facets=true&sort=price')).items.map(({ fromMinor }) => fromMinor)
  const total = async () => (await list('category=order&facets=true&minPriceMinor=5000000000')).facets!.total
  await prices()
  const raise = (tx: typeof shop.db, slug: string) =>
    sql`update designs set "fromMinor" = 5000000001, "card" = jsonb_set("card"::jsonb, '{fromMinor}', '5000000001')::text where "slug" = ${slug}`.execute(
      tx
    )
  await shop.db.transaction().execute(async (tx) => {
    await raise(tx, late.slug)
    await raise(shop.db, early.slug)
    assert.equal(await total(), 1)
  })
  assert.equal(await total(), 2)
  await sql`update designs set "status" = 'archived' where "slug" = ${early.slug}`.execute(shop.db)
  assert.equal(await total(), 1)
})

test('GET /designs?facets=true while 20 imports are under way counts each of them in the end', async () => {
  const designs = Array.from({ length: 20 }, () => newDesign({ categories: ['busy'] }))
  const [replies] = await Promise.all([
    Promise.all(designs.map((design) => shop.importDesigns(design))),
    ...Array.from({ length: 20 }, () => list('category=busy&facets=true'))
  ])
  for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
  assert.equal((await list('category=busy&facets=true')).facets!.total, 20)
})
