import { Type, type Static } from 'typebox'
import { Id } from './designs.ts'

export const NewReservation = Type.Object({
  lines: Type.Array(
    Type.Object({
      variantId: Id,
      pieceId: Type.Optional(Type.Union([Id, Type.Null()])),
      quantity: Type.Integer({ minimum: 1, maximum: 1000 })
    }),
    { minItems: 1, maxItems: 100 }
  ),
  expiresInSeconds: Type.Integer({ minimum: 60, maximum: 3600 })
})
export const Reservation = Type.Object({
  orderId: Id,
  status: Type.Enum(['held', 'committed', 'released']),
  expiresAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()])
})

export type NewReservation = Static<typeof NewReservation>
export type Reservation = Static<typeof Reservation>
