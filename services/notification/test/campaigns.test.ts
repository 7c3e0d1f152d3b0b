import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { eventually, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { runCampaigns } from '../src/controllers/campaigns.ts'
import { smtpProvider } from '../src/controllers/smtp.ts'
import { confirmed, openShop } from './shop.ts'
import { openSink } from './smtp-sink.ts'

const sink = await openSink()
const smtp = smtpProvider({ url: sink.url, from: 'Lumora Jewels <shop@lumora.example>', connections: 1 })
after(() => smtp.close())
const shop = await openShop({ email: smtp })
const { call, hear, db, deps } = shop

async function customer({ groups = [] as string[], locale = 'en-IN', wants = true, isConfirmed = true } = {}) {
  const userId = crypto.randomUUID()
  const email = `${userId}@example.com`
  await hear('auth.registered', { userId, email, name: 'Asha' })
  if (isConfirmed) await hear('auth.email-verified', { userId, email, verifiedAt: new Date().toISOString() })
  await hear('user.changed', { userId, name: 'Asha', locale, groups })
  if (wants)
    await hear('user.consent-changed', {
      userId,
      changes: [{ channel: 'email', topic: 'promotions', granted: true }],
      changedAt: new Date().toISOString()
    })
  return { userId, email }
}
const campaign = (changes: object = {}) => ({
  name: 'Diwali',
  template: 'campaign.new-collection',
  channel: 'email',
  topic: 'promotions',
  segment: { groups: ['gold'] },
  ...changes
})
const make = async (changes: object = {}) => (await call('POST', '/campaigns', campaign(changes))).json()
const report = async (id: string) => (await call('GET', `/campaigns/${id}`)).json()
const mailsTo = (address: string) => sink.mails.filter((mail) => JSON.stringify(mail.to).includes(address))

test('A campaign reaches its segment once each, in everybody’s language, and nobody who did not say yes', async () => {
  const [english, german, arab] = await Promise.all(
    ['en-US', 'de-DE', 'ar-AE'].map((locale) => customer({ groups: ['gold', 'x'], locale }))
  )
  const unwilling = await customer({ groups: ['gold'], wants: false })
  const unconfirmed = await customer({ groups: ['gold'], isConfirmed: false })
  const other = await customer({ groups: ['silver'] })
  const bounced = await customer({ groups: ['gold'] })
  await call('POST', '/suppressions', { email: bounced.email })
  const { id, state } = await make()
  assert.equal(state, 'draft')
  const dry = (await call('POST', `/campaigns/${id}/dry-run`)).json()
  assert.deepEqual(
    [dry.meant, dry.willing, dry.optedOut, dry.suppressed, dry.unreachable, dry.sample.length],
    [6, 3, 1, 1, 1, 3]
  )
  assert.match(dry.preview.text, /unsubscribe/)
  assert.equal(sink.mails.length, 0)

  const started = await Promise.all(Array.from({ length: 20 }, () => call('POST', `/campaigns/${id}/start`)))
  assert.equal(started.filter(({ statusCode }) => statusCode === 200).length, 1)
  await Promise.all(Array.from({ length: 4 }, () => runCampaigns(deps)))
  await eventually('all are sent', async () => (await report(id)).messages.sent === 3)
  await runCampaigns(deps)
  const { queued, optedOut, suppressed, messages, state: end } = await report(id)
  assert.deepEqual([queued, optedOut, suppressed, messages.failed, end], [3, 1, 1, 0, 'done'])
  assert.deepEqual(
    [english, german, arab].map(({ email }: any) => mailsTo(email)[0]!.subject),
    ['A new collection, Asha', 'Eine neue Kollektion, Asha', 'مجموعة جديدة، Asha']
  )
  for (const { email } of [unwilling, unconfirmed, other, bounced]) assert.equal(mailsTo(email).length, 0)
  assert.ok(mailsTo(english!.email)[0]!.headers.has('list'))
  assert.equal((await call('POST', `/campaigns/${id}/start`)).statusCode, 409)
})

test('A segment by what was bought: since when, and for at least how much', async () => {
  const [rich, old, guest] = await Promise.all(Array.from({ length: 3 }, () => customer()))
  const bought = (who: { userId: string; email: string }, totalMinor: number, time: string) =>
    hear('order.confirmed', { ...confirmed(who), totalMinor }, { time })
  await bought(rich!, 600_000, '2026-05-01T00:00:00Z')
  await bought(rich!, 600_000, '2026-06-01T00:00:00Z')
  await bought(old!, 5_000_000, '2020-01-01T00:00:00Z')
  await bought(guest!, 900_000, '2026-06-01T00:00:00Z')
  const willing = async (segment: object) =>
    (await call('POST', `/campaigns/${(await make({ segment })).id}/dry-run`)).json().willing
  const since = { boughtSince: '2026-01-01T00:00:00Z' }
  assert.equal(await willing(since), 2)
  assert.equal(await willing({ ...since, boughtMinor: 1_000_000, currency: 'INR' }), 1)
  assert.equal(await willing({ boughtBefore: '2021-01-01T00:00:00Z' }), 1)
  assert.equal(await willing({ ...since, boughtMinor: 1, currency: 'EUR' }), 0)
  assert.equal((await call('POST', '/campaigns', campaign({ segment: { boughtMinor: 1 } }))).statusCode, 422)
  assert.equal((await call('POST', '/campaigns', campaign({ segment: { all: true } }))).statusCode, 400)
  assert.equal((await call('POST', '/campaigns', campaign({ template: 'campaign.unknown' }))).statusCode, 422)
  assert.equal((await call('POST', '/campaigns', campaign(), await staff('notifications:read'))).statusCode, 403)
})

test('A campaign is scheduled, changed while it is a draft, throttled, paused, resumed and cancelled', async () => {
  const other = await openShop({ sends: { email: true, sms: false }, runs: false })
  const ids = Array.from({ length: 60 }, () => crypto.randomUUID())
  await sql`insert into contacts ("userId", "email", "isConfirmed", "groups") select u, u || '@example.com', true, '{gold}' from unnest(${ids}::uuid[]) u`.execute(
    other.db
  )
  await sql`insert into consents select u, 'email', 'promotions', true, now() from unnest(${ids}::uuid[]) u`.execute(
    other.db
  )
  const made = (
    await other.call(
      'POST',
      '/campaigns',
      campaign({ startAt: new Date(Date.now() + 3_600_000).toISOString(), perMinute: 120 })
    )
  ).json()
  const path = `/campaigns/${made.id}`
  const changed = await other.call('PUT', path, campaign({ startAt: made.startAt, perMinute: 120, name: 'Holi' }), {
    'if-match': '"1"'
  })
  assert.deepEqual([changed.json().name, changed.json().version], ['Holi', 2])
  assert.equal((await other.call('PUT', path, campaign(), { 'if-match': '"1"' })).statusCode, 412)
  await other.call('POST', `${path}/start`)
  const queued = async () => (await runCampaigns(other.deps), (await other.call('GET', path)).json())
  assert.equal((await queued()).queued, 0)
  assert.equal((await other.call('PUT', path, campaign(), { 'if-match': '"3"' })).statusCode, 409)
  const due = () => sql`update campaigns set "queueAt" = now() where "queueAt" is not null`.execute(other.db)
  await due()
  assert.equal((await queued()).queued, 10)
  assert.equal((await queued()).queued, 10)
  await due()
  assert.equal((await queued()).queued, 20)
  assert.equal((await other.call('POST', `${path}/pause`)).json().state, 'paused')
  await due()
  assert.equal((await queued()).queued, 20)
  assert.equal((await other.call('POST', `${path}/pause`)).statusCode, 409)
  assert.equal((await other.call('POST', `${path}/start`)).json().state, 'running')
  await due()
  assert.equal((await queued()).queued, 30)
  const cancelled = (await other.call('POST', `${path}/cancel`)).json()
  assert.equal(cancelled.state, 'cancelled')
  await due()
  const end = await queued()
  assert.deepEqual([end.queued, end.messages], [30, { waiting: 0, sent: 0, failed: 0, optedOut: 0, withheld: 30 }])
})

test('What is queued of a paused campaign waits; who says no meanwhile is not told, the others are when it goes on', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => customer({ groups: ['paused'] })))
  const { id } = await make({ segment: { groups: ['paused'] } })
  let refused = true
  sink.behave({ rcpt: () => (refused ? { responseCode: 451, message: '4.3.0 later' } : null) })
  await call('POST', `/campaigns/${id}/start`)
  await runCampaigns(deps)
  await eventually('all were tried', async () => {
    const { items } = (await call('GET', `/messages/all?campaignId=${id}`)).json()
    return items.length === 5 && items.every(({ reason }: any) => reason !== null)
  })
  await call('POST', `/campaigns/${id}/pause`)
  refused = false
  const hurry = () =>
    sql`update messages set "dueAt" = now() where "campaignId" = ${id} and "dueAt" < 'infinity'`.execute(db)
  await hurry()
  await eventually('all are held', async () => {
    const { rows } = await sql<{
      held: number
    }>`select count(*) as "held" from messages where "campaignId" = ${id} and "dueAt" = 'infinity'`.execute(db)
    return rows[0]!.held === 5
  })
  assert.ok(people.every(({ email }) => mailsTo(email).length === 0))
  await hear('user.consent-changed', {
    userId: people[0]!.userId,
    changes: [{ channel: 'email', topic: 'promotions', granted: false }],
    changedAt: new Date().toISOString()
  })
  assert.equal((await call('POST', `/campaigns/${id}/start`)).json().state, 'running')
  await runCampaigns(deps)
  await eventually('the others are told', async () => (await report(id)).messages.sent === 4)
  const { messages } = await report(id)
  assert.deepEqual(messages, { waiting: 0, sent: 4, failed: 0, optedOut: 1, withheld: 0 })
  assert.equal(mailsTo(people[0]!.email).length, 0)
})

test('100,000 recipients are queued by the database, in slices, and withheld again when it is cancelled; this process holds none of them', async () => {
  const other = await openShop({ sends: { email: true, sms: false }, runs: false })
  await sql`insert into contacts ("userId", "email", "isConfirmed", "name", "groups")
    select u, u || '@example.com', true, 'Asha', '{gold}' from (select uuidv7() u from generate_series(1, 100000)) made`.execute(
    other.db
  )
  await sql`insert into consents select "userId", 'email', 'promotions', true, now() from contacts`.execute(other.db)
  const { id } = (await other.call('POST', '/campaigns', campaign())).json()
  await other.call('POST', `/campaigns/${id}/start`)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
  await runCampaigns(other.deps)
  clearInterval(watch)
  const { queued, state } = (await other.call('GET', `/campaigns/${id}`)).json()
  assert.deepEqual([queued, state], [100_000, 'running'])
  await other.call('POST', `/campaigns/${id}/cancel`)
  await runCampaigns(other.deps)
  const { messages } = (await other.call('GET', `/campaigns/${id}`)).json()
  assert.deepEqual([messages.waiting, messages.withheld], [0, 100_000])
  const { rows } = await sql<{
    count: number
    people: number
  }>`select count(*) as "count", count(distinct "recipient") as "people" from messages`.execute(other.db)
  assert.deepEqual(rows[0], { count: 100_000, people: 100_000 })
  const grown = (most - before) / 1024 / 1024
  assert.ok(grown < 30, `grew by ${grown} MiB`)
})
