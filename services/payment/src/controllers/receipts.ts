import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { fileException, settleException } from '../models/exceptions.ts'
import { book } from '../models/ledger.ts'
import { findPayment, type Db } from '../models/payments.ts'
import { findRefund } from '../models/refunds.ts'
import {
  addPayout,
  addReceipt,
  findByTransfer,
  findReceipts,
  returnReceipt,
  type Transfer
} from '../models/transfers.ts'
import type { NewPayout, NewReceipt, Receipt, RecordedReceipt } from '../schemas/receipts.ts'
import type { Refund } from '../schemas/refunds.ts'
import { keyOf, takeIn, type Deps } from './payments.ts'
import { showRefund } from './refunds.ts'

const provider = 'bank-transfer'
const known = () =>
  new Problem(409, 'bank-reference-known', 'This reference of the bank was recorded before. Look the movement up.')

/** A bank's day may be ahead of the clock here, but not by more than the world's time zones. */
function refuseFuture(day: string): void {
  if (Date.parse(day) > Date.now() + 14 * 3_600_000)
    throw new Problem(422, 'day-not-come', 'This day has not come yet. Enter the one on the bank’s statement.')
}

/** Records money that came for an order's bank transfer. All of its amount makes the payment captured; what is too much, too late or of another currency pays nothing, is filed and is to be returned. */
export async function recordReceipt(
  { db }: Deps,
  once: Once,
  orderId: string,
  asked: NewReceipt,
  recordedBy: string
): Promise<RecordedReceipt> {
  refuseFuture(asked.receivedOn)
  return db.transaction().execute(async (tx) => {
    const payment = await findByTransfer(tx, orderId)
    if (!payment)
      throw new Problem(409, 'transfer-not-expected', 'No bank transfer was asked for of this order. Check the order.')
    const added = await addReceipt(tx, { ...asked, orderId, key: keyOf(payment), recordedBy })
    if (!added) throw known()
    const { receipt, transfer } = added
    const { amountMinor, currency } = receipt
    await book(tx, {
      paymentId: payment.id,
      kind: 'receipt',
      currency,
      receiptId: receipt.id,
      debit: 'bank',
      credit: 'receipts',
      amountMinor
    })
    await fileDifference(tx, receipt, transfer)
    if (transfer.state === 'received' && payment.status !== 'captured') {
      await takeIn(tx, payment, {
        ...transfer,
        id: transfer.reference,
        status: 'captured',
        declineReason: null,
        action: null
      })
      await settleException(tx, 'part-receipt', transfer.key)
    }
    const { status } = await findPayment(tx, payment.id)
    const outstandingMinor = transfer.state === 'awaiting' ? transfer.amountMinor - transfer.receivedMinor : 0
    return once.answer(tx, 201, { ...receipt, paymentStatus: status, outstandingMinor })
  })
}

async function fileDifference(tx: Db, receipt: Receipt, transfer: Transfer): Promise<void> {
  const { orderId, amountMinor, appliedMinor, currency } = receipt
  const isExact = appliedMinor === amountMinor
  if (isExact && transfer.state === 'received') return
  const ours = { status: transfer.state, amountMinor: transfer.amountMinor, currency: transfer.currency }
  const theirs = { status: 'received', amountMinor: isExact ? transfer.receivedMinor : amountMinor, currency }
  await fileException(tx, {
    ...(isExact
      ? { kind: 'part-receipt', reference: transfer.key }
      : { kind: 'receipt-differs', reference: receipt.id }),
    provider,
    orderId,
    ours,
    theirs
  })
}

/** The receipts of an order. */
export const listReceipts = async ({ db }: Deps, orderId: string): Promise<{ items: Receipt[] }> => ({
  items: await findReceipts(db, orderId)
})

/** Notes that what a receipt does not pay for was transferred back. */
export async function noteReturn(
  { db }: Deps,
  once: Once,
  { orderId, receiptId }: { orderId: string; receiptId: string },
  { reference, paidOn }: NewPayout,
  by: string
): Promise<Receipt> {
  refuseFuture(paidOn)
  return db.transaction().execute(async (tx) => {
    const payment = await findByTransfer(tx, orderId)
    const receipts = await findReceipts(tx, orderId)
    if (!payment || !receipts.some(({ id }) => id === receiptId))
      throw new Problem(404, 'not-found', 'There is no such receipt of this order.')
    const returned = await returnReceipt(tx, { id: receiptId, reference, paidOn, by }).catch(asKnown)
    if (!returned)
      throw new Problem(409, 'nothing-to-return', 'This receipt pays for the order, or was returned. Load it again.')
    const { currency, returnedMinor: amountMinor } = returned
    await book(tx, {
      paymentId: payment.id,
      kind: 'return',
      currency,
      receiptId,
      debit: 'receipts',
      credit: 'bank',
      amountMinor: amountMinor!
    })
    await settleException(tx, 'receipt-differs', receiptId)
    return once.answer(tx, 200, returned)
  })
}

/** Notes that an approved refund was transferred to the buyer, which ends it. */
export async function notePayout(
  deps: Deps,
  once: Once,
  { orderId, refundId }: { orderId: string; refundId: string },
  { reference, paidOn }: NewPayout,
  recordedBy: string
): Promise<Refund> {
  if (once.made !== null) return showRefund(deps, orderId, refundId)
  refuseFuture(paidOn)
  const refund = await findRefund(deps.db, refundId)
  if (refund?.orderId !== orderId) throw new Problem(404, 'not-found', 'There is no such refund of this order.')
  if (refund.provider !== provider || refund.status !== 'processing')
    throw new Problem(409, 'payout-not-expected', 'This refund does not wait for a bank transfer. Load it again.')
  const { amountMinor, currency } = refund
  await deps.db.transaction().execute(async (tx) => {
    if (!(await addPayout(tx, { refundId, reference, amountMinor, currency, paidOn, recordedBy }))) throw known()
    await once.keep(tx, refundId)
  })
  return showRefund(deps, orderId, refundId)
}

function asKnown(error: { code?: string }): never {
  throw error.code === '23505' ? known() : error
}
