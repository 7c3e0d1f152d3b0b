import { publish } from '@lumora/kit/events'
import { around } from '@lumora/kit/failpoints'
import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { lockOrder, type Db, type OrderRow } from '../models/orders.ts'
import {
  claimDueReturns,
  countRefunded,
  countReturned,
  decideReturn,
  findArrivals,
  findReturn,
  findReturns,
  insertReturn,
  noteReturnStep,
  receiveReturn,
  searchReturns,
  type ReceivedLine,
  type ReturnRow
} from '../models/returns.ts'
import type { Decision, NewReturn, Receipt, Return } from '../schemas/returns.ts'
import { issueCreditNote } from './documents.ts'
import { fileException } from './findings.ts'
import { readOrder, type Deps, type Reader } from './orders.ts'
import { articleOf, type CreditedLine } from './papers.ts'
import { shareOf } from './shares.ts'
import { checkLines } from './shipments.ts'
import { backoffSeconds, refusalOf, toldOfOrder, troubleOf } from './steps.ts'

const notFound = () => new Problem(404, 'not-found', 'There is no such order or return.')
const decided = (status: string) =>
  new Problem(409, 'return-not-expected', 'This return has gone on meanwhile. Load it again.', { returnStatus: status })

/** The return as its buyer and staff see it. */
const shown = (row: ReturnRow): Return => row

/**
 * Asks to give something back. 409 when it is not with the buyer, and, unless staff ask, when it came too long ago or was made
 * for them.
 */
export function requestReturn(
  deps: Deps,
  once: Once,
  reader: Reader & { isStaff: boolean },
  orderId: string,
  { reason, lines }: NewReturn
): Promise<Return> {
  return around('return.requested', () =>
    deps.db.transaction().execute(async (tx) => {
      if (!reader.isStaff) await readOrder({ ...deps, db: tx }, { ...reader, readsAll: false }, orderId)
      const order = await lockOrder(tx, orderId)
      if (!order) throw notFound()
      if (order.status !== 'confirmed') throw notWithBuyer()
      checkLines(
        order,
        lines.map(({ position }) => ({ position })),
        false
      )
      if (!reader.isStaff) await checkPolicy(tx, deps, order, lines)
      if (!(await countReturned(tx, orderId, lines))) throw notWithBuyer()
      const row = await insertReturn(tx, { orderId, reason, byStaff: reader.isStaff, lines })
      return once.answer(tx, 201, shown(row))
    })
  )
}

const notWithBuyer = () =>
  new Problem(409, 'not-with-buyer', 'Only what was shipped, and is not on its way back, can be given back.')

/** What the buyer may give back by themselves: what is not made for them, within so many days of its delivery. */
async function checkPolicy(
  tx: Db,
  { returnDays }: Deps,
  order: OrderRow,
  lines: { position: number }[]
): Promise<void> {
  const arrivals = await findArrivals(tx, order.id)
  for (const { position } of lines) {
    const line = order.lines.find((each) => each.position === position)!
    const isReturnable = articleOf(line)?.returnable ?? line.engraving === null
    if (!isReturnable)
      throw new Problem(409, 'not-returnable', `“${line.title}” was made for you and cannot be given back.`, {
        position
      })
    const daysAgo = arrivals.get(position)?.daysAgo ?? null
    if (daysAgo !== null && daysAgo > returnDays)
      throw new Problem(409, 'return-window-over', `Articles can be given back within ${returnDays} days.`, {
        position
      })
  }
}

/** The returns of an order, for whoever may see it. */
export async function listReturns(deps: Deps, reader: Reader, orderId: string): Promise<{ items: Return[] }> {
  await readOrder(deps, reader, orderId)
  return { items: (await findReturns(deps.db, orderId)).map(shown) }
}

/** Returns of all orders, the newest first. */
export async function listAllReturns(
  { db }: Deps,
  { status, after, limit }: { status?: string; after?: string; limit: number }
) {
  const [beforeId] = after === undefined ? [] : readPlace(after, ['id'])
  const rows = await searchReturns(db, status ?? null, (beforeId as string | undefined) ?? null, limit + 1)
  return pageOf(rows, limit, ({ id }) => [id], shown)
}

interface Path {
  orderId: string
  returnId: string
}

/** Approves a request, or refuses it: then its articles may be asked for again. */
export function decideOnReturn(
  deps: Deps,
  once: Once,
  { orderId, returnId }: Path,
  { approve, note }: Decision
): Promise<Return> {
  return around('return.decided', () =>
    deps.db.transaction().execute(async (tx) => {
      const row = (await lockOrder(tx, orderId)) && (await findReturn(tx, orderId, returnId))
      if (!row) throw notFound()
      if (!(await decideReturn(tx, returnId, approve, note ?? null))) throw decided(row.status)
      if (!approve)
        await countReturned(
          tx,
          orderId,
          row.lines.map(({ position, quantity }) => ({ position, quantity: -quantity }))
        )
      return once.answer(tx, 200, shown((await findReturn(tx, orderId, returnId))!))
    })
  )
}

/**
 * Notes what has come back and how it is; stock and refund follow from a job. 409 when a weight differs and nobody has looked
 * at it, 422 when a piece is another.
 */
export function receiveOrderReturn(
  deps: Deps,
  once: Once,
  { orderId, returnId }: Path,
  receipt: Receipt
): Promise<Return> {
  return around('return.received', () =>
    deps.db.transaction().execute(async (tx) => {
      const order = await lockOrder(tx, orderId)
      const row = order && (await findReturn(tx, orderId, returnId))
      if (!row) throw notFound()
      if (row.status !== 'approved') throw decided(row.status)
      checkReceipt(deps, order, row, receipt)
      await countReturned(tx, orderId, missingOf(row, receipt))

      const refunded = receipt.lines.filter(({ quantity, refund }) => refund && quantity > 0)
      const before = await countRefunded(tx, orderId, refunded)
      const credited = refunded.map((line) => creditOf(order, line, before.get(line.position)!))
      const shippingMinor = receipt.refundShipping ? (order.shipping?.totalMinor ?? 0) : 0
      const refundMinor = credited.reduce((sum, { totalMinor }) => sum + totalMinor, shippingMinor)
      const lines = receipt.lines.map(({ position, quantity, condition, restock, weightMg }): ReceivedLine => {
        const credit = credited.find((each) => each.position === position)
        const refund = credit?.totalMinor ?? 0
        const taxMinor = refund - (credit?.taxableMinor ?? 0)
        return {
          position,
          received: quantity,
          condition,
          restock,
          weightMg: weightMg ?? null,
          refundMinor: refund,
          taxMinor
        }
      })
      await receiveReturn(tx, returnId, { lines, refundMinor, shippingRefunded: receipt.refundShipping }).catch(
        refuseTwice
      )
      if (refundMinor > 0)
        await issueCreditNote(tx, deps, order, {
          returnId,
          reason: row.reason,
          lines: credited,
          shippingMinor,
          totalMinor: refundMinor
        })
      const come = row.lines.flatMap(({ position, title }) => {
        const quantity = receipt.lines.find((each) => each.position === position)!.quantity
        return quantity > 0 ? [{ title, quantity }] : []
      })
      if (come.length > 0)
        await publish(tx, 'order.returned', orderId, order.version, { ...toldOfOrder(order), returnId, lines: come })
      return once.answer(tx, 200, shown((await findReturn(tx, orderId, returnId))!))
    })
  )
}

function refuseTwice(error: { code?: string; constraint?: string }): never {
  if (error.constraint === 'shippingIsRefundedOnce')
    throw new Problem(409, 'shipping-refunded', 'Shipping was given back with another return of this order.')
  throw error as Error
}

/** What of the awaited has not come, and so is with the buyer again. */
const missingOf = (row: ReturnRow, { lines }: Receipt) =>
  row.lines.flatMap(({ position, quantity }) => {
    const come = lines.find((each) => each.position === position)!.quantity
    return come < quantity ? [{ position, quantity: come - quantity }] : []
  })

function checkReceipt({ weightToleranceMg }: Deps, order: OrderRow, row: ReturnRow, receipt: Receipt): void {
  checkLines(
    order,
    receipt.lines.filter(({ quantity }) => quantity > 0)
  )
  const isComplete =
    receipt.lines.length === row.lines.length &&
    row.lines.every(({ position, quantity }) =>
      receipt.lines.some((each) => each.position === position && each.quantity <= quantity)
    )
  if (!isComplete)
    throw new Problem(
      422,
      'receipt-not-complete',
      'Say of each line of the return how many have come, at most what was asked.'
    )
  for (const { position, quantity, weightMg } of receipt.lines) {
    const grossMg = articleOf(order.lines.find((line) => line.position === position)!)?.grossMg
    if (weightMg === undefined || grossMg === undefined || quantity === 0 || receipt.acceptWeight) continue
    const expectedMg = grossMg * quantity
    if (Math.abs(weightMg - expectedMg) > weightToleranceMg * quantity)
      throw new Problem(
        409,
        'weight-differs',
        `Line ${position} does not weigh what it did. Look at it, then accept the weight.`,
        {
          position,
          expectedMg,
          weightMg
        }
      )
  }
}

/** The part that so many units have of a line's amounts, after those that were given back before: all together have exactly the line's. */
function creditOf(
  order: OrderRow,
  { position, quantity }: { position: number; quantity: number },
  before: number
): CreditedLine {
  const line = order.lines.find((each) => each.position === position)!
  const share = (minor: number) => shareOf(minor, line.quantity, before, quantity)
  const all = line.taxes.length > 0 ? line.taxes : [{ name: 'Tax', minor: line.taxMinor }]
  const taxes = all.map(({ name, minor }) => ({ name, minor: share(minor) }))
  const taxableMinor = share(line.taxableMinor)
  const totalMinor = taxes.reduce((sum, { minor }) => sum + minor, taxableMinor)
  return { position, quantity, taxableMinor, taxes, totalMinor }
}

const takenAtOnce = 10

/** Takes up every return whose stock or refund is due. */
export async function sweepReturns(deps: Deps): Promise<void> {
  let rows: ReturnRow[]
  do {
    rows = await claimDueReturns(deps.db, takenAtOnce)
    await Promise.all(rows.map((row) => takeReturnStep(deps, row)))
  } while (rows.length === takenAtOnce)
}

const settled = new Set(['done', 'failed'])

/** Puts back stock, then asks for the refund or how it stands: each once, whoever does it how often. A refusal is filed for staff. */
async function takeReturnStep(deps: Deps, row: ReturnRow): Promise<void> {
  let { refundStatus } = row
  let restocked = !row.restockDue
  let trouble: string | null = null
  try {
    if (!restocked) {
      const lines = row.lines
        .filter(({ received }) => received !== null && received > 0)
        .map(({ variantId, pieceId, received, restock }) => ({
          variantId,
          pieceId,
          quantity: received!,
          restock: restock === true
        }))
      const refusal = await refusalOf(deps.product.takeBack(row.id, row.orderId, lines))
      restocked = true
      if (refusal) await fileException(deps.db, failed('restock-failed', row, refusal.slug))
    }
    if (row.refundDue) {
      const { id, orderId, refundId, refundMinor: amountMinor, currency, kind } = row
      const asked = { orderId, amountMinor, currency, reason: `${kind} ${id}` }
      const refusal = await refusalOf(
        deps.payment.refund(refundId, asked).then(({ status }) => void (refundStatus = status))
      )
      if (refusal) refundStatus = 'failed'
      if (refundStatus === 'failed')
        await fileException(deps.db, failed('refund-failed', row, refusal?.slug ?? 'failed at the provider'))
    }
  } catch (error) {
    trouble = troubleOf(error)
  }
  const seconds = refundStatus !== null && !settled.has(refundStatus) && trouble === null ? 60 : backoffSeconds(row)
  await around('return.settled', () => noteReturnStep(deps.db, row.id, { restocked, refundStatus, trouble, seconds }))
}

const failed = (kind: 'restock-failed' | 'refund-failed', { id, orderId, refundId }: ReturnRow, why: string) => ({
  kind,
  subjectId: id,
  orderId,
  detail: `${kind === 'restock-failed' ? 'Stock' : 'Money'} of return ${id} was not given back: ${why}.`,
  facts: { refundId, why }
})
