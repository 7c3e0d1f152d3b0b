import { Type, type Static } from 'typebox'
import { Breakdown, Currency, Id, Minor, Slug } from './designs.ts'

const line = {
  variantId: Id,
  pieceId: Type.Optional(Type.Union([Id, Type.Null()])),
  quantity: Type.Integer({ minimum: 1, maximum: 1000 })
}

export const NewQuote = Type.Object({
  currency: Currency,
  lines: Type.Array(Type.Object(line), { maxItems: 100 })
})

/** `unitMinor` and `breakdown` are of one, `totalMinor` and `taxMinor` of the whole line; tax is included. */
export const QuoteLine = Type.Object({
  variantId: Id,
  pieceId: Type.Union([Id, Type.Null()]),
  quantity: line.quantity,
  sku: Type.String(),
  title: Type.String(),
  slug: Slug,
  imageUrl: Type.Union([Type.String(), Type.Null()]),
  oneOfAKind: Type.Boolean(),
  available: Type.Boolean(),
  unitMinor: Minor,
  totalMinor: Minor,
  taxMinor: Minor,
  breakdown: Breakdown
})
export const QuoteProblem = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'The place of the line in the request.' }),
  slug: Type.Enum(['not-sold', 'out-of-stock', 'piece-needed']),
  detail: Type.String()
})
/** `totalMinor` is what is charged; `subtotalMinor` is that without `taxMinor`. */
export const Quote = Type.Object({
  currency: Currency,
  lines: Type.Array(QuoteLine),
  problems: Type.Array(QuoteProblem),
  subtotalMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor
})

export type NewQuote = Static<typeof NewQuote>
export type QuoteLine = Static<typeof QuoteLine>
export type QuoteProblem = Static<typeof QuoteProblem>
export type Quote = Static<typeof Quote>
