import { Type, type Static } from 'typebox'
import { OrNull } from './carts.ts'

const Code = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })
const On = Type.String({ format: 'date' })

const Rate = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }),
  permyriad: Type.Number({
    minimum: 0,
    maximum: 10_000,
    multipleOf: 0.25,
    description: 'In ten-thousandths, by quarters: 662.5 is 6.625 %.'
  }),
  within: Type.Optional(
    Type.Enum(['region', 'other-region'], {
      description: 'Only when what is sold stays in the shop’s own region, or only when it leaves it.'
    })
  )
})

const content = {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  country: Type.String({
    pattern: '^([A-Z]{2}|\\*)$',
    description: 'ISO 3166-1 alpha-2; * is where no other profile is.'
  }),
  region: Type.Union([Type.String({ pattern: '^[A-Z0-9]{1,3}$' }), Type.Null()], {
    description: 'ISO 3166-2 without the country; null: wherever no profile names the region.'
  }),
  validFrom: On,
  validTo: OrNull(On),
  prices: Type.Enum(['net', 'gross'], { description: 'How prices are shown there.' }),
  shippingTaxed: Type.Boolean({ description: 'Whether shipping is taxed, as what has no tax class of its own is.' }),
  rates: Type.Object(
    { default: Type.Array(Rate, { maxItems: 10 }) },
    {
      additionalProperties: Type.Array(Rate, { maxItems: 10 }),
      description: 'By tax class; `default` for those that are not named.'
    }
  )
}

export const TaxProfileContent = Type.Object(content)
export const TaxProfile = Type.Object({ code: Code, ...content, version: Type.Integer({ minimum: 1 }) })
export const TaxProfilePath = Type.Object({ code: Code })
export const TaxProfiles = Type.Object({ items: Type.Array(TaxProfile) })

export type TaxRate = Static<typeof Rate>
export type TaxProfileContent = Static<typeof TaxProfileContent>
export type TaxProfile = Static<typeof TaxProfile>
