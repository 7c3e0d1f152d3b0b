import { Type, type Static } from 'typebox'

export const email = Type.String({ format: 'email', maxLength: 254 })
export const newPassword = Type.String({ minLength: 8, maxLength: 128 })
export const anyPassword = Type.String({ minLength: 1, maxLength: 128 })
export const personName = Type.String({ maxLength: 200, pattern: '^(?=.*\\S)[^\\p{Cc}]*$' })
export const time = Type.String({ format: 'date-time' })
export const timeOrNull = Type.Union([time, Type.Null()])
const role = Type.String({ pattern: '^[a-z][a-z-]{0,39}$' })
export const roles = (minItems: number) => Type.Array(role, { minItems, maxItems: 20, uniqueItems: true })

export const NewUser = Type.Object({ email, password: newPassword, name: personName })
export const User = Type.Object({
  id: Type.String({ format: 'uuid' }),
  email,
  name: Type.String(),
  roles: Type.Array(Type.String()),
  emailVerifiedAt: timeOrNull
})

export type NewUser = Static<typeof NewUser>
export type User = Static<typeof User>
