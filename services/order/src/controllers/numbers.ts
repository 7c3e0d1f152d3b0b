import { randomBytes } from 'node:crypto'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 40 random bits, so a number tells nothing of how many orders there are. */
export function newNumber(): string {
  let bits = BigInt(`0x${randomBytes(5).toString('hex')}`)
  let text = ''
  for (let i = 0; i < 8; i++, bits >>= 5n) text += crockford[Number(bits & 31n)]
  return `LJ-${text}`
}

/** UUIDv7 (RFC 9562): the time in milliseconds, then 74 random bits. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
