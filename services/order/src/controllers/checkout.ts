import { createHash, createHmac } from 'node:crypto'
import { refuseCardNumbers } from '@lumora/kit/cards'
import { PeerProblem } from '@lumora/kit/client'
import { context } from '@lumora/kit/context'
import { publish, type Topics } from '@lumora/kit/events'
import { around } from '@lumora/kit/failpoints'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Checkout } from '../clients/cart.ts'
import { endCheckout, startCheckout } from '../models/checkouts.ts'
import {
  claimDueOrders,
  claimOrder,
  findByNumber,
  findLiveOrder,
  findOrder,
  insertOrder,
  noteRefund,
  wakeOrder,
  type Db,
  type OrderRow,
  type PlacedOrder
} from '../models/orders.ts'
import { wakeReturn } from '../models/returns.ts'
import type { NewOrder, Order } from '../schemas/orders.ts'
import { newId, newNumber } from './numbers.ts'
import { hashOf, shown, type Deps } from './orders.ts'
import { takeStep, toldOfOrder, type Answering } from './steps.ts'

/** How long a request waits for the outcome. What is not done by then, the sweep does. */
const requestMs = 3000
/** Shorter than the lease, so that no step is begun by two workers. */
const sweepMs = 10_000
const sweptAtOnce = 20

/** Made from the number, so that a repeated request whose answer was lost can be told it again; only its hash is stored. */
const tokenOf = ({ tokenSecret }: Deps, number: string) =>
  createHmac('sha256', tokenSecret).update(number).digest('base64url')

/** Who orders: a customer, or a guest with the token of their cart; `requestKey` tells a request that comes again. */
export interface Buyer {
  userId: string | null
  cartToken: string | null
  requestKey: string
}

/** Places an order at the price the buyer saw, then takes it as far as it goes in 3 s: the answer says where it stands. */
export async function placeOrder(deps: Deps, once: Once, buyer: Buyer, wanted: NewOrder): Promise<Order> {
  refuseCardNumbers(wanted, 422)
  const order = await saveOrder(deps, once, buyer, wanted)
  if (order === null) return showPlaced(deps, once.made!)
  return withToken(
    deps,
    await work(deps, order, requestMs, (confirmed) => once.ending(201, withToken(deps, confirmed)))
  )
}

/** How long an order may stay unpaid, in seconds: a transfer between banks takes days. */
const paySecondsOf = ({ paySeconds, bankTransferDays }: Deps, { provider }: NewOrder['payment']) =>
  provider === 'bank-transfer' ? bankTransferDays * 86_400 : paySeconds

/** Cart's checkout is frozen here; null when this request has made an order already. 409 when the cart cannot be ordered, or its total is not what the buyer saw. */
export async function saveOrder(deps: Deps, once: Once, buyer: Buyer, wanted: NewOrder): Promise<OrderRow | null> {
  const { userId, cartToken } = buyer
  const { email, name, shippingAddress, billingAddress = null, payment: paymentMethod, cartId } = wanted
  const owner = userId ?? guestOf(cartId, cartToken)
  const id = await begin(deps, once, owner, buyer, cartId)
  if (id === null) return null
  const paySeconds = paySecondsOf(deps, paymentMethod)
  const asked = {
    cartId,
    userId,
    email,
    shippingAddress,
    ...(wanted.shippingMethod === undefined ? {} : { shippingMethod: wanted.shippingMethod }),
    currency: wanted.currency,
    expectedTotalMinor: wanted.expectedTotalMinor,
    // An order may wait for its payment, and then once more for its stock.
    holdSeconds: paySeconds + deps.paySeconds + 600
  }
  const checkout = await deps.cart
    .checkout(id, asked, cartToken)
    .then((frozen) => checked(id, frozen, wanted))
    .catch(async (error: unknown) => {
      const isKnown =
        error instanceof PeerProblem ? error.status < 500 : error instanceof Problem && error.status === 502
      await endCheckout(deps.db, owner, isKnown)
      throw error
    })

  const number = newNumber()
  const { currency, lines, promotions, shipping, taxes, taxProfile } = checkout
  const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor } = checkout
  const placed: PlacedOrder = {
    id,
    number,
    cartId,
    userId,
    email,
    name,
    shippingAddress,
    billingAddress,
    paymentMethod,
    currency,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    totalMinor,
    promotions,
    shipping,
    taxes,
    taxProfile,
    lines: lines.map((line, index) =>
      Object.assign(line, { position: index + 1, engraving: line.options.engraving ?? null })
    ),
    tokenHash: userId === null ? hashOf(tokenOf(deps, number)) : null,
    paySeconds
  }
  const order = await around('order.placed', () => insertOrder(deps.db, once, placed))
  if (order) return order
  return refuseOrdered(deps, once, cartId)
}

/** Says which order the cart has; a twin of the request that made it is told to ask again instead, and then gets its answer. */
const refuseOrdered = (deps: Deps, once: Once, cartId: string): Promise<never> =>
  deps.db.transaction().execute(async (tx) => {
    await once.keep(tx, cartId)
    throw new Problem(
      409,
      'cart-already-ordered',
      'There is an order of this cart. Finish it, or cancel it to order anew.',
      { orderId: await findLiveOrder(tx, cartId) }
    )
  })

/** Stands for who holds this token of this cart, so that nobody else's tries count as theirs. */
function guestOf(cartId: string, cartToken: string | null): string {
  const digest = createHash('sha256').update(`${cartId} ${cartToken}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`
}

/** The id of the order to be, or null when this request has made one; 409 when the cart has an order or is being ordered, 429 after too many tries, 404 when it is another's. */
async function begin(deps: Deps, once: Once, owner: string, buyer: Buyer, cartId: string): Promise<string | null> {
  const { userId, cartToken, requestKey } = buyer
  const asked = { owner, cartId, orderId: newId(), requestKey, perMinute: deps.checkoutsPerMinute }
  const { orderId, liveOrderId, isUnderWay, secondsLeft } = await startCheckout(deps.db, once, asked)
  if (orderId !== null || once.made !== null) return orderId
  if (liveOrderId !== null) {
    await deps.cart.checkOwner(cartId, userId, cartToken)
    return refuseOrdered(deps, once, cartId)
  }
  if (isUnderWay)
    throw new Problem(409, 'request-in-flight', 'This cart is being ordered. Ask again in a moment.', { retryAfter: 1 })
  throw new Problem(429, 'too-many-tries', 'There were too many tries. Wait a while before the next one.', {
    retryAfter: secondsLeft
  })
}

/** What cart answers, if it is of this order and adds up; else a 502, as nothing can be made of it. */
function checked(id: string, checkout: Checkout, { currency, expectedTotalMinor }: NewOrder): Checkout {
  const { lines, shipping, subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor } = checkout
  const parts = [...lines, ...(shipping ? [shipping] : [])]
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0)
  const adds =
    parts.every(
      (part) =>
        part.listMinor - part.discountMinor === part.taxableMinor &&
        part.taxableMinor + part.taxMinor === part.totalMinor
    ) &&
    sum((part) => part.listMinor) === subtotalMinor + shippingMinor &&
    sum((part) => part.discountMinor) === discountMinor &&
    sum((part) => part.taxMinor) === taxMinor &&
    sum((part) => part.totalMinor) === totalMinor &&
    subtotalMinor - discountMinor + shippingMinor + taxMinor === totalMinor
  const isAsked = checkout.orderId === id && checkout.currency === currency && totalMinor === expectedTotalMinor
  if (!adds || !isAsked || lines.length === 0)
    throw new Problem(502, 'checkout-not-usable', 'The prices of this cart cannot be told right now. Try again.')
  return checkout
}

async function showPlaced(deps: Deps, number: string): Promise<Order> {
  return withToken(deps, await settled(deps, await findByNumber(deps.db, number)))
}

/** A guest's order with its token, for whoever has the token of the cart that it was made of: its answer may have been lost. */
export async function findGuestOrder(deps: Deps, orderId: string, cartToken: string): Promise<Order> {
  const notFound = new Problem(404, 'not-found', 'There is no such order.')
  const order = await findOrder(deps.db, orderId, { userId: null, tokenHash: null, readsAll: true })
  if (!order || order.userId !== null) throw notFound
  await deps.cart.checkOwner(order.cartId, null, cartToken).catch((error: unknown) => {
    throw error instanceof PeerProblem && error.status === 404 ? notFound : error
  })
  return withToken(deps, order)
}

/** The order that an earlier request made or changed, once nobody is at it; else a 409, as the request is in flight. */
export async function settled(deps: Deps, { id, number }: OrderRow): Promise<OrderRow> {
  await advance(deps, id, requestMs)
  const order = await findByNumber(deps.db, number)
  if (order.workingUntil === null) return order
  throw new Problem(409, 'request-in-flight', 'The same request is being worked on. Ask again in a moment.', {
    retryAfter: 1
  })
}

const withToken = (deps: Deps, order: OrderRow): Order =>
  order.userId === null ? { ...shown(order), token: tokenOf(deps, order.number) } : shown(order)

/** Does what is due of an order, unless somebody is at it. */
export async function advance(deps: Deps, orderId: string, ms = sweepMs): Promise<void> {
  const order = await claimOrder(deps.db, orderId)
  if (order) await work(deps, order, ms)
}

/** Takes an order that the caller has leased from step to step until it rests, and returns how it then stands. Calls to peers end within `ms`. */
export async function work(deps: Deps, order: OrderRow, ms = requestMs, answering?: Answering): Promise<OrderRow> {
  const outer = context.getStore() ?? { requestId: `order-${order.id}`, deadlineAt: Infinity }
  const deadlineAt = Math.min(outer.deadlineAt, Date.now() + ms)
  return context.run({ ...outer, deadlineAt }, async () => {
    let current: OrderRow | undefined = order
    while (current?.workingUntil) current = await takeStep(deps, current, answering)
    return current ?? (await findOrder(deps.db, order.id, { userId: null, tokenHash: null, readsAll: true }))!
  })
}

/** Takes up every order whose step is due and whose worker is gone. Throws when one is in trouble that does not pass by itself, after the others are done. */
export async function sweepOrders(deps: Deps): Promise<void> {
  const faults: Error[] = []
  let orders: OrderRow[]
  do {
    orders = await claimDueOrders(deps.db, sweptAtOnce)
    for (const result of await Promise.allSettled(orders.map((order) => work(deps, order, sweepMs)))) {
      if (result.status === 'rejected') faults.push(result.reason as Error)
      else if (needsAttention(result.value)) faults.push(faultOf(result.value))
    }
  } while (orders.length === sweptAtOnce)
  if (faults.length > 0) throw new AggregateError(faults, faults.map(({ message }) => message).join('; '))
}

const faultOf = ({ number, status, trouble }: OrderRow) => new Error(`${number} is ${status}: ${trouble}`)
const needsAttention = ({ trouble }: OrderRow) => trouble !== null && !passing.has(trouble)
const passing = new Set(['peer-unavailable', 'try-again', 'request-in-flight'])

/** Has an order looked after within a second: something about its payment has changed. */
export const wake = (tx: Db, orderId: string): Promise<void> => wakeOrder(tx, orderId)

/** Notes money that was given back, and tells of it. */
export async function takeRefund(
  tx: Db,
  { orderId, refundId, amountMinor }: Topics['payment.refunded']
): Promise<void> {
  await wakeReturn(tx, refundId)
  const order = await noteRefund(tx, orderId, amountMinor)
  if (!order) return
  const { version, refundedMinor } = order
  await publish(tx, 'order.refunded', orderId, version, { ...toldOfOrder(order), refundId, amountMinor, refundedMinor })
}
