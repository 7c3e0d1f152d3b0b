import { around } from '@lumora/kit/failpoints'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type {
  PaymentProvider,
  ProviderDispute,
  ProviderEvent,
  ProviderPayment,
  Providers
} from '../clients/providers.ts'
import {
  addAttempt,
  addFirstAttempt,
  claimDue,
  closeOrder,
  enqueueRelease,
  findAttempt,
  findBooked,
  findChanged,
  findOrder,
  findPayment,
  movePayment,
  noteProviderPayment,
  takeEvent,
  takeKnown,
  withOrder,
  type Db,
  type PaymentRow,
  type Report
} from '../models/payments.ts'
import { lockByProviderId, noteDispute } from '../models/disputes.ts'
import { fileException } from '../models/exceptions.ts'
import { noteFailed } from '../models/refunds.ts'
import type { Claim, PaymentException } from '../schemas/exceptions.ts'
import type { NewPayment, Payment, Status, VoidedPayment } from '../schemas/payments.ts'

export interface Deps {
  db: Db
  providers: Providers
  /** Beyond so many minor units a payment is refunded only with a second person's approval. */
  refundApprovalMinor: number
}

/** From which statuses each is reached. What is declined, captured or voided stays so. */
const reachedFrom: Record<Status, readonly Status[]> = {
  processing: [],
  'action-needed': ['processing'],
  authorised: ['processing', 'action-needed'],
  declined: ['processing', 'action-needed'],
  captured: ['processing', 'action-needed', 'authorised'],
  voided: ['processing', 'action-needed', 'authorised']
}
/** In which statuses a report of each says nothing new. */
const saysNothing: Record<Status, readonly Status[]> = {
  processing: ['processing', 'action-needed', 'authorised', 'captured'],
  'action-needed': ['action-needed', 'authorised', 'captured'],
  authorised: ['authorised', 'captured'],
  declined: ['declined'],
  captured: ['captured'],
  voided: ['voided']
}
const holding = new Set<Status>(['processing', 'action-needed', 'authorised'])

/** What the provider knows a payment by. */
export const keyOf = ({ orderId, attempt }: { orderId: string; attempt: number }) => `${orderId}:${attempt}`
const keyShape = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):(\d{1,4})$/
const referenceOf = (payment: PaymentRow) => ({ key: keyOf(payment), id: payment.providerPaymentId })
const refundKeyShape = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const claimOf = ({ status, amountMinor, currency }: Claim): Claim => ({ status, amountMinor, currency })
const answerOf = ({ orderId, attempt, status, declineReason, action, amountMinor, currency }: PaymentRow): Payment => ({
  orderId,
  attempt,
  status,
  declineReason,
  action,
  amountMinor,
  currency
})

const voided = () =>
  new Problem(409, 'payment-voided', 'The payment of this order was voided, so nothing more is taken for it.')
const captured = () => new Problem(409, 'payment-captured', 'This order is paid already.')
const notFound = () => new Problem(404, 'not-found', 'There is no payment of this order.')

/** The provider of this name; it is an error of ours when there is none. */
export function providerOf({ providers }: Deps, name: string): PaymentProvider {
  const provider = providers[name]
  if (!provider) throw new Error(`There is no payment provider ${name}.`)
  return provider
}

/** Authorises an attempt at most once, however often it is asked; 409 while another attempt is live, 422 when the same attempt comes with another amount or method. */
export async function authorisePayment(deps: Deps, orderId: string, asked: NewPayment): Promise<Payment> {
  const { attempt, amountMinor, currency, method } = asked
  if (!Object.hasOwn(deps.providers, method.provider))
    throw new Problem(422, 'provider-not-offered', 'This shop does not take payments that way. Choose another one.')
  const wanted = { orderId, attempt, amountMinor, currency, provider: method.provider, methodToken: method.token }
  const payment =
    (await around('payment.attempt', () => addFirstAttempt(deps.db, wanted))) ??
    (await addLaterAttempt(deps, orderId, asked, wanted))
  if (payment.status !== 'processing') return answerOf(payment)
  const token = payment.methodToken
  const theirs = await around('provider.authorise', () =>
    providerOf(deps, payment.provider).authorise({ key: keyOf(payment), amountMinor, currency, token })
  ).catch(alarmed(deps.db, payment))
  return answerOf(await take(deps, payment, theirs, { told: false }))
}

const addLaterAttempt = (
  { db }: Deps,
  orderId: string,
  asked: NewPayment,
  wanted: Parameters<typeof addAttempt>[1]
): Promise<PaymentRow> =>
  withOrder(db, orderId, async (tx, { closedAt }, attempts) => {
    const known = attempts.find(({ attempt }) => attempt === asked.attempt)
    if (known) {
      refuseOther(known, asked)
      if (closedAt && known.status === 'processing') throw voided()
      return known
    }
    if (closedAt) throw voided()
    const last = attempts[0]
    if (last?.status === 'captured') throw captured()
    if (last && holding.has(last.status)) {
      throw new Problem(
        409,
        'payment-in-progress',
        'Another attempt to pay for this order is under way. Wait for its outcome.',
        {
          attempt: last.attempt,
          paymentStatus: last.status
        }
      )
    }
    if (last && last.attempt > asked.attempt)
      throw new Problem(
        409,
        'attempt-out-of-date',
        `Attempt ${last.attempt} was made already. Number a new one higher.`
      )
    return addAttempt(tx, wanted)
  })

function refuseOther(known: PaymentRow, { amountMinor, currency, method }: NewPayment): void {
  const same =
    known.amountMinor === amountMinor &&
    known.currency === currency &&
    known.provider === method.provider &&
    known.methodToken === method.token
  if (same) return
  throw new Problem(422, 'attempt-differs', 'This attempt was made with another amount or method. Make a new attempt.')
}

/** Whether the order is to hear of a change, or has asked for it and so hears by the answer. */
interface Hearing {
  told: boolean
}

/** Moves our payment to where the provider says it is, or files why not. */
const take = async (
  { db }: Deps,
  payment: PaymentRow,
  theirs: ProviderPayment,
  hearing: Hearing
): Promise<PaymentRow> =>
  (await follow(db, payment, theirs, hearing)) ??
  db.transaction().execute((tx) => takeClaim(tx, payment, theirs, hearing))

/** The same for what a provider reports, in the caller's transaction; the order is told. */
export const takeIn = async (tx: Db, payment: PaymentRow, theirs: ProviderPayment): Promise<PaymentRow> =>
  (await follow(tx, payment, theirs, { told: true })) ?? takeClaim(tx, payment, theirs, { told: true })

const isOther = (payment: PaymentRow, theirs: ProviderPayment) =>
  theirs.key !== keyOf(payment) || (payment.providerPaymentId !== null && payment.providerPaymentId !== theirs.id)
/** What would count as paid must be of our amount. */
const isOfOtherAmount = (payment: PaymentRow, { status, amountMinor, currency }: ProviderPayment) =>
  (status === 'authorised' || status === 'captured') &&
  (amountMinor !== payment.amountMinor || currency !== payment.currency)

/** Moves our payment to where the provider says it is; undefined when it may not, or need not. */
async function follow(
  db: Db,
  payment: PaymentRow,
  theirs: ProviderPayment,
  { told }: Hearing
): Promise<PaymentRow | undefined> {
  if (isOther(payment, theirs) || isOfOtherAmount(payment, theirs)) return undefined
  return around(`payment.${theirs.status}`, () =>
    movePayment(db, {
      payment,
      from: reachedFrom[theirs.status],
      to: theirs.status,
      providerPaymentId: theirs.id,
      declineReason: theirs.declineReason,
      action: theirs.action,
      told
    })
  )
}

/** The same, and files where it may not. A report that lags behind changes nothing; what is still held for a payment given up here is let go. */
async function takeClaim(tx: Db, payment: PaymentRow, theirs: ProviderPayment, hearing: Hearing): Promise<PaymentRow> {
  const file = (kind: PaymentException['kind'], ours: PaymentRow) =>
    fileException(tx, {
      kind,
      provider: payment.provider,
      reference: `${keyOf(payment)} ${theirs.status}`,
      orderId: payment.orderId,
      ours: claimOf(ours),
      theirs: claimOf(theirs)
    })
  if (isOther(payment, theirs)) {
    await file('reference-mismatch', payment)
    return payment
  }
  if (isOfOtherAmount(payment, theirs)) {
    await file('amount-mismatch', payment)
    return findPayment(tx, payment.id)
  }
  const moved = await follow(tx, payment, theirs, hearing)
  if (moved) return moved
  const ours = await findPayment(tx, payment.id)
  if (saysNothing[theirs.status].includes(ours.status)) return ours
  const givenUp = ours.status === 'voided' || ours.status === 'declined'
  const contradicts =
    (ours.status === 'captured' && !holding.has(theirs.status)) ||
    (ours.status === 'authorised' && theirs.status === 'declined') ||
    (givenUp && theirs.status === 'captured') ||
    (ours.status === 'declined' && theirs.status === 'authorised')
  if (contradicts) await file('status-conflict', ours)
  else if (reachedFrom[theirs.status].includes(ours.status)) await file('reference-mismatch', ours)
  if (givenUp && holding.has(theirs.status)) {
    await noteProviderPayment(tx, ours.id, theirs.id)
    await enqueueRelease(tx, ours.id)
  }
  return ours
}

/** The newest attempt of an order. */
export async function showPayment({ db }: Deps, orderId: string): Promise<Payment> {
  const found = await findOrder(db, orderId)
  if (!found?.payment) throw notFound()
  return answerOf(found.payment)
}

/** Takes the money of the authorised attempt, once; 409 when nothing is authorised. */
export async function capturePayment(deps: Deps, orderId: string): Promise<Payment> {
  const found = await findOrder(deps.db, orderId)
  if (!found) throw notFound()
  const { closedAt, payment } = found
  if (payment?.status === 'captured') return answerOf(payment)
  if (closedAt || payment?.status === 'voided') throw voided()
  if (!payment) throw notFound()
  if (payment.status !== 'authorised') throw notAuthorised(payment.status)
  const theirs = await around('provider.capture', () =>
    providerOf(deps, payment.provider).capture(referenceOf(payment))
  ).catch(alarmed(deps.db, payment))
  if (!theirs) throw await missing(deps.db, payment)
  const after = await take(deps, payment, theirs, { told: false })
  if (after.status === 'captured') return answerOf(after)
  if (after.status === 'voided') throw voided()
  throw inDispute()
}

const notAuthorised = (status: Status) =>
  status === 'declined'
    ? new Problem(409, 'payment-declined', 'The provider declined this payment, so there is nothing to capture.')
    : new Problem(409, 'payment-not-authorised', 'This payment is not authorised yet. Wait for its outcome.', {
        paymentStatus: status
      })
const inDispute = () =>
  new Problem(
    409,
    'payment-in-dispute',
    'The provider and the shop do not agree about this payment. Our staff look into it.'
  )

/** Files that a payment of ours is unknown to its provider. */
async function missing(db: Db, payment: PaymentRow): Promise<Problem> {
  const { provider, orderId } = payment
  await fileException(db, {
    kind: 'not-at-provider',
    provider,
    reference: keyOf(payment),
    orderId,
    ours: claimOf(payment),
    theirs: null
  })
  return inDispute()
}

/** Lets go of what is held for an order and closes it, so that a late attempt is refused, also one of an order not heard of yet; 409 when the money was taken. */
export async function voidPayment(deps: Deps, orderId: string): Promise<VoidedPayment> {
  const live = await around('payment.closed', () =>
    withOrder(deps.db, orderId, async (tx, _order, attempts) => {
      if (attempts.some(({ status }) => status === 'captured')) throw captured()
      await closeOrder(tx, orderId)
      return attempts.find(({ status }) => holding.has(status))
    })
  )
  const after = live && (await release(deps, live, { told: false }))
  if (after?.status === 'captured') throw captured()
  if (after && holding.has(after.status)) throw inDispute()
  return { orderId, status: 'voided' }
}

/** Has the provider let go. One that knows nothing of the payment holds nothing, unless ours moved on while we asked: then it is asked again. */
async function release(deps: Deps, payment: PaymentRow, hearing: Hearing): Promise<PaymentRow> {
  const theirs = await around('provider.void', () => providerOf(deps, payment.provider).void(referenceOf(payment)))
  if (theirs) return take(deps, payment, theirs, hearing)
  if (payment.status !== 'processing') await missing(deps.db, payment)
  const nothing = { providerPaymentId: null, declineReason: null, action: null }
  const moved = await movePayment(deps.db, { payment, from: [payment.status], to: 'voided', ...nothing, ...hearing })
  const after = moved ?? (await findPayment(deps.db, payment.id))
  return holding.has(after.status) ? release(deps, after, hearing) : after
}

/** Has the provider let go of a payment that was given up here. */
export async function releasePayment(deps: Deps, paymentId: string): Promise<void> {
  await release(deps, await findPayment(deps.db, paymentId), { told: true })
}

/** Takes a provider's signed reports, once each, in whatever order they come. */
export async function takeWebhook(
  deps: Deps,
  provider: string,
  signature: string | undefined,
  rawBody: string
): Promise<void> {
  if (!Object.hasOwn(deps.providers, provider))
    throw new Problem(404, 'not-found', 'This shop does not use this provider.')
  const events = providerOf(deps, provider).readWebhook(signature, rawBody)
  const reports = events.flatMap((event) => reportOf(event) ?? [])
  const known = reports.length > 0 ? await takeKnown(deps.db, provider, reports) : new Set()
  for (const event of events)
    if (!known.has(event.eventId))
      await deps.db.transaction().execute(async (tx) => {
        if (await takeEvent(tx, provider, event.eventId)) await hear(tx, provider, event)
      })
}

/** What an event says of a payment that has a key of ours. */
function reportOf({ eventId, payment }: ProviderEvent): Report | undefined {
  const [, orderId, attempt] = keyShape.exec(payment?.key ?? '') ?? []
  if (!payment || orderId === undefined) return undefined
  const { id: providerPaymentId, amountMinor, currency, status: reported } = payment
  const statuses = saysNothing[reported]
  return { eventId, orderId, attempt: Number(attempt), providerPaymentId, amountMinor, currency, reported, statuses }
}

async function hear(
  tx: Db,
  provider: string,
  { payment: theirs, failedRefund, dispute }: ProviderEvent
): Promise<void> {
  if (failedRefund) await takeFailedRefund(tx, provider, failedRefund)
  if (dispute) await takeDispute(tx, provider, dispute)
  if (!theirs) return
  const [, orderId, attempt] = keyShape.exec(theirs.key) ?? []
  const ours = orderId === undefined ? undefined : await findAttempt(tx, orderId, Number(attempt))
  if (ours?.provider === provider) await takeClaim(tx, ours, theirs, { told: true })
  else
    await fileException(tx, {
      kind: 'unknown-payment',
      provider,
      reference: theirs.key,
      orderId: null,
      ours: null,
      theirs: claimOf(theirs)
    })
}

/** Notes that a provider could not give money back; one that was told as given before is filed. */
async function takeFailedRefund(
  tx: Db,
  provider: string,
  { key, failReason }: { key: string; failReason: string }
): Promise<void> {
  if (!refundKeyShape.test(key) || (await noteFailed(tx, key, failReason))) return
  const kind = 'refund-failed'
  await fileException(tx, { kind, provider, reference: key, orderId: null, ours: null, theirs: null })
}

/** Notes that a buyer's bank takes money back, so that it is not refunded as well; staff find it among the exceptions. */
async function takeDispute(tx: Db, provider: string, { state, paymentId, ...dispute }: ProviderDispute): Promise<void> {
  const payment = paymentId === null ? undefined : await lockByProviderId(tx, provider, paymentId)
  const { id, amountMinor, currency } = dispute
  if (payment && state !== 'inquiry') await noteDispute(tx, payment, { provider, ...dispute, state })
  await fileException(tx, {
    kind: payment ? 'disputed' : 'unknown-payment',
    provider,
    reference: id,
    orderId: payment?.orderId ?? null,
    ours: payment ? claimOf(payment) : null,
    theirs: { status: state, amountMinor, currency }
  })
}

/** Asks the providers about up to 100 payments whose report may be lost, and about each finished one once. One that cannot be asked about holds up no other; all faults are thrown at the end. */
export async function reconcilePayments(deps: Deps): Promise<void> {
  const faults: unknown[] = []
  for (const due of await claimDue(deps.db, 100))
    await reconcile(deps, due).catch(async (error: unknown) => {
      faults.push(error)
      await alarm(deps.db, due, error)
    })
  if (faults.length > 0) throw new AggregateError(faults, 'Not every payment could be asked about.')
}

async function reconcile(deps: Deps, { closed, ...payment }: PaymentRow & { closed: boolean }): Promise<void> {
  const theirs = await providerOf(deps, payment.provider).find(referenceOf(payment))
  if (theirs && !closed && agrees(payment, theirs)) return
  const after = theirs ? await take(deps, payment, theirs, { told: true }) : payment
  if (!theirs && (payment.status === 'authorised' || payment.status === 'captured')) await missing(deps.db, payment)
  if (closed && holding.has(after.status)) await release(deps, after, { told: true })
}

/** Whether the provider says what is known already. */
const agrees = (payment: PaymentRow, theirs: ProviderPayment) =>
  theirs.status === payment.status &&
  theirs.id === payment.providerPaymentId &&
  theirs.amountMinor === payment.amountMinor &&
  theirs.currency === payment.currency

/** How long a payment may be without an outcome before staff are told. */
const patienceMs = 15 * 60_000

/** Passes a fault of the provider on, once staff are told. */
const alarmed =
  (db: Db, payment: PaymentRow) =>
  async (error: unknown): Promise<never> => {
    await alarm(db, payment, error)
    throw error
  }

/** Tells staff of an answer that no provider should give, and of a payment that nobody can be asked about for long. */
async function alarm(db: Db, payment: PaymentRow, error: unknown): Promise<void> {
  const isUnusable = error instanceof Problem && error.slug === 'provider-answer-not-usable'
  const isOverdue = holding.has(payment.status) && Date.now() - Date.parse(payment.createdAt) > patienceMs
  if (!isUnusable && !isOverdue) return
  await fileException(db, {
    kind: isUnusable ? 'answer-not-usable' : 'not-resolved',
    provider: payment.provider,
    reference: keyOf(payment),
    orderId: payment.orderId,
    ours: claimOf(payment),
    theirs: null
  })
}

interface Paging {
  after?: string
  limit: number
}
const afterId = ({ after }: Paging) => (after === undefined ? null : (readPlace(after, ['id'])[0] as string))

/** Payments with their ledger entries, the newest first. */
export async function listPayments(
  { db }: Deps,
  { orderId, reference, ...paging }: Paging & { orderId?: string; reference?: string }
) {
  const asked = { orderId: orderId ?? null, reference: reference ?? null }
  const rows = await findBooked(db, asked, afterId(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}

/** Payments as they are now, by when they changed, the oldest first. What changed just now may still be missing: ask with a minute's overlap. */
export async function listChangedPayments(
  { db }: Deps,
  { after, changedSince, limit }: Paging & { changedSince?: string }
) {
  const [changedAt, id] =
    after === undefined ? [changedSince, null] : (readPlace(after, ['string', 'id']) as [string, string])
  if (changedAt !== undefined && Number.isNaN(Date.parse(changedAt)))
    throw new Problem(400, 'place-not-valid', 'Take `after` from the `next` of a page of this list.')
  const rows = await findChanged(db, { changedAt: changedAt ?? null, id }, limit + 1)
  return pageOf(rows, limit, (row) => [row.changedAt, row.id])
}
