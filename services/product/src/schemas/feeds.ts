import { Type, type Static } from 'typebox'
import { Id, Metal } from './designs.ts'
import { RateId, Side } from './rates.ts'

const Pointer = Type.String({
  pattern: '^(/([^~/]|~[01])*)+$',
  maxLength: 300,
  description: 'A JSON pointer (RFC 6901).'
})

/** Where the answer of a feed says which rate, one entry a rate. */
export const FeedMap = Type.Array(
  Type.Object(
    {
      metal: Metal,
      fineness: Type.Integer({ minimum: 1, maximum: 1000 }),
      side: Type.Optional(Side),
      price: Pointer,
      per: Type.Optional(Type.Enum(['gram', 'ounce'], { description: 'A troy ounce is 31.1034768 g.' })),
      minorPerUnit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: '100 unless told.' })),
      at: Type.Optional(Pointer),
      currency: Type.Optional(Pointer)
    },
    { additionalProperties: false }
  ),
  { minItems: 1, maxItems: 50 }
)

const Taken = Type.Object({
  metal: Metal,
  fineness: Type.Integer(),
  side: Side,
  minorPerGram: Type.Integer(),
  outcome: Type.Enum(['unchanged', 'proposed', 'in-force', 'refused']),
  detail: Type.String(),
  proposalId: Type.Union([Id, Type.Null()])
})
export const FeedRun = Type.Object({
  id: RateId,
  outcome: Type.Enum(['taken', 'refused', 'failed']),
  detail: Type.String(),
  rates: Type.Array(Taken),
  at: Type.String({ format: 'date-time' })
})

export type FeedMap = Static<typeof FeedMap>
export type FeedRun = Static<typeof FeedRun>
export type TakenRate = Static<typeof Taken>
