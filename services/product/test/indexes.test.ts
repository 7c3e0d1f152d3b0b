import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CatalogueIndex, type IndexedDesign, type Wish } from '../src/models/indexes.ts'
import { priceBands } from '../src/schemas/designs.ts'
import { readWanted } from '../src/models/words.ts'

interface Naive {
  id: string
  status: string
  fromMinor: number
  categories: string[]
  codes: number[]
  words: Record<string, number>
}

/** A tsvector as PostgreSQL sends it, of words with weights from D = 0 to A = 3. */
function wordsOf(words: Record<string, number>): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(Object.keys(words).length)
  const parts = Object.entries(words).map(([word, weight]) => {
    const positions = Buffer.alloc(4)
    positions.writeUInt16BE(1)
    positions.writeUInt16BE((weight << 14) | 1, 2)
    return Buffer.concat([Buffer.from(`${word}\0`), positions])
  })
  return Buffer.concat([head, ...parts])
}

const indexed = ({ id, status, fromMinor, categories, codes, words }: Naive): IndexedDesign => ({
  id,
  status,
  fromMinor,
  categories: categories.join(' '),
  facetCodes: Buffer.concat(codes.map((code) => Buffer.from([code >> 8, code & 255]))),
  words: wordsOf(words)
})

const all: Wish = {
  status: 'published',
  categories: [],
  words: null,
  among: null,
  codes: new Map(),
  price: null,
  sort: 'newest',
  place: null,
  limit: 24
}
const facetOf = (code: number) => ['metal', 'colour', 'size'][code % 3]!

/** Always the same numbers below `max`, one after the other. */
function dice(seed: number) {
  let state = seed
  return (max: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return ((state >>> 8) * max) >>> 24
  }
}

const weights = [1, 2, 4, 10]
const lexemes = ['ring', 'gold', 'lotus', 'pearl', 'rare']

function madeDesign(n: number, roll: (max: number) => number): Naive {
  const id = `0190${n.toString(16).padStart(4, '0')}-0000-7000-8000-${roll(1 << 24)
    .toString(16)
    .padStart(12, '0')}`
  return changed({ id, status: '', fromMinor: 0, categories: [], codes: [], words: {} }, roll)
}

const changed = ({ id }: Naive, roll: (max: number) => number): Naive => ({
  id,
  status: roll(10) === 0 ? 'draft' : 'published',
  fromMinor: roll(400) * 400_000,
  categories: ['rings', 'gifts', 'new'].filter(() => roll(3) === 0),
  codes: Array.from({ length: 12 }, (_, code) => code).filter(() => roll(4) === 0),
  words: Object.fromEntries(lexemes.filter((_, at) => roll(2 ** at * 2) === 0).map((word) => [word, roll(4)]))
})

/** What a wish finds, design by design. */
function findNaively(designs: Naive[], wish: Wish, has: (design: Naive) => boolean, score: (design: Naive) => number) {
  const base = designs.filter(
    (design) =>
      design.status === wish.status &&
      (wish.categories.length === 0 || wish.categories.some((category) => design.categories.includes(category))) &&
      has(design)
  )
  const passes = (design: Naive, but?: string) =>
    [...wish.codes].every(([facet, codes]) => facet === but || codes.some((code) => design.codes.includes(code))) &&
    (!wish.price || but === 'price' || (design.fromMinor >= wish.price.min && design.fromMinor <= wish.price.max))
  const key = ({ fromMinor }: Naive) => (wish.sort === 'price' || wish.sort === '-price' ? fromMinor : 0)
  const sign = wish.sort === 'price' ? 1 : -1
  const keyOf = (design: Naive) => (wish.sort === 'relevance' ? score(design) : key(design))
  const found = base
    .filter((design) => passes(design))
    .sort((a, b) => sign * (keyOf(a) - keyOf(b) || (a.id < b.id ? -1 : 1)))
  const counts = Array.from(
    { length: 12 },
    (_, code) => base.filter((design) => passes(design, facetOf(code)) && design.codes.includes(code)).length
  )
  const inBands = [0, ...priceBands].map(
    (_, band) =>
      base.filter(
        (design) => passes(design, 'price') && priceBands.filter((from) => design.fromMinor >= from).length === band
      ).length
  )
  return { ids: found.map(({ id }) => id), counts, inBands }
}

/** What an index finds, page by page. */
function findAll(index: CatalogueIndex, wish: Wish) {
  const ids: string[] = []
  let place: Wish['place'] = null
  for (;;) {
    const { page } = index.find({ ...wish, place, limit: 40 }, false)
    ids.push(...page.ids)
    if (!page.last) break
    place = wish.sort === 'newest' ? [page.last.id] : [page.last.key, page.last.id]
  }
  const { total, codes, byFacet, bands: inBands } = index.find(wish, true).counts!
  const counts = Array.from({ length: 12 }, (_, code) => (byFacet.get(facetOf(code)) ?? codes)[code] ?? 0)
  assert.equal(total, ids.length)
  return { ids, counts, inBands: [...inBands] }
}

test('an index of designs that come, change and go finds and counts what looking at each one does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1 << 30 }),
      fc.constantFrom(5, 300, 3000),
      fc.constantFrom(0, 50, 4000),
      (seed, count, changes) => {
        const roll = dice(seed)
        const index = new CatalogueIndex()
        const designs = new Map<string, Naive>()
        const put = (design: Naive) => {
          designs.set(design.id, design)
          index.put(indexed(design))
        }
        for (let n = 0; n < count; n++) put(madeDesign(n, roll))
        const ids = [...designs.keys()]
        for (let n = 0; n < changes; n++) {
          const id = ids[roll(ids.length)]!
          const design = designs.get(id)
          if (roll(20) === 0) {
            index.remove(id)
            designs.delete(id)
          } else if (design && roll(3) === 0) put({ ...design, fromMinor: roll(400) * 400_000 })
          else put(changed({ id } as Naive, roll))
        }
        assert.equal(index.size, designs.size)
        const left = [...designs.values()]
        const none = () => 0
        const wishes: [Wish, (design: Naive) => boolean, (design: Naive) => number][] = [
          [all, () => true, none],
          [{ ...all, status: 'draft', sort: 'price' }, () => true, none],
          [
            { ...all, categories: ['rings', 'new'], codes: new Map([['metal', [0, 3]]]), sort: '-price' },
            () => true,
            none
          ],
          [
            {
              ...all,
              codes: new Map([
                ['metal', [0]],
                ['colour', [1, 4, 99]],
                ['size', []]
              ])
            },
            () => true,
            none
          ],
          [
            { ...all, price: { min: 40_000_000, max: 100_000_000 }, codes: new Map([['size', [2]]]), sort: 'price' },
            () => true,
            none
          ],
          [
            { ...all, words: readWanted("'ring' & ('gold' | 'lotus')")!, sort: 'relevance' },
            ({ words }) => 'ring' in words && ('gold' in words || 'lotus' in words),
            ({ words }) =>
              weights[words.ring!]! + Math.max(weights[words.gold ?? -1] ?? 0, weights[words.lotus ?? -1] ?? 0)
          ],
          [
            { ...all, words: readWanted("'pearl' & !'rare'")!, categories: ['gifts'] },
            ({ words }) => 'pearl' in words && !('rare' in words),
            none
          ]
        ]
        for (const [wish, has, score] of wishes)
          assert.deepEqual(findAll(index, wish), findNaively(left, wish, has, score), JSON.stringify(wish))
      }
    ),
    { numRuns: 12 }
  )
})

test('a query of words is read as PostgreSQL writes it', () => {
  assert.equal(readWanted(''), undefined)
  assert.deepEqual(readWanted("'it''s' & !( 'a b' | '\\\\' )"), {
    kind: 'and',
    of: [
      { kind: 'word', lexeme: "it's" },
      {
        kind: 'not',
        of: {
          kind: 'or',
          of: [
            { kind: 'word', lexeme: 'a b' },
            { kind: 'word', lexeme: '\\' }
          ]
        }
      }
    ]
  })
  assert.equal(readWanted("'stud' <-> 'earring'")?.kind, 'phrase')
  for (const text of ["'a' &", '(', "'a' 'b'", '&', "'a' )"]) assert.throws(() => readWanted(text), text)
})
