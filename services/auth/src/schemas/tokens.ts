import { Type, type Static } from 'typebox'

export const NewServiceToken = Type.Object({ audience: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }) })
export const ServiceToken = Type.Object({
  token: Type.String(),
  expiresIn: Type.Integer({ description: 'Seconds.' })
})

export type NewServiceToken = Static<typeof NewServiceToken>
export type ServiceToken = Static<typeof ServiceToken>
