import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromService } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { newDesign, newVariant, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue({ connections: 20 })
const { db } = shop
const recount = async (mend: boolean) =>
  (await shop.call('POST', '/api/v1/stock/recounts', shop.manager, { mend })).json()

test('POST /stock/recounts tells where counters differ from the ledger, and mends them, while buyers go on buying', async () => {
  const design = newDesign({ variants: [newVariant({ onHand: 50 }), newVariant({ onHand: 50 }), oneOfAKind(3)] })
  await shop.importDesigns(design)
  const [first, second] = (await shop.read(design.slug)).variants
  assert.deepEqual(await recount(true), { variants: 3, drifted: [] })
  await sql`update variants set "onHand" = 47, "reserved" = 2 where "id" = ${first.id}`.execute(db)
  const told = await recount(false)
  assert.deepEqual(told.drifted, [
    { variantId: first.id, sku: first.sku, onHand: 47, reserved: 2, ledgerOnHand: 50, ledgerReserved: 0, mended: false }
  ])
  const buy = (variantId: string) => shop.reserve(crypto.randomUUID(), [{ variantId, quantity: 1 }])
  const [mended] = await Promise.all([
    recount(true),
    ...Array.from({ length: 30 }, (_, at) => buy([first, second][at % 2].id))
  ])
  assert.equal(mended.drifted[0].mended, true)
  assert.deepEqual((await recount(true)).drifted, [])
  assert.deepEqual(await stockFaults(shop), [])
})

test('POST /stock/recounts by the operator’s token is let in, by another service’s not', async () => {
  const ask = async (...scopes: string[]) => {
    const headers = await fromService('operator', 'product', ...scopes)
    return (await shop.call('POST', '/api/v1/stock/recounts', headers, { mend: false })).statusCode
  }
  assert.deepEqual([await ask('stock'), await ask('quotes')], [200, 403])
})

const rounds = Number(process.env.ROUNDS ?? 20)

test(`The last piece, wanted by 100 buyers at once in each of ${rounds} rounds, is sold to exactly one (ROUNDS=200 for more)`, async () => {
  const design = newDesign({ variants: [oneOfAKind(rounds)] })
  await shop.importDesigns(design)
  const variantId = (await shop.read(design.slug)).variants[0].id as string
  const { rows: pieces } = await sql<{ id: string }>`select "id" from pieces where "variantId" = ${variantId}`.execute(
    db
  )
  assert.equal(pieces.length, rounds)
  for (const { id: pieceId } of pieces) {
    const orders = Array.from({ length: 100 }, () => crypto.randomUUID())
    const replies = await Promise.all(
      orders.map((orderId) => shop.reserve(orderId, [{ variantId, pieceId, quantity: 1 }]))
    )
    const won = orders.filter((_, index) => replies[index]!.statusCode === 200)
    assert.equal(won.length, 1)
    assert.ok(replies.every(({ statusCode }) => [200, 409, 503].includes(statusCode)))
    assert.equal((await shop.commit(won[0]!)).statusCode, 200)
  }
  assert.deepEqual(await stockFaults(shop), [])
  assert.deepEqual((await recount(false)).drifted, [])
})
