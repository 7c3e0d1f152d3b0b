import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  finenessOf,
  halfUp,
  priceOf,
  rateFromSpot,
  times,
  whole,
  type PriceInput,
  type Tax
} from '../src/controllers/prices.ts'
import type { Component } from '../src/schemas/designs.ts'

const none = { stones: [], making: { kind: 'fixed' as const, minor: 0 } }

test('V0: the rate of a gram from a spot price of 4,000 USD an ounce at 85', () => {
  const pure = rateFromSpot(400_000, whole(85))
  assert.equal(halfUp(pure), 1_093_125n)
  assert.equal(halfUp(times(pure, 916, 1000)), 1_001_303n)
  assert.equal(halfUp(times(pure, 22, 24)), 1_002_032n)
  assert.equal(halfUp(times(pure, 750, 1000)), 819_844n)
})

test('V1: 10 g at 22/24 of 65,000 for 10 g, making 10 %, tax 3 %', () => {
  const rate = { numerator: 650_000n * 22n, denominator: 24n }
  const price = priceOf({
    grossMg: 10_000,
    netMg: 10_000,
    rate,
    stones: [],
    making: { kind: 'percent', permille: 100 }
  })
  assert.equal(price.breakdown.metalMinor, 5_958_333)
  assert.equal(price.breakdown.makingMinor, 595_833)
  assert.equal(price.breakdown.taxMinor, 196_625)
  assert.equal(price.totalMinor, 6_750_791)
})

test('V2: 10 g at 60,000 for 10 g, making 12 %, tax 3 %', () => {
  const price = priceOf({
    grossMg: 10_000,
    netMg: 10_000,
    rate: whole(600_000),
    stones: [],
    making: { kind: 'percent', permille: 120 }
  })
  assert.equal(price.totalMinor, 6_921_600)
})

test('V3: gold 28,000 and making 2,000 taxed as one, and as two supplies', () => {
  const input: PriceInput = {
    grossMg: 1000,
    netMg: 1000,
    rate: whole(2_800_000),
    stones: [],
    making: { kind: 'fixed', minor: 200_000 }
  }
  const split: Tax[] = [
    { name: 'goods', permille: 30, on: ['metal', 'wastage', 'stones', 'other'] },
    { name: 'work', permille: 50, on: ['making'] }
  ]
  assert.equal(priceOf(input).breakdown.taxMinor, 90_000)
  assert.equal(priceOf(input).totalMinor, 3_090_000)
  assert.equal(priceOf(input, split).breakdown.taxMinor, 94_000)
  assert.equal(priceOf(input, split).totalMinor, 3_094_000)
})

const v4: PriceInput = {
  grossMg: 5240,
  netMg: 5240 - (500 + 240) / 5,
  rate: whole(900_000),
  making: { kind: 'per-gram', minor: 120_000, basis: 'net' },
  discounts: [{ component: 'making', permille: 250 }],
  stones: [
    { kind: 'diamond', shape: 'round', caratMct: 500, count: 1, minorPerCarat: 9_000_000 },
    { kind: 'diamond', shape: 'round', caratMct: 240, count: 1, minorPerCarat: 6_000_000 }
  ],
  fees: [
    { name: 'hallmark', minor: 4500 },
    { name: 'certificate', minor: 120_000 }
  ]
}

test('V4: an 18 karat ring with two stones, making discounted, as IGST and as CGST + SGST', () => {
  const { breakdown, totalMinor } = priceOf(v4)
  assert.equal(v4.netMg, 5092)
  assert.deepEqual(breakdown, {
    metalMinor: 4_582_800,
    wastageMinor: 0,
    makingMinor: 611_040,
    stonesMinor: 5_940_000,
    otherMinor: 124_500,
    discountMinor: 152_760,
    taxMinor: 333_167
  })
  assert.equal(totalMinor, 11_438_747)
  const halves = [
    { name: 'CGST', permille: 15 },
    { name: 'SGST', permille: 15 }
  ]
  const local = priceOf(v4, halves)
  assert.deepEqual(local.taxes, [
    { name: 'CGST', minor: 166_584 },
    { name: 'SGST', minor: 166_584 }
  ])
  assert.equal(local.totalMinor, 11_438_748)
})

test('wastage by per cent, weight and fixed; making on net with wastage, on gross, by piece, and its floor', () => {
  const base = { grossMg: 12_000, netMg: 10_000, rate: whole(1_000_000), stones: [] }
  const wastage = (own: PriceInput['wastage']) => priceOf({ ...base, ...none, wastage: own }, []).breakdown.wastageMinor
  assert.equal(wastage({ kind: 'percent', permille: 35 }), 350_000)
  assert.equal(wastage({ kind: 'weight', mg: 1234 }), 1_234_000)
  assert.equal(wastage({ kind: 'fixed', minor: 77 }), 77)
  const making = (own: PriceInput['making'], more: Partial<PriceInput> = {}) =>
    priceOf({ ...base, making: own, ...more }, []).breakdown.makingMinor
  const wasted = { wastage: { kind: 'percent' as const, permille: 100 } }
  assert.equal(making({ kind: 'percent', permille: 100 }, wasted), 1_000_000)
  assert.equal(making({ kind: 'percent', permille: 100, basis: 'net-and-wastage' }, wasted), 1_100_000)
  assert.equal(making({ kind: 'per-gram', minor: 50_000, basis: 'gross' }), 600_000)
  assert.equal(making({ kind: 'per-piece', minor: 9000 }, { articles: 2 }), 18_000)
  assert.equal(making({ kind: 'percent', permille: 1, minMinor: 25_000 }), 25_000)
})

test('stones are priced by carat or by piece, and set by piece', () => {
  const stone = { kind: 'ruby', shape: 'oval', caratMct: 333, count: 3 }
  const stones = (own: object) =>
    priceOf({ grossMg: 1000, netMg: 0, rate: whole(1), ...none, stones: [{ ...stone, ...own }] }, []).breakdown
      .stonesMinor
  assert.equal(stones({ minorPerCarat: 1000 }), 999)
  assert.equal(stones({ minorEach: 70, settingMinorEach: 5 }), 225)
})

test('a mark is a fineness: 14 karats are 585, and what is not a mark of that metal is refused', () => {
  assert.equal(finenessOf('gold', '14K'), 585)
  assert.equal(finenessOf('gold', '22K'), 916)
  assert.equal(finenessOf('platinum', '950'), 950)
  assert.throws(() => finenessOf('silver', '18K'), { slug: 'purity-not-known' })
  assert.throws(() => finenessOf('gold', '925'), { slug: 'purity-not-known' })
})

const minor = fc.integer({ min: 0, max: 100_000_000 })
const anyInput: fc.Arbitrary<PriceInput> = fc.record({
  grossMg: fc.integer({ min: 0, max: 1_000_000 }),
  netMg: fc.integer({ min: 0, max: 1_000_000 }),
  rate: fc.record({ numerator: fc.bigInt(0n, 10_000_000n), denominator: fc.bigInt(1n, 1000n) }),
  stones: fc.array(
    fc.record({
      kind: fc.constant('diamond'),
      shape: fc.constant('round'),
      caratMct: fc.integer({ min: 1, max: 10_000 }),
      count: fc.integer({ min: 1, max: 50 }),
      minorPerCarat: minor,
      settingMinorEach: fc.integer({ min: 0, max: 100_000 })
    }),
    { maxLength: 4 }
  ),
  making: fc.record({
    kind: fc.constantFrom('percent' as const, 'per-gram' as const, 'fixed' as const, 'per-piece' as const),
    permille: fc.integer({ min: 0, max: 1000 }),
    minor: fc.integer({ min: 0, max: 1_000_000 }),
    minMinor: fc.integer({ min: 0, max: 10_000 })
  }),
  wastage: fc.option(
    fc.record({ kind: fc.constant('percent' as const), permille: fc.integer({ min: 0, max: 1000 }) }),
    {
      nil: undefined
    }
  ),
  fees: fc.array(fc.record({ name: fc.constant('fee'), minor }), { maxLength: 3 }),
  discounts: fc.array(
    fc.record({
      component: fc.constantFrom<Component>('metal', 'wastage', 'making', 'stones', 'other'),
      permille: fc.integer({ min: 0, max: 1000 })
    }),
    { maxLength: 5 }
  ),
  articles: fc.integer({ min: 1, max: 10 })
})

test('whatever goes in, a price is whole, is the sum of its parts, and no part is negative', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { totalMinor, breakdown, taxes } = priceOf(input)
      const { metalMinor, wastageMinor, makingMinor, stonesMinor, otherMinor, discountMinor, taxMinor } = breakdown
      const gross = metalMinor + wastageMinor + makingMinor + stonesMinor + otherMinor
      assert.equal(totalMinor, gross - discountMinor + taxMinor)
      assert.equal(
        taxMinor,
        taxes.reduce((sum, tax) => sum + tax.minor, 0)
      )
      for (const part of Object.values(breakdown)) assert.ok(Number.isSafeInteger(part) && part >= 0)
      assert.ok(discountMinor <= gross)
      const exactTax = BigInt(gross - discountMinor) * 30n
      assert.ok(BigInt(taxMinor) * 1000n - exactTax <= 500n && BigInt(taxMinor) * 1000n - exactTax > -500n)
    })
  )
})
