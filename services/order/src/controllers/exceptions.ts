import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { readTogether, type Reading } from '@lumora/kit/metrics'
import {
  closeException,
  countTrouble,
  findCompared,
  findException,
  hurry,
  raiseRefunded,
  retryRestock,
  searchExceptions,
  type ExceptionFilter
} from '../models/exceptions.ts'
import { retryRefund } from '../models/returns.ts'
import type { ExceptionKind, OrderException } from '../schemas/exceptions.ts'
import { advance } from './checkout.ts'
import type { Deps } from './orders.ts'
import { sweepReturns } from './returns.ts'
import { refusalOf } from './steps.ts'

/** What the metrics tell of orders that need somebody. */
export function orderReadings({ db }: Deps): Record<string, Reading> {
  const of = readTogether(() => countTrouble(db))
  return {
    order_exceptions_open: {
      help: 'Differences between orders, payments and stock that nobody has closed.',
      read: of('open')
    },
    orders_stuck: { help: 'Orders that should have moved on more than a minute ago.', read: of('stuck') }
  }
}

/** Exceptions that fit, the newest first. */
export async function listExceptions(
  { db }: Deps,
  { after, limit, ...filter }: ExceptionFilter & { after?: string; limit: number }
) {
  const [beforeId] = after === undefined ? [] : readPlace(after, ['id'])
  const rows = await searchExceptions(db, filter, (beforeId as string | undefined) ?? null, limit + 1)
  return pageOf(rows, limit, ({ id }) => [id])
}

type Found = OrderException & { subjectId: string; facts: Record<string, any> }
type Repair = (deps: Deps, found: Found) => Promise<void>

const needsHands = () =>
  new Problem(
    409,
    'exception-needs-hands',
    'There is no safe repair of this by itself. Mend it by hand, then dismiss it.'
  )

/** Gives back what was taken of an order, under the exception's own id, so once. */
async function giveBack({ payment }: Deps, { id, orderId, kind }: Found, amountMinor: number, currency: string) {
  const { status } = await payment.refund(id, { orderId: orderId!, amountMinor, currency, reason: `exception ${kind}` })
  if (status === 'failed') throw needsHands()
}

/** Lets go of what is authorised, or gives back what was captured meanwhile. */
async function undoPayment(deps: Deps, found: Found, amountMinor: number, currency: string): Promise<void> {
  const refusal = await refusalOf(deps.payment.void(found.orderId!))
  if (refusal?.slug === 'payment-captured') await giveBack(deps, found, amountMinor, currency)
  else if (refusal) throw refusal
}

const orderOf = async ({ db }: Deps, { orderId }: Found) => (await findCompared(db, [orderId!])).get(orderId!)

const goOn: Repair = async (deps, found) => {
  await hurry(deps.db, found.orderId!)
  await advance(deps, found.orderId!)
  await sweepReturns(deps)
}

/** The right thing to do about each kind: through the steps that an order goes through anyway, so that twice is as once. */
const repairs: Record<ExceptionKind, Repair> = {
  'paid-without-order': (deps, found) =>
    undoPayment(deps, found, found.facts.amountMinor - found.facts.refundedMinor, found.facts.currency),
  'captured-but-not-confirmed': async (deps, found) => {
    const order = await orderOf(deps, found)
    if (order?.status === 'cancelled')
      await undoPayment(deps, found, found.facts.amountMinor - found.facts.refundedMinor, found.facts.currency)
    else await goOn(deps, found)
  },
  'confirmed-without-payment': async (deps, found) => {
    const { status, amountMinor } = await deps.payment.capture(found.orderId!)
    if (status !== 'captured' || amountMinor !== found.facts.totalMinor) throw needsHands()
  },
  'amount-differs': async (deps, found) => {
    const { paidMinor, paidCurrency, totalMinor, currency } = found.facts
    const order = await orderOf(deps, found)
    if (!order || order.status === 'cancelled') await undoPayment(deps, found, paidMinor, paidCurrency)
    else if (order.status === 'confirmed' && paidCurrency === currency && paidMinor > totalMinor)
      await giveBack(deps, found, paidMinor - totalMinor, currency)
    else throw needsHands()
  },
  'refund-differs': async (deps, found) => {
    const { refundedMinor } = found.facts
    const order = await orderOf(deps, found)
    if (order?.refundedMinor === refundedMinor) return
    if (!(await raiseRefunded(deps.db, found.orderId!, refundedMinor))) throw needsHands()
  },
  'refund-failed': async (deps, found) => {
    await retryRefund(deps.db, found.subjectId)
    await sweepReturns(deps)
  },
  'restock-failed': async (deps, found) => {
    await retryRestock(deps.db, found.subjectId)
    await sweepReturns(deps)
  },
  'held-without-order': async (deps, found) => {
    const order = await orderOf(deps, found)
    if (order?.status === 'confirmed') await deps.product.commit(found.orderId!)
    else await deps.product.release(found.orderId!)
  },
  'stuck-order': goOn,
  'stuck-return': goOn
}

async function findOpen({ db }: Deps, id: string): Promise<Found> {
  const found = await findException(db, id)
  if (!found) throw new Problem(404, 'not-found', 'There is no such exception.')
  if (found.status === 'dismissed') throw new Problem(409, 'exception-closed', 'This exception was dismissed.')
  return found
}

/** Does the right thing about an exception and closes it; one that is repaired already is no error. 409 when only a person can. */
export async function repairException(deps: Deps, once: Once, byId: string, id: string): Promise<OrderException> {
  const found = await findOpen(deps, id)
  if (found.status === 'open') await repairs[found.kind](deps, found)
  return deps.db.transaction().execute(async (tx) => {
    await closeException(tx, id, 'repaired', byId, null)
    return once.answer(tx, 200, (await findException(tx, id))!)
  })
}

/** Closes an exception that is none, for a reason; the same difference is not filed again. */
export async function dismissException(
  deps: Deps,
  once: Once,
  byId: string,
  id: string,
  reason: string
): Promise<OrderException> {
  await findOpen(deps, id)
  return deps.db.transaction().execute(async (tx) => {
    if (!(await closeException(tx, id, 'dismissed', byId, reason)))
      throw new Problem(409, 'exception-closed', 'This exception is closed already.')
    return once.answer(tx, 200, (await findException(tx, id))!)
  })
}
