import { PeerProblem } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'
import type { Ending } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { NewPayment, Payment } from '../clients/payment.ts'
import {
  moveOrder,
  noteUndone,
  postponeOrder,
  type Changes,
  type Db,
  type OrderRow,
  type Told
} from '../models/orders.ts'
import type { OrderStatus } from '../schemas/statuses.ts'
import { amountDiffers, fileException } from './findings.ts'
import type { Deps } from './orders.ts'

/** What stores the answer of the request that takes the steps. */
export type Answering = (confirmed: OrderRow) => Ending | null
type Step = (deps: Deps, order: OrderRow, answering?: Answering) => Promise<OrderRow | undefined>

const pollSeconds = 10
/** A reservation outlives the order's timer, so that it is the order that decides. */
const reservationMarginSeconds = 120
/** A week is what product holds stock for at most. */
const reservationMaxSeconds = 604_800
/** 1, 2, 4 … 60 seconds. */
export const backoffSeconds = ({ tries }: { tries: number }) => Math.min(60, 2 ** Math.min(tries, 6))

/** What every event says of its order. */
export const toldOfOrder = ({ id: orderId, number, userId, email, name, totalMinor, currency }: OrderRow) => ({
  orderId,
  number,
  userId,
  email,
  name,
  totalMinor,
  currency
})

/** What is told of a move to this status, if anybody wants to hear of it. */
function toldOf(order: OrderRow, to: OrderStatus): Told | undefined {
  const data = toldOfOrder(order)
  if (to === 'confirmed') {
    const lines = order.lines.map((line) => ({
      title: line.title,
      quantity: line.quantity,
      totalMinor: line.totalMinor
    }))
    return { topic: 'order.confirmed', data: { ...data, cartId: order.cartId, lines } }
  }
  if (to === 'payment-failed') return { topic: 'order.payment-failed', data: { ...data, reason: order.declineReason! } }
  if (to === 'cancelled') return { topic: 'order.cancelled', data: { ...data, reason: order.reason! } }
  return undefined
}

/** Moves an order and publishes what follows from it, in one statement, or in the caller's transaction; undefined when somebody else has moved it. */
export const move = (
  db: Db,
  { paySeconds }: Pick<Deps, 'paySeconds'>,
  order: OrderRow,
  to: OrderStatus,
  changes: Changes = {},
  ending?: Answering
): Promise<OrderRow | undefined> =>
  around(`order.${to}`, () =>
    moveOrder(db, order, to, changes, {
      ending,
      pollSeconds,
      commitSeconds: paySeconds,
      told: toldOf({ ...order, ...changes }, to)
    })
  )

/**
 * A move that asks nothing final of anyone is written together with the next one, in one statement; until then the database
 * has the status before it, from which the same steps are taken again: each peer does its part once.
 */
const passOn = async (order: OrderRow, to: OrderStatus): Promise<OrderRow> => ({
  ...order,
  was: order.status,
  status: to,
  tries: 0
})

/** The order as the database has it, with the move written that was put off. */
const written = async (deps: Deps, { was, ...order }: OrderRow): Promise<OrderRow | undefined> =>
  was ? move(deps.db, deps, { ...order, status: was }, order.status) : order

/** What a cancelled order has to give back: always the reservation, as one that was asked for in vain may still come to be; and the payment, which may have been asked for by whoever died at it. */
export const cancelling = ({ status, isNew }: OrderRow, reason: string): Changes => ({
  reason,
  releaseDue: true,
  voidDue: status !== 'placed' || !isNew
})

/** Whether a peer has said its final no. Anything else that is thrown leaves the outcome unknown. */
const isRefusal = (error: unknown): error is PeerProblem =>
  error instanceof PeerProblem && [400, 409, 410, 422].includes(error.status)

/** The refusal of a call, or null when it did what was asked. */
export async function refusalOf(call: Promise<void>): Promise<PeerProblem | null> {
  try {
    await call
    return null
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

const reserve: Step = async (deps, order) => {
  const isTransfer = order.paymentMethod.provider === 'bank-transfer'
  const paySeconds = isTransfer ? deps.bankTransferDays * 86_400 : deps.paySeconds
  const seconds = Math.min(paySeconds + reservationMarginSeconds, reservationMaxSeconds)
  const refusal = await refusalOf(deps.product.reserve(order.id, order.lines, seconds))
  return refusal ? move(deps.db, deps, order, 'cancelled', cancelling(order, refusal.slug)) : passOn(order, 'reserved')
}

const afterPayment: Record<Payment['status'], OrderStatus> = {
  authorised: 'authorised',
  captured: 'authorised',
  'action-needed': 'awaiting-payment',
  processing: 'awaiting-payment',
  declined: 'payment-failed',
  voided: 'payment-failed'
}

type Outcome = Pick<Payment, 'status' | 'declineReason' | 'action'> & Partial<Paid>
type Paid = Pick<Payment, 'amountMinor' | 'currency'>

const differs = ({ totalMinor, currency }: OrderRow, paid: Partial<Paid>) =>
  paid.amountMinor !== totalMinor || paid.currency !== currency

/** A payment of another amount or currency is none: the order is called off, the money let go of, and staff are told. */
const callOffWrong = (deps: Deps, order: OrderRow, paid: Partial<Paid>): Promise<OrderRow | undefined> =>
  deps.db.transaction().execute(async (tx) => {
    const moved = await move(tx, deps, order, 'cancelled', cancelling(order, 'amount-differs'))
    if (moved) await fileException(tx, amountDiffers(order, paid))
    return moved
  })

/** A refused attempt is a declined one, for the reason of the refusal. */
function asDeclined(error: unknown): Outcome {
  if (isRefusal(error)) return { status: 'declined', declineReason: error.slug, action: null }
  throw error
}

/** Also asks how a payment stands that was begun: the same attempt is made once. */
const authorise: Step = async (deps, order) => {
  const { attempt, totalMinor: amountMinor, currency, paymentMethod: method } = order
  const asked: NewPayment = { attempt, amountMinor, currency, method }
  const { status, declineReason, action, ...paid }: Outcome = await deps.payment
    .authorise(order.id, asked)
    .catch(asDeclined)
  if (status !== 'declined' && differs(order, paid)) return callOffWrong(deps, order, paid)
  const to = afterPayment[status]
  const told = { paymentStatus: status, paymentAction: action }
  if (to === order.status)
    return postponeOrder(deps.db, order, {
      ...told,
      seconds: Math.max(pollSeconds, backoffSeconds(order)),
      trouble: null
    })
  if (to === 'payment-failed')
    return move(deps.db, deps, order, to, { ...told, declineReason: declineReason ?? status })
  return move(deps.db, deps, order, to, { ...told, declineReason: null })
}

const commit: Step = async (deps, order) => {
  if (order.expired) return giveUp(deps, order)
  const refusal = await refusalOf(deps.product.commit(order.id))
  return refusal ? move(deps.db, deps, order, 'cancelled', cancelling(order, refusal.slug)) : passOn(order, 'committed')
}

/** Whether the stock has left is not known: the release tells, and the order goes back or forward by it. */
const giveUp: Step = async (deps, order) => {
  const refusal = await refusalOf(deps.product.release(order.id))
  if (!refusal) {
    const changes = { ...cancelling(order, 'not-finished-in-time'), releaseDue: false }
    return move(deps.db, deps, order, 'cancelled', changes)
  }
  if (refusal.slug !== 'reservation-committed') throw refusal
  return move(deps.db, deps, order, 'committed')
}

/** The one step that cannot be undone comes last, and is tried until it is done. */
const capture: Step = async (deps, order, answering) => {
  const { status, ...paid } = await deps.payment.capture(order.id)
  if (status !== 'captured') throw new Error(`the payment is ${status}`)
  if (differs(order, paid)) {
    await fileException(deps.db, amountDiffers(order, paid))
    throw new Problem(409, 'amount-differs', 'The payment is of another amount than the order.')
  }
  return move(deps.db, deps, order, 'confirmed', { paymentStatus: 'captured', paymentAction: null }, answering)
}

const undo: Step = async ({ db, product, payment }, order) => {
  const [released, voided] = await Promise.allSettled([
    order.releaseDue ? product.release(order.id) : undefined,
    order.voidDue ? payment.void(order.id) : undefined
  ])
  const fault = [released, voided].find((result) => result.status === 'rejected')
  return around('order.undone', () =>
    noteUndone(db, order, {
      released: released.status === 'fulfilled',
      voided: order.voidDue && voided.status === 'fulfilled',
      seconds: backoffSeconds(order),
      trouble: fault ? troubleOf(fault.reason) : null
    })
  )
}

const untilTimer =
  (step: Step): Step =>
  (deps, order) =>
    order.expired ? move(deps.db, deps, order, 'cancelled', cancelling(order, 'not-paid-in-time')) : step(deps, order)

const rest: Step = async ({ db }, order) => postponeOrder(db, order, { ...order, seconds: 3600, trouble: null })

/** What is done next in each status. */
const steps: Record<OrderStatus, Step> = {
  placed: untilTimer(reserve),
  reserved: untilTimer(authorise),
  'awaiting-payment': untilTimer(authorise),
  'payment-failed': untilTimer(rest),
  authorised: commit,
  committed: capture,
  confirmed: rest,
  cancelled: undo
}

/** What is noted of a failure: its slug, or what was thrown. */
export const troubleOf = (error: unknown) =>
  error instanceof Problem ? error.slug : `${(error as Error).name}: ${(error as Error).message}`.slice(0, 200)

/** Does the next step of an order that the caller has leased. A step of unknown outcome ends the lease and is due again later; undefined when somebody else has moved the order and goes on with it. */
export async function takeStep(deps: Deps, order: OrderRow, answering?: Answering): Promise<OrderRow | undefined> {
  try {
    return await steps[order.status](deps, order, answering)
  } catch (error) {
    const now = await written(deps, order)
    return now && postponeOrder(deps.db, now, { ...now, seconds: backoffSeconds(order), trouble: troubleOf(error) })
  }
}
