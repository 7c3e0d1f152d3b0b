import { sql } from 'kysely'
import type { ImportantDate, NewDate } from '../schemas/dates.ts'
import type { Db } from './profiles.ts'

const columns = sql`"id", "label", "occasion", "month", "day", "year", "remindDaysBefore"`

export type StoredDate = Omit<ImportantDate, 'nextOn'>

/** At most `limit` of a person's dates after the one with this id. */
export async function findDates(db: Db, userId: string, afterId: string | null, limit: number): Promise<StoredDate[]> {
  const { rows } = await sql<StoredDate>`select ${columns} from dates where "userId" = ${userId}
    and "id" > ${afterId ?? '00000000-0000-0000-0000-000000000000'} order by "id" limit ${limit}`.execute(db)
  return rows
}

/** Adds a date unless the person has as many as `most`; undefined then. */
export async function insertDate(
  tx: Db,
  userId: string,
  { label, occasion, month, day, year, remindDaysBefore }: NewDate,
  most: number
): Promise<StoredDate | undefined> {
  const { rows } = await sql<StoredDate>`
    insert into dates ("userId", "label", "occasion", "month", "day", "year", "remindDaysBefore")
    select ${userId}, ${label}, ${occasion}, ${month}, ${day}, ${year ?? null}::smallint, ${remindDaysBefore ?? null}::smallint
    where (select count(*) from dates where "userId" = ${userId}) < ${most} returning ${columns}`.execute(tx)
  return rows[0]
}

/** Replaces a date; undefined when the person has no such one. */
export async function updateDate(
  tx: Db,
  userId: string,
  id: string,
  { label, occasion, month, day, year, remindDaysBefore }: NewDate
): Promise<StoredDate | undefined> {
  const { rows } =
    await sql<StoredDate>`update dates set "label" = ${label}, "occasion" = ${occasion}, "month" = ${month},
      "day" = ${day}, "year" = ${year ?? null}, "remindDaysBefore" = ${remindDaysBefore ?? null}
    where "id" = ${id} and "userId" = ${userId} returning ${columns}`.execute(tx)
  return rows[0]
}

/** Removes a date; false when the person has no such one. */
export async function deleteDate(tx: Db, userId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from dates where "id" = ${id} and "userId" = ${userId}`.execute(tx)
  return numAffectedRows === 1n
}
