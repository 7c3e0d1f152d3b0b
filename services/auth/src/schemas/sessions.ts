import { Type, type Static } from 'typebox'
import { code } from './second-factors.ts'
import { anyPassword, email, time, timeOrNull, User } from './users.ts'

export const SignIn = Type.Object({ email, password: anyPassword })
export const SignInCode = Type.Object({ challenge: Type.String({ pattern: '^[\\w-]{43}$' }), code })

export const SignedIn = Type.Object({
  user: User,
  session: Type.Object({
    token: Type.String({ description: 'Shown here only: the shop keeps a hash.' }),
    expiresAt: time
  })
})

export const CurrentSession = Type.Object({
  user: User,
  permissions: Type.Array(Type.String()),
  secondFactorNeeded: Type.Boolean({ description: 'Staff who first have to set up or enter their second factor.' }),
  provenAt: timeOrNull,
  sessionId: Type.String({ format: 'uuid' }),
  expiresAt: time
})

/** The password, or for those with a second factor its code. */
export const Proof = Type.Object({ password: Type.Optional(anyPassword), code: Type.Optional(code) })
export const Proven = Type.Object({ provenAt: time })

export const SessionId = Type.Object({ sessionId: Type.String({ format: 'uuid' }) })
export const Sessions = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      device: Type.String(),
      network: Type.String({ description: 'The address, without its last part.' }),
      createdAt: time,
      lastUsedAt: time,
      current: Type.Boolean()
    })
  )
})

export const SessionToken = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) })

export const PersonToken = Type.Object({
  token: Type.String({ description: 'A JWT that every service accepts.' }),
  expiresIn: Type.Integer({ description: 'Seconds.' }),
  userId: Type.String({ format: 'uuid' }),
  staff: Type.Boolean({ description: 'Not to be kept: what staff may do has to be asked each time.' })
})

export type SignIn = Static<typeof SignIn>
export type SignInCode = Static<typeof SignInCode>
export type SignedIn = Static<typeof SignedIn>
export type CurrentSession = Static<typeof CurrentSession>
export type Proof = Static<typeof Proof>
export type Proven = Static<typeof Proven>
export type Sessions = Static<typeof Sessions>
export type PersonToken = Static<typeof PersonToken>
