import { publish } from '@lumora/kit/events'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import {
  deleteInvitation,
  findInvitation,
  findInvitations,
  saveInvitation,
  takeInvitation
} from '../models/invitations.ts'
import { lockStaff, setRoles } from '../models/staff.ts'
import { findCredential, findCredentialById, lockUser, setName, setPassword } from '../models/users.ts'
import type { AcceptedInvitation, Invitation, NewInvitation } from '../schemas/staff.ts'
import { recordDeed, user, type Doer } from './audit.ts'
import { linkTo } from './emails.ts'
import type { Origin } from './limits.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { hashToken, makeToken } from './secrets.ts'
import { plainEmail, refuseDisabled, type Deps } from './sessions.ts'
import { doerOf, requireOwn, requireRoles, type Manager } from './staff.ts'
import { addConfirmedUser } from './users.ts'

const linkNotValid = () => new Problem(410, 'link-not-valid', 'This link was used or has ended. Ask for a new one.')

/** Mails somebody a link by which they join the staff, good for 7 days and once. A newer one ends the one before. */
export function inviteStaff(
  deps: Deps,
  once: Once,
  managerId: string,
  given: NewInvitation,
  doer: Manager
): Promise<Invitation> {
  const email = plainEmail(given.email)
  const { roles } = given
  const { token, tokenHash } = makeToken()
  return deps.db.transaction().execute(async (tx) => {
    await requireRoles(tx, roles)
    await requireOwn(tx, roles, doer)
    const made = await saveInvitation(tx, { email, roles: roles.toSorted(), tokenHash, invitedBy: managerId })
    const link = linkTo(deps, 'join-staff', token)
    await publish(tx, 'auth.staff-invited', made.id, 1, { email, roles: made.roles, link })
    await recordDeed(tx, { ...doerOf(doer), action: 'invite-staff', object: `invitation:${made.id}`, after: given })
    return once.answer(tx, 201, made)
  })
}

/** The open invitations, at most 200, the newest first. */
export const listInvitations = async ({ db }: Deps) => ({ items: await findInvitations(db) })

/** Takes an invitation back. */
export function cancelInvitation({ db }: Deps, invitationId: string, doer: Doer): Promise<void> {
  return db.transaction().execute(async (tx) => {
    if (!(await deleteInvitation(tx, invitationId))) throw new Problem(404, 'not-found', 'There is no such invitation.')
    await recordDeed(tx, { ...doerOf(doer), action: 'cancel-invitation', object: `invitation:${invitationId}` })
  })
}

/**
 * Makes the one who has the link a member of staff, with a password of their own. An account that has confirmed the e-mail gets
 * the roles, and all that began with its former password ends; one that has not is left alone, as anybody may have begun it.
 */
export async function acceptInvitation({ db }: Deps, given: AcceptedInvitation, { address }: Origin): Promise<void> {
  const tokenHash = hashToken(given.token)
  const open = await findInvitation(db, tokenHash)
  if (!open) throw linkNotValid()
  const { email } = open
  const { name, password } = given
  checkPassword(password, email)
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (tx) => {
    await lockStaff(tx)
    const taken = await takeInvitation(tx, tokenHash)
    if (!taken) throw linkNotValid()
    const madeId = await addConfirmedUser(tx, { email, name, passwordHash })
    const id = madeId ?? (await findCredential(tx, email))!.id
    await lockUser(tx, id)
    const found = (await findCredentialById(tx, id))!
    refuseDisabled(found)
    if (madeId === undefined) {
      await setPassword(tx, id, passwordHash)
      await setName(tx, id, name)
      await publish(tx, 'auth.password-changed', id, found.version, { userId: id, email, name })
    }
    const roles = [...new Set([...found.roles, ...taken.roles])].toSorted()
    await setRoles(tx, id, roles)
    await recordDeed(tx, {
      actor: user(id),
      address,
      action: 'accept-invitation',
      object: user(id),
      before: found.roles,
      after: roles
    })
  })
}
