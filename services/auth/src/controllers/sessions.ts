import { createHash, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { platformAudience } from '@lumora/kit/auth'
import { Problem } from '@lumora/kit/problem'
import { deleteEndedSessions, deleteSession, findSession, insertSession, useSession } from '../models/sessions.ts'
import { deleteOldTries, giveTryBack, takeTry } from '../models/tries.ts'
import { findCredential, type Db } from '../models/users.ts'
import type { CurrentSession, PersonToken, SignedIn, SignIn } from '../schemas/sessions.ts'
import { tokenSeconds, type Signing } from './keys.ts'
import { isPassword } from './passwords.ts'

export interface Deps {
  db: Db
  signing: Signing
  /** The SHA-256 in hex of each service's secret, by its name. */
  clients: ReadonlyMap<string, string>
  /** Whether cookies are for HTTPS only. */
  secureCookies: boolean
}

/** The form in which e-mails are compared and kept. */
export const plainEmail = (email: string): string => email.normalize('NFKC').toLowerCase()

/** Begins a session for who knows the password. Five misses of an account from one address in 15 minutes, or 20 from an address in one, are a 429. */
export async function signIn({ db }: Deps, given: SignIn, address: string): Promise<SignedIn> {
  const email = plainEmail(given.email)
  const place = network(address)
  const account = `account:${digest(`${email} ${place}`)}`
  const neighbours = `address:${digest(place)}`
  const retryAfter = await takeTry(db, [
    { key: account, tries: 5, seconds: 15 * 60 },
    { key: neighbours, tries: 20, seconds: 60 }
  ])
  if (retryAfter > 0)
    throw new Problem(429, 'too-many-tries', 'There were too many tries. Wait a while before the next one.', {
      retryAfter
    })
  const found = await findCredential(db, email)
  if (!(await isPassword(given.password, found?.passwordHash)) || !found)
    throw new Problem(401, 'sign-in-refused', 'The e-mail or the password is wrong.')
  const session = await beginSession(db, found.id)
  await giveTryBack(db, { cleared: account, shared: neighbours })
  const { id, name, roles } = found
  return { user: { id, email, name, roles }, session }
}

/** Begins a session; only its owner ever holds the token, 256 bits of chance. */
export async function beginSession(tx: Db, userId: string): Promise<SignedIn['session']> {
  const token = randomBytes(32).toString('base64url')
  const { expiresAt } = await insertSession(tx, userId, tokenHash(token))
  return { token, expiresAt }
}

/** The session that the caller's token was made for, as long as it is live. */
export async function showSession({ db }: Deps, userId: string, id: string): Promise<CurrentSession> {
  const found = await findSession(db, userId, id)
  if (!found) throw notValid()
  const { permissions, sessionId, expiresAt, ...user } = found
  return { user, permissions, sessionId, expiresAt }
}

/** Ends the session at once. */
export const signOut = ({ db }: Deps, userId: string, id: string): Promise<void> => deleteSession(db, userId, id)

/** Gives a JWT of 5 minutes for the token of a live session. */
export async function exchangeSession({ db, signing }: Deps, sessionToken: string): Promise<PersonToken> {
  const session = await useSession(db, tokenHash(sessionToken))
  if (!session) throw notValid()
  const { id, userId, roles, permissions } = session
  const token = await signing.sign(userId, platformAudience, { sid: id, roles, permissions })
  return { token, expiresIn: tokenSeconds, userId }
}

/** Forgets sessions that have ended, and tries that no longer count. */
export async function forgetEndedSessions({ db }: Deps): Promise<void> {
  await deleteEndedSessions(db)
  await deleteOldTries(db)
}

const notValid = () => new Problem(401, 'session-not-valid', 'This session has ended. Sign in again.')
const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Whoever has an IPv6 address has its whole /64, so that counts as one; an IPv4 address counts by itself. */
function network(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
