import type { Promotion } from '../schemas/promotions.ts'
import type { TaxProfile, TaxRate } from '../schemas/tax-profiles.ts'

/** A line as product prices it: `listMinor` and `components`, which sum up to it, are of one, before tax. */
export interface PricedLine {
  quantity: number
  listMinor: number
  components: { name: string; minor: number }[]
  taxClass: string
  article: { type: string; categories: string[]; metal: string | null }
}
/** What shipping costs before discounts and tax. */
export interface PricedShipping {
  listMinor: number
}
export interface TotalsInput<S extends PricedShipping> {
  lines: readonly PricedLine[]
  /** Those that may apply to this customer now. */
  promotions: readonly Promotion[]
  /** What the lines, worth so much each after their discounts, cost to ship; null when they cannot be. */
  ship: (values: number[]) => S | null
  profile: Pick<TaxProfile, 'rates' | 'shippingTaxed'>
  /** Whether what is sold stays in the shop's own region. */
  inRegion: boolean
}

interface Sum {
  listMinor: number
  discountMinor: number
  taxableMinor: number
  taxMinor: number
  totalMinor: number
  taxes: { name: string; minor: number }[]
}
export interface AppliedPromotion {
  promotionId: string
  code: string | null
  name: string
  amountMinor: number
  why: string
}
export type Refusal = 'no-line-counts' | 'minimum-not-reached' | 'not-combinable' | 'nothing-to-reduce'
export interface Totals<S extends PricedShipping> {
  /** As the lines that were given. `unitMinor` is of one, with tax and before discounts. */
  lines: (Sum & { unitMinor: number })[]
  shipping: (S & Sum) | null
  promotions: AppliedPromotion[]
  /** Why the others do not apply, by their ids. */
  refused: Map<string, Refusal>
  taxes: { name: string; permyriad: number; taxableMinor: number; minor: number }[]
  subtotalMinor: number
  discountMinor: number
  shippingMinor: number
  taxMinor: number
  totalMinor: number
}

/**
 * All sums of a cart, in minor units: components → discounts on components, on lines, on the order → shipping and
 * discounts on it → taxes, each rounded half up for each line. Nothing is reduced below zero. Sums exactly:
 * total = subtotal − discount + shipping + tax = the totals of the lines and of the shipping.
 */
export function totalsOf<S extends PricedShipping>(input: TotalsInput<S>): Totals<S> {
  const refused = new Map<string, Refusal>()
  for (let candidates = input.promotions; ;) {
    const tried = reduce(input, chosenOf(candidates, input.lines, refused))
    const idle = [...tried.amounts].filter(([, minor]) => minor === 0).map(([promotion]) => promotion)
    if (idle.length === 0) return summed(input, tried, refused)
    candidates = candidates.filter((promotion) => !idle.includes(promotion))
    for (const { id } of refusedOnly(refused, 'not-combinable')) refused.delete(id)
    for (const { id } of idle) refused.set(id, 'nothing-to-reduce')
  }
}

const refusedOnly = (refused: Map<string, Refusal>, reason: Refusal) =>
  [...refused].filter(([, why]) => why === reason).map(([id]) => ({ id }))

/** The promotions that apply together: by priority, codes before others, an exclusive one only alone. */
function chosenOf(promotions: readonly Promotion[], lines: readonly PricedLine[], refused: Map<string, Refusal>) {
  const chosen: Promotion[] = []
  for (const promotion of promotions.toSorted(byRank)) {
    const reason = refusalBy(promotion, lines)
    const stacks = chosen.length === 0 || !(promotion.exclusive || chosen[0]!.exclusive)
    if (reason !== null) refused.set(promotion.id, reason)
    else if (stacks) chosen.push(promotion)
    else refused.set(promotion.id, 'not-combinable')
  }
  return chosen
}

const byRank = (a: Promotion, b: Promotion) =>
  b.priority - a.priority || Number(a.code === null) - Number(b.code === null) || (a.id < b.id ? -1 : 1)

/** Whether a promotion is for this line. */
const counts = ({ conditions: { categories, types, metals } }: Promotion, { article }: PricedLine) =>
  (!categories || categories.some((slug) => article.categories.includes(slug))) &&
  (!types || types.includes(article.type)) &&
  (!metals || (article.metal !== null && metals.includes(article.metal)))

function refusalBy(promotion: Promotion, lines: readonly PricedLine[]): Refusal | null {
  const those = lines.filter((line) => counts(promotion, line))
  if (those.length === 0) return 'no-line-counts'
  const worth = sum(those.map((line) => line.listMinor * line.quantity))
  return worth < (promotion.conditions.minimumMinor ?? 0) ? 'minimum-not-reached' : null
}

/** What is left of a line while discounts are taken off it. */
interface Purse {
  line: PricedLine
  left: number
  parts: Map<string, number>
}
interface Reduced<S> {
  purses: Purse[]
  shipping: S | null
  shippingLeft: number
  amounts: Map<Promotion, number>
}

const phases = ['component', 'lines', 'order', 'shipping'] as const

function reduce<S extends PricedShipping>({ lines, ship }: TotalsInput<S>, chosen: Promotion[]): Reduced<S> {
  const purses = lines.map((line): Purse => {
    const parts = new Map<string, number>()
    for (const { name, minor } of line.components) parts.set(name, (parts.get(name) ?? 0) + minor * line.quantity)
    return { line, left: line.listMinor * line.quantity, parts }
  })
  const amounts = new Map<Promotion, number>()
  const inPhase = (phase: string) => chosen.filter(({ target }) => target === phase)
  for (const phase of phases.slice(0, 3))
    for (const promotion of inPhase(phase))
      amounts.set(
        promotion,
        takeOff(
          promotion,
          purses.filter(({ line }) => counts(promotion, line))
        )
      )
  const shipping = lines.length === 0 ? null : ship(purses.map(({ left }) => left))
  let shippingLeft = shipping?.listMinor ?? 0
  for (const promotion of inPhase('shipping')) {
    amounts.set(promotion, shippingLeft)
    shippingLeft = 0
  }
  return { purses, shipping, shippingLeft, amounts }
}

/** Takes a promotion off these lines and says how much that was. */
function takeOff(promotion: Promotion, purses: Purse[]): number {
  const { target, component, permyriad, amountMinor } = promotion
  const offOf = (base: number, quantity: number) =>
    Math.min(base, permyriad === null ? (amountMinor ?? 0) * quantity : part(base, permyriad))
  if (target === 'order') {
    const left = purses.map((purse) => purse.left)
    const shares = allocate(offOf(sum(left), 1), left)
    for (const [i, purse] of purses.entries()) purse.left -= shares[i]!
    return sum(shares)
  }
  return sum(
    purses.map((purse) => {
      const base = target === 'component' ? Math.max(0, purse.parts.get(component!) ?? 0) : purse.left
      const off = Math.min(purse.left, offOf(base, purse.line.quantity))
      if (target === 'component') purse.parts.set(component!, base - off)
      purse.left -= off
      return off
    })
  )
}

function summed<S extends PricedShipping>(
  { profile, inRegion }: TotalsInput<S>,
  { purses, shipping, shippingLeft, amounts }: Reduced<S>,
  refused: Map<string, Refusal>
): Totals<S> {
  const taxes = new Map<string, Totals<S>['taxes'][number]>()
  const taxed = (listMinor: number, taxableMinor: number, rates: TaxRate[]): Sum => {
    const parts = rates.map(({ name, permyriad }) => ({ name, permyriad, minor: part(taxableMinor, permyriad) }))
    for (const { name, permyriad, minor } of parts) {
      const key = `${name} ${permyriad}`
      const before = taxes.get(key) ?? { name, permyriad, taxableMinor: 0, minor: 0 }
      taxes.set(key, { ...before, taxableMinor: before.taxableMinor + taxableMinor, minor: before.minor + minor })
    }
    const taxMinor = sum(parts.map(({ minor }) => minor))
    return {
      listMinor,
      discountMinor: listMinor - taxableMinor,
      taxableMinor,
      taxMinor,
      totalMinor: taxableMinor + taxMinor,
      taxes: parts.map(({ name, minor }) => ({ name, minor }))
    }
  }
  const lines = purses.map(({ line, left }) => {
    const rates = ratesOf(profile, line.taxClass, inRegion)
    return { ...taxed(line.listMinor * line.quantity, left, rates), unitMinor: withTax(line.listMinor, rates) }
  })
  const sent = shipping && {
    ...shipping,
    ...taxed(shipping.listMinor, shippingLeft, profile.shippingTaxed ? ratesOf(profile, 'default', inRegion) : [])
  }
  const all: Sum[] = sent ? [...lines, sent] : lines
  const over = (key: 'discountMinor' | 'taxMinor' | 'totalMinor') => sum(all.map((one) => one[key]))
  return {
    lines,
    shipping: sent,
    promotions: [...amounts].map(([promotion, amountMinor]) => ({
      promotionId: promotion.id,
      code: promotion.code,
      name: promotion.name,
      amountMinor,
      why: whyOf(promotion)
    })),
    refused,
    taxes: [...taxes.values()],
    subtotalMinor: sum(lines.map(({ listMinor }) => listMinor)),
    discountMinor: over('discountMinor'),
    shippingMinor: sent?.listMinor ?? 0,
    taxMinor: over('taxMinor'),
    totalMinor: over('totalMinor')
  }
}

/** The taxes of a class of things, in the shop's own region or outside it. */
export const ratesOf = ({ rates }: Pick<TaxProfile, 'rates'>, taxClass: string, inRegion: boolean): TaxRate[] =>
  ((rates as Record<string, TaxRate[]>)[taxClass] ?? rates.default).filter(
    ({ within }) => within === undefined || (within === 'region') === inRegion
  )

/** An amount with its taxes, each rounded half up. */
export const withTax = (minor: number, rates: readonly TaxRate[]): number =>
  minor + sum(rates.map(({ permyriad }) => part(minor, permyriad)))

/** What a promotion does, in a phrase: `25 % off making of gold rings`. */
export function whyOf({ kind, target, component, permyriad, amountMinor, currency, conditions }: Promotion): string {
  if (kind === 'free-shipping') return 'free shipping'
  const off = permyriad === null ? `${(amountMinor ?? 0) / 100} ${currency} off` : `${permyriad / 100} % off`
  const { metals = [], types = [], categories = [] } = conditions
  const what = [metals.join(' or '), (types.length > 0 ? types : categories).join(' or ')].filter(Boolean).join(' ')
  const of = { component: component ?? '', lines: 'each piece', order: 'the order', shipping: '' }[target]
  return what === '' ? `${off} ${of}` : `${off} ${of} of ${what}`
}

const sum = (minors: readonly number[]): number => minors.reduce((total, minor) => total + minor, 0)

/** So many ten-thousandths, in quarters, of an amount that is not negative, rounded half up. */
export const part = (minor: number, permyriad: number): number =>
  Number((BigInt(minor) * BigInt(permyriad * 4) * 2n + 40_000n) / 80_000n)

/** An amount in shares by weight that sum up to it exactly, none above its weight: by largest remainder, earlier before later. */
export function allocate(minor: number, weights: readonly number[]): number[] {
  const whole = BigInt(sum(weights))
  if (whole === 0n) return weights.map(() => 0)
  const exact = weights.map((weight) => BigInt(minor) * BigInt(weight))
  const shares = exact.map((share) => Number(share / whole))
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share % whole }))
    .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  for (let left = minor - sum(shares), i = 0; left > 0; left--, i++) shares[byRemainder[i]!.index]! += 1
  return shares
}
