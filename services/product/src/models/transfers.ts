import { sql } from 'kysely'
import type { CatalogueImport, Fault } from '../schemas/transfers.ts'
import type { Db } from './designs.ts'

/** A variant as it was given, with its design as it is. */
export interface StoredRow {
  designId: string
  design: Record<string, unknown>
  variant: Record<string, unknown>
}

const stored = sql`
  jsonb_build_object('slug', d."slug", 'title', d."title", 'type', d."type", 'status', d."status", 'description', d."description",
    'categories', d."categories", 'attributes', d."attributes", 'imageUrl', d."imageUrl") as "design",
  jsonb_build_object('sku', v."sku", 'metal', v."metal", 'purity', v."purity", 'colour', v."colour", 'size', v."size", 'grossMg', v."grossMg",
    'netMg', v."netMg", 'stones', v."stones", 'making', v."making", 'oneOfAKind', v."oneOfAKind",
    'onHand', case when v."oneOfAKind" then 0 else v."onHand" end,
    'pieces', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('serial', p."serial", 'huid', p."huid")) ||
        jsonb_build_object('certificates', p."certificates") order by p."id"), '[]')
      from pieces p where p."variantId" = v."id" and p."status" in ('in-stock', 'reserved'))) || jsonb_strip_nulls(coalesce(v."extras", '{}') || jsonb_build_object('leadTimeDays', v."leadTimeDays")) as "variant"`

/** The variants on sale of up to `limit` designs after this one, in the order of the designs' ids; of a design without any, one row whose variant has no SKU. */
export async function findRowsAfter(db: Db, afterId: string, limit: number): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select d."id" as "designId", ${stored}
    from (select * from designs where "id" > ${afterId}::uuid and "status" <> 'hidden' order by "id" limit ${limit}) d
    left join variants v on v."designId" = d."id" and v."active" order by d."id", v."position", v."id"`.execute(db)
  return rows
}

/** The variants on sale of these designs that are not among these SKUs. */
export async function findOtherRows(db: Db, slugs: string[], skus: string[]): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select d."id" as "designId", ${stored} from designs d
    join variants v on v."designId" = d."id" and v."active" and v."sku" <> all(${skus})
    where d."slug" = any(${slugs}) and d."status" <> 'hidden' order by d."id", v."position", v."id"`.execute(db)
  return rows
}

const columns = sql`"id", "dryRun", "status", "lines", "imported", "designs", "designsDone", "faultCount",
  (select coalesce(jsonb_agg(f order by (f ->> 'line')::int, n), '[]') from jsonb_array_elements("faults") with ordinality e(f, n)) as "faults", "startedAt", "finishedAt"`

export async function saveImport(tx: Db, dryRun: boolean, madeBy: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into "catalogueImports" ("dryRun", "madeBy") values (${dryRun}, ${madeBy}) returning "id"`.execute(tx)
  return rows[0]!.id
}

export interface ImportLine {
  slug: string
  line: number
  row: unknown
}

/** Keeps lines of an import until they are taken in. */
export async function saveLines(tx: Db, importId: string, lines: ImportLine[]): Promise<void> {
  await sql`
    insert into "importLines" ("importId", "slug", "line", "row")
    select ${importId}, "slug", "line", "row" from json_to_recordset(${JSON.stringify(lines)}::json) r("slug" text, "line" int, "row" jsonb)`.execute(
    tx
  )
}

/** Notes what was read of the file; an import that nothing is left of is done. */
export async function saveReading(
  tx: Db,
  id: string,
  { lines, faultCount, faults }: { lines: number; faultCount: number; faults: Fault[] }
): Promise<CatalogueImport> {
  const { rows } = await sql<CatalogueImport>`
    with waiting as (select count(*)::int as "lines", count(distinct "slug")::int as "designs" from "importLines" where "importId" = ${id})
    update "catalogueImports" i set "lines" = ${lines}, "faultCount" = ${faultCount}, "faults" = ${JSON.stringify(faults)}::jsonb,
      "waiting" = waiting."lines", "designs" = waiting."designs", "status" = case waiting."lines" when 0 then 'done' else 'running' end,
      "finishedAt" = case waiting."lines" when 0 then clock_timestamp() end
    from waiting where i."id" = ${id} returning ${qualified}`.execute(tx)
  return rows[0]!
}
const qualified = sql`i."id", i."dryRun", i."status", i."lines", i."imported", i."designs", i."designsDone", i."faultCount", i."faults", i."startedAt", i."finishedAt"`

export async function findImport(db: Db, id: string): Promise<CatalogueImport | undefined> {
  const { rows } = await sql<CatalogueImport>`select ${columns} from "catalogueImports" where "id" = ${id}`.execute(db)
  return rows[0]
}

export interface ImportState {
  dryRun: boolean
  afterSlug: string
  madeBy: string
}

/** Where an import that is not done stands; undefined when it is done. */
export async function findImportState(db: Db, id: string): Promise<ImportState | undefined> {
  const { rows } = await sql<ImportState>`
    select "dryRun", "afterSlug", "madeBy" from "catalogueImports" where "id" = ${id} and "status" = 'running'`.execute(
    db
  )
  return rows[0]
}

/** The waiting lines of the next `limit` designs, by slug and line. */
export async function findLines(db: Db, importId: string, afterSlug: string, limit: number): Promise<ImportLine[]> {
  const { rows } = await sql<ImportLine>`
    select "slug", "line", "row" from "importLines" where "importId" = ${importId} and "slug" in (
      select distinct "slug" from "importLines" where "importId" = ${importId} and "slug" > ${afterSlug} order by 1 limit ${limit}
    ) order by "slug", "line"`.execute(db)
  return rows
}

export interface Progress {
  afterSlug: string
  designs: number
  imported: number
  faults: Fault[]
}

/** Moves an import on past these designs, and drops their lines; false when another worker has done so already. */
export async function saveImportProgress(
  tx: Db,
  id: string,
  fromSlug: string,
  { afterSlug, designs, imported, faults }: Progress
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update "catalogueImports" set "afterSlug" = ${afterSlug}, "designsDone" = "designsDone" + ${designs}, "imported" = "imported" + ${imported},
      "faultCount" = "faultCount" + ${faults.length},
      "faults" = (select coalesce(jsonb_agg(f order by n), '[]') from (
        select f, n from jsonb_array_elements("faults" || ${JSON.stringify(faults)}::jsonb) with ordinality e(f, n) limit 1000) kept)
    where "id" = ${id} and "afterSlug" = ${fromSlug} and "status" = 'running'`.execute(tx)
  if (numAffectedRows === 0n) return false
  await sql`delete from "importLines" where "importId" = ${id} and "slug" <= ${afterSlug}`.execute(tx)
  return true
}

/** Says that an import is done. */
export async function finishImport(db: Db, id: string): Promise<void> {
  await sql`update "catalogueImports" set "status" = 'done', "finishedAt" = clock_timestamp() where "id" = ${id} and "status" = 'running'`.execute(
    db
  )
}
