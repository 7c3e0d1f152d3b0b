import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { newDesign, newVariant, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue({ connections: 25 })
const { call, commit, db, reserve, takeBack } = shop
const id = () => crypto.randomUUID()
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const onHand = async (variantId: string) =>
  (await sql<{ onHand: number }>`select "onHand" from variants where "id" = ${variantId}`.execute(db)).rows[0]!.onHand

/** An order that took three of what is counted and two pieces. */
async function sold() {
  const design = newDesign({ variants: [newVariant({ onHand: 5 }), oneOfAKind(2)] })
  await shop.importDesigns(design)
  const [counted, unique] = (await shop.read(design.slug)).variants
  const pieceIds = unique.pieces.map((piece: { id: string }) => piece.id) as string[]
  const orderId = id()
  const lines = [
    { variantId: counted.id, quantity: 2 },
    { variantId: counted.id, quantity: 1 },
    ...pieceIds.map((pieceId) => ({ variantId: unique.id, pieceId, quantity: 1 }))
  ]
  assert.equal((await reserve(orderId, lines)).statusCode, 200)
  assert.equal((await commit(orderId)).statusCode, 200)
  return { orderId, countedId: counted.id as string, uniqueId: unique.id as string, pieceIds, slug: design.slug }
}

test('PUT /returns/{returnId} brings back what can be sold again and withdraws a piece that cannot, once', async () => {
  const { orderId, countedId, uniqueId, pieceIds } = await sold()
  const returnId = id()
  const lines = [
    { variantId: countedId, pieceId: null, quantity: 2, restock: true },
    { variantId: uniqueId, pieceId: pieceIds[0], quantity: 1, restock: true },
    { variantId: uniqueId, pieceId: pieceIds[1], quantity: 1, restock: false }
  ]
  const replies = await Promise.all(Array.from({ length: 20 }, () => takeBack(returnId, orderId, lines)))
  for (const reply of replies) assert.deepEqual([reply.statusCode, reply.json()], [200, { returnId, orderId, lines }])
  assert.deepEqual([await onHand(countedId), await onHand(uniqueId)], [4, 1])
  const { rows } = await sql<{ status: string }>`
    select "status" from pieces where "id" = any(${pieceIds}) order by "id" = ${pieceIds[1]!}`.execute(db)
  assert.deepEqual(
    rows.map(({ status }) => status),
    ['in-stock', 'withdrawn']
  )
  assert.deepEqual(await stockFaults(shop), [])
  const next = id()
  assert.equal(
    (await reserve(next, [{ variantId: uniqueId, pieceId: pieceIds[0], quantity: 1 }])).statusCode,
    200,
    'a piece that came back can be sold again'
  )
  assert.equal((await commit(next)).statusCode, 200)
  assert.deepEqual(await stockFaults(shop), [])
  const other = await takeBack(returnId, orderId, lines.slice(1))
  assert.deepEqual([other.statusCode, slugOf(other)], [422, 'return-differs'])
})

test('PUT /returns/{returnId} takes back no more than the order had, however many returns come at once', async () => {
  const { orderId, countedId, uniqueId, pieceIds } = await sold()
  const one = [{ variantId: countedId, quantity: 1, restock: true }]
  const replies = await Promise.all(Array.from({ length: 20 }, () => takeBack(id(), orderId, one)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 3)
  assert.ok(replies.every((reply) => reply.statusCode === 200 || slugOf(reply) === 'return-not-possible'))
  assert.equal(await onHand(countedId), 5)
  const piece = { variantId: uniqueId, pieceId: pieceIds[0], quantity: 1, restock: true }
  const refused = [
    [piece, piece],
    [{ ...piece, quantity: 2 }],
    [{ ...piece, variantId: countedId }],
    [{ ...piece, pieceId: null }],
    [{ ...piece, pieceId: id() }]
  ]
  for (const lines of refused) assert.equal(slugOf(await takeBack(id(), orderId, lines)), 'return-not-possible')
  assert.equal((await takeBack(id(), id(), [piece])).statusCode, 404)
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /returns/{returnId} of an order that only holds its stock is a 404, and without the scope a 403', async () => {
  const variant = newVariant()
  await shop.importDesigns(newDesign({ variants: [variant] }))
  const variantId = await shop.variantId(variant.sku)
  const orderId = id()
  await reserve(orderId, [{ variantId, quantity: 1 }])
  const lines = [{ variantId, quantity: 1, restock: true }]
  assert.equal((await takeBack(id(), orderId, lines)).statusCode, 404)
  const quotes = await fromService('cart', 'product', 'quotes')
  assert.equal((await call('PUT', `/internal/returns/${id()}`, quotes, { orderId, lines })).statusCode, 403)
  assert.equal((await takeBack(id(), orderId, [{ ...lines[0], quantity: 0 }])).statusCode, 400)
})

test('GET /reservations lists what is held for so long, page by page', async () => {
  const variant = newVariant({ onHand: 10 })
  await shop.importDesigns(newDesign({ variants: [variant] }))
  const variantId = await shop.variantId(variant.sku)
  const orderIds = Array.from({ length: 5 }, id).toSorted()
  for (const orderId of orderIds) await reserve(orderId, [{ variantId, quantity: 1 }], 604_800)
  await sql`update reservations set "createdAt" = now() - interval '2 hours' where "orderId" = any(${orderIds.slice(0, 4)})`.execute(
    db
  )
  await commit(orderIds[0]!)
  const seen: string[] = []
  let after = ''
  do {
    const reply = await call(
      'GET',
      `/internal/reservations?status=held&olderThanSeconds=3600&limit=2${after}`,
      shop.order
    )
    assert.equal(reply.statusCode, 200, reply.body)
    const page = reply.json()
    seen.push(...page.items.map((one: { orderId: string }) => one.orderId))
    after = page.next === null ? '' : `&after=${page.next}`
  } while (after)
  assert.deepEqual(seen, orderIds.slice(1, 4))
  assert.equal((await call('GET', '/internal/reservations?status=lost', shop.order)).statusCode, 400)
})
