import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { base, cancel, db, instance, makeCart, newOrder, pay, payment, place, pool, slug } from './shop.ts'

const { app } = instance()
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url: `${base}${url}`, headers })

async function guestOrder(changes?: object) {
  const token = crypto.randomUUID()
  const order = (await place(app, { 'cart-token': token }, newOrder(makeCart({ token }), changes))).json()
  return { id: order.id as string, token: order.token as string, headers: { 'order-token': order.token as string } }
}

test('POST /orders by a guest tells a token of 256 bits, of which only the hash is stored', async () => {
  const { id, token, headers } = await guestOrder()
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  const { rows } = await sql<{ row: string }>`select orders::text as "row" from orders`.execute(db)
  assert.ok(rows.every(({ row }) => !row.includes(token)))
  const order = (await get(`/${id}`, headers)).json()
  assert.deepEqual([order.status, order.token], ['confirmed', undefined])
})

test('GET /orders/{orderId} with a wrong token, of another customer or of none is one and the same 404', async () => {
  const { id } = await guestOrder()
  const other = await guestOrder()
  const owner = crypto.randomUUID()
  const theirs = (await place(app, await signedIn(owner), newOrder(makeCart({ userId: owner })))).json()
  const stranger = await signedIn(crypto.randomUUID())
  const trace = { 'x-request-id': 'the-same-request' }
  const replies = await Promise.all([
    get(`/${id}`, { ...trace, ...other.headers }),
    get(`/${id}`, { ...trace, ...stranger }),
    get(`/${id}`, { ...trace, ...(await staff('orders:write')) }),
    get(`/${id}`, trace),
    get(`/${theirs.id}`, { ...trace, ...stranger }),
    get(`/${theirs.id}`, { ...trace, ...other.headers }),
    get(`/${crypto.randomUUID()}`, { ...trace, ...other.headers })
  ])
  for (const reply of replies) {
    assert.equal(reply.statusCode, 404)
    assert.equal(reply.body, replies[0].body)
  }
  for (const url of [`/${id}`, `/${theirs.id}`])
    assert.equal((await get(url, await staff('orders:read'))).statusCode, 200)
})

test('GET /orders/{orderId} with the token of the guest’s cart tells the order’s token anew, and to nobody else', async () => {
  const cartToken = crypto.randomUUID()
  const { id, token } = (await place(app, { 'cart-token': cartToken }, newOrder(makeCart({ token: cartToken })))).json()
  const found = await get(`/${id}`, { 'cart-token': cartToken })
  assert.deepEqual([found.statusCode, found.json().id, found.json().token], [200, id, token])
  assert.equal((await get(`/${id}`, { 'order-token': token })).statusCode, 200)
  const owner = crypto.randomUUID()
  const theirs = (await place(app, await signedIn(owner), newOrder(makeCart({ userId: owner })))).json()
  const trace = { 'x-request-id': 'the-same-request' }
  const replies = await Promise.all([
    get(`/${id}`, { ...trace, 'cart-token': 'another' }),
    get(`/${id}`, { ...trace, 'cart-token': cartToken, 'order-token': 'another' }),
    get(`/${theirs.id}`, { ...trace, 'cart-token': cartToken }),
    get(`/${crypto.randomUUID()}`, { ...trace, 'cart-token': cartToken })
  ])
  for (const reply of replies) assert.deepEqual([reply.statusCode, reply.body], [404, replies[0].body])
})

test('another’s order can be neither paid nor cancelled, by staff who may read it neither', async () => {
  const { id, headers } = await guestOrder(payment('decline'))
  const before = (await get(`/${id}`, headers)).json()
  const strangers = [{}, (await guestOrder()).headers, await signedIn(crypto.randomUUID()), await staff('orders:read')]
  for (const stranger of strangers as Record<string, string>[]) {
    assert.equal((await pay(app, stranger, id, 'approve')).statusCode, 404)
    assert.equal((await cancel(app, stranger, id)).statusCode, 404)
  }
  assert.deepEqual((await get(`/${id}`, headers)).json(), before)
  assert.equal((await pay(app, headers, id, 'approve')).json().status, 'confirmed')
  assert.equal(slug(await cancel(app, headers, id)), 'order-not-cancellable')
})

test('GET /orders pages through one’s own orders, the newest first, one statement a page', async () => {
  const userId = crypto.randomUUID()
  const headers = await signedIn(userId)
  const numbers: string[] = []
  for (let i = 0; i < 5; i++) numbers.unshift((await place(app, headers, newOrder(makeCart({ userId })))).json().number)
  const first = (await get('?limit=3', headers)).json()
  let second: any
  const statements = await statementsDuring(pool, async () => {
    second = (await get(`?limit=3&after=${first.next}`, headers)).json()
  })
  assert.equal(statements.length, 1)
  assert.deepEqual(
    [...first.items, ...second.items].map(({ number }) => number),
    numbers
  )
  assert.equal(second.next, null)
  assert.equal(second.items[0].lines.length, 1)
  assert.deepEqual((await get('', await signedIn(crypto.randomUUID()))).json().items, [])
  assert.equal((await get('')).statusCode, 401)
  const elsewhere = Buffer.from('["no id"]').toString('base64url')
  assert.equal((await get(`?after=${elsewhere}`, headers)).statusCode, 400)
})

test('GET /orders/{orderId} costs one statement', async () => {
  const { id, headers } = await guestOrder()
  assert.equal((await statementsDuring(pool, () => get(`/${id}`, headers))).length, 1)
})

test('numbers of orders tell nothing of each other', async () => {
  const { rows } = await sql<{ number: string }>`select "number" from orders order by "id"`.execute(db)
  const numbers = rows.map(({ number }) => number)
  assert.ok(numbers.length > 5)
  assert.notDeepEqual(numbers, numbers.toSorted())
  assert.equal(new Set(numbers.map((number) => number.slice(0, 6))).size, numbers.length)
})
