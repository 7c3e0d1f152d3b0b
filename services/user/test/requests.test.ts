import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, provenCustomer, provenStaff, signedIn, staff, testJobs } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { workOnPart } from '../src/controllers/requests.ts'
import { saveRegistered } from '../src/models/profiles.ts'
import { mostTries } from '../src/models/requests.ts'
import { work } from '../src/tasks.ts'
import {
  app,
  db,
  deps,
  failing,
  freshDeps,
  heal,
  held,
  me,
  once,
  otherServices,
  pool,
  post,
  send,
  slug,
  type Headers
} from './user.ts'

const services = [...otherServices, 'user'].sort()
const operations = await staff('operations:read', 'operations:write')
const home = {
  name: 'Canary Kaur',
  line1: '12 Canary Road',
  city: 'Mumbai',
  region: 'MH',
  postcode: '400020',
  country: 'IN'
}

/** A person with something everywhere. */
async function aPerson() {
  const id = crypto.randomUUID()
  const email = `canary-${id}@example.com`
  await saveRegistered(db, { id, email, name: 'Canary Kaur' })
  for (const name of otherServices) held.set(`${name} ${id}`, 2)
  const headers = await provenCustomer(id)
  await post(`${me}/addresses`, headers, home)
  await post(`${me}/sizes`, headers, { name: 'Canary finger', kind: 'ring', system: 'us', label: '6.5' })
  await post(`${me}/dates`, headers, { label: 'Canary day', occasion: 'other', month: 5, day: 5 })
  await send('PUT', `${me}/consents`, headers, { changes: [{ channel: 'email', topic: 'promotions', granted: true }] })
  const list = (await post(`${me}/wishlists`, headers, { name: 'Canary wishes' })).json()
  await post(`${me}/wishlists/${list.id}/items`, headers, { designSlug: 'lotus-ring', note: 'Canary note' })
  await send('PUT', `${me}/wishlists/${list.id}/link`, headers)
  await post(`/api/v1/customers/${id}/notes`, await staff('customers:write'), { text: 'Canary remark' })
  await send('GET', `/api/v1/customers/${id}`, await staff('customers:read'))
  return { id, email, headers }
}

await testJobs({ app, pool, tasks: work(deps).tasks! })
const askExport = async (headers: Headers) => (await post(`${me}/exports`, headers)).json()
const show = async (headers: Headers, id: string) => (await send('GET', `${me}/exports/${id}`, headers)).json()
const download = (headers: Headers, id: string) => send('GET', `${me}/exports/${id}/archive`, headers)
const erase = (headers: Headers, email: string, key = once()) => post(`${me}/erasure`, headers, { email }, key)
const receiptOf = async (receipt: string) => (await app.inject(`/api/v1/erasures/${receipt}`)).json()
const isDone = (what: () => Promise<{ state: string }>) => async () => (await what()).state === 'done'
const partOf = (request: { parts: { service: string }[] }, service: string) =>
  request.parts.find((part) => part.service === service) as unknown as Record<string, unknown>
/** As if the pause before the next try were over. */
const hurry = () =>
  sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now())
  from graphile_worker.jobs where task_identifier = 'work-on-part' and locked_at is null`.execute(db)
/** Whether a try at a part has failed, with all that a client tries by itself. */
const isInTrouble = (id: string, service: string) => async () => {
  const { rows } = await sql`select from data_request_parts
    where "requestId" = ${id} and "service" = ${service} and "trouble" = 'peer-unavailable'`.execute(db)
  return rows.length > 0
}
/** Another process, whose clients have not lost their patience. */
const tryOn = (id: string, service: string, attempt = 2) => workOnPart(freshDeps(), id, service, attempt)

/** Everything that stands anywhere in the database about a person. */
async function traces(id: string): Promise<string> {
  const { rows: tables } = await sql<{
    name: string
  }>`select quote_ident(table_schema) || '.' || quote_ident(table_name) as "name"
    from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(
    db
  )
  const found = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select t::text as "row" from ${sql.raw(name)} t where t::text like ${`%${id}%`} or t::text ilike '%canary%'`.execute(
      db
    )
    found.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  return found.join('\n')
}

test('A73 POST /users/me/exports collects from every service, and the archive holds all of one’s own and nothing of others', async () => {
  const person = await aPerson()
  const other = await aPerson()
  const reply = await post(`${me}/exports`, person.headers)
  assert.equal(reply.statusCode, 202, reply.body)
  const { id, parts } = reply.json()
  assert.deepEqual(
    parts.map(({ service }: { service: string }) => service),
    services
  )
  await eventually(
    'the export to be done',
    isDone(() => show(person.headers, id))
  )
  const answer = await download(person.headers, id)
  assert.equal(answer.statusCode, 200)
  assert.match(answer.headers['content-disposition'] as string, /^attachment; filename=/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const archive = answer.json()
  assert.deepEqual(Object.keys(archive.parts), services)
  assert.deepEqual(archive.parts.order, { orders: ['order', 'order'] })
  const { profile, addresses, sizes, dates, consentChanges, wishlists, notesOfStaff, looksOfStaff } = archive.parts.user
  assert.deepEqual([profile.email, addresses[0].line1, sizes[0].hundredthsMm], [person.email, home.line1, 5314])
  assert.deepEqual([dates.length, consentChanges.length, wishlists[0].items[0].note], [1, 1, 'Canary note'])
  assert.deepEqual([notesOfStaff[0].text, looksOfStaff[0].what], ['Canary remark', 'details'])
  assert.ok(!answer.body.includes(other.id) && !answer.body.includes(other.email))
  const { expiresAt, finishedAt } = await show(person.headers, id)
  assert.equal(Date.parse(expiresAt) - Date.parse(finishedAt), 7 * 86_400_000)
})

test('A73 GET /users/me/exports/{exportId} of another person, of nobody and of none are one and the same 404', async () => {
  const person = await aPerson()
  const other = await aPerson()
  const { id } = await askExport(person.headers)
  await eventually(
    'the export to be done',
    isDone(() => show(person.headers, id))
  )
  const trace = { 'x-request-id': 'the-same-request' }
  for (const path of ['', '/archive']) {
    const foreign = await send('GET', `${me}/exports/${id}${path}`, { ...other.headers, ...trace })
    const missing = await send('GET', `${me}/exports/${crypto.randomUUID()}${path}`, { ...other.headers, ...trace })
    assert.equal(foreign.statusCode, 404)
    assert.equal(foreign.body, missing.body)
    assert.equal((await app.inject(`${me}/exports/${id}${path}`)).statusCode, 401)
  }
})

test('A73 an archive whose time is up is a 410, and what it held is forgotten', async () => {
  const person = await aPerson()
  const { id } = await askExport(person.headers)
  await eventually(
    'the export to be done',
    isDone(() => show(person.headers, id))
  )
  await sql`update data_requests set "expiresAt" = now() where "id" = ${id}`.execute(db)
  const reply = await download(person.headers, id)
  assert.deepEqual([reply.statusCode, slug(reply)], [410, 'archive-expired'])
  await work(deps).tasks!['drop-old-archives']!({}, { id: '1', attempt: 1 })
  const { rows } = await sql`select from data_request_parts where "requestId" = ${id} and "data" is not null`.execute(
    db
  )
  assert.equal(rows.length, 0)
  assert.equal((await show(person.headers, id)).state, 'expired')
})

test('POST /users/me/exports [20 at once] begins five, the others are a 429 with Retry-After', async () => {
  const person = await aPerson()
  const replies = await Promise.all(Array.from({ length: 20 }, () => post(`${me}/exports`, person.headers)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 202).length, 5)
  for (const reply of replies.filter(({ statusCode }) => statusCode !== 202)) {
    assert.equal(slug(reply), 'too-many-exports')
    assert.equal(reply.headers['retry-after'], '3600')
  }
})

test('A73 an export while a service is down is not complete, says so, and is completed when it is back', async () => {
  const person = await aPerson()
  failing('order', 'down')
  const { id } = await askExport(person.headers)
  await eventually('order not to answer', isInTrouble(id, 'order'))
  const early = await download(person.headers, id)
  assert.deepEqual([early.statusCode, slug(early)], [409, 'archive-not-ready'])
  heal()
  await eventually('the export to be done', async () => {
    await hurry()
    return (await show(person.headers, id)).state === 'done'
  })
  assert.ok(Number(partOf(await show(person.headers, id), 'order').tries) > 1)
  assert.deepEqual((await download(person.headers, id)).json().parts.order, { orders: ['order', 'order'] })
})

test('a part that fails its last try is told as failed, and a later try still completes the export', async () => {
  const person = await aPerson()
  failing('cart', 'down')
  const { id } = await askExport(person.headers)
  await eventually('cart not to answer', isInTrouble(id, 'cart'))
  await assert.rejects(tryOn(id, 'cart', mostTries))
  const failed = await show(person.headers, id)
  assert.deepEqual([failed.state, partOf(failed, 'cart').state], ['failed', 'failed'])
  heal()
  await tryOn(id, 'cart')
  await eventually(
    'the export to be done',
    isDone(() => show(person.headers, id))
  )
})

test('A73 POST /users/me/erasure and GET …/archive by one who has not just proved who they are do nothing and tell nothing', async () => {
  const person = await aPerson()
  const { id } = (await post(`${me}/exports`, person.headers)).json()
  await eventually('the archive', async () => (await download(person.headers, id)).statusCode === 200)
  const stale = await signedIn(person.id)
  const replies = [await erase(stale, person.email), await download(stale, id)]
  assert.deepEqual(replies.map(slug), ['proof-needed', 'proof-needed'])
  for (const { body } of replies) assert.ok(!body.includes(person.email))
  assert.equal((await send('GET', me, stale)).json().email, person.email)
  assert.equal((await send('GET', `${me}/exports/${id}`, stale)).statusCode, 200)
  assert.equal((await erase(await provenCustomer(person.id), person.email)).statusCode, 202)
})

test('POST /users/me/erasure with another e-mail, none, or by staff erases nothing', async () => {
  const person = await aPerson()
  const other = await aPerson()
  const wrong = await erase(person.headers, other.email)
  assert.deepEqual([wrong.statusCode, slug(wrong)], [422, 'confirmation-wrong'])
  assert.equal((await post(`${me}/erasure`, person.headers, {})).statusCode, 400)
  assert.equal((await post(`${me}/erasure`, person.headers, { email: person.email, userId: other.id })).statusCode, 400)
  assert.equal(slug(await erase(await provenStaff('customers:read'), person.email)), 'staff-account')
  assert.equal((await app.inject({ method: 'POST', url: `${me}/erasure`, payload: person })).statusCode, 401)
  assert.equal((await send('GET', me, person.headers)).json().email, person.email)
})

test('A73 POST /users/me/erasure erases a person everywhere, leaves a tombstone, and reports what was done', async () => {
  const person = await aPerson()
  const other = await aPerson()
  const { id: exportId } = await askExport(person.headers)
  await eventually(
    'the export to be done',
    isDone(() => show(person.headers, exportId))
  )
  const key = once()
  const reply = await erase(person.headers, person.email, key)
  assert.equal(reply.statusCode, 202, reply.body)
  const { receipt } = reply.json()
  await eventually(
    'the erasure to be done',
    isDone(() => receiptOf(receipt))
  )
  const report = await receiptOf(receipt)
  assert.deepEqual(
    report.parts.map(({ service }: { service: string }) => service),
    services
  )
  assert.deepEqual(partOf(report, 'order').did, [{ what: 'orders', count: 2, how: 'deleted' }])
  const here = partOf(report, 'user').did as { what: string; count: number }[]
  for (const what of ['profiles', 'addresses', 'sizes', 'dates', 'wishlists', 'customer notes', 'archives'])
    assert.equal(here.find((done) => done.what === what)?.count, 1, what)
  for (const name of otherServices) assert.equal(held.has(`${name} ${person.id}`), false)
  assert.equal((await erase(person.headers, person.email, key)).json().receipt, receipt)
  assert.ok(!JSON.stringify(report).includes(person.id))
  const reads = [me, `${me}/exports/${exportId}/archive`, `${me}/addresses`]
  const answers = await Promise.all(reads.map((path) => send('GET', path, person.headers)))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [410, 404, 200]
  )
  assert.deepEqual(answers[2]!.json().items, [])
  assert.equal(slug(await post(`${me}/addresses`, person.headers, home)), 'account-erased')
  assert.equal((await send('GET', me, other.headers)).json().email, other.email)
  assert.equal((await send('GET', `${me}/addresses`, other.headers)).json().items.length, 1)
  const { rows } = await sql<{ erasedAt: string }>`select "erasedAt" from profiles where "id" = ${person.id}`.execute(
    db
  )
  assert.ok(rows[0]!.erasedAt)
})

test('after an erasure nothing in the database names the person, whatever table', async () => {
  const { rows: old } = await sql<{ id: string }>`select "id" from profiles where "erasedAt" is null`.execute(db)
  for (const { id } of old)
    await sql`update profiles set "email" = ${`${id}@example.com`} where "id" = ${id}`.execute(db)
  for (const { id } of old) assert.equal((await erase(await provenCustomer(id), `${id}@example.com`)).statusCode, 202)
  const person = await aPerson()
  assert.match(await traces(person.id), /canary/i)
  const { receipt } = (await erase(person.headers, person.email)).json()
  await eventually(
    'the erasure to be done',
    isDone(() => receiptOf(receipt))
  )
  await eventually('events to be taken', async () => {
    await sql`update outbox set "doneAt" = now() where "doneAt" is null`.execute(db)
    return true
  })
  const { rows: erased } = await sql<{ id: string }>`select "id" from profiles`.execute(db)
  for (const { id } of erased)
    await work(deps).tasks!['repeat-erasure']!({ userId: id, service: 'user' }, { id: '1', attempt: 1 })
  const left = await traces(person.id)
  assert.doesNotMatch(left, /canary/i)
  for (const line of left.split('\n'))
    assert.match(line, /^(public\.(profiles|data_requests|outbox)|graphile_worker\._private_jobs) /, line)
})

test('A73 an erasure while one service is down and another’s answer is lost is done in all of them in the end', async () => {
  const person = await aPerson()
  failing('notification', 'down')
  failing('order', 'lost', 1)
  const { receipt } = (await erase(person.headers, person.email)).json()
  await eventually('all others to be done', async () => {
    await hurry()
    const { parts } = await receiptOf(receipt)
    return parts.every(
      ({ service, state }: Record<string, unknown>) => (service === 'notification') === (state !== 'done')
    )
  })
  assert.equal((await receiptOf(receipt)).state, 'running')
  const { items } = (await send('GET', '/api/v1/erasures', operations)).json()
  const entry = items.find(({ userId }: { userId: string }) => userId === person.id)
  await eventually('the trouble to be noted', async () => {
    const page = (await send('GET', '/api/v1/erasures', operations)).json()
    return (
      partOf(
        page.items.find(({ id }: { id: string }) => id === entry.id),
        'notification'
      ).trouble === 'peer-unavailable'
    )
  })
  assert.equal(held.has(`order ${person.id}`), false)
  heal()
  await eventually('the erasure to be done', async () => {
    await hurry()
    return (await receiptOf(receipt)).state === 'done'
  })
  assert.equal(held.has(`notification ${person.id}`), false)
})

test('an hour after an erasure every service is asked once more, for what was on its way', async () => {
  const person = await aPerson()
  const { receipt } = (await erase(person.headers, person.email.toUpperCase())).json()
  await eventually(
    'the erasure to be done',
    isDone(() => receiptOf(receipt))
  )
  for (const name of otherServices) held.set(`${name} ${person.id}`, 1)
  const { rows } = await sql<{ id: string; minutes: number }>`
    select id::text, round(extract(epoch from run_at - created_at) / 60)::int as "minutes" from graphile_worker._private_jobs
    where payload->>'userId' = ${person.id}`.execute(db)
  assert.deepEqual(
    rows.map(({ minutes }) => minutes),
    services.map(() => 60)
  )
  await sql`select graphile_worker.reschedule_jobs(${rows.map(({ id }) => id)}::bigint[], run_at := now())`.execute(db)
  await eventually('all to be forgotten again', () => otherServices.every((name) => !held.has(`${name} ${person.id}`)))
})

test('news that comes after an erasure does not make the person anew', async () => {
  const person = await aPerson()
  await erase(person.headers, person.email)
  const before = { id: person.id, email: person.email, name: 'Canary Kaur' }
  await saveRegistered(db, before)
  const { rows } = await sql<{
    email: null
    name: null
  }>`select "email", "name" from profiles where "id" = ${person.id}`.execute(db)
  assert.deepEqual(rows, [{ email: null, name: null }])
  assert.equal((await send('GET', me, person.headers)).statusCode, 410)
  const staffView = await send('GET', `/api/v1/customers/${person.id}`, await staff('customers:read'))
  assert.equal(staffView.statusCode, 404)
})

test('POST /users/me/erasure [20 at once, with different keys] erases once, and writing at the same time leaves nothing behind', async () => {
  const person = await aPerson()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      i % 2 === 0 ? erase(person.headers, person.email) : post(`${me}/addresses`, person.headers, home)
    )
  )
  assert.equal(replies.filter((reply, i) => i % 2 === 0 && reply.statusCode === 202).length, 1)
  for (const reply of replies) assert.ok([201, 202, 410].includes(reply.statusCode), reply.body)
  const { rows } = await sql`select from addresses where "userId" = ${person.id}`.execute(db)
  assert.equal(rows.length, 0)
})

test('A73 POST /erasures/replay after a restored backup has every service forget again those erased since', async () => {
  const person = await aPerson()
  const since = new Date(Date.now() - 1000).toISOString()
  const { receipt } = (await erase(person.headers, person.email)).json()
  await eventually(
    'the erasure to be done',
    isDone(() => receiptOf(receipt))
  )
  held.set(`order ${person.id}`, 3)
  await sql`insert into addresses ("userId", "name", "line1", "city", "postcode", "country")
    values (${person.id}, 'Canary', 'x', 'x', '1', 'IN')`.execute(db)
  const reply = await send('POST', '/api/v1/erasures/replay', operations, { since })
  assert.ok(reply.json().people >= 1)
  await eventually('the restored to be forgotten again', async () => {
    const { rows } = await sql`select from addresses where "userId" = ${person.id}`.execute(db)
    return rows.length === 0 && !held.has(`order ${person.id}`)
  })
})

test('GET /erasures/{receipt} of another receipt is a 404, and the stored hash does not open it', async () => {
  const person = await aPerson()
  const { receipt } = (await erase(person.headers, person.email)).json()
  assert.equal(Buffer.from(receipt, 'base64url').length, 32)
  const { rows } = await sql<{ hash: string }>`select encode("receiptHash", 'base64') as "hash" from data_requests
    where "userId" = ${person.id} and "kind" = 'erasure'`.execute(db)
  for (const guess of [rows[0]!.hash, encodeURIComponent(rows[0]!.hash), person.id, 'replay-x'])
    assert.equal((await app.inject(`/api/v1/erasures/${encodeURIComponent(guess)}`)).statusCode, 404)
})
