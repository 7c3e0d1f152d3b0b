import { Type, type Static } from 'typebox'
import { Currency, Minor } from './carts.ts'

const Code = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })
const upTo = (description: string) =>
  Type.Union([Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()], { description })

const content = {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  countries: Type.Array(Type.String({ pattern: '^([A-Z]{2}|\\*)$' }), {
    minItems: 1,
    maxItems: 250,
    uniqueItems: true,
    description: 'ISO 3166-1 alpha-2; * is every country that no other method names.'
  }),
  regions: Type.Array(Type.String({ pattern: '^[A-Z0-9]{1,3}$' }), {
    maxItems: 100,
    uniqueItems: true,
    description: 'ISO 3166-2 without the country; none: all of them.'
  }),
  tariffs: Type.Array(
    Type.Object({
      currency: Currency,
      insuredUpToMinor: upTo('The most that one parcel is insured for; null: whatever it is worth.'),
      bands: Type.Array(
        Type.Object({ upToMg: upTo('null: any weight'), upToMinor: upTo('null: any value'), minor: Minor }),
        { minItems: 1, maxItems: 50, description: 'Of a parcel; the first that it fits into counts.' }
      )
    }),
    { minItems: 1, maxItems: 20 }
  ),
  insured: Type.Boolean(),
  signature: Type.Boolean(),
  splits: Type.Boolean({ description: 'Whether what is worth more than a parcel is insured for goes in several.' }),
  transitDays: Type.Integer({ minimum: 0, maximum: 365, description: 'Working days.' }),
  position: Type.Integer({
    minimum: 0,
    maximum: 100_000,
    description: 'The first that can be is the one that nobody chose.'
  }),
  active: Type.Boolean()
}

export const ShippingMethodContent = Type.Object(content)
export const ShippingMethod = Type.Object({ code: Code, ...content, version: Type.Integer({ minimum: 1 }) })
export const ShippingMethodPath = Type.Object({ code: Code })
export const ShippingMethods = Type.Object({ items: Type.Array(ShippingMethod) })

export type ShippingMethodContent = Static<typeof ShippingMethodContent>
export type ShippingMethod = Static<typeof ShippingMethod>
