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
  expiresInSeconds: Type.Integer({ minimum: 60, maximum: 604_800 })
})
export const Reservation = Type.Object({
  orderId: Id,
  status: Type.Enum(['held', 'committed', 'released']),
  expiresAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()])
})

export const ListedReservation = Type.Object({
  orderId: Id,
  status: Type.Enum(['held', 'committed', 'released', 'expired']),
  expiresAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  createdAt: Type.String({ format: 'date-time' })
})
export const reservationQuery = {
  status: Type.Enum(['held', 'committed', 'released', 'expired'], { default: 'held' }),
  olderThanSeconds: Type.Integer({ minimum: 0, maximum: 31_536_000, default: 0 })
}

export type ListedReservation = Static<typeof ListedReservation>
export type NewReservation = Static<typeof NewReservation>
export type Reservation = Static<typeof Reservation>
