import { sql } from 'kysely'
import type { NewPlace, Place, PlaceChange, StockTake, StockTakeResult, StockTakeSummary } from '../schemas/places.ts'
import type { Db } from './designs.ts'

const weighed = sql`coalesce(p."grossMg", v."grossMg") as "grossMg", coalesce(p."netMg", v."netMg") as "netMg"`
/** Of the row `l`. */
const shown = sql`l."id", l."name", l."kind", l."note", l."version", held.*`
const held = sql`lateral (
  select count(*)::int as "pieces", coalesce(sum("grossMg"), 0)::bigint as "grossMg", coalesce(sum("netMg"), 0)::bigint as "netMg"
  from (select ${weighed} from pieces p join variants v on v."id" = p."variantId" where p."placeId" = l."id" and p."status" <> 'sold') w
) held`

/** All places by name, with what lies there. */
export async function findPlaces(db: Db): Promise<Place[]> {
  const { rows } =
    await sql<Place>`select ${shown} from places l cross join ${held} order by l."name" limit 1000`.execute(db)
  return rows
}

export async function findPlace(db: Db, id: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`select ${shown} from places l cross join ${held} where l."id" = ${id}`.execute(db)
  return rows[0]
}

export async function savePlace(tx: Db, { name, kind, note = '' }: NewPlace): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into places ("name", "kind", "note") values (${name}, ${kind}, ${note}) returning "id"`.execute(tx)
  return rows[0]!.id
}

/** Changes a place that is still of this version; false when it is not. */
export async function saveChangedPlace(
  db: Db,
  id: string,
  version: number,
  { name, kind, note }: PlaceChange
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update places set "name" = coalesce(${name ?? null}, "name"), "kind" = coalesce(${kind ?? null}, "kind"), "note" = coalesce(${note ?? null}, "note"),
      "version" = "version" + 1
    where "id" = ${id} and "version" = ${version}`.execute(db)
  return numAffectedRows === 1n
}

/** Removes a place that is still of this version; false when it is not. */
export async function deletePlace(db: Db, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from places where "id" = ${id} and "version" = ${version}`.execute(db)
  return numAffectedRows === 1n
}

export interface CountedPiece {
  pieceId: string
  serial: string
  sku: string
  status: string
  here: boolean
  place: StockTake['unexpected'][number]['place']
  grossMg: number
  netMg: number
}

/** The pieces that should lie at a place, and those with these serials wherever they are. */
export async function findCounted(db: Db, placeId: string, serials: string[]): Promise<CountedPiece[]> {
  const { rows } = await sql<CountedPiece>`
    select p."id" as "pieceId", p."serial", v."sku", p."status", coalesce(p."placeId" = ${placeId}, false) as "here", ${weighed},
      (select jsonb_build_object('id', l."id", 'name', l."name", 'kind', l."kind") from places l where l."id" = p."placeId") as "place"
    from pieces p join variants v on v."id" = p."variantId"
    where p."id" in (
      select "id" from pieces where "placeId" = ${placeId} and "status" <> 'sold' union all select "id" from pieces where "serial" = any(${serials})
    ) order by p."serial"`.execute(db)
  return rows
}

export async function saveStockTake(
  tx: Db,
  placeId: string,
  result: StockTakeResult,
  madeBy: string
): Promise<StockTake> {
  const { rows } = await sql<{ id: string; at: string }>`
    insert into "stockTakes" ("placeId", "result", "madeBy") values (${placeId}, ${JSON.stringify(result)}::jsonb, ${madeBy}) returning "id", "at"`.execute(
    tx
  )
  return { ...rows[0]!, ...result, placeId, madeBy }
}

export async function findStockTake(db: Db, id: string): Promise<StockTake | undefined> {
  const { rows } = await sql<Pick<StockTake, 'id' | 'placeId' | 'madeBy' | 'at'> & { result: StockTakeResult }>`
    select "id", "placeId", "madeBy", "at", "result" from "stockTakes" where "id" = ${id}`.execute(db)
  if (!rows[0]) return undefined
  const { result, ...row } = rows[0]
  return { ...row, ...result }
}

/** Up to `limit` stock-takes of a place before this one, the newest first. */
export async function findStockTakes(
  db: Db,
  placeId: string,
  beforeId: string | null,
  limit: number
): Promise<StockTakeSummary[]> {
  const { rows } = await sql<StockTakeSummary>`
    select "id", ("result" #>> '{expected,count}')::int as "expected", ("result" ->> 'ok')::int as "ok", jsonb_array_length("result" -> 'missing') as "missing",
      jsonb_array_length("result" -> 'unexpected') as "unexpected", jsonb_array_length("result" -> 'weightDiffers') as "weightDiffers", "madeBy", "at"
    from "stockTakes" where "placeId" = ${placeId} and "id" < coalesce(${beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}
