import { BlockList, isIPv6 } from 'node:net'

/** An address as limits count it. */
export interface Address {
  /** The address itself, of IPv6 its /64: whoever has one address there has them all. */
  key: string
  /** One of ours, such as a load test's: it may ask 10,000 times as often. */
  isTrusted: boolean
}

const maxKept = 10_000

/** Reads addresses; `trusted` are addresses and networks such as 127.0.0.1 or 10.0.0.0/8. Throws when one of them is neither. */
export function readAddresses(trusted: readonly string[]): (address: string) => Address {
  const ours = new BlockList()
  for (const text of trusted) {
    const [network, length] = text.split('/') as [string, string?]
    const family = isIPv6(network) ? 'ipv6' : 'ipv4'
    if (length === undefined) ours.addAddress(network, family)
    else ours.addSubnet(network, Number(length), family)
  }
  const kept = new Map<string, Address>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const address = text.replace(/^::ffff:(?=\d+\.\d)/i, '')
    const isV6 = isIPv6(address)
    const read = {
      key: isV6 ? networkOf(address) : address,
      isTrusted: ours.check(address, isV6 ? 'ipv6' : 'ipv4')
    }
    if (kept.size >= maxKept) kept.clear()
    kept.set(text, read)
    return read
  }
}

/** The first 64 bits of an IPv6 address, written in one way only. */
function networkOf(address: string): string {
  const [head, tail] = address.split('%')[0]!.toLowerCase().split('::') as [string, string?]
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - front.length - back.length - (back.at(-1)?.includes('.') ? 1 : 0)
  const groups = [...front, ...Array<string>(Math.max(missing, 0)).fill('0'), ...back]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
