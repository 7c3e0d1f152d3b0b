import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { hearing } from '../src/tasks.ts'
import { aPerson, db, me, send } from './user.ts'
import { signedIn } from '@lumora/kit/testing'

const url = `${me}/consents`
interface Consent {
  channel: string
  topic: string
  granted: boolean
}
const say = (person: Record<string, string>, changes: Consent[], source?: string) =>
  send('PUT', url, person, { changes, ...(source === undefined ? {} : { source }) })
const yes = (channel: string, topic: string) => ({ channel, topic, granted: true })
const no = (channel: string, topic: string) => ({ channel, topic, granted: false })
const granted = async (person: Record<string, string>) =>
  ((await send('GET', url, person)).json().items as (Consent & { fixed: boolean })[])
    .filter((consent) => consent.granted && !consent.fixed)
    .map(({ channel, topic }) => `${channel} ${topic}`)
const history = async (person: Record<string, string>) => (await send('GET', `${url}/history`, person)).json().items

test('GET /users/me/consents of one who never said anything: orders always, nothing else', async () => {
  const person = await aPerson()
  const { items } = (await send('GET', url, person)).json()
  assert.equal(items.length, 20)
  for (const { topic, granted: isGranted, fixed, changedAt } of items)
    assert.deepEqual([isGranted, fixed, changedAt], [topic === 'orders', topic === 'orders', null])
})

test('PUT /users/me/consents takes down what is said, and the history who said it where, once for each change', async () => {
  const id = crypto.randomUUID()
  const person = await signedIn(id)
  const reply = await say(person, [yes('email', 'promotions'), yes('push', 'price-drops'), no('sms', 'reminders')])
  assert.equal(reply.statusCode, 200, reply.body)
  assert.deepEqual(await granted(person), ['email promotions', 'push price-drops'])
  await say(person, [yes('email', 'promotions')], 'checkout')
  await say(person, [no('email', 'promotions')], 'newsletter')
  const told = await history(person)
  assert.deepEqual(
    told.map(({ channel, topic, from, to, source, changedBy }: Record<string, unknown>) =>
      [channel, topic, from, to, source, changedBy === id].join(' ')
    ),
    [
      'email promotions true false newsletter true',
      'push price-drops false true account true',
      'email promotions false true account true'
    ]
  )
  const { rows } = await sql<{ version: number; data: { changes: Consent[]; userId: string } }>`
    select "version", "data" from outbox where "topic" = 'user.consent-changed' and "subject" = ${id} order by "id"`.execute(
    db
  )
  assert.deepEqual(
    rows.map(({ version, data }) => [version, data.userId, data.changes.length]),
    [
      [2, id, 2],
      [3, id, 1]
    ]
  )
})

test('PUT /users/me/consents [20 at once, yes and no] leaves a history without gaps that ends as it stands', async () => {
  const person = await aPerson()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => say(person, [{ ...yes('email', 'promotions'), granted: i % 2 === 0 }]))
  )
  for (const reply of replies) assert.equal(reply.statusCode, 200)
  const told = ((await history(person)) as { from: boolean; to: boolean }[]).toReversed()
  assert.ok(told.length > 0)
  for (const [i, { from, to }] of told.entries()) {
    assert.equal(from, i === 0 ? false : told[i - 1]!.to)
    assert.notEqual(from, to)
  }
  assert.deepEqual(await granted(person), told.at(-1)!.to ? ['email promotions'] : [])
})

test('notification.unsubscribed takes the yes back with where it was said, once, and not when they have said yes since', async () => {
  const person = await aPerson()
  const { id } = (await send('GET', me, person)).json() as { id: string }
  await say(person, [yes('email', 'promotions'), yes('email', 'reminders')])
  const hear = (topic: string, unsubscribedAt: string) =>
    db.transaction().execute((tx) =>
      hearing['notification.unsubscribed']!(tx, {
        data: { userId: id, channel: 'email', topic, unsubscribedAt }
      } as never)
    )
  const now = new Date(Date.now() + 1000).toISOString()
  await hear('promotions', now)
  await hear('promotions', now)
  await hear('orders', now)
  await hear('reminders', '2026-01-01T00:00:00.000Z')
  assert.deepEqual(await granted(person), ['email reminders'])
  const [newest, ...before] = (await history(person)) as { topic: string; to: boolean; source: string }[]
  assert.deepEqual([newest!.topic, newest!.to, newest!.source, before.length], ['promotions', false, 'mail', 2])
})

test('the history of consents can be neither changed nor shortened', async () => {
  const person = await aPerson()
  await say(person, [yes('email', 'promotions')])
  await assert.rejects(sql`update consent_changes set "to" = false, "from" = true`.execute(db), /only ever added to/)
  await assert.rejects(sql`delete from consent_changes`.execute(db), /only ever added to/)
})

for (const [what, payload] of [
  ['of orders', { changes: [no('email', 'orders')] }],
  ['of a channel that is not', { changes: [yes('pigeon', 'promotions')] }],
  ['said twice', { changes: [yes('email', 'promotions'), no('email', 'promotions')] }],
  ['of nothing', { changes: [] }],
  ['for another person', { changes: [yes('email', 'promotions')], userId: crypto.randomUUID() }],
  ['by another person', { changes: [yes('email', 'promotions')], changedBy: crypto.randomUUID() }],
  ['from nowhere', { changes: [yes('email', 'promotions')], source: 'staff' }]
] as const) {
  test(`PUT /users/me/consents ${what} is a 400 that changes nothing`, async () => {
    const person = await aPerson()
    assert.equal((await send('PUT', url, person, payload)).statusCode, 400)
    assert.deepEqual([await granted(person), await history(person)], [[], []])
  })
}
