import type { Database } from '@lumora/kit/database'
import { eventOf, type Topic, type Topics } from '@lumora/kit/events'
import type { Ending, Once } from '@lumora/kit/idempotency'
import { sql, type RawBuilder } from 'kysely'
import type {
  Address,
  Fulfilment,
  Order,
  OrderLine,
  PaymentMethod,
  Promotion,
  Shipping,
  Tax
} from '../schemas/orders.ts'
import type { OrderStatus } from '../schemas/statuses.ts'

export interface Tables {
  orders: Omit<OrderRow, 'lines' | 'expired' | 'was' | 'isNew'> & { tokenHash: string | null }
  order_lines: OrderLine & { orderId: string; position: number }
  order_moves: {
    orderId: string
    version: number
    from: OrderStatus
    to: OrderStatus
    reason: string | null
    at: string
  }
  legal_moves: { from: OrderStatus; to: OrderStatus }
}
export type Db = Database<Tables>

export interface OrderRow {
  id: string
  number: string
  status: OrderStatus
  version: number
  reason: string | null
  cartId: string
  userId: string | null
  email: string
  name: string
  shippingAddress: Address
  billingAddress: Address | null
  currency: string
  subtotalMinor: number
  discountMinor: number
  shippingMinor: number
  taxMinor: number
  totalMinor: number
  promotions: Promotion[]
  shipping: Shipping | null
  taxes: Tax[]
  taxProfile: string | null
  fulfilment: Fulfilment
  /** What was given back of what was paid. */
  refundedMinor: number
  attempt: number
  paymentMethod: PaymentMethod
  paymentStatus: Order['payment']['status']
  declineReason: string | null
  paymentAction: Order['payment']['action']
  placedAt: string
  expiresAt: string
  confirmedAt: string | null
  cancelledAt: string | null
  dueAt: string | null
  /** Set while somebody works on the order; null when it rests. */
  workingUntil: string | null
  tries: number
  trouble: string | null
  releaseDue: boolean
  voidDue: boolean
  /** By the database's clock. */
  expired: boolean
  lines: OrderLine[]
  /** The status in the database, when the move to this one is yet to be written: it is, together with the next. */
  was?: OrderStatus | undefined
  /** Nobody has done a step of it yet. */
  isNew?: true
}

/** Longer than a worker's calls may take together (10 s), so a worker that lives is not overtaken. */
const lease = sql`interval '15 seconds'`

const columns = sql`o."id", o."number", o."status", o."version", o."reason", o."cartId", o."userId", o."email", o."name",
  o."shippingAddress", o."billingAddress", o."currency", o."subtotalMinor", o."discountMinor", o."shippingMinor", o."taxMinor",
  o."totalMinor", o."promotions", o."shipping", o."taxes", o."taxProfile", o."fulfilment", o."refundedMinor", o."attempt", o."paymentMethod",
  o."paymentStatus", o."declineReason", o."paymentAction", o."placedAt", o."expiresAt", o."confirmedAt", o."cancelledAt",
  o."dueAt", o."workingUntil", o."tries", o."trouble", o."releaseDue", o."voidDue", o."expiresAt" <= now() as "expired"`
const lines = sql`(select json_agg(json_build_object('position', l."position", 'variantId', l."variantId", 'pieceId', l."pieceId", 'quantity', l."quantity",
    'engraving', l."engraving", 'options', l."options", 'giftNote', l."giftNote", 'sku', l."sku", 'title', l."title", 'slug', l."slug", 'imageUrl', l."imageUrl",
    'unitMinor', l."unitMinor", 'listMinor', l."listMinor", 'discountMinor', l."discountMinor", 'taxableMinor', l."taxableMinor",
    'taxMinor', l."taxMinor", 'totalMinor', l."totalMinor", 'taxes', l."taxes", 'breakdown', l."breakdown", 'article', l."article")
    order by l."position") from order_lines l where l."orderId" = o."id") as "lines"`

/** What of an order only the database knows after a statement that wrote it: reading all of it back would cost more than half as much as the writing. */
type Timed = Pick<
  OrderRow,
  | 'fulfilment'
  | 'refundedMinor'
  | 'placedAt'
  | 'expiresAt'
  | 'confirmedAt'
  | 'cancelledAt'
  | 'dueAt'
  | 'workingUntil'
  | 'expired'
>
const timed = sql`"fulfilment", "refundedMinor", "placedAt", "expiresAt", "confirmedAt", "cancelledAt", "dueAt", "workingUntil"`
const timedOf = sql`o."fulfilment", o."refundedMinor", o."placedAt", o."expiresAt", o."confirmedAt", o."cancelledAt", o."dueAt",
  o."workingUntil", o."expiresAt" <= now() as "expired"`

/** How an order begins: as the table's defaults say. */
const asPlaced = {
  status: 'placed',
  version: 1,
  reason: null,
  attempt: 1,
  paymentStatus: 'pending',
  declineReason: null,
  paymentAction: null,
  tries: 0,
  trouble: null,
  releaseDue: false,
  voidDue: false
} as const

export type PlacedOrder = Pick<
  OrderRow,
  | 'id'
  | 'number'
  | 'cartId'
  | 'userId'
  | 'email'
  | 'name'
  | 'shippingAddress'
  | 'billingAddress'
  | 'currency'
  | 'subtotalMinor'
  | 'discountMinor'
  | 'shippingMinor'
  | 'taxMinor'
  | 'totalMinor'
  | 'promotions'
  | 'shipping'
  | 'taxes'
  | 'taxProfile'
  | 'paymentMethod'
  | 'lines'
> & { tokenHash: string | null; paySeconds: number }

/** Saves an order with its lines, leased to the caller, and that this request made it, and ends the checkout; undefined when its cart has a live order. */
export async function insertOrder(db: Db, once: Once, order: PlacedOrder): Promise<OrderRow | undefined> {
  const placed = await once.keepIn(sql`o`, order.number, async (kept) => {
    const { rows } = await sql<Timed>`
    with o as (
      insert into orders ("id", "number", "cartId", "userId", "tokenHash", "email", "name", "shippingAddress", "billingAddress",
        "currency", "subtotalMinor", "discountMinor", "shippingMinor", "taxMinor", "totalMinor", "promotions", "shipping", "taxes",
        "taxProfile", "paymentMethod", "expiresAt", "dueAt", "workingUntil")
      values (${order.id}, ${order.number}, ${order.cartId}, ${order.userId}, ${order.tokenHash}, ${order.email}, ${order.name},
        ${JSON.stringify(order.shippingAddress)}, ${order.billingAddress && JSON.stringify(order.billingAddress)}::jsonb,
        ${order.currency}, ${order.subtotalMinor}, ${order.discountMinor}, ${order.shippingMinor}, ${order.taxMinor},
        ${order.totalMinor}, ${JSON.stringify(order.promotions)}, ${order.shipping && JSON.stringify(order.shipping)}::jsonb,
        ${JSON.stringify(order.taxes)}, ${order.taxProfile}, ${JSON.stringify(order.paymentMethod)},
        now() + make_interval(secs => ${order.paySeconds}), now() + ${lease}, now() + ${lease})
      on conflict ("cartId") where "status" <> 'cancelled' do nothing
      returning "id", ${timed}
    ), frozen as (
      insert into order_lines ("orderId", "position", "variantId", "pieceId", "quantity", "engraving", "options", "giftNote",
        "sku", "title", "slug", "imageUrl", "unitMinor", "discountMinor", "taxMinor", "totalMinor", "taxes", "breakdown", "article")
      select o."id", l."position", l."variantId", l."pieceId", l."quantity", l."options"->>'engraving', l."options", l."giftNote",
        l."sku", l."title", l."slug", l."imageUrl", l."unitMinor", l."discountMinor", l."taxMinor", l."totalMinor", l."taxes",
        l."breakdown", l."article"
      from o, rows from (json_to_recordset(${JSON.stringify(order.lines)}::json) as ("variantId" uuid, "pieceId" uuid,
        "quantity" integer, "options" jsonb, "giftNote" text, "sku" text, "title" text, "slug" text, "imageUrl" text,
        "unitMinor" bigint, "discountMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, "taxes" jsonb, "breakdown" jsonb,
        "article" jsonb)) with ordinality
        as l("variantId", "pieceId", "quantity", "options", "giftNote", "sku", "title", "slug", "imageUrl", "unitMinor",
          "discountMinor", "taxMinor", "totalMinor", "taxes", "breakdown", "article", "position")
    ), ended as (
      update checkouts set "workingUntil" = now(), "requestKey" = '' where "owner" = ${order.userId ?? order.cartId}
    ), ${kept}
    select ${timedOf} from o`.execute(db)
    return rows[0]
  })
  if (!placed) return undefined
  const { tokenHash: _hash, paySeconds: _seconds, ...given } = order
  return { ...given, ...asPlaced, ...placed, isNew: true }
}

/** Takes the lease of an order whose step is due and whose worker, if any, is gone. */
export async function claimOrder(db: Db, id: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`update orders o set "workingUntil" = now() + ${lease}, "dueAt" = now() + ${lease}
    where o."id" = ${id} and o."dueAt" <= now() and (o."workingUntil" is null or o."workingUntil" <= now())
    returning ${columns}, ${lines}`.execute(db)
  return rows[0]
}

/** Takes the leases of at most `limit` orders whose step is due and whose worker, if any, is gone. */
export async function claimDueOrders(db: Db, limit: number): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`update orders o set "workingUntil" = now() + ${lease}, "dueAt" = now() + ${lease}
    where o."id" in (
      select "id" from orders where "dueAt" <= now() and ("workingUntil" is null or "workingUntil" <= now())
      order by "dueAt" limit ${limit} for update skip locked)
    returning ${columns}, ${lines}`.execute(db)
  return rows
}

/** What a move may change besides the status. */
export type Changes = Partial<
  Pick<
    OrderRow,
    | 'reason'
    | 'attempt'
    | 'paymentMethod'
    | 'paymentStatus'
    | 'declineReason'
    | 'paymentAction'
    | 'releaseDue'
    | 'voidDue'
  >
>

const resting = new Set<OrderStatus>(['payment-failed', 'awaiting-payment', 'confirmed'])

/** What follows from a move, and is told in the same statement. */
export type Told = { [T in Topic]: { topic: T; data: Topics[T] } }[Topic]

/**
 * Moves an order on, notes the move (and the one before it that is yet to be written) and records what is told of it, if it still is as it was read; undefined when somebody
 * else has moved it, who then goes on with it. In a resting status the lease ends, in any other the mover has it anew. `commitSeconds` is how long
 * an authorised order may wait for its stock, `pollSeconds` when to look after a payment of which nothing is heard.
 */
export async function moveOrder(
  tx: Db,
  order: OrderRow,
  to: OrderStatus,
  changes: Changes,
  {
    pollSeconds,
    commitSeconds,
    told,
    ending
  }: {
    pollSeconds: number
    commitSeconds: number
    told?: Told | undefined
    /** Stores the answer to who waits for this move. */
    ending?: ((moved: OrderRow) => Ending | null) | undefined
  }
): Promise<OrderRow | undefined> {
  const path = order.was ? [order.was, order.status, to] : [order.status, to]
  const version = order.version + path.length - 1
  const made = told && eventOf(told.topic, { subject: order.id, version, from: sql`o`, data: told.data })
  const { was: _was, isNew: _isNew, ...next } = { ...order, ...changes }
  const works = !resting.has(to) && !(to === 'cancelled' && !next.releaseDue && !next.voidDue)
  const moved = { ...next, status: to, version, tries: 0, trouble: null }
  const end = ending?.(moved)
  const { rows } = await sql<Timed & { sent?: unknown; answer?: string | null }>`
    with o as (
      update orders set "status" = ${to}, "version" = ${version}, "tries" = 0, "trouble" = null,
        "reason" = ${next.reason}, "attempt" = ${next.attempt}, "paymentMethod" = ${JSON.stringify(next.paymentMethod)},
        "paymentStatus" = ${next.paymentStatus}, "declineReason" = ${next.declineReason},
        "paymentAction" = ${next.paymentAction && JSON.stringify(next.paymentAction)}::jsonb,
        "releaseDue" = ${next.releaseDue}, "voidDue" = ${next.voidDue},
        "confirmedAt" = case when ${to} = 'confirmed' then now() else "confirmedAt" end, "invoiceDue" = ${to} = 'confirmed',
        "cancelledAt" = case when ${to} = 'cancelled' then now() end,
        "expiresAt" = case when ${to} = 'authorised' then now() + make_interval(secs => ${commitSeconds}) else "expiresAt" end,
        "workingUntil" = case when ${works} then now() + ${lease} end,
        "dueAt" = case
          when ${works} then now() + ${lease}
          when ${to} in ('confirmed', 'cancelled') then null
          when "dueAt" < "workingUntil" then now()
          when ${to} = 'awaiting-payment' then least(now() + make_interval(secs => ${pollSeconds}), "expiresAt")
          else "expiresAt" end
      where "id" = ${order.id} and "status" = ${path[0]} and "version" = ${order.version}
      returning "id", "reason", ${timed}
    ), noted as (
      insert into order_moves ("orderId", "version", "from", "to", "reason")
      select o."id", ${order.version} + m."n", m."from", m."to", case when m."to" = ${to} then o."reason" end
      from o, unnest(${path.slice(0, -1)}::text[], ${path.slice(1)}::text[]) with ordinality m("from", "to", "n")
    ) ${made ? sql`, ${made.event}` : sql``} ${end ? sql`, ${end.part(sql`o`, withTime)}` : sql``}
    select ${timedOf} ${made ? sql`, ${made.sent}` : sql``} ${end ? sql`, (select "body" from answered) as "answer"` : sql``}
    from o`.execute(tx)
  if (!rows[0]) return undefined
  const { sent: _sent, answer, ...now } = rows[0]
  end?.end(answer ?? null)
  return { ...moved, ...now }
}

/** The text of an order that is being confirmed, with the time at which it is: the database's. Within a text its quotes would be escaped, so this is only ever the field. */
const withTime = (text: RawBuilder<string>) => sql<string>`replace(${text}, '"confirmedAt":null',
  (select '"confirmedAt":"' || to_char(o."confirmedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"' from o))`

/** Ends the lease without a move: the same step is due again in so many seconds, at the timer, or at once when somebody asked for it meanwhile. */
export async function postponeOrder(
  db: Db,
  order: OrderRow,
  {
    seconds,
    trouble,
    paymentStatus,
    paymentAction
  }: { seconds: number } & Pick<OrderRow, 'trouble' | 'paymentStatus' | 'paymentAction'>
): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    update orders o set "tries" = "tries" + 1, "trouble" = ${trouble}, "workingUntil" = null,
      "paymentStatus" = ${paymentStatus}, "paymentAction" = ${paymentAction && JSON.stringify(paymentAction)}::jsonb,
      "dueAt" = case when "dueAt" < "workingUntil" then now()
        when "expiresAt" > now() and "status" not in ('committed', 'cancelled')
          then least(now() + make_interval(secs => ${seconds}), "expiresAt")
        else now() + make_interval(secs => ${seconds}) end
    where "id" = ${order.id} and "version" = ${order.version} returning ${columns}`.execute(db)
  return rows[0] && { ...rows[0], lines: order.lines }
}

/** Notes what a cancelled order has given back, and when to try the rest again. */
export async function noteUndone(
  db: Db,
  order: OrderRow,
  {
    released,
    voided,
    seconds,
    trouble
  }: { released: boolean; voided: boolean; seconds: number; trouble: string | null }
): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    update orders o set "releaseDue" = "releaseDue" and not ${released}, "voidDue" = "voidDue" and not ${voided},
      "paymentStatus" = case when ${voided} and "paymentStatus" <> 'declined' then 'voided' else "paymentStatus" end,
      "paymentAction" = null, "tries" = "tries" + 1, "trouble" = ${trouble}, "workingUntil" = null,
      "dueAt" = case when ("releaseDue" and not ${released}) or ("voidDue" and not ${voided})
        then now() + make_interval(secs => ${seconds}) end
    where "id" = ${order.id} and "status" = 'cancelled' returning ${columns}`.execute(db)
  return rows[0] && { ...rows[0], lines: order.lines }
}

/** Has an order that waits for its payment look after it now; whoever works on it meanwhile will look once more. */
export async function wakeOrder(tx: Db, id: string): Promise<void> {
  await sql`update orders set "dueAt" = now() where "id" = ${id} and "status" in ('placed', 'reserved', 'awaiting-payment')`.execute(
    tx
  )
}

/** Adds to what was given back of an order; undefined when there is no such order. */
export async function noteRefund(tx: Db, id: string, amountMinor: number): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`update orders o set "refundedMinor" = "refundedMinor" + ${amountMinor}
    where o."id" = ${id} returning ${columns}, ${lines}`.execute(tx)
  return rows[0]
}

/** Who may see an order: its customer, who has its token, or somebody who sees all. */
export interface Viewer {
  userId: string | null
  tokenHash: string | null
  readsAll: boolean
}

/** An order, if this viewer may see it. */
export async function findOrder(db: Db, id: string, viewer: Viewer): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`select ${columns}, ${lines} from orders o where o."id" = ${id}
    and (${viewer.readsAll} or o."userId" = ${viewer.userId}::uuid or o."tokenHash" = ${viewer.tokenHash}::text)`.execute(
    db
  )
  return rows[0]
}

/** The order with this number. */
export async function findByNumber(db: Db, number: string): Promise<OrderRow> {
  const { rows } = await sql<OrderRow>`select ${columns}, ${lines} from orders o where o."number" = ${number}`.execute(
    db
  )
  return rows[0]!
}

/** The id of the order that a cart has, unless it is cancelled. */
export async function findLiveOrder(db: Db, cartId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select "id" from orders where "cartId" = ${cartId} and "status" <> 'cancelled'`.execute(db)
  return rows[0]?.id ?? null
}

/** A customer's orders before the one with this id, the newest first. */
export async function findOrders(db: Db, userId: string, beforeId: string | null, limit: number): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`select ${columns}, ${lines} from orders o where o."userId" = ${userId}
    and o."id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'} order by o."id" desc limit ${limit}`.execute(db)
  return rows
}

export interface OrderFilter {
  status?: OrderStatus | undefined
  fulfilment?: Fulfilment | undefined
  email?: string | undefined
  number?: string | undefined
  placedFrom?: string | undefined
  placedTo?: string | undefined
  /** Only those with an open exception. */
  exceptions?: boolean | undefined
}

/** All orders that fit, before the one with this id, the newest first. */
export async function searchOrders(
  db: Db,
  filter: OrderFilter,
  beforeId: string | null,
  limit: number
): Promise<OrderRow[]> {
  const { status, fulfilment, email, number, placedFrom, placedTo, exceptions } = filter
  const conditions = [
    sql`o."id" < ${beforeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}`,
    ...(status === undefined ? [] : [sql`o."status" = ${status}`]),
    ...(fulfilment === undefined ? [] : [sql`o."fulfilment" = ${fulfilment} and o."status" = 'confirmed'`]),
    ...(email === undefined ? [] : [sql`lower(o."email") = lower(${email})`]),
    ...(number === undefined ? [] : [sql`o."number" = upper(${number})`]),
    ...(placedFrom === undefined ? [] : [sql`o."placedAt" >= ${placedFrom}`]),
    ...(placedTo === undefined ? [] : [sql`o."placedAt" < ${placedTo}`]),
    ...(exceptions ? [sql`o."id" in (select "orderId" from exceptions where "status" = 'open')`] : [])
  ]
  const { rows } = await sql<OrderRow>`select ${columns}, ${lines} from orders o
    where ${sql.join(conditions, sql` and `)} order by o."id" desc limit ${limit}`.execute(db)
  return rows
}

/** An order with its lines, held until the transaction ends: shipping, returning and calling off wait for each other. */
export async function lockOrder(tx: Db, id: string): Promise<OrderRow | undefined> {
  const { rows } =
    await sql<OrderRow>`select ${columns}, ${lines} from orders o where o."id" = ${id} for update of o`.execute(tx)
  return rows[0]
}

/** Orders that fit, held until the transaction ends; those that others hold are left out. */
export async function lockedRows(tx: Db, where: RawBuilder<unknown>): Promise<OrderRow[]> {
  const { rows } =
    await sql<OrderRow>`select ${columns}, ${lines} from orders o where ${where} for update of o skip locked`.execute(
      tx
    )
  return rows
}
