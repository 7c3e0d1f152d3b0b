import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newDesign, newVariant, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue({ connections: 25 })

/** How often a race is run; `npm run races` asks for 100. */
const rounds = Number(process.env.ROUNDS ?? 3)

test(`PUT /reservations/{orderId} [20 at once with two lines of one variant, ${rounds} rounds] sells what there is, whole orders only`, async () => {
  const variant = newVariant({ onHand: 7 })
  await shop.importDesigns(newDesign({ variants: [variant] }))
  const variantId = await shop.variantId(variant.sku)
  const line = { variantId, quantity: 1 }
  for (let round = 0; round < rounds; round++) {
    const orderIds = Array.from({ length: 20 }, () => crypto.randomUUID())
    const replies = await Promise.all(orderIds.map((orderId) => shop.reserve(orderId, [line, line])))
    const held = orderIds.filter((_, index) => replies[index]!.statusCode === 200)
    assert.equal(held.length, 3)
    for (const { statusCode } of replies) assert.ok(statusCode === 200 || statusCode === 409)
    const { rows } = await sql<{ reserved: number }>`select "reserved" from variants where "id" = ${variantId}`.execute(
      shop.db
    )
    assert.equal(rows[0]!.reserved, 6)
    await Promise.all(held.map((orderId) => shop.release(orderId)))
  }
  assert.deepEqual(await stockFaults(shop), [])
})
