import { Type, type Static } from 'typebox'
import { Address } from './orders.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])
const code = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 ._/-]*$', maxLength })
/** The place of a line in its order, from 1. */
export const Position = Type.Integer({ minimum: 1, maximum: 1000 })
export const Serials = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
  maxItems: 100,
  description: 'As scanned from the pieces.'
})

export const ShipmentPath = Type.Object({ orderId: Id, shipmentId: Id })

export const NewShipment = Type.Object({
  carrier: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  trackingNumber: Type.Optional(code(60)),
  sealNumber: Type.Optional(code(60)),
  lines: Type.Array(
    Type.Object({
      position: Position,
      quantity: Type.Integer({ minimum: 1, maximum: 1000 }),
      serials: Type.Optional(Serials)
    }),
    { minItems: 1, maxItems: 100 }
  )
})

export const Shipment = Type.Object({
  id: Id,
  carrier: Type.String(),
  carrierName: Type.String(),
  trackingNumber: TextOrNull,
  trackingUrl: TextOrNull,
  sealNumber: TextOrNull,
  address: Address,
  lines: Type.Array(
    Type.Object({
      position: Position,
      title: Type.String(),
      quantity: Type.Integer({ minimum: 1 }),
      serials: Type.Array(Type.String())
    })
  ),
  shippedAt: At,
  deliveredAt: Type.Union([At, Type.Null()])
})
export const Shipments = Type.Object({ items: Type.Array(Shipment) })

export type NewShipment = Static<typeof NewShipment>
export type Shipment = Static<typeof Shipment>
