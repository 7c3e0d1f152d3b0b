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

/** The headers for a service: those that may pass, and what the gateway itself says of the caller. */
export function headersFor(
  headers: IncomingHttpHeaders,
  said: Record<string, string | undefined>
): IncomingHttpHeaders {
  const result: IncomingHttpHeaders = {}
  for (const [name, value] of Object.entries(headers)) if (passedOn.has(name)) result[name] = value
  for (const [name, value] of Object.entries(said)) if (value !== undefined) result[name] = value
  return result
}

const tricks = /%(?:2f|5c|2e|00|3b)|\\|\/\/|;|\/\.{1,2}(?:\/|$)|.\/$/i

/** Refuses addresses that mean one thing to the gateway and may mean another to a service. */
export function requirePlainPath(url: string): void {
  const end = url.indexOf('?')
  if (tricks.test(end < 0 ? url : url.slice(0, end)))
    throw new Problem(404, 'not-found', 'There is nothing at this address.')
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a write that another site made a browser send with the shop's cookie. */
export function requireSameSite(method: string, headers: IncomingHttpHeaders): void {
  if (safe.has(method) || headers.cookie === undefined) return
  const site = headers['sec-fetch-site']
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  const foreignOrigin = origin !== undefined && hostOf(origin) !== headers.host
  if (foreignSite || foreignOrigin) throw new Problem(403, 'cross-site-request', 'This request came from another site.')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
