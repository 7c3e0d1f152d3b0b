import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { countryCodes, postcodeExamples } from '../src/controllers/countries.ts'
import type { Address } from '../src/schemas/addresses.ts'
import { aPerson, app, pool, slug } from './user.ts'

const url = '/api/v1/users/me/addresses'

const home = {
  name: 'Asha Rao',
  line1: '12 Marine Drive',
  city: 'Mumbai',
  region: 'MH',
  postcode: '400020',
  country: 'IN'
}
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
  assert.deepEqual(rest, { ...home, isDefault: true, isDefaultBilling: true })
  const full = { line2: 'Flat 4', region: 'GJ', phone: '+91 98765 43210' }
  const second = (await add(person, full)).json()
  assert.deepEqual(second, { id: second.id, ...home, ...full, isDefault: false, isDefaultBilling: false })
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
  assert.deepEqual(reply.json(), { id, ...home, city: 'Pune', isDefault: true, isDefaultBilling: true })
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

test('POST /users/me/addresses keeps one default to send to and one to bill, each by itself', async () => {
  const person = await aPerson()
  const first = (await add(person)).json()
  const second = (await add(person, { isDefaultBilling: true })).json()
  assert.deepEqual([second.isDefault, second.isDefaultBilling], [false, true])
  const items = await list(person)
  assert.deepEqual(
    items.map(({ isDefault, isDefaultBilling }) => [isDefault, isDefaultBilling]),
    [
      [true, false],
      [false, true]
    ]
  )
  await drop(person, second.id)
  assert.deepEqual(await list(person), [first])
})

test('PUT /users/me/addresses/{addressId} [20 at once, each to be billed] leaves one to bill', async () => {
  const person = await aPerson()
  const ids: string[] = []
  for (let i = 0; i < 20; i++) ids.push((await add(person)).json().id)
  await Promise.all(ids.map((id) => put(person, id, { isDefaultBilling: true })))
  const items = await list(person)
  assert.equal(items.filter(({ isDefaultBilling }) => isDefaultBilling).length, 1)
  assert.equal(items.filter(({ isDefault }) => isDefault).length, 1)
})

for (const [country, given, written, region] of [
  ['IN', '400 001', '400001', 'Maharashtra'],
  ['US', '100011234', '10001-1234', 'new york'],
  ['GB', 'sw1a1aa', 'SW1A 1AA', undefined],
  ['GB', 'M1 1AE', 'M1 1AE', undefined],
  ['DE', '10115', '10115', undefined],
  ['FR', '75001', '75001', undefined],
  ['IT', '00118', '00118', 'rm'],
  ['ES', '28001', '28001', undefined],
  ['NL', '1012js', '1012 JS', undefined],
  ['CH', '8001', '8001', 'Zurich'],
  ['AT', '1010', '1010', undefined],
  ['AU', '2000', '2000', 'NSW'],
  ['CA', 'k1a0b1', 'K1A 0B1', 'on'],
  ['AE', '00000', '00000', 'Dubai'],
  ['SG', '018956', '018956', undefined],
  ['JP', '1000001', '100-0001', 'tokyo'],
  ['IE', 'd02x285', 'D02 X285', undefined],
  ['PT', '1100148', '1100-148', undefined],
  ['MN', '14200', '14200', undefined]
] as const) {
  test(`POST /users/me/addresses in ${country} takes ${given} and writes ${written}`, async () => {
    const reply = await add(await aPerson(), { country, postcode: given, region })
    assert.equal(reply.statusCode, 201, reply.body)
    assert.equal(reply.json().postcode, written)
    const regions: Record<string, string> = {
      Maharashtra: 'MH',
      'new york': 'NY',
      rm: 'RM',
      Zurich: 'ZH',
      on: 'ON',
      tokyo: 'Tokyo'
    }
    assert.equal(reply.json().region, region === undefined ? undefined : (regions[region] ?? region))
  })
}

for (const [what, changes, pointer] of [
  ['a postcode of five digits in India', { postcode: '40001' }, '#/postcode'],
  ['a postcode of India that begins with 0', { postcode: '040001' }, '#/postcode'],
  ['letters in a German postcode', { country: 'DE', postcode: '1011A', region: undefined }, '#/postcode'],
  ['a Spanish postcode of no province', { country: 'ES', postcode: '53001', region: undefined }, '#/postcode'],
  ['a Canadian postcode with a D', { country: 'CA', postcode: 'D1A 0B1', region: 'ON' }, '#/postcode'],
  ['no state in India', { region: undefined }, '#/region'],
  ['a state of another country', { region: 'Texas' }, '#/region'],
  ['an unknown emirate', { country: 'AE', region: 'Muscat', postcode: '00000' }, '#/region'],
  ['an unknown canton', { country: 'CH', region: 'XX', postcode: '8001' }, '#/region'],
  ['a country that does not exist', { country: 'XX' }, '#/country'],
  ['a country that is no more', { country: 'AN' }, '#/country']
] as const) {
  test(`POST /users/me/addresses with ${what} is a 400 that names it`, async () => {
    const reply = await add(await aPerson(), changes)
    assert.equal(reply.statusCode, 400, reply.body)
    assert.equal(reply.json().errors[0].pointer, pointer)
  })
}

test('the table of countries is ISO 3166-1’s, each is known by name, and each example is a postcode', async () => {
  assert.equal(countryCodes.size, 249)
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  for (const code of countryCodes) assert.ok(names.of(code), code)
  const regions: Record<string, string> = {
    AE: 'Dubai',
    AU: 'NSW',
    CA: 'ON',
    IN: 'MH',
    IT: 'RM',
    JP: 'Tokyo',
    US: 'NY'
  }
  const person = await aPerson()
  for (const [country, postcode] of postcodeExamples()) {
    const reply = await add(person, { country, postcode, region: regions[country] })
    assert.equal(reply.json().postcode, postcode, reply.body)
  }
})
