import { publish } from '@lumora/kit/events'
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

/**
 * Publishes that dates are due which their people want to be reminded of by now, 7 days before unless they said otherwise, each
 * once for each day that it falls on. Takes up to `limit`; returns how many there were.
 */
export function tellDueDates(db: Db, today: string, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; userId: string; occasion: string; label: string; on: string }>`
      with due as (
        select "id", next."on" from dates, lateral (
          select min(make_date(y, "month", least("day", extract(day from make_date(y, "month", 1) + interval '1 month' - interval '1 day')::integer))) as "on"
          from generate_series(greatest(extract(year from ${today}::date)::integer, "year"), greatest(extract(year from ${today}::date)::integer, "year") + 1) y
          where make_date(y, "month", least("day", extract(day from make_date(y, "month", 1) + interval '1 month' - interval '1 day')::integer)) >= ${today}::date
        ) next
        where next."on" - coalesce("remindDaysBefore", 7) <= ${today}::date and "toldFor" is distinct from next."on"
        order by "id" limit ${limit} for update of dates skip locked
      )
      update dates d set "toldFor" = due."on" from due where d."id" = due."id"
      returning d."id", d."userId", d."occasion", d."label", to_char(due."on", 'YYYY-MM-DD') as "on"`.execute(tx)
    for (const { id, userId, occasion, label, on } of rows) {
      const year = Number(on.slice(0, 4))
      await publish(tx, 'user.date-due', id, year, { userId, dateId: id, kind: occasion, name: label, on })
    }
    return rows.length
  })
}
