import { sql } from 'kysely'
import type { Db } from './designs.ts'

export interface ReturnLine {
  variantId: string
  pieceId: string | null
  quantity: number
  restock: boolean
}

/** Notes the return; what it was when it came before. */
export async function openReturn(
  tx: Db,
  id: string,
  orderId: string,
  lines: ReturnLine[]
): Promise<{ orderId: string; lines: ReturnLine[] } | undefined> {
  const { rows } = await sql`
    insert into returns ("id", "orderId", "lines") values (${id}, ${orderId}, ${JSON.stringify(lines)}::jsonb)
    on conflict ("id") do nothing returning "id"`.execute(tx)
  if (rows.length > 0) return undefined
  const known = await sql<{ orderId: string; lines: ReturnLine[] }>`
    select "orderId", "lines" from returns where "id" = ${id}`.execute(tx)
  return known.rows[0]
}

/** What an order took for good and has not given back, by piece or variant, locked against other returns of it; undefined when it took nothing. */
export async function findSold(
  tx: Db,
  orderId: string
): Promise<{ variantId: string; pieceId: string | null; left: number }[] | undefined> {
  const { rows: found } = await sql`
    select from reservations where "orderId" = ${orderId} and "status" = 'committed' for update`.execute(tx)
  if (found.length === 0) return undefined
  const { rows } = await sql<{ variantId: string; pieceId: string | null; left: number }>`
    select "variantId", "pieceId", sum("quantity" - "returned")::int as "left" from "reservationLines"
    where "orderId" = ${orderId} group by 1, 2`.execute(tx)
  return rows
}

/**
 * Takes these lines back into the order's reservation, which must be locked: what can be sold again comes into stock, a piece
 * that cannot is withdrawn. Locks variants by id, then pieces, as every change of stock does. One statement.
 */
export async function restock(tx: Db, orderId: string, lines: ReturnLine[]): Promise<void> {
  await sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(lines)}::json) r("variantId" uuid, "pieceId" uuid, "quantity" int, "restock" boolean)
    ),
    locked as materialized (select "id" from variants where "id" in (select "variantId" from given) order by "id" for no key update),
    locks as materialized (select count(*) as "count" from locked),
    demand as (select "variantId", "pieceId", sum("quantity")::int as "quantity" from given group by 1, 2),
    sold as (
      select l."orderId", l."position", d."quantity",
        l."quantity" - l."returned" as "left", sum(l."quantity" - l."returned") over (partition by l."variantId", l."pieceId" order by l."position") as "upTo"
      from "reservationLines" l join demand d on d."variantId" = l."variantId" and d."pieceId" is not distinct from l."pieceId" where l."orderId" = ${orderId}
    ),
    noted as (
      update "reservationLines" l set "returned" = l."returned" + greatest(0, least(s."left", s."quantity" - (s."upTo" - s."left")))::int,
        "live" = l."live" and l."pieceId" is null
      from locks cross join sold s where l."orderId" = s."orderId" and l."position" = s."position"
    ),
    counted as (
      update variants v set "onHand" = v."onHand" + g."quantity", "updatedAt" = now()
      from locks cross join (select "variantId", sum("quantity")::int as "quantity" from given where "restock" group by 1) g where v."id" = g."variantId"
    ),
    placed as (
      update pieces p set "status" = case when g."restock" then 'in-stock' else 'withdrawn' end, "version" = p."version" + 1
      from locks cross join given g where p."id" = g."pieceId"
    )
    insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "orderId")
    select "variantId", "pieceId", 'returned', case when "restock" then "quantity" else 0 end, 0, ${orderId}::uuid from locks cross join given`.execute(
    tx
  )
}
