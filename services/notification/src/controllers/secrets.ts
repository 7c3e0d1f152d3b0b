import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

const keyOf = (secret: string, use: string) => Buffer.from(hkdfSync('sha256', secret, '', `lumora ${use}`, 32))

/** Encrypts a text by AES-256-GCM, bound to `label`: 12 bytes nonce, 16 bytes tag, then the text. */
export function encrypt(secret: string, label: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, 'webhook secrets'), nonce).setAAD(Buffer.from(label))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The text behind `encrypt`. Throws when the secret or the label is another. */
export function decrypt(secret: string, label: string, closed: Buffer): string {
  const key = keyOf(secret, 'webhook secrets')
  const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(label)).setAuthTag(closed.subarray(12, 28))
  return decipher.update(closed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text)
const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** A webhook's secret, as Standard Webhooks writes it. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The `webhook-signature` of a body by each of these secrets (standardwebhooks.com: HMAC-SHA256 of `id.timestamp.body`). */
export const signWebhook = (secrets: readonly string[], id: string, timestamp: number, body: string): string =>
  secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
      return `v1,${hmac(key, `${id}.${timestamp}.${body}`).digest('base64')}`
    })
    .join(' ')

/** A link's token that says who no longer wants what, on which channel; nobody but this service can make one. */
export function makeUnsubscribeToken(secret: string, userId: string, channel: string, topic: string): string {
  const said = Buffer.from(JSON.stringify([userId, channel, topic])).toString('base64url')
  return `${said}.${hmac(keyOf(secret, 'unsubscribing'), said).digest('base64url')}`
}

/** What a token says; null when it is not one of ours. */
export function readUnsubscribeToken(
  secret: string,
  token: string
): { userId: string; channel: string; topic: string } | null {
  const [said = '', signature = ''] = token.split('.')
  if (!isSame(hmac(keyOf(secret, 'unsubscribing'), said).digest('base64url'), signature)) return null
  const [userId, channel, topic] = JSON.parse(Buffer.from(said, 'base64url').toString()) as [string, string, string]
  return { userId, channel, topic }
}

const toleranceS = 300

/** Whether `t=<seconds>,v1=<hex>` signs `<seconds>.<body>` by this secret, within 5 minutes. */
export function isReportSigned(
  secret: string,
  signature: string | undefined,
  body: string,
  nowMs = Date.now()
): boolean {
  const [, at, given] = /^t=(\d{1,12}),v1=([\da-f]{64})$/.exec(signature ?? '') ?? []
  if (at === undefined || given === undefined || Math.abs(nowMs / 1000 - Number(at)) > toleranceS) return false
  return isSame(hmac(Buffer.from(secret), `${at}.${body}`).digest('hex'), given)
}
