import { sql, type RawBuilder } from 'kysely'
import type { Stone, StoneFacet, StoneFilter, StoneQuery } from '../schemas/stones.ts'
import type { Db } from './designs.ts'

/** Loose stones belong to a design that no list shows. */
const stoneDesign = { slug: 'loose-diamonds', title: 'Diamond' }

/** What one kind of stone has in common; its pieces differ by weight, size and price. */
export interface StoneKind {
  sku: string
  shape: string
  cut: string
  colour: string
  clarity: string
}

/** Makes sure that there is a variant for each of these kinds, and returns the ids by SKU; a SKU that another design has is left out. */
export async function saveStoneKinds(db: Db, kinds: StoneKind[], currency: string): Promise<Map<string, string>> {
  const skus = kinds.map(({ sku }) => sku)
  await sql`
    insert into designs ("slug", "title", "description", "type", "categories", "attributes", "metals", "purities", "status", "fromMinor", "currency", "card", "doc")
    values (${stoneDesign.slug}, ${stoneDesign.title}, '', 'stone', '{}', '{}', '{}', '{}', 'hidden', 0, ${currency}, '{}', '{}')
    on conflict ("slug") do nothing`.execute(db)
  await sql`
    insert into variants ("designId", "sku", "position", "grossMg", "netMg", "stones", "oneOfAKind", "currency", "doc")
    select d."id", k."sku", 0, 0, 0, jsonb_build_object('shape', k."shape", 'cut', k."cut", 'colour', k."colour", 'clarity', k."clarity"), true, ${currency}, '{}'
    from designs d cross join json_to_recordset(${JSON.stringify(kinds)}::json) k("sku" text, "shape" text, "cut" text, "colour" text, "clarity" text)
    where d."slug" = ${stoneDesign.slug} and d."status" = 'hidden' order by k."sku" on conflict ("sku") do nothing`.execute(
    db
  )
  const { rows } = await sql<{ sku: string; id: string }>`
    select v."sku", v."id" from variants v join designs d on d."id" = v."designId"
    where v."sku" = any(${skus}) and d."slug" = ${stoneDesign.slug} and d."status" = 'hidden'`.execute(db)
  return new Map(rows.map(({ sku, id }) => [sku, id]))
}

export interface StoneRow {
  variantId: string
  serial: string
  title: string
  totalMinor: number
  currency: string
  breakdown: unknown
  shape: string
  caratMct: number
  cut: string
  colour: string
  clarity: string
  depthPermille: number
  tablePermille: number
  lengthUm: number
  widthUm: number
  heightUm: number
}

/** Adds the stones whose serials are not yet there, brings them into stock, and returns how many those were. One statement. */
export async function saveStoneRows(db: Db, rows: StoneRow[]): Promise<number> {
  const { rows: added } = await sql<{ added: number }>`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) r("variantId" uuid, "serial" text, "title" text, "totalMinor" bigint, "currency" text,
        "breakdown" jsonb, "shape" text, "caratMct" int, "cut" text, "colour" text, "clarity" text, "depthPermille" int, "tablePermille" int,
        "lengthUm" int, "widthUm" int, "heightUm" int)
    ),
    locked as materialized (
      select "id" from variants where "id" in (select "variantId" from given) order by "id" for no key update
    ),
    locks as materialized (select count(*) as "count" from locked),
    added as (
      insert into pieces ("variantId", "serial", "title", "totalMinor", "currency", "breakdown")
      select "variantId", "serial", "title", "totalMinor", "currency", "breakdown" from locks cross join given order by "serial"
      on conflict ("serial") do nothing returning "id", "serial", "variantId"
    ),
    described as (
      insert into stones ("pieceId", "shape", "caratMct", "cut", "colour", "clarity", "depthPermille", "tablePermille", "lengthUm", "widthUm", "heightUm", "priceMinor", "currency")
      select added."id", g."shape", g."caratMct", g."cut", g."colour", g."clarity", g."depthPermille", g."tablePermille", g."lengthUm", g."widthUm", g."heightUm",
        g."totalMinor", g."currency" from added join given g on g."serial" = added."serial"
    ),
    counted as (select "variantId", count(*)::int as "count" from added group by 1),
    raised as (
      update variants v set "onHand" = v."onHand" + counted."count" from counted where v."id" = counted."variantId"
    ),
    moved as (
      insert into "stockMovements" ("variantId", "kind", "onHandDelta", "reservedDelta", "reason")
      select "variantId", 'received', "count", 0, 'stones import' from counted
    )
    select count(*)::int as "added" from added`.execute(db)
  return added[0]!.added
}

const columns = sql`s."pieceId", p."variantId", s."shape", s."caratMct", s."cut", s."colour", s."clarity", s."depthPermille" / 10.0::float8 as "depth",
  s."tablePermille" / 10.0::float8 as "table", s."lengthUm", s."widthUm", s."heightUm", s."priceMinor", s."currency", p."status" = 'in-stock' as "available"`

const orders = {
  price: ['priceMinor', 'asc'],
  '-price': ['priceMinor', 'desc'],
  carat: ['caratMct', 'asc'],
  '-carat': ['caratMct', 'desc']
} as const

export const sortColumn = (sort: StoneQuery['sort']) => orders[sort][0]

/** What narrows stones down, and the conditions of each, by the facet that they belong to. */
function conditionsOf(query: StoneFilter): Map<StoneFacet | 'price', RawBuilder<unknown>> {
  const conditions = new Map<StoneFacet | 'price', RawBuilder<unknown>>()
  for (const name of ['shape', 'colour', 'clarity', 'cut'] as const) {
    const values = query[name]
    if (values) conditions.set(name, sql`s.${sql.ref(name)} = any(${values})`)
  }
  for (const [facet, column, min, max] of [
    ['carat', 'caratMct', query.minCaratMct, query.maxCaratMct],
    ['price', 'priceMinor', query.minPriceMinor, query.maxPriceMinor]
  ] as const) {
    const bounds = [
      ...(min === undefined ? [] : [sql`s.${sql.ref(column)} >= ${min}`]),
      ...(max === undefined ? [] : [sql`s.${sql.ref(column)} <= ${max}`])
    ]
    if (bounds.length > 0) conditions.set(facet, sql`(${sql.join(bounds, sql` and `)})`)
  }
  return conditions
}

/** At most `limit` stones that are not sold, after the place, one statement. */
export async function findStones(
  db: Db,
  query: StoneQuery,
  place: readonly (string | number)[] | null,
  limit: number
): Promise<Stone[]> {
  const [by, direction] = orders[query.sort]
  const where = [sql`p."status" <> 'sold'`, ...conditionsOf(query).values()]
  if (place)
    where.push(sql`(s.${sql.ref(by)}, s."pieceId") ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(place)})`)
  const { rows } = await sql<Stone>`
    select ${columns} from stones s join pieces p on p."id" = s."pieceId" where ${sql.join(where, sql` and `)}
    order by s.${sql.ref(by)} ${sql.raw(direction)}, s."pieceId" ${sql.raw(direction)} limit ${sql.lit(limit)}`.execute(
    db
  )
  return rows
}

export interface StoneCount {
  facet: StoneFacet
  value: string
  count: number
  /** Of these, those that pass every filter, and not only all but those of this facet. */
  found: number
}

const facets: StoneFacet[] = ['shape', 'cut', 'colour', 'clarity', 'carat']

/** How many stones that are not sold have each value under all filters but those of the same facet: one statement that looks at each of them. */
export async function countStones(db: Db, query: StoneFilter): Promise<StoneCount[]> {
  const conditions = conditionsOf(query)
  const bitOf = (facet: string) => 1 << [...facets, 'price'].indexOf(facet)
  const missed = [...conditions].map(
    ([facet, condition]) => sql`case when ${condition} then 0 else ${sql.lit(bitOf(facet))} end`
  )
  const { rows } = await sql<Record<StoneFacet, string | null> & { missed: number; count: number }>`
    select "missed", "shape", "cut", "colour", "clarity", "carat", count(*)::int as "count" from (
      select s."shape", s."cut", s."colour", s."clarity", "caratBand"(s."caratMct") as "carat", ${missed.length > 0 ? sql.join(missed, sql` + `) : sql`0`} as "missed"
      from stones s join pieces p on p."id" = s."pieceId" where p."status" <> 'sold'
    ) looked where "missed" & ("missed" - 1) = 0
    group by "missed", grouping sets (("shape"), ("cut"), ("colour"), ("clarity"), ("carat"))`.execute(db)
  const counts = new Map<string, StoneCount>()
  for (const row of rows) {
    const facet = facets.find((name) => row[name] !== null)!
    if ((row.missed & ~bitOf(facet)) !== 0) continue
    const value = row[facet]!
    const known = counts.get(`${facet}:${value}`)
    const found = row.missed === 0 ? row.count : 0
    counts.set(`${facet}:${value}`, {
      facet,
      value,
      count: (known?.count ?? 0) + row.count,
      found: (known?.found ?? 0) + found
    })
  }
  return [...counts.values()]
}

export async function findStone(db: Db, pieceId: string): Promise<Stone | undefined> {
  const { rows } = await sql<Stone>`
    select ${columns} from stones s join pieces p on p."id" = s."pieceId" where s."pieceId" = ${pieceId}`.execute(db)
  return rows[0]
}
