import { sql } from 'kysely'
import type { Moment, Note } from '../schemas/notes.ts'
import type { Db, OrderRow } from './orders.ts'

/** Adds a note of staff to an order; undefined when there is no such order. */
export async function insertNote(tx: Db, orderId: string, byId: string, text: string): Promise<Note | undefined> {
  const { rows } = await sql<Note>`insert into order_notes ("orderId", "byId", "text")
    select "id", ${byId}, ${text} from orders where "id" = ${orderId} returning "id", "text", "byId", "at"`.execute(tx)
  return rows[0]
}

/** The notes on an order, the first first. */
export async function findNotes(db: Db, orderId: string): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select "id", "text", "byId", "at" from order_notes where "orderId" = ${orderId} order by "id"`.execute(db)
  return rows
}

/** All that happened to an order, in its order: one statement. Events are kept for 30 days. */
export async function findMoments(db: Db, orderId: string): Promise<Moment[]> {
  const { rows } = await sql<Moment>`
    select "at", "kind", "what", "detail" from (
      select "placedAt" as "at", 0 as "rank", 'placed' as "kind", 'placed' as "what", "number" as "detail" from orders where "id" = ${orderId}
      union all select "at", 1, 'move', "to", "reason" from order_moves where "orderId" = ${orderId}
      union all select "shippedAt", 2, 'shipped', "carrier", "trackingNumber" from shipments where "orderId" = ${orderId}
      union all select "deliveredAt", 3, 'delivered', "carrier", "trackingNumber" from shipments
        where "orderId" = ${orderId} and "deliveredAt" is not null
      union all select v.* from returns r, lateral (values
          (r."requestedAt", 4, 'return', 'requested', r."reason"), (r."decidedAt", 4, 'return', 'decided', r."note"),
          (r."receivedAt", 5, 'return', 'received', null), (r."doneAt", 6, 'return', 'done', r."refundStatus"))
          as v ("at", "rank", "kind", "what", "detail")
        where r."orderId" = ${orderId} and v."at" is not null and (r."kind" = 'return' or v."what" = 'done')
      union all select "issuedAt", 7, 'document', "kind", "number" from documents where "orderId" = ${orderId}
      union all select "at", 8, 'note', 'note', "text" from order_notes where "orderId" = ${orderId}
      union all select "foundAt", 8, 'exception', "kind", "detail" from exceptions where "orderId" = ${orderId}
      union all select "occurredAt", 9, 'told', "topic", array_to_string("deliveredTo", ', ') from outbox where "subject" = ${orderId}
    ) moments ("at", "rank", "kind", "what", "detail") order by "at", "rank"`.execute(db)
  return rows
}

/** The order with this number and token; undefined when they do not fit. */
export async function findByNumberAndToken(
  db: Db,
  number: string,
  tokenHash: string
): Promise<Pick<OrderRow, 'id'> | undefined> {
  const { rows } = await sql<{ id: string }>`
    select "id" from orders where "number" = ${number} and "tokenHash" = ${tokenHash}`.execute(db)
  return rows[0]
}

/** How many misses there were under this key within the hour that the first began; `add` counts another one. */
export async function countMisses(db: Db, key: string, add: boolean): Promise<{ count: number; secondsLeft: number }> {
  const { rows } = await sql<{ count: number; secondsLeft: number }>`
    insert into misses as m ("key", "count", "endsAt") values (${key}, ${add ? 1 : 0}, now() + interval '1 hour')
    on conflict ("key") do update set
      "count" = case when m."endsAt" <= now() then excluded."count" else m."count" + excluded."count" end,
      "endsAt" = case when m."endsAt" <= now() then excluded."endsAt" else m."endsAt" end
    returning "count", greatest(1, ceil(extract(epoch from "endsAt" - now())))::integer as "secondsLeft"`.execute(db)
  return rows[0]!
}

/** Forgets misses that no longer count. */
export async function deleteOldMisses(db: Db): Promise<void> {
  await sql`delete from misses where "endsAt" < now()`.execute(db)
}
