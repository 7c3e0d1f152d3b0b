import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { converted, factorBetween } from '../src/controllers/currencies.ts'
import { newDesign, newVariant, oneOfAKind, openCatalogue } from './catalogue.ts'

const shop = await openCatalogue()
const { app, call, db, manager, pool, quote } = shop
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const setRate = (own: object) =>
  call('PUT', '/api/v1/exchange-rates', manager, { currency: 'USD', perUnit: '85.25', source: 'test', ...own })
const addList = async (own: object = {}) =>
  (await shop.post('/price-lists', { name: 'Dollars', currency: 'USD', ...own })).json().id as string
const setPrices = (listId: string, prices: object[]) =>
  call('PUT', `/api/v1/price-lists/${listId}/prices`, manager, { prices })
const anyVariant = async (own: object = {}) => {
  const design = newDesign({ variants: [newVariant(own)] })
  assert.equal((await shop.importDesigns(design)).statusCode, 200)
  const variantId = (await shop.read(design.slug)).variants[0].id as string
  return { slug: design.slug, variantId }
}
const priceIn = async (variantId: string, currency: string, line: object = {}) => {
  const { lines, problems } = await quote([{ variantId, quantity: 1, ...line }], currency)
  return lines[0] ?? problems[0]
}

test('A price is converted by the newest effective rate, each component half up, and says so; without a rate it is not sold', async () => {
  const { slug, variantId } = await anyVariant()
  assert.equal((await priceIn(variantId, 'USD')).slug, 'not-sold')
  assert.equal((await setRate({ perUnit: '80' })).statusCode, 200)
  const { id } = (await setRate({})).json()
  await setRate({ perUnit: '1', effectiveAt: new Date(Date.now() + 3_600_000).toISOString() })
  await setRate({ perUnit: '2', effectiveAt: '2020-01-01T00:00:00Z' })
  let line: any
  const statements = await statementsDuring(pool, async () => (line = await priceIn(variantId, 'USD')))
  assert.equal(statements.length, 1)
  assert.deepEqual(line.components, [
    { name: 'metal', minor: 21_114 },
    { name: 'making', minor: 2_111 }
  ])
  assert.deepEqual([line.listMinor, line.breakdown.taxMinor, line.unitMinor], [23_225, 697, 23_922])
  assert.deepEqual([line.priceReason.kind, line.priceReason.exchangeRateId], ['converted', id])
  const design = (await app.inject(`/api/v1/designs/${slug}?currency=USD`)).json()
  const { priceReason, ...price } = design.variants[0].price
  assert.deepEqual(price, { totalMinor: 23_922, currency: 'USD', breakdown: line.breakdown })
  assert.equal(priceReason.exchangeRateId, id)
  const all = (await app.inject('/api/v1/designs?currency=USD')).json().items
  assert.deepEqual(
    all.filter((card: any) => card.slug === slug).map((card: any) => [card.fromMinor, card.currency, card.available]),
    [[23_922, 'USD', true]]
  )
  const bounded = async (query: string) =>
    (await app.inject(`/api/v1/designs?currency=USD&slug=${slug}&${query}`)).json().items.length
  assert.deepEqual(
    [await bounded('minPriceMinor=23900'), await bounded('minPriceMinor=24000'), await bounded('maxPriceMinor=23900')],
    [1, 0, 0]
  )
  assert.deepEqual((await app.inject('/api/v1/designs?currency=EUR')).json().items, [])
  assert.deepEqual((await app.inject(`/api/v1/designs/${slug}?currency=EUR`)).json().variants, [])
})

test('A fixed price of a list that is valid now comes before a converted one, and the newest list before others', async () => {
  const { slug, variantId } = await anyVariant()
  const hour = 3_600_000
  const at = (ms: number) => new Date(Date.now() + ms).toISOString()
  const [first, second, past, future] = [
    await addList(),
    await addList({ validFrom: at(-hour), validUntil: at(hour) }),
    await addList({ validFrom: at(-2 * hour), validUntil: at(-hour) }),
    await addList({ validFrom: at(hour) })
  ]
  for (const [listId, totalMinor] of [
    [first, 10_300],
    [past, 1],
    [future, 2]
  ] as const)
    assert.equal((await setPrices(listId, [{ variantId, totalMinor }])).statusCode, 200)
  const line = await priceIn(variantId, 'USD')
  assert.deepEqual([line.unitMinor, line.listMinor, line.taxMinor], [10_300, 10_000, 300])
  assert.deepEqual([line.priceReason.kind, line.priceReason.listId], ['fixed', first])
  assert.equal((await setPrices(second, [{ variantId, totalMinor: 9_999 }])).json().prices, 1)
  assert.equal((await priceIn(variantId, 'USD')).unitMinor, 9_999)
  assert.equal((await app.inject(`/api/v1/designs/${slug}?currency=USD`)).json().variants[0].price.totalMinor, 9_999)
  assert.equal((await app.inject(`/api/v1/designs?slug=${slug}&currency=USD`)).json().items[0].fromMinor, 9_999)
  const wrapped = await priceIn(variantId, 'USD', { options: { giftWrap: true } })
  assert.equal(wrapped.listMinor, 9_708 + 176)
  assert.equal(
    wrapped.components.reduce((sum: number, { minor }: { minor: number }) => sum + minor, 0),
    wrapped.listMinor
  )
  await setPrices(second, [{ variantId, totalMinor: null }])
  assert.equal((await priceIn(variantId, 'USD')).unitMinor, 10_300)
  assert.equal((await priceIn(variantId, 'INR')).unitMinor, 2_039_400)
  const lists = (await call('GET', '/api/v1/price-lists?limit=2', manager)).json()
  assert.deepEqual([lists.items.length, lists.items[0].id, typeof lists.next], [2, future, 'string'])
})

test('A price that is fixed before tax follows no metal rate and has no stale reason', async () => {
  const { variantId } = await anyVariant({ fixedMinor: 100_000 })
  const line = await priceIn(variantId, 'INR')
  assert.deepEqual([line.unitMinor, line.listMinor, line.priceReason.kind], [103_000, 100_000, 'fixed'])
  assert.deepEqual(line.components, [{ name: 'other', minor: 100_000 }])
})

test('A quote in another currency is kept as it is when the exchange rate changes; currencies without cents have none', async () => {
  const { variantId } = await anyVariant()
  await setRate({ currency: 'JPY', perUnit: '0.55' })
  const reply = await call('POST', '/internal/quotes', shop.order, {
    currency: 'JPY',
    keep: true,
    lines: [{ variantId, quantity: 2, options: { engraving: 'Maya' } }]
  })
  const [line] = reply.json().lines
  assert.deepEqual(line.components, [
    { name: 'metal', minor: 32_727 },
    { name: 'making', minor: 3_273 },
    { name: 'engraving', minor: 1_091 }
  ])
  assert.equal(line.listMinor, 37_091)
  await setRate({ currency: 'JPY', perUnit: '0.6' })
  const kept = await priceIn(variantId, 'JPY', { options: { engraving: 'Maya' }, quoteToken: line.quoteToken })
  assert.deepEqual([kept.unitMinor, kept.priceReason, kept.requoted], [line.unitMinor, line.priceReason, undefined])
  assert.equal(
    (await priceIn(variantId, 'USD', { options: { engraving: 'Maya' }, quoteToken: line.quoteToken })).requoted,
    true
  )
})

test('PUT /exchange-rates and /price-lists refuse what is not a rate, the shop currency, dates the wrong way round, and who may not', async () => {
  for (const perUnit of ['0', '0.00', '0.00009', '-1', '1e3', 'NaN', '1.123456789', '', ' 1'])
    assert.ok([400, 422].includes((await setRate({ perUnit })).statusCode), perUnit)
  assert.equal(slugOf(await setRate({ currency: 'INR' })), 'currency-of-shop')
  const backwards = { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }
  assert.equal(slugOf(await shop.post('/price-lists', { name: 'x', currency: 'USD', ...backwards })), 'dates-not-valid')
  assert.equal(
    (await setPrices(crypto.randomUUID(), [{ variantId: crypto.randomUUID(), totalMinor: 1 }])).statusCode,
    404
  )
  const customer = await signedIn(crypto.randomUUID())
  assert.equal((await call('GET', '/api/v1/exchange-rates', customer)).statusCode, 403)
  assert.equal((await call('GET', '/api/v1/price-lists', {})).statusCode, 401)
  const rates = (await call('GET', '/api/v1/exchange-rates?currency=USD&limit=1', manager)).json()
  assert.deepEqual([rates.items.length, rates.items[0].currency], [1, 'USD'])
})

test('Loose stones priced in dollars are sold in rupees too', async () => {
  const design = newDesign({ variants: [oneOfAKind(1)] })
  await shop.importDesigns(design)
  const { id: variantId, pieces } = (await shop.read(design.slug)).variants[0]
  await sql`
    update pieces set "totalMinor" = 10300, "currency" = 'USD',
      "breakdown" = '{"metalMinor":0,"wastageMinor":0,"makingMinor":0,"stonesMinor":10000,"otherMinor":0,"discountMinor":0,"taxMinor":300}'
    where "id" = ${pieces[0].id}`.execute(db)
  assert.equal((await priceIn(variantId, 'USD', { pieceId: pieces[0].id })).priceReason.kind, 'formula')
  await setRate({})
  const line = await priceIn(variantId, 'INR', { pieceId: pieces[0].id })
  assert.deepEqual([line.listMinor, line.taxMinor, line.priceReason.kind], [852_500, 25_575, 'converted'])
})

test('Converted components sum up, are at most half a unit off each, and are the same in SQL', async () => {
  const minor = fc.integer({ min: 0, max: 2_000_000_000 })
  const part = fc.record({
    metalMinor: minor,
    makingMinor: minor,
    stonesMinor: minor,
    discountMinor: minor,
    taxMinor: minor
  })
  const perUnit = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 10_000, max: 99_999_999 }))
  await fc.assert(
    fc.asyncProperty(
      part,
      perUnit,
      fc.constantFrom('USD', 'JPY', 'KWD'),
      async (breakdown, [units, decimals], currency) => {
        const text = `${units}.${String(decimals).padStart(8, '0')}`
        const factor = factorBetween({ [currency]: { id: 1, perUnit: text } }, 'INR', currency)!
        const parts = Object.entries(breakdown).map(([name, value]) => [name, converted(value, factor)] as const)
        const total = parts.reduce((sum, [name, value]) => sum + (name === 'discountMinor' ? -value : value), 0)
        const { rows } = await sql<{ minor: number }>`
        select "convertedMinor"(${JSON.stringify(breakdown)}::jsonb, ${String(factor.numerator)}::numeric, ${String(factor.denominator)}::numeric) as "minor"`.execute(
          db
        )
        assert.equal(rows[0]!.minor, total)
        for (const [name, value] of parts) {
          const exact =
            (breakdown[name as keyof typeof breakdown] * Number(factor.numerator)) / Number(factor.denominator)
          assert.ok(Math.abs(value - exact) <= 0.5 + Math.abs(exact) * 1e-12)
        }
      }
    ),
    { numRuns: 60 }
  )
})
