import { Type, type Static } from 'typebox'
import { Order } from './orders.ts'
import { Shipment } from './shipments.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })

export const NewNote = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000 }) })
export const Note = Type.Object({ id: Id, text: Type.String(), byId: Id, at: At })
export const Notes = Type.Object({ items: Type.Array(Note) })

export const CallOff = Type.Object({
  reason: Type.String({ minLength: 1, maxLength: 1000, description: 'Kept as a note; the buyer does not see it.' })
})

export const Moment = Type.Object({
  at: At,
  kind: Type.Enum(['placed', 'move', 'shipped', 'delivered', 'return', 'document', 'note', 'told', 'exception']),
  what: Type.String(),
  detail: Type.Union([Type.String(), Type.Null()])
})
export const Timeline = Type.Object({ items: Type.Array(Moment) })

export const OrderNumber = Type.Object({ number: Type.String({ pattern: '^LJ-[0-9A-HJKMNP-TV-Z]{8}$' }) })
export const Tracked = Type.Object({
  number: Type.String(),
  status: Order.properties.status,
  fulfilment: Order.properties.fulfilment,
  placedAt: At,
  confirmedAt: Type.Union([At, Type.Null()]),
  cancelledAt: Type.Union([At, Type.Null()]),
  deliverBy: Type.Union([Type.String(), Type.Null()]),
  shipments: Type.Array(Shipment)
})

export type Note = Static<typeof Note>
export type Moment = Static<typeof Moment>
export type Tracked = Static<typeof Tracked>
