import { Type, type Static } from 'typebox'
import { Currency, Id, Metal, Minor } from './designs.ts'

const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Source = Type.String({ minLength: 1, maxLength: 100 })
const Fineness = Type.Integer({
  minimum: 1,
  maximum: 1000,
  description: 'Parts in 1,000; 1000 is the rate of pure metal, which prices each purity that has no rate of its own.'
})
export const Side = Type.Enum(['sell', 'buy'], { description: '`sell` prices designs, `buy` is paid for old metal.' })
export const RateId = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 })

const rate = {
  metal: Metal,
  fineness: Fineness,
  minorPerGram: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })
}

export const NewRates = Type.Object({
  rates: Type.Array(Type.Object({ ...rate, side: Type.Enum(['sell', 'buy'], { default: 'sell' }) }), {
    minItems: 1,
    maxItems: 50
  }),
  source: Source
})
export const Rate = Type.Object({
  id: RateId,
  ...rate,
  side: Side,
  currency: Currency,
  source: Type.String(),
  effectiveAt: Time
})
export const Rates = Type.Object({ items: Type.Array(Rate) })

export const NewProposal = Type.Object({
  ...rate,
  side: Side,
  source: Source,
  effectiveAt: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'When it comes into force once approved; at once if it is left out.'
    })
  )
})
export const Proposal = Type.Object({
  id: Id,
  ...rate,
  side: Side,
  currency: Currency,
  source: Type.String(),
  effectiveAt: OrNull(Time),
  rollbackOf: Type.Union([RateId, Type.Null()]),
  status: Type.Enum(['proposed', 'approved', 'in-force', 'rejected']),
  proposedBy: Id,
  proposedAt: Time,
  decidedBy: OrNull(Id),
  decidedAt: OrNull(Time)
})
export const Approval = Type.Object({
  confirmLargeChange: Type.Boolean({
    default: false,
    description: 'Says that a rate far from the one in force is meant.'
  })
})
export const proposalQuery = {
  status: Type.Optional(Type.Enum(['proposed', 'approved', 'in-force', 'rejected']))
}
export const rateQuery = {
  metal: Type.Optional(Metal),
  fineness: Type.Optional(Fineness),
  side: Type.Optional(Side)
}

const Permille = Type.Union([Type.Number(), Type.Null()])
/** What approving would do to the prices of what is sold. Changes are in permille of the price before, to a tenth; null when nothing is affected. */
export const Impact = Type.Object({
  currentMinorPerGram: Type.Union([Minor, Type.Null()]),
  rateChangePermille: Permille,
  large: Type.Boolean({ description: 'Approving needs `confirmLargeChange`.' }),
  designs: Type.Integer(),
  variants: Type.Integer(),
  minChangePermille: Permille,
  medianChangePermille: Permille,
  maxChangePermille: Permille,
  totalBeforeMinor: Minor,
  totalAfterMinor: Minor
})

export const Repricing = Type.Object({
  id: Id,
  rateId: RateId,
  metal: Metal,
  fineness: Fineness,
  total: Type.Integer({ description: 'Designs to price anew.' }),
  done: Type.Integer(),
  variants: Type.Integer({ description: 'Variants priced anew so far.' }),
  startedAt: Time,
  finishedAt: OrNull(Time)
})

export type Side = 'sell' | 'buy'
export type NewRates = Static<typeof NewRates>
export type Rate = Static<typeof Rate>
export type NewProposal = Static<typeof NewProposal>
export type Proposal = Static<typeof Proposal>
export type Impact = Static<typeof Impact>
export type Repricing = Static<typeof Repricing>
