import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { sql } from 'kysely'
import { aPerson, app, db, me, pool, post, send, slug, type Headers } from './user.ts'

const url = `${me}/wishlists`
const aList = async (person: Headers, name = 'Diwali') => (await post(url, person, { name })).json()
const put = (person: Headers, id: string, item: object) => post(`${url}/${id}/items`, person, item)
const items = async (person: Headers, id: string) => (await send('GET', `${url}/${id}/items`, person)).json().items
const ring = { designSlug: 'lotus-ring' }

test('POST and GET /users/me/wishlists keep several lists by name', async () => {
  const person = await aPerson()
  const list = await aList(person)
  await aList(person, 'Wedding')
  assert.deepEqual([list.name, list.itemCount, list.link], ['Diwali', 0, null])
  const { items: lists } = (await send('GET', url, person)).json()
  assert.deepEqual(
    lists.map(({ name }: { name: string }) => name),
    ['Diwali', 'Wedding']
  )
  assert.equal(slug(await post(url, person, { name: 'diwali' })), 'name-taken')
  assert.equal((await send('PUT', `${url}/${list.id}`, person, { name: 'Lights' })).json().name, 'Lights')
  assert.equal((await send('DELETE', `${url}/${list.id}`, person)).statusCode, 204)
  assert.equal((await send('GET', `${url}/${list.id}`, person)).statusCode, 404)
})

test('POST /users/me/wishlists [60 at once] stops at 50', async () => {
  const person = await aPerson()
  const replies = await Promise.all(Array.from({ length: 60 }, (_, i) => post(url, person, { name: `List ${i}` })))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 50)
})

test('POST /users/me/wishlists/{wishlistId}/items [the same thing 20 times at once] puts it there once', async () => {
  const person = await aPerson()
  const { id } = await aList(person)
  const piece = { designSlug: 'lotus-ring', variantId: crypto.randomUUID(), pieceId: crypto.randomUUID() }
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => put(person, id, i % 2 === 0 ? ring : { ...piece, note: 'size 14' }))
  )
  for (const reply of replies) assert.equal(reply.statusCode, 201, reply.body)
  const there = await items(person, id)
  assert.equal(there.length, 2)
  assert.deepEqual(new Set(there.map(({ note }: { note: string | null }) => note)), new Set(['size 14', null]))
})

test('POST /users/me/wishlists/{wishlistId}/items [30 at once when there are 285] stops at 300', async () => {
  const person = await aPerson()
  const { id } = await aList(person)
  await sql`insert into wishlist_items ("wishlistId", "designSlug") select ${id}::uuid, 'ring-' || n from generate_series(1, 285) as n`.execute(
    db
  )
  const replies = await Promise.all(Array.from({ length: 30 }, (_, i) => put(person, id, { designSlug: `new-${i}` })))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 15)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'wishlist-full', reply.body)
  assert.equal((await put(person, id, { designSlug: 'ring-1' })).statusCode, 201)
})

test('GET /users/me/wishlists/{wishlistId}/items pages through all of them, two statements a page', async () => {
  const person = await aPerson()
  const { id } = await aList(person)
  for (const n of [1, 2, 3]) await put(person, id, { designSlug: `ring-${n}` })
  const first = (await send('GET', `${url}/${id}/items?limit=2`, person)).json()
  const statements = await statementsDuring(pool, async () => {
    const second = (await send('GET', `${url}/${id}/items?limit=2&after=${first.next}`, person)).json()
    assert.deepEqual([second.items[0].designSlug, second.items.length, second.next], ['ring-3', 1, null])
  })
  assert.equal(statements.length, 2)
})

test('PUT /users/me/wishlists/{wishlistId}/items/{itemId}/note sets and clears the note', async () => {
  const person = await aPerson()
  const { id } = await aList(person)
  const item = (await put(person, id, ring)).json()
  const at = `${url}/${id}/items/${item.id}/note`
  assert.equal((await send('PUT', at, person, { note: 'for Asha' })).json().note, 'for Asha')
  assert.equal((await send('PUT', at, person, { note: null })).json().note, null)
  assert.equal((await send('DELETE', `${url}/${id}/items/${item.id}`, person)).statusCode, 204)
  assert.equal((await send('PUT', at, person, { note: null })).statusCode, 404)
})

test('PUT …/items/{itemId}/wishlist [20 times at once, both ways] leaves the thing on exactly one list', async () => {
  const person = await aPerson()
  const [one, two] = [await aList(person, 'One'), await aList(person, 'Two')]
  const item = (await put(person, one.id, { ...ring, note: 'mine' })).json()
  const move = (from: string, to: string) =>
    send('PUT', `${url}/${from}/items/${item.id}/wishlist`, person, { wishlistId: to })
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? move(one.id, two.id) : move(two.id, one.id)))
  )
  for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
  const all = [...(await items(person, one.id)), ...(await items(person, two.id))]
  assert.deepEqual(all, [item])
})

test('PUT …/items/{itemId}/wishlist to a list that has its like joins the two, and to a stranger’s list is a 404', async () => {
  const person = await aPerson()
  const [one, two, theirs] = [await aList(person, 'One'), await aList(person, 'Two'), await aList(await aPerson())]
  const item = (await put(person, one.id, { ...ring, note: 'mine' })).json()
  const like = (await put(person, two.id, ring)).json()
  const at = `${url}/${one.id}/items/${item.id}/wishlist`
  assert.equal((await send('PUT', at, person, { wishlistId: theirs.id })).statusCode, 404)
  assert.deepEqual(await items(person, one.id), [item])
  assert.equal((await send('PUT', at, person, { wishlistId: two.id })).statusCode, 200)
  assert.deepEqual([await items(person, one.id), await items(person, two.id)], [[], [{ ...like, note: 'mine' }]])
})

test('PUT /users/me/wishlists/{wishlistId}/link opens the list by 256 bits, without notes or owner; DELETE closes it', async () => {
  const person = await aPerson()
  const list = await aList(person)
  await put(person, list.id, { ...ring, note: 'secret wish' })
  const links = await Promise.all(
    Array.from({ length: 20 }, () => send('PUT', `${url}/${list.id}/link`, person).then((reply) => reply.json().link))
  )
  assert.equal(new Set(links).size, 1)
  assert.equal(Buffer.from(links[0], 'base64url').length, 32)
  const shared = await app.inject(`/api/v1/wishlists/${links[0]}`)
  const item = { designSlug: 'lotus-ring', variantId: null, pieceId: null }
  assert.deepEqual(shared.json(), { name: 'Diwali', items: [item], next: null })
  assert.equal((await send('DELETE', `${url}/${list.id}/link`, person)).json().link, null)
  assert.equal((await app.inject(`/api/v1/wishlists/${links[0]}`)).statusCode, 404)
  const next = (await send('PUT', `${url}/${list.id}/link`, person)).json().link
  assert.notEqual(next, links[0])
  for (const guess of [list.id, 'x', `${links[0]}`, next.slice(0, 42), encodeURIComponent("' or true --")])
    assert.equal((await app.inject(`/api/v1/wishlists/${guess}`)).statusCode, 404, guess)
})

for (const [what, payload, pointer] of [
  ['nothing named', {}, '#/designSlug'],
  ['a price', { ...ring, priceMinor: 1 }, '#/priceMinor'],
  ['a slug with markup', { designSlug: '<b>' }, '#/designSlug'],
  ['an id that is none', { variantId: 'x' }, '#/variantId']
] as const) {
  test(`POST /users/me/wishlists/{wishlistId}/items with ${what} is a 400 that names it`, async () => {
    const person = await aPerson()
    const reply = await put(person, (await aList(person)).id, payload)
    assert.equal(reply.statusCode, 400)
    assert.equal(reply.json().errors[0].pointer, pointer)
  })
}
