import type { Database } from '@lumora/kit/database'
import { sql } from 'kysely'

export type Db = Database

/** A design as it is stored; `card` and `doc` are the JSON texts of lists and details, without stock. */
export interface DesignRow {
  slug: string
  title: string
  description: string
  type: string
  categories: string[]
  attributes: unknown
  imageUrl: string | null
  metals: string[]
  purities: string[]
  colours: string[]
  stones: string[]
  oneOfAKind: boolean
  keywords: string
  facets: string[]
  fromMinor: number
  currency: string
  card: string
  doc: string
}

export interface SavedDesign {
  id: string
  slug: string
  version: number
  isNew: boolean
}

/**
 * Locks what saving these designs may change: variants, then designs, each by id, the order in which stock is locked.
 * Fails with `hasCrossed` when another transaction added one of these designs between the two: whoever then asks for the
 * variants that this one has not locked would wait for it, and it for them.
 */
export async function lockStored(tx: Db, slugs: string[], skus: string[]): Promise<void> {
  const { rows: variants } = await sql<{ designId: string }>`
    select "designId" from variants where "id" in (
      select v."id" from designs d join variants v on v."designId" = d."id" where d."slug" = any(${slugs})
      union all select "id" from variants where "sku" = any(${skus})
    ) order by "id" for no key update`.execute(tx)
  const { rows: designs } = await sql<{ id: string }>`
    select "id" from designs where "slug" = any(${slugs}) order by "id" for no key update`.execute(tx)
  const locked = new Set(variants.map(({ designId }) => designId))
  if (designs.some(({ id }) => !locked.has(id)))
    throw Object.assign(new Error('A design was added meanwhile.'), { code: '40001' })
}

/** Whether a transaction failed only because another one crossed its way, so that it may be tried again. */
export function hasCrossed(error: unknown): boolean {
  return ['40001', '40P01'].includes((error as { code?: string }).code ?? '')
}

/** Brings what lists show of the stock of these designs up to date, after their variants were changed otherwise than in stock. */
export async function noteStock(tx: Db, designIds: string[]): Promise<void> {
  await sql`select "noteStock"(${designIds}::uuid[])`.execute(tx)
}

/** Adds the designs, or changes those with the same slug. A slug that is not free is left out of what is returned. */
export async function saveDesignRows(tx: Db, rows: DesignRow[]): Promise<SavedDesign[]> {
  const { rows: saved } = await sql<SavedDesign>`
    insert into designs ("slug", "title", "description", "type", "categories", "attributes", "imageUrl", "metals", "purities", "colours", "stones", "oneOfAKind", "keywords", "facets", "fromMinor", "currency", "card", "doc")
    select "slug", "title", "description", "type", "categories", "attributes", "imageUrl", "metals", "purities", "colours", "stones", "oneOfAKind", "keywords", "facets", "fromMinor", "currency", "card", "doc"
    from json_to_recordset(${JSON.stringify(rows)}::json) r("slug" text, "title" text, "description" text, "type" text, "categories" text[], "attributes" jsonb,
      "imageUrl" text, "metals" text[], "purities" text[], "colours" text[], "stones" text[], "oneOfAKind" boolean, "keywords" text, "facets" text[], "fromMinor" bigint, "currency" text, "card" text, "doc" text)
    order by "slug"
    on conflict ("slug") do update set "title" = excluded."title", "description" = excluded."description", "type" = excluded."type",
      "categories" = excluded."categories", "attributes" = excluded."attributes", "imageUrl" = excluded."imageUrl", "metals" = excluded."metals",
      "purities" = excluded."purities", "colours" = excluded."colours", "stones" = excluded."stones", "oneOfAKind" = excluded."oneOfAKind",
      "keywords" = excluded."keywords", "facets" = excluded."facets", "fromMinor" = excluded."fromMinor", "currency" = excluded."currency", "card" = excluded."card",
      "doc" = excluded."doc", "version" = designs."version" + 1, "updatedAt" = now()
    where designs."status" <> 'hidden'
    returning "id", "slug", "version", "version" = 1 as "isNew"`.execute(tx)
  return saved
}

/** Gives each of these facets, in order, the number that it is counted by, unless it has one. */
export async function saveFacetTokens(db: Db, tokens: string[]): Promise<void> {
  await sql`
    insert into "facetTokens" ("token") select t from unnest(${tokens}::text[]) with ordinality u(t, n)
    where not exists (select from "facetTokens" k where k."token" = t) order by n on conflict do nothing`.execute(db)
}

/** Makes the words that these designs are found by known to the search. */
export async function saveSearchWords(tx: Db, texts: string[]): Promise<void> {
  await sql`
    insert into "searchWords" select w."word", w."lexeme" from "wordsOf"(${texts.join(' ')}) w
    where not exists (select from "searchWords" k where k."word" = w."word") order by 1 on conflict do nothing`.execute(
    tx
  )
}

/** Brings the lists of the categories up to date with these designs. */
export async function saveDesignCategories(tx: Db, designIds: string[]): Promise<void> {
  await sql`
    with changed as (select "id", "categories", "fromMinor" from designs where "id" = any(${designIds})),
    gone as (
      delete from "designCategories" c using changed where c."designId" = changed."id" and c."category" <> all(changed."categories")
    )
    insert into "designCategories" ("category", "designId", "fromMinor")
    select category, changed."id", changed."fromMinor" from changed, unnest(changed."categories") category order by 1, 2
    on conflict ("category", "designId") do update set "fromMinor" = excluded."fromMinor"
    where "designCategories"."fromMinor" <> excluded."fromMinor"`.execute(tx)
}

/** The JSON text of a design with its variants, their stock and the pieces to choose from, one statement; of a published one, or with `any` of whatever status. */
export async function findDesignText(
  db: Db,
  slug: string,
  any = false
): Promise<{ text: string; version: number; type: string } | undefined> {
  const { rows } = await sql<{ text: string; version: number; type: string }>`
    select d."version", d."type", left(d."doc", -1) || ',"status":"' || d."status" || '","version":' || d."version" || ',"variants":[' || coalesce(string_agg(
      '{"id":"' || v."id" || '",' || substr(v."doc", 2, length(v."doc") - 2)
      || coalesce(',"promisedOn":"' || (now() at time zone 'UTC')::date + v."leadTimeDays" || '"', '')
      || ',"available":' || least(10, v."onHand" - v."reserved") || ',"pieces":' || coalesce(p."text", '[]') || '}', ',' order by v."position"), '') || ']}' as "text"
    from designs d
    left join variants v on v."designId" = d."id" and v."active"
    left join lateral (
      select json_agg(json_strip_nulls(json_build_object('id', "id", 'serial', "serial", 'huid', "huid", 'certificates', "certificates", 'photos', "photos")))::text as "text"
      from (select "id", "serial", "huid", "certificates", "photos" from pieces where "variantId" = v."id" and "status" = 'in-stock' order by "id" limit 50) shown
    ) p on true
    where d."slug" = ${slug} and d."status" = any(${any ? ['draft', 'published', 'archived'] : ['published']})
    group by d."id"`.execute(db)
  return rows[0]
}

/** Gives the designs the statuses that were named for them. */
export async function saveStatuses(tx: Db, statuses: { slug: string; status: string }[]): Promise<void> {
  await sql`
    update designs d set "status" = r."status" from json_to_recordset(${JSON.stringify(statuses)}::json) r("slug" text, "status" text)
    where d."slug" = r."slug" and d."status" <> r."status"`.execute(tx)
}

/** What staff change of a design. */
export interface ChangeableDesign {
  title: string
  description: string
  categories: string[]
  attributes: unknown
  imageUrl: string | null
  status: string
}

export interface StoredDesign extends ChangeableDesign {
  id: string
  version: number
  keywords: string
  card: string
  doc: string
}

/** The design as it is stored, locked until the transaction ends. */
export async function lockDesign(tx: Db, slug: string): Promise<StoredDesign | undefined> {
  const { rows } = await sql<StoredDesign>`
    select "id", "version", "title", "description", "categories", "attributes", "imageUrl", "status", "keywords", "card", "doc"
    from designs where "slug" = ${slug} and "status" <> 'hidden' for no key update`.execute(tx)
  return rows[0]
}

/** Writes a changed design as its next version. */
export async function saveChangedDesign(tx: Db, design: StoredDesign): Promise<void> {
  const { id, title, description, categories, attributes, imageUrl, status, card, doc } = design
  await sql`
    update designs set "title" = ${title}, "description" = ${description}, "categories" = ${categories}, "attributes" = ${JSON.stringify(attributes)}::jsonb,
      "imageUrl" = ${imageUrl}, "status" = ${status}, "card" = ${card}, "doc" = ${doc}, "version" = "version" + 1, "updatedAt" = now()
    where "id" = ${id}`.execute(tx)
}

export interface ChangeRow {
  designId: string
  version: number
  kind: 'added' | 'imported' | 'changed'
  changes: Record<string, { from: unknown; to: unknown }>
  madeBy: string
}

/** Notes who changed what. */
export async function saveChanges(tx: Db, rows: ChangeRow[]): Promise<void> {
  await sql`
    insert into "designChanges" ("designId", "version", "kind", "changes", "madeBy")
    select * from json_to_recordset(${JSON.stringify(rows)}::json) r("designId" uuid, "version" int, "kind" text, "changes" jsonb, "madeBy" uuid)`.execute(
    tx
  )
}

export interface NotedChange extends Omit<ChangeRow, 'designId'> {
  id: number
  at: string
}

/** Up to `limit` changes of a design before this one, the newest first. */
export async function findChanges(
  db: Db,
  slug: string,
  beforeId: number | null,
  limit: number
): Promise<NotedChange[]> {
  const { rows } = await sql<NotedChange>`
    select c."id", c."version", c."kind", c."changes", c."madeBy", c."at" from designs d join "designChanges" c on c."designId" = d."id"
    where d."slug" = ${slug} and c."id" < coalesce(${beforeId}::bigint, 9223372036854775807) order by c."id" desc limit ${limit}`.execute(
    db
  )
  return rows
}

/** Writes the lowest prices of designs, and the cards that show them. A price is no change of the design, so its version stays. */
export async function saveDesignPrices(tx: Db, rows: { id: string; fromMinor: number; card: string }[]): Promise<void> {
  await sql`
    update designs d set "fromMinor" = r."fromMinor", "card" = r."card", "updatedAt" = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) r("id" uuid, "fromMinor" bigint, "card" text) where d."id" = r."id"`.execute(
    tx
  )
}
