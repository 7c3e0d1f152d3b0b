import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { issuer } from '@lumora/kit/auth'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'
import { advanceKeys, findKeys, insertKey, withKeysLocked, type NewKey, type SigningKey } from '../models/keys.ts'
import type { Db } from '../models/users.ts'
import type { PublicKey, PublicKeys } from '../schemas/keys.ts'

/** Seconds that a token is good for. */
export const tokenSeconds = 300

/** Milliseconds that an instance goes on with the keys it knows: with a token's lifetime well below the 10 minutes that a retired key is still published. */
const keysKeptMs = 30_000

export interface Signing {
  /** A JWT of the issuer, good for 5 minutes. */
  sign: (subject: string, audience: string, claims: Record<string, unknown>) => Promise<string>
  publicKeys: () => Promise<PublicKeys>
  /** Makes the next key the current one; the one before stays published for 10 minutes. */
  rotate: () => Promise<void>
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
    const privateJwk = JSON.parse(open(secret, kid, privateKey!)) as JWK
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
    rotate: async () => {
      const next = await makeKey(secret)
      await withKeysLocked(db, async (tx) => {
        await advanceKeys(tx)
        await insertKey(tx, next, 'next')
      })
      knownUntil = 0
    }
  }
}

/** The keys that tokens are verified with: the current one, the next one, and those just retired. */
export const listPublicKeys = ({ signing }: { signing: Signing }): Promise<PublicKeys> => signing.publicKeys()

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
  return { kid, publicJwk, privateKey: close(secret, kid, JSON.stringify(await exportJWK(pair.privateKey))) }
}

const cipherKey = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'lumora signing keys, AES-256-GCM', 32))

/** Encrypts a text by AES-256-GCM, bound to `label`: 12 bytes nonce, 16 bytes tag, then the text. */
function close(secret: string, label: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(secret), nonce).setAAD(Buffer.from(label))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function open(secret: string, label: string, closed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(secret), closed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(label)).setAuthTag(closed.subarray(12, 28))
  try {
    return decipher.update(closed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch (error) {
    throw new Error('KEY_SECRET is not the one that the signing keys were encrypted with.', { cause: error })
  }
}
