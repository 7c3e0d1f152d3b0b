import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { nextOn, remindOfDates } from '../src/controllers/dates.ts'
import { aPerson, db, me, post, send, slug } from './user.ts'

const url = `${me}/dates`
const wedding = { label: 'Our wedding', occasion: 'anniversary', month: 2, day: 14, year: 2015, remindDaysBefore: 14 }

test('POST, PUT and DELETE /users/me/dates keep, replace and remove a day', async () => {
  const person = await aPerson()
  const reply = await post(url, person, wedding)
  assert.equal(reply.statusCode, 201, reply.body)
  const { id, nextOn: next, ...date } = reply.json()
  assert.deepEqual(date, wedding)
  assert.match(next, /^\d{4}-02-14$/)
  const { year: _year, remindDaysBefore: _days, ...yearless } = wedding
  const changed = (await send('PUT', `${url}/${id}`, person, { ...yearless, day: 29 })).json()
  assert.deepEqual([changed.year, changed.remindDaysBefore, changed.day], [null, null, 29])
  assert.equal((await send('GET', url, person)).json().items.length, 1)
  assert.equal((await send('DELETE', `${url}/${id}`, person)).statusCode, 204)
  assert.equal((await send('PUT', `${url}/${id}`, person, wedding)).statusCode, 404)
})

for (const [what, changes, pointer] of [
  ['30 February', { day: 30 }, '#/day'],
  ['29 February of a year without it', { day: 29, year: 2015 }, '#/day'],
  ['31 April', { month: 4, day: 31 }, '#/day'],
  ['a 13th month', { month: 13 }, '#/month'],
  ['a reminder after a year', { remindDaysBefore: 365 }, '#/remindDaysBefore'],
  ['another person’s id', { userId: crypto.randomUUID() }, '#/userId']
] as const) {
  test(`POST /users/me/dates with ${what} is a 400 that names it`, async () => {
    const reply = await post(url, await aPerson(), { ...wedding, ...changes })
    assert.equal(reply.statusCode, 400)
    assert.equal(reply.json().errors[0].pointer, pointer)
  })
}

test('POST /users/me/dates [60 at once] stops at 50', async () => {
  const person = await aPerson()
  const replies = await Promise.all(Array.from({ length: 60 }, () => post(url, person, wedding)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 50)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'too-many-dates', reply.body)
})

test('a date comes next on its day, within a year from today, and 29 February on the 28th in other years', () => {
  const on = (month: number, day: number, today: string) => nextOn({ year: null, month, day }, new Date(today))
  assert.equal(on(2, 29, '2026-01-01'), '2026-02-28')
  assert.equal(on(2, 29, '2028-01-01'), '2028-02-29')
  assert.equal(on(2, 28, '2026-02-28T23:59:59Z'), '2026-02-28')
  assert.equal(on(2, 27, '2026-02-28'), '2027-02-27')
  assert.equal(nextOn({ year: 2030, month: 1, day: 1 }, new Date('2026-05-05')), '2030-01-01')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (day, today) => {
        const next = new Date(nextOn({ year: null, month: day.getUTCMonth() + 1, day: day.getUTCDate() }, today))
        const days = (next.getTime() - Date.parse(today.toISOString().slice(0, 10))) / 86_400_000
        assert.ok(days >= 0 && days <= 366, String(days))
        assert.equal(next.getUTCMonth(), day.getUTCMonth())
      }
    )
  )
})

/** What was told of a date so far. */
async function toldOf(dateId: string) {
  const { rows } = await sql<{ on: string; data: object }>`select "data"->>'on' as "on", "data" from outbox
    where "topic" = 'user.date-due' and "subject" = ${dateId} order by "id"`.execute(db)
  return rows
}
const night = (day: string) => remindOfDates({ db }, new Date(`${day}T03:20:00Z`))

test('user.date-due is told from so many days before as the person said, once a year however often it is looked at', async () => {
  const person = await aPerson()
  const { id } = (await post(url, person, wedding)).json()
  const { remindDaysBefore: _unsaid, ...unsaid } = { ...wedding, label: 'Birthday', occasion: 'birthday' }
  const week = (await post(url, person, unsaid)).json().id
  const onTheDay = (await post(url, person, { ...wedding, remindDaysBefore: 0 })).json().id
  await night('2031-01-30')
  assert.deepEqual([await toldOf(id), await toldOf(week)], [[], []])
  await Promise.all(Array.from({ length: 20 }, () => night('2031-01-31')))
  await night('2031-02-03')
  const [first, ...more] = await toldOf(id)
  const { userId } = first!.data as { userId: string }
  assert.deepEqual(first!.data, { userId, dateId: id, kind: 'anniversary', name: 'Our wedding', on: '2031-02-14' })
  assert.deepEqual([more, await toldOf(week)], [[], []])
  await night('2031-02-07')
  await night('2031-02-13')
  assert.deepEqual((await toldOf(week)).length, 1)
  assert.deepEqual((await toldOf(onTheDay)).length, 0)
  await night('2031-02-14')
  await night('2031-02-15')
  assert.deepEqual((await toldOf(onTheDay)).length, 1)
  assert.equal((await toldOf(id)).length, 1)
  await send('PUT', `${url}/${id}`, person, { ...wedding, day: 20 })
  await night('2031-02-15')
  await night('2032-02-10')
  assert.deepEqual(
    (await toldOf(id)).map(({ on }) => on),
    ['2031-02-14', '2031-02-20', '2032-02-20']
  )
})

test('user.date-due falls on the day that the list shows, at turns of years and on 29 February too', async () => {
  const person = await aPerson()
  const cases = [
    [{ month: 1, day: 3 }, '2032-12-28', '2033-01-03'],
    [{ month: 2, day: 29 }, '2033-02-25', '2033-02-28'],
    [{ month: 2, day: 29 }, '2036-02-25', '2036-02-29'],
    [{ month: 12, day: 31 }, '2034-12-31', '2034-12-31'],
    [{ month: 6, day: 1, year: 2040 }, '2035-05-31', undefined]
  ] as const
  for (const [day, today, on] of cases) {
    const date = { label: 'day', occasion: 'other', ...day }
    const { id } = (await post(url, person, date)).json()
    await night(today)
    assert.deepEqual(
      (await toldOf(id)).map((told) => told.on),
      on === undefined ? [] : [on]
    )
    if (on !== undefined) assert.equal(nextOn({ year: null, ...day }, new Date(`${today}T03:20:00Z`)), on)
  }
})
