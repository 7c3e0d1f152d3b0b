import { Type, type Static } from 'typebox'

export const email = Type.String({ format: 'email', maxLength: 254 })
const password = Type.String({ minLength: 8, maxLength: 128 })
const name = Type.String({ maxLength: 200, pattern: '^(?=.*\\S)[^\\p{Cc}]*$' })
const role = Type.String({ pattern: '^[a-z][a-z-]{0,39}$' })

export const NewUser = Type.Object({ email, password, name })
export const User = Type.Object({
  id: Type.String({ format: 'uuid' }),
  email,
  name: Type.String(),
  roles: Type.Array(Type.String())
})

export const NewStaff = Type.Object({
  email,
  password,
  name,
  roles: Type.Array(role, { minItems: 1, maxItems: 20, uniqueItems: true })
})
export const Staff = Type.Omit(User, ['name'])

export type NewUser = Static<typeof NewUser>
export type User = Static<typeof User>
export type NewStaff = Static<typeof NewStaff>
export type Staff = Static<typeof Staff>
