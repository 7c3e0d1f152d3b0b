import { Type, type Static } from 'typebox'
import { Certificate, Id, NewPiece } from './designs.ts'

/** A piece as staff see it. */
export const StoredPiece = Type.Object({
  id: Id,
  variantId: Id,
  serial: NewPiece.properties.serial,
  huid: Type.Union([Type.String(), Type.Null()]),
  certificates: Type.Array(Certificate),
  status: Type.Enum(['in-stock', 'reserved', 'sold', 'withdrawn']),
  version: Type.Integer({ minimum: 1 })
})
export const PieceChange = Type.Object(
  {
    huid: Type.Optional(Type.Union([Type.String({ pattern: '^[A-Z0-9]{6}$' }), Type.Null()])),
    certificates: Type.Optional(Type.Array(Certificate, { maxItems: 10 }))
  },
  { minProperties: 1 }
)
export const PieceMove = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200 }) })

export type StoredPiece = Static<typeof StoredPiece>
export type PieceChange = Static<typeof PieceChange>
