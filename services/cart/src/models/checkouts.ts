import { sql, type RawBuilder } from 'kysely'
import { cartColumns, isOwn, type Db, type Owner, type StoredCart } from './carts.ts'
import { raiseRulesVersion } from './rules.ts'

/** Longer than an order may hold, so that news of it that comes late finds its promotions. */
const margin = sql`interval '1 hour'`

export interface FrozenCheckout {
  cartId: string | null
  status: 'held' | 'firm' | 'released'
  body: unknown
}

/** The cart of this owner with what was frozen for the order, and the promotions that the cart has redeemed already, in one statement. */
export async function findForCheckout(
  db: Db,
  orderId: string,
  cartId: string,
  owner: Owner
): Promise<(StoredCart & { frozen: FrozenCheckout | null; held: string[] }) | undefined> {
  const { rows } = await sql<StoredCart & { frozen: FrozenCheckout | null; held: string[] }>`
    select ${cartColumns(owner.customers)},
      (select json_build_object('cartId', k."cartId", 'status', k."status", 'body', k."body") from checkouts k
        where k."orderId" = ${orderId}) as "frozen",
      array(select r."promotionId" from promotion_redemptions r where r."cartId" = c."id" and r."status" <> 'given-back') as "held"
    from carts c where c."id" = ${cartId} and ${isOwn(owner)}`.execute(db)
  return rows[0]
}

export interface NewCheckoutRow {
  orderId: string
  cart: { id: string; version: number; currency: string }
  customers: string[]
  promotions: { promotionId: string; amountMinor: number; version: number }[]
  body: unknown
  holdSeconds: number
}

/**
 * Freezes a checkout and redeems its promotions, in one statement: all or nothing. False when the cart is not as it was
 * seen, the order has a checkout already, or a promotion was changed or has reached a limit; then nothing was done.
 */
export async function insertCheckout(db: Db, checkout: NewCheckoutRow): Promise<boolean> {
  const { orderId, cart, promotions, body, holdSeconds } = checkout
  const parts = [
    sql`cart as (select "id" from carts where "id" = ${cart.id} and "version" = ${cart.version} and "status" = 'open')`,
    ...(promotions.length > 0 ? redeeming(checkout) : []),
    sql`frozen as (insert into checkouts ("orderId", "cartId", "promotionIds", "body", "heldUntil")
      select ${orderId}, "id", ${promotions.map(({ promotionId }) => promotionId)}::uuid[], ${JSON.stringify(body)}::json,
        now() + make_interval(secs => ${holdSeconds}) + ${margin} from cart returning "orderId")`
  ]
  try {
    const { rows } = await sql`with ${sql.join(parts)} select "orderId" from frozen`.execute(db)
    return rows.length === 1
  } catch (error) {
    if (isRefused(error as Failure)) return false
    throw error
  }
}

interface Failure {
  code?: string
  table?: string
  column?: string
  constraint?: string
}
const refusals = new Set([
  'promotionLimit',
  'promotionLimitPerCustomer',
  'checkouts_pkey',
  'promotion_redemptions_promotionId_fkey'
])
const isRefused = ({ code, table, column, constraint = '' }: Failure) =>
  refusals.has(constraint) || code === '40P01' || (code === '23502' && table === 'promotions' && column === 'redeemed')

/** Counts a cart once for a promotion, and each customer once for the cart. A promotion that was changed gets no count, which is refused, as a limit that is passed is. Rows are locked in the order of their ids. */
function redeeming({ orderId, cart, customers, promotions }: NewCheckoutRow): RawBuilder<unknown>[] {
  return [
    sql`wanted as (select p."id", d."amountMinor", d."version" from cart
      cross join json_to_recordset(${JSON.stringify(promotions)}::json) d("promotionId" uuid, "amountMinor" bigint, "version" integer)
      join promotions p on p."id" = d."promotionId" order by p."id" for update of p)`,
    sql`mine as (insert into promotion_redemptions as r ("promotionId", "cartId", "orderIds", "customers", "amountMinor", "currency")
      select w."id", ${cart.id}, array[${orderId}::uuid], ${customers}::text[], w."amountMinor", ${cart.currency} from wanted w order by w."id"
      on conflict ("cartId", "promotionId") where "status" <> 'given-back' do update set
        "orderIds" = r."orderIds" || excluded."orderIds",
        "customers" = array(select distinct unnest(r."customers" || excluded."customers")),
        "customersBefore" = r."customers", "amountMinor" = excluded."amountMinor", "changedAt" = now()
      returning "promotionId", "customersBefore" as "before", "customers" as "after")`,
    sql`counted as (update promotions p set
        "redeemed" = case when p."version" = w."version" then p."redeemed" + (m."before" = '{}')::integer end
      from mine m join wanted w on w."id" = m."promotionId" where p."id" = m."promotionId"
      returning p."redeemed", p."maxRedemptions")`,
    sql`persons as (insert into promotion_customers as u ("promotionId", "customer", "used", "most")
      select m."promotionId", a."customer", 1, p."maxPerCustomer"
      from mine m join promotions p on p."id" = m."promotionId" cross join unnest(m."after") a("customer")
      where a."customer" <> all(m."before") order by 1, 2
      on conflict ("promotionId", "customer") do update set "used" = u."used" + 1, "most" = excluded."most")`,
    sql`raised as (${raiseRulesVersion} from (select from counted where "redeemed" = "maxRedemptions" limit 1) as full_now)`
  ]
}

/** What a cart that was released by `gone` had redeemed is given back, unless another order is being made of it. */
const givingBack = sql`
  given as (update promotion_redemptions r set "changedAt" = now(), "orderIds" = array_remove(r."orderIds", g."orderId"),
      "status" = case when array_remove(r."orderIds", g."orderId") = '{}' then 'given-back' else r."status" end
    from gone g where r."cartId" = g."cartId" and g."orderId" = any(r."orderIds") and r."status" <> 'given-back'
    returning r."promotionId", r."customers", r."status"),
  counted as (update promotions p set "redeemed" = p."redeemed" - g."count"
    from (select "promotionId", count(*) as "count" from given where "status" = 'given-back' group by 1) g
    where p."id" = g."promotionId" returning p."redeemed" + g."count" as "redeemed", p."maxRedemptions"),
  persons as (update promotion_customers u set "used" = u."used" - g."count"
    from (select "promotionId", a."customer", count(*) as "count" from given, unnest("customers") a("customer")
      where "status" = 'given-back' group by 1, 2) g
    where u."promotionId" = g."promotionId" and u."customer" = g."customer"),
  raised as (${raiseRulesVersion} from (select from counted where "redeemed" = "maxRedemptions" limit 1) as full_before)`

/** Gives back what an order had redeemed, and what a late checkout of it would redeem. */
export async function releaseCheckout(tx: Db, orderId: string): Promise<void> {
  await sql`with gone as (
      insert into checkouts ("orderId", "status", "heldUntil") values (${orderId}, 'released', now())
      on conflict ("orderId") do update set "status" = 'released' returning "orderId", "cartId"
    ), ${givingBack} select`.execute(tx)
}

/** Gives back what at most `limit` orders had redeemed of which nothing was heard in time, and says of how many; one of a cart at a time. */
export async function releaseExpired(db: Db, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`with gone as (
      update checkouts set "status" = 'released' where "status" = 'held' and "orderId" in (
        select "orderId" from (select distinct on ("cartId") "orderId", "heldUntil" from checkouts
          where "status" = 'held' and "heldUntil" < now() order by "cartId", "heldUntil") due
        order by "heldUntil" limit ${limit})
      returning "orderId", "cartId"
    ), ${givingBack} select count(*) as "count" from gone`.execute(db)
  return rows[0]!.count
}

/** Marks carts as ordered, and what their orders have redeemed as firm, as parts of the statement that takes these events; lines stay as they are. */
export const confirmCheckouts = (orders: { eventId: string; orderId: string; cartId: string }[]): RawBuilder<unknown> =>
  sql`closing as (select c."orderId", c."cartId" from taken join unnest(${orders.map(({ eventId }) => eventId)}::uuid[],
      ${orders.map(({ orderId }) => orderId)}::uuid[], ${orders.map(({ cartId }) => cartId)}::uuid[]) c("eventId", "orderId", "cartId") using ("eventId")
    ), ordered as (update carts set "status" = 'ordered', "version" = "version" + 1, "updatedAt" = now()
      from closing c where carts."id" = c."cartId" and "status" = 'open'
    ), firm as (update checkouts k set "status" = 'firm' from closing c where k."orderId" = c."orderId"
    ), redeemed as (update promotion_redemptions r set "status" = 'firm', "orderIds" = array[c."orderId"], "changedAt" = now()
      from closing c where r."cartId" = c."cartId" and r."status" = 'held' and c."orderId" = any(r."orderIds"))`

/** Forgets checkouts that ended 30 days ago, and redemptions that were given back so long ago. */
export async function dropOldCheckouts(db: Db): Promise<void> {
  await sql`with old as (delete from checkouts where "status" <> 'held' and "createdAt" < now() - interval '30 days')
    delete from promotion_redemptions where "status" = 'given-back' and "changedAt" < now() - interval '30 days'`.execute(
    db
  )
}
