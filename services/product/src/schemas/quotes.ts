import { Type, type Static } from 'typebox'
import { Breakdown, Currency, Id, Metal, Minor, Slug } from './designs.ts'
import { RateId } from './rates.ts'

const Time = Type.String({ format: 'date-time' })
const Token = Type.String({ minLength: 20, maxLength: 4000, pattern: '^[A-Za-z0-9_.-]+$' })

/** What can be done to a piece on request, priced with it. */
export const QuoteOptions = Type.Object({
  size: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  engraving: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  giftWrap: Type.Optional(Type.Boolean())
})

const line = {
  variantId: Id,
  pieceId: Type.Optional(Type.Union([Id, Type.Null()])),
  quantity: Type.Integer({ minimum: 1, maximum: 1000 })
}

export const NewQuote = Type.Object({
  currency: Currency,
  lines: Type.Array(
    Type.Object({
      ...line,
      quoteToken: Type.Optional(
        Type.String({ ...Token, description: 'A signed quote of this line, whose price is kept until it expires.' })
      )
    }),
    { maxItems: 100 }
  )
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
  breakdown: Breakdown,
  quoteId: Type.Optional(Id),
  quoteExpiresAt: Type.Optional(Time),
  options: Type.Optional(QuoteOptions)
})
export const QuoteProblem = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'The place of the line in the request.' }),
  slug: Type.Enum(['not-sold', 'out-of-stock', 'piece-needed', 'quote-not-valid', 'quote-expired']),
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

export const NewSignedQuote = Type.Object({
  ...line,
  quantity: Type.Integer({ minimum: 1, maximum: 20, default: 1 }),
  currency: Type.Optional(Currency),
  options: Type.Optional(QuoteOptions)
})
/** A price that is kept until `expiresAt` for who sends the token along. `components` are of one, and with `taxMinor` of one sum up to `unitMinor`. */
export const SignedQuote = Type.Object({
  quoteId: Id,
  variantId: Id,
  pieceId: Type.Union([Id, Type.Null()]),
  quantity: line.quantity,
  sku: Type.String(),
  title: Type.String(),
  slug: Slug,
  currency: Currency,
  options: QuoteOptions,
  components: Type.Array(Type.Object({ name: Type.String(), minor: Type.Integer() })),
  breakdown: Breakdown,
  unitMinor: Minor,
  totalMinor: Minor,
  taxMinor: Minor,
  rate: Type.Union([
    Type.Object({ id: RateId, metal: Metal, fineness: Type.Integer(), minorPerGram: Minor }),
    Type.Null()
  ]),
  issuedAt: Time,
  expiresAt: Time,
  token: Token
})

export type QuoteOptions = Static<typeof QuoteOptions>
export type NewSignedQuote = Static<typeof NewSignedQuote>
export type SignedQuote = Static<typeof SignedQuote>
export type NewQuote = Static<typeof NewQuote>
export type QuoteLine = Static<typeof QuoteLine>
export type QuoteProblem = Static<typeof QuoteProblem>
export type Quote = Static<typeof Quote>
