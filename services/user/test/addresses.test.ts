import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { keys, signedIn, testDatabase } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/profiles.ts'
import type { Address } from '../src/schemas/addresses.ts'

const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const url = '/api/v1/users/me/addresses'

const home = { name: 'Asha Rao', line1: '12 Marine Drive', city: 'Mumbai', postcode: '400020', country: 'IN' }
const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

const aPerson = () => signedIn(crypto.randomUUID())
type Person = Awaited<ReturnType<typeof aPerson>>

const add = (person: Person, changes: object = {}, key: string = crypto.randomUUID()) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...person, 'idempotency-key': key },
    payload: { ...home, ...changes }
  })
const put = (person: Person, id: string, changes: object = {}) =>
  app.inject({
    method: 'PUT',
    url: `${url}/${id}`,
    headers: { ...person, 'x-request-id': 'one-request-id' },
    payload: { ...home, ...changes }
  })
const drop = (person: Person, id: string) =>
  app.inject({ method: 'DELETE', url: `${url}/${id}`, headers: { ...person, 'x-request-id': 'one-request-id' } })
const list = async (person: Person): Promise<Address[]> => (await app.inject({ url, headers: person })).json().items
const defaults = async (person: Person) => (await list(person)).filter(({ isDefault }) => isDefault)

test('POST /users/me/addresses adds addresses, the first of which is the default one', async () => {
  const person = await aPerson()
  const first = await add(person)
  assert.equal(first.statusCode, 201)
  const { id, ...rest } = first.json()
  assert.match(id, /^[\da-f-]{36}$/)
  assert.deepEqual(rest, { ...home, isDefault: true })
  const full = { line2: 'Flat 4', region: 'MH', phone: '+91 98765 43210' }
  const second = (await add(person, full)).json()
  assert.deepEqual(second, { id: second.id, ...home, ...full, isDefault: false })
  assert.deepEqual(await list(person), [first.json(), second])
  assert.deepEqual(await list(await aPerson()), [])
})

test('POST /users/me/addresses [the same request 20 times at once] adds one', async () => {
  const person = await aPerson()
  const key = crypto.randomUUID()
  const replies = await Promise.all(Array.from({ length: 20 }, () => add(person, {}, key)))
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight', reply.body)
  assert.equal((await list(person)).length, 1)
})

test('POST /users/me/addresses [20 at once, each to be the default one] leaves one default', async () => {
  const person = await aPerson()
  const replies = await Promise.all(Array.from({ length: 20 }, () => add(person, { isDefault: true })))
  for (const reply of replies) assert.equal(reply.statusCode, 201, reply.body)
  assert.equal((await list(person)).length, 20)
  assert.equal((await defaults(person)).length, 1)
})

test('POST /users/me/addresses [24 at once when there are 40] stops at 50', async () => {
  const person = await aPerson()
  for (let i = 0; i < 40; i++) assert.equal((await add(person)).statusCode, 201)
  const replies = await Promise.all(Array.from({ length: 24 }, () => add(person)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 10)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'too-many-addresses', reply.body)
  const items = await list(person)
  assert.equal(items.length, 50)
  assert.equal((await drop(person, items[7]!.id)).statusCode, 204)
  assert.equal((await add(person)).statusCode, 201)
})

test('PUT /users/me/addresses/{addressId} replaces all of it; the default one stays that', async () => {
  const person = await aPerson()
  const { id } = (await add(person, { line2: 'Flat 4' })).json()
  const reply = await put(person, id, { city: 'Pune', isDefault: false })
  assert.equal(reply.statusCode, 200)
  assert.deepEqual(reply.json(), { id, ...home, city: 'Pune', isDefault: true })
  assert.deepEqual(await list(person), [reply.json()])
})

test('PUT /users/me/addresses/{addressId} [20 at once, each making another the default] leaves one default', async () => {
  const person = await aPerson()
  const ids: string[] = []
  for (let i = 0; i < 20; i++) ids.push((await add(person)).json().id)
  const replies = await Promise.all(ids.map((id) => put(person, id, { isDefault: true })))
  for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
  assert.equal((await defaults(person)).length, 1)
})

test('DELETE /users/me/addresses/{addressId} of the default one makes the newest of the others it', async () => {
  const person = await aPerson()
  const ids: string[] = []
  for (let i = 0; i < 3; i++) ids.push((await add(person)).json().id)
  assert.equal((await drop(person, ids[0]!)).statusCode, 204)
  assert.deepEqual(
    (await defaults(person)).map(({ id }) => id),
    [ids[2]]
  )
  await drop(person, ids[2]!)
  await drop(person, ids[1]!)
  assert.deepEqual(await list(person), [])
  assert.equal((await add(person)).json().isDefault, true)
})

test('DELETE /users/me/addresses/{addressId} [all of them at once, twice each] removes each once', async () => {
  const person = await aPerson()
  const ids: string[] = []
  for (let i = 0; i < 12; i++) ids.push((await add(person)).json().id)
  const replies = await Promise.all([...ids, ...ids].map((id) => drop(person, id)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 204).length, 12)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 404).length, 12)
  assert.deepEqual(await list(person), [])
})

test('PUT and DELETE of another person’s address and of one that is not are answered alike, and change nothing', async () => {
  const owner = await aPerson()
  const stranger = await aPerson()
  await add(stranger)
  const theirs = (await add(owner)).json()
  for (const request of [put, drop]) {
    const foreign = await request(stranger, theirs.id, { isDefault: true })
    const missing = await request(stranger, crypto.randomUUID(), { isDefault: true })
    assert.equal(foreign.statusCode, 404)
    assert.equal(foreign.body, missing.body)
    assert.deepEqual(Object.keys(foreign.headers), Object.keys(missing.headers))
  }
  assert.deepEqual(await list(owner), [theirs])
  assert.equal((await defaults(stranger)).length, 1)
  assert.equal((await drop(stranger, 'not-an-id')).statusCode, 400)
})

test('GET /users/me/addresses pages through all of them, one statement a page', async () => {
  const person = await aPerson()
  for (const city of ['Mumbai', 'Pune', 'Surat']) await add(person, { city })
  const first = (await app.inject({ url: `${url}?limit=2`, headers: person })).json()
  assert.deepEqual(
    first.items.map(({ city }: Address) => city),
    ['Mumbai', 'Pune']
  )
  const statements = await statementsDuring(pool, async () => {
    const second = (await app.inject({ url: `${url}?limit=2&after=${first.next}`, headers: person })).json()
    assert.deepEqual([second.items.length, second.next], [1, null])
  })
  assert.equal(statements.length, 1)
  for (const query of ['limit=51', 'limit=0', 'after=xyz', 'after=WyJub3QgYW4gaWQiXQ', 'offset=1'])
    assert.equal((await app.inject({ url: `${url}?${query}`, headers: person })).statusCode, 400, query)
})

for (const [what, changes, pointer] of [
  ['a user of the caller’s choice', { userId: crypto.randomUUID() }, '#/userId'],
  ['an id of the caller’s choice', { id: crypto.randomUUID() }, '#/id'],
  ['a country that is no code', { country: 'India' }, '#/country'],
  ['a blank line', { line1: ' ' }, '#/line1'],
  ['a line break in it', { city: 'Mumbai\nIN' }, '#/city'],
  ['a default that is no boolean', { isDefault: 'true' }, '#/isDefault']
] as const) {
  test(`POST /users/me/addresses with ${what} is a 400 that names it`, async () => {
    const reply = await add(await aPerson(), changes)
    assert.equal(reply.statusCode, 400)
    assert.equal(reply.json().errors[0].pointer, pointer)
  })
}

test('GET and POST /users/me/addresses without a sign-in, or POST without a key, are refused', async () => {
  assert.equal((await app.inject(url)).statusCode, 401)
  assert.equal((await app.inject({ method: 'POST', url, payload: home })).statusCode, 401)
  const reply = await app.inject({ method: 'POST', url, headers: await aPerson(), payload: home })
  assert.equal(reply.statusCode, 400)
})
