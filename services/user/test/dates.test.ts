import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextOn } from '../src/controllers/dates.ts'
import { aPerson, me, post, send, slug } from './user.ts'

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
