import { sql } from 'kysely'
import type { Drift } from '../schemas/recounts.ts'
import type { Db } from './designs.ts'

/** How many variants there are, and those whose counters are not the sums of their movements, at most `limit`; of all or only of these. */
export async function findDrift(
  db: Db,
  limit: number,
  only: string[] | null = null
): Promise<{ variants: number; drifted: Omit<Drift, 'mended'>[] }> {
  const { rows } = await sql<{ variants: number; drifted: Omit<Drift, 'mended'>[] }>`
    with summed as (
      select "variantId", sum("onHandDelta") as "onHand", sum("reservedDelta") as "reserved" from "stockMovements"
      where ${only}::uuid[] is null or "variantId" = any(${only}) group by 1
    ),
    drifted as (
      select v."id" as "variantId", v."sku", v."onHand", v."reserved", coalesce(s."onHand", 0) as "ledgerOnHand", coalesce(s."reserved", 0) as "ledgerReserved"
      from variants v left join summed s on s."variantId" = v."id"
      where (${only}::uuid[] is null or v."id" = any(${only}))
        and (v."onHand" <> coalesce(s."onHand", 0) or v."reserved" <> coalesce(s."reserved", 0))
      order by v."id" limit ${limit}
    )
    select (select count(*)::int from variants) as "variants", coalesce((select json_agg(drifted) from drifted), '[]') as "drifted"`.execute(
    db
  )
  return rows[0]!
}

/** Locks variants as reservations do, so that neither counters nor movements change until the transaction ends. */
export async function lockCounters(tx: Db, ids: string[]): Promise<void> {
  await sql`select from variants where "id" = any(${ids}) order by "id" for no key update`.execute(tx)
}

/** Sets the counters of these variants to what the ledger says. */
export async function saveCounters(tx: Db, rows: Omit<Drift, 'mended'>[]): Promise<void> {
  await sql`
    update variants v set "onHand" = r."ledgerOnHand", "reserved" = r."ledgerReserved", "updatedAt" = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) r("variantId" uuid, "ledgerOnHand" int, "ledgerReserved" int) where v."id" = r."variantId"`.execute(
    tx
  )
}
