import { sql, type RawBuilder } from 'kysely'
import type { Stone, StoneQuery } from '../schemas/stones.ts'
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

/** At most `limit` stones that are not sold, after the place, one statement. */
export async function findStones(
  db: Db,
  query: StoneQuery,
  place: readonly (string | number)[] | null,
  limit: number
): Promise<Stone[]> {
  const [by, direction] = orders[query.sort]
  const where: RawBuilder<unknown>[] = [sql`p."status" <> 'sold'`]
  for (const name of ['shape', 'colour', 'clarity', 'cut'] as const) {
    const values = query[name]
    if (values) where.push(sql`s.${sql.ref(name)} = any(${values})`)
  }
  const bounds = [
    ['caratMct', '>=', query.minCaratMct],
    ['caratMct', '<=', query.maxCaratMct],
    ['priceMinor', '>=', query.minPriceMinor],
    ['priceMinor', '<=', query.maxPriceMinor]
  ] as const
  for (const [name, compare, value] of bounds)
    if (value !== undefined) where.push(sql`s.${sql.ref(name)} ${sql.raw(compare)} ${value}`)
  if (place)
    where.push(sql`(s.${sql.ref(by)}, s."pieceId") ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(place)})`)
  const { rows } = await sql<Stone>`
    select ${columns} from stones s join pieces p on p."id" = s."pieceId" where ${sql.join(where, sql` and `)}
    order by s.${sql.ref(by)} ${sql.raw(direction)}, s."pieceId" ${sql.raw(direction)} limit ${sql.lit(limit)}`.execute(
    db
  )
  return rows
}

export async function findStone(db: Db, pieceId: string): Promise<Stone | undefined> {
  const { rows } = await sql<Stone>`
    select ${columns} from stones s join pieces p on p."id" = s."pieceId" where s."pieceId" = ${pieceId}`.execute(db)
  return rows[0]
}
