import { sql } from 'kysely'
import type { Db } from './designs.ts'

/** Notes that a category has another name, and so have those that were on their way to its former one. */
export async function saveRename(tx: Db, formerSlug: string, slug: string): Promise<void> {
  await sql`delete from "categoryRenames" where "formerSlug" = ${slug}`.execute(tx)
  await sql`update "categoryRenames" set "slug" = ${slug} where "slug" = ${formerSlug}`.execute(tx)
  await sql`
    insert into "categoryRenames" ("formerSlug", "slug") values (${formerSlug}, ${slug})
    on conflict ("formerSlug") do update set "slug" = excluded."slug", "at" = now()`.execute(tx)
}

/** The name that a category is being given, which stays so until the transaction ends. */
export async function findRename(tx: Db, formerSlug: string): Promise<string | undefined> {
  const { rows } = await sql<{ slug: string }>`
    select "slug" from "categoryRenames" where "formerSlug" = ${formerSlug} for update`.execute(tx)
  return rows[0]?.slug
}

/** Moves up to `limit` designs of a category to its new name, locked by id, and returns how many those were. */
export async function moveDesigns(tx: Db, formerSlug: string, slug: string, limit: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select "id" from designs where "id" = any(array(
      select "designId" from "designCategories" where "category" = ${formerSlug} order by "designId" limit ${limit}
    )) order by "id" for no key update`.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await sql`
    update designs d set "categories" = n."categories", "updatedAt" = now(),
      "doc" = jsonb_set(d."doc"::jsonb, '{categories}', to_jsonb(n."categories"))::text
    from (
      select o."id", array(
        select c from unnest(array_replace(o."categories", ${formerSlug}, ${slug})) with ordinality u(c, n) group by c order by min(n)
      ) as "categories" from designs o where o."id" = any(${ids})
    ) n where n."id" = d."id"`.execute(tx)
  await sql`
    with gone as (
      delete from "designCategories" where "category" = ${formerSlug} and "designId" = any(${ids}) returning "designId", "fromMinor"
    )
    insert into "designCategories" ("category", "designId", "fromMinor") select ${slug}, "designId", "fromMinor" from gone
    on conflict do nothing`.execute(tx)
  return ids.length
}

export async function endRename(tx: Db, formerSlug: string): Promise<void> {
  await sql`delete from "categoryRenames" where "formerSlug" = ${formerSlug}`.execute(tx)
}

/** Adds up the changes of counts that were noted since the last time, one process at a time; the counts that are others now. */
export async function countCategories(
  tx: Db
): Promise<{ counts: { category: string; designs: number }[]; version: number }> {
  const { rows: held } = await sql<{ due: boolean }>`
    select exists (select from "countChanges") and pg_try_advisory_xact_lock(7421) as "due"`.execute(tx)
  if (!held[0]!.due) return { counts: [], version: 0 }
  const { rows } = await sql<{ category: string; designs: number; version: number }>`
    with taken as (delete from "countChanges" returning "id", "category", "delta"),
    summed as (select "category", sum("delta")::int as "delta" from taken group by 1),
    counted as (
      insert into "categoryCounts" ("category", "designs") select "category", greatest(0, "delta") from summed where "delta" <> 0
      on conflict ("category") do update set "designs" = greatest(0, "categoryCounts"."designs" + (select s."delta" from summed s where s."category" = excluded."category"))
      returning "category", "designs"
    )
    select "category", "designs", (select max("id") from taken) as "version" from counted order by 1`.execute(tx)
  return {
    counts: rows.map(({ category, designs }) => ({ category, designs })),
    version: rows[0]?.version ?? 0
  }
}
