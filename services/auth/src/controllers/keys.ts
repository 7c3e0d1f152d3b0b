import { issuer } from '@lumora/kit/auth'
import { Problem } from '@lumora/kit/problem'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'
import {
  advanceKeys,
  findKeys,
  findNextKeyAge,
  insertKey,
  withKeysLocked,
  type NewKey,
  type SigningKey
} from '../models/keys.ts'
import type { Db } from '../models/users.ts'
import type { PublicKey, PublicKeys } from '../schemas/keys.ts'
import { recordDeed, type Doer } from './audit.ts'
import { decrypt, encrypt } from './secrets.ts'

const use = 'signing keys'

/** Seconds that a token is good for. */
export const tokenSeconds = 300

/** Milliseconds that an instance goes on with the keys it knows: with a token's lifetime well below the 10 minutes that a retired key is still published. */
const keysKeptMs = 30_000

export interface Signing {
  /** A JWT of the issuer, good for 5 minutes. */
  sign: (subject: string, audience: string, claims: Record<string, unknown>) => Promise<string>
  publicKeys: () => Promise<PublicKeys>
  /** Makes the next key the current one, if it was published for so many seconds; the one before stays published for 10 minutes. Returns the seconds that are still to wait: 0 when it is done. */
  rotate: (publishedSeconds?: number) => Promise<number>
}

interface KeysInUse {
  kid: string
  privateKey: Awaited<ReturnType<typeof importJWK>>
  publicKeys: PublicKeys
}

/** Signs with the current key of the database, of which the first instance to ask makes the first. When the database is away, the keys known already serve on. */
export function openSigning({ db, secret }: { db: Db; secret: string }): Signing {
  let known: KeysInUse | undefined
  let knownUntil = 0
  let loading: Promise<KeysInUse> | undefined

  async function load(): Promise<KeysInUse> {
    const rows = await findKeys(db)
    const keys = rows.some(({ state }) => state === 'current') ? rows : await makeFirstKeys(db, secret)
    const { kid, privateKey } = keys.find(({ state }) => state === 'current')!
    const privateJwk = JSON.parse(decrypt(secret, use, kid, privateKey!)) as JWK
    return {
      kid,
      privateKey: await importJWK(privateJwk, 'EdDSA'),
      publicKeys: { keys: keys.map(({ publicJwk }) => publicJwk) }
    }
  }

  async function keysInUse(): Promise<KeysInUse> {
    if (known && knownUntil > Date.now()) return known
    loading ??= load().finally(() => (loading = undefined))
    try {
      known = await loading
    } catch (error) {
      if (!known) throw error
    }
    knownUntil = Date.now() + keysKeptMs
    return known
  }

  return {
    sign: async (subject, audience, claims) => {
      const { kid, privateKey } = await keysInUse()
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${tokenSeconds}s`)
        .sign(privateKey)
    },
    publicKeys: async () => (await keysInUse()).publicKeys,
    rotate: async (publishedSeconds = 0) => {
      const next = await makeKey(secret)
      const wait = await withKeysLocked(db, async (tx) => {
        const age = await findNextKeyAge(tx)
        if (age < publishedSeconds) return publishedSeconds - age
        await advanceKeys(tx)
        await insertKey(tx, next, 'next')
        return 0
      })
      knownUntil = 0
      return wait
    }
  }
}

/** The keys that tokens are verified with: the current one, the next one, and those just retired. */
export const listPublicKeys = ({ signing }: { signing: Signing }): Promise<PublicKeys> => signing.publicKeys()

/** Seconds that the next key must have been published before it may sign: two instances' memory of the keys, so that no verifier meets a key that it cannot fetch. */
const publishedSeconds = 60

/** Makes the next signing key the current one, for the operator. Too soon after the last time is a 409. */
export async function rotateKeys({ db, signing }: { db: Db; signing: Signing }, doer: Doer): Promise<PublicKeys> {
  await signing.publicKeys()
  const wait = await signing.rotate(publishedSeconds)
  if (wait > 0)
    throw new Problem(409, 'key-too-new', 'The next key has to be published for a minute before it signs.', {
      retryAfter: wait
    })
  await db.transaction().execute((tx) => recordDeed(tx, { ...doer, action: 'rotate-keys', object: 'signing keys' }))
  return signing.publicKeys()
}

function makeFirstKeys(db: Db, secret: string): Promise<SigningKey[]> {
  return withKeysLocked(db, async (tx) => {
    const found = await findKeys(tx)
    if (found.some(({ state }) => state === 'current')) return found
    await insertKey(tx, await makeKey(secret), 'current')
    await insertKey(tx, await makeKey(secret), 'next')
    return findKeys(tx)
  })
}

async function makeKey(secret: string): Promise<NewKey> {
  const pair = await generateKeyPair('EdDSA', { extractable: true })
  const jwk = await exportJWK(pair.publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  const publicJwk = { ...jwk, kid, alg: 'EdDSA', use: 'sig' } as PublicKey
  return { kid, publicJwk, privateKey: encrypt(secret, use, kid, JSON.stringify(await exportJWK(pair.privateKey))) }
}
