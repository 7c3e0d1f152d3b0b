import { sql } from 'kysely'
import type { Medium, Picture, PictureHeader } from '../schemas/media.ts'
import type { Db } from './designs.ts'

const columns = sql`"id", "status", "failure", "format", "bytes", "width", "height", '/media/' || "hash" as "url", "widths", "kept", "uploadedBy", "uploadedAt"`

export interface NewMedium extends PictureHeader {
  hash: string
  bytes: number
  kept: boolean
  uploadedBy: string
}

/** How many pictures this member of staff sent within 24 hours. */
export async function countUploads(db: Db, staffId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as "count" from "mediaUploads" where "madeBy" = ${staffId} and "at" > now() - interval '24 hours'`.execute(
    db
  )
  return rows[0]!.count
}

/** Counts one more upload of this member of staff, unless that makes more than `most` within 24 hours; nobody counts for the same person meanwhile. */
export async function saveUpload(tx: Db, staffId: string, most: number): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7420, hashtext(${staffId}))`.execute(tx)
  const { rows } = await sql`
    insert into "mediaUploads" ("madeBy") select ${staffId}::uuid
    where (select count(*) from "mediaUploads" where "madeBy" = ${staffId} and "at" > now() - interval '24 hours') < ${most} returning "id"`.execute(
    tx
  )
  return rows.length > 0
}

/** Notes a picture, or finds the one of the same bytes; `due` when its renditions are still to be made. */
export async function saveMedium(tx: Db, medium: NewMedium): Promise<{ medium: Medium; due: boolean }> {
  const { hash, format, bytes, width, height, kept, uploadedBy } = medium
  const { rows } = await sql<Medium & { due: boolean }>`
    insert into media ("hash", "format", "bytes", "width", "height", "kept", "uploadedBy")
    values (${hash}, ${format}, ${bytes}, ${width}, ${height}, ${kept}, ${uploadedBy})
    on conflict ("hash") do update set "unusedSince" = clock_timestamp(), "kept" = media."kept" or excluded."kept",
      "status" = case media."status" when 'failed' then 'processing' else media."status" end, "failure" = null
    returning ${columns}, "status" = 'processing' as "due"`.execute(tx)
  const { due, ...saved } = rows[0]!
  return { medium: saved, due }
}

export async function findMedium(db: Db, id: string): Promise<(Medium & { hash: string }) | undefined> {
  const { rows } = await sql<
    Medium & { hash: string }
  >`select ${columns}, "hash" from media where "id" = ${id}`.execute(db)
  return rows[0]
}

/** Whether there is a picture of these bytes whose renditions are there or under way. */
export async function hasMedium(db: Db, hash: string): Promise<boolean> {
  const { rows } = await sql`select from media where "hash" = ${hash} and "status" <> 'failed'`.execute(db)
  return rows.length > 0
}

/** Up to `limit` pictures sent before this one, the newest first. */
export async function findMedia(
  db: Db,
  status: string | undefined,
  beforeId: string | null,
  limit: number
): Promise<Medium[]> {
  const { rows } = await sql<Medium>`
    select ${columns} from media
    where "status" = coalesce(${status ?? null}, "status") and "id" < coalesce(${beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** Says that the renditions are there, or why there are none. */
export async function saveOutcome(db: Db, id: string, widths: number[], failure: string | null): Promise<void> {
  await sql`
    update media set "status" = ${failure === null ? 'ready' : 'failed'}, "widths" = ${widths}::int[], "failure" = ${failure}
    where "id" = ${id} and "status" = 'processing'`.execute(db)
}

const unused = sql`not "kept" and not exists (select from "designMedia" d where d."mediaId" = media."id")
  and not exists (select from "pieceMedia" p where p."mediaId" = media."id")`

/** Removes a picture that nothing shows, and returns its hash; undefined when something does. */
export async function deleteMedium(tx: Db, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`
    delete from media where "id" = ${id} and ${unused} returning "hash"`.execute(tx)
  return rows[0]?.hash
}

/** Up to `limit` pictures that nothing has shown for 30 days. */
export async function findUnused(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select "id" from media where "unusedSince" < now() - interval '30 days' and ${unused} order by "unusedSince" limit ${limit}`.execute(
    db
  )
  return rows.map(({ id }) => id)
}

/** Forgets uploads that no quota counts any more. */
export async function forgetUploads(db: Db): Promise<void> {
  await sql`delete from "mediaUploads" where "at" < now() - interval '24 hours'`.execute(db)
}

export interface ShownMedium {
  mediaId: string
  alt: string
}

/** The pictures of these ids that are ready, which nobody can remove until this transaction ends. */
export async function keepMedia(tx: Db, ids: string[]): Promise<Map<string, Omit<Picture, 'alt'>>> {
  const { rows } = await sql<Omit<Picture, 'alt'>>`
    select "id" as "mediaId", "width", "height", '/media/' || "hash" as "url", "widths" from media
    where "id" = any(${ids}) and "status" = 'ready' order by "id" for key share`.execute(tx)
  return new Map(rows.map((row) => [row.mediaId, row]))
}

/** The pictures that a design shows, in order. */
export async function findDesignMedia(db: Db, designId: string): Promise<ShownMedium[]> {
  const { rows } = await sql<ShownMedium>`
    select "mediaId", "alt" from "designMedia" where "designId" = ${designId} order by "position"`.execute(db)
  return rows
}

/** Gives a design these pictures, in this order, in place of those that it had; what it no longer shows is unused from now on. */
export async function saveDesignMedia(tx: Db, designId: string, shown: ShownMedium[]): Promise<void> {
  await sql`
    with gone as (delete from "designMedia" where "designId" = ${designId} returning "mediaId")
    update media set "unusedSince" = clock_timestamp() from gone where media."id" = gone."mediaId"`.execute(tx)
  await sql`
    insert into "designMedia" ("designId", "position", "mediaId", "alt")
    select ${designId}, "position", "mediaId", "alt"
    from json_to_recordset(${JSON.stringify(shown.map((one, position) => ({ ...one, position })))}::json)
      r("position" int, "mediaId" uuid, "alt" text)`.execute(tx)
}

/** Shows their pictures again on designs whose texts were made anew; those without pictures stay as they are. */
export async function showMedia(tx: Db, designIds: string[]): Promise<void> {
  await sql`
    with shown as (
      select d."designId", jsonb_agg(jsonb_build_object('mediaId', m."id", 'alt', d."alt", 'width', m."width", 'height', m."height",
          'url', '/media/' || m."hash", 'widths', m."widths") order by d."position") as "images",
        (array_agg('/media/' || m."hash" || '/' || coalesce((select max(w) from unnest(m."widths") w where w <= 640), m."widths"[1]) || '.jpg'
          order by d."position"))[1] as "imageUrl"
      from "designMedia" d join media m on m."id" = d."mediaId" where d."designId" = any(${designIds}) group by 1
    )
    update designs d set "imageUrl" = s."imageUrl", "card" = (d."card"::jsonb || jsonb_build_object('imageUrl', s."imageUrl"))::text,
      "doc" = (d."doc"::jsonb || jsonb_build_object('imageUrl', s."imageUrl", 'images', s."images"))::text
    from shown s where d."id" = s."designId"`.execute(tx)
}
