/** How much a route matters when there is more to do than can be done: `critical` is refused last, `sheddable` first. */
export type Class = 'critical' | 'normal' | 'sheddable'

/** How often an address and a person may ask, in a window. A `closed` limit refuses when it cannot be counted, the others let pass. */
export interface Limit {
  name: string
  windowMs: number
  /** Of one address (of IPv6, of its /64), whoever is signed in. */
  perAddress?: number
  /** Of one person, from wherever. */
  perPerson?: number
  closed?: true
}

/** What holds for a row of the table of routes. */
export interface Policy {
  class: Class
  limits: readonly Limit[]
  /** Counts only requests with a search in them. */
  searchLimit?: Limit
  deadlineMs: number
  /** Anyone may keep the answer to a guest for a second; while it is made anew, or cannot be, an older one may serve. */
  isShared: boolean
  /** Says the same to everybody, as pictures do: nobody's session is looked at, and the service alone says how long it is kept. */
  isForAll: boolean
  /** Answers as long as the client stays, as server-sent events do. */
  isLasting: boolean
  /** Changes what everybody sees of the catalogue, so that nothing kept of it may serve any longer. */
  changesCatalogue: boolean
  /** A page or a file of the storefront, which has the visitor's cookies and asks the API itself. */
  isSite: boolean
}

const minute = 60_000
const hour = 60 * minute

const everything: Limit = { name: 'everything', windowMs: minute, perAddress: 600, perPerson: 300 }
/** A page has two dozen pictures. */
const pictures: Limit = { name: 'pictures', windowMs: minute, perAddress: 6000 }
/** What a page asks of the API counts for the visitor too. */
const visits: Limit = { name: 'visits', windowMs: minute, perAddress: 600 }
const search: Limit = { name: 'search', windowMs: minute, perAddress: 60 }

const limits: [Limit, string[]][] = [
  [
    { name: 'sign-in', windowMs: minute, perAddress: 20, closed: true },
    [
      'POST /api/v1/auth/sessions',
      'POST /api/v1/auth/sessions/second-factor',
      'POST /api/v1/auth/sessions/current/proof',
      'PUT /api/v1/auth/password'
    ]
  ],
  [{ name: 'register', windowMs: hour, perAddress: 5, closed: true }, ['POST /api/v1/auth/register']],
  [
    { name: 'reset', windowMs: hour, perAddress: 10, closed: true },
    ['POST /api/v1/auth/password-resets', 'POST /api/v1/auth/email-verifications']
  ],
  [
    { name: 'coupon', windowMs: minute, perAddress: 30, perPerson: 10, closed: true },
    ['POST /api/v1/carts/:cartId/coupons']
  ],
  [{ name: 'gift-card', windowMs: hour, perAddress: 10, closed: true }, ['POST /api/v1/gift-cards/balance']],
  [
    { name: 'checkout', windowMs: minute, perAddress: 30, perPerson: 6 },
    ['POST /api/v1/orders', 'POST /api/v1/orders/:orderId/payments']
  ],
  [
    { name: 'export', windowMs: hour, perAddress: 50, perPerson: 5 },
    ['POST /api/v1/users/me/exports', 'GET /api/v1/catalogue/export']
  ],
  [search, ['GET /api/v1/designs/suggestions']]
]

const critical = new Set([
  'POST /api/v1/orders',
  'GET /api/v1/orders/:orderId',
  'POST /api/v1/orders/:orderId/payments',
  'GET /api/v1/payments/sandbox/:challengeId',
  'POST /api/v1/payments/sandbox/:challengeId',
  'POST /api/v1/payments/webhooks/sandbox',
  'POST /api/v1/payments/webhooks/stripe',
  'GET /api/v1/auth/sessions/current',
  'DELETE /api/v1/auth/sessions/current',
  'GET /checkout',
  'GET /checkout.data',
  'POST /checkout',
  'POST /checkout.data',
  'GET /orders/:orderId',
  'POST /orders/:orderId'
])

const sheddable =
  /\/suggestions$|\/related$|\/history$|\/export$|\/exports$|\/archive$|\/impact$|\/import$|\/imports$|^GET \/api\/v1\/operations\/|^GET \/api\/v1\/pages\/dashboard$/

const shared =
  /^GET (?:\/api\/v1\/(?:designs|categories|collections|menus|stones|sizes|metal-rates|pieces)(?:\/:slug|\/:name|\/:pieceId|\/suggestions|\/:slug\/related|\/:kind\/chart|\/:kind\/convert)?|\/api\/v1\/pages\/(?:home|listing|designs\/:slug))$/

const forAll = /^GET \/(?:media|assets|pictures)\//
const site = /^\w+ \/(?!api\/|media\/)/
const catalogueChange =
  /^(?!GET)\w+ \/api\/v1\/(?:designs|categories|collections|menus|stones|pieces|variants|metal-rates|exchange-rates|price-lists|media|catalogue|stock)\b/
const lasting = /^GET \/api\/v1\/.*\/stream$/
const checkout = new Set(['POST /api/v1/orders', 'POST /api/v1/orders/:orderId/payments'])

/** What holds for a row of the table, such as `GET /api/v1/designs/:slug`. */
export function policyOf(line: string): Policy {
  return {
    class: critical.has(line) ? 'critical' : sheddable.test(line) ? 'sheddable' : 'normal',
    limits: [
      forAll.test(line) ? pictures : site.test(line) ? visits : everything,
      ...limits.filter(([, lines]) => lines.includes(line)).map(([limit]) => limit)
    ],
    ...(line === 'GET /api/v1/designs' || line === 'GET /api/v1/pages/listing' ? { searchLimit: search } : {}),
    deadlineMs: checkout.has(line) ? 8000 : 10_000,
    isShared: shared.test(line),
    isForAll: forAll.test(line),
    isLasting: lasting.test(line),
    changesCatalogue: catalogueChange.test(line),
    isSite: site.test(line)
  }
}
