import { Type, type Static } from 'typebox'
import { anyPassword, email, newPassword } from './users.ts'

const linkToken = Type.String({ pattern: '^[\\w-]{43}$', description: 'From the link in the mail.' })

export const LinkToken = Type.Object({ token: linkToken })
export const NewEmail = Type.Object({ email, password: anyPassword })
export const ForgottenPassword = Type.Object({ email })
export const NewPassword = Type.Object({ token: linkToken, password: newPassword })
export const ChangedPassword = Type.Object({ currentPassword: anyPassword, password: newPassword })

/** What is answered whether a mail goes out or not. */
export const Accepted = Type.Object({ detail: Type.String() })

export type NewEmail = Static<typeof NewEmail>
export type NewPassword = Static<typeof NewPassword>
export type ChangedPassword = Static<typeof ChangedPassword>
export type Accepted = Static<typeof Accepted>
