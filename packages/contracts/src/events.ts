import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Email = Type.String({ format: 'email' })
const Minor = Type.Integer({ minimum: 0 })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])

const order = {
  orderId: Id,
  number: Type.String(),
  userId: OrNull(Id),
  email: Email,
  name: Type.String(),
  totalMinor: Minor,
  currency: Currency
}

/** The event catalogue: every topic, what it says, and who hears it. Topics begin with the name of the service that publishes them. */
export const events = {
  'auth.registered': {
    data: Type.Object({ userId: Id, email: Email, name: Type.String() }),
    heardBy: ['user', 'notification']
  },
  'auth.email-verified': {
    data: Type.Object({ userId: Id, email: Email, verifiedAt: Type.String({ format: 'date-time' }) }),
    heardBy: ['order', 'user']
  },
  'order.confirmed': {
    data: Type.Object({
      ...order,
      cartId: Id,
      lines: Type.Array(
        Type.Object({ title: Type.String(), quantity: Type.Integer({ minimum: 1 }), totalMinor: Minor })
      )
    }),
    heardBy: ['cart', 'notification']
  },
  'order.payment-failed': {
    data: Type.Object({ ...order, reason: Type.String() }),
    heardBy: ['notification']
  },
  'order.cancelled': {
    data: Type.Object({ ...order, reason: Type.String() }),
    heardBy: ['notification']
  },
  'payment.changed': {
    data: Type.Object({ orderId: Id, attempt: Type.Integer({ minimum: 1 }), status: Type.String() }),
    heardBy: ['order']
  }
} as const

type Payloads = { [T in keyof typeof events]: Static<(typeof events)[T]['data']> }

declare module '@lumora/kit/events' {
  interface Topics extends Payloads {}
}
