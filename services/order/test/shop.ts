import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { PeerAnswer } from '@lumora/kit/testing'
import { fakePeer, keys, signedIn, testDatabase, testPeer } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { cartClient } from '../src/clients/cart.ts'
import { paymentClient, type NewPayment, type Payment } from '../src/clients/payment.ts'
import { productClient } from '../src/clients/product.ts'
import { sweepOrders } from '../src/controllers/checkout.ts'
import type { Deps } from '../src/controllers/orders.ts'
import { sweepReturns } from '../src/controllers/returns.ts'
import { findByNumber, type OrderRow, type Tables } from '../src/models/orders.ts'

export const { db, pool, url } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))

/** How a peer fails: `down` before it has done anything, `lost` after it has done what was asked, `silent` without a word. */
export type Fault = 'down' | 'lost' | 'silent'
const faults = new Map<string, { fault: Fault; times: number }>()
/** Has an operation fail so many times; a client asks three times before it gives up. */
export const failing = (operation: string, fault: Fault, times = Infinity) => faults.set(operation, { fault, times })
export const heal = () => faults.clear()

/** Milliseconds that each answer takes at most, so that races go one way or the other. */
export const pace = { maxMs: 0 }

function faulty(operation: string, answer: PeerAnswer): PeerAnswer {
  return async (request) => {
    const fault = faults.get(operation)
    if (fault && fault.times-- > 0) {
      if (fault.fault !== 'down') await answer(request)
      if (fault.fault === 'silent') await wait(20_000, undefined, { ref: false })
      ;(request as unknown as { raw: { socket: { destroy: () => void } } }).raw.socket.destroy()
      return { status: 503 }
    }
    if (pace.maxMs > 0) await wait(Math.random() * pace.maxMs)
    const answered = await answer(request)
    if (pace.maxMs > 0) await wait(Math.random() * pace.maxMs)
    return answered
  }
}
const faultyPeer = (name: string, answers: Record<string, PeerAnswer>) =>
  fakePeer(
    new URL(`../../${name}/openapi.json`, import.meta.url),
    Object.fromEntries(Object.entries(answers).map(([operation, answer]) => [operation, faulty(operation, answer)]))
  )

const refusal = (status: number, slug: string) => ({
  status,
  body: { type: `/problems/${slug}`, title: slug, status, detail: `Refused: ${slug}.`, instance: 'test' }
})

export interface Article {
  variantId: string
  pieceId: string | null
  quantity: number
  options: { size?: string; engraving?: string; giftWrap?: boolean }
}
interface FakeCart {
  userId: string | null
  token: string | null
  status: 'open' | 'ordered'
  lines: Article[]
}
export const carts = new Map<string, FakeCart>()

/** What cart has redeemed and how it counted, by order. */
export const checkouts = new Map<string, any>()
/** What the cart answers wrongly. */
export const garbled = new Map<string, (checkout: any) => object>()
/** Discount of 10 % on every line, and paid shipping, for carts that are named here. */
export const dear = new Set<string>()

const freeShipping = {
  code: 'standard',
  name: 'Insured delivery',
  insured: true,
  signature: true,
  parcels: 1,
  listMinor: 0,
  discountMinor: 0,
  taxableMinor: 0,
  taxMinor: 0,
  totalMinor: 0,
  deliverBy: null
}
/** Two halves of a tax, the first the larger. */
const halves = (minor: number) => [
  { name: 'CGST', minor: minor - Math.floor(minor / 2) },
  { name: 'SGST', minor: Math.floor(minor / 2) }
]

function lineOf({ variantId, pieceId, quantity, options }: Article, isDear: boolean) {
  const unitMinor = priceOf(variantId)
  const listMinor = (unitMinor - taxOf(unitMinor)) * quantity
  const discountMinor = isDear ? Math.round(listMinor / 10) : 0
  const taxableMinor = listMinor - discountMinor
  const taxMinor = isDear ? Math.round(taxableMinor * 0.03) : taxOf(unitMinor) * quantity
  return {
    variantId,
    pieceId,
    quantity,
    options,
    giftNote: null,
    sku: 'RING-1',
    title: 'A ring',
    slug: 'a-ring',
    imageUrl: null,
    unitMinor,
    listMinor,
    discountMinor,
    taxableMinor,
    taxMinor,
    totalMinor: taxableMinor + taxMinor,
    taxes: halves(taxMinor),
    breakdown: { stonesMinor: 1500 },
    article: {
      type: 'ring',
      categories: ['rings'],
      metal: 'gold',
      purity: '22K',
      fineness: 916,
      colour: 'yellow',
      size: '12',
      grossMg: 5250,
      netMg: 5000,
      stones: [{ kind: 'diamond', shape: 'round', count: 5, caratMct: 250 }],
      serial: pieceId === null ? null : `S-${pieceId}`,
      huid: 'AB12CD',
      certificates: [{ lab: 'IGI', number: '1234567' }],
      leadTimeDays: null,
      promisedOn: null,
      returnable: options.engraving === undefined
    }
  }
}

/** What the cart costs: the same rule as the fake cart's. */
export function checkoutOf(orderId: string, cartId: string) {
  const { lines: articles } = carts.get(cartId)!
  const isDear = dear.has(cartId)
  const lines = articles.map((each) => lineOf(each, isDear))
  const shipping = isDear
    ? { ...freeShipping, listMinor: 5000, discountMinor: 1000, taxableMinor: 4000, taxMinor: 121, totalMinor: 4121 }
    : freeShipping
  const sum = (
    of: (part: { listMinor: number; discountMinor: number; taxMinor: number; totalMinor: number }) => number
  ) => [...lines, shipping].reduce((total, part) => total + of(part), 0)
  const taxMinor = sum((part) => part.taxMinor)
  return {
    orderId,
    cartId,
    currency: 'INR',
    lines,
    promotions: isDear
      ? [
          {
            promotionId: crypto.randomUUID(),
            code: 'TEN',
            name: 'Ten off',
            amountMinor: sum((part) => part.discountMinor)
          }
        ]
      : [],
    shipping,
    taxes: halves(taxMinor).map(({ name, minor }) => ({
      name,
      permyriad: 150,
      taxableMinor: sum((part) => part.listMinor - part.discountMinor),
      minor
    })),
    taxProfile: 'IN GST',
    subtotalMinor: lines.reduce((total, line) => total + line.listMinor, 0),
    discountMinor: sum((part) => part.discountMinor),
    shippingMinor: shipping.listMinor,
    taxMinor,
    totalMinor: sum((part) => part.totalMinor)
  }
}

const cartPeer = await faultyPeer('cart', {
  'GET /internal/carts/{cartId}': ({ params, query, headers }) => {
    const cart = carts.get(params.cartId!)
    const isTheirs = cart && (cart.token === null ? cart.userId === query.userId : cart.token === headers['cart-token'])
    if (!isTheirs) return refusal(404, 'not-found')
    const lines = cart.lines.map(({ variantId, pieceId, quantity }) => ({
      variantId,
      pieceId,
      quantity,
      engraving: null
    }))
    const { userId, status } = cart
    return { status: 200, body: { id: params.cartId, status, currency: 'INR', version: 1, userId, lines } }
  },
  'PUT /internal/checkouts/{orderId}': ({ params, body, headers }) => {
    const orderId = params.orderId!
    const cart = carts.get(body.cartId)
    const isTheirs = cart && (cart.token === null ? cart.userId === body.userId : cart.token === headers['cart-token'])
    if (!isTheirs) return refusal(404, 'not-found')
    if (checkouts.has(orderId)) return { status: 200, body: checkouts.get(orderId) }
    if (cart.status !== 'open') return refusal(409, 'cart-not-open')
    if (cart.lines.length === 0) return refusal(409, 'cart-empty')
    if (cart.lines.some(({ variantId, quantity }) => left(variantId) < quantity)) return refusal(409, 'out-of-stock')
    const checkout = checkoutOf(orderId, body.cartId)
    const { totalMinor, currency } = checkout
    if (totalMinor !== body.expectedTotalMinor || currency !== body.currency) {
      const { status, body: problem } = refusal(409, 'price-changed')
      return { status, body: { ...problem, totalMinor, currency } }
    }
    checkouts.set(orderId, { ...checkout, ...garbled.get(body.cartId)?.(checkout) })
    return { status: 200, body: checkouts.get(orderId) }
  }
})

export const article = (variantId: string = crypto.randomUUID(), quantity = 1): Article => ({
  variantId,
  pieceId: null,
  quantity,
  options: {}
})
/** A cart of one ring, or of these articles, owned by a user or by a token. */
export function makeCart(owner: { userId: string } | { token: string }, lines = [article()]): string {
  const id = crypto.randomUUID()
  carts.set(id, { userId: null, token: null, status: 'open', lines, ...owner })
  return id
}

/** Units left of a variant; of one that is not named here there are always enough. */
export const stock = new Map<string, number>()
export const prices = new Map<string, number>()
export const priceOf = (variantId: string) => prices.get(variantId) ?? 10_300
interface Reservation {
  status: 'held' | 'committed' | 'released'
  lines: Article[]
  expired: boolean
}
export const reservations = new Map<string, Reservation>()
/** For how many seconds stock was asked to be held. */
export const reservedFor = new Map<string, number>()
const taxOf = (totalMinor: number) => Math.round((totalMinor * 3) / 103)
const reservationAnswer = (orderId: string) => {
  const { status } = reservations.get(orderId)!
  return { status: 200, body: { orderId, status, expiresAt: null } }
}
const left = (variantId: string) => stock.get(variantId) ?? Infinity
const putBack = (lines: Article[], sign: 1 | -1) => {
  for (const { variantId, quantity } of lines) stock.set(variantId, left(variantId) + sign * quantity)
}
const isThere = (lines: Article[]) => {
  const wanted = new Map<string, number>()
  for (const { variantId, quantity } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity)
  return [...wanted].every(([variantId, quantity]) => left(variantId) >= quantity)
}

const productPeer = await faultyPeer('product', {
  'PUT /internal/reservations/{orderId}': ({ params, body }) => {
    const orderId = params.orderId!
    const known = reservations.get(orderId)
    if (known?.status === 'released') return refusal(409, 'reservation-released')
    if (!known) {
      if (!isThere(body.lines)) return refusal(409, 'out-of-stock')
      putBack(body.lines, -1)
      reservations.set(orderId, { status: 'held', lines: body.lines, expired: false })
      reservedFor.set(orderId, body.expiresInSeconds)
    }
    return reservationAnswer(orderId)
  },
  'PUT /internal/reservations/{orderId}/commit': ({ params }) => {
    const reservation = reservations.get(params.orderId!)
    if (!reservation) return refusal(404, 'not-found')
    if (reservation.status === 'released') return refusal(409, 'reservation-released')
    if (reservation.expired && reservation.status === 'held') {
      if (!isThere(reservation.lines)) return refusal(409, 'reservation-expired')
      putBack(reservation.lines, -1)
      reservation.expired = false
    }
    reservation.status = 'committed'
    return reservationAnswer(params.orderId!)
  },
  'DELETE /internal/reservations/{orderId}': ({ params }) => {
    const orderId = params.orderId!
    const known = reservations.get(orderId)
    if (known?.status === 'committed') return refusal(409, 'reservation-committed')
    if (known?.status === 'held' && !known.expired) putBack(known.lines, 1)
    reservations.set(orderId, { status: 'released', lines: [], expired: false })
    return reservationAnswer(orderId)
  },
  'PUT /internal/returns/{returnId}': ({ params, body }) => {
    const returnId = params.returnId!
    const reservation = reservations.get(body.orderId)
    if (reservation?.status !== 'committed') return refusal(409, 'not-sold')
    if (!returns.has(returnId)) {
      returns.set(returnId, body)
      for (const { variantId, quantity, restock } of body.lines)
        if (restock) stock.set(variantId, left(variantId) + quantity)
    }
    return { status: 200, body: { returnId, ...body } }
  },
  'GET /internal/reservations': () => ({
    status: 200,
    body: {
      items: [...reservations]
        .filter(([orderId, { status }]) => status === 'held' && lateHeld.has(orderId))
        .map(([orderId]) => ({ orderId, status: 'held', expiresAt: null, createdAt: '2020-01-01T00:00:00Z' })),
      next: null
    }
  })
})
/** What has come back, by return. */
export const returns = new Map<string, any>()
/** Orders whose stock has been held for long. */
export const lateHeld = new Set<string>()
/** What product's own timer does. */
export function expireReservation(orderId: string) {
  const reservation = reservations.get(orderId)!
  if (!reservation.expired) putBack(reservation.lines, 1)
  reservation.expired = true
}

interface FakePayment {
  attempts: (Payment & { token: string })[]
  closed: boolean
  captures: number
  authorisations: number
}
export const payments = new Map<string, FakePayment>()
const statusOf: Record<string, Payment['status']> = {
  'sandbox-approve': 'authorised',
  'sandbox-decline': 'declined',
  'sandbox-action': 'action-needed',
  'sandbox-slow': 'processing'
}
const paymentOf = (orderId: string) => {
  if (!payments.has(orderId)) payments.set(orderId, { attempts: [], closed: false, captures: 0, authorisations: 0 })
  return payments.get(orderId)!
}
const isLive = ({ status }: Payment) => ['processing', 'action-needed', 'authorised'].includes(status)
/** What the provider says of a payment instead of what is so. */
export const claimed = new Map<string, { amountMinor?: number; currency?: string }>()
const told = ({ token: _token, ...payment }: Payment & { token: string }) => ({
  status: 200,
  body: { ...payment, ...claimed.get(payment.orderId) }
})

const paymentPeer = await faultyPeer('payment', {
  'PUT /internal/payments/{orderId}': ({ params, body }) => {
    const orderId = params.orderId!
    const payment = paymentOf(orderId)
    const { attempt, amountMinor, currency, method } = body as NewPayment
    const known = payment.attempts.find((each) => each.attempt === attempt)
    if (known) {
      const isSame = known.amountMinor === amountMinor && known.token === method.token
      return isSame ? told(known) : refusal(422, 'attempt-differs')
    }
    if (payment.closed) return refusal(409, 'payment-voided')
    if (payment.attempts.some((each) => isLive(each) || each.status === 'captured'))
      return refusal(409, 'payment-in-progress')
    const status = statusOf[method.token] ?? 'declined'
    if (status === 'authorised') payment.authorisations++
    const made = {
      orderId,
      attempt,
      status,
      amountMinor,
      currency,
      token: method.token,
      declineReason: status === 'declined' ? 'card-declined' : null,
      action: status === 'action-needed' ? { url: '/api/v1/payments/sandbox/1' } : null
    }
    payment.attempts.push(made)
    return told(made)
  },
  'PUT /internal/payments/{orderId}/capture': ({ params }) => {
    const payment = paymentOf(params.orderId!)
    const last = payment.attempts.at(-1)
    if (last?.status === 'captured') return told(last)
    if (last?.status !== 'authorised') return refusal(409, 'payment-not-authorised')
    last.status = 'captured'
    payment.captures++
    return told(last)
  },
  'PUT /internal/payments/{orderId}/void': ({ params }) => {
    const orderId = params.orderId!
    const payment = paymentOf(orderId)
    if (payment.captures > 0) return refusal(409, 'payment-captured')
    payment.closed = true
    for (const attempt of payment.attempts) if (isLive(attempt)) attempt.status = 'voided'
    return { status: 200, body: { orderId, status: 'voided' } }
  },
  'PUT /internal/refunds/{refundId}': ({ params, body }) => {
    const refundId = params.refundId!
    const { orderId, amountMinor } = body
    const known = refunds.get(refundId)
    if (known) {
      const isSame = known.orderId === orderId && known.amountMinor === amountMinor
      return isSame ? { status: 200, body: known } : refusal(422, 'refund-differs')
    }
    const captured = payments.get(orderId)?.attempts.find(({ status }) => status === 'captured')
    if (!captured) return refusal(409, 'payment-not-captured')
    if (refundedOf(orderId) + amountMinor > captured.amountMinor) return refusal(409, 'refund-too-large')
    const status = refundOutcome.next
    refunds.set(refundId, { refundId, orderId, amountMinor, status })
    return { status: 200, body: refunds.get(refundId) }
  },
  'GET /internal/payments': ({ query }) => ({
    status: 200,
    body: {
      items: [...payments.values()].flatMap(({ attempts }) =>
        attempts.map(({ orderId, attempt, status, amountMinor, currency }) => ({
          orderId,
          attempt,
          status,
          amountMinor,
          refundedMinor: status === 'captured' ? refundedOf(orderId) : 0,
          currency,
          changedAt: new Date(Math.max(Date.parse(query.changedSince!), Date.now() - 3_600_000)).toISOString()
        }))
      ),
      next: null
    }
  })
})
interface FakeRefund {
  refundId: string
  orderId: string
  amountMinor: number
  status: 'pending' | 'awaiting-approval' | 'done' | 'failed'
}
export const refunds = new Map<string, FakeRefund>()
/** What the next refund comes to. */
export const refundOutcome: { next: FakeRefund['status'] } = { next: 'done' }
export const refundedOf = (orderId: string) =>
  [...refunds.values()]
    .filter((refund) => refund.orderId === orderId && refund.status !== 'failed')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
/** What the buyer does on the provider's page. */
export function answerChallenge(orderId: string, status: 'authorised' | 'declined') {
  const payment = paymentOf(orderId)
  const last = payment.attempts.at(-1)
  if (!last || !['action-needed', 'processing'].includes(last.status)) return
  if (status === 'authorised') payment.authorisations++
  Object.assign(last, { status, action: null, declineReason: status === 'declined' ? 'challenge-failed' : null })
}

/** Where the peers are, for a process of the service. */
export const peerUrls = () => ({ CART_URL: cartPeer.url, PRODUCT_URL: productPeer.url, PAYMENT_URL: paymentPeer.url })

export const seller = {
  name: 'Lumora Jewels Private Limited',
  address: '12 Zaveri Bazaar\nMumbai 400002',
  gstin: '27AABCL1234M1Z5',
  state: '27 Maharashtra',
  timeZone: 'Asia/Kolkata',
  hallmarkFeeMinor: 4500
}

/** One instance of the service, with clients of its own. */
export function instance() {
  const deps: Deps = {
    db,
    cart: cartClient(testPeer('order', 'cart', cartPeer.url, 'carts')),
    product: productClient(testPeer('order', 'product', productPeer.url, 'reservations')),
    payment: paymentClient(testPeer('order', 'payment', paymentPeer.url, 'payments', 'refunds')),
    tokenSecret: 'a secret of at least thirty-two characters',
    paySeconds: 900,
    bankTransferDays: 5,
    checkoutsPerMinute: 1000,
    returnDays: 15,
    weightToleranceMg: 50,
    seller
  }
  return { deps, app: buildApp({ ...deps, keys }) }
}

type Headers = Record<string, string>
export const once = (): Headers => ({ 'idempotency-key': crypto.randomUUID() })
export const newOrder = (cartId: string, changes: object = {}) => ({
  cartId,
  email: 'buyer@example.com',
  name: 'A Buyer',
  shippingAddress: { name: 'A Buyer', line1: '1 High Street', city: 'Pune', postcode: '411001', country: 'IN' },
  expectedTotalMinor: checkoutOf('', cartId).totalMinor,
  currency: 'INR',
  payment: { provider: 'sandbox', token: 'sandbox-approve' },
  ...changes
})
export const payment = (token: string) => ({ payment: { provider: 'sandbox', token: `sandbox-${token}` } })
export type App = ReturnType<typeof buildApp>
export const base = '/api/v1/orders'
export const place = (app: App, headers: Headers, payload: object, key = once()) =>
  app.inject({ method: 'POST', url: base, headers: { ...headers, ...key }, payload })
export const pay = (app: App, headers: Headers, orderId: string, token: string, key = once()) =>
  app.inject({
    method: 'POST',
    url: `${base}/${orderId}/payments`,
    headers: { ...headers, ...key },
    payload: payment(token)
  })
export const cancel = (app: App, headers: Headers, orderId: string, key = once()) =>
  app.inject({ method: 'POST', url: `${base}/${orderId}/cancel`, headers: { ...headers, ...key } })
/** Asks again with the same key while the answer is a 503, as a client does: on a busy machine any call may come too late. */
export async function insist<Reply extends { statusCode: number }>(
  send: (key: Headers) => Promise<Reply>
): Promise<Reply> {
  const key = once()
  for (;;) {
    const reply = await send(key)
    if (reply.statusCode !== 503) return reply
    await wait(200)
  }
}
export const slug = (reply: { json: () => any }) => reply.json().type.split('/').at(-1)

export async function rowOf(id: string): Promise<OrderRow> {
  const { number } = await db.selectFrom('orders').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return findByNumber(db, number)
}

/** As if the time had come: leases have run out, and what waits for another try is due; timers stay as they are. */
export const letLeasesEnd = () =>
  sql`with ended as (update checkouts set "workingUntil" = now()),
      back as (update returns set "workingUntil" = null, "dueAt" = now() where "dueAt" is not null)
    update orders set "workingUntil" = null, "dueAt" = now() where "dueAt" is not null and "status" <> 'payment-failed'`.execute(
    db
  )
export const letTimersEnd = (id: string | null = null) =>
  sql`update orders set "expiresAt" = now(), "dueAt" = now(), "workingUntil" = null
    where "dueAt" is not null and (${id}::uuid is null or "id" = ${id})`.execute(db)

/** Lets another instance finish whatever can be finished. Its breaker is new, so it asks peers that have just come back. */
export async function settle({ deps } = instance()): Promise<void> {
  for (let rounds = 0; rounds < 4; rounds++) {
    await letLeasesEnd()
    await sweepOrders(deps)
    await sweepReturns(deps)
    const { rows } = await sql`select 1 from orders where "dueAt" is not null
      and "status" not in ('payment-failed', 'awaiting-payment')
      union all select 1 from returns where "dueAt" is not null limit 1`.execute(db)
    if (rows.length === 0) return
  }
}

/** What must hold of all orders once nothing is under way: see the promises in the README. */
export async function checkPromises(): Promise<void> {
  const { rows } = await sql<OrderRow & { confirmations: number; cancellations: number; path: string[] }>`
    select o.*, (select count(*) from outbox where "subject" = o."id"::text and "topic" = 'order.confirmed') as "confirmations",
      (select count(*) from outbox where "subject" = o."id"::text and "topic" = 'order.cancelled') as "cancellations",
      (select array_agg("to" order by "version") from order_moves m where m."orderId" = o."id") as "path"
    from orders o`.execute(db)
  for (const { id, number, status, totalMinor, releaseDue, voidDue, confirmations, cancellations, path } of rows) {
    const label = `${number} ${status} after ${path?.join(', ')}`
    const { captures = 0, attempts = [] } = payments.get(id) ?? {}
    const held = reservations.get(id)?.status
    const live = attempts.filter(isLive)
    const wasConfirmed = path?.includes('confirmed') ?? false
    assert.equal(captures, wasConfirmed ? 1 : 0, `${label}: captures`)
    assert.equal(confirmations, wasConfirmed ? 1 : 0, `${label}: confirmations`)
    assert.equal(cancellations, status === 'cancelled' ? 1 : 0, `${label}: cancellations`)
    assert.equal(path?.at(-1) ?? 'placed', status, label)
    if (status === 'confirmed') {
      assert.deepEqual([held, live.length], ['committed', 0], label)
      assert.equal(attempts.find((each) => each.status === 'captured')!.amountMinor, totalMinor, label)
    } else if (wasConfirmed) {
      assert.deepEqual([held, refundedOf(id)], ['committed', totalMinor], label)
    } else if (status === 'cancelled') {
      assert.deepEqual([held, live.length, releaseDue, voidDue], ['released', 0, false, false], label)
    } else {
      assert.ok(['awaiting-payment', 'payment-failed'].includes(status), `${label} stands in between`)
      assert.equal(held, 'held', label)
    }
  }
}

/** A customer's confirmed order of these articles, with discounts and paid shipping when it is `isDear`. */
export async function bought(app: App, lines = [article(undefined, 3)], isDear = false) {
  const userId = crypto.randomUUID()
  const headers = await signedIn(userId)
  const cartId = makeCart({ userId }, lines)
  if (isDear) dear.add(cartId)
  const { id } = (await insist((key) => place(app, headers, newOrder(cartId), key))).json() as { id: string }
  for (let tries = 0; tries < 5; tries++) {
    const order = (await app.inject({ url: `${base}/${id}`, headers })).json()
    if (order.status === 'confirmed') return { id, order, headers, cartId }
    await settle()
  }
  throw new Error('The order was not confirmed.')
}
