import { Type, type Static } from 'typebox'
import { orderStatuses } from './statuses.ts'

const Id = Type.String({ format: 'uuid' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
const Minor = Type.Integer({ minimum: 0 })
const At = Type.String({ format: 'date-time' })
const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Email = Type.String({ format: 'email', maxLength: 254 })
const Name = text(200)

export const OrderId = Type.Object({ orderId: Id })
export const GuestTokens = Type.Object({
  'order-token': Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'The token of a guest’s order, told when it was placed.' })
  )
})
export const CartToken = Type.Object({
  'cart-token': Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'The token of the guest’s cart that is ordered.' })
  )
})

export const OrderOrCartToken = Type.Object({
  ...GuestTokens.properties,
  'cart-token': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        'The token of the guest’s cart that was ordered, where the order’s own is not known: it is told anew.'
    })
  )
})

export const Address = Type.Object({
  name: Name,
  line1: text(200),
  line2: Type.Optional(text(200)),
  city: text(100),
  region: Type.Optional(text(100)),
  postcode: text(20),
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
  phone: Type.Optional(text(30))
})

export const PaymentMethod = Type.Object({
  provider: Type.Enum(['sandbox', 'stripe', 'bank-transfer']),
  token: Type.String({
    pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$',
    description: 'What the provider gave for the buyer’s means of payment; never a card number.'
  })
})

export const NewOrder = Type.Object({
  cartId: Id,
  email: Email,
  name: Name,
  shippingAddress: Address,
  billingAddress: Type.Optional(Address),
  shippingMethod: Type.Optional(
    Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60, description: 'The code of one of the cart’s.' })
  ),
  expectedTotalMinor: Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'What the buyer saw.'
  }),
  currency: Currency,
  payment: PaymentMethod
})

export const NewPayment = Type.Object({ payment: PaymentMethod })

const TaxPart = Type.Object({ name: Type.String(), minor: Minor })
const anything = (description: string) => Type.Object({}, { additionalProperties: true, description })

export const OrderLine = Type.Object({
  position: Type.Integer({ minimum: 1 }),
  variantId: Id,
  pieceId: OrNull(Id),
  quantity: Type.Integer({ minimum: 1 }),
  engraving: OrNull(Type.String()),
  options: Type.Object({
    size: Type.Optional(Type.String()),
    engraving: Type.Optional(Type.String()),
    engravingFont: Type.Optional(Type.String()),
    giftWrap: Type.Optional(Type.Boolean())
  }),
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
  breakdown: anything('How the price was made, as quoted.'),
  article: Type.Union([anything('What is sold, as an invoice has to name it.'), Type.Null()])
})

export const Shipping = Type.Object({
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
  deliverBy: OrNull(Type.String())
})
export const Promotion = Type.Object({
  promotionId: Id,
  code: OrNull(Type.String()),
  name: Type.String(),
  amountMinor: Minor
})
export const Tax = Type.Object({
  name: Type.String(),
  permyriad: Type.Integer({ minimum: 0 }),
  taxableMinor: Minor,
  minor: Minor
})
export const fulfilments = ['unfulfilled', 'partly-shipped', 'shipped', 'delivered'] as const

export const Order = Type.Object({
  id: Id,
  number: Type.String(),
  status: Type.Enum(orderStatuses),
  reason: OrNull(Type.String({ description: 'Why it was cancelled.' })),
  version: Type.Integer({ minimum: 1 }),
  currency: Currency,
  subtotalMinor: Minor,
  discountMinor: Minor,
  shippingMinor: Minor,
  taxMinor: Minor,
  totalMinor: Type.Integer({ minimum: 0, description: 'subtotalMinor − discountMinor + shippingMinor + taxMinor' }),
  refundedMinor: Minor,
  promotions: Type.Array(Promotion),
  shipping: Type.Union([Shipping, Type.Null()]),
  taxes: Type.Array(Tax),
  taxProfile: OrNull(Type.String()),
  fulfilment: Type.Enum(fulfilments),
  email: Email,
  name: Name,
  shippingAddress: Address,
  billingAddress: Type.Union([Address, Type.Null()]),
  lines: Type.Array(OrderLine),
  payment: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    status: Type.Enum(['pending', 'processing', 'action-needed', 'authorised', 'captured', 'declined', 'voided']),
    declineReason: OrNull(Type.String()),
    action: Type.Union([
      Type.Object(
        { url: Type.Optional(Type.String()), kind: Type.Optional(Type.String()) },
        { additionalProperties: true, description: 'Where the buyer answers the bank, or how to transfer the money.' }
      ),
      Type.Null()
    ])
  }),
  placedAt: At,
  payBy: Type.Union([At, Type.Null()], { description: 'An order that is not paid by then is cancelled.' }),
  confirmedAt: OrNull(At),
  cancelledAt: OrNull(At),
  token: Type.Optional(
    Type.String({
      description: 'Only in the answer that placed a guest’s order, and to who asks for it with the cart’s token.'
    })
  )
})

export type Address = Static<typeof Address>
export type PaymentMethod = Static<typeof PaymentMethod>
export type NewOrder = Static<typeof NewOrder>
export type OrderLine = Static<typeof OrderLine>
export type Shipping = Static<typeof Shipping>
export type Promotion = Static<typeof Promotion>
export type Tax = Static<typeof Tax>
export type Fulfilment = (typeof fulfilments)[number]
export type Order = Static<typeof Order>
