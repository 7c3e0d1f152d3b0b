import { Type, type Static, type TSchema } from 'typebox'
import { PriceReason } from './currencies.ts'
import { Breakdown, Currency, Id, Metal, Minor, Slug } from './designs.ts'
import { RateId } from './rates.ts'

const Time = Type.String({ format: 'date-time' })
const Token = Type.String({ minLength: 20, maxLength: 4000, pattern: '^[A-Za-z0-9_.-]+$' })

/** What can be done to a piece on request, priced with it. */
export const QuoteOptions = Type.Object({
  size: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  engraving: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  engravingFont: Type.Optional(Type.Enum(['serif', 'italic', 'plain'])),
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
      options: Type.Optional(QuoteOptions),
      quoteToken: Type.Optional(
        Type.String({
          ...Token,
          description: 'A signed quote of this line with these options. While it holds, its price of one is used.'
        })
      )
    }),
    { maxItems: 100 }
  ),
  keep: Type.Boolean({ default: false, description: 'Also signs each line, so that its price can be kept.' })
})

/** What a price of one is made of before tax; discounts are negative, what is nothing is left out. */
const Components = Type.Array(Type.Object({ name: Type.String(), minor: Type.Integer() }))

const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What is sold, as an invoice has to name it. */
export const Article = Type.Object({
  type: Type.String(),
  categories: Type.Array(Slug),
  metal: OrNull(Type.String()),
  purity: OrNull(Type.String()),
  fineness: OrNull(Type.Integer()),
  colour: OrNull(Type.String()),
  size: OrNull(Type.String()),
  grossMg: Type.Integer({ minimum: 0 }),
  netMg: Type.Integer({ minimum: 0 }),
  stones: Type.Array(
    Type.Object({
      kind: Type.String(),
      shape: Type.Optional(Type.String()),
      count: Type.Integer({ minimum: 1 }),
      caratMct: Type.Integer({ minimum: 1, description: 'Of each.' })
    })
  ),
  serial: OrNull(Type.String()),
  huid: OrNull(Type.String()),
  certificates: Type.Array(Type.Object({ lab: Type.String(), number: Type.String() })),
  leadTimeDays: OrNull(Type.Integer()),
  promisedOn: OrNull(Type.String({ format: 'date', description: 'When it is ready, if it is made for this order.' })),
  returnable: Type.Boolean({ description: 'False for what is engraved, or never taken back.' })
})
export const TaxClass = Type.Enum(['jewellery', 'loose-stones', 'coins'])

/** `unitMinor`, `listMinor`, `components` and `breakdown` are of one, `totalMinor` and `taxMinor` of the whole line; tax is in all but `listMinor` and `components`. */
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
  listMinor: Minor,
  components: Components,
  priceReason: PriceReason,
  taxClass: TaxClass,
  options: QuoteOptions,
  article: Article,
  quoteId: Type.Optional(Id),
  quoteToken: Type.Optional(Token),
  quoteExpiresAt: Type.Optional(Time),
  requoted: Type.Optional(Type.Literal(true, { description: 'The token did not hold: this is the price of now.' }))
})
export const QuoteProblem = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'The place of the line in the request.' }),
  slug: Type.Enum(['not-sold', 'out-of-stock', 'piece-needed', 'engraving-not-possible', 'size-not-offered']),
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
/** A price of one that is kept until `expiresAt` for who sends the token along, for whatever quantity. `components` are of one, and with `taxMinor` of one sum up to `unitMinor`. */
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
  components: Components,
  breakdown: Breakdown,
  unitMinor: Minor,
  totalMinor: Minor,
  taxMinor: Minor,
  rate: Type.Union([
    Type.Object({ id: RateId, metal: Metal, fineness: Type.Integer(), minorPerGram: Minor }),
    Type.Null()
  ]),
  priceReason: PriceReason,
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
export type Article = Static<typeof Article>
export type TaxClass = Static<typeof TaxClass>
export type Quote = Static<typeof Quote>
