import { Type, type Static } from 'typebox'
import { Certificate, Id, NewPiece } from './designs.ts'
import { alt, Picture } from './media.ts'
import { PlaceName } from './places.ts'

const Mg = Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'Milligrams.' })
const Huid = Type.String({ pattern: '^[A-Z0-9]{6}$' })
const Holder = Type.String({
  minLength: 1,
  maxLength: 120,
  description: 'Who has it: a person, a workshop, a carrier.'
})
const Reason = Type.String({ minLength: 1, maxLength: 200 })
const certificates = Type.Array(Certificate, { maxItems: 10 })
const OrNull = <T extends ReturnType<typeof Type.String> | typeof PlaceName>(schema: T) =>
  Type.Union([schema, Type.Null()])

export const PieceStatus = Type.Enum(['in-stock', 'reserved', 'sold', 'withdrawn'])
/** A piece as staff see it. A weight that is not its own is its variant's. */
export const StoredPiece = Type.Object({
  id: Id,
  variantId: Id,
  sku: Type.String(),
  serial: NewPiece.properties.serial,
  huid: OrNull(Type.String()),
  certificates: Type.Array(Certificate),
  grossMg: Mg,
  netMg: Mg,
  place: OrNull(PlaceName),
  holder: OrNull(Type.String()),
  photos: Type.Array(Picture),
  status: PieceStatus,
  version: Type.Integer({ minimum: 1 })
})
export const AddedPiece = Type.Object({
  ...NewPiece.properties,
  grossMg: Type.Optional(Mg),
  netMg: Type.Optional(Mg),
  placeId: Type.Optional(Id)
})
export const PieceChange = Type.Object(
  {
    huid: Type.Optional(Type.Union([Huid, Type.Null()])),
    certificates: Type.Optional(certificates),
    grossMg: Type.Optional(Mg),
    netMg: Type.Optional(Mg)
  },
  { minProperties: 1 }
)
export const PieceMove = Type.Object({ reason: Reason })
export const NewCustody = Type.Object({
  placeId: Type.Union([Id, Type.Null()]),
  holder: Type.Optional(OrNull(Holder)),
  reason: Reason
})
export const Custody = Type.Object({
  id: Type.Integer(),
  place: OrNull(PlaceName),
  holder: OrNull(Type.String()),
  reason: Type.String(),
  madeBy: Id,
  at: Type.String({ format: 'date-time' })
})
export const PiecePhotos = Type.Object({
  items: Type.Array(Type.Object({ mediaId: Id, alt }), { maxItems: 20, description: 'In the order to show them in.' })
})
export const pieceQuery = {
  status: Type.Optional(PieceStatus),
  place: Type.Optional(Id),
  serial: Type.Optional(NewPiece.properties.serial),
  huid: Type.Optional(Huid),
  variant: Type.Optional(Id)
}

export type StoredPiece = Static<typeof StoredPiece>
export type AddedPiece = Static<typeof AddedPiece>
export type PieceChange = Static<typeof PieceChange>
export type NewCustody = Static<typeof NewCustody>
export type Custody = Static<typeof Custody>
export type PiecePhotos = Static<typeof PiecePhotos>
export interface PieceFilter {
  status?: StoredPiece['status']
  place?: string
  serial?: string
  huid?: string
  variant?: string
}
