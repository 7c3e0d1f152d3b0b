import { publish } from '@lumora/kit/events'
import { platformAudience, proofSeconds } from '@lumora/kit/auth'
import { Problem } from '@lumora/kit/problem'
import { deleteOldLinks } from '../models/email-links.ts'
import { deleteOldChallenges } from '../models/second-factors.ts'
import {
  deleteEndedSessions,
  deleteOtherSessions,
  deleteSession,
  findSession,
  findSessions,
  insertSession,
  useSession
} from '../models/sessions.ts'
import { deleteOldTries, giveTryBack } from '../models/tries.ts'
import { deleteOldPlaces, notePlace } from '../models/places.ts'
import { deleteUnreachable, findCredential, type Credential, type Db } from '../models/users.ts'
import type { CurrentSession, PersonToken, Sessions, SignedIn, SignIn } from '../schemas/sessions.ts'
import type { User } from '../schemas/users.ts'
import { tokenSeconds, type Signing } from './keys.ts'
import { keyOf, neighbourhood, network, shortened, takeTries, tooMany, type Origin } from './limits.ts'
import { isPassword } from './passwords.ts'
import { needSecondFactor } from './second-factors.ts'
import { hashToken, makeToken } from './secrets.ts'

export interface Deps {
  db: Db
  signing: Signing
  /** The SHA-256 in hex of each service's secret, by its name. */
  clients: ReadonlyMap<string, string>
  /** Whether cookies are for HTTPS only. */
  secureCookies: boolean
  /** Encrypts what has to be read again: signing keys, second factors. */
  keySecret: string
  /** Where links in mails lead, without a slash at the end. */
  shopUrl: string
  /** Whether staff have permissions only in sessions that began with a second factor. */
  staffSecondFactor: 'required' | 'optional'
  /** How many may register from one network in an hour. */
  registrationsPerHour: number
}

/** The form in which e-mails are compared and kept. */
export const plainEmail = (email: string): string => email.normalize('NFKC').toLowerCase()

/** What is shown of a user. */
export const userOf = ({ id, email, name, roles, emailVerifiedAt }: User): User => ({
  id,
  email,
  name,
  roles,
  emailVerifiedAt
})

/** Misses of one account from everywhere within an hour, after which a network that has missed before has to wait. */
const manyMisses = 50

/**
 * Begins a session for who knows the password, or says that the second factor is still to come. Five misses of an account
 * from one network in 15 minutes are a 429, then in 30, 60 and so on; so are 20 from one network in a minute. Who has not
 * missed gets in, however much others try: nobody can lock an owner out. An account whose e-mail is not confirmed is not found.
 */
export async function signIn({ db }: Deps, given: SignIn, origin: Origin): Promise<SignedIn> {
  const email = plainEmail(given.email)
  const place = network(origin.address)
  const account = keyOf('account', email, place)
  const shared = [keyOf('address', place), keyOf('everywhere', email)] as const
  const taken = await takeTries(db, [
    { key: account, tries: 5, seconds: 15 * 60, growing: true },
    { key: shared[0], tries: 20, seconds: 60 },
    { key: shared[1], tries: 1_000_000, seconds: 60 * 60 }
  ])
  const here = taken.get(account)!
  if (taken.get(shared[1])!.count > manyMisses && here.count > 1) throw tooMany(here.secondsLeft)
  const found = await findCredential(db, email)
  if (!(await isPassword(given.password, found?.passwordHash)) || !found)
    throw new Problem(401, 'sign-in-refused', refusal)
  await giveTryBack(db, account, [...shared])
  refuseDisabled(found)
  if (found.enrolled) throw await needSecondFactor(db, found.id)
  const session = await db.transaction().execute((tx) => signInAt(tx, found, origin))
  return { user: userOf(found), session }
}

/** The same for everyone who is refused, so that it tells nothing of who has an account. */
const refusal =
  'The e-mail or the password is wrong. An e-mail that has not been confirmed yet has to be confirmed first, by the link in the mail or by a new password.'

/** Throws when the account is disabled; only for who has proved that it is theirs. */
export function refuseDisabled({ disabledAt }: Pick<Credential, 'disabledAt'>): void {
  if (disabledAt !== null) throw new Problem(403, 'account-disabled', 'This account is disabled. Ask the shop why.')
}

/** Begins a session at a sign-in, and tells the user when the account has not been used from this device and network in 90 days; not at the first sign-in ever. */
export async function signInAt(tx: Db, found: Credential, origin: Origin, twice = false): Promise<SignedIn['session']> {
  const { id, email, name, version } = found
  const place = await notePlace(tx, id, placeKey(id, origin))
  if (place === 'new') {
    const at = new Date().toISOString()
    await publish(tx, 'auth.signed-in-anew', id, version, { userId: id, email, name, device: origin.device, at })
  }
  return insertNewSession(tx, id, origin, twice)
}

const placeKey = (userId: string, { address, device }: Origin) => keyOf('place', userId, device, neighbourhood(address))

/** Begins the first session of a new user. */
export async function beginSession(tx: Db, { id }: { id: string }, origin: Origin): Promise<SignedIn['session']> {
  await notePlace(tx, id, placeKey(id, origin))
  return insertNewSession(tx, id, origin, false)
}

/** Only its owner ever holds the token of a session, 256 bits of chance. */
async function insertNewSession(tx: Db, userId: string, origin: Origin, twice: boolean): Promise<SignedIn['session']> {
  const { token, tokenHash } = makeToken()
  const { address, device } = origin
  const { expiresAt } = await insertSession(tx, {
    userId,
    tokenHash,
    device,
    network: shortened(address),
    placeKey: placeKey(userId, origin),
    twice
  })
  return { token, expiresAt }
}

/** The session that the caller's token was made for, as long as it is live. */
export async function showSession(deps: Deps, userId: string, id: string): Promise<CurrentSession> {
  const found = await findSession(deps.db, userId, id, secondFactorNeeded(deps))
  if (!found) throw notValid()
  const { permissions, sessionId, expiresAt, provenAt, trusted } = found
  return {
    user: userOf(found),
    permissions: trusted ? permissions : [],
    secondFactorNeeded: found.roles.length > 0 && !trusted,
    provenAt,
    sessionId,
    expiresAt
  }
}

/** A user's live sessions, at most 100, the last used first. */
export const listSessions = async ({ db }: Deps, userId: string, currentId: string): Promise<Sessions> => ({
  items: await findSessions(db, userId, currentId)
})

/** Ends the session at once. */
export async function signOut({ db }: Deps, userId: string, id: string): Promise<void> {
  await deleteSession(db, userId, id)
}

/** Ends one of a user's sessions; 404 when it is not theirs or has ended. */
export async function endSession({ db }: Deps, userId: string, id: string): Promise<void> {
  if (!(await deleteSession(db, userId, id))) throw new Problem(404, 'not-found', 'There is no such session.')
}

/** Ends a user's sessions but the current one. */
export const endOtherSessions = ({ db }: Deps, userId: string, currentId: string): Promise<void> =>
  deleteOtherSessions(db, userId, currentId)

/** Throws unless who holds the session proved within 5 minutes who they are. */
export async function requireProof(deps: Deps, userId: string, id: string): Promise<void> {
  const found = await findSession(deps.db, userId, id, false)
  if (!found) throw notValid()
  if (found.provenAt === null || Date.parse(found.provenAt) < Date.now() - proofSeconds * 1000)
    throw new Problem(403, 'proof-needed', 'Prove first that it is you: enter your code or password again.')
}

/** Gives a JWT of 5 minutes for the token of a live session. Staff who lack a second factor get one that permits nothing. */
export async function exchangeSession(deps: Deps, sessionToken: string): Promise<PersonToken> {
  const session = await useSession(deps.db, hashToken(sessionToken), secondFactorNeeded(deps))
  if (!session) throw notValid()
  const { id, userId, roles, permissions, trusted, provenAt } = session
  const may = trusted ? { roles, permissions } : { roles: [], permissions: [] }
  const token = await deps.signing.sign(userId, platformAudience, { sid: id, ...may, provenAt })
  return { token, expiresIn: tokenSeconds, userId, staff: roles.length > 0 }
}

const secondFactorNeeded = ({ staffSecondFactor }: Deps) => staffSecondFactor === 'required'

/** Forgets sessions, links and sign-ins that have ended, tries and places that no longer count, and accounts that nobody can reach. */
export async function forgetEndedSessions({ db }: Pick<Deps, 'db'>): Promise<void> {
  await deleteEndedSessions(db)
  await deleteOldLinks(db)
  await deleteOldChallenges(db)
  await deleteOldTries(db)
  await deleteOldPlaces(db)
  await deleteUnreachable(db)
}

export const notValid = () => new Problem(401, 'session-not-valid', 'This session has ended. Sign in again.')
