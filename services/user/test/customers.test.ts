import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { maskEmail } from '../src/controllers/customers.ts'
import { saveVerified } from '../src/models/profiles.ts'
import { db, me, once, pool, post, send, slug } from './user.ts'

const url = '/api/v1/customers'
const staffId = '01990000-0000-7000-8000-00000000000f'
const reader = await staff('customers:read')
const writer = await staff('customers:read', 'customers:write')
const owner = await staff('staff:write')

async function aCustomer(name: string, email = `${crypto.randomUUID()}@example.com`): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into profiles ("id", "email", "name") values (uuidv7(), ${email}, ${name}) returning "id"`.execute(db)
  return rows[0]!.id
}
const search = async (query: Record<string, string>) =>
  (await send('GET', `${url}?${new URLSearchParams(query).toString()}`, reader)).json()
const namesOf = (page: { items: { name: string }[] }) => page.items.map(({ name }) => name)

test('GET /customers finds by how name or e-mail begins, in any case, the newest first, and masks the e-mail', async () => {
  const mark = crypto.randomUUID().slice(0, 8)
  await aCustomer(`Asha ${mark}`)
  await aCustomer('Bimal', `ASHA ${mark}@example.com`)
  await aCustomer(`Not asha ${mark}`)
  const page = await search({ q: `asha ${mark}` })
  assert.deepEqual(namesOf(page), ['Bimal', `Asha ${mark}`])
  assert.equal(page.items[0].maskedEmail, 'A•••@example.com')
  assert.ok(!JSON.stringify(page).includes(`${mark}@`))
})

test('GET /customers shows of customers with one e-mail which of them has shown it to be theirs', async () => {
  const email = `twin-${crypto.randomUUID()}@example.com`
  const first = await aCustomer('First', email)
  await aCustomer('Second', email)
  await saveVerified(db, first, email, '2026-01-31T08:15:00.000Z')
  const { items } = await search({ q: email })
  assert.deepEqual(
    items.map(({ name, emailVerifiedAt }: { name: string; emailVerifiedAt: string | null }) => [name, emailVerifiedAt]),
    [
      ['Second', null],
      ['First', '2026-01-31T08:15:00.000Z']
    ]
  )
})

test('GET /customers takes what stands for anything elsewhere as it is', async () => {
  await aCustomer('100% Gold_\\ Fan')
  assert.deepEqual(namesOf(await search({ q: '100% gold_\\' })), ['100% Gold_\\ Fan'])
  for (const q of ['%', '_', '1%', "' or true --"]) assert.deepEqual(namesOf(await search({ q })), [], q)
})

test('GET /customers pages through all of a search, one statement a page, without gap or double', async () => {
  const mark = crypto.randomUUID()
  for (let i = 0; i < 7; i++) await aCustomer(`${mark} ${i}`)
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    let page: { items: { name: string }[]; next: string | null } | undefined
    const query = { q: mark, limit: '3', ...(after === '' ? {} : { after }) }
    const statements = await statementsDuring(pool, async () => void (page = await search(query)))
    assert.equal(statements.length, 1)
    seen.push(...namesOf(page!))
    after = page!.next
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 7 }, (_, i) => `${mark} ${6 - i}`)
  )
})

test('GET /customers by prefix reads the two indexes and not the table', async () => {
  await sql`insert into profiles ("id", "email", "name") select uuidv7(), 'bulk' || n || '@example.com', 'Bulk ' || n from generate_series(1, 20000) as n`.execute(
    db
  )
  await sql`analyze profiles`.execute(db)
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select "id" from profiles p where p."erasedAt" is null
    and (lower(p."email") like 'bulk1999%' or lower(p."name") like 'bulk1999%') order by p."id" desc limit 25`.execute(
    db
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  assert.match(plan, /BitmapOr/)
  assert.doesNotMatch(plan, /Seq Scan/)
})

test('GET /customers/{userId} tells the details, and leaves a note of who looked', async () => {
  const id = await aCustomer('Asha Rao')
  await post(`${me}/addresses`, await signedIn(id), {
    name: 'Asha Rao',
    line1: '12 Marine Drive',
    city: 'Mumbai',
    region: 'MH',
    postcode: '400020',
    country: 'IN'
  })
  const reply = await send('GET', `${url}/${id}`, reader)
  assert.equal(reply.statusCode, 200, reply.body)
  const customer = reply.json()
  assert.deepEqual([customer.name, customer.addresses.length, customer.consents.items.length], ['Asha Rao', 1, 20])
  await send('GET', `${url}/${id}/notes`, reader)
  const { items } = (await send('GET', `${url}/${id}/accesses`, owner)).json()
  assert.deepEqual(
    items.map(({ staffId: who, what }: Record<string, string>) => [who, what]),
    [
      [staffId, 'notes'],
      [staffId, 'details']
    ]
  )
  const { rows } = await sql`select from customer_accesses where "userId" <> ${id}`.execute(db)
  assert.equal(rows.length, 0)
})

test('GET /customers/{userId} of nobody is a 404 that leaves no note', async () => {
  const nobody = crypto.randomUUID()
  for (const path of [`${url}/${nobody}`, `${url}/${nobody}/notes`])
    assert.equal((await send('GET', path, reader)).statusCode, 404)
  assert.equal((await post(`${url}/${nobody}/notes`, writer, { text: 'x' })).statusCode, 404)
  assert.equal((await send('PUT', `${url}/${nobody}/groups`, writer, { groups: [] })).statusCode, 404)
})

test('POST /customers/{userId}/notes adds notes for good, with who and when, once for each key', async () => {
  const id = await aCustomer('Asha Rao')
  const key = once()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => post(`${url}/${id}/notes`, writer, { text: 'Prefers\nrose gold' }, key))
  )
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight', reply.body)
  await post(`${url}/${id}/notes`, writer, { text: '<script>alert(1)</script>' })
  const { items } = (await send('GET', `${url}/${id}/notes`, reader)).json()
  assert.deepEqual(
    items.map(({ text, writtenBy }: Record<string, string>) => [text, writtenBy]),
    [
      ['<script>alert(1)</script>', staffId],
      ['Prefers\nrose gold', staffId]
    ]
  )
  for (const statement of [
    sql`update customer_notes set "text" = 'x'`,
    sql`delete from customer_notes`,
    sql`update customer_accesses set "what" = 'x'`,
    sql`delete from customer_accesses where true`
  ])
    await assert.rejects(statement.execute(db), /only ever added to/)
})

test('PUT /customer-groups and /customers/{userId}/groups put customers into groups', async () => {
  const [one, two] = [await aCustomer('Asha'), await aCustomer('Bimal')]
  const group = (name: string) => send('PUT', `/api/v1/customer-groups/${name}`, writer, { name: 'Very dear' })
  assert.equal((await group('vip')).json().memberCount, 0)
  await group('trade')
  const set = (id: string, groups: string[]) => send('PUT', `${url}/${id}/groups`, writer, { groups })
  assert.deepEqual((await set(one, ['vip', 'trade'])).json(), { groups: ['trade', 'vip'] })
  await set(two, ['trade'])
  await set(one, ['vip'])
  assert.deepEqual(namesOf(await search({ group: 'vip' })), ['Asha'])
  assert.deepEqual((await send('GET', `${url}/${one}`, reader)).json().groups, ['vip'])
  assert.equal(slug(await set(one, ['nobility'])), 'group-not-known')
  const { items } = (await send('GET', '/api/v1/customer-groups', reader)).json()
  assert.deepEqual(
    items.map(({ slug: name, memberCount }: { slug: string; memberCount: number }) => [name, memberCount]),
    [
      ['trade', 1],
      ['vip', 1]
    ]
  )
  assert.equal((await send('DELETE', '/api/v1/customer-groups/vip', writer)).statusCode, 404)
  await set(one, [])
  assert.equal((await send('DELETE', '/api/v1/customer-groups/vip', writer)).statusCode, 204)
})

test('a masked e-mail keeps its first letter and its domain', () => {
  assert.equal(maskEmail('asha@example.com'), 'a•••@example.com')
  assert.equal(maskEmail('"a@b"@example.com'), '"•••@example.com')
  assert.equal(maskEmail('💎x@example.com'), '💎•••@example.com')
  for (const none of [null, '', '@example.com', 'nobody']) assert.equal(maskEmail(none), null)
})
