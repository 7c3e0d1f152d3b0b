import type { Once, Seen } from '@lumora/kit/idempotency'
import { sql } from 'kysely'
import type { Db } from './orders.ts'

/** Longer than the calls of a checkout that come before the order is there. */
const checkoutSeconds = 5

export interface Started {
  /** What the order is to be called; the same for a request that comes again. Null when the checkout may not begin. */
  orderId: string | null
  /** The order that the cart has already. */
  liveOrderId: string | null
  /** Somebody is at a checkout of this owner, or was a moment ago. */
  isUnderWay: boolean
  secondsLeft: number
}

/**
 * Begins a checkout of a customer or of a guest's cart, unless one is under way, the cart has a live order, or there were too
 * many in the last minute: one statement when it may begin, two when not. A request that was made before begins none.
 */
export async function startCheckout(
  db: Db,
  once: Once,
  {
    owner,
    cartId,
    orderId,
    requestKey,
    perMinute
  }: { owner: string; cartId: string; orderId: string; requestKey: string; perMinute: number }
): Promise<Started> {
  const { rows } = await sql<{ seen: Seen | null; orderId: string | null }>`
    with known as (select ${once.seen} as "seen"), begun as (
    insert into checkouts as c ("owner", "orderId", "requestKey", "workingUntil", "windowEndsAt")
    select ${owner}::uuid, ${orderId}::uuid, ${requestKey}, now() + make_interval(secs => ${checkoutSeconds}), now() + interval '1 minute'
    from known where "seen" is null and not exists (select from orders where "cartId" = ${cartId} and "status" <> 'cancelled')
    on conflict ("owner") do update set
      "orderId" = case when c."requestKey" = excluded."requestKey" then c."orderId" else excluded."orderId" end,
      "requestKey" = excluded."requestKey", "workingUntil" = excluded."workingUntil",
      "started" = case when c."windowEndsAt" <= now() then 1 else c."started" + 1 end,
      "windowEndsAt" = case when c."windowEndsAt" <= now() then excluded."windowEndsAt" else c."windowEndsAt" end
    where c."workingUntil" <= now() and (c."windowEndsAt" <= now() or c."started" < ${perMinute})
    returning "orderId")
    select "seen", "orderId" from known left join begun on true`.execute(db)
  const begun = rows[0]!
  once.know(begun.seen)
  if (begun.orderId !== null || once.made !== null)
    return { orderId: begun.orderId, liveOrderId: null, isUnderWay: false, secondsLeft: 0 }
  const { rows: left } = await sql<Omit<Started, 'orderId'>>`
    select (select "id" from orders where "cartId" = ${cartId} and "status" <> 'cancelled') as "liveOrderId",
      coalesce(c."workingUntil" > now() or c."windowEndsAt" <= now() or c."started" < ${perMinute}, true) as "isUnderWay",
      greatest(1, ceil(extract(epoch from c."windowEndsAt" - now())))::integer as "secondsLeft"
    from (select) as one left join checkouts c on c."owner" = ${owner}`.execute(db)
  return { ...left[0]!, orderId: null }
}

/** Ends a checkout that made no order. What is `known` to have been refused gets a new id the next time; what failed without the buyer's doing is no try. */
export async function endCheckout(db: Db, owner: string, known: boolean): Promise<void> {
  await sql`update checkouts set "workingUntil" = now(), "requestKey" = case when ${known} then '' else "requestKey" end,
      "started" = "started" - case when ${known} then 0 else 1 end
    where "owner" = ${owner}`.execute(db)
}

/** Forgets checkouts that ended an hour ago. */
export async function deleteOldCheckouts(db: Db): Promise<void> {
  await sql`delete from checkouts where greatest("workingUntil", "windowEndsAt") < now() - interval '1 hour'`.execute(
    db
  )
}
