import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { fromService } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expireReservations } from '../src/controllers/reservations.ts'
import { newDesign, newVariant, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue({ connections: 25 })
const { app, commit, db, order, pass, pool, release, reserve } = shop
const id = () => crypto.randomUUID()

async function counted(onHand: number): Promise<string> {
  const variant = newVariant({ onHand })
  assert.equal((await shop.importDesigns(newDesign({ variants: [variant] }))).statusCode, 200)
  return shop.variantId(variant.sku)
}

async function unique(pieces = 1): Promise<{ variantId: string; pieceIds: string[] }> {
  const design = newDesign({ variants: [oneOfAKind(pieces)] })
  assert.equal((await shop.importDesigns(design)).statusCode, 200)
  const { variants } = await shop.read(design.slug)
  return { variantId: variants[0].id, pieceIds: variants[0].pieces.map((piece: { id: string }) => piece.id) }
}

async function stockOf(variantId: string): Promise<[number, number]> {
  const { rows } = await sql<{ onHand: number; reserved: number }>`
    select "onHand", "reserved" from variants where "id" = ${variantId}`.execute(db)
  return [rows[0]!.onHand, rows[0]!.reserved]
}

const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

test('PUT /reservations/{orderId} holds the stock, in one statement, and the same order again gets the same answer', async () => {
  const variantId = await counted(3)
  const orderId = id()
  let reply: Awaited<ReturnType<typeof reserve>> | undefined
  const statements = await statementsDuring(pool, async () => {
    reply = await reserve(orderId, [{ variantId, pieceId: null, quantity: 2 }])
  })
  assert.equal(statements.length, 1)
  assert.equal(reply!.statusCode, 200)
  assert.equal(reply!.json().status, 'held')
  assert.ok(Date.parse(reply!.json().expiresAt) > Date.now())
  assert.deepEqual((await reserve(orderId, [{ variantId, quantity: 2 }])).json(), reply!.json())
  assert.deepEqual(await stockOf(variantId), [3, 2])
})

test('PUT /reservations/{orderId} of more than there is names the lines and holds nothing', async () => {
  const [some, few] = [await counted(5), await counted(1)]
  const reply = await reserve(id(), [
    { variantId: some, quantity: 1 },
    { variantId: few, quantity: 2 }
  ])
  assert.equal(reply.statusCode, 409)
  assert.equal(slugOf(reply), 'out-of-stock')
  assert.deepEqual(reply.json().lines, [{ variantId: few, pieceId: null }])
  assert.deepEqual(await stockOf(some), [5, 0])
})

test('PUT /reservations/{orderId} with two lines of one variant counts them together', async () => {
  const variantId = await counted(3)
  const line = { variantId, quantity: 2 }
  assert.equal((await reserve(id(), [line, line])).statusCode, 409)
  const orderId = id()
  assert.equal((await reserve(orderId, [line, { variantId, quantity: 1 }])).statusCode, 200)
  assert.deepEqual(await stockOf(variantId), [3, 3])
  assert.equal((await commit(orderId)).statusCode, 200)
  assert.deepEqual(await stockOf(variantId), [0, 0])
})

test('PUT /reservations/{orderId} refuses what is unknown, a piece twice, a piece of another variant, and one of a kind without its piece', async () => {
  const [one, other] = [await unique(2), await unique()]
  const plain = await counted(5)
  const [pieceId] = one.pieceIds
  const line = { variantId: one.variantId, pieceId, quantity: 1 }
  const refused = [
    [{ variantId: id(), quantity: 1 }],
    [line, line],
    [{ ...line, quantity: 2 }],
    [{ ...line, variantId: other.variantId }],
    [{ ...line, variantId: plain }],
    [{ ...line, pieceId: id() }],
    [{ ...line, pieceId: null }]
  ]
  for (const lines of refused) {
    const reply = await reserve(id(), lines)
    assert.equal(reply.statusCode, 409, JSON.stringify(lines))
    assert.ok(reply.json().lines.length > 0)
  }
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /reservations/{orderId} by 100 buyers at once for the last 10 units sells exactly 10', async () => {
  const variantId = await counted(10)
  const orderIds = Array.from({ length: 100 }, id)
  const replies = await Promise.all(orderIds.map((orderId) => reserve(orderId, [{ variantId, quantity: 1 }])))
  const count = (status: number) => replies.filter(({ statusCode }) => statusCode === status).length
  assert.equal(count(200), 10)
  assert.equal(count(409), 90)
  assert.deepEqual(await stockOf(variantId), [10, 10])
  const held = orderIds.filter((_, index) => replies[index]!.statusCode === 200)
  const committed = await Promise.all(held.map((orderId) => commit(orderId)))
  assert.ok(committed.every(({ statusCode }) => statusCode === 200))
  assert.deepEqual(await stockOf(variantId), [0, 0])
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /reservations/{orderId} by 50 buyers at once for one piece sells it to one', async () => {
  const { variantId, pieceIds } = await unique(3)
  const lines = [{ variantId, pieceId: pieceIds[1], quantity: 1 }]
  const orderIds = Array.from({ length: 50 }, id)
  const replies = await Promise.all(orderIds.map((orderId) => reserve(orderId, lines)))
  const winners = orderIds.filter((_, index) => replies[index]!.statusCode === 200)
  assert.equal(winners.length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 409).length, 49)
  assert.equal((await commit(winners[0]!)).statusCode, 200)
  assert.deepEqual(await stockOf(variantId), [2, 0])
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /reservations/{orderId} sent 20 times at once holds once', async () => {
  const variantId = await counted(1)
  const orderId = id()
  const replies = await Promise.all(Array.from({ length: 20 }, () => reserve(orderId, [{ variantId, quantity: 1 }])))
  assert.ok(replies.every(({ statusCode }) => statusCode === 200))
  assert.equal(new Set(replies.map(({ body }) => body)).size, 1)
  assert.deepEqual(await stockOf(variantId), [1, 1])
})

test('PUT /reservations/{orderId} of the same variants in opposite orders never waits for itself', async () => {
  const variantIds = [await counted(1000), await counted(1000), await counted(1000)]
  const before = await deadlocks()
  const orders = Array.from({ length: 60 }, (_, index) => ({
    orderId: id(),
    lines: (index % 2 ? variantIds : variantIds.toReversed()).map((variantId) => ({ variantId, quantity: 1 }))
  }))
  const replies = await Promise.all(
    orders.map(async ({ orderId, lines }, index) => {
      const first = await reserve(orderId, lines)
      return [first, index % 3 ? await commit(orderId) : await release(orderId)]
    })
  )
  assert.ok(replies.flat().every(({ statusCode }) => statusCode === 200))
  assert.equal(await deadlocks(), before)
  assert.deepEqual(await stockFaults(shop), [])
})

async function deadlocks(): Promise<number> {
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(db)
  return rows[0]!.deadlocks
}

test('PUT /reservations/{orderId}/commit lets the stock leave once, however often it is sent, in one statement', async () => {
  const variantId = await counted(4)
  const orderId = id()
  await reserve(orderId, [{ variantId, quantity: 3 }])
  const statements = await statementsDuring(pool, () => commit(orderId))
  assert.equal(statements.length, 1)
  const replies = await Promise.all(Array.from({ length: 20 }, () => commit(orderId)))
  assert.ok(replies.every((reply) => reply.statusCode === 200 && reply.json().status === 'committed'))
  assert.deepEqual(await stockOf(variantId), [1, 0])
  assert.equal((await reserve(orderId, [{ variantId, quantity: 3 }])).json().status, 'committed')
  const late = await release(orderId)
  assert.equal(late.statusCode, 409)
  assert.equal(slugOf(late), 'reservation-committed')
  assert.deepEqual(await stockOf(variantId), [1, 0])
})

test('PUT /reservations/{orderId}/commit of an order without a reservation is a 404', async () => {
  assert.equal((await commit(id())).statusCode, 404)
})

test('DELETE /reservations/{orderId} gives back once, and neither reserving nor committing comes after it', async () => {
  const variantId = await counted(2)
  const orderId = id()
  const lines = [{ variantId, quantity: 2 }]
  await reserve(orderId, lines)
  const replies = await Promise.all(Array.from({ length: 20 }, () => release(orderId)))
  assert.ok(replies.every((reply) => reply.statusCode === 200 && reply.json().status === 'released'))
  assert.deepEqual(await stockOf(variantId), [2, 0])
  assert.equal(slugOf(await reserve(orderId, lines)), 'reservation-released')
  assert.equal(slugOf(await commit(orderId)), 'reservation-released')
  assert.deepEqual(await stockOf(variantId), [2, 0])
})

test('DELETE /reservations/{orderId} before its PUT stops it from reserving', async () => {
  const variantId = await counted(2)
  const orderId = id()
  assert.equal((await release(orderId)).json().status, 'released')
  const late = await reserve(orderId, [{ variantId, quantity: 1 }])
  assert.equal(late.statusCode, 409)
  assert.equal(slugOf(late), 'reservation-released')
  assert.deepEqual(await stockOf(variantId), [2, 0])
})

test('DELETE /reservations/{orderId} raced with its PUT leaves nothing held', async () => {
  const variantId = await counted(50)
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      const orderId = id()
      await Promise.all([reserve(orderId, [{ variantId, quantity: 2 }]), release(orderId)])
    })
  )
  assert.deepEqual(await stockOf(variantId), [50, 0])
  assert.deepEqual(await stockFaults(shop), [])
})

test('A reservation past its time is given back by the sweep, and committed afterwards if everything is still there', async () => {
  const { variantId, pieceIds } = await unique()
  const lines = [{ variantId, pieceId: pieceIds[0], quantity: 1 }]
  const orderId = id()
  await reserve(orderId, lines)
  await pass(orderId)
  await Promise.all([expireReservations({ db }), expireReservations({ db }), expireReservations({ db })])
  assert.deepEqual(await stockOf(variantId), [1, 0])
  assert.deepEqual(await stockFaults(shop), [])
  assert.equal((await commit(orderId)).json().status, 'committed')
  assert.deepEqual(await stockOf(variantId), [0, 0])
  assert.deepEqual(await stockFaults(shop), [])
})

test('A reservation past its time whose piece another buyer took cannot be committed', async () => {
  const { variantId, pieceIds } = await unique()
  const lines = [{ variantId, pieceId: pieceIds[0], quantity: 1 }]
  const [first, second] = [id(), id()]
  await reserve(first, lines)
  await pass(first)
  await expireReservations({ db })
  assert.equal((await reserve(second, lines)).statusCode, 200)
  const reply = await commit(first)
  assert.equal(reply.statusCode, 409)
  assert.equal(slugOf(reply), 'reservation-expired')
  assert.equal((await reserve(first, lines)).statusCode, 409)
  assert.equal((await commit(second)).statusCode, 200)
  assert.deepEqual(await stockFaults(shop), [])
})

test('A reservation past its time that is released cannot be committed any more', async () => {
  const variantId = await counted(1)
  const orderId = id()
  await reserve(orderId, [{ variantId, quantity: 1 }])
  await pass(orderId)
  await expireReservations({ db })
  assert.equal((await release(orderId)).json().status, 'released')
  assert.equal(slugOf(await commit(orderId)), 'reservation-released')
  assert.deepEqual(await stockOf(variantId), [1, 0])
})

test('A reservation past its time that is reserved again is held again', async () => {
  const variantId = await counted(1)
  const orderId = id()
  await reserve(orderId, [{ variantId, quantity: 1 }])
  await pass(orderId)
  await expireReservations({ db })
  assert.equal((await reserve(orderId, [{ variantId, quantity: 1 }])).json().status, 'held')
  assert.deepEqual(await stockOf(variantId), [1, 1])
  await expireReservations({ db })
  assert.deepEqual(await stockOf(variantId), [1, 1])
})

test('Committing raced with the sweep sells once', async () => {
  const variantId = await counted(30)
  const orderIds = Array.from({ length: 30 }, id)
  await Promise.all(orderIds.map((orderId) => reserve(orderId, [{ variantId, quantity: 1 }])))
  await Promise.all(orderIds.map((orderId) => pass(orderId)))
  const replies = await Promise.all([
    ...orderIds.map((orderId) => commit(orderId)),
    ...Array.from({ length: 5 }, () => expireReservations({ db }))
  ])
  assert.ok(replies.slice(0, 30).every((reply) => reply!.statusCode === 200))
  assert.deepEqual(await stockOf(variantId), [0, 0])
  assert.deepEqual(await stockFaults(shop), [])
})

test('PUT /reservations/{orderId} by a service without the scope is a 403, and with a time out of bounds a 400', async () => {
  const url = `/internal/reservations/${id()}`
  const payload = { lines: [{ variantId: id(), quantity: 1 }], expiresInSeconds: 60 }
  const headers = await fromService('cart', 'product', 'quotes')
  assert.equal((await app.inject({ method: 'PUT', url, headers, payload })).statusCode, 403)
  const tooLong = { ...payload, expiresInSeconds: 604_801 }
  assert.equal((await app.inject({ method: 'PUT', url, headers: order, payload: tooLong })).statusCode, 400)
})

test('The stock ledger can be neither changed nor emptied', async () => {
  await assert.rejects(sql`update "stockMovements" set "onHandDelta" = 0`.execute(db), /append-only/)
  await assert.rejects(sql`delete from "stockMovements"`.execute(db), /append-only/)
  await assert.rejects(sql`truncate "stockMovements"`.execute(db), /append-only/)
})

test('PATCH /variants/{variantId}/stock changes what is on hand once a key, never below what is reserved', async () => {
  const variantId = await counted(5)
  await reserve(id(), [{ variantId, quantity: 3 }])
  const headers = { ...shop.manager, 'idempotency-key': id() }
  const url = `/api/v1/variants/${variantId}/stock`
  const change = (delta: number, own: object = {}) =>
    app.inject({ method: 'PATCH', url, headers: { ...headers, ...own }, payload: { delta, reason: 'count' } })
  assert.deepEqual((await change(2)).json(), { variantId, onHand: 7, reserved: 3 })
  assert.deepEqual((await change(2)).json(), { variantId, onHand: 7, reserved: 3 })
  const low = await change(-5, { 'idempotency-key': id() })
  assert.equal(low.statusCode, 409)
  assert.equal(slugOf(low), 'stock-too-low')
  const { variantId: uniqueId } = await unique()
  const reply = await app.inject({
    method: 'PATCH',
    url: `/api/v1/variants/${uniqueId}/stock`,
    headers: { ...shop.manager, 'idempotency-key': id() },
    payload: { delta: 1, reason: 'count' }
  })
  assert.equal(slugOf(reply), 'stock-of-pieces')
  assert.deepEqual(await stockFaults(shop), [])
})

type Step = { order: number; kind: 'reserve' | 'commit' | 'release' | 'pass' | 'sweep'; lines: number[] }

test('Whatever is reserved, committed, released and expired in whatever order and at once, stock is conserved (I1, I2)', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    order: fc.integer({ min: 0, max: 4 }),
    kind: fc.constantFrom('reserve', 'reserve', 'commit', 'release', 'pass', 'sweep'),
    lines: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 })
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      async (steps, atOnce) => {
        const { variantId, pieceIds } = await unique(2)
        const stock = [
          { variantId: await counted(3), pieceId: null },
          { variantId: await counted(1), pieceId: null },
          ...pieceIds.map((pieceId) => ({ variantId, pieceId }))
        ]
        const orderIds = Array.from({ length: 5 }, id)
        const act = async ({ order: index, kind, lines }: Step) => {
          const orderId = orderIds[index]!
          if (kind === 'reserve')
            return reserve(
              orderId,
              lines.map((line) => ({ ...stock[line]!, quantity: 1 }))
            )
          if (kind === 'commit') return commit(orderId)
          if (kind === 'release') return release(orderId)
          if (kind === 'pass') return void (await pass(orderId))
          return expireReservations({ db })
        }
        for (let at = 0; at < steps.length; at += atOnce) {
          const replies = await Promise.all(steps.slice(at, at + atOnce).map(act))
          for (const reply of replies) assert.ok(!reply || [200, 404, 409].includes(reply.statusCode), reply?.body)
          assert.deepEqual(await stockFaults(shop), [])
        }
        for (const orderId of orderIds) await pass(orderId)
        await expireReservations({ db })
        const { rows } =
          await sql`select from variants where "reserved" <> 0 and "id" = any(${stock.map((one) => one.variantId)})`.execute(
            db
          )
        assert.equal(rows.length, 0)
        assert.deepEqual(await stockFaults(shop), [])
      }
    ),
    { numRuns: 25 }
  )
})
