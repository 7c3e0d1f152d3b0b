import { sql, type RawBuilder } from 'kysely'
import type { Return } from '../schemas/returns.ts'
import type { Db } from './orders.ts'
import type { Count } from './shipments.ts'

export interface ReturnRow extends Omit<Return, 'lines'> {
  refundId: string
  restockDue: boolean
  refundDue: boolean
  tries: number
  trouble: string | null
  currency: string
  lines: (Return['lines'][number] & { variantId: string; pieceId: string | null })[]
}

const lease = sql`interval '15 seconds'`

const select = sql`r."id", r."orderId", r."kind", r."status", r."reason", r."note", r."byStaff", r."refundId", r."refundMinor",
  r."refundStatus", r."shippingRefunded", r."restockDue", r."refundDue", r."tries", r."trouble", r."requestedAt", r."decidedAt",
  r."receivedAt", r."doneAt", (select "currency" from orders o where o."id" = r."orderId") as "currency",
  (select json_agg(json_build_object('position', l."position", 'title', o."title", 'quantity', l."quantity",
    'received', l."received", 'condition', l."condition", 'restock', l."restock", 'weightMg', l."weightMg",
    'refundMinor', l."refundMinor", 'variantId', o."variantId", 'pieceId', o."pieceId") order by l."position")
    from return_lines l join order_lines o using ("orderId", "position") where l."returnId" = r."id") as "lines"`

async function find(db: Db, rest: RawBuilder<unknown>): Promise<ReturnRow[]> {
  const { rows } = await sql<ReturnRow>`select ${select} from returns r where ${rest}`.execute(db)
  return rows
}

/** One return of an order. */
export const findReturn = async (db: Db, orderId: string, id: string): Promise<ReturnRow | undefined> =>
  (await find(db, sql`r."id" = ${id} and r."orderId" = ${orderId}`))[0]

/** The returns of an order, the first first. */
export const findReturns = (db: Db, orderId: string): Promise<ReturnRow[]> =>
  find(db, sql`r."orderId" = ${orderId} order by r."id"`)

/** Returns of all orders in a status, before the one with this id, the newest first. */
export const searchReturns = (
  db: Db,
  status: string | null,
  beforeId: string | null,
  limit: number
): Promise<ReturnRow[]> =>
  find(
    db,
    sql`r."id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'} and (${status}::text is null or r."status" = ${status})
      order by r."id" desc limit ${limit}`
  )

/** Counts what is to come back; false when a line has not so much with the buyer. */
export async function countReturned(tx: Db, orderId: string, counts: Count[]): Promise<boolean> {
  const { rows } = await sql`
    update line_counts c set "returned" = c."returned" + n."quantity"
    from json_to_recordset(${JSON.stringify(counts)}::json) as n ("position" integer, "quantity" integer)
    where c."orderId" = ${orderId} and c."position" = n."position" and c."returned" + n."quantity" <= c."shipped"
    returning c."position"`.execute(tx)
  return rows.length === counts.length
}

/** Counts what is given back in money, and answers how much of each line was before. */
export async function countRefunded(tx: Db, orderId: string, counts: Count[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ position: number; before: number }>`
    update line_counts c set "refunded" = c."refunded" + n."quantity"
    from json_to_recordset(${JSON.stringify(counts)}::json) as n ("position" integer, "quantity" integer)
    where c."orderId" = ${orderId} and c."position" = n."position"
    returning c."position", c."refunded" - n."quantity" as "before"`.execute(tx)
  return new Map(rows.map(({ position, before }) => [position, before]))
}

/** When each line last arrived: null when a part of it has not; lines that were never shipped are missing. */
export async function findArrivals(tx: Db, orderId: string): Promise<Map<number, { daysAgo: number | null }>> {
  const { rows } = await sql<{ position: number; daysAgo: number | null }>`
    select l."position", case when bool_and(s."deliveredAt" is not null)
      then extract(epoch from now() - max(s."deliveredAt"))::float8 / 86400 end as "daysAgo"
    from shipment_lines l join shipments s on s."id" = l."shipmentId" where l."orderId" = ${orderId} group by 1`.execute(
    tx
  )
  return new Map(rows.map(({ position, daysAgo }) => [position, { daysAgo }]))
}

/** Saves a request to give something back. */
export async function insertReturn(
  tx: Db,
  { orderId, reason, byStaff, lines }: { orderId: string; reason: string; byStaff: boolean; lines: Count[] }
): Promise<ReturnRow> {
  const { rows } = await sql<{ id: string }>`
    with r as (
      insert into returns ("orderId", "reason", "byStaff") values (${orderId}, ${reason}, ${byStaff}) returning "id"
    ), wanted as (
      insert into return_lines ("returnId", "orderId", "position", "quantity")
      select r."id", ${orderId}, l."position", l."quantity"
      from r, json_to_recordset(${JSON.stringify(lines)}::json) as l ("position" integer, "quantity" integer)
    ) select "id" from r`.execute(tx)
  return (await findReturn(tx, orderId, rows[0]!.id))!
}

/** Saves that a paid order is called off: everything goes back into stock and all that is left of the money to the buyer. */
export async function insertCancellation(
  tx: Db,
  { orderId, reason, refundMinor }: { orderId: string; reason: string; refundMinor: number }
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with r as (
      insert into returns ("orderId", "kind", "status", "reason", "byStaff", "refundMinor", "refundStatus", "restockDue",
        "refundDue", "dueAt", "decidedAt", "receivedAt")
      values (${orderId}, 'cancellation', 'received', ${reason}, true, ${refundMinor},
        case when ${refundMinor}::bigint > 0 then 'pending' end, true, ${refundMinor}::bigint > 0, now(), now(), now())
      returning "id"
    ), all_lines as (
      insert into return_lines ("returnId", "orderId", "position", "quantity", "received", "condition", "restock", "refundMinor",
        "taxMinor")
      select r."id", "orderId", "position", "quantity", "quantity", 'as-new', true, "totalMinor", "taxMinor"
      from r, order_lines where "orderId" = ${orderId}
    ) select "id" from r`.execute(tx)
  return rows[0]!.id
}

/** Approves or refuses a request; false when it no longer waits for that. */
export async function decideReturn(tx: Db, id: string, approve: boolean, note: string | null): Promise<boolean> {
  const { rows } =
    await sql`update returns set "status" = ${approve ? 'approved' : 'refused'}, "note" = ${note}, "decidedAt" = now()
    where "id" = ${id} and "status" = 'requested' returning "id"`.execute(tx)
  return rows.length > 0
}

export interface ReceivedLine {
  position: number
  received: number
  condition: string
  restock: boolean
  weightMg: number | null
  refundMinor: number
  taxMinor: number
}

/** Saves what has come and what is given back for it; false when the return was not awaited. What follows is due at once. */
export async function receiveReturn(
  tx: Db,
  id: string,
  { lines, refundMinor, shippingRefunded }: { lines: ReceivedLine[]; refundMinor: number; shippingRefunded: boolean }
): Promise<boolean> {
  const restockDue = lines.some(({ received }) => received > 0)
  const refundDue = refundMinor > 0
  const { rows } = await sql`
    with r as (
      update returns set "status" = ${restockDue || refundDue ? 'received' : 'done'}, "receivedAt" = now(),
        "doneAt" = case when ${restockDue || refundDue} then null else now() end,
        "refundMinor" = ${refundMinor}, "shippingRefunded" = ${shippingRefunded},
        "refundStatus" = ${refundDue ? 'pending' : null}, "restockDue" = ${restockDue}, "refundDue" = ${refundDue},
        "dueAt" = case when ${restockDue || refundDue} then now() end
      where "id" = ${id} and "status" = 'approved' returning "id"
    ), come as (
      update return_lines l set "received" = n."received", "condition" = n."condition", "restock" = n."restock",
        "weightMg" = n."weightMg", "refundMinor" = n."refundMinor", "taxMinor" = n."taxMinor"
      from r, json_to_recordset(${JSON.stringify(lines)}::json) as n ("position" integer, "received" integer, "condition" text,
        "restock" boolean, "weightMg" bigint, "refundMinor" bigint, "taxMinor" bigint)
      where l."returnId" = r."id" and l."position" = n."position"
    ) select "id" from r`.execute(tx)
  return rows.length > 0
}

/** Takes the leases of at most `limit` returns whose step is due and whose worker, if any, is gone. */
export async function claimDueReturns(db: Db, limit: number): Promise<ReturnRow[]> {
  const { rows } =
    await sql<ReturnRow>`update returns r set "workingUntil" = now() + ${lease}, "dueAt" = now() + ${lease}
    where r."id" in (select "id" from returns where "dueAt" <= now() and ("workingUntil" is null or "workingUntil" <= now())
      order by "dueAt" limit ${limit} for update skip locked)
    returning ${select}`.execute(db)
  return rows
}

/** Notes what has been done of a return, and when to look again; it is done when nothing is due and the refund has not failed. */
export async function noteReturnStep(
  tx: Db,
  id: string,
  {
    restocked,
    refundStatus,
    trouble,
    seconds
  }: { restocked: boolean; refundStatus: Return['refundStatus']; trouble: string | null; seconds: number }
): Promise<void> {
  const isSettled = refundStatus === null || refundStatus === 'done' || refundStatus === 'failed'
  await sql`
    update returns set "restockDue" = "restockDue" and not ${restocked},
      "refundDue" = "refundDue" and not ${isSettled}, "refundStatus" = ${refundStatus}, "trouble" = ${trouble},
      "tries" = "tries" + 1, "workingUntil" = null,
      "dueAt" = case when ("restockDue" and not ${restocked}) or ("refundDue" and not ${isSettled})
        then case when "dueAt" < "workingUntil" then now() else now() + make_interval(secs => ${seconds}) end end,
      "status" = case when ("restockDue" and not ${restocked}) or not ${isSettled} or ${refundStatus ?? ''} = 'failed'
        then "status" else 'done' end,
      "doneAt" = case when ("restockDue" and not ${restocked}) or not ${isSettled} or ${refundStatus ?? ''} = 'failed'
        then null else now() end
    where "id" = ${id} and "status" = 'received'`.execute(tx)
}

/** Has the return that this refund is of looked after now. */
export async function wakeReturn(tx: Db, refundId: string): Promise<void> {
  await sql`update returns set "dueAt" = now() where "refundId" = ${refundId} and "dueAt" is not null`.execute(tx)
}

/** Asks once more, under a new id, for a refund that failed; false when it did not fail. */
export async function retryRefund(tx: Db, id: string): Promise<boolean> {
  const { rows } = await sql`update returns set "refundDue" = true, "refundStatus" = 'pending', "refundId" = uuidv7(),
      "dueAt" = now(), "tries" = 0
    where "id" = ${id} and "status" = 'received' and "refundStatus" = 'failed' returning "id"`.execute(tx)
  return rows.length > 0
}
