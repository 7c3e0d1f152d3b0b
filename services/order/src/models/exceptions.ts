import { eventOf } from '@lumora/kit/events'
import { sql } from 'kysely'
import type { ExceptionKind, OrderException } from '../schemas/exceptions.ts'
import type { OrderStatus } from '../schemas/statuses.ts'
import type { Db } from './orders.ts'

/** A difference between what services know. The same kind, subject and facts are filed once while open or dismissed. */
export interface Finding {
  kind: ExceptionKind
  /** The order, or the return. */
  subjectId: string
  orderId: string | null
  detail: string
  facts: Record<string, unknown>
}

/** How many exceptions are open, and how many orders are due for a step since more than a minute. */
export async function countTrouble(db: Db): Promise<{ open: number; stuck: number }> {
  const { rows } = await sql<{ open: number; stuck: number }>`
    select (select count(*) from exceptions where "status" = 'open') as "open",
      (select count(*) from orders where "dueAt" < now() - interval '1 minute') as "stuck"`.execute(db)
  return rows[0]!
}

/** Files a difference and tells of it, in one statement; false when it is filed already. */
export async function insertException(db: Db, id: string, finding: Finding): Promise<boolean> {
  const { kind, subjectId, orderId, detail, facts } = finding
  const data = { exceptionId: id, kind, orderId, detail }
  const { event, sent } = eventOf('order.exception-found', { subject: id, version: 1, from: sql`filed`, data })
  const { rows } = await sql`
    with filed as (
      insert into exceptions ("id", "kind", "subjectId", "orderId", "detail", "facts")
      values (${id}, ${kind}, ${subjectId}, ${orderId}, ${detail}, ${JSON.stringify(facts)})
      on conflict do nothing returning "id"
    ), ${event} select "id", ${sent} from filed`.execute(db)
  return rows.length > 0
}

const select = sql`e."id", e."kind", e."orderId", o."number", e."detail", e."facts", e."status", e."foundAt", e."closedAt",
  e."closedBy", e."reason" from exceptions e left join orders o on o."id" = e."orderId"`

export interface ExceptionFilter {
  status?: string | undefined
  kind?: string | undefined
  orderId?: string | undefined
}

/** Exceptions that fit, before the one with this id, the newest first. */
export async function searchExceptions(
  db: Db,
  { status, kind, orderId }: ExceptionFilter,
  beforeId: string | null,
  limit: number
): Promise<OrderException[]> {
  const { rows } = await sql<OrderException>`select ${select}
    where e."id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'} and (${status ?? null}::text is null or e."status" = ${status ?? null})
      and (${kind ?? null}::text is null or e."kind" = ${kind ?? null})
      and (${orderId ?? null}::uuid is null or e."orderId" = ${orderId ?? null})
    order by e."id" desc limit ${limit}`.execute(db)
  return rows
}

/** One exception, with the return that it is of, if any. */
export async function findException(db: Db, id: string): Promise<(OrderException & { subjectId: string }) | undefined> {
  const { rows } = await sql<
    OrderException & { subjectId: string }
  >`select e."subjectId", ${select} where e."id" = ${id}`.execute(db)
  return rows[0]
}

/** Closes an open exception; false when it was closed before. */
export async function closeException(
  tx: Db,
  id: string,
  status: 'repaired' | 'dismissed',
  byId: string | null,
  reason: string | null
): Promise<boolean> {
  const { rows } =
    await sql`update exceptions set "status" = ${status}, "closedAt" = now(), "closedBy" = ${byId}, "reason" = ${reason}
    where "id" = ${id} and "status" = 'open' returning "id"`.execute(tx)
  return rows.length > 0
}

export interface ComparedOrder {
  id: string
  number: string
  status: OrderStatus
  totalMinor: number
  refundedMinor: number
  currency: string
  /** A refund of a return is under way, so that amounts may differ for a while. */
  isRefunding: boolean
}

const compared = sql`o."id", o."number", o."status", o."totalMinor", o."refundedMinor", o."currency",
  exists (select from returns r where r."orderId" = o."id" and r."refundDue") as "isRefunding"`

/** What of these orders is compared with what others know of them. */
export async function findCompared(db: Db, ids: string[]): Promise<Map<string, ComparedOrder>> {
  const { rows } =
    await sql<ComparedOrder>`select ${compared} from orders o where o."id" = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Orders confirmed between these two times. */
export async function findConfirmedBetween(db: Db, from: string, to: string): Promise<ComparedOrder[]> {
  const { rows } = await sql<ComparedOrder>`select ${compared} from orders o
    where o."status" = 'confirmed' and o."confirmedAt" >= ${from} and o."confirmedAt" < ${to}`.execute(db)
  return rows
}

export interface Stuck {
  id: string
  orderId: string
  number: string
  status: string
  trouble: string | null
}

/** Orders whose next step has been due for so many seconds without a move. */
export async function findStuckOrders(db: Db, seconds: number): Promise<Stuck[]> {
  const { rows } = await sql<Stuck>`
    select o."id", o."id" as "orderId", o."number", o."status", o."trouble" from orders o
    where o."dueAt" is not null and (o."status" in ('placed', 'reserved', 'authorised', 'committed', 'cancelled'))
      and coalesce((select max("at") from order_moves m where m."orderId" = o."id"), o."placedAt") < now() - make_interval(secs => ${seconds})
    order by o."id" limit 1000`.execute(db)
  return rows
}

/** Returns whose stock or refund has been in trouble for so many seconds. */
export async function findStuckReturns(db: Db, seconds: number): Promise<Stuck[]> {
  const { rows } = await sql<Stuck>`
    select r."id", r."orderId", o."number", r."status", r."trouble" from returns r join orders o on o."id" = r."orderId"
    where r."dueAt" is not null and r."trouble" is not null and r."receivedAt" < now() - make_interval(secs => ${seconds})
    order by r."id" limit 1000`.execute(db)
  return rows
}

/** Closes what was stuck and has gone on by itself. */
export async function closePassed(db: Db, kind: ExceptionKind, stillIds: string[]): Promise<void> {
  await sql`update exceptions set "status" = 'repaired', "closedAt" = now(), "reason" = 'went on by itself'
    where "kind" = ${kind} and "status" = 'open' and "subjectId" <> all(${stillIds}::uuid[])`.execute(db)
}

/** How far a comparison has come; null before the first. */
export async function readWatermark(db: Db, name: string): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`select "at" from watermarks where "name" = ${name}`.execute(db)
  return rows[0]?.at ?? null
}

/** Notes how far a comparison has come. */
export async function noteWatermark(db: Db, name: string, at: string): Promise<void> {
  await sql`insert into watermarks ("name", "at") values (${name}, ${at})
    on conflict ("name") do update set "at" = excluded."at"`.execute(db)
}

/** Has an order say that so much was given back, as its payment does; false when it says so already, or more. */
export async function raiseRefunded(db: Db, orderId: string, refundedMinor: number): Promise<boolean> {
  const { rows } = await sql`update orders set "refundedMinor" = ${refundedMinor}
    where "id" = ${orderId} and "refundedMinor" < ${refundedMinor} and "totalMinor" >= ${refundedMinor} returning "id"`.execute(
    db
  )
  return rows.length > 0
}

/** Has stock that could not be put back asked for again. */
export async function retryRestock(db: Db, returnId: string): Promise<void> {
  await sql`update returns set "restockDue" = true, "status" = 'received', "doneAt" = null, "dueAt" = now(), "tries" = 0
    where "id" = ${returnId} and "status" in ('received', 'done')`.execute(db)
}

/** Has a waiting order or return looked after at once. */
export async function hurry(db: Db, orderId: string): Promise<void> {
  await sql`update orders set "dueAt" = now() where "id" = ${orderId} and "dueAt" is not null`.execute(db)
  await sql`update returns set "dueAt" = now() where "orderId" = ${orderId} and "dueAt" is not null`.execute(db)
}
