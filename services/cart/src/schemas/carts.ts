import { Type, type Static, type TSchema } from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
export const Minor = Type.Integer({ minimum: 0 })
export const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Quantity = Type.Integer({ minimum: 1, maximum: 20 })
/** Text without control characters, characters that turn the direction of others, or such as have no meaning. */
const visible = '^[^\\p{Cc}\\p{Co}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069]*$'
const Engraving = Type.String({ minLength: 1, maxLength: 200, pattern: visible })
const GiftNote = Type.String({ minLength: 1, maxLength: 300, pattern: visible })
const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' })

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
  engravingFont: Type.Optional(
    Type.Enum(['serif', 'italic', 'plain'], { description: 'The face of the engraving; nothing without one.' })
  ),
  giftWrap: Type.Optional(Type.Boolean())
})

export const NewLine = Type.Object({
  variantId: Id,
  pieceId: Type.Optional(OrNull(Id)),
  quantity: Quantity,
  options: Type.Optional(Options),
  giftNote: Type.Optional(OrNull(GiftNote)),
  engraving: Type.Optional(
    Type.Union([Engraving, Type.Null()], { description: 'The former place of options.engraving.' })
  )
})
export const NewCart = Type.Object({
  currency: Type.Optional(Currency),
  line: Type.Optional(Type.Object(NewLine.properties, { description: 'What is put into it at once.' }))
})
export const LineChange = Type.Object(
  { quantity: Type.Optional(Quantity), giftNote: Type.Optional(OrNull(GiftNote)) },
  { minProperties: 1 }
)
export const Saved = Type.Object({ saved: Type.Boolean() })

export const Destination = Type.Object({
  country: Country,
  region: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  postcode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 }))
})
export const MethodChoice = Type.Object({ code: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }) })
export const CouponCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) })
export const CouponPath = Type.Object({ cartId: Id, code: Type.String({ minLength: 1, maxLength: 200 }) })
export const Shown = Type.Object({
  prices: Type.Optional(
    Type.Enum(['net', 'gross'], {
      description: 'Whether prices are shown with tax; as is usual at the destination unless told.'
    })
  )
})

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
    description:
      'Why this line cannot be bought as it is: not-sold, out-of-stock, piece-needed, engraving-not-possible, size-not-offered; or price-changed, until the new price is accepted.'
  }),
  detail: Type.String(),
  formerMinor: Type.Optional(Type.Integer({ minimum: 0, description: 'Of one, as the cart’s prices are shown.' })),
  nowMinor: Type.Optional(Minor)
})

/** `unitMinor` is of one before discounts, with tax or without as `prices` of the cart says; `totalMinor` is of the whole line, after discounts, with tax. */
export const CartLine = Type.Object({
  id: Id,
  variantId: Id,
  pieceId: OrNull(Id),
  quantity: Quantity,
  options: Options,
  engraving: OrNull(Type.String()),
  giftNote: OrNull(Type.String()),
  title: Type.String(),
  slug: Type.String(),
  imageUrl: OrNull(Type.String()),
  unitMinor: OrNull(Minor),
  listMinor: OrNull(Minor),
  discountMinor: OrNull(Minor),
  taxMinor: OrNull(Minor),
  totalMinor: OrNull(Minor),
  shownMinor: Type.Union([Minor, Type.Null()], { description: 'The whole line as the cart’s prices are shown.' }),
  priceKeptUntil: OrNull(Type.String({ format: 'date-time' })),
  problem: OrNull(LineProblem)
})

export const ShippingChoice = Type.Object({
  code: Type.String(),
  name: Type.String(),
  insured: Type.Boolean(),
  signature: Type.Boolean(),
  parcels: Type.Integer({
    minimum: 1,
    description: 'More than one when the value is above what a parcel is insured for.'
  }),
  listMinor: Minor,
  discountMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
  shownMinor: Minor,
  deliverBy: OrNull(Type.String({ format: 'date' }))
})
export const ShippingChoices = Type.Object({ items: Type.Array(ShippingChoice) })

const nullable = 'null while prices cannot be told'

export const Cart = Type.Object({
  id: Id,
  status: Type.Enum(['open', 'ordered']),
  orderId: Type.Union([Id, Type.Null()], {
    description: 'The order that is being made of it, or that it became in the last 30 days.'
  }),
  currency: Currency,
  version: Type.Integer({ minimum: 1 }),
  prices: Type.Enum(['net', 'gross']),
  lines: Type.Array(CartLine),
  savedLines: Type.Array(CartLine, { description: 'Kept for later: not bought, and in no sum.' }),
  destination: Type.Object({
    country: Country,
    region: OrNull(Type.String()),
    postcode: OrNull(Type.String()),
    isAssumed: Type.Boolean({ description: 'Nobody has told one: it is the shop’s own.' })
  }),
  shipping: OrNull(ShippingChoice),
  promotions: Type.Array(
    Type.Object({
      promotionId: Id,
      code: OrNull(Type.String()),
      name: Type.String(),
      amountMinor: Minor,
      why: Type.String()
    })
  ),
  coupons: Type.Array(
    Type.Object({
      code: Type.String(),
      applies: Type.Boolean(),
      reason: OrNull(Type.String()),
      detail: OrNull(Type.String())
    })
  ),
  taxes: Type.Array(Tax),
  subtotalMinor: Type.Union([Minor, Type.Null()], { description: `Before discounts and tax; ${nullable}.` }),
  discountMinor: OrNull(Minor),
  shippingMinor: OrNull(Minor),
  taxMinor: OrNull(Minor),
  totalMinor: OrNull(Minor),
  problems: Type.Array(
    Type.Object({
      lineId: OrNull(Id),
      slug: Type.String({
        description: 'That of a line, or prices-unavailable, cannot-ship-there, shipping-method-not-possible.'
      }),
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
    Type.Object({ variantId: Id, pieceId: OrNull(Id), quantity: Quantity, engraving: OrNull(Type.String()) })
  )
})

export type Options = Static<typeof Options>
export type NewCart = Static<typeof NewCart>
export type NewLine = Static<typeof NewLine>
export type LineChange = Static<typeof LineChange>
export type Destination = Static<typeof Destination>
export type CartLine = Static<typeof CartLine>
export type ShippingChoice = Static<typeof ShippingChoice>
export type Cart = Static<typeof Cart>
export type CartContent = Static<typeof CartContent>
export type Prices = Cart['prices']
