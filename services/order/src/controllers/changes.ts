import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Order, PaymentMethod } from '../schemas/orders.ts'
import { orderStates } from '../schemas/statuses.ts'
import { settled, work } from './checkout.ts'
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

/** Staff who may read an order do not thereby pay or cancel it. */
const buyerOnly = (reader: Reader): Reader => ({ ...reader, readsAll: false })
