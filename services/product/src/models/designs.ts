import type { Database } from '@lumora/kit/database'
import { sql, type RawBuilder } from 'kysely'
import type { DesignQuery } from '../schemas/designs.ts'

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
  fromMinor: number
  currency: string
  card: string
  doc: string
}

export interface SavedDesign {
  id: string
  slug: string
  isNew: boolean
}

/** Locks the variants that saving these designs may change, in the order in which reservations lock them. Designs are locked before, in the order of their slugs. */
export async function lockVariants(tx: Db, designIds: string[], skus: string[]): Promise<void> {
  await sql`
    select "id" from variants where "id" in (
      select "id" from variants where "designId" = any(${designIds})
      union all select "id" from variants where "sku" = any(${skus})
    ) order by "id" for no key update`.execute(tx)
}

/** Adds the designs, or changes those with the same slug. A slug that is not free is left out of what is returned. */
export async function saveDesignRows(tx: Db, rows: DesignRow[]): Promise<SavedDesign[]> {
  const { rows: saved } = await sql<SavedDesign>`
    insert into designs ("slug", "title", "description", "type", "categories", "attributes", "imageUrl", "metals", "purities", "fromMinor", "currency", "card", "doc")
    select "slug", "title", "description", "type", "categories", "attributes", "imageUrl", "metals", "purities", "fromMinor", "currency", "card", "doc"
    from json_to_recordset(${JSON.stringify(rows)}::json) r("slug" text, "title" text, "description" text, "type" text, "categories" text[], "attributes" jsonb,
      "imageUrl" text, "metals" text[], "purities" text[], "fromMinor" bigint, "currency" text, "card" text, "doc" text)
    order by "slug"
    on conflict ("slug") do update set "title" = excluded."title", "description" = excluded."description", "type" = excluded."type",
      "categories" = excluded."categories", "attributes" = excluded."attributes", "imageUrl" = excluded."imageUrl", "metals" = excluded."metals",
      "purities" = excluded."purities", "fromMinor" = excluded."fromMinor", "currency" = excluded."currency", "card" = excluded."card",
      "doc" = excluded."doc", "version" = designs."version" + 1, "updatedAt" = now()
    where designs."status" = 'listed'
    returning "id", "slug", old."id" is null as "isNew"`.execute(tx)
  return saved
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

export interface CardRow {
  id: string
  fromMinor: number
  card: string
}

const orders = {
  newest: { columns: ['id'], direction: 'desc' },
  price: { columns: ['fromMinor', 'id'], direction: 'asc' },
  '-price': { columns: ['fromMinor', 'id'], direction: 'desc' }
} as const

/**
 * At most `limit` cards after the place (values of the sorting columns), one statement. Written so that its plan stays one
 * that stops after `limit` rows: the limit is part of the text, and whether a card is available is asked card by card
 * (`exists` was planned as a hash of all variants: 400 ms instead of 1 with 100,000 designs).
 */
export async function findCards(
  db: Db,
  query: DesignQuery,
  place: readonly (string | number)[] | null,
  limit: number
): Promise<CardRow[]> {
  const { columns, direction } = orders[query.sort]
  const by = query.category === undefined ? 'd' : 'c'
  const column = (name: string) => sql.ref(by === 'c' && name === 'id' ? 'c.designId' : `${by}.${name}`)
  const where: RawBuilder<unknown>[] = [sql`d."status" = 'listed'`]
  if (query.category !== undefined) where.push(sql`c."category" = ${query.category}`)
  if (query.type !== undefined) where.push(sql`d."type" = ${query.type}`)
  if (query.metal !== undefined) where.push(sql`d."metals" @> array[${query.metal}]`)
  if (query.purity !== undefined) where.push(sql`d."purities" @> array[${query.purity}]`)
  if (query.q !== undefined) where.push(sql`d."search" @@ websearch_to_tsquery('english', ${query.q})`)
  if (query.minPriceMinor !== undefined) where.push(sql`${column('fromMinor')} >= ${query.minPriceMinor}`)
  if (query.maxPriceMinor !== undefined) where.push(sql`${column('fromMinor')} <= ${query.maxPriceMinor}`)
  if (place) {
    const compare = sql.raw(direction === 'asc' ? '>' : '<')
    where.push(sql`(${sql.join(columns.map(column))}) ${compare} (${sql.join(place)})`)
  }
  const from = by === 'c' ? sql`"designCategories" c join designs d on d."id" = c."designId"` : sql`designs d`
  const order = sql.join(columns.map((name) => sql`${column(name)} ${sql.raw(direction)}`))
  const { rows } = await sql<CardRow>`
    select d."id", d."fromMinor", left(d."card", -1) || coalesce((
      select ',"available":true}' from variants v where v."designId" = d."id" and v."active" and v."onHand" > v."reserved" limit 1
    ), ',"available":false}') as "card"
    from ${from} where ${sql.join(where, sql` and `)} order by ${order} limit ${sql.lit(limit)}`.execute(db)
  return rows
}

/** The JSON text of a listed design with its variants, their stock and the pieces to choose from, one statement. */
export async function findDesignText(db: Db, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ text: string }>`
    select left(d."doc", -1) || ',"variants":[' || coalesce(string_agg(
      '{"id":"' || v."id" || '",' || substr(v."doc", 2, length(v."doc") - 2)
      || ',"available":' || least(10, v."onHand" - v."reserved") || ',"pieces":' || coalesce(p."text", '[]') || '}', ',' order by v."position"), '') || ']}' as "text"
    from designs d
    left join variants v on v."designId" = d."id" and v."active"
    left join lateral (
      select json_agg(json_strip_nulls(json_build_object('id', "id", 'serial', "serial", 'huid', "huid", 'certificates', "certificates")))::text as "text"
      from (select "id", "serial", "huid", "certificates" from pieces where "variantId" = v."id" and "status" = 'in-stock' order by "id" limit 50) shown
    ) p on true
    where d."slug" = ${slug} and d."status" = 'listed'
    group by d."id"`.execute(db)
  return rows[0]?.text
}

/** Writes the lowest prices of designs, and the cards that show them. A price is no change of the design, so its version stays. */
export async function saveDesignPrices(tx: Db, rows: { id: string; fromMinor: number; card: string }[]): Promise<void> {
  await sql`
    update designs d set "fromMinor" = r."fromMinor", "card" = r."card", "updatedAt" = now()
    from json_to_recordset(${JSON.stringify(rows)}::json) r("id" uuid, "fromMinor" bigint, "card" text) where d."id" = r."id"`.execute(
    tx
  )
}
