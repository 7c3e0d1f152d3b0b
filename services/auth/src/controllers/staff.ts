import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import {
  countOwners,
  findAccountState,
  findPermissions,
  findRoles,
  findStaff,
  findUnknownRoles,
  lockStaff,
  setDisabled,
  setRoles,
  setSecondFactorRule
} from '../models/staff.ts'
import { deleteOtherSessions } from '../models/sessions.ts'
import { endAll, findCredential, findCredentialById, lockUser, setName, setPassword, type Db } from '../models/users.ts'
import type { AccountState, Roles, SavedStaff, Staff } from '../schemas/staff.ts'
import { recordDeed, user, type Doer } from './audit.ts'
import { checkPassword, hashPassword, isPassword } from './passwords.ts'
import { dropSecondFactor } from './second-factors.ts'
import { plainEmail, type Deps } from './sessions.ts'
import { addConfirmedUser } from './users.ts'

/** A member of staff who does something, and what they may do. */
export interface Manager extends Doer {
  permissions: string[]
}

/** Makes a member of staff, or makes name, password and roles of the one with this e-mail what they should be. For the operator, who answers for the e-mail. A changed password ends the sessions. */
export async function saveStaff({ db }: Deps, given: SavedStaff, doer: Doer): Promise<Staff> {
  const email = plainEmail(given.email)
  const { name, password, roles, secondFactor } = given
  checkPassword(password, email)
  await requireRoles(db, roles)
  const before = await findCredential(db, email)
  const isSame = before !== undefined && (await isPassword(password, before.passwordHash))
  const passwordHash = isSame ? before.passwordHash : await hashPassword(password)
  return db.transaction().execute(async (tx) => {
    await lockStaff(tx)
    const madeId = await addConfirmedUser(tx, { email, name, passwordHash })
    const found = (await findCredential(tx, email))!
    const { id } = found
    if (found.passwordHash !== passwordHash) await setPassword(tx, id, passwordHash)
    await setName(tx, id, name)
    await setSecondFactorRule(tx, id, secondFactor)
    await setRoles(tx, id, roles)
    await keepAnOwner(tx, found, roles.includes('owner'))
    await recordDeed(tx, {
      ...doer,
      action: 'save-staff',
      object: user(id),
      before: madeId === undefined ? found.roles : undefined,
      after: { roles: roles.toSorted(), secondFactor }
    })
    return { id, email, roles: roles.toSorted(), secondFactor }
  })
}

/** Throws a 400 that names those of the roles that there are not. */
export async function requireRoles(db: Db, roles: string[]): Promise<void> {
  const unknown = await findUnknownRoles(db, roles)
  if (unknown.length > 0) throw new Problem(400, 'role-not-known', `There is no role ${unknown.join(', ')}.`)
}

/** Throws a 403 when one gives a role that permits more than one may do oneself. */
export async function requireOwn(db: Db, roles: string[], { permissions }: Manager): Promise<void> {
  const given = await findPermissions(db, roles)
  if (given.some((permission) => !permissions.includes(permission)))
    throw new Problem(403, 'not-allowed', 'You cannot give a role that permits more than you may do.')
}

/** Throws when this was the last owner who can sign in, and is one no more. Two who go at once wait for each other, by `lockStaff`. */
export async function keepAnOwner(
  tx: Db,
  before: { roles: string[]; disabledAt: string | null },
  isOwner: boolean
): Promise<void> {
  if (isOwner || before.disabledAt !== null || !before.roles.includes('owner')) return
  if ((await countOwners(tx)) === 0)
    throw new Problem(409, 'last-owner', 'Nobody else is an owner. Make somebody an owner first.')
}

/** The members of staff, the newest first. */
export async function listStaff({ db }: Deps, { after, limit }: { after?: string; limit: number }) {
  const place = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findStaff(db, place, limit + 1), limit, ({ id }) => [id])
}

/** The roles, and what each permits. */
export const listRoles = async ({ db }: Deps): Promise<Roles> => ({ items: await findRoles(db) })

const noUser = () => new Problem(404, 'not-found', 'There is no such user.')

/** Sets the roles of a user with a verified e-mail, as of the version that was looked at; without roles they are staff no more. They count from the next request on. */
export function changeRoles({ db }: Deps, userId: string, version: number, roles: string[], doer: Manager) {
  return db.transaction().execute(async (tx) => {
    await requireRoles(tx, roles)
    await requireOwn(tx, roles, doer)
    await lockStaff(tx)
    await lockUser(tx, userId)
    const before = await findCredentialById(tx, userId)
    if (!before) throw noUser()
    if (before.version !== version) throw stale()
    if (before.emailVerifiedAt === null)
      throw new Problem(409, 'email-not-verified', 'This user has not verified the e-mail. Invite them instead.')
    const now = await setRoles(tx, userId, roles)
    await keepAnOwner(tx, before, roles.includes('owner'))
    await recordDeed(tx, {
      ...doerOf(doer),
      action: 'change-roles',
      object: user(userId),
      before: before.roles,
      after: roles.toSorted()
    })
    return { id: userId, roles: roles.toSorted(), version: now }
  })
}

/** Who did it, without what they may do. */
export const doerOf = ({ actor, address }: Doer): Doer => ({ actor, address })

/** Disables a user, which ends all their sessions at once, or lets them in again. */
export function setAccountState({ db }: Deps, userId: string, disabled: boolean, doer: Doer): Promise<AccountState> {
  return db.transaction().execute(async (tx) => {
    await lockStaff(tx)
    await lockUser(tx, userId)
    const before = await findCredentialById(tx, userId)
    if (!before) throw noUser()
    await setDisabled(tx, userId, disabled)
    if (disabled) {
      await endAll(tx, userId)
      await keepAnOwner(tx, before, false)
    }
    const action = disabled ? 'disable-user' : 'enable-user'
    await recordDeed(tx, {
      ...doerOf(doer),
      action,
      object: user(userId),
      before: before.disabledAt !== null,
      after: disabled
    })
    return (await findAccountState(tx, userId))!
  })
}

/** How it stands with a user's account. */
export async function showAccountState({ db }: Deps, userId: string): Promise<AccountState> {
  const found = await findAccountState(db, userId)
  if (!found) throw noUser()
  return found
}

/** Ends all sessions of a user. */
export function endUserSessions({ db }: Deps, userId: string, doer: Doer): Promise<void> {
  return db.transaction().execute(async (tx) => {
    if (!(await findCredentialById(tx, userId))) throw noUser()
    await deleteOtherSessions(tx, userId, '')
    await recordDeed(tx, { ...doerOf(doer), action: 'end-sessions', object: user(userId) })
  })
}

/** Removes the second factor of a user who lost it. */
export const removeUserSecondFactor = ({ db }: Deps, userId: string, doer: Doer): Promise<void> =>
  dropSecondFactor(db, userId, doerOf(doer))
