import { sql } from 'kysely'
import type { Db } from './categories.ts'

/** Notes how many designs of these categories can be bought; what was told before, but comes later, is left aside. */
export async function saveCounts(
  tx: Db,
  counts: readonly { category: string; designs: number }[],
  version: number
): Promise<void> {
  await sql`
    insert into "designCounts" ("slug", "designs", "toldVersion")
    select distinct on ("category") "category", "designs", ${version}::bigint
    from json_to_recordset(${JSON.stringify(counts)}::json) r("category" text, "designs" int) order by "category"
    on conflict ("slug") do update set "designs" = excluded."designs", "toldVersion" = excluded."toldVersion"
    where "designCounts"."toldVersion" < excluded."toldVersion"`.execute(tx)
}

/** Takes the count along when a category gets another slug; product tells it by the new one when its designs have followed. */
export async function renameCount(tx: Db, formerSlug: string, slug: string): Promise<void> {
  await sql`
    insert into "designCounts" ("slug", "designs", "toldVersion")
    select ${slug}, "designs", "toldVersion" from "designCounts" where "slug" = ${formerSlug}
    on conflict ("slug") do update set "designs" = excluded."designs" where "designCounts"."toldVersion" <= excluded."toldVersion"`.execute(
    tx
  )
}

/** How many designs of a category can be bought. */
export async function findCount(tx: Db, slug: string): Promise<number> {
  const { rows } = await sql<{ designs: number }>`select "designs" from "designCounts" where "slug" = ${slug}`.execute(
    tx
  )
  return rows[0]?.designs ?? 0
}
