import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Signs what the shop says, so that it can be believed when it comes back. */
export interface QuoteSeal {
  seal: (value: object) => string
  /** What was sealed; undefined when the token is not one that we made, with a secret that still counts. */
  open: (token: string) => unknown
}

/** Seals with the first of the secrets (HMAC-SHA256), and opens what any of them sealed: a secret is changed by putting the new one before it. */
export function openQuoteSeal(secrets: readonly string[]): QuoteSeal {
  const keys = new Map(secrets.map((secret) => [keyId(secret), secret]))
  const [current] = secrets
  return {
    seal: (value) => {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url')
      const signed = `${keyId(current!)}.${text}`
      return `${signed}.${sign(current!, signed).toString('base64url')}`
    },
    open: (token) => {
      const [id = '', text = '', signature = '', ...rest] = token.split('.')
      const secret = keys.get(id)
      if (!secret || rest.length > 0) return undefined
      const given = Buffer.from(signature, 'base64url')
      const due = sign(secret, `${id}.${text}`)
      if (given.length !== due.length || given.toString('base64url') !== signature || !timingSafeEqual(given, due))
        return undefined
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
    }
  }
}

const keyId = (secret: string) => createHash('sha256').update(`key id ${secret}`).digest('hex').slice(0, 8)
const sign = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest()
