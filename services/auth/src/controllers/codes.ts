import { createHmac, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The one-time code of a time step (RFC 6238 on RFC 4226, HMAC-SHA-1): `digits` decimal digits. */
export function codeOf(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const number = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The time step of a moment, in milliseconds since the epoch. */
export const stepOf = (ms: number): number => Math.floor(ms / 1000 / stepSeconds)

/** The time step that a code is of: now, or the one before or after for clocks that differ; undefined when it is of none of them. */
export function findStep(secret: Buffer, code: string, ms: number): number | undefined {
  const given = Buffer.from(code)
  const now = stepOf(ms)
  return [now, now - 1, now + 1].find((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), given))
}

/** Bytes in base32 (RFC 4648), without padding. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
