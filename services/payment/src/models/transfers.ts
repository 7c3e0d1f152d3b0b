import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'
import type { Receipt } from '../schemas/receipts.ts'
import type { Db, PaymentRow } from './payments.ts'

/** What a buyer was asked to transfer, in the books of the shop's own bank account. */
export interface Transfer {
  key: string
  reference: string
  amountMinor: number
  currency: string
  state: 'awaiting' | 'received' | 'voided'
  receivedMinor: number
  payBy: string
}

/** Asks for a transfer, or finds the one that was asked for with this key. */
export async function openTransfer(
  db: Database,
  { key, reference, amountMinor, currency }: Pick<Transfer, 'key' | 'reference' | 'amountMinor' | 'currency'>,
  days: number
): Promise<Transfer> {
  const { rows } = await sql<Transfer>`
    insert into "bankTransfers" ("key", "reference", "amountMinor", "currency", "payBy")
    values (${key}, ${reference}, ${amountMinor}, ${currency}, now() + make_interval(days => ${days}))
    on conflict ("key") do nothing returning *`.execute(db)
  return rows[0] ?? (await findTransfer(db, key))!
}

/** What was asked for with this key. */
export async function findTransfer(db: Database, key: string): Promise<Transfer | undefined> {
  const { rows } = await sql<Transfer>`select * from "bankTransfers" where "key" = ${key}`.execute(db)
  return rows[0]
}

/** Expects a transfer no longer, unless it has come. */
export async function voidTransfer(db: Database, key: string): Promise<Transfer | undefined> {
  const { rows } = await sql<Transfer>`
    update "bankTransfers" set "state" = 'voided' where "key" = ${key} and "state" = 'awaiting' returning *`.execute(db)
  return rows[0] ?? findTransfer(db, key)
}

/** The newest payment of an order that is by bank transfer. */
export async function findByTransfer(db: Db, orderId: string): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`
    select * from payments where "orderId" = ${orderId} and "provider" = 'bank-transfer' order by "attempt" desc limit 1`.execute(
    db
  )
  return rows[0]
}

type NewReceiptRow = Pick<
  Receipt,
  'orderId' | 'reference' | 'amountMinor' | 'currency' | 'receivedOn' | 'recordedBy'
> & { key: string }

/** Notes money that came for a transfer: it counts as far as the transfer waits for it; undefined when this reference of the bank was noted before. */
export async function addReceipt(
  tx: Db,
  { key, orderId, reference, amountMinor, currency, receivedOn, recordedBy }: NewReceiptRow
): Promise<{ receipt: Receipt; transfer: Transfer } | undefined> {
  const { rows: locked } = await sql<Transfer>`select * from "bankTransfers" where "key" = ${key} for update`.execute(
    tx
  )
  const { rows } = await sql<Receipt>`
    insert into "bankReceipts" ("key", "orderId", "reference", "amountMinor", "currency", "receivedOn", "recordedBy", "appliedMinor")
    select "key", ${orderId}, ${reference}, ${amountMinor}, ${currency}, ${receivedOn}, ${recordedBy},
      case when "state" = 'awaiting' and "currency" = ${currency} then least(${amountMinor}::bigint, "amountMinor" - "receivedMinor") else 0 end
    from "bankTransfers" where "key" = ${key}
    on conflict ("reference") do nothing returning *`.execute(tx)
  const receipt = rows[0]
  if (!receipt || !locked[0]) return undefined
  const { rows: after } = await sql<Transfer>`
    update "bankTransfers" set "receivedMinor" = "receivedMinor" + ${receipt.appliedMinor},
      "state" = case when "state" = 'awaiting' and "receivedMinor" + ${receipt.appliedMinor} = "amountMinor" then 'received' else "state" end,
      "receivedAt" = case when "state" = 'awaiting' and "receivedMinor" + ${receipt.appliedMinor} = "amountMinor" then now() else "receivedAt" end
    where "key" = ${key} returning *`.execute(tx)
  return { receipt, transfer: after[0]! }
}

/** Notes that what a receipt does not count for was transferred back; undefined when there is nothing of it to return, or it was returned. */
export async function returnReceipt(
  tx: Db,
  { id, reference, paidOn, by }: { id: string; reference: string; paidOn: string; by: string }
): Promise<(Receipt & { key: string }) | undefined> {
  const { rows } = await sql<Receipt & { key: string }>`
    update "bankReceipts" receipt set "returnReference" = ${reference}, "returnedOn" = ${paidOn}, "returnedBy" = ${by},
      "returnedMinor" = receipt."amountMinor" - case when transfer."state" = 'voided' then 0 else receipt."appliedMinor" end
    from "bankTransfers" transfer where transfer."key" = receipt."key" and receipt."id" = ${id}
      and receipt."returnedMinor" is null and (transfer."state" = 'voided' or receipt."appliedMinor" < receipt."amountMinor")
    returning receipt.*`.execute(tx)
  return rows[0]
}

/** The receipts of an order, the oldest first. */
export async function findReceipts(db: Db, orderId: string): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    select * from "bankReceipts" where "orderId" = ${orderId} order by "id" limit 100`.execute(db)
  return rows
}

/** Notes that a refund was transferred to the buyer; false when one is noted of it. */
export async function addPayout(
  tx: Db,
  payout: {
    refundId: string
    reference: string
    amountMinor: number
    currency: string
    paidOn: string
    recordedBy: string
  }
): Promise<boolean> {
  const { rows } = await sql`
    insert into "bankPayouts" ("refundId", "reference", "amountMinor", "currency", "paidOn", "recordedBy")
    values (${payout.refundId}, ${payout.reference}, ${payout.amountMinor}, ${payout.currency}, ${payout.paidOn}, ${payout.recordedBy})
    on conflict do nothing returning true`.execute(tx)
  return rows.length > 0
}

/** Whether a refund was transferred to the buyer, by the bank's reference. */
export async function findPayout(db: Database, refundId: string): Promise<string | undefined> {
  const { rows } = await sql<{ reference: string }>`
    select "reference" from "bankPayouts" where "refundId" = ${refundId}`.execute(db)
  return rows[0]?.reference
}

export interface TransferMovement {
  kind: 'capture' | 'refund'
  id: string
  amountMinor: number
  currency: string
  at: string
}
const moved = sql`(
  select 'capture' as "kind", "reference" as "id", "receivedMinor" as "amountMinor", "currency", "receivedAt" as "at"
    from "bankTransfers" where "state" = 'received'
  union all select 'refund', "reference", "amountMinor", "currency", "recordedAt" from "bankPayouts") moved`

/** What moved on the account between two times, the oldest first: transfers that have come and refunds that have gone. */
export async function findTransferMovements(db: Database, from: string, to: string): Promise<TransferMovement[]> {
  const { rows } = await sql<TransferMovement>`
    select * from ${moved} where "at" >= ${from} and "at" < ${to} order by "at"`.execute(db)
  return rows
}

/** The transfer that came, or the refund that went, by its reference. */
export async function findTransferMovement(
  db: Database,
  kind: TransferMovement['kind'],
  id: string
): Promise<TransferMovement | undefined> {
  const { rows } = await sql<TransferMovement>`
    select * from ${moved} where "kind" = ${kind} and "id" = ${id}`.execute(db)
  return rows[0]
}
