import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from '@lumora/kit/problem'

/** What of a request's headers goes on to a service. Everything else stops here, identity headers above all. */
const passedOn = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'cart-token',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'last-event-id',
  'lumora-signature',
  'order-token',
  'range',
  'stripe-signature',
  'traceparent',
  'user-agent'
])

/** What of these headers goes on to a service. */
export function headersFor(headers: IncomingHttpHeaders): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name in headers) if (passedOn.has(name)) result[name] = String(headers[name])
  return result
}

const tricks = /%(?:2f|5c|2e|00|3b)|\\|\/\/|;|\/\.{1,2}(?:\/|$)|^\/(?:api|media)\/.*\/$/i

/** Refuses addresses that mean one thing to the gateway and may mean another to a service. A page may end in a slash. */
export function requirePlainPath(url: string): void {
  const end = url.indexOf('?')
  if (tricks.test(end < 0 ? url : url.slice(0, end)))
    throw new Problem(404, 'not-found', 'There is nothing at this address.')
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a write that another site made a browser send, with the shop's cookie or to put one there; `friends` are the origins that may. */
export function requireSameSite(
  method: string,
  headers: IncomingHttpHeaders,
  scheme: () => string,
  friends: ReadonlySet<string>
): void {
  if (safe.has(method)) return
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (origin === undefined && site === undefined) return
  if (origin !== undefined && friends.has(origin)) return
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && origin.toLowerCase() !== `${scheme()}://${headers.host}`.toLowerCase()
  if (foreignSite || foreignOrigin) throw new Problem(403, 'cross-site-request', 'This request came from another site.')
}

const allowedMethods = 'GET, POST, PUT, PATCH, DELETE'
const allowedHeaders = 'authorization, content-type, idempotency-key, if-match, if-none-match, cart-token, order-token'
const exposedHeaders = 'etag, retry-after, x-request-id, idempotency-replayed'

/** The headers that let the page of a friendly origin read an answer; none for anybody else. */
export function sharingHeaders(origin: string | undefined, friends: ReadonlySet<string>): readonly string[] {
  if (origin === undefined || !friends.has(origin)) return []
  return [
    'access-control-allow-origin',
    origin,
    'access-control-allow-credentials',
    'true',
    'access-control-expose-headers',
    exposedHeaders
  ]
}

/** The answer to a browser that asks whether a page of a friendly origin may send a request. */
export const preflightHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': allowedMethods,
  'access-control-allow-headers': allowedHeaders,
  'access-control-max-age': '600',
  vary: 'origin'
})
