import { eventOf } from '@lumora/kit/events'
import type { Once } from '@lumora/kit/idempotency'
import { sql } from 'kysely'
import type { Refund } from '../schemas/refunds.ts'
import { refundBooked } from './ledger.ts'
import type { Db } from './payments.ts'

export interface RefundRow extends Refund {
  paymentId: string
  providerRefundId: string | null
  trouble: string | null
  checkAt: string | null
}
/** A refund, and the payment whose provider gives it back. */
export interface PaidRefund extends RefundRow {
  provider: string
  attempt: number
  providerPaymentId: string | null
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export type Wanted = Pick<Refund, 'id' | 'orderId' | 'amountMinor' | 'currency' | 'reason' | 'requestedBy'>

/**
 * Claims a refund's amount of the captured payment, with the refund that claims it and the request that made it, if any; undefined when
 * there is not so much left of it in this currency, or the refund is known. Once all claims of a payment exceed `approvalMinor`, it waits.
 */
export async function claimRefund(
  db: Db,
  { id, orderId, amountMinor, currency, reason, requestedBy }: Wanted,
  approvalMinor: number,
  once: Once | null
): Promise<PaidRefund | undefined> {
  const claim = async (kept: ReturnType<typeof sql> | null) => {
    const { rows } = await sql<PaidRefund>`
      with claimed as (
        update payments set "refundsMinor" = "refundsMinor" + ${amountMinor}
        where "orderId" = ${orderId} and "status" = 'captured' and "currency" = ${currency}
          and "refundsMinor" + "disputedMinor" + ${amountMinor} <= "amountMinor" and not exists (select from refunds where "id" = ${id})
        returning *
      ), made as (
        insert into refunds ("id", "paymentId", "orderId", "amountMinor", "currency", "reason", "requestedBy", "status")
        select ${id}, "id", "orderId", ${amountMinor}, "currency", ${reason}, ${requestedBy},
          case when "refundsMinor" > ${approvalMinor} then 'waiting' else 'processing' end
        from claimed returning *
      ) ${kept ? sql`, ${kept}` : sql``}
      select made.*, claimed."provider", claimed."attempt", claimed."providerPaymentId" from made, claimed`.execute(db)
    return rows[0]
  }
  try {
    return await (once ? once.keepIn(sql`made`, id, claim) : claim(null))
  } catch (error) {
    const { code, table } = error as { code?: string; table?: string }
    if (code === '23505' && table === 'refunds') return undefined
    throw error
  }
}

/** A refund by its id. */
export async function findRefund(db: Db, id: string): Promise<PaidRefund | undefined> {
  const { rows } = await sql<PaidRefund>`
    select refunds.*, payments."provider", payments."attempt", payments."providerPaymentId"
    from refunds join payments on payments."id" = refunds."paymentId"
    where refunds."id" = ${id}`.execute(db)
  return rows[0]
}

/** What may still be refunded of the captured payment of an order, in minor units; undefined when none is captured. */
export async function findRefundable(
  db: Db,
  orderId: string
): Promise<{ refundableMinor: number; currency: string } | undefined> {
  const { rows } = await sql<{ refundableMinor: number; currency: string }>`
    select greatest(0, "amountMinor" - "refundsMinor" - "disputedMinor") as "refundableMinor", "currency" from payments
    where "orderId" = ${orderId} and "status" = 'captured'`.execute(db)
  return rows[0]
}

/** Lets a refund that waits go on; undefined when it does not wait, or this is who asked for it. */
export async function approve(db: Db, once: Once, id: string, decidedBy: string): Promise<PaidRefund | undefined> {
  return once.keepIn(sql`approved`, id, async (kept) => {
    const { rows } = await sql<PaidRefund>`
      with approved as (
        update refunds set "status" = 'processing', "decidedBy" = ${decidedBy}, "changedAt" = now(),
          "checkAt" = now() + interval '1 minute'
        where "id" = ${id} and "status" = 'waiting' and "requestedBy" <> ${decidedBy} returning *
      ), ${kept}
      select approved.*, payments."provider", payments."attempt", payments."providerPaymentId"
      from approved join payments on payments."id" = approved."paymentId"`.execute(db)
    return rows[0]
  })
}

/** Ends a refund that waits and gives its claim back; undefined like `approve`. */
export async function refuse(db: Db, once: Once, id: string, decidedBy: string): Promise<RefundRow | undefined> {
  return once.keepIn(sql`refused`, id, async (kept) => {
    const { rows } = await sql<RefundRow>`
      with refused as (
        update refunds set "status" = 'refused', "decidedBy" = ${decidedBy}, "changedAt" = now(), "checkAt" = null
        where "id" = ${id} and "status" = 'waiting' and "requestedBy" <> ${decidedBy} returning *
      ), given as (
        update payments set "refundsMinor" = payments."refundsMinor" - refused."amountMinor"
        from refused where payments."id" = refused."paymentId"
      ), ${kept}
      select * from refused`.execute(db)
    return rows[0]
  })
}

/** Notes that the provider has given the money back, with the ledger entry and the event, in one statement; undefined when that was noted before. */
export async function noteRefunded(
  db: Db,
  { id, orderId, amountMinor, currency }: Pick<RefundRow, 'id' | 'orderId' | 'amountMinor' | 'currency'>,
  providerRefundId: string
): Promise<RefundRow | undefined> {
  const { event, sent } = eventOf('payment.refunded', {
    subject: orderId,
    version: sql<number>`"version"`,
    from: sql`told`,
    data: { orderId, refundId: id, amountMinor, currency }
  })
  const { rows } = await sql<RefundRow>`
    with done as (
      update refunds set "status" = 'refunded', "providerRefundId" = ${providerRefundId}, "changedAt" = now(),
        "checkAt" = null, "trouble" = null
      where "id" = ${id} and "status" = 'processing' returning *
    ), ${refundBooked}, counted as (
      update payments set "refundedMinor" = payments."refundedMinor" + done."amountMinor", "changedAt" = now()
      from done where payments."id" = done."paymentId"
    ), told as (
      update orders set "version" = "version" + 1 from done where orders."orderId" = done."orderId" returning orders."version"
    ), ${event}
    select done.*, ${sent} from done`.execute(db)
  return rows[0]
}

/** Notes that the provider will never give the money back, and gives the claim back; undefined when the end was noted before. */
export async function noteFailed(db: Db, id: string, failReason: string): Promise<RefundRow | undefined> {
  const { rows } = await sql<RefundRow>`
    with done as (
      update refunds set "status" = 'failed', "failReason" = ${failReason}, "changedAt" = now(), "checkAt" = null
      where "id" = ${id} and "status" = 'processing' returning *
    ), given as (
      update payments set "refundsMinor" = payments."refundsMinor" - done."amountMinor"
      from done where payments."id" = done."paymentId"
    )
    select * from done`.execute(db)
  return rows[0]
}

/** Notes why a refund is not done yet. */
export async function noteTrouble(db: Db, id: string, trouble: string): Promise<void> {
  await sql`update refunds set "trouble" = ${trouble} where "id" = ${id} and "status" = 'processing'`.execute(db)
}

/** At most `limit` refunds that the provider has not been heard of for a minute; they come again a minute later. */
export async function claimDueRefunds(db: Db, limit: number): Promise<PaidRefund[]> {
  const { rows } = await sql<PaidRefund>`
    update refunds set "checkAt" = case when refunds."status" = 'processing' then now() + interval '1 minute' end
    from payments where payments."id" = refunds."paymentId" and refunds."id" = any(array(
      select "id" from refunds where "checkAt" <= now() order by "checkAt" limit ${limit} for update skip locked))
    returning refunds.*, payments."provider", payments."attempt", payments."providerPaymentId"`.execute(db)
  return rows.filter(({ status }) => status === 'processing')
}

/** At most `limit` refunds before this one, the newest first: those that wait, or all. */
export async function findRefunds(
  db: Db,
  { waiting, before, limit }: { waiting: boolean; before: { createdAt: string; id: string } | null; limit: number }
): Promise<RefundRow[]> {
  const { rows } = await sql<RefundRow>`
    select * from refunds where (not ${waiting}::boolean or "status" = 'waiting') 
      and ("createdAt", "id") < (${before?.createdAt ?? 'infinity'}::timestamptz, ${before?.id ?? lastId}::uuid)
    order by "createdAt" desc, "id" desc limit ${limit}`.execute(db)
  return rows
}
