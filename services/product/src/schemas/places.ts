import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Name = Type.String({ minLength: 1, maxLength: 120 })
const Note = Type.String({ maxLength: 1000 })
const Count = Type.Integer({ minimum: 0 })
const Mg = Type.Integer({ minimum: 0, description: 'Milligrams.' })
const Serial = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{3,39}$' })
const Time = Type.String({ format: 'date-time' })

export const PlaceKind = Type.Enum(['shop', 'safe', 'workshop', 'memo', 'laboratory', 'transit', 'other'], {
  description: '`memo` is with a customer or a dealer, on approval.'
})
export const PlaceName = Type.Object({ id: Id, name: Name, kind: PlaceKind })
/** A place, with what lies there by what is noted: pieces that are not sold. */
export const Place = Type.Object({
  ...PlaceName.properties,
  note: Note,
  pieces: Count,
  grossMg: Mg,
  netMg: Mg,
  version: Type.Integer({ minimum: 1 })
})
export const Places = Type.Object({ items: Type.Array(Place) })
export const NewPlace = Type.Object({ name: Name, kind: PlaceKind, note: Type.Optional(Note) })
export const PlaceChange = Type.Object(
  { name: Type.Optional(Name), kind: Type.Optional(PlaceKind), note: Type.Optional(Note) },
  { minProperties: 1 }
)

/** What was scanned at a place; a weight is compared where there is one. */
export const NewStockTake = Type.Object({
  scanned: Type.Array(Type.Object({ serial: Serial, grossMg: Type.Optional(Mg) }), { maxItems: 10_000 })
})
const Found = Type.Object({ pieceId: Id, serial: Serial, sku: Type.String(), grossMg: Mg })
export const StockTake = Type.Object({
  id: Id,
  placeId: Id,
  expected: Type.Object({ count: Count, grossMg: Mg, netMg: Mg }),
  found: Type.Object({ count: Count, grossMg: Mg }),
  ok: Count,
  missing: Type.Array(Found),
  unexpected: Type.Array(
    Type.Object({
      serial: Serial,
      reason: Type.Enum(['not-known', 'elsewhere', 'sold', 'scanned-twice']),
      place: Type.Union([PlaceName, Type.Null()])
    })
  ),
  weightDiffers: Type.Array(Type.Object({ serial: Serial, grossMg: Mg, scannedMg: Mg })),
  madeBy: Id,
  at: Time
})
export const StockTakeSummary = Type.Object({
  id: Id,
  expected: Count,
  ok: Count,
  missing: Count,
  unexpected: Count,
  weightDiffers: Count,
  madeBy: Id,
  at: Time
})

export type Place = Static<typeof Place>
export type NewPlace = Static<typeof NewPlace>
export type PlaceChange = Static<typeof PlaceChange>
export type NewStockTake = Static<typeof NewStockTake>
export type StockTake = Static<typeof StockTake>
export type StockTakeResult = Omit<StockTake, 'id' | 'placeId' | 'madeBy' | 'at'>
export type StockTakeSummary = Static<typeof StockTakeSummary>
