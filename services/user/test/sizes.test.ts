import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { keys } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import { aPerson, app, failing, freshDeps, heal, me, once, pool, post, send, slug } from './user.ts'

const url = `${me}/sizes`
const mine = { name: 'me, left ring finger', kind: 'ring', system: 'us', label: '6.5' }

test('POST /users/me/sizes keeps what it measures beside what was said, for several people', async () => {
  const person = await aPerson()
  const reply = await post(url, person, mine)
  assert.equal(reply.statusCode, 201, reply.body)
  const { id, createdAt, updatedAt, ...size } = reply.json()
  assert.deepEqual(size, { ...mine, hundredthsMm: 5314 })
  const bangle = (await post(url, person, { name: 'my wife', kind: 'bangle', system: 'in', label: '2.10' })).json()
  assert.deepEqual([bangle.label, bangle.hundredthsMm], ['2-10', 6668])
  const { items } = (await send('GET', url, person)).json()
  assert.deepEqual(items, [reply.json(), bangle])
  assert.ok(id && createdAt === updatedAt)
  assert.deepEqual((await send('GET', url, await aPerson())).json().items, [])
})

test('POST /users/me/sizes of a name that is taken, in any case, is a 409; of another kind it is not', async () => {
  const person = await aPerson()
  await post(url, person, mine)
  const again = await post(url, person, { ...mine, name: mine.name.toUpperCase() })
  assert.deepEqual([again.statusCode, slug(again)], [409, 'name-taken'])
  assert.equal((await post(url, person, { ...mine, kind: 'bangle', system: 'in', label: '2.10' })).statusCode, 201)
})

test('POST /users/me/sizes [20 of one name at once] keeps one', async () => {
  const person = await aPerson()
  const replies = await Promise.all(Array.from({ length: 20 }, () => post(url, person, mine)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 409).length, 19)
})

test('POST /users/me/sizes [20 at once when there are 40] stops at 50', async () => {
  const person = await aPerson()
  for (let i = 0; i < 40; i++) await post(url, person, { ...mine, name: `finger ${i}` })
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => post(url, person, { ...mine, name: `other ${i}` }))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 10)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'too-many-sizes')
})

test('POST /users/me/sizes that product does not know is its 422, and nothing is kept', async () => {
  const person = await aPerson()
  const reply = await post(url, person, { ...mine, label: '99' })
  assert.deepEqual([reply.statusCode, slug(reply)], [422, 'size-not-known'])
  assert.deepEqual((await send('GET', url, person)).json().items, [])
})

test('POST /users/me/sizes while product is down is a 503 that keeps nothing; the list is told all the same', async () => {
  const person = await aPerson()
  await post(url, person, mine)
  const fresh = buildApp({ ...freshDeps(), keys })
  failing('product', 'down')
  const headers = { ...person, ...once() }
  const reply = await fresh.inject({ method: 'POST', url, headers, payload: { ...mine, name: 'other' } })
  assert.equal(reply.statusCode, 503)
  assert.equal((await fresh.inject({ url, headers: person })).json().items.length, 1)
  heal()
  assert.equal(
    (await fresh.inject({ method: 'POST', url, headers, payload: { ...mine, name: 'other' } })).statusCode,
    201
  )
})

test('PUT and DELETE /users/me/sizes/{sizeId} change and remove it', async () => {
  const person = await aPerson()
  const { id } = (await post(url, person, mine)).json()
  const changed = await send('PUT', `${url}/${id}`, person, { ...mine, system: 'uk', label: 'N1/2' })
  assert.deepEqual([changed.statusCode, changed.json().hundredthsMm], [200, 5438])
  assert.equal((await send('DELETE', `${url}/${id}`, person)).statusCode, 204)
  assert.equal((await send('DELETE', `${url}/${id}`, person)).statusCode, 404)
})

test('GET /users/me/sizes pages through all of them, one statement a page', async () => {
  const person = await aPerson()
  for (const name of ['a', 'b', 'c']) await post(url, person, { ...mine, name })
  const first = (await send('GET', `${url}?limit=2`, person)).json()
  const statements = await statementsDuring(pool, async () => {
    const second = (await send('GET', `${url}?limit=2&after=${first.next}`, person)).json()
    assert.deepEqual([second.items.map(({ name }: { name: string }) => name), second.next], [['c'], null])
  })
  assert.equal(statements.length, 1)
  assert.equal(app.hasRoute({ method: 'GET', url }), true)
})
