import { Type, type Static } from 'typebox'

const Day = Type.String({ format: 'date' })
const At = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const MinorOrNull = Type.Union([Type.Integer(), Type.Null()])

export const movements = ['capture', 'refund'] as const
export const differenceKinds = ['missing-here', 'missing-there', 'amounts-differ'] as const

/** One currency of one provider: what both sides moved that day. */
export const Total = Type.Object({
  currency: Type.String(),
  matched: Count,
  oursCapturedMinor: Count,
  oursRefundedMinor: Count,
  theirsCapturedMinor: Count,
  theirsRefundedMinor: Count
})
export type Total = Static<typeof Total>

export const Reconciliation = Type.Object({
  day: Day,
  provider: Type.String(),
  totals: Type.Array(Total),
  differences: Count,
  checkedAt: At
})
export type Reconciliation = Static<typeof Reconciliation>

export const Difference = Type.Object({
  provider: Type.String(),
  movement: Type.Enum(movements),
  reference: Type.String({ description: 'The provider’s id of it, or ours where the provider has none.' }),
  kind: Type.Enum(differenceKinds),
  orderId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
  currency: Type.String(),
  oursMinor: MinorOrNull,
  theirsMinor: MinorOrNull
})
export type Difference = Static<typeof Difference>

export const DayPath = Type.Object({ day: Day })
export const DayReport = Type.Object({
  day: Day,
  providers: Type.Array(Reconciliation),
  differences: Type.Array(Difference, { description: 'At most 1,000.' })
})
export type DayReport = Static<typeof DayReport>
