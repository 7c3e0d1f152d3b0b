import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'
import type { Repricing } from '../schemas/rates.ts'

const columns = sql`"id", "rateId", "metal", "fineness", "total", "done", "variants", "startedAt", "finishedAt"`

/** Which variants a rate prices: those of the metal and these finenesses that are on sale. */
export interface Affected {
  metal: string
  finenesses: number[]
}

/** Opens a pass over the designs that a rate prices. */
export async function saveRepricing(
  tx: Database,
  { rateId, metal, fineness, finenesses }: Affected & { rateId: number; fineness: number }
): Promise<Repricing> {
  const { rows } = await sql<Repricing>`
    insert into repricings ("rateId", "metal", "fineness", "total")
    select ${rateId}, ${metal}, ${fineness}, count(distinct "designId") from variants
    where "active" and "metal" = ${metal} and "fineness" = any(${finenesses}) returning ${columns}`.execute(tx)
  return rows[0]!
}

export async function findRepricing(db: Database, id: string): Promise<Repricing | undefined> {
  const { rows } = await sql<Repricing>`select ${columns} from repricings where "id" = ${id}`.execute(db)
  return rows[0]
}

/** The newest passes, at most `limit`. */
export async function findRepricings(db: Database, limit: number): Promise<Repricing[]> {
  const { rows } = await sql<Repricing>`select ${columns} from repricings order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** Notes a batch as done; with `finished`, the pass as well. */
export async function saveProgress(
  tx: Database,
  id: string,
  { designs, variants, finished }: { designs: number; variants: number; finished: boolean }
): Promise<Repricing> {
  const { rows } = await sql<Repricing>`
    update repricings set "done" = "done" + ${designs}, "variants" = "variants" + ${variants},
      "finishedAt" = case when ${finished}::boolean then clock_timestamp() end
    where "id" = ${id} returning ${columns}`.execute(tx)
  return rows[0]!
}

/** Up to `limit` ids of designs with such variants, in their order, after this one. */
export async function findAffectedIds(
  tx: Database,
  { metal, finenesses }: Affected,
  afterId: string,
  limit: number
): Promise<string[]> {
  const { rows } = await sql<{ designId: string }>`
    select distinct "designId" from variants
    where "active" and "metal" = ${metal} and "fineness" = any(${finenesses}) and "designId" > ${afterId} order by 1 limit ${limit}`.execute(
    tx
  )
  return rows.map(({ designId }) => designId)
}

export interface PricedDesign {
  id: string
  slug: string
  title: string
  status: string
  fromMinor: number
  card: string
}

/** These designs, locked by id. */
export async function lockDesigns(tx: Database, ids: string[]): Promise<PricedDesign[]> {
  const { rows } = await sql<PricedDesign>`
    select "id", "slug", "title", "status", "fromMinor", "card" from designs where "id" = any(${ids}) order by "id" for no key update`.execute(
    tx
  )
  return rows
}

export interface ImpactRow {
  designs: number
  variants: number
  minChangePermille: number | null
  medianChangePermille: number | null
  maxChangePermille: number | null
  totalBeforeMinor: number
  totalAfterMinor: number
}

/**
 * What a rate would do to prices, without writing: `priceOf` of controllers/prices.ts as SQL, over what a change of rate
 * changes (metal, wastage, making by percent, discounts, tax); a test holds the two together. A rate of
 * pure metal counts by the fineness. Each step ends with `offset 0`, else PostgreSQL computes it anew wherever it is used.
 */
export async function findImpact(
  db: Database,
  { metal, finenesses }: Affected,
  { minorPerGram, pure }: { minorPerGram: number; pure: boolean }
): Promise<ImpactRow> {
  const { rows } = await sql<ImpactRow>`
    with affected as (
      select v."designId", v."totalMinor" as "before", v."netMg", v."making", v."extras",
        ${minorPerGram}::numeric * case when ${pure}::boolean then v."fineness" / 1000.0 else 1 end as "rate",
        (v."breakdown" ->> 'wastageMinor')::numeric as "oldWastage", (v."breakdown" ->> 'makingMinor')::numeric as "oldMaking",
        (v."breakdown" ->> 'stonesMinor')::numeric as "stonesMinor", (v."breakdown" ->> 'otherMinor')::numeric as "otherMinor"
      from variants v
      where v."active" and v."metal" = ${metal} and v."fineness" = any(${finenesses}) and not v."extras" ? 'fixedMinor' offset 0
    ),
    melted as (select *, round("netMg" * "rate" / 1000) as "metalMinor" from affected offset 0),
    wasted as (
      select *, case "extras" -> 'wastage' ->> 'kind'
        when 'percent' then round("metalMinor" * coalesce(("extras" -> 'wastage' ->> 'permille')::numeric, 0) / 1000)
        when 'weight' then round(coalesce(("extras" -> 'wastage' ->> 'mg')::numeric, 0) * "rate" / 1000)
        else "oldWastage" end as "wastageMinor" from melted offset 0
    ),
    made as (
      select *, case "making" ->> 'kind' when 'percent' then greatest(
          round(("metalMinor" + case when "making" ->> 'basis' = 'net-and-wastage' then "wastageMinor" else 0 end)
            * coalesce(("making" ->> 'permille')::numeric, 0) / 1000),
          coalesce(("making" ->> 'minMinor')::numeric, 0))
        else "oldMaking" end as "makingMinor" from wasted offset 0
    ),
    taxable as (
      select "designId", "before", "metalMinor" + "wastageMinor" + "makingMinor" + "stonesMinor" + "otherMinor"
        - case when "extras" ? 'discounts' then (
          select coalesce(sum(least(part, off)), 0) from (
            select part, sum(round(part * (d ->> 'permille')::numeric / 1000)) as off
            from jsonb_array_elements("extras" -> 'discounts') d
            cross join lateral (select case d ->> 'component' when 'metal' then "metalMinor" when 'wastage' then "wastageMinor" when 'making' then "makingMinor"
              when 'stones' then "stonesMinor" else "otherMinor" end as part) p
            group by d ->> 'component', part
          ) discounted
        ) else 0 end as "taxable" from made offset 0
    ),
    priced as (select "designId", "before", "taxable" + round("taxable" * 30 / 1000) as "after" from taxable offset 0),
    changed as (select *, ("after" - "before") * 1000.0 / nullif("before", 0) as "change" from priced offset 0)
    select count(distinct "designId")::int as "designs", count(*)::int as "variants",
      round(min("change"), 1)::float8 as "minChangePermille", round(max("change"), 1)::float8 as "maxChangePermille",
      round(percentile_cont(0.5) within group (order by "change")::numeric, 1)::float8 as "medianChangePermille",
      coalesce(sum("before"), 0)::bigint as "totalBeforeMinor", coalesce(sum("after"), 0)::bigint as "totalAfterMinor"
    from changed`.execute(db)
  return rows[0]!
}
