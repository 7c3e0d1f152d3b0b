import { sql } from 'kysely'
import { book } from './ledger.ts'
import type { Db, PaymentRow } from './payments.ts'

export interface Dispute {
  provider: string
  id: string
  amountMinor: number
  currency: string
  reason: string
  state: 'open' | 'won' | 'lost'
}

/** The payment that a provider knows by this id, locked. */
export async function lockByProviderId(
  tx: Db,
  provider: string,
  providerPaymentId: string
): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`
    select * from payments where "provider" = ${provider} and "providerPaymentId" = ${providerPaymentId} for update`.execute(
    tx
  )
  return rows[0]
}

/** Notes a dispute about a payment that the caller has locked, with its ledger entries: as much of it can no longer be refunded, until the dispute is won, also by an appeal. False when nothing of it is new. */
export async function noteDispute(
  tx: Db,
  payment: PaymentRow,
  { provider, id, amountMinor, currency, reason, state }: Dispute
): Promise<boolean> {
  const { rows: made } = await sql<{ id: string }>`
    insert into disputes ("provider", "providerDisputeId", "paymentId", "orderId", "amountMinor", "currency", "reason", "state")
    values (${provider}, ${id}, ${payment.id}, ${payment.orderId}, ${amountMinor}, ${currency}, ${reason}, ${state})
    on conflict do nothing returning "id"`.execute(tx)
  const account = `provider:${provider}`
  if (made[0]) {
    if (state === 'won') return true
    await hold(tx, payment.id, amountMinor)
    const disputeId = made[0].id
    const entry = { paymentId: payment.id, currency, disputeId, amountMinor }
    await book(tx, { ...entry, kind: 'dispute', debit: 'disputes', credit: account })
    return true
  }
  const { rows: ended } = await sql<{ id: string; amountMinor: number; currency: string }>`
    update disputes set "state" = ${state}, "changedAt" = now()
    where "provider" = ${provider} and "providerDisputeId" = ${id} and ("state" = 'open' and ${state} <> 'open' or "state" = 'lost' and ${state} = 'won')
    returning "id", "amountMinor", "currency"`.execute(tx)
  const before = ended[0]
  if (!before) return false
  if (state === 'won') {
    await hold(tx, payment.id, -before.amountMinor)
    const entry = {
      paymentId: payment.id,
      currency: before.currency,
      disputeId: before.id,
      amountMinor: before.amountMinor
    }
    await book(tx, { ...entry, kind: 'dispute-won', debit: account, credit: 'disputes' })
  }
  return true
}

const hold = (tx: Db, paymentId: string, amountMinor: number) =>
  sql`update payments set "disputedMinor" = "disputedMinor" + ${amountMinor}, "changedAt" = now() where "id" = ${paymentId}`.execute(
    tx
  )
