import type { ChangedPayment } from '../clients/payment.ts'
import {
  closePassed,
  findCompared,
  findConfirmedBetween,
  findStuckOrders,
  findStuckReturns,
  noteWatermark,
  readWatermark,
  type ComparedOrder,
  type Finding,
  type Stuck
} from '../models/exceptions.ts'
import { amountDiffers, fileException } from './findings.ts'
import type { Deps } from './orders.ts'

/** What changed so lately may still be on its way from one service to the other. */
const graceMs = 60_000
/** What was read once is read again for so long: clocks differ, and an order may change after its payment. */
const overlapMs = 10 * 60_000
const stuckSeconds = 300
/** Longer than any order waits for a card; a transfer's order is there, and so is known. */
const heldSeconds = 7200
const firstDays = 30

const paid = new Set(['authorised', 'captured'])
/** Orders on their way, to which an authorised payment belongs. */
const underWay = new Set(['placed', 'reserved', 'awaiting-payment', 'authorised', 'committed'])

/** What differs between an order and one of its payments, if anything does. */
function compare(payment: ChangedPayment, order: ComparedOrder | undefined): Finding | null {
  const { orderId, status, amountMinor, refundedMinor, currency } = payment
  const facts = { status, amountMinor, refundedMinor, currency }
  const finding = (kind: Finding['kind'], detail: string, more: object = {}): Finding => ({
    kind,
    subjectId: orderId,
    orderId,
    detail,
    facts: { ...facts, ...more }
  })
  const isOpen = status === 'captured' ? refundedMinor < amountMinor : paid.has(status)
  if (!order)
    return isOpen
      ? finding(
          'paid-without-order',
          `A payment of ${amountMinor} ${currency} is ${status}, and there is no order ${orderId}.`
        )
      : null
  const { number, status: orderStatus, totalMinor, isRefunding } = order
  if (isRefunding) return null
  if (status === 'captured' && refundedMinor !== order.refundedMinor)
    return finding(
      'refund-differs',
      `Of ${number} ${refundedMinor} was given back, the order says ${order.refundedMinor}.`,
      {
        orderRefundedMinor: order.refundedMinor
      }
    )
  if (paid.has(status) && isOpen && (amountMinor !== totalMinor || currency !== order.currency))
    return amountDiffers(order, payment)
  if (status === 'captured' && isOpen && orderStatus !== 'confirmed')
    return finding('captured-but-not-confirmed', `${number} is paid, and it is ${orderStatus}.`, { orderStatus })
  if (status === 'authorised' && !underWay.has(orderStatus))
    return finding('captured-but-not-confirmed', `A payment of ${number} is authorised, and it is ${orderStatus}.`, {
      orderStatus
    })
  return null
}

/**
 * Compares payments that changed with their orders, confirmed orders with their payments, and held stock with orders, and files
 * each difference once. From the last time on, or the last 30 days when `all`.
 */
export async function compareAll(deps: Deps, { all = false, now = Date.now() } = {}): Promise<void> {
  await comparePayments(deps, { all, now })
  await compareHeld(deps)
  const stuck = await findStuckOrders(deps.db, stuckSeconds)
  await fileStuck(deps, 'stuck-order', stuck)
  await fileStuck(deps, 'stuck-return', await findStuckReturns(deps.db, stuckSeconds))
}

async function comparePayments({ db, payment }: Deps, { all, now }: { all: boolean; now: number }): Promise<void> {
  const mark = all ? null : await readWatermark(db, 'payments')
  const since = new Date(mark === null ? now - firstDays * 86_400_000 : Date.parse(mark) - overlapMs).toISOString()
  const until = new Date(now - graceMs).toISOString()
  const seen = new Set<string>()
  let after: string | null = null
  do {
    const page = await payment.changed(since, after)
    for (const { orderId, status } of page.items) if (status === 'captured') seen.add(orderId)
    const settled = page.items.filter(({ changedAt }) => changedAt < until)
    const orders = await findCompared(
      db,
      settled.map(({ orderId }) => orderId)
    )
    for (const each of settled) {
      const finding = compare(each, orders.get(each.orderId))
      if (finding) await fileException(db, finding)
    }
    after = page.next
  } while (after !== null)

  for (const order of await findConfirmedBetween(db, since, until)) {
    if (seen.has(order.id)) continue
    await fileException(db, {
      kind: 'confirmed-without-payment',
      subjectId: order.id,
      orderId: order.id,
      detail: `${order.number} is confirmed, and no payment of it was captured.`,
      facts: { totalMinor: order.totalMinor, currency: order.currency }
    })
  }
  await noteWatermark(db, 'payments', new Date(now).toISOString())
}

async function compareHeld({ db, product }: Deps): Promise<void> {
  let after: string | null = null
  do {
    const { orderIds, next } = await product.held(heldSeconds, after)
    const orders = await findCompared(db, orderIds)
    for (const orderId of orderIds) {
      const order = orders.get(orderId)
      if (order && order.status !== 'cancelled' && order.status !== 'confirmed') continue
      await fileException(db, {
        kind: 'held-without-order',
        subjectId: orderId,
        orderId,
        detail: `Stock is held for ${order ? `${order.number}, which is ${order.status}` : `order ${orderId}, which is not there`}.`,
        facts: { orderStatus: order?.status ?? null }
      })
    }
    after = next
  } while (after !== null)
}

async function fileStuck({ db }: Deps, kind: 'stuck-order' | 'stuck-return', stuck: Stuck[]): Promise<void> {
  for (const { id, orderId, number, status, trouble } of stuck)
    await fileException(db, {
      kind,
      subjectId: id,
      orderId,
      detail: `${kind === 'stuck-order' ? number : `A return of ${number}`} is ${status} and does not move on: ${trouble ?? 'nobody is at it'}.`,
      facts: { status }
    })
  await closePassed(
    db,
    kind,
    stuck.map(({ id }) => id)
  )
}
