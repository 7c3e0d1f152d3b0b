import { forgetTraces, type Erased } from '@lumora/kit/people'
import { Problem } from '@lumora/kit/problem'
import { sql } from 'kysely'
import type { Db } from './orders.ts'

/** What stands in an order instead of its buyer; no mail reaches a domain of `.invalid` (RFC 2606). */
const nobody = { email: 'erased@erased.invalid', name: 'Erased' }

/** All orders of a person with their lines, the oldest first. */
export async function collectOrders(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ orders: unknown[] }>`
    select coalesce(json_agg(json_build_object('number', o."number", 'status', o."status", 'email', o."email", 'name', o."name",
      'shippingAddress', o."shippingAddress", 'billingAddress', o."billingAddress", 'currency', o."currency",
      'subtotalMinor', o."subtotalMinor", 'discountMinor', o."discountMinor", 'shippingMinor', o."shippingMinor",
      'taxMinor', o."taxMinor", 'refundedMinor', o."refundedMinor", 'promotions', o."promotions", 'totalMinor', o."totalMinor", 'placedAt', o."placedAt", 'confirmedAt', o."confirmedAt",
      'cancelledAt', o."cancelledAt", 'lines', (
        select json_agg(json_build_object('sku', l."sku", 'title', l."title", 'quantity', l."quantity", 'engraving',
          l."engraving", 'options', l."options", 'giftNote', l."giftNote", 'unitMinor', l."unitMinor", 'totalMinor', l."totalMinor") order by l."position")
        from order_lines l where l."orderId" = o."id"), 'shipments', (
        select json_agg(json_build_object('carrier', s."carrier", 'trackingNumber', s."trackingNumber", 'address', s."address",
          'shippedAt', s."shippedAt", 'deliveredAt', s."deliveredAt") order by s."id") from shipments s where s."orderId" = o."id"),
      'returns', (select json_agg(json_build_object('reason', r."reason", 'note', r."note", 'status', r."status",
          'refundMinor', r."refundMinor", 'requestedAt', r."requestedAt") order by r."id") from returns r where r."orderId" = o."id"),
      'documents', (select json_agg(json_build_object('number', d."number", 'kind', d."kind", 'says', d."data") order by d."id")
        from documents d where d."orderId" = o."id" and d."kind" <> 'packing-slip')) order by o."id"), '[]') as "orders"
    from orders o where o."userId" = ${userId}`.execute(db)
  return { orders: rows[0]!.orders }
}

/**
 * Puts nobody in the place of the buyer of a person's orders. Totals, lines and what tax depends on (country and region)
 * stay, as the books must be kept. 409 while one of the orders is under way: it ends within minutes.
 */
export function pseudonymiseOrders(db: Db, userId: string): Promise<Erased[]> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ dueAt: string | null }>`
      select "dueAt" from orders where "userId" = ${userId} order by "id" for update`.execute(tx)
    if (rows.some(({ dueAt }) => dueAt !== null))
      throw new Problem(409, 'orders-under-way', 'An order of this person is still under way. Ask again later.', {
        retryAfter: 60
      })
    await sql`update orders set "email" = ${nobody.email}, "name" = ${nobody.name}, "tokenHash" = null,
        "shippingAddress" = jsonb_strip_nulls(jsonb_build_object('name', ${nobody.name}::text, 'line1', ${nobody.name}::text,
          'city', ${nobody.name}::text, 'postcode', '00000', 'country', "shippingAddress"->'country',
          'region', "shippingAddress"->'region')), "billingAddress" = null
      where "userId" = ${userId} and "email" <> ${nobody.email}`.execute(tx)
    await forgetWords(tx, userId)
    await forgetTraces(tx, userId)
    return [{ what: 'orders', count: rows.length, how: 'pseudonymised' }]
  })
}

/** What was written to, of or for the buyer beside the orders themselves; documents stay, as the tax law has them kept. */
async function forgetWords(tx: Db, userId: string): Promise<void> {
  await sql`with mine as (select "id" from orders where "userId" = ${userId}),
      lines as (update order_lines set "giftNote" = null where "giftNote" is not null and "orderId" in (select "id" from mine)),
      notes as (delete from order_notes where "orderId" in (select "id" from mine)),
      parcels as (update shipments s set "address" = o."shippingAddress" from orders o
        where o."id" = s."orderId" and o."userId" = ${userId})
    update returns set "reason" = ${nobody.name}, "note" = null where "orderId" in (select "id" from mine)`.execute(tx)
}

/** Gives a person the guests' orders made with their e-mail, whatever the case of its letters; a guest's token goes on to open them. */
export async function attachGuestOrders(tx: Db, userId: string, email: string): Promise<void> {
  await sql`update orders set "userId" = ${userId} where lower("email") = lower(${email}) and "userId" is null`.execute(
    tx
  )
}
