import { Type, type Static } from 'typebox'
import { Currency, Id, Minor } from './designs.ts'

const OrNull = Type.Union([Type.String({ format: 'date-time' }), Type.Null()])
const Time = Type.String({ format: 'date-time' })

export const NewExchangeRate = Type.Object({
  currency: Currency,
  perUnit: Type.String({
    pattern: '^(0|[1-9][0-9]{0,9})(\\.[0-9]{1,8})?$',
    description: "What one unit of the currency costs in units of the shop's: 85.25 is 85.25 rupees for a dollar."
  }),
  effectiveAt: Type.Optional(Time),
  source: Type.String({ minLength: 1, maxLength: 100 })
})
export const ExchangeRate = Type.Object({
  id: Type.Integer(),
  currency: Currency,
  perUnit: Type.String(),
  effectiveAt: Time,
  source: Type.String()
})

export const NewPriceList = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  currency: Currency,
  validFrom: Type.Optional(Time),
  validUntil: Type.Optional(Time)
})
export const PriceList = Type.Object({
  id: Id,
  name: Type.String(),
  currency: Currency,
  validFrom: OrNull,
  validUntil: OrNull,
  prices: Type.Integer({ description: 'How many variants it prices.' })
})
/** Tax included; null takes the variant off the list. */
export const NewListPrices = Type.Object({
  prices: Type.Array(Type.Object({ variantId: Id, totalMinor: Type.Union([Minor, Type.Null()]) }), {
    minItems: 1,
    maxItems: 1000
  })
})

/** Why a price is what it is: by the metal's rate, fixed (by a list, or of the variant itself), or converted by an exchange rate. */
export const PriceReason = Type.Object({
  kind: Type.Enum(['formula', 'fixed', 'converted']),
  rateId: Type.Optional(Type.Integer()),
  exchangeRateId: Type.Optional(Type.Integer()),
  listId: Type.Optional(Id),
  at: Time
})

export type NewExchangeRate = Static<typeof NewExchangeRate>
export type ExchangeRate = Static<typeof ExchangeRate>
export type NewPriceList = Static<typeof NewPriceList>
export type PriceList = Static<typeof PriceList>
export type NewListPrices = Static<typeof NewListPrices>
export type PriceReason = Static<typeof PriceReason>
