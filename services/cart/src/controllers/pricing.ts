import type { Quote } from '../clients/product.ts'
import type { StoredCart, StoredLine } from '../models/carts.ts'
import type { PromotionRow } from '../models/promotions.ts'
import type { Rules } from '../models/rules.ts'
import type { TaxProfile } from '../schemas/tax-profiles.ts'
import { ineligibilityOf, type Customer, type Ineligibility } from './promotions.ts'
import type { Place } from './regions.ts'
import { methodsTo, offerOf, type Load, type Offer } from './shipping-methods.ts'
import { profileOf } from './tax-profiles.ts'
import { totalsOf, type Refusal, type Totals } from './totals.ts'

export type QuotedLine = Quote['lines'][number]
export interface LineProblem {
  slug: string
  detail: string
}
/** A line of the cart and what product says of it. */
export interface Said {
  stored: StoredLine
  quoted: QuotedLine | null
  problem: LineProblem | null
}

/** What a quote says of each line that was asked for. */
export function sayingsOf(lines: readonly StoredLine[], quote: Quote | null): Said[] {
  const problemAt = new Map(quote?.problems.map(({ index, slug, detail }) => [index, { slug, detail }]))
  let next = 0
  return lines.map((stored, index) => {
    const problem = problemAt.get(index) ?? null
    return { stored, problem, quoted: problem || !quote ? null : (quote.lines[next++] ?? null) }
  })
}

export interface PricingInput {
  rules: Rules
  cart: Pick<StoredCart, 'userId' | 'currency' | 'groups' | 'used' | 'coupons'>
  quoted: readonly QuotedLine[]
  place: Place
  shop: Place
  /** The shipping method that was chosen. */
  chosen: string | null
  held?: readonly string[]
  now?: Date
}
export interface Pricing {
  totals: Totals<Offer>
  profile: TaxProfile
  /** All methods that can take it, in their order. */
  offers: Offer[]
  /** Whether the method that was chosen is one of them. */
  isChosenOffered: boolean
  coupons: { promotion: PromotionRow; reason: Ineligibility | Refusal | null }[]
}

/** Everything that a cart comes to at a place: a pure function of the cart, what product quotes and the rules. */
export function pricingOf({
  rules,
  cart,
  quoted,
  place,
  shop,
  chosen,
  held = [],
  now = new Date()
}: PricingInput): Pricing {
  const today = now.toISOString().slice(0, 10)
  const customer: Customer = { ...cart, held, now }
  const methods = methodsTo(rules.methods, place)
  let offers: Offer[] = []
  const reasons = new Map<string, Ineligibility | Refusal>()
  const promotions = [...cart.coupons, ...rules.promotions].filter((promotion) => {
    const reason = ineligibilityOf(promotion, customer)
    if (reason) reasons.set(promotion.id, reason)
    return reason === null
  })
  const profile = profileOf(rules.profiles, place, today)
  const totals = totalsOf<Offer>({
    lines: quoted,
    promotions,
    profile,
    inRegion: place.country === shop.country && place.region === shop.region,
    ship: (values) => {
      const load = quoted.map(({ quantity, article }, i): Load => {
        const { grossMg, promisedOn, leadTimeDays } = article
        return { quantity, grossMg, promisedOn, leadTimeDays, valueMinor: values[i]! }
      })
      offers = methods.flatMap((method) => offerOf(method, load, cart.currency, today) ?? [])
      return offers.find(({ code }) => code === chosen) ?? offers[0] ?? null
    }
  })
  for (const [id, reason] of totals.refused) reasons.set(id, reason)
  return {
    totals,
    profile,
    offers,
    isChosenOffered: offers.some(({ code }) => code === chosen),
    coupons: cart.coupons.map((promotion) => ({ promotion, reason: reasons.get(promotion.id) ?? null }))
  }
}
