import { Type, type Static } from 'typebox'
import { email, User } from './users.ts'

export const SignIn = Type.Object({ email, password: Type.String({ minLength: 1, maxLength: 128 }) })

const expiresAt = Type.String({ format: 'date-time' })

export const SignedIn = Type.Object({
  user: User,
  session: Type.Object({ token: Type.String({ description: 'Shown here only: the shop keeps a hash.' }), expiresAt })
})

export const CurrentSession = Type.Object({
  user: User,
  permissions: Type.Array(Type.String()),
  sessionId: Type.String({ format: 'uuid' }),
  expiresAt
})

export const SessionToken = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) })

export const PersonToken = Type.Object({
  token: Type.String({ description: 'A JWT that every service accepts.' }),
  expiresIn: Type.Integer({ description: 'Seconds.' }),
  userId: Type.String({ format: 'uuid' })
})

export type SignIn = Static<typeof SignIn>
export type SignedIn = Static<typeof SignedIn>
export type CurrentSession = Static<typeof CurrentSession>
export type PersonToken = Static<typeof PersonToken>
