import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from '@lumora/kit/problem'
import type { App } from '@lumora/kit/service'
import { escaped, plainPage, plainPolicy } from './plain-pages.ts'

/** What goes to the storefront: everything that is nobody else's. What matters apart, or is a file, has a row of its own. */
export const siteRows: readonly string[] = [
  'GET /*',
  'POST /*',
  'GET /assets/*',
  'GET /pictures/*',
  'GET /checkout',
  'GET /checkout.data',
  'POST /checkout',
  'POST /checkout.data',
  'GET /orders/:orderId',
  'POST /orders/:orderId'
]

const reserved = /^\/(?:api|media|internal|admin|metrics|livez|readyz)(?:\/|$)|\/\.(?!well-known\/)/i

const isReserved = (url: string): boolean => reserved.test(url.split('?', 1)[0]!)

/** Refuses what the storefront is never asked for: the API, what is inside, hidden files. */
export function requireSitePath(url: string): void {
  if (isReserved(url)) throw new Problem(404, 'not-found', 'There is nothing at this address.')
}

/** What of a request's headers goes on to the storefront. Not `origin`: whether a form came from another site is decided here. */
const passedOn = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'if-modified-since',
  'if-none-match',
  'purpose',
  'range',
  'referer',
  'save-data',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-gpc',
  'sec-purpose',
  'traceparent',
  'user-agent'
])

interface Request {
  raw: { headers: IncomingHttpHeaders }
  id: string
  ip: string
  protocol: string
}

/** What the gateway says to the storefront of a request. The address comes back with what the storefront then asks for. */
export function headersToSite({ raw: { headers }, id, ip, protocol }: Request, leftMs: number): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name in headers) if (passedOn.has(name)) result[name] = String(headers[name])
  return {
    ...result,
    'x-request-id': id,
    'x-forwarded-for': ip,
    'x-forwarded-proto': protocol,
    'x-deadline-ms': String(leftMs)
  }
}

/** Has what a page is refused with be a page too; what is no page is refused with a problem. */
export function refuseWithPages(app: App): void {
  app.addHook('onSend', (request, reply, payload, next) => {
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json')
    if (!isProblem || isReserved(request.raw.url!) || !request.headers.accept?.includes('text/html'))
      return next(null, payload)
    const { detail } = JSON.parse(String(payload)) as { detail: string }
    reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', plainPolicy)
    const home = reply.statusCode === 404 ? '<p><a href="/">To the shop</a></p>' : ''
    next(null, plainPage('Lumora Jewels', `<p>${escaped(detail)}</p>${home}`))
  })
}
