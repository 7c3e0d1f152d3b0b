import { randomUUID } from 'node:crypto'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { findOffers, type OfferRow } from '../models/quotes.ts'
import type {
  NewQuote,
  NewSignedQuote,
  Quote,
  QuoteLine,
  QuoteOptions,
  QuoteProblem,
  SignedQuote
} from '../schemas/quotes.ts'
import { componentsOf, optionsOf } from './options.ts'
import { withOptions } from './prices.ts'
import { shopCurrency } from './rates.ts'
import type { QuoteSeal } from './seals.ts'

export interface Deps {
  db: Db
  quotes: QuoteSeal
  /** How long a signed quote holds; 900 unless told. */
  quoteSeconds?: number
}

/** Prices the lines as they are charged, tax included. A line that cannot be sold is named in `problems` and left out; stock is given to lines in their order. */
export async function quote({ db, quotes }: Deps, { currency, lines: wanted }: NewQuote): Promise<Quote> {
  const asked = wanted.map(({ variantId, pieceId = null, quantity }) => ({ variantId, pieceId, quantity }))
  const offers = new Map((await findOffers(db, asked)).map((offer) => [offer.index, offer]))
  const lines: QuoteLine[] = []
  const problems: QuoteProblem[] = []
  const used = new Map<string, number>()
  for (const [index, line] of asked.entries()) {
    const offer = offers.get(index)
    const token = wanted[index]!.quoteToken
    const kept = token === undefined ? undefined : keptBy(quotes, token, line, currency)
    const problem = problemOf(offer, line, currency, used) ?? (typeof kept === 'string' ? refusals[kept] : undefined)
    if (problem) {
      problems.push({ index, ...problem })
      continue
    }
    const { sku, title, slug, imageUrl, oneOfAKind } = offer!
    const { unitMinor, breakdown } =
      typeof kept === 'object' ? kept : { unitMinor: offer!.unitMinor!, breakdown: offer!.breakdown! }
    used.set(line.variantId, (used.get(line.variantId) ?? 0) + line.quantity)
    if (line.pieceId !== null) used.set(line.pieceId, 1)
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
      ...(typeof kept === 'object' && {
        quoteId: kept.quoteId,
        quoteExpiresAt: kept.expiresAt,
        options: kept.options
      })
    })
  }
  const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0)
  return { currency, lines, problems, subtotalMinor: totalMinor - taxMinor, taxMinor, totalMinor }
}

function problemOf(
  offer: OfferRow | undefined,
  { variantId, pieceId, quantity }: { variantId: string; pieceId: string | null; quantity: number },
  currency: string,
  used: ReadonlyMap<string, number>
): Omit<QuoteProblem, 'index'> | undefined {
  if (!offer || (pieceId !== null && offer.pieceStatus === null))
    return { slug: 'not-sold', detail: 'This is not sold here, or no longer.' }
  if (pieceId === null && offer.oneOfAKind)
    return { slug: 'piece-needed', detail: `Each ${offer.title} is one of a kind: choose one of its pieces.` }
  if (offer.unitMinor === null || offer.currency !== currency)
    return { slug: 'not-sold', detail: `${offer.title} is not sold in ${currency}.` }
  const free = offer.free - (used.get(variantId) ?? 0)
  const pieceGone = pieceId !== null && (offer.pieceStatus !== 'in-stock' || used.has(pieceId) || quantity > 1)
  if ((free < quantity && offer.leadTimeDays === null) || pieceGone)
    return { slug: 'out-of-stock', detail: `There is not enough of ${offer.title} left.` }
  return undefined
}

/** What a signed quote says, and so what it is worth: nothing of it is looked up again. */
interface Kept {
  quoteId: string
  variantId: string
  pieceId: string | null
  quantity: number
  currency: string
  options: QuoteOptions
  unitMinor: number
  breakdown: SignedQuote['breakdown']
  rateId: number | null
  expiresAt: string
}

const refusals = {
  'quote-not-valid': { slug: 'quote-not-valid', detail: 'This quote is not one of this line. Ask for a new one.' },
  'quote-expired': { slug: 'quote-expired', detail: 'This quote has expired. Ask for a new one.' }
} as const

/** The price that a token keeps for this line, or why it keeps none. */
function keptBy(
  seal: QuoteSeal,
  token: string,
  { variantId, pieceId, quantity }: { variantId: string; pieceId: string | null; quantity: number },
  currency: string
): Kept | keyof typeof refusals {
  const kept = seal.open(token) as Kept | undefined
  if (
    !kept ||
    kept.variantId !== variantId ||
    kept.pieceId !== pieceId ||
    kept.quantity !== quantity ||
    kept.currency !== currency
  )
    return 'quote-not-valid'
  return Date.parse(kept.expiresAt) > Date.now() ? kept : 'quote-expired'
}

/** Prices one line with its options and signs that, so that the price is kept until it expires. Holds no stock. */
export async function signQuote({ db, quotes, quoteSeconds = 900 }: Deps, asked: NewSignedQuote): Promise<SignedQuote> {
  const { variantId, pieceId = null, quantity, currency = shopCurrency, options: wanted = {} } = asked
  const line = { variantId, pieceId, quantity }
  const [offer] = await findOffers(db, [line])
  const problem = problemOf(offer, line, currency, new Map())
  if (problem) throw new Problem(409, problem.slug, problem.detail)
  const { sku, title, slug, rate } = offer!
  const { options, priced } = optionsOf(wanted, offer!)
  const { unitMinor, breakdown } = withOptions(
    offer!.breakdown!,
    priced.reduce((sum, { minor }) => sum + minor, 0)
  )
  const totalMinor = unitMinor * quantity
  if (!Number.isSafeInteger(totalMinor))
    throw new Problem(422, 'price-too-large', 'A price comes out larger than this shop can count. Check the amounts.')
  const now = Date.now()
  const expiresAt = new Date(now + quoteSeconds * 1000).toISOString()
  const quoteId = randomUUID()
  const kept: Kept = { quoteId, ...line, currency, options, unitMinor, breakdown, rateId: rate?.id ?? null, expiresAt }
  return {
    quoteId,
    ...line,
    sku,
    title,
    slug,
    currency,
    options,
    components: componentsOf(offer!.breakdown!, priced),
    breakdown,
    unitMinor,
    totalMinor,
    taxMinor: breakdown.taxMinor * quantity,
    rate: rate as SignedQuote['rate'],
    issuedAt: new Date(now).toISOString(),
    expiresAt,
    token: quotes.seal(kept)
  }
}
