import { randomUUID } from 'node:crypto'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { findOffers, type OfferRow } from '../models/quotes.ts'
import type { PriceReason } from '../schemas/currencies.ts'
import type { Breakdown } from '../schemas/designs.ts'
import type {
  Article,
  NewQuote,
  NewSignedQuote,
  Quote,
  QuoteLine,
  QuoteOptions,
  QuoteProblem,
  SignedQuote,
  TaxClass
} from '../schemas/quotes.ts'
import { converted, resolvePrice } from './currencies.ts'
import { componentsOf, optionsOf, type PricedOption } from './options.ts'
import { withOptions } from './prices.ts'
import { shopCurrency } from './rates.ts'
import type { QuoteSeal } from './seals.ts'

export interface Deps {
  db: Db
  quotes: QuoteSeal
  /** How long a signed quote holds; 900 unless told. */
  quoteSeconds?: number
}

/**
 * Prices the lines as they are charged, tax included. A line that cannot be sold is named in `problems` and left out; stock is
 * given to lines in their order. A line's token keeps the price of one; a line whose token does not hold is priced anew.
 */
export async function quote(deps: Deps, { currency, lines: wanted, keep }: NewQuote): Promise<Quote> {
  const asked = wanted.map(({ variantId, pieceId = null, quantity }) => ({ variantId, pieceId, quantity }))
  const offers = new Map(
    (await findOffers(deps.db, asked, currency, currency !== shopCurrency)).map((offer) => [offer.index, offer])
  )
  const lines: QuoteLine[] = []
  const problems: QuoteProblem[] = []
  const used = new Map<string, number>()
  const now = Date.now()
  for (const [index, line] of asked.entries()) {
    const offer = offers.get(index)
    const { options: given = {}, quoteToken } = wanted[index]!
    const problem = problemOf(offer, line, used)
    const chosen = problem ?? choose(given, offer!)
    if ('slug' in chosen) {
      problems.push({ index, ...chosen })
      continue
    }
    const held = quoteToken === undefined ? undefined : keptBy(deps.quotes, quoteToken, line, chosen.options, currency)
    const price = held ?? keptFrom(deps, line, offer!, chosen, currency, now)
    if (!price) {
      problems.push({ index, ...notSoldIn(offer!, currency) })
      continue
    }
    const { unitMinor, breakdown, components, priceReason } = price
    const free = offer!.free - (used.get(line.variantId) ?? 0)
    used.set(line.variantId, (used.get(line.variantId) ?? 0) + line.quantity)
    if (line.pieceId !== null) used.set(line.pieceId, 1)
    const { sku, title, slug, imageUrl, oneOfAKind } = offer!
    lines.push({
      ...line,
      sku,
      title,
      slug,
      imageUrl,
      oneOfAKind,
      available: true,
      unitMinor,
      totalMinor: unitMinor * line.quantity,
      taxMinor: breakdown.taxMinor * line.quantity,
      breakdown,
      listMinor: unitMinor - breakdown.taxMinor,
      components,
      priceReason,
      taxClass: taxClassOf(offer!.type),
      options: chosen.options,
      article: articleOf(offer!, chosen.options, free < line.quantity),
      ...(keep || held ? { quoteId: price.quoteId, quoteExpiresAt: price.expiresAt } : {}),
      ...(keep ? { quoteToken: held ? quoteToken! : deps.quotes.seal(price) } : {}),
      ...(quoteToken !== undefined && !held ? { requoted: true } : {})
    })
  }
  const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0)
  return { currency, lines, problems, subtotalMinor: totalMinor - taxMinor, taxMinor, totalMinor }
}

type Line = { variantId: string; pieceId: string | null; quantity: number }
type Chosen = ReturnType<typeof optionsOf>

/** The options that were chosen, with their prices, or why they cannot be. */
function choose(given: QuoteOptions, offer: OfferRow): Chosen | Omit<QuoteProblem, 'index'> {
  try {
    return optionsOf(given, offer)
  } catch (error) {
    if (error instanceof Problem) return { slug: error.slug as QuoteProblem['slug'], detail: error.message }
    throw error
  }
}

const taxClassOf = (type: string): TaxClass =>
  type === 'stone' ? 'loose-stones' : type === 'coin' ? 'coins' : 'jewellery'

const dayMs = 86_400_000

function articleOf(offer: OfferRow, options: QuoteOptions, made: boolean): Article {
  const { type, categories, metal, purity, fineness, colour, size, grossMg, netMg, serial, huid, leadTimeDays } = offer
  return {
    type,
    categories,
    metal,
    purity,
    fineness,
    colour,
    size,
    grossMg,
    netMg,
    stones: offer.stones.map(({ kind, shape, count, caratMct }) => ({
      kind,
      ...(shape === undefined ? {} : { shape }),
      count,
      caratMct
    })),
    serial,
    huid,
    certificates: offer.certificates.map(({ lab, number }) => ({ lab, number })),
    leadTimeDays,
    promisedOn:
      made && leadTimeDays !== null ? new Date(Date.now() + leadTimeDays * dayMs).toISOString().slice(0, 10) : null,
    returnable: options.engraving === undefined && offer.takenBack
  }
}

const notSoldIn = ({ title }: OfferRow, currency: string) =>
  ({ slug: 'not-sold', detail: `${title} is not sold in ${currency}.` }) as const

function problemOf(
  offer: OfferRow | undefined,
  { variantId, pieceId, quantity }: Line,
  used: ReadonlyMap<string, number>
): Omit<QuoteProblem, 'index'> | undefined {
  if (!offer || (pieceId !== null && offer.pieceStatus === null))
    return { slug: 'not-sold', detail: 'This is not sold here, or no longer.' }
  if (pieceId === null && offer.oneOfAKind)
    return { slug: 'piece-needed', detail: `Each ${offer.title} is one of a kind: choose one of its pieces.` }
  if (offer.unitMinor === null) return { slug: 'not-sold', detail: `${offer.title} has no price.` }
  const free = offer.free - (used.get(variantId) ?? 0)
  const pieceGone = pieceId !== null && (offer.pieceStatus !== 'in-stock' || used.has(pieceId) || quantity > 1)
  if ((free < quantity && offer.leadTimeDays === null) || pieceGone)
    return { slug: 'out-of-stock', detail: `There is not enough of ${offer.title} left.` }
  return undefined
}

/** What a signed quote says of one, and so what it is worth: nothing of it is looked up again. */
interface Kept {
  quoteId: string
  variantId: string
  pieceId: string | null
  currency: string
  options: QuoteOptions
  unitMinor: number
  breakdown: Breakdown
  components: PricedOption[]
  priceReason: PriceReason
  expiresAt: string
}

/** What a token keeps for this line with these options, unless it is not ours, of something else, or its time is over. */
function keptBy(
  seal: QuoteSeal,
  token: string,
  { variantId, pieceId }: Line,
  options: QuoteOptions,
  currency: string
): Kept | undefined {
  const kept = seal.open(token) as Kept | undefined
  return kept &&
    kept.variantId === variantId &&
    kept.pieceId === pieceId &&
    kept.currency === currency &&
    JSON.stringify(kept.options) === JSON.stringify(options) &&
    Date.parse(kept.expiresAt) > Date.now()
    ? kept
    : undefined
}

/** The price of one of the offer now in this currency, with its options, as it can be kept; undefined when it is not sold in it. */
function keptFrom(
  { quoteSeconds = 900 }: Deps,
  { variantId, pieceId }: Line,
  offer: OfferRow,
  { options, priced }: Chosen,
  currency: string,
  now: number
): Kept | undefined {
  const { unitMinor: totalMinor, breakdown: formula, rate, isFixed, fixed, rates } = offer
  const plain = resolvePrice(
    { currency: offer.currency!, totalMinor: totalMinor!, breakdown: formula!, rateId: rate?.id ?? null, isFixed },
    currency,
    { rates, fixed },
    new Date(now).toISOString()
  )
  if (!plain || (priced.length > 0 && !plain.fees)) return undefined
  const fees = priced.map(({ name, minor }) => ({ name, minor: converted(minor, plain.fees!) }))
  const optionsMinor = fees.reduce((sum, { minor }) => sum + minor, 0)
  const { unitMinor, breakdown } =
    optionsMinor === 0
      ? { unitMinor: plain.totalMinor, breakdown: plain.breakdown }
      : withOptions(plain.breakdown, optionsMinor)
  return {
    quoteId: randomUUID(),
    variantId,
    pieceId,
    currency,
    options,
    unitMinor,
    breakdown,
    components: componentsOf(plain.breakdown, fees),
    priceReason: plain.priceReason,
    expiresAt: new Date(now + quoteSeconds * 1000).toISOString()
  }
}

/** Prices one line with its options and signs that, so that the price is kept until it expires. Holds no stock. */
export async function signQuote(deps: Deps, asked: NewSignedQuote): Promise<SignedQuote> {
  const { variantId, pieceId = null, quantity, currency = shopCurrency, options: given = {} } = asked
  const line = { variantId, pieceId, quantity }
  const [offer] = await findOffers(deps.db, [line], currency, currency !== shopCurrency)
  const problem = problemOf(offer, line, new Map())
  if (problem) throw new Problem(409, problem.slug, problem.detail)
  const { sku, title, slug, rate } = offer!
  const now = Date.now()
  const kept = keptFrom(deps, line, offer!, optionsOf(given, offer!), currency, now)
  if (!kept) throw new Problem(409, 'not-sold', notSoldIn(offer!, currency).detail)
  const { quoteId, options, components, breakdown, unitMinor, priceReason, expiresAt } = kept
  const totalMinor = unitMinor * quantity
  if (!Number.isSafeInteger(totalMinor))
    throw new Problem(422, 'price-too-large', 'A price comes out larger than this shop can count. Check the amounts.')
  return {
    quoteId,
    ...line,
    sku,
    title,
    slug,
    currency,
    options,
    components,
    breakdown,
    unitMinor,
    totalMinor,
    taxMinor: breakdown.taxMinor * quantity,
    rate: rate as SignedQuote['rate'],
    priceReason,
    issuedAt: new Date(now).toISOString(),
    expiresAt,
    token: deps.quotes.seal(kept)
  }
}
