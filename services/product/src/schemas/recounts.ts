import { Type, type Static } from 'typebox'
import { Id } from './designs.ts'

export const NewRecount = Type.Object({
  mend: Type.Boolean({ default: false, description: 'Also sets the counters to what the ledger says.' })
})
export const Drift = Type.Object({
  variantId: Id,
  sku: Type.String(),
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  ledgerOnHand: Type.Integer(),
  ledgerReserved: Type.Integer(),
  mended: Type.Boolean()
})
export const Recount = Type.Object({
  variants: Type.Integer({ description: 'How many were recounted.' }),
  drifted: Type.Array(Drift, { description: 'Whose counters were not the sums of their movements, at most 1,000.' })
})

export type Drift = Static<typeof Drift>
export type Recount = Static<typeof Recount>
