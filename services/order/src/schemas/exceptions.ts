import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])

export const exceptionKinds = [
  'paid-without-order',
  'captured-but-not-confirmed',
  'confirmed-without-payment',
  'amount-differs',
  'refund-differs',
  'refund-failed',
  'restock-failed',
  'held-without-order',
  'stuck-order',
  'stuck-return'
] as const
export type ExceptionKind = (typeof exceptionKinds)[number]
export const exceptionStatuses = ['open', 'repaired', 'dismissed'] as const

export const ExceptionPath = Type.Object({ exceptionId: Id })
export const Dismissal = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1000 }) })

export const OrderException = Type.Object({
  id: Id,
  kind: Type.Enum(exceptionKinds),
  orderId: OrNull(Id),
  number: OrNull(Type.String()),
  detail: Type.String(),
  facts: Type.Object({}, { additionalProperties: true, description: 'What was compared.' }),
  status: Type.Enum(exceptionStatuses),
  foundAt: At,
  closedAt: OrNull(At),
  closedBy: OrNull(Id),
  reason: OrNull(Type.String())
})
export type OrderException = Static<typeof OrderException>
