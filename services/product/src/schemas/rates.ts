import { Type, type Static } from 'typebox'
import { Currency, Metal, Minor } from './designs.ts'

const rate = {
  metal: Metal,
  fineness: Type.Integer({ minimum: 1, maximum: 1000, description: 'Parts in 1,000; 1000 is the rate of pure metal.' }),
  minorPerGram: Minor
}
export const NewRates = Type.Object({
  rates: Type.Array(Type.Object(rate), { minItems: 1, maxItems: 50 }),
  source: Type.String({ minLength: 1, maxLength: 100 })
})
export const Rate = Type.Object({
  ...rate,
  currency: Currency,
  source: Type.String(),
  effectiveAt: Type.String({ format: 'date-time' })
})
export const Rates = Type.Object({ items: Type.Array(Rate) })

export type NewRates = Static<typeof NewRates>
export type Rate = Static<typeof Rate>
