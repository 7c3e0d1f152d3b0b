import { refuseCardNumbers } from '@lumora/kit/cards'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Order, PaymentMethod } from '../schemas/orders.ts'
import { insertNote } from '../models/notes.ts'
import { lockOrder, type Db, type OrderRow } from '../models/orders.ts'
import { insertCancellation } from '../models/returns.ts'
import { orderStates } from '../schemas/statuses.ts'
import { settled, work } from './checkout.ts'
import { issueCreditNote } from './documents.ts'
import { readOrder, shown, type Deps, type Reader } from './orders.ts'
import { cancelling, move } from './steps.ts'

const maxAttempts = 10

/** Tries another means of payment after one failed, and answers like placing does. */
export async function payOrder(
  deps: Deps,
  once: Once,
  reader: Reader,
  orderId: string,
  paymentMethod: PaymentMethod
): Promise<Order> {
  refuseCardNumbers(paymentMethod, 422)
  if (paymentMethod.provider === 'bank-transfer')
    throw new Problem(
      422,
      'provider-not-offered',
      'An order that is to be paid by transfer is placed so. Cancel this one.'
    )
  const order = await readOrder(deps, buyerOnly(reader), orderId)
  if (once.made !== null) return shown(await settled(deps, order))
  if (order.status !== 'payment-failed') throw notPayable(order.status)
  if (order.attempt >= maxAttempts)
    throw new Problem(409, 'too-many-attempts', 'Too many payments of this order failed. Place a new one.')
  const changes = {
    paymentMethod,
    attempt: order.attempt + 1,
    paymentStatus: 'pending' as const,
    declineReason: null,
    paymentAction: null
  }
  const moved = await deps.db.transaction().execute(async (tx) => {
    await once.keep(tx, orderId)
    const reserved = await move(tx, deps, order, 'reserved', changes)
    if (!reserved) throw notPayable('reserved')
    return reserved
  })
  return shown(await work(deps, moved))
}

const notPayable = (orderStatus: string) =>
  new Problem(409, 'payment-not-expected', 'Only an order whose payment failed can be paid in another way.', {
    orderStatus
  })

/** Cancels an order of which nothing final has been asked of anyone; one that is cancelled already is no error. */
export async function cancelOrder(deps: Deps, once: Once, reader: Reader, orderId: string): Promise<Order> {
  for (;;) {
    const order = await readOrder(deps, buyerOnly(reader), orderId)
    const { buyerMayCancel } = orderStates[order.status]
    if (!buyerMayCancel && order.status !== 'cancelled')
      throw new Problem(
        409,
        'order-not-cancellable',
        'This order is paid or being paid, so it can no longer be cancelled.',
        {
          orderStatus: order.status
        }
      )
    const cancelled = await deps.db.transaction().execute(async (tx) => {
      if (order.status === 'cancelled') return once.answer(tx, 200, shown(order)).then(() => order)
      const moved = await move(tx, deps, order, 'cancelled', cancelling(order, 'cancelled-by-buyer'))
      if (moved) await once.answer(tx, 200, shown(moved))
      return moved
    })
    if (!cancelled) continue
    if (order.status !== 'cancelled') await work(deps, cancelled)
    return shown(cancelled)
  }
}

/**
 * Calls off an order that has not been shipped, for staff: one that is not paid is released and voided, one that is paid gives
 * its stock and the whole of its money back by a job. 409 while it is being paid, or once a part has been shipped.
 */
export async function callOffOrder(
  deps: Deps,
  once: Once,
  byId: string,
  orderId: string,
  reason: string
): Promise<Order> {
  const cancelled = await deps.db.transaction().execute(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new Problem(404, 'not-found', 'There is no such order.')
    const { status, fulfilment } = order
    if (!orderStates[status].staffMayCancel || fulfilment !== 'unfulfilled')
      throw new Problem(
        409,
        'order-not-cancellable',
        'This order is being paid, or shipped, or it is cancelled already.',
        {
          orderStatus: status,
          fulfilment
        }
      )
    const isPaid = status === 'confirmed'
    const changes = isPaid ? { reason: 'cancelled-by-staff' } : cancelling(order, 'cancelled-by-staff')
    const moved = await move(tx, deps, order, 'cancelled', changes)
    if (!moved)
      throw new Problem(409, 'request-in-flight', 'The order is being worked on. Try again.', { retryAfter: 1 })
    if (isPaid) await giveAllBack(tx, deps, order, reason)
    await insertNote(tx, orderId, byId, reason)
    await once.answer(tx, 200, shown(moved))
    return moved
  })
  if (cancelled.workingUntil !== null) await work(deps, cancelled)
  return shown(cancelled)
}

/** What follows from calling off a paid order: all of it goes back, and what is left of the money; a credit note says so. */
async function giveAllBack(tx: Db, deps: Deps, order: OrderRow, reason: string): Promise<void> {
  const refundMinor = order.totalMinor - order.refundedMinor
  const returnId = await insertCancellation(tx, { orderId: order.id, reason, refundMinor })
  const lines = order.lines.map(({ position, quantity, taxableMinor, taxMinor, taxes, totalMinor }) => ({
    position,
    quantity,
    taxableMinor,
    taxes: taxes.length > 0 ? taxes : [{ name: 'Tax', minor: taxMinor }],
    totalMinor
  }))
  const shippingMinor = order.shipping?.totalMinor ?? 0
  await issueCreditNote(tx, deps, order, { returnId, reason, lines, shippingMinor, totalMinor: order.totalMinor })
}

/** Staff who may read an order do not thereby pay or cancel it. */
const buyerOnly = (reader: Reader): Reader => ({ ...reader, readsAll: false })
