import { Type, type Static } from 'typebox'
import { OrderPath } from './payments.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])
const amountMinor = Type.Integer({ minimum: 1, maximum: 999_999_999_999 })

export const refundStatuses = ['waiting', 'processing', 'refunded', 'failed', 'refused'] as const

export const RefundIdPath = Type.Object({ refundId: Id })
export const RefundPath = Type.Object({ ...OrderPath.properties, refundId: Id })

export const NewRefund = Type.Object({
  amountMinor,
  currency: Currency,
  reason: Type.String({ minLength: 1, maxLength: 200 })
})
export type NewRefund = Static<typeof NewRefund>

export const NewPeerRefund = Type.Object({
  orderId: Id,
  ...NewRefund.properties,
  requestedBy: Type.Optional(
    Type.String({ format: 'uuid', description: 'The member of staff who asked for it, and so may not approve it.' })
  )
})
export type NewPeerRefund = Static<typeof NewPeerRefund>

/** A refund as the services that ask for one see it. */
export const PeerRefund = Type.Object({
  refundId: Id,
  orderId: Id,
  amountMinor,
  status: Type.Enum(['pending', 'awaiting-approval', 'done', 'failed'], {
    description: '`pending` goes on by itself, `done` and `failed` are for good.'
  })
})
export type PeerRefund = Static<typeof PeerRefund>

export const Refund = Type.Object({
  id: Id,
  orderId: Id,
  amountMinor,
  currency: Currency,
  reason: Type.String(),
  status: Type.Enum(refundStatuses, { description: '`waiting` is for a second person’s approval.' }),
  requestedBy: Type.String(),
  decidedBy: TextOrNull,
  failReason: TextOrNull,
  createdAt: At,
  changedAt: At
})
export type Refund = Static<typeof Refund>

export const RefundDecision = Type.Object({ outcome: Type.Enum(['approve', 'refuse']) })
export type RefundDecision = Static<typeof RefundDecision>
