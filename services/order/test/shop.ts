import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { PeerAnswer } from '@lumora/kit/testing'
import { fakePeer, keys, testDatabase, testPeer } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { cartClient } from '../src/clients/cart.ts'
import { paymentClient, type NewPayment, type Payment } from '../src/clients/payment.ts'
import { productClient } from '../src/clients/product.ts'
import { sweepOrders } from '../src/controllers/checkout.ts'
import type { Deps } from '../src/controllers/orders.ts'
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
  engraving: string | null
}
interface FakeCart {
  userId: string | null
  token: string | null
  status: 'open' | 'ordered'
  lines: Article[]
}
export const carts = new Map<string, FakeCart>()

const cartPeer = await faultyPeer('cart', {
  'GET /internal/carts/{cartId}': ({ params, query, headers }) => {
    const cart = carts.get(params.cartId!)
    const isTheirs = cart && (cart.token === null ? cart.userId === query.userId : cart.token === headers['cart-token'])
    if (!isTheirs) return refusal(404, 'not-found')
    const { userId, status, lines } = cart
    return { status: 200, body: { id: params.cartId, status, currency: 'INR', version: 1, userId, lines } }
  }
})

export const article = (variantId: string = crypto.randomUUID(), quantity = 1): Article => ({
  variantId,
  pieceId: null,
  quantity,
  engraving: null
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
  'POST /internal/quotes': ({ body }) => {
    const asked = body.lines as Article[]
    const problems = asked.flatMap(({ variantId, quantity }, index) =>
      left(variantId) < quantity ? [{ index, slug: 'out-of-stock', detail: 'There is not enough of it.' }] : []
    )
    const lines = asked
      .filter(({ variantId, quantity }) => left(variantId) >= quantity)
      .map(({ variantId, pieceId, quantity }) => {
        const unitMinor = priceOf(variantId)
        const taxMinor = taxOf(unitMinor)
        return {
          variantId,
          pieceId: pieceId ?? null,
          quantity,
          sku: 'RING-1',
          title: 'A ring',
          slug: 'a-ring',
          imageUrl: null,
          oneOfAKind: false,
          available: true,
          unitMinor,
          totalMinor: unitMinor * quantity,
          taxMinor: taxMinor * quantity,
          breakdown: {
            metalMinor: unitMinor - taxMinor,
            wastageMinor: 0,
            makingMinor: 0,
            stonesMinor: 0,
            otherMinor: 0,
            discountMinor: 0,
            taxMinor
          }
        }
      })
    const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
    const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0)
    const subtotalMinor = totalMinor - taxMinor
    return { status: 200, body: { currency: body.currency, lines, problems, subtotalMinor, taxMinor, totalMinor } }
  },
  'PUT /internal/reservations/{orderId}': ({ params, body }) => {
    const orderId = params.orderId!
    const known = reservations.get(orderId)
    if (known?.status === 'released') return refusal(409, 'reservation-released')
    if (!known) {
      if (!isThere(body.lines)) return refusal(409, 'out-of-stock')
      putBack(body.lines, -1)
      reservations.set(orderId, { status: 'held', lines: body.lines, expired: false })
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
  }
})
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
const told = ({ token: _token, ...payment }: Payment & { token: string }) => ({ status: 200, body: { ...payment } })

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
  }
})
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

/** One instance of the service, with clients of its own. */
export function instance() {
  const deps: Deps = {
    db,
    cart: cartClient(testPeer('order', 'cart', cartPeer.url, 'carts')),
    product: productClient(testPeer('order', 'product', productPeer.url, 'quotes', 'reservations')),
    payment: paymentClient(testPeer('order', 'payment', paymentPeer.url, 'payments')),
    tokenSecret: 'a secret of at least thirty-two characters',
    paySeconds: 900
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
  expectedTotalMinor: carts
    .get(cartId)!
    .lines.reduce((sum, { variantId, quantity }) => sum + priceOf(variantId) * quantity, 0),
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
  sql`update orders set "workingUntil" = null, "dueAt" = now() where "dueAt" is not null and "status" <> 'payment-failed'`.execute(
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
    const { rows } = await sql`select 1 from orders where "dueAt" is not null
      and "status" not in ('payment-failed', 'awaiting-payment') limit 1`.execute(db)
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
    assert.equal(captures, status === 'confirmed' ? 1 : 0, `${label}: captures`)
    assert.equal(confirmations, status === 'confirmed' ? 1 : 0, `${label}: confirmations`)
    assert.equal(cancellations, status === 'cancelled' ? 1 : 0, `${label}: cancellations`)
    assert.equal(path?.at(-1) ?? 'placed', status, label)
    if (status === 'confirmed') {
      assert.deepEqual([held, live.length], ['committed', 0], label)
      assert.equal(attempts.find((each) => each.status === 'captured')!.amountMinor, totalMinor, label)
    } else if (status === 'cancelled') {
      assert.deepEqual([held, live.length, releaseDue, voidDue], ['released', 0, false, false], label)
    } else {
      assert.ok(['awaiting-payment', 'payment-failed'].includes(status), `${label} stands in between`)
      assert.equal(held, 'held', label)
    }
  }
}
