import { Type, type Static } from 'typebox'
import { personName, phone } from './profiles.ts'

const line = Type.String({ maxLength: 200, pattern: '^(?=.*\\S)[^\\p{Cc}]*$' })
const postcode = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9 -]{0,14}$',
  description: 'As the country writes it; 00000 where there is none.'
})

const fields = {
  name: personName,
  line1: line,
  line2: Type.Optional(line),
  city: line,
  region: Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: '^(?=.*\\S)[^\\p{Cc}]*$',
      description: 'State, province, prefecture or emirate, by code or name; needed in AE, AU, CA, IN, IT, JP and US.'
    })
  ),
  postcode,
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' }),
  phone: Type.Optional(phone)
}

export const NewAddress = Type.Object({
  ...fields,
  isDefault: Type.Boolean({
    default: false,
    description: 'Where to send to by default. The first address is it, until another one becomes it.'
  }),
  isDefaultBilling: Type.Boolean({
    default: false,
    description: 'What to write bills to by default. The first address is it, until another one becomes it.'
  })
})

export const Address = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ...fields,
  isDefault: Type.Boolean(),
  isDefaultBilling: Type.Boolean()
})

export const AddressPath = Type.Object({ addressId: Type.String({ format: 'uuid' }) })

export type NewAddress = Static<typeof NewAddress>
export type Address = Static<typeof Address>
