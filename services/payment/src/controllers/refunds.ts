import { around } from '@lumora/kit/failpoints'
import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { fileException } from '../models/exceptions.ts'
import {
  approve,
  claimDueRefunds,
  claimRefund,
  findRefund,
  findRefundable,
  findRefunds,
  noteFailed,
  noteRefunded,
  noteTrouble,
  refuse,
  type PaidRefund,
  type RefundRow,
  type Wanted
} from '../models/refunds.ts'
import type { NewPeerRefund, NewRefund, PeerRefund, Refund, RefundDecision } from '../schemas/refunds.ts'
import { keyOf, providerOf, type Deps } from './payments.ts'

const notFound = () => new Problem(404, 'not-found', 'There is no such refund of this order.')

/** What each status is for the services that ask for refunds. */
const peerStatuses = {
  waiting: 'awaiting-approval',
  processing: 'pending',
  refunded: 'done',
  failed: 'failed',
  refused: 'failed'
} as const

/** Gives back part of a captured payment, or all of it, once an id; 422 when the id came before for something else. */
export async function refundOrder(
  deps: Deps,
  refundId: string,
  asked: NewPeerRefund,
  caller: string
): Promise<PeerRefund> {
  const wanted = { ...asked, id: refundId, requestedBy: asked.requestedBy ?? `service:${caller}` }
  const { orderId, amountMinor, currency } = asked
  const claimed = await around('refund.claimed', () => claimRefund(deps.db, wanted, deps.refundApprovalMinor, null))
  const refund = claimed ?? (await findRefund(deps.db, refundId))
  if (!refund) throw await refusalOf(deps, wanted)
  if (refund.orderId !== orderId || refund.amountMinor !== amountMinor || refund.currency !== currency)
    throw new Problem(
      422,
      'refund-differs',
      'This refund was asked for with another order or amount. Number a new one.'
    )
  const { status } = await giveBack(deps, refund)
  return { refundId, orderId, amountMinor, status: peerStatuses[status] }
}

/** The same for a member of staff; beyond the threshold it waits for a second person. */
export async function requestRefund(
  deps: Deps,
  once: Once,
  orderId: string,
  asked: NewRefund,
  requestedBy: string
): Promise<Refund> {
  if (once.made !== null) return showRefund(deps, orderId, once.made)
  const wanted = { id: crypto.randomUUID(), orderId, ...asked, requestedBy }
  const claimed = await claimRefund(deps.db, wanted, deps.refundApprovalMinor, once)
  if (!claimed) throw await refusalOf(deps, wanted)
  return giveBack(deps, claimed)
}

async function refusalOf({ db }: Deps, { orderId, amountMinor, currency }: Wanted): Promise<Problem> {
  const found = await findRefundable(db, orderId)
  if (!found)
    return new Problem(409, 'payment-not-captured', 'No money was taken for this order, so there is none to give back.')
  if (found.currency !== currency)
    return new Problem(422, 'currency-differs', `This order was paid in ${found.currency}: refund it in that.`)
  const { refundableMinor } = found
  return new Problem(409, 'refund-too-large', 'All refunds together may not exceed what was paid. Ask for less.', {
    amountMinor,
    refundableMinor
  })
}

/** Lets a second person decide on a refund that waits; 403 for who asked for it. */
export async function decideRefund(
  deps: Deps,
  once: Once,
  { orderId, refundId }: { orderId: string; refundId: string },
  { outcome }: RefundDecision,
  decidedBy: string
): Promise<Refund> {
  if (once.made !== null) return showRefund(deps, orderId, refundId)
  const refund = await findRefund(deps.db, refundId)
  if (refund?.orderId !== orderId) throw notFound()
  if (refund.requestedBy === decidedBy)
    throw new Problem(403, 'second-person-needed', 'You asked for this refund, so somebody else must decide on it.')
  if (outcome === 'refuse') {
    const refused = await refuse(deps.db, once, refundId, decidedBy)
    if (refused) return refused
  } else {
    const approved = await approve(deps.db, once, refundId, decidedBy)
    if (approved) return giveBack(deps, approved)
  }
  throw new Problem(409, 'refund-decided', 'This refund no longer waits for a decision. Load it again.')
}

/** A refund as it stands, after a look at what the provider says of it. */
export async function showRefund(deps: Deps, orderId: string, refundId: string): Promise<Refund> {
  const refund = await findRefund(deps.db, refundId)
  if (refund?.orderId !== orderId) throw notFound()
  return giveBack(deps, refund)
}

/** Has the provider give back what is approved, once a refund. What it answers nothing of is asked again each minute. */
async function giveBack(deps: Deps, refund: PaidRefund): Promise<RefundRow> {
  if (refund.status !== 'processing') return refund
  const { id, amountMinor, currency } = refund
  const payment = { key: keyOf(refund), id: refund.providerPaymentId }
  try {
    const theirs = await around('provider.refund', () =>
      providerOf(deps, refund.provider).refund(payment, { key: id, amountMinor, currency })
    )
    if (theirs.status === 'processing') return refund
    const after =
      theirs.status === 'refunded'
        ? await around('refund.noted', () => noteRefunded(deps.db, refund, theirs.id))
        : await noteFailed(deps.db, id, theirs.failReason ?? 'not-told')
    return after ?? (await findRefund(deps.db, id))!
  } catch (error) {
    await noteTrouble(deps.db, id, (error as Error).message.slice(0, 200))
    if (error instanceof Problem && error.slug === 'provider-answer-not-usable') await fileUnusable(deps, refund)
    return refund
  }
}

const fileUnusable = ({ db }: Deps, { id, orderId, provider, amountMinor, currency }: PaidRefund) =>
  fileException(db, {
    kind: 'answer-not-usable',
    provider,
    reference: id,
    orderId,
    ours: { status: 'processing', amountMinor, currency },
    theirs: null
  })

/** Asks the providers again about up to 100 refunds that are not done. */
export async function finishRefunds(deps: Deps): Promise<void> {
  for (const refund of await claimDueRefunds(deps.db, 100)) await giveBack(deps, refund)
}

/** Refunds, the newest first; with `status=waiting` those that a second person must decide on. */
export async function listRefunds(
  { db }: Deps,
  { after, limit, status }: { after?: string; limit: number; status?: 'waiting' }
) {
  const [createdAt, id] = after === undefined ? [] : (readPlace(after, ['string', 'id']) as [string, string])
  if (createdAt !== undefined && Number.isNaN(Date.parse(createdAt)))
    throw new Problem(400, 'place-not-valid', 'Take `after` from the `next` of a page of this list.')
  const before = createdAt === undefined ? null : { createdAt, id: id! }
  const rows = await findRefunds(db, { waiting: status === 'waiting', before, limit: limit + 1 })
  return pageOf(rows, limit, (refund) => [refund.createdAt, refund.id])
}
