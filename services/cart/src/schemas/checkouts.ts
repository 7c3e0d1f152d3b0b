import { Type, type Static } from 'typebox'
import { Article, Currency, Id, Minor, Options, OrNull, Tax, TaxPart } from './carts.ts'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const OrderPath = Type.Object({ orderId: Id })

export const NewCheckout = Type.Object({
  cartId: Id,
  userId: OrNull(Id),
  email: Type.String({ format: 'email', maxLength: 254 }),
  shippingAddress: Type.Object(
    {
      country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
      region: Type.Optional(text(100)),
      postcode: text(20)
    },
    {
      additionalProperties: true,
      description: 'Only country, region and postcode count here, and nothing of it is kept.'
    }
  ),
  shippingMethod: Type.Optional(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })),
  currency: Currency,
  expectedTotalMinor: Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'What the buyer saw.'
  }),
  holdSeconds: Type.Integer({
    minimum: 60,
    maximum: 1_209_600,
    description: 'How long the promotions are held for an order of which nothing is heard.'
  })
})

/** `…Minor` are of the whole line but `unitMinor`, which is of one, with tax and before discounts. */
export const CheckoutLine = Type.Object({
  variantId: Id,
  pieceId: OrNull(Id),
  quantity: Type.Integer({ minimum: 1 }),
  options: Options,
  giftNote: OrNull(Type.String()),
  sku: Type.String(),
  title: Type.String(),
  slug: Type.String(),
  imageUrl: OrNull(Type.String()),
  unitMinor: Minor,
  listMinor: Minor,
  discountMinor: Minor,
  taxableMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
  taxes: Type.Array(TaxPart),
  breakdown: Type.Object({}, { additionalProperties: true, description: 'How the price of one was made, as quoted.' }),
  article: Article
})

/** A cart as it is ordered: frozen, with everything summed. `totalMinor` = `subtotalMinor` − `discountMinor` + `shippingMinor` + `taxMinor`. */
export const Checkout = Type.Object({
  orderId: Id,
  cartId: Id,
  currency: Currency,
  lines: Type.Array(CheckoutLine),
  promotions: Type.Array(
    Type.Object({ promotionId: Id, code: OrNull(Type.String()), name: Type.String(), amountMinor: Minor })
  ),
  shipping: OrNull(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      insured: Type.Boolean(),
      signature: Type.Boolean(),
      parcels: Type.Integer({ minimum: 1 }),
      listMinor: Minor,
      discountMinor: Minor,
      taxableMinor: Minor,
      taxMinor: Minor,
      totalMinor: Minor,
      deliverBy: OrNull(Type.String({ format: 'date' }))
    })
  ),
  taxes: Type.Array(Tax),
  taxProfile: Type.String(),
  subtotalMinor: Minor,
  discountMinor: Minor,
  shippingMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor
})

export type NewCheckout = Static<typeof NewCheckout>
export type Checkout = Static<typeof Checkout>
