import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** A token that nobody can guess, 256 bits of chance, and the hash of it that is kept. */
export function makeToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

/** What is kept of a token. With 256 bits of chance in it no slow hash is needed. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const cipherKey = (secret: string, use: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `lumora ${use}, AES-256-GCM`, 32))

/** Encrypts a text by AES-256-GCM, bound to its use and to `label`: 12 bytes nonce, 16 bytes tag, then the text. */
export function encrypt(secret: string, use: string, label: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(secret, use), nonce).setAAD(Buffer.from(label))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The text behind `encrypt`. Throws when the secret, the use or the label is another. */
export function decrypt(secret: string, use: string, label: string, closed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(secret, use), closed.subarray(0, 12), {
    authTagLength: 16
  })
  decipher.setAAD(Buffer.from(label)).setAuthTag(closed.subarray(12, 28))
  try {
    return decipher.update(closed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch (error) {
    throw new Error(`KEY_SECRET is not the one that the ${use} were encrypted with.`, { cause: error })
  }
}
