import type { Quote } from '../clients/product.ts'
import type { Db, StoredCart, StoredLine } from '../models/carts.ts'
import type { Cart, CartLine, Prices, ShippingChoice } from '../schemas/carts.ts'
import { pricingOf, sayingsOf, type Pricing, type QuotedLine, type Said } from './pricing.ts'
import { detailOf } from './promotions.ts'
import { placeOf, type Place } from './regions.ts'
import { rulesAt } from './rules.ts'
import type { Offer } from './shipping-methods.ts'
import { ratesOf, withTax, type Totals } from './totals.ts'

interface Deps {
  db: Db
  shop: { country: string; region: string }
}

/** Where a cart goes: to its destination, else to where the shop is. */
const placeTo = ({ destination }: StoredCart, shop: Deps['shop']): Place =>
  placeOf(destination ?? { country: shop.country }, shop)

interface Priced {
  pricing: Pricing
  place: Place
  /** Those that are to be bought, then those that are saved for later. */
  said: Said[]
}

async function price({ db, shop }: Deps, cart: StoredCart, quote: Quote | null): Promise<Priced> {
  const rules = await rulesAt(db, cart.rulesVersion)
  const said = sayingsOf(
    [...cart.lines.filter(({ saved }) => !saved), ...cart.lines.filter(({ saved }) => saved)],
    quote
  )
  const quoted = said.flatMap(({ stored, quoted: line }) => (line && !stored.saved ? [line] : []))
  const place = placeTo(cart, shop)
  return { said, place, pricing: pricingOf({ rules, cart, quoted, place, shop, chosen: cart.shippingMethod }) }
}

/** The cart as it is shown; without a quote of its lines its prices are null and a problem says so. */
export async function viewOf(deps: Deps, cart: StoredCart, quote: Quote | null, wanted?: Prices): Promise<Cart> {
  const { pricing, place, said } = await price(deps, cart, quote)
  const { totals, profile, coupons } = pricing
  const prices = wanted ?? profile.prices
  const inRegion = place.country === deps.shop.country && place.region === deps.shop.region
  const unitOf = (listMinor: number, { taxClass }: QuotedLine) =>
    prices === 'net' ? listMinor : withTax(listMinor, ratesOf(profile, taxClass, inRegion))
  let next = 0
  const shown = said.map((each) => {
    const sums = each.quoted && !each.stored.saved ? totals.lines[next++]! : null
    return { saved: each.stored.saved, line: lineOf(each, sums, prices, unitOf) }
  })
  const lines = shown.flatMap(({ saved, line }) => (saved ? [] : [line]))
  const hasPrices = quote !== null || cart.lines.length === 0
  const sums = {
    subtotalMinor: totals.subtotalMinor,
    discountMinor: totals.discountMinor,
    shippingMinor: totals.shippingMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor
  }
  const unknown = { subtotalMinor: null, discountMinor: null, shippingMinor: null, taxMinor: null, totalMinor: null }
  const { country, region } = place
  return {
    id: cart.id,
    status: cart.status,
    orderId: cart.orderId,
    currency: cart.currency,
    version: cart.version,
    prices,
    lines,
    savedLines: shown.flatMap(({ saved, line }) => (saved ? [line] : [])),
    destination: {
      country,
      region,
      postcode: cart.destination?.postcode ?? null,
      isAssumed: cart.destination === null
    },
    shipping: totals.shipping && choiceOf(totals.shipping, totals.shipping, prices),
    promotions: totals.promotions,
    coupons: coupons.map(({ promotion, reason }) => ({
      code: promotion.code!,
      applies: hasPrices && reason === null,
      reason: hasPrices ? reason : null,
      detail: hasPrices && reason !== null ? detailOf(reason) : null
    })),
    taxes: totals.taxes,
    ...(hasPrices ? sums : unknown),
    problems: hasPrices ? problemsOf(cart, lines, pricing) : [unavailable]
  }
}

const unavailable = {
  lineId: null,
  slug: 'prices-unavailable',
  detail: 'Prices cannot be told right now. Look again in a moment.'
}

function problemsOf(
  { shippingMethod }: StoredCart,
  lines: CartLine[],
  { totals, isChosenOffered }: Pricing
): Cart['problems'] {
  const ofLines = lines.flatMap(({ id: lineId, problem }) =>
    problem ? [{ lineId, slug: problem.slug, detail: problem.detail }] : []
  )
  if (totals.lines.length === 0) return ofLines
  if (!totals.shipping)
    return [
      ...ofLines,
      { lineId: null, slug: 'cannot-ship-there', detail: 'This cart cannot be sent to where it goes.' }
    ]
  if (shippingMethod === null || isChosenOffered) return ofLines
  const detail = `This cart cannot be sent as was chosen. It would be sent by ${totals.shipping.name}.`
  return [...ofLines, { lineId: null, slug: 'shipping-method-not-possible', detail }]
}

type LineSums = Totals<Offer>['lines'][number]

function lineOf(
  { stored, quoted, problem }: Said,
  sums: LineSums | null,
  prices: Prices,
  unitOf: (listMinor: number, line: QuotedLine) => number
): CartLine {
  const { id, variantId, pieceId, quantity, options, giftNote } = stored
  const { title, slug, imageUrl } = quoted ?? stored
  const isChanged = quoted !== null && stored.keptMinor !== null && stored.keptMinor !== quoted.listMinor
  return {
    id,
    variantId,
    pieceId,
    quantity,
    options,
    engraving: options.engraving ?? null,
    giftNote,
    title,
    slug,
    imageUrl,
    unitMinor: quoted && unitOf(quoted.listMinor, quoted),
    listMinor: sums && sums.listMinor,
    discountMinor: sums && sums.discountMinor,
    taxMinor: sums && sums.taxMinor,
    totalMinor: sums && sums.totalMinor,
    shownMinor: sums && shownOf(sums, prices),
    priceKeptUntil: quoted && !isChanged ? keptUntil(stored) : null,
    problem: isChanged
      ? {
          slug: 'price-changed',
          detail: `The price of ${title} has changed. Accept it, or take it out.`,
          formerMinor: unitOf(stored.keptMinor!, quoted),
          nowMinor: unitOf(quoted.listMinor, quoted)
        }
      : problem
  }
}

const keptUntil = ({ quoteExpiresAt }: StoredLine) =>
  quoteExpiresAt !== null && Date.parse(quoteExpiresAt) > Date.now() ? new Date(quoteExpiresAt).toISOString() : null

const shownOf = (sums: { taxableMinor: number; totalMinor: number }, prices: Prices) =>
  prices === 'net' ? sums.taxableMinor : sums.totalMinor

/** The shipping methods that can take a cart, each with what it would cost now. */
export async function choicesOf(deps: Deps, cart: StoredCart, quote: Quote): Promise<ShippingChoice[]> {
  const { pricing } = await price(deps, cart, quote)
  const chosen = await Promise.all(
    pricing.offers.map(
      async ({ code }) => (await price(deps, { ...cart, shippingMethod: code }, quote)).pricing.totals.shipping!
    )
  )
  return chosen.map((sums) => choiceOf(sums, sums, pricing.profile.prices))
}

function choiceOf(offer: Offer, sums: NonNullable<Totals<Offer>['shipping']>, prices: Prices): ShippingChoice {
  const { code, name, insured, signature, parcels, deliverBy } = offer
  const { listMinor, discountMinor, taxMinor, totalMinor } = sums
  return {
    code,
    name,
    insured,
    signature,
    parcels,
    deliverBy,
    listMinor,
    discountMinor,
    taxMinor,
    totalMinor,
    shownMinor: shownOf(sums, prices)
  }
}
