import { createHash, randomBytes } from 'node:crypto'
import { publish } from '@lumora/kit/events'
import { Problem } from '@lumora/kit/problem'
import {
  confirmSecondFactor,
  deleteSecondFactor,
  findChallenge,
  findSecondFactor,
  insertChallenge,
  insertSecondFactor,
  setRecoveryCodes,
  takeChallenge,
  takeRecoveryCode,
  takeStep
} from '../models/second-factors.ts'
import { findSession, setProven } from '../models/sessions.ts'
import { giveTryBack } from '../models/tries.ts'
import { findCredentialById, lockUser, type Credential, type Db } from '../models/users.ts'
import type { RecoveryCodes, SecondFactor, SecondFactorSecret } from '../schemas/second-factors.ts'
import type { Proof, Proven, SignedIn, SignInCode } from '../schemas/sessions.ts'
import { recordDeed, user } from './audit.ts'
import { base32, findStep } from './codes.ts'
import { keyOf, takeTries, type Origin } from './limits.ts'
import { isPassword } from './passwords.ts'
import { decrypt, encrypt, hashToken, makeToken } from './secrets.ts'
import { notValid, refuseDisabled, requireProof, signInAt, userOf, type Deps } from './sessions.ts'

const use = 'second factors'

/** What a sign-in whose password was right is answered: the challenge that the code is to be sent with, within 5 minutes. */
export async function needSecondFactor(db: Db, userId: string): Promise<Problem> {
  const { token, tokenHash } = makeToken()
  await insertChallenge(db, userId, tokenHash)
  return new Problem(401, 'second-factor-needed', 'Enter the code of your authenticator app, or a recovery code.', {
    challenge: token,
    expiresIn: 300
  })
}

const wrongCode = (status: 401 | 403) => new Problem(status, 'code-refused', 'This code is wrong, or was used already.')

/** Begins a session for who knows the password, as the challenge says, and has the code too. Five tries in 5 minutes. */
export async function signInWithCode(deps: Deps, { challenge, code }: SignInCode, origin: Origin): Promise<SignedIn> {
  const { db } = deps
  const challengeHash = hashToken(challenge)
  const userId = await findChallenge(db, challengeHash)
  if (userId === undefined)
    throw new Problem(401, 'challenge-not-valid', 'This sign-in has taken too long. Begin again with the password.')
  await takeCodeTry(db, code, codeKey(userId))
  const found = (await findCredentialById(db, userId))!
  refuseDisabled(found)
  const session = await db.transaction().execute(async (tx) => {
    const used = await useCode(deps, tx, userId, code)
    if (!used || !(await takeChallenge(tx, challengeHash))) throw wrongCode(401)
    const begun = await signInAt(tx, found, origin, true)
    await noteRecovery(tx, used, userId, origin)
    return begun
  })
  await giveTryBack(db, codeKey(userId))
  return { user: userOf(found), session }
}

/** Codes are counted by account at sign-in, and in a session by session, so that who has taken one cannot use up the owner's tries. */
const codeKey = (userId: string, sessionId = '') => keyOf('code', userId, sessionId)

/** Five tries in 5 minutes. A recovery code cannot be guessed, so it is not counted: it gets an owner in whose password is known and whose tries others use up. */
async function takeCodeTry(db: Db, code: string, key: string): Promise<void> {
  if (isAppCode(code)) await takeTries(db, [{ key, tries: 5, seconds: 300 }])
}

const isAppCode = (code: string) => /^\d{6}$/.test(code)

type Used = 'app' | 'recovery' | null

/** Uses a code up, and says of what kind it is; null when it is wrong or was used before. */
async function useCode(deps: Deps, tx: Db, userId: string, code: string): Promise<Used> {
  if (!isAppCode(code)) return (await takeRecoveryCode(tx, userId, recoveryHash(code))) ? 'recovery' : null
  const factor = await findSecondFactor(tx, userId)
  if (!factor) return null
  const step = findStep(readSecret(deps, userId, factor.secret), code, Date.now())
  return step !== undefined && (await takeStep(tx, userId, step)) ? 'app' : null
}

async function noteRecovery(tx: Db, used: Used, userId: string, { address }: Origin): Promise<void> {
  if (used !== 'recovery') return
  await recordDeed(tx, { actor: user(userId), address, action: 'use-recovery-code', object: user(userId) })
}

const readSecret = ({ keySecret }: Deps, userId: string, secret: Buffer) =>
  Buffer.from(decrypt(keySecret, use, userId, secret), 'hex')

const recoveryHash = (code: string) => createHash('sha256').update(code.replaceAll('-', '').toUpperCase()).digest()

/** How it stands with a user's second factor. */
export async function showSecondFactor(deps: Deps, userId: string, sessionId: string): Promise<SecondFactor> {
  const session = await findSession(deps.db, userId, sessionId, deps.staffSecondFactor === 'required')
  if (!session) throw notValid()
  const factor = await findSecondFactor(deps.db, userId)
  const enrolledAt = factor?.confirmedAt ?? null
  return {
    enrolledAt,
    recoveryCodesLeft: factor?.codes ?? 0,
    required: session.roles.length > 0 && (!session.trusted || enrolledAt !== null)
  }
}

/** Makes a secret for an authenticator app; it counts once it is confirmed. Asks for the password, five tries in 15 minutes. */
export async function beginSecondFactor(
  deps: Deps,
  userId: string,
  sessionId: string,
  password: string
): Promise<SecondFactorSecret> {
  const { db, keySecret } = deps
  const { email } = await requirePassword(db, userId, sessionId, password)
  const secret = randomBytes(20)
  if (!(await insertSecondFactor(db, userId, encrypt(keySecret, use, userId, secret.toString('hex'))))) throw enrolled()
  const text = base32(secret)
  const label = encodeURIComponent(`Lumora Jewels:${email}`)
  return {
    secret: text,
    uri: `otpauth://totp/${label}?secret=${text}&issuer=Lumora%20Jewels&algorithm=SHA1&digits=6&period=30`
  }
}

const enrolled = () => new Problem(409, 'second-factor-enrolled', 'There is a second factor already. Remove it first.')

/** Makes the second factor count, for who shows that the app has it, and gives 10 recovery codes. The user's other sessions end. */
export async function confirmNewSecondFactor(
  deps: Deps,
  userId: string,
  sessionId: string,
  code: string,
  origin: Origin
): Promise<RecoveryCodes> {
  const { db } = deps
  await takeCodeTry(db, code, codeKey(userId, sessionId))
  const codes = makeRecoveryCodes()
  await db.transaction().execute(async (tx) => {
    await lockUser(tx, userId)
    const factor = await findSecondFactor(tx, userId)
    if (factor && factor.confirmedAt !== null) throw enrolled()
    if (!(await useCode(deps, tx, userId, code))) throw wrongCode(403)
    await confirmSecondFactor(tx, userId, sessionId)
    await setRecoveryCodes(tx, userId, codes.map(recoveryHash))
    await tell(tx, (await findCredentialById(tx, userId))!, true)
    await recordDeed(tx, {
      actor: user(userId),
      address: origin.address,
      action: 'enrol-second-factor',
      object: user(userId)
    })
  })
  await giveTryBack(db, codeKey(userId, sessionId))
  return { recoveryCodes: codes }
}

/** Ten codes of 80 bits each, in groups of four. */
const makeRecoveryCodes = () =>
  Array.from({ length: 10 }, () => base32(randomBytes(10)).match(/.{4}/g)!.join('-').toLowerCase())

/** Gives 10 new recovery codes in place of those there were. */
export async function renewRecoveryCodes(
  deps: Deps,
  userId: string,
  sessionId: string,
  { address }: Origin
): Promise<RecoveryCodes> {
  await requireProof(deps, userId, sessionId)
  const codes = makeRecoveryCodes()
  await deps.db.transaction().execute(async (tx) => {
    await lockUser(tx, userId)
    const factor = await findSecondFactor(tx, userId)
    if (!factor || factor.confirmedAt === null) throw new Problem(404, 'not-found', 'There is no second factor.')
    await setRecoveryCodes(tx, userId, codes.map(recoveryHash))
    await recordDeed(tx, { actor: user(userId), address, action: 'renew-recovery-codes', object: user(userId) })
  })
  return { recoveryCodes: codes }
}

/** Removes one's own second factor; asks for a proof, which with a second factor is a code. */
export async function removeSecondFactor(
  deps: Deps,
  userId: string,
  sessionId: string,
  { address }: Origin
): Promise<void> {
  await requireProof(deps, userId, sessionId)
  await dropSecondFactor(deps.db, userId, { actor: user(userId), address })
}

/** Removes a user's second factor, tells them, and notes who did it. */
export async function dropSecondFactor(
  db: Db,
  userId: string,
  doer: { actor: string; address: string }
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await findCredentialById(tx, userId)
    if (!found || !(await deleteSecondFactor(tx, userId)))
      throw new Problem(404, 'not-found', 'There is no second factor.')
    await tell(tx, found, false)
    await recordDeed(tx, { ...doer, action: 'remove-second-factor', object: user(userId) })
  })
}

const tell = (tx: Db, { id, email, name, version }: Credential, isEnrolled: boolean) =>
  publish(tx, 'auth.second-factor-changed', id, version, { userId: id, email, name, enrolled: isEnrolled })

/** Notes that who holds the session has just shown to be its user: by a code for those with a second factor, else by the password. */
export async function proveSession(
  deps: Deps,
  userId: string,
  sessionId: string,
  { password, code }: Proof,
  origin: Origin
): Promise<Proven> {
  const { db } = deps
  const found = await findCredentialById(db, userId)
  if (!found) throw notValid()
  if (found.enrolled) {
    if (code === undefined)
      throw new Problem(403, 'second-factor-needed', 'Enter the code of your authenticator app, or a recovery code.')
    await takeCodeTry(db, code, codeKey(userId, sessionId))
  } else {
    if (password === undefined) throw new Problem(400, 'input-not-valid', 'Send the password.')
    await requirePassword(db, userId, sessionId, password)
  }
  const proven = await db.transaction().execute(async (tx) => {
    const used = found.enrolled ? await useCode(deps, tx, userId, code!) : null
    if (found.enrolled && !used) throw wrongCode(403)
    const set = await setProven(tx, userId, sessionId, found.enrolled)
    await noteRecovery(tx, used, userId, origin)
    return set
  })
  if (!proven) throw notValid()
  if (found.enrolled) await giveTryBack(db, codeKey(userId, sessionId))
  return proven
}

/** The user whose password this is; 403 when it is not, and 429 after five misses in the session in 15 minutes. */
export async function requirePassword(
  db: Db,
  userId: string,
  sessionId: string,
  password: string
): Promise<Credential> {
  const key = keyOf('password', userId, sessionId)
  await takeTries(db, [{ key, tries: 5, seconds: 15 * 60, growing: true }])
  const found = await findCredentialById(db, userId)
  if (!found || !(await isPassword(password, found.passwordHash)))
    throw new Problem(403, 'password-refused', 'The password is wrong.')
  await giveTryBack(db, key)
  return found
}
