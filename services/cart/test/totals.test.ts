import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { offerOf, workingDaysAfter } from '../src/controllers/shipping-methods.ts'
import { allocate, part, totalsOf, type PricedLine } from '../src/controllers/totals.ts'
import type { Promotion } from '../src/schemas/promotions.ts'
import type { ShippingMethod } from '../src/schemas/shipping-methods.ts'
import type { TaxRate } from '../src/schemas/tax-profiles.ts'

const line = (
  components: Record<string, number>,
  quantity = 1,
  article: Partial<PricedLine['article']> = {}
): PricedLine => ({
  quantity,
  components: Object.entries(components).map(([name, minor]) => ({ name, minor })),
  listMinor: Object.values(components).reduce((sum, minor) => sum + minor, 0),
  taxClass: 'jewellery',
  article: { type: 'ring', categories: ['rings'], metal: 'gold', ...article }
})
let made = 0
const offer = (content: Partial<Promotion>): Promotion => ({
  id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  name: 'An offer',
  code: null,
  kind: 'percent',
  target: 'order',
  component: null,
  permyriad: 1000,
  amountMinor: null,
  currency: null,
  conditions: {},
  startsAt: null,
  endsAt: null,
  maxRedemptions: null,
  maxPerCustomer: null,
  redeemed: 0,
  exclusive: false,
  priority: 0,
  active: true,
  version: 1,
  ...content
})
const gst: TaxRate[] = [
  { name: 'CGST', permyriad: 150, within: 'region' },
  { name: 'SGST', permyriad: 150, within: 'region' },
  { name: 'IGST', permyriad: 300, within: 'other-region' }
]
const sums = (
  lines: PricedLine[],
  {
    promotions = [],
    shippingMinor = 0,
    rates = gst,
    shippingTaxed = true,
    inRegion = true,
    classes = {}
  }: {
    promotions?: Promotion[]
    shippingMinor?: number | null
    rates?: TaxRate[]
    shippingTaxed?: boolean
    inRegion?: boolean
    classes?: Record<string, TaxRate[]>
  } = {}
) =>
  totalsOf({
    lines,
    promotions,
    ship: () => (shippingMinor === null ? null : { listMinor: shippingMinor }),
    profile: { shippingTaxed, rates: { default: rates, ...classes } },
    inRegion
  })

test('V3 gold 28,000 and making 2,000 is taxed as one supply: 3 % is 900', () => {
  const { taxMinor, totalMinor } = sums([line({ metal: 2_800_000, making: 200_000 })], { inRegion: false })
  assert.deepEqual([taxMinor, totalMinor], [90_000, 3_090_000])
})

test('V4 a ring with 25 % off its making costs 114,387.47 with IGST, 114,387.48 with CGST and SGST', () => {
  const ring = line({ metal: 4_582_800, making: 611_040, stones: 5_940_000, other: 4500 + 120_000 })
  const promotions = [offer({ target: 'component', component: 'making', permyriad: 2500 })]
  const across = sums([ring], { promotions, inRegion: false })
  assert.deepEqual([across.discountMinor, across.taxMinor, across.totalMinor], [152_760, 333_167, 11_438_747])
  const within = sums([ring], { promotions })
  assert.equal(within.totalMinor, 11_438_748)
  assert.deepEqual(within.taxes, [
    { name: 'CGST', permyriad: 150, taxableMinor: 11_105_580, minor: 166_584 },
    { name: 'SGST', permyriad: 150, taxableMinor: 11_105_580, minor: 166_584 }
  ])
  assert.equal(within.promotions[0]!.why, '25 % off making')
})

test('V12 24.99 at 10.75 % and 6.44 of untaxed shipping are 34.12', () => {
  const rates = [{ name: 'Sales tax', permyriad: 1075 }]
  const { taxMinor, totalMinor } = sums([line({ metal: 2499 })], { rates, shippingMinor: 644, shippingTaxed: false })
  assert.deepEqual([taxMinor, totalMinor], [269, 3412])
})

test('a quarter of a ten-thousandth is exact: 6.625 % of 1,000.00 is 66.25, and large amounts lose nothing', () => {
  assert.deepEqual([part(100_000, 662.5), part(200, 25), part(199, 25)], [6625, 1, 0])
  assert.equal(part(9_007_199_254_740_991, 10_000), 9_007_199_254_740_991)
})

const minor = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 50_000_000_000 }))
const someLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 20 }),
    metal: minor,
    making: minor,
    stones: minor,
    discount: fc.double({ min: 0, max: 1, noNaN: true }),
    type: fc.constantFrom('ring', 'chain'),
    taxClass: fc.constantFrom('jewellery', 'coins')
  })
  .map(({ quantity, metal, making, stones, discount, type, taxClass }) =>
    Object.assign(line({ metal, making, stones, discount: -Math.floor(making * discount) }, quantity, { type }), {
      taxClass
    })
  )
const someOffer = fc
  .record({
    shape: fc.constantFrom(
      ...(['order', 'lines', 'component'] as const).flatMap((target) =>
        (['percent', 'amount'] as const).map((kind) => ({ target, kind }))
      ),
      { target: 'shipping' as const, kind: 'free-shipping' as const }
    ),
    component: fc.constantFrom('making', 'metal', 'stones', 'engraving'),
    permyriad: fc.integer({ min: 1, max: 10_000 }),
    amountMinor: minor.map((amount) => amount + 1),
    types: fc.constantFrom<string[] | undefined>(undefined, ['ring']),
    minimumMinor: fc.constantFrom(undefined, 100_000),
    exclusive: fc.boolean(),
    priority: fc.integer({ min: -2, max: 2 }),
    code: fc.constantFrom(null, 'CODE')
  })
  .map(({ shape: { target, kind }, component, permyriad, amountMinor, types, minimumMinor, ...rest }) =>
    offer({
      ...rest,
      target,
      kind,
      component: target === 'component' ? component : null,
      permyriad: kind === 'percent' ? permyriad : null,
      amountMinor: kind === 'amount' ? amountMinor : null,
      currency: kind === 'amount' ? 'INR' : null,
      conditions: { ...(types ? { types } : {}), ...(minimumMinor ? { minimumMinor } : {}) }
    })
  )
const someRates = fc.array(
  fc.record({
    name: fc.constantFrom('VAT', 'CGST', 'SGST'),
    permyriad: fc.integer({ min: 0, max: 12_000 }).map((quarters) => quarters / 4)
  }),
  { maxLength: 3 }
)

test('A33 A34 10,000 random carts sum exactly; nothing is reduced below zero or by more than it is worth', () => {
  let reduced = 0
  fc.assert(
    fc.property(
      fc.array(someLine, { maxLength: 6 }),
      fc.array(someOffer, { maxLength: 5 }),
      fc.record({
        shippingMinor: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
        rates: someRates,
        coins: someRates,
        shippingTaxed: fc.boolean(),
        inRegion: fc.boolean()
      }),
      (lines, promotions, { coins, ...how }) => {
        const totals = sums(lines, { ...how, promotions, classes: { coins } })
        const all = [...totals.lines, ...(totals.shipping ? [totals.shipping] : [])]
        const over = (key: 'listMinor' | 'discountMinor' | 'taxableMinor' | 'taxMinor' | 'totalMinor') =>
          all.reduce((sum, one) => sum + one[key], 0)
        for (const one of all) {
          for (const value of Object.values(one)) if (typeof value === 'number') assert.ok(Number.isSafeInteger(value))
          assert.ok(one.discountMinor >= 0 && one.discountMinor <= one.listMinor && one.taxMinor >= 0)
          assert.equal(one.taxableMinor, one.listMinor - one.discountMinor)
          assert.equal(one.totalMinor, one.taxableMinor + one.taxMinor)
          assert.equal(
            one.taxMinor,
            one.taxes.reduce((sum, tax) => sum + tax.minor, 0)
          )
        }
        assert.equal(over('listMinor'), totals.subtotalMinor + totals.shippingMinor)
        assert.equal(over('discountMinor'), totals.discountMinor)
        assert.equal(
          totals.discountMinor,
          totals.promotions.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
        )
        assert.equal(over('taxMinor'), totals.taxMinor)
        assert.equal(
          totals.taxMinor,
          totals.taxes.reduce((sum, tax) => sum + tax.minor, 0)
        )
        assert.equal(over('totalMinor'), totals.totalMinor)
        const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor } = totals
        assert.equal(totalMinor, subtotalMinor - discountMinor + shippingMinor + taxMinor)
        assert.ok(totalMinor >= 0)
        for (const { amountMinor } of totals.promotions) assert.ok(amountMinor > 0)
        assert.equal(totals.promotions.length + totals.refused.size, promotions.length)
        if (totals.promotions.length > 1) {
          const applied = totals.promotions.map(({ promotionId }) => promotions.find(({ id }) => id === promotionId)!)
          assert.ok(applied.every(({ exclusive }) => !exclusive))
        }
        if (discountMinor > 0) reduced++
      }
    ),
    { numRuns: 10_000 }
  )
  assert.ok(reduced > 3000, `only ${reduced} carts were reduced`)
})

test('an amount is allocated by largest remainder, exactly and never above a weight', () => {
  assert.deepEqual(
    allocate(
      100,
      [1, 1, 1].map((weight) => weight * 50)
    ),
    [34, 33, 33]
  )
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      (weights, seed) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        const amount = whole === 0 ? 0 : seed % (whole + 1)
        const shares = allocate(amount, weights)
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          amount
        )
        for (const [i, share] of shares.entries()) {
          assert.ok(share >= 0 && share <= weights[i]!)
          if (whole > 0) assert.ok(Math.abs(share - (amount * weights[i]!) / whole) <= 1)
        }
      }
    ),
    { numRuns: 2000 }
  )
})

test('promotions: the exclusive one of higher priority applies alone, others together in the order component, line, order, shipping', () => {
  const ring = line({ metal: 800_000, making: 200_000 })
  const chain = line({ metal: 500_000 }, 1, { type: 'chain', categories: ['chains'] })
  const making = offer({ target: 'component', component: 'making', permyriad: 2500 })
  const rings = offer({ target: 'lines', permyriad: 1000, conditions: { categories: ['rings'] } })
  const whole = offer({ kind: 'amount', permyriad: null, amountMinor: 100_000, currency: 'INR' })
  const free = offer({ kind: 'free-shipping', target: 'shipping', permyriad: null })
  const together = sums([ring, chain], { promotions: [free, whole, rings, making], shippingMinor: 50_000 })
  assert.deepEqual(
    together.promotions.map(({ amountMinor, why }) => [amountMinor, why]),
    [
      [50_000, '25 % off making'],
      [95_000, '10 % off each piece of rings'],
      [100_000, '1000 INR off the order'],
      [50_000, 'free shipping']
    ]
  )
  const alone = offer({ permyriad: 100, exclusive: true, priority: 5 })
  const best = sums([ring], { promotions: [making, alone] })
  assert.deepEqual(
    [best.promotions.length, best.discountMinor, best.refused.get(making.id)],
    [1, 10_000, 'not-combinable']
  )
  const late = sums([ring], { promotions: [making, { ...alone, priority: -1 }] })
  assert.deepEqual([late.discountMinor, late.refused.get(alone.id)], [50_000, 'not-combinable'])
  const idle = offer({ kind: 'free-shipping', target: 'shipping', permyriad: null, exclusive: true, priority: 9 })
  const rest = sums([ring], { promotions: [idle, making], shippingMinor: 0 })
  assert.deepEqual([rest.discountMinor, rest.refused.get(idle.id)], [50_000, 'nothing-to-reduce'])
  const minimum = offer({ conditions: { minimumMinor: 1_000_001, types: ['ring'] } })
  assert.equal(sums([ring, chain], { promotions: [minimum] }).refused.get(minimum.id), 'minimum-not-reached')
  const silver = offer({ conditions: { metals: ['silver'] } })
  assert.equal(sums([ring], { promotions: [silver] }).refused.get(silver.id), 'no-line-counts')
})

const method = (content: Partial<ShippingMethod>, insuredUpToMinor: number | null): ShippingMethod => ({
  code: 'a',
  name: 'A',
  countries: ['IN'],
  regions: [],
  tariffs: [
    {
      currency: 'INR',
      insuredUpToMinor,
      bands: [
        { upToMg: 100_000, upToMinor: 50_000, minor: 100 },
        { upToMg: 1_000_000, upToMinor: null, minor: 300 }
      ]
    }
  ],
  insured: true,
  signature: true,
  splits: true,
  transitDays: 3,
  position: 1,
  active: true,
  version: 1,
  ...content
})
const load = (quantity: number, valueMinor: number, grossMg = 5000) => ({
  quantity,
  valueMinor,
  grossMg,
  promisedOn: null as string | null,
  leadTimeDays: null as number | null
})
const friday = '2026-11-20'

test('shipping is by weight and value; above what a parcel is insured for it goes in several, or not at all', () => {
  const priced = (loads: ReturnType<typeof load>[], most: number | null, content: Partial<ShippingMethod> = {}) => {
    const found = offerOf(method(content, most), loads, 'INR', friday)
    return found && [found.parcels, found.listMinor]
  }
  assert.deepEqual(priced([load(1, 50_000)], null), [1, 100])
  assert.deepEqual(priced([load(1, 50_001)], null), [1, 300])
  assert.deepEqual(priced([load(1, 10, 100_001)], null), [1, 300])
  assert.equal(priced([load(1, 10, 1_000_001)], null), null)
  assert.deepEqual(priced([load(4, 200_000)], 100_000), [2, 600])
  assert.deepEqual(priced([load(1, 100_000), load(2, 80_000)], 100_000), [2, 600])
  assert.equal(priced([load(4, 200_000)], 100_000, { splits: false }), null)
  assert.equal(priced([load(1, 100_001)], 100_000), null)
  assert.equal(priced([load(20, 2_100_000)], 100_000), null)
  assert.equal(offerOf(method({}, null), [load(1, 1)], 'EUR', friday), null)
})

test('shipping arrives after what takes longest, in working days', () => {
  assert.deepEqual(
    [1, 0, 5, 6].map((days) => workingDaysAfter(friday, days)),
    ['2026-11-23', '2026-11-20', '2026-11-27', '2026-11-30']
  )
  const by = (loads: ReturnType<typeof load>[]) => offerOf(method({}, null), loads, 'INR', friday)!.deliverBy
  assert.equal(by([load(1, 1)]), '2026-11-25')
  assert.equal(by([load(1, 1), { ...load(1, 1), leadTimeDays: 5 }]), '2026-12-02')
  assert.equal(by([{ ...load(1, 1), leadTimeDays: 5, promisedOn: '2026-12-04' }]), '2026-12-09')
})
