import { Type, type Static } from 'typebox'
import { Id } from './designs.ts'

const line = {
  variantId: Id,
  pieceId: Type.Union([Id, Type.Null()]),
  quantity: Type.Integer({ minimum: 1, maximum: 1000 }),
  restock: Type.Boolean({
    description: 'It can be sold again; else a piece is taken out of sale, and what is counted is not counted.'
  })
}
export const NewReturn = Type.Object({
  orderId: Id,
  lines: Type.Array(Type.Object({ ...line, pieceId: Type.Optional(line.pieceId) }), { minItems: 1, maxItems: 100 })
})
export const Return = Type.Object({ returnId: Id, orderId: Id, lines: Type.Array(Type.Object(line)) })

export type NewReturn = Static<typeof NewReturn>
export type Return = Static<typeof Return>
