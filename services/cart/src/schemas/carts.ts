import { Type, type Static, type TSchema } from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
const Quantity = Type.Integer({ minimum: 1, maximum: 20 })
const Engraving = Type.String({ minLength: 1, maxLength: 60 })
export const Minor = Type.Integer({ minimum: 0 })
export const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const CartId = Type.Object({ cartId: Id })
export const LineId = Type.Object({ cartId: Id, lineId: Id })
export const GuestToken = Type.Object({
  'cart-token': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'The token of a guest’s cart, told once when it was made.'
    })
  )
})

/** What can be done to an article on request. */
export const Options = Type.Object({
  size: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  engraving: Type.Optional(Engraving),
  giftWrap: Type.Optional(Type.Boolean())
})

export const NewCart = Type.Object({ currency: Type.Optional(Currency) })
export const NewLine = Type.Object({
  variantId: Id,
  pieceId: Type.Optional(OrNull(Id)),
  quantity: Quantity,
  engraving: Type.Optional(OrNull(Engraving))
})
export const LineChange = Type.Object({ quantity: Quantity })

/** One tax of a line or of shipping. */
export const TaxPart = Type.Object({ name: Type.String(), minor: Minor })
/** One tax of a whole cart: a multiple of a quarter of a ten-thousandth, as some states have 6.625 %. */
export const Tax = Type.Object({
  name: Type.String(),
  permyriad: Type.Number({ minimum: 0, maximum: 10_000 }),
  taxableMinor: Minor,
  minor: Minor
})

/** What an article is, as product says it, passed through. */
export const Article = Type.Object(
  {
    type: Type.String(),
    categories: Type.Array(Type.String()),
    metal: OrNull(Type.String()),
    grossMg: Minor,
    leadTimeDays: OrNull(Type.Integer()),
    promisedOn: OrNull(Type.String())
  },
  { additionalProperties: true }
)

const LineProblem = Type.Object({
  slug: Type.String({
    description: 'Why this line cannot be bought as it is: not-sold, out-of-stock or piece-needed.'
  }),
  detail: Type.String()
})

export const CartLine = Type.Object({
  id: Id,
  variantId: Id,
  pieceId: OrNull(Id),
  quantity: Quantity,
  engraving: OrNull(Engraving),
  title: Type.String(),
  slug: Type.String(),
  imageUrl: OrNull(Type.String()),
  unitMinor: OrNull(Minor),
  totalMinor: OrNull(Minor),
  problem: Type.Union([LineProblem, Type.Null()])
})

export const Cart = Type.Object({
  id: Id,
  status: Type.Enum(['open', 'ordered']),
  currency: Currency,
  version: Type.Integer({ minimum: 1 }),
  lines: Type.Array(CartLine),
  subtotalMinor: OrNull(Minor),
  taxMinor: OrNull(Minor),
  totalMinor: OrNull(Minor),
  problems: Type.Array(
    Type.Object({
      lineId: OrNull(Id),
      slug: Type.String({ description: 'That of a line, or prices-unavailable.' }),
      detail: Type.String()
    })
  ),
  token: Type.Optional(Type.String({ description: 'Only in the answer that made a guest’s cart.' }))
})

/** What another service may know of a cart: no prices, which are product's to say. */
export const CartContent = Type.Object({
  id: Id,
  status: Type.Enum(['open', 'ordered']),
  currency: Currency,
  version: Type.Integer({ minimum: 1 }),
  userId: OrNull(Id),
  lines: Type.Array(
    Type.Object({ variantId: Id, pieceId: OrNull(Id), quantity: Quantity, engraving: OrNull(Engraving) })
  )
})

export type NewCart = Static<typeof NewCart>
export type NewLine = Static<typeof NewLine>
export type CartLine = Static<typeof CartLine>
export type Cart = Static<typeof Cart>
export type CartContent = Static<typeof CartContent>
