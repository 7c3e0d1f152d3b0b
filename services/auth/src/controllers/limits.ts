import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { Problem } from '@lumora/kit/problem'
import { takeTry, type Allowance, type Taken } from '../models/tries.ts'
import type { Db } from '../models/users.ts'

/** Where a request comes from. */
export interface Origin {
  address: string
  /** What the browser says it is, made short. */
  device: string
}

/** Takes a try under each key; a key that has had all its tries is a 429 that says when to come back. */
export async function takeTries(db: Db, allowances: Allowance[]): Promise<Map<string, Taken>> {
  const taken = await takeTry(db, allowances)
  const waits = allowances.map(({ key, tries }) => (taken.get(key)!.count > tries ? taken.get(key)!.secondsLeft : 0))
  const retryAfter = Math.max(...waits)
  if (retryAfter > 0) throw tooMany(retryAfter)
  return taken
}

export const tooMany = (retryAfter: number) =>
  new Problem(429, 'too-many-tries', 'There were too many tries. Wait a while before the next one.', { retryAfter })

/** The key of what is counted; of e-mails and addresses only a digest is kept. */
export const keyOf = (what: string, ...parts: string[]): string =>
  `${what}:${createHash('sha256').update(parts.join(' ')).digest('base64url')}`

/** Whoever has an IPv6 address has its whole /64, so that counts as one; an IPv4 address counts by itself. */
export function network(address: string): string {
  const groups = groupsOf(address)
  return groups ? groups.slice(0, 4).join(':') : plain(address)
}

/** An address without its last part: enough to tell home from abroad, too little to tell who. */
export function shortened(address: string): string {
  const groups = groupsOf(address)
  if (groups) return `${groups.slice(0, 3).join(':')}::/48`
  const [, head] = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain(address)) ?? []
  return head === undefined ? '' : `${head}.0/24`
}

/** What counts as one place: an IPv4 address's /24, an IPv6 address's /64. */
export const neighbourhood = (address: string): string => (groupsOf(address) ? network(address) : shortened(address))

const plain = (address: string) => /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address

/** The eight groups of an IPv6 address; null for any other. */
function groupsOf(address: string): string[] | null {
  if (plain(address) !== address || !isIPv6(address)) return null
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}
