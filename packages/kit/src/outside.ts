import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** An address that this process must not call, or not in this way. */
export class AddressRefused extends Error {
  override name = 'AddressRefused'
}

export interface OutsideOptions {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Milliseconds for everything, from looking the name up to the last byte; 10,000 unless told. */
  timeoutMs?: number
  /** What is read of the answer at most; 64 KiB unless told. More is an error, unless `truncate` says to stop there. */
  maxBytes?: number
  truncate?: boolean
  /** Inner addresses that the operator allows, as `host:port`; these may also be plain HTTP. */
  allow?: readonly string[]
  /** Whether plain HTTP is allowed everywhere; only HTTPS unless told. */
  plain?: boolean
  /** How names become addresses; the system's way unless told. */
  resolve?: (hostname: string) => Promise<string[]>
}

export interface OutsideAnswer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

const refused = new BlockList()
/** What is not the public internet (IANA's special-purpose registries for IPv4). */
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4'
])
  refused.addSubnet(network.split('/')[0]!, Number(network.split('/')[1]), 'ipv4')
/** Of IPv6 only the global unicast block is called, without what stands for an IPv4 address or for documents. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
] as const)
  refused.addSubnet(network, bits, 'ipv6')

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !refused.check(address, 'ipv4')
  return family === 6 && global.check(address, 'ipv6') && !refused.check(address, 'ipv6')
}

const systemResolve = async (hostname: string) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address)

/** The URL, if it may be called as far as its text tells; throws `AddressRefused`. */
export function checkOutsideUrl(
  text: string,
  { allow = [], plain = false }: Pick<OutsideOptions, 'allow' | 'plain'> = {}
): URL {
  if (!URL.canParse(text)) throw new AddressRefused('This is not an address.')
  const url = new URL(text)
  const isAllowed = allow.includes(portedHost(url))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (plain || isAllowed)))
    throw new AddressRefused('Only https addresses are called.')
  if (url.username !== '' || url.password !== '')
    throw new AddressRefused('An address with a name or a password in it is not called.')
  const host = bareHost(url)
  const isInnerName =
    isIP(host) === 0 && (!/\.[a-z0-9-]+\.?$/i.test(host) || /(^|\.)(localhost|local|internal)\.?$/i.test(host))
  if (!isAllowed && (isInnerName || (isIP(host) !== 0 && !isPublicAddress(host))))
    throw new AddressRefused('This address is not on the public internet.')
  return url
}

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')
const portedHost = ({ hostname, port, protocol }: URL) => `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`

/**
 * Calls an address that somebody else has named, and no inner one, however it is spelt: the name is looked up once, every
 * address behind it must be public, and one of these very addresses is called. Follows no redirect, keeps no connection, reads a
 * bounded answer in a bounded time. Throws `AddressRefused`, or what the network says.
 */
export async function fetchOutside(text: string, options: OutsideOptions = {}): Promise<OutsideAnswer> {
  const { method = 'GET', headers = {}, body, timeoutMs = 10_000, maxBytes = 65_536, truncate = false } = options
  const { allow = [], resolve = systemResolve } = options
  const url = checkOutsideUrl(text, options)
  const signal = AbortSignal.timeout(timeoutMs)
  const host = bareHost(url)
  const addresses = isIP(host) === 0 ? await withinTime(resolve(host), signal) : [host]
  if (addresses.length === 0) throw new Error('This name has no address.')
  if (!allow.includes(portedHost(url)) && !addresses.every(isPublicAddress))
    throw new AddressRefused('This address is not on the public internet.')
  const checked = addresses.map((address) => ({ address, family: isIP(address) }))
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest

  const answer = await new Promise<IncomingMessage>((done, failed) => {
    const request = send(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
      signal,
      agent: false,
      // The name is not looked up again: what was checked is what is called.
      lookup: (_hostname, { all }, found) =>
        all ? found(null, checked) : found(null, checked[0]!.address, checked[0]!.family)
    })
    request.on('response', done).on('error', failed)
    request.end(body)
  })
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    const room = maxBytes - size
    size += part.length
    parts.push(part.subarray(0, room))
    if (size <= maxBytes) continue
    answer.destroy()
    if (truncate) break
    throw new Error(`The answer is longer than ${maxBytes} bytes.`)
  }
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }
}

function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, failed) => {
    signal.addEventListener('abort', () => failed(signal.reason as Error), { once: true })
  })
  return Promise.race([work, late])
}
