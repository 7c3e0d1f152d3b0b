import { Page, pageQuery } from '@lumora/kit/pages'
import { Type, type Static } from 'typebox'
import { email, newPassword, personName, roles, time, timeOrNull } from './users.ts'

const id = Type.String({ format: 'uuid' })
export const UserId = Type.Object({ userId: id })
export const Paging = Type.Object(pageQuery)

const secondFactor = Type.Enum(['required', 'not-required'], {
  default: 'required',
  description: 'Whether this member of staff has permissions only with a second factor.'
})

/** How the operator makes a member of staff. */
export const SavedStaff = Type.Object({
  email,
  password: newPassword,
  name: personName,
  roles: roles(0),
  secondFactor
})
export const Staff = Type.Object({
  id,
  email,
  roles: Type.Array(Type.String()),
  secondFactor: Type.String()
})

export const StaffMember = Type.Object({
  id,
  email,
  name: Type.String(),
  roles: Type.Array(Type.String()),
  version: Type.Integer(),
  secondFactor: Type.String({ description: 'enrolled, missing, or not-required.' }),
  disabledAt: timeOrNull,
  lastUsedAt: timeOrNull
})
export const StaffPage = Page(StaffMember)

export const NewRoles = Type.Object({ roles: roles(0) })
export const ChangedRoles = Type.Object({ id, roles: Type.Array(Type.String()), version: Type.Integer() })
export const NewState = Type.Object({ disabled: Type.Boolean() })
export const AccountState = Type.Object({
  id,
  email,
  name: Type.String(),
  createdAt: time,
  emailVerifiedAt: timeOrNull,
  disabledAt: timeOrNull,
  secondFactorEnrolled: Type.Boolean(),
  sessions: Type.Integer()
})

export const Roles = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), permissions: Type.Array(Type.String()) }))
})

export const NewInvitation = Type.Object({ email, roles: roles(1) })
export const InvitationId = Type.Object({ invitationId: id })
export const Invitation = Type.Object({
  id,
  email,
  roles: Type.Array(Type.String()),
  createdAt: time,
  expiresAt: time
})
export const Invitations = Type.Object({ items: Type.Array(Invitation) })
export const AcceptedInvitation = Type.Object({
  token: Type.String({ pattern: '^[\\w-]{43}$' }),
  name: personName,
  password: newPassword
})

export type SavedStaff = Static<typeof SavedStaff>
export type Staff = Static<typeof Staff>
export type StaffMember = Static<typeof StaffMember>
export type AccountState = Static<typeof AccountState>
export type Roles = Static<typeof Roles>
export type NewInvitation = Static<typeof NewInvitation>
export type Invitation = Static<typeof Invitation>
export type AcceptedInvitation = Static<typeof AcceptedInvitation>
