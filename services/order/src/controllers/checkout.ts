import { createHmac, randomBytes } from 'node:crypto'
import { context } from '@lumora/kit/context'
import { publish, type Topics } from '@lumora/kit/events'
import { around } from '@lumora/kit/failpoints'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Buyer, CartContent } from '../clients/cart.ts'
import type { Quote } from '../clients/product.ts'
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
import type { NewOrder, Order, OrderLine } from '../schemas/orders.ts'
import { hashOf, shown, type Deps } from './orders.ts'
import { takeStep, toldOfOrder } from './steps.ts'

/** How long a request waits for the outcome. What is not done by then, the sweep does. */
const requestMs = 3000
/** Shorter than the lease, so that no step is begun by two workers. */
const sweepMs = 10_000
const sweptAtOnce = 20

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 40 random bits, so a number tells nothing of how many orders there are. */
function newNumber(): string {
  let bits = BigInt(`0x${randomBytes(5).toString('hex')}`)
  let text = ''
  for (let i = 0; i < 8; i++, bits >>= 5n) text += crockford[Number(bits & 31n)]
  return `LJ-${text}`
}

/** Made from the number, so that a repeated request whose answer was lost can be told it again; only its hash is stored. */
const tokenOf = ({ tokenSecret }: Deps, number: string) =>
  createHmac('sha256', tokenSecret).update(number).digest('base64url')

/** Places an order at the price the buyer saw, then takes it as far as it goes in 3 s: the answer says where it stands. */
export async function placeOrder(deps: Deps, once: Once, buyer: Buyer, wanted: NewOrder): Promise<Order> {
  if (once.made !== null) return showPlaced(deps, once.made)
  const order = await saveOrder(deps, once, buyer, wanted)
  return withToken(deps, await work(deps, order, requestMs))
}

/** The order's quote is frozen here. 409 when the cart cannot be ordered, or its total is not what the buyer saw. */
export async function saveOrder(deps: Deps, once: Once, buyer: Buyer, wanted: NewOrder): Promise<OrderRow> {
  const cart = await deps.cart.content(wanted.cartId, buyer)
  if (cart.status !== 'open') throw new Problem(409, 'cart-not-open', 'This cart has been ordered already.')
  if (cart.lines.length === 0) throw new Problem(409, 'cart-empty', 'Put something into the cart first.')
  const quote = await deps.product.quote(cart.currency, cart.lines)
  const first = quote.problems[0]
  if (first) throw new Problem(409, first.slug, first.detail, { problems: quote.problems })
  const { currency, totalMinor, subtotalMinor, taxMinor } = quote
  if (totalMinor !== wanted.expectedTotalMinor || currency !== wanted.currency)
    throw new Problem(409, 'price-changed', 'The total has changed. Show it to the buyer and ask again.', {
      totalMinor,
      currency
    })

  const number = newNumber()
  const { email, name, shippingAddress, payment: paymentMethod, cartId } = wanted
  const { userId } = buyer
  const placed: PlacedOrder = {
    number,
    cartId,
    userId,
    email,
    name,
    shippingAddress,
    paymentMethod,
    currency,
    subtotalMinor,
    taxMinor,
    totalMinor,
    lines: linesOf(cart, quote),
    tokenHash: userId === null ? hashOf(tokenOf(deps, number)) : null,
    paySeconds: deps.paySeconds
  }
  const order = await around('order.placed', () => insertOrder(deps.db, once, placed))
  if (order) return order
  return deps.db.transaction().execute(async (tx) => {
    await once.keep(tx, number)
    throw await alreadyOrdered(tx, cartId)
  })
}

async function alreadyOrdered(tx: Db, cartId: string): Promise<Problem> {
  const orderId = await findLiveOrder(tx, cartId)
  return new Problem(
    409,
    'cart-already-ordered',
    'There is an order of this cart. Finish it, or cancel it to order anew.',
    {
      orderId
    }
  )
}

function linesOf(cart: CartContent, quote: Quote): OrderLine[] {
  return cart.lines.map(({ variantId, pieceId, quantity, engraving }, index) => {
    const line = quote.lines[index]
    if (line?.variantId !== variantId || line.pieceId !== pieceId || line.quantity !== quantity)
      throw new Problem(502, 'quote-not-usable', 'The prices of this cart cannot be told right now. Try again.')
    const { sku, title, slug, imageUrl, unitMinor, totalMinor, taxMinor, breakdown } = line
    return {
      variantId,
      pieceId,
      quantity,
      engraving,
      sku,
      title,
      slug,
      imageUrl,
      unitMinor,
      totalMinor,
      taxMinor,
      breakdown
    }
  })
}

async function showPlaced(deps: Deps, number: string): Promise<Order> {
  return withToken(deps, await settled(deps, await findByNumber(deps.db, number)))
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
export async function work(deps: Deps, order: OrderRow, ms = requestMs): Promise<OrderRow> {
  const outer = context.getStore() ?? { requestId: `order-${order.id}`, deadlineAt: Infinity }
  const deadlineAt = Math.min(outer.deadlineAt, Date.now() + ms)
  return context.run({ ...outer, deadlineAt }, async () => {
    let current: OrderRow | undefined = order
    while (current?.workingUntil) current = await takeStep(deps, current)
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
  const order = await noteRefund(tx, orderId, amountMinor)
  if (!order) return
  const { version, refundedMinor } = order
  await publish(tx, 'order.refunded', orderId, version, { ...toldOfOrder(order), refundId, amountMinor, refundedMinor })
}
