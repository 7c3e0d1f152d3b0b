import { sql } from 'kysely'
import type { NewSize, Size, SizeMeasure } from '../schemas/sizes.ts'
import type { Db } from './profiles.ts'

const columns = sql`"id", "name", "kind", "system", "label", "hundredthsMm", "createdAt", "updatedAt"`

/** At most `limit` of a person's sizes after the one with this id. */
export async function findSizes(db: Db, userId: string, afterId: string | null, limit: number): Promise<Size[]> {
  const { rows } = await sql<Size>`select ${columns} from sizes where "userId" = ${userId}
    and "id" > ${afterId ?? '00000000-0000-0000-0000-000000000000'} order by "id" limit ${limit}`.execute(db)
  return rows
}

/** Adds a size unless the person has as many as `most`; undefined then. */
export async function insertSize(
  tx: Db,
  userId: string,
  size: NewSize & SizeMeasure,
  most: number
): Promise<Size | undefined> {
  const { rows } = await sql<Size>`insert into sizes ("userId", "name", "kind", "system", "label", "hundredthsMm")
    select ${userId}, ${size.name}, ${size.kind}, ${size.system}, ${size.label}, ${size.hundredthsMm}
    where (select count(*) from sizes where "userId" = ${userId}) < ${most} returning ${columns}`.execute(tx)
  return rows[0]
}

/** Replaces a size; undefined when the person has no such one. */
export async function updateSize(
  tx: Db,
  userId: string,
  id: string,
  size: NewSize & SizeMeasure
): Promise<Size | undefined> {
  const { rows } =
    await sql<Size>`update sizes set "name" = ${size.name}, "kind" = ${size.kind}, "system" = ${size.system},
      "label" = ${size.label}, "hundredthsMm" = ${size.hundredthsMm}, "updatedAt" = now()
    where "id" = ${id} and "userId" = ${userId} returning ${columns}`.execute(tx)
  return rows[0]
}

/** Removes a size; false when the person has no such one. */
export async function deleteSize(tx: Db, userId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from sizes where "id" = ${id} and "userId" = ${userId}`.execute(tx)
  return numAffectedRows === 1n
}

/** Whether an error says that a person has a size of this kind and name already. */
export const isNameTaken = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'oneSizePerName'
