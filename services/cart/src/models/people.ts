import { forgetTraces, type Erased } from '@lumora/kit/people'
import { sql } from 'kysely'
import type { Db } from './carts.ts'

/** All carts of a person with their lines, as the shop knows them. */
export async function collectCarts(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ carts: unknown[]; groups: string[] }>`
    select coalesce((select "groups" from customer_groups where "userId" = ${userId}), '{}') as "groups", coalesce(json_agg(json_build_object('id', c."id", 'status', c."status", 'currency', c."currency",
      'createdAt', c."createdAt", 'destination', c."destination", 'coupons', c."coupons", 'updatedAt', c."updatedAt", 'lines', (
        select coalesce(json_agg(json_build_object('title', l."title", 'variantId', l."variantId", 'pieceId', l."pieceId",
          'quantity', l."quantity", 'options', l."options", 'giftNote', l."giftNote", 'saved', l."saved") order by l."id"), '[]')
        from cart_lines l where l."cartId" = c."id")) order by c."id"), '[]') as "carts"
    from carts c where c."userId" = ${userId}`.execute(db)
  return rows[0]!
}

/** Deletes a person's carts, and those of a guest that the person claimed, with what was frozen of them. Redemptions stay, which know digests of people only. */
export function eraseCarts(db: Db, userId: string): Promise<Erased[]> {
  return db.transaction().execute(async (tx) => {
    const { numAffectedRows = 0n } = await sql`
      with frozen as (delete from checkouts k using carts c
        where c."id" = k."cartId" and (c."userId" = ${userId} or c."claimedBy" = ${userId})
      ), groups as (delete from customer_groups where "userId" = ${userId})
      delete from carts where "userId" = ${userId} or "claimedBy" = ${userId}`.execute(tx)
    await forgetTraces(tx, userId)
    return [{ what: 'carts', count: Number(numAffectedRows), how: 'deleted' }]
  })
}
