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
  provider: Type.Enum(['sandbox', 'stripe']),
  token: Type.String({
    pattern: '^[A-Za-z][A-Za-z0-9_-]{0,199}$',
    description: 'What the provider gave for the buyer’s means of payment; never a card number.'
  })
})

export const NewOrder = Type.Object({
  cartId: Id,
  email: Email,
  name: Name,
  shippingAddress: Address,
  expectedTotalMinor: Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'What the buyer saw.'
  }),
  currency: Currency,
  payment: PaymentMethod
})

export const NewPayment = Type.Object({ payment: PaymentMethod })

export const OrderLine = Type.Object({
  variantId: Id,
  pieceId: OrNull(Id),
  quantity: Type.Integer({ minimum: 1 }),
  engraving: OrNull(Type.String()),
  sku: Type.String(),
  title: Type.String(),
  slug: Type.String(),
  imageUrl: OrNull(Type.String()),
  unitMinor: Minor,
  totalMinor: Minor,
  taxMinor: Minor,
  breakdown: Type.Object({}, { additionalProperties: true, description: 'How the price was made, as quoted.' })
})

export const Order = Type.Object({
  id: Id,
  number: Type.String(),
  status: Type.Enum(orderStatuses),
  reason: OrNull(Type.String({ description: 'Why it was cancelled.' })),
  version: Type.Integer({ minimum: 1 }),
  currency: Currency,
  subtotalMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
  refundedMinor: Minor,
  email: Email,
  name: Name,
  shippingAddress: Address,
  lines: Type.Array(OrderLine),
  payment: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    status: Type.Enum(['pending', 'processing', 'action-needed', 'authorised', 'captured', 'declined', 'voided']),
    declineReason: OrNull(Type.String()),
    action: Type.Union([Type.Object({ url: Type.String() }), Type.Null()])
  }),
  placedAt: At,
  payBy: Type.Union([At, Type.Null()], { description: 'An order that is not paid by then is cancelled.' }),
  confirmedAt: OrNull(At),
  cancelledAt: OrNull(At),
  token: Type.Optional(Type.String({ description: 'Only in the answer that placed a guest’s order.' }))
})

export type Address = Static<typeof Address>
export type PaymentMethod = Static<typeof PaymentMethod>
export type NewOrder = Static<typeof NewOrder>
export type OrderLine = Static<typeof OrderLine>
export type Order = Static<typeof Order>
