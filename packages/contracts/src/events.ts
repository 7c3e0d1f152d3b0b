import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Email = Type.String({ format: 'email' })
const Minor = Type.Integer({ minimum: 0 })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])

const person = { userId: Id, email: Email, name: Type.String() }
/** What a mail leads to; who holds it may do what the mail is for. */
const Link = Type.String()

const order = {
  orderId: Id,
  number: Type.String(),
  userId: OrNull(Id),
  email: Email,
  name: Type.String(),
  totalMinor: Minor,
  currency: Currency
}

/** The event catalogue: every topic, what it says, who hears it, and whether its payload is secret. Topics begin with the name of the service that publishes them. */
export const events = {
  'auth.registered': {
    data: Type.Object(person),
    heardBy: ['user', 'notification']
  },
  'auth.registered-again': {
    data: Type.Object(
      { email: Email, name: Type.String() },
      { description: 'Somebody registered with an e-mail whose owner, who is called `name`, has an account.' }
    ),
    heardBy: ['notification']
  },
  'auth.verification-requested': {
    data: Type.Object({ ...person, link: Link }),
    heardBy: ['notification'],
    secret: true
  },
  'auth.password-reset-requested': {
    data: Type.Object({ ...person, link: Link }),
    heardBy: ['notification'],
    secret: true
  },
  'auth.password-changed': {
    data: Type.Object(person),
    heardBy: ['notification']
  },
  'auth.email-change-requested': {
    data: Type.Object({ ...person, link: Link }, { description: '`email` is the one that is to be confirmed.' }),
    heardBy: ['notification'],
    secret: true
  },
  'auth.email-changed': {
    data: Type.Object({ ...person, formerEmail: Email }),
    heardBy: ['user', 'notification']
  },
  'auth.second-factor-changed': {
    data: Type.Object({ ...person, enrolled: Type.Boolean() }),
    heardBy: ['notification']
  },
  'auth.signed-in-anew': {
    data: Type.Object(
      { ...person, device: Type.String(), at: Type.String({ format: 'date-time' }) },
      { description: 'Somebody signed in from a device that this account had not been used from.' }
    ),
    heardBy: ['notification']
  },
  'auth.staff-invited': {
    data: Type.Object({ email: Email, roles: Type.Array(Type.String()), link: Link }),
    heardBy: ['notification'],
    secret: true
  },
  'auth.email-verified': {
    data: Type.Object({ userId: Id, email: Email, verifiedAt: Type.String({ format: 'date-time' }) }),
    heardBy: ['notification', 'order', 'user']
  },
  'cart.abandoned': {
    data: Type.Object({
      cartId: Id,
      userId: Id,
      lines: Type.Array(
        Type.Object({ title: Type.String(), slug: Type.String(), quantity: Type.Integer({ minimum: 1 }) })
      )
    }),
    heardBy: ['notification']
  },
  'category.renamed': {
    data: Type.Object(
      { categoryId: Id, slug: Type.String(), formerSlug: Type.String() },
      { description: 'The slug, by which designs name it, is another.' }
    ),
    heardBy: ['notification', 'product', 'gateway']
  },
  'notification.unsubscribed': {
    data: Type.Object(
      {
        userId: Id,
        channel: Type.String(),
        topic: Type.String(),
        unsubscribedAt: Type.String({ format: 'date-time' })
      },
      { description: 'A person said no by the link of a mail.' }
    ),
    heardBy: ['user']
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
    heardBy: ['cart', 'notification']
  },
  'order.shipped': {
    data: Type.Object({
      ...order,
      shipmentId: Id,
      carrier: Type.String(),
      trackingNumber: OrNull(Type.String()),
      trackingUrl: OrNull(Type.String()),
      lines: Type.Array(Type.Object({ title: Type.String(), quantity: Type.Integer({ minimum: 1 }) }))
    }),
    heardBy: ['notification']
  },
  'order.delivered': {
    data: Type.Object({ ...order, shipmentId: Id }),
    heardBy: ['notification']
  },
  'order.returned': {
    data: Type.Object({
      ...order,
      returnId: Id,
      lines: Type.Array(Type.Object({ title: Type.String(), quantity: Type.Integer({ minimum: 1 }) }))
    }),
    heardBy: ['notification']
  },
  'order.exception-found': {
    data: Type.Object(
      { exceptionId: Id, kind: Type.String(), orderId: OrNull(Id), detail: Type.String() },
      { description: 'Something that a member of staff has to look at.' }
    ),
    heardBy: ['notification']
  },
  'order.refunded': {
    data: Type.Object(
      { ...order, refundId: Id, amountMinor: Minor, refundedMinor: Minor },
      { description: '`amountMinor` was given back now, `refundedMinor` all in all.' }
    ),
    heardBy: ['notification']
  },
  'payment.changed': {
    data: Type.Object({ orderId: Id, attempt: Type.Integer({ minimum: 1 }), status: Type.String() }),
    heardBy: ['order']
  },
  'payment.exception-found': {
    data: Type.Object({ exceptionId: Id, kind: Type.String(), orderId: OrNull(Id), detail: Type.String() }),
    heardBy: ['notification']
  },
  'payment.refunded': {
    data: Type.Object({ orderId: Id, refundId: Id, amountMinor: Minor, currency: Currency }),
    heardBy: ['order']
  },
  'product.counted': {
    data: Type.Object(
      { counts: Type.Array(Type.Object({ category: Type.String(), designs: Type.Integer({ minimum: 0 }) })) },
      { description: 'How many designs of these categories can be bought now.' }
    ),
    heardBy: ['category', 'notification', 'gateway']
  },
  'product.restocked': {
    data: Type.Object(
      { variantId: Id, sku: Type.String(), slug: Type.String(), title: Type.String() },
      { description: 'What could not be bought can be again.' }
    ),
    heardBy: ['notification', 'gateway']
  },
  'product.prices-dropped': {
    data: Type.Object({
      currency: Currency,
      designs: Type.Array(
        Type.Object({ slug: Type.String(), title: Type.String(), fromMinor: Minor, formerMinor: Minor }),
        { maxItems: 500 }
      )
    }),
    heardBy: ['notification', 'gateway']
  },
  'product.repriced': {
    data: Type.Object(
      { metal: Type.String(), purity: Type.String(), designs: Type.Integer({ minimum: 0 }) },
      { description: '`purity` is the fineness of the rate that came into force, in parts of 1,000.' }
    ),
    heardBy: ['notification', 'gateway']
  },
  'user.changed': {
    data: Type.Object(
      {
        userId: Id,
        name: Type.String(),
        locale: Type.String(),
        groups: Type.Array(Type.String()),
        phone: Type.Optional(OrNull(Type.String()))
      },
      { description: 'How a person is called, in which language, and to which groups of customers they belong.' }
    ),
    heardBy: ['cart', 'notification']
  },
  'user.date-due': {
    data: Type.Object({ userId: Id, dateId: Id, kind: Type.String(), name: Type.String(), on: Type.String() }),
    heardBy: ['notification']
  },
  'user.consent-changed': {
    data: Type.Object({
      userId: Id,
      changes: Type.Array(Type.Object({ channel: Type.String(), topic: Type.String(), granted: Type.Boolean() })),
      changedAt: Type.String({ format: 'date-time' })
    }),
    heardBy: ['notification']
  }
} as const

type Payloads = { [T in keyof typeof events]: Static<(typeof events)[T]['data']> }

declare module '@lumora/kit/events' {
  interface Topics extends Payloads {}
}
