import { Type, type Static } from 'typebox'
import { anyPassword, timeOrNull } from './users.ts'

/** Six digits of the app, or a recovery code. */
export const code = Type.String({ pattern: '^(\\d{6}|[A-Za-z2-7]{4}(-?[A-Za-z2-7]{4}){3})$' })

export const SecondFactor = Type.Object({
  enrolledAt: timeOrNull,
  recoveryCodesLeft: Type.Integer(),
  required: Type.Boolean({ description: 'Without one, a member of staff has no permissions.' })
})
export const NewSecondFactor = Type.Object({ password: anyPassword })
export const SecondFactorSecret = Type.Object({
  secret: Type.String({ description: 'Base32, for an authenticator app. Shown here only.' }),
  uri: Type.String({ description: 'The same as an otpauth address, for a QR code.' })
})
export const SecondFactorCode = Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) })
export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'Each gets in once. Shown here only.' })
})

export type SecondFactor = Static<typeof SecondFactor>
export type SecondFactorSecret = Static<typeof SecondFactorSecret>
export type RecoveryCodes = Static<typeof RecoveryCodes>
