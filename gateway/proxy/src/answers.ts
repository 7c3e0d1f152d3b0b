import type { IncomingHttpHeaders } from 'node:http'

type Headers = Record<string, string | string[] | undefined>

/** On every answer, unless the service says otherwise itself: nothing of the API is a page, a frame or another type than it says. */
export const guarding: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-site',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()'
}
const guards = Object.entries(guarding)

/** A second fresh, five more while it is made anew, and a minute while the shop cannot make it. */
export const sharedFor = 'public, max-age=1, stale-while-revalidate=5, stale-if-error=60'
const sharedVary = 'cookie, authorization, origin'

/** What concerns one connection only, or tells what we run. */
const dropped = new Set([
  'alt-svc',
  'cache-control',
  'connection',
  'date',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'via',
  'x-accel-expires',
  'x-accel-redirect',
  'x-powered-by'
])

/** Whether a request shows who it is from; what it is answered with is nobody else's. */
export const isPersonal = ({ authorization, cookie, ...headers }: IncomingHttpHeaders): boolean =>
  authorization !== undefined ||
  cookie !== undefined ||
  headers['cart-token'] !== undefined ||
  headers['order-token'] !== undefined

/**
 * How long whom may keep an answer. What a service says counts, but a personal answer is never for shared caches.
 * What it says nothing of is shared for a second when the route is, and is otherwise not stored.
 */
export function keepingOf(said: string | undefined, status: number, isShared: boolean, personal: boolean): string {
  if (status === 304 || status < 300) {
    if (personal) return said === undefined || /\b(?:public|s-maxage)\b/.test(said) ? 'private, no-cache' : said
    return said ?? (isShared ? sharedFor : 'no-store')
  }
  return said !== undefined && /\bno-store\b/.test(said) ? said : 'no-store'
}

/** The headers of an answer to the outside, as the flat list that `writeHead` sends fastest. `isForAll`: it is the same whoever asks. */
export function answerHeaders(
  from: Headers,
  requestId: string,
  keeping: string,
  isForAll: boolean,
  more: readonly string[]
): string[] {
  const list: string[] = []
  for (const name in from) {
    const value = from[name]
    if (value === undefined || dropped.has(name)) continue
    if (typeof value === 'string') list.push(name, value)
    else for (const each of value) list.push(name, each)
  }
  for (const [name, value] of guards) if (from[name] === undefined) list.push(name, value)
  list.push('cache-control', keeping, 'x-request-id', requestId)
  const vary = typeof from.vary === 'string' ? from.vary : undefined
  const varies = isForAll ? 'origin' : sharedVary
  if (keeping.startsWith('public')) list.push('vary', vary === undefined ? varies : `${vary}, ${varies}`)
  else if (vary !== undefined) list.push('vary', vary)
  for (const each of more) list.push(each)
  return list
}
