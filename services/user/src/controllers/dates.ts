import type { Once } from '@lumora/kit/idempotency'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { deleteDate, findDates, insertDate, tellDueDates, updateDate, type StoredDate } from '../models/dates.ts'
import { withPersonLocked, type Db } from '../models/profiles.ts'
import type { ImportantDate, NewDate } from '../schemas/dates.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const mostDates = 50
const noDate = () => new Problem(404, 'not-found', 'You have no such date.')

/** 29 February is a day of any year when none is named. */
function checkDay({ year = 2024, month, day }: NewDate): void {
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day) return
  const detail = 'The month has no such day.'
  throw new Problem(400, 'input-not-valid', detail, { errors: [{ pointer: '#/day', detail }] })
}

/** When the day comes next, from today on in UTC; 29 February is kept on the 28th in other years. */
export function nextOn({ year, month, day }: Pick<StoredDate, 'year' | 'month' | 'day'>, today = new Date()): string {
  const from = today.toISOString().slice(0, 10)
  for (let next = Math.max(today.getUTCFullYear(), year ?? 0); ; next++) {
    const last = new Date(Date.UTC(next, month, 0)).getUTCDate()
    const on = new Date(Date.UTC(next, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
    if (on >= from) return on
  }
}

const shown = (date: StoredDate): ImportantDate => ({ ...date, nextOn: nextOn(date) })

/** The days that a person wants to be reminded of, the oldest entry first. */
export async function listDates({ db }: Deps, userId: string, paging: Paging) {
  const rows = await findDates(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id], shown)
}

/** Keeps a date, up to 50. */
export async function addDate({ db }: Deps, once: Once, userId: string, date: NewDate): Promise<ImportantDate> {
  checkDay(date)
  return withPersonLocked(db, userId, async (tx) => {
    const saved = await insertDate(tx, userId, date, mostDates)
    if (!saved) throw new Problem(409, 'too-many-dates', `You keep ${mostDates} dates. Remove one first.`)
    return once.answer(tx, 201, shown(saved))
  })
}

/** Replaces a date. */
export async function changeDate({ db }: Deps, userId: string, id: string, date: NewDate): Promise<ImportantDate> {
  checkDay(date)
  const saved = await withPersonLocked(db, userId, (tx) => updateDate(tx, userId, id, date))
  if (!saved) throw noDate()
  return shown(saved)
}

/** Removes a date. */
export async function dropDate({ db }: Deps, userId: string, id: string): Promise<void> {
  if (!(await withPersonLocked(db, userId, (tx) => deleteDate(tx, userId, id)))) throw noDate()
}

/** Tells of the dates that people want to be reminded of by now, in UTC; told again on the same day it tells nothing. */
export async function remindOfDates({ db }: { db: Db }, today = new Date()): Promise<void> {
  const atOnce = 200
  while ((await tellDueDates(db, today.toISOString().slice(0, 10), atOnce)) === atOnce);
}
