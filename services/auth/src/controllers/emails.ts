import { enqueue } from '@lumora/kit/jobs'
import { publish } from '@lumora/kit/events'
import { Problem } from '@lumora/kit/problem'
import { findLink, insertLink, takeLink } from '../models/email-links.ts'
import { deleteSecondFactor } from '../models/second-factors.ts'
import { takeTry } from '../models/tries.ts'
import {
  endResetLinks,
  findCredential,
  findCredentialById,
  findUnconfirmed,
  lockUser,
  setPassword,
  setVerifiedEmail,
  type Credential,
  type Db
} from '../models/users.ts'
import type { Accepted, ChangedPassword, NewEmail, NewPassword } from '../schemas/emails.ts'
import type { User } from '../schemas/users.ts'
import { recordDeed, user } from './audit.ts'
import { keyOf, network, takeTries, type Origin } from './limits.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { requirePassword } from './second-factors.ts'
import { hashToken, makeToken } from './secrets.ts'
import { plainEmail, userOf, type Deps } from './sessions.ts'

const hour = 60 * 60
const accepted: Accepted = { detail: 'If this e-mail has an account, a mail with a link is on its way.' }

/** Where a link in a mail leads. What stands behind # is sent to no server, so the token comes into no log and no Referer. */
export const linkTo = ({ shopUrl }: Deps, page: string, token: string): string => `${shopUrl}/account/${page}#${token}`

const linkNotValid = () => new Problem(410, 'link-not-valid', 'This link was used or has ended. Ask for a new one.')

/**
 * Mails a link, good for 24 hours, by which the user shows that the e-mail is theirs; or, where another account has shown that
 * already, mails that there is one. Ten such mails an hour go to one mailbox. A user who has confirmed the e-mail gets none.
 */
export async function mailConfirmation(deps: Deps, userId: string): Promise<void> {
  const { db } = deps
  const found = await findCredentialById(db, userId)
  if (!found || found.emailVerifiedAt !== null || found.disabledAt !== null) return
  const { id, email, name, version } = found
  const key = keyOf('confirmation', email)
  const taken = await takeTry(db, [{ key, tries: 10, seconds: hour }])
  if (taken.get(key)!.count > 10) return
  await db.transaction().execute(async (tx) => {
    await lockUser(tx, id)
    const owner = await findCredential(tx, email)
    if (owner) {
      await publish(tx, 'auth.registered-again', owner.id, owner.version, { email, name: owner.name })
      return
    }
    const { token, tokenHash } = makeToken()
    await insertLink(tx, { userId: id, purpose: 'verify-email', email, tokenHash, minutes: 24 * 60 })
    const link = linkTo(deps, 'verify-email', token)
    await publish(tx, 'auth.verification-requested', id, version, { userId: id, email, name, link })
  })
}

/** Has the link mailed again, three times in an hour at most; nothing is mailed when the e-mail is confirmed. */
export async function requestVerification({ db }: Deps, userId: string): Promise<Accepted> {
  await takeTries(db, [{ key: keyOf('verification', userId), tries: 3, seconds: hour }])
  await enqueue(db, 'mail-confirmation', { userId })
  return { detail: 'A mail is on its way.' }
}

/** Notes that the e-mail is the user's. Only in a session of theirs: who registered with somebody else's e-mail gains nothing when that one follows the link. */
export function verifyEmail({ db }: Deps, userId: string, token: string): Promise<User> {
  return db.transaction().execute(async (tx) => {
    const link = await takeLink(tx, 'verify-email', hashToken(token))
    if (link?.userId !== userId) throw linkNotValid()
    await lockUser(tx, userId)
    const found = (await findCredentialById(tx, userId))!
    if (found.email !== link.email) throw linkNotValid()
    await noteVerified(tx, found)
    return userOf((await findCredentialById(tx, userId))!)
  })
}

/**
 * Makes an e-mail the user's and verified, and tells those who have something for it. Returns the user's new version. Of all
 * accounts with one e-mail one can: for the others the link is as good as an old one.
 */
export async function noteVerified(tx: Db, { id, email }: Pick<Credential, 'id' | 'email'>): Promise<number> {
  const { version, verifiedAt } = await setVerifiedEmail(tx, id, email).catch((error: { code?: string }) => {
    throw error.code === '23505' ? linkNotValid() : error
  })
  await publish(tx, 'auth.email-verified', id, version, { userId: id, email, verifiedAt })
  return version
}

/** Has a link mailed by which a forgotten password can be set anew. The answer comes before anybody looks whether there is an account, so it tells nothing of it. Three times in an hour an e-mail, ten a network. */
export async function requestPasswordReset({ db }: Deps, email: string, origin: Origin): Promise<Accepted> {
  const plain = plainEmail(email)
  await takeTries(db, [
    { key: keyOf('reset', plain), tries: 3, seconds: hour },
    { key: keyOf('resets', network(origin.address)), tries: 10, seconds: hour }
  ])
  await enqueue(db, 'mail-password-reset', { email: plain })
  return accepted
}

/** Mails the link, good for 30 minutes and once, when there is such an account; among unconfirmed ones it is for the newest. */
export async function mailPasswordReset(deps: Deps, email: string): Promise<void> {
  const found = (await findCredential(deps.db, email)) ?? (await findUnconfirmed(deps.db, email))
  if (!found || found.disabledAt !== null) return
  const { id, name, version } = found
  const { token, tokenHash } = makeToken()
  await deps.db.transaction().execute(async (tx) => {
    await lockUser(tx, id)
    await insertLink(tx, { userId: id, purpose: 'reset-password', email, tokenHash, minutes: 30 })
    const link = linkTo(deps, 'reset-password', token)
    await publish(tx, 'auth.password-reset-requested', id, version, { userId: id, email, name, link })
  })
}

/**
 * Sets a new password for who has the link, and ends all sessions. It signs nobody in and leaves a second factor as it is. But
 * where the e-mail was never confirmed, which this does, somebody else may have set the account up: then the second factor goes too.
 */
export async function resetPassword(
  { db }: Deps,
  { token, password }: NewPassword,
  { address }: Origin
): Promise<void> {
  const tokenHash = hashToken(token)
  const link = await findLink(db, 'reset-password', tokenHash)
  if (!link) throw linkNotValid()
  checkPassword(password, link.email)
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (tx) => {
    await lockUser(tx, link.userId)
    if (!(await takeLink(tx, 'reset-password', tokenHash))) throw linkNotValid()
    const found = (await findCredentialById(tx, link.userId))!
    if (found.disabledAt !== null || found.email !== link.email) throw linkNotValid()
    await setPassword(tx, found.id, passwordHash)
    if (found.emailVerifiedAt === null) {
      await deleteSecondFactor(tx, found.id)
      await noteVerified(tx, found)
    }
    await notePassword(tx, found, 'reset-password', address)
  })
}

async function notePassword(tx: Db, { id, email, name, version }: Credential, action: string, address: string) {
  await publish(tx, 'auth.password-changed', id, version, { userId: id, email, name })
  await recordDeed(tx, { actor: user(id), address, action, object: user(id) })
}

/** Sets another password for who knows the one before, and ends all other sessions. */
export async function changePassword(
  { db }: Deps,
  userId: string,
  sessionId: string,
  { currentPassword, password }: ChangedPassword,
  { address }: Origin
): Promise<void> {
  const before = await requirePassword(db, userId, sessionId, currentPassword)
  checkPassword(password, before.email)
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (tx) => {
    await lockUser(tx, userId)
    const now = await findCredentialById(tx, userId)
    if (now?.passwordHash !== before.passwordHash)
      throw new Problem(403, 'password-refused', 'The password was changed meanwhile.')
    await setPassword(tx, userId, passwordHash, sessionId)
    await notePassword(tx, before, 'change-password', address)
  })
}

/** Mails a link to an e-mail that is to become the user's; good for 30 minutes. Asks for the password. Whether the e-mail has an account is not told. */
export async function requestEmailChange(
  deps: Deps,
  userId: string,
  sessionId: string,
  given: NewEmail
): Promise<Accepted> {
  const { db } = deps
  const { id, name, version } = await requirePassword(db, userId, sessionId, given.password)
  await takeTries(db, [{ key: keyOf('email-change', userId), tries: 5, seconds: hour }])
  const email = plainEmail(given.email)
  const { token, tokenHash } = makeToken()
  await db.transaction().execute(async (tx) => {
    await insertLink(tx, { userId: id, purpose: 'change-email', email, tokenHash, minutes: 30 })
    const link = linkTo(deps, 'change-email', token)
    await publish(tx, 'auth.email-change-requested', id, version, { userId: id, email, name, link })
  })
  return { detail: 'A mail with a link is on its way to the new e-mail.' }
}

/** Makes the new e-mail the user's, in a session of theirs, and tells the old one. Of several changes the one confirmed last stays. */
export function changeEmail({ db }: Deps, userId: string, token: string, { address }: Origin): Promise<User> {
  return db.transaction().execute(async (tx) => {
    await lockUser(tx, userId)
    const link = await takeLink(tx, 'change-email', hashToken(token))
    if (link?.userId !== userId) throw linkNotValid()
    const before = (await findCredentialById(tx, userId))!
    const version = await noteVerified(tx, { id: userId, email: link.email })
    await endResetLinks(tx, userId)
    const { name, email: formerEmail } = before
    await publish(tx, 'auth.email-changed', userId, version, { userId, email: link.email, formerEmail, name })
    await recordDeed(tx, {
      actor: user(userId),
      address,
      action: 'change-email',
      object: user(userId),
      before: formerEmail,
      after: link.email
    })
    return userOf((await findCredentialById(tx, userId))!)
  })
}
