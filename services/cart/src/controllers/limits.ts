import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/carts.ts'
import { takeTry, type Allowance } from '../models/tries.ts'

/** Takes a try under each key; a key that has had all its tries is a 429 that says when to come back. */
export async function takeTries(db: Db, allowances: Allowance[]): Promise<void> {
  const taken = await takeTry(db, allowances)
  const waits = allowances.map(({ key, tries }) => (taken.get(key)!.count > tries ? taken.get(key)!.secondsLeft : 0))
  const retryAfter = Math.max(...waits)
  if (retryAfter > 0)
    throw new Problem(429, 'too-many-tries', 'There were too many tries. Wait a while before the next one.', {
      retryAfter
    })
}

/** The key of what is counted, of which only a digest is kept. */
export const keyOf = (what: string, part: string): string =>
  `${what}:${createHash('sha256').update(part).digest('base64url')}`

/** Whoever has an IPv6 address has its whole /64, so that counts as one; an IPv4 address counts by itself. */
export function network(address: string): string {
  const ipv4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (ipv4 !== undefined || !isIPv6(address)) return ipv4 ?? address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
