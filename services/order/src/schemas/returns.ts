import { Type, type Static } from 'typebox'
import { Position, Serials } from './shipments.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const OrNull = <T extends ReturnType<typeof Type.Integer>>(schema: T) => Type.Union([schema, Type.Null()])
const AtOrNull = Type.Union([At, Type.Null()])
const TextOrNull = Type.Union([Type.String(), Type.Null()])
const quantity = Type.Integer({ minimum: 1, maximum: 1000 })
const Minor = Type.Integer({ minimum: 0 })
const Condition = Type.Enum(['as-new', 'worn', 'damaged', 'not-ours'])

export const returnStatuses = ['requested', 'approved', 'refused', 'received', 'done'] as const
export const ReturnPath = Type.Object({ orderId: Id, returnId: Id })

export const NewReturn = Type.Object({
  reason: Type.String({ minLength: 1, maxLength: 1000 }),
  lines: Type.Array(Type.Object({ position: Position, quantity }), { minItems: 1, maxItems: 100 })
})

export const Decision = Type.Object({
  approve: Type.Boolean(),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
})

export const Receipt = Type.Object({
  lines: Type.Array(
    Type.Object({
      position: Position,
      quantity: Type.Integer({ minimum: 0, maximum: 1000, description: 'So many have come.' }),
      condition: Condition,
      restock: Type.Boolean({ description: 'To be sold again.' }),
      refund: Type.Boolean({ default: true, description: 'Whether their price is given back.' }),
      weightMg: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'Of all that have come, in milligrams.' })
      ),
      serials: Type.Optional(Serials)
    }),
    { minItems: 1, maxItems: 100 }
  ),
  refundShipping: Type.Boolean({ default: false }),
  acceptWeight: Type.Boolean({ default: false, description: 'Somebody has looked at a weight that differs.' })
})

export const Return = Type.Object({
  id: Id,
  orderId: Id,
  kind: Type.Enum(['return', 'cancellation']),
  status: Type.Enum(returnStatuses),
  reason: Type.String(),
  note: TextOrNull,
  byStaff: Type.Boolean(),
  refundMinor: Minor,
  refundStatus: Type.Union([Type.Enum(['pending', 'awaiting-approval', 'done', 'failed']), Type.Null()]),
  shippingRefunded: Type.Boolean(),
  lines: Type.Array(
    Type.Object({
      position: Position,
      title: Type.String(),
      quantity: Type.Integer({ minimum: 1 }),
      received: OrNull(Type.Integer({ minimum: 0 })),
      condition: TextOrNull,
      restock: Type.Union([Type.Boolean(), Type.Null()]),
      weightMg: OrNull(Type.Integer({ minimum: 0 })),
      refundMinor: Minor
    })
  ),
  requestedAt: At,
  decidedAt: AtOrNull,
  receivedAt: AtOrNull,
  doneAt: AtOrNull
})
export const Returns = Type.Object({ items: Type.Array(Return) })

export type NewReturn = Static<typeof NewReturn>
export type Decision = Static<typeof Decision>
export type Receipt = Static<typeof Receipt>
export type Return = Static<typeof Return>
