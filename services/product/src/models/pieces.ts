import { sql } from 'kysely'
import type { Picture } from '../schemas/media.ts'
import type { AddedPiece, Custody, NewCustody, PieceChange, PieceFilter, StoredPiece } from '../schemas/pieces.ts'
import type { Db } from './designs.ts'
import type { ShownMedium } from './media.ts'

const placeOf = (id: string) =>
  sql`(select jsonb_build_object('id', l."id", 'name', l."name", 'kind', l."kind") from places l where l."id" = ${sql.ref(id)})`

/** Of the row `p`, also in what an update returns. */
const shown = sql`p."id", p."variantId", (select v."sku" from variants v where v."id" = p."variantId") as "sku", p."serial", p."huid", p."certificates",
  coalesce(p."grossMg", (select v."grossMg" from variants v where v."id" = p."variantId")) as "grossMg",
  coalesce(p."netMg", (select v."netMg" from variants v where v."id" = p."variantId")) as "netMg",
  ${placeOf('p.placeId')} as "place", p."holder", coalesce(p."photos", '[]') as "photos", p."status", p."version"`

/** Brings a piece into stock, with its movement; undefined when there is no such variant of pieces. */
export async function savePiece(
  tx: Db,
  variantId: string,
  { serial, huid, certificates, grossMg, netMg, placeId }: AddedPiece,
  madeBy: string
): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`
    with locked as materialized (select "id" from variants where "id" = ${variantId} and "oneOfAKind" for no key update),
    added as (
      insert into pieces as p ("variantId", "serial", "huid", "certificates", "grossMg", "netMg", "placeId")
      select "id", ${serial}, ${huid ?? null}, ${JSON.stringify(certificates)}::jsonb, ${grossMg ?? null}::int, ${netMg ?? null}::int, ${placeId ?? null}::uuid
      from locked returning ${shown}
    ),
    counted as (update variants v set "onHand" = v."onHand" + 1, "updatedAt" = now() from added where v."id" = added."variantId"),
    moved as (
      insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "madeBy")
      select "variantId", "id", 'received', 1, 0, ${madeBy} from added
    )
    select * from added`.execute(tx)
  if (rows[0] && placeId !== undefined) await saveCustody(tx, rows[0].id, { placeId, reason: 'Came in.' }, madeBy)
  return rows[0]
}

export async function findPiece(db: Db, id: string): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`select ${shown} from pieces p where p."id" = ${id}`.execute(db)
  return rows[0]
}

/** Up to `limit` pieces after this one, by id. */
export async function findPieces(
  db: Db,
  { status, place, serial, huid, variant }: PieceFilter,
  afterId: string,
  limit: number
): Promise<StoredPiece[]> {
  const named = [
    status === undefined ? [] : [sql`p."status" = ${status}`],
    place === undefined ? [] : [sql`p."placeId" = ${place}`],
    serial === undefined ? [] : [sql`p."serial" = ${serial}`],
    huid === undefined ? [] : [sql`p."huid" = ${huid}`],
    variant === undefined ? [] : [sql`p."variantId" = ${variant}`]
  ].flat()
  const { rows } = await sql<StoredPiece>`
    select ${shown} from pieces p where ${sql.join([...named, sql`p."id" > ${afterId}::uuid`], sql` and `)} order by p."id" limit ${limit}`.execute(
    db
  )
  return rows
}

/** Changes what is said of a piece that is of this version and not sold; undefined when it is neither. */
export async function saveChangedPiece(
  db: Db,
  id: string,
  version: number,
  { huid, certificates, grossMg, netMg }: PieceChange
): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`
    update pieces p set "huid" = case when ${huid !== undefined}::boolean then ${huid ?? null} else p."huid" end,
      "certificates" = coalesce(${certificates ? JSON.stringify(certificates) : null}::jsonb, p."certificates"),
      "grossMg" = coalesce(${grossMg ?? null}::int, p."grossMg"), "netMg" = coalesce(${netMg ?? null}::int, p."netMg"),
      "version" = p."version" + 1
    where p."id" = ${id} and p."version" = ${version} and p."status" <> 'sold' returning ${shown}`.execute(db)
  return rows[0]
}

/** Gives a piece of this version that is not sold these photos; undefined when it is neither. */
export async function savePhotos(
  tx: Db,
  id: string,
  version: number,
  photos: Picture[],
  media: ShownMedium[]
): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`
    update pieces p set "photos" = ${photos.length > 0 ? JSON.stringify(photos) : null}::jsonb, "version" = p."version" + 1
    where p."id" = ${id} and p."version" = ${version} and p."status" <> 'sold' returning ${shown}`.execute(tx)
  if (!rows[0]) return undefined
  await sql`
    with gone as (delete from "pieceMedia" where "pieceId" = ${id} returning "mediaId")
    update media set "unusedSince" = clock_timestamp() from gone where media."id" = gone."mediaId"`.execute(tx)
  await sql`
    insert into "pieceMedia" ("pieceId", "position", "mediaId", "alt")
    select ${id}, "position", "mediaId", "alt" from json_to_recordset(${JSON.stringify(media.map((one, position) => ({ ...one, position })))}::json)
      r("position" int, "mediaId" uuid, "alt" text)`.execute(tx)
  return rows[0]
}

/** Takes a piece out of stock, or puts it back, with its movement; undefined when it is not in the status that this begins from. */
export async function movePiece(
  db: Db,
  id: string,
  out: boolean,
  reason: string,
  madeBy: string
): Promise<StoredPiece | undefined> {
  const [from, to, delta] = out ? ['in-stock', 'withdrawn', -1] : ['withdrawn', 'in-stock', 1]
  const { rows } = await sql<StoredPiece>`
    with locked as materialized (
      select "id" from variants where "id" = (select "variantId" from pieces where "id" = ${id}) for no key update
    ),
    changed as (
      update pieces p set "status" = ${to}, "version" = p."version" + 1 from locked
      where p."id" = ${id} and p."variantId" = locked."id" and p."status" = ${from} returning ${shown}
    ),
    counted as (update variants v set "onHand" = v."onHand" + ${delta}::int, "updatedAt" = now() from changed where v."id" = changed."variantId"),
    moved as (
      insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "reason", "madeBy")
      select "variantId", "id", 'adjusted', ${delta}::int, 0, ${reason}, ${madeBy} from changed
    )
    select * from changed`.execute(db)
  return rows[0]
}

/** Notes who has a piece from now on, and where; undefined when there is no such piece. Its version stays, as what is said of it does. */
export async function saveCustody(
  tx: Db,
  id: string,
  { placeId, holder = null, reason }: NewCustody,
  madeBy: string
): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`
    with moved as (
      update pieces p set "placeId" = ${placeId}::uuid, "holder" = ${holder} where p."id" = ${id} returning ${shown}
    ),
    noted as (
      insert into "pieceCustody" ("pieceId", "placeId", "holder", "reason", "madeBy")
      select "id", ${placeId}::uuid, ${holder}, ${reason}, ${madeBy} from moved
    )
    select * from moved`.execute(tx)
  return rows[0]
}

/** Up to `limit` entries of a piece's custody before this one, the newest first. */
export async function findCustody(db: Db, pieceId: string, beforeId: number | null, limit: number): Promise<Custody[]> {
  const { rows } = await sql<Custody>`
    select c."id", ${placeOf('c.placeId')} as "place", c."holder", c."reason", c."madeBy", c."at" from "pieceCustody" c
    where c."pieceId" = ${pieceId} and c."id" < coalesce(${beforeId}::bigint, 9223372036854775807) order by c."id" desc limit ${limit}`.execute(
    db
  )
  return rows
}
