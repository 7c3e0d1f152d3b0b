import { sql } from 'kysely'
import type { NewPiece } from '../schemas/designs.ts'
import type { PieceChange, StoredPiece } from '../schemas/pieces.ts'
import type { Db } from './designs.ts'

const columns = sql`"id", "variantId", "serial", "huid", "certificates", "status", "version"`

/** Brings a piece into stock, with its movement; undefined when there is no such variant of pieces. */
export async function savePiece(
  tx: Db,
  variantId: string,
  { serial, huid = null, certificates }: Omit<NewPiece, 'huid'> & { huid?: string | null },
  madeBy: string
): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`
    with locked as materialized (select "id" from variants where "id" = ${variantId} and "oneOfAKind" for no key update),
    added as (
      insert into pieces ("variantId", "serial", "huid", "certificates")
      select "id", ${serial}, ${huid}, ${JSON.stringify(certificates)}::jsonb from locked returning ${columns}
    ),
    counted as (update variants v set "onHand" = v."onHand" + 1, "updatedAt" = now() from added where v."id" = added."variantId"),
    moved as (
      insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "madeBy")
      select "variantId", "id", 'received', 1, 0, ${madeBy} from added
    )
    select * from added`.execute(tx)
  return rows[0]
}

export async function findPiece(db: Db, id: string): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`select ${columns} from pieces where "id" = ${id}`.execute(db)
  return rows[0]
}

/** Changes what is said of a piece that is of this version and not sold; undefined when it is neither. */
export async function saveChangedPiece(
  db: Db,
  id: string,
  version: number,
  { huid, certificates }: PieceChange
): Promise<StoredPiece | undefined> {
  const { rows } = await sql<StoredPiece>`
    update pieces set "huid" = case when ${huid !== undefined}::boolean then ${huid ?? null} else "huid" end,
      "certificates" = coalesce(${certificates ? JSON.stringify(certificates) : null}::jsonb, "certificates"), "version" = "version" + 1
    where "id" = ${id} and "version" = ${version} and "status" <> 'sold' returning ${columns}`.execute(db)
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
      where p."id" = ${id} and p."variantId" = locked."id" and p."status" = ${from}
      returning p."id", p."variantId", p."serial", p."huid", p."certificates", p."status", p."version"
    ),
    counted as (update variants v set "onHand" = v."onHand" + ${delta}::int, "updatedAt" = now() from changed where v."id" = changed."variantId"),
    moved as (
      insert into "stockMovements" ("variantId", "pieceId", "kind", "onHandDelta", "reservedDelta", "reason", "madeBy")
      select "variantId", "id", 'adjusted', ${delta}::int, 0, ${reason}, ${madeBy} from changed
    )
    select * from changed`.execute(db)
  return rows[0]
}
