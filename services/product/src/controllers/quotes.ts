import type { Db } from '../models/designs.ts'
import { findOffers, type OfferRow } from '../models/quotes.ts'
import type { NewQuote, Quote, QuoteLine, QuoteProblem } from '../schemas/quotes.ts'

export interface Deps {
  db: Db
}

/** Prices the lines as they are charged, tax included. A line that cannot be sold is named in `problems` and left out; stock is given to lines in their order. */
export async function quote({ db }: Deps, { currency, lines: wanted }: NewQuote): Promise<Quote> {
  const asked = wanted.map(({ variantId, pieceId = null, quantity }) => ({ variantId, pieceId, quantity }))
  const offers = new Map((await findOffers(db, asked)).map((offer) => [offer.index, offer]))
  const lines: QuoteLine[] = []
  const problems: QuoteProblem[] = []
  const used = new Map<string, number>()
  for (const [index, line] of asked.entries()) {
    const offer = offers.get(index)
    const problem = problemOf(offer, line, currency, used)
    if (problem) {
      problems.push({ index, ...problem })
      continue
    }
    const { sku, title, slug, imageUrl, oneOfAKind, unitMinor, breakdown } = offer!
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
      unitMinor: unitMinor!,
      totalMinor: unitMinor! * line.quantity,
      taxMinor: breakdown!.taxMinor * line.quantity,
      breakdown: breakdown!
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
  if (free < quantity || pieceGone)
    return { slug: 'out-of-stock', detail: `There is not enough of ${offer.title} left.` }
  return undefined
}
