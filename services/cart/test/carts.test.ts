import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { statementsDuring } from '@lumora/kit/database'
import { fromService, signedIn } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { forgetOld } from '../src/controllers/carts.ts'
import {
  base,
  gone,
  insist,
  once,
  openShop,
  quoteRoute,
  scarce,
  slug,
  toldOrder,
  variant,
  type Asked,
  type Headers
} from './shop.ts'

const { db, pool, app, deps, product, quote, freshApp, newCart, guestCart, add, addSurely, view, tell } =
  await openShop()

test('POST /carts by a guest tells a token of 256 bits, of which only the hash is stored', async () => {
  const cart = await newCart()
  assert.equal(Buffer.from(cart.token, 'base64url').length, 32)
  assert.deepEqual([cart.status, cart.currency, cart.lines, cart.totalMinor], ['open', 'INR', [], 0])
  const { rows } = await sql<{ row: string }>`select carts::text as "row" from carts`.execute(db)
  assert.ok(rows.every(({ row }) => !row.includes(cart.token)))
  assert.equal((await view(cart.id, { 'cart-token': cart.token })).token, undefined)
})

test('POST /carts [20 twins at once] makes one cart', async () => {
  const key = once()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => app.inject({ method: 'POST', url: base, headers: key, payload: {} }))
  )
  const made = replies.filter(({ statusCode }) => statusCode === 201)
  assert.equal(new Set(made.map(({ body }) => body)).size, 1)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight')
})

const createWith = (payload: object, headers: Headers = once()) =>
  app.inject({ method: 'POST', url: base, headers, payload })

test('POST /carts with a line makes a cart that holds it, in 2 statements, as putting it there afterwards does', async () => {
  const line = { variantId: variant(), quantity: 2, engraving: 'A & B' }
  const key = once()
  let made!: Awaited<ReturnType<typeof createWith>>
  const statements = await statementsDuring(pool, async () => {
    made = await createWith({ line }, key)
  })
  assert.deepEqual([made.statusCode, statements.length], [201, 2])
  const { token, ...cart } = made.json()
  const headers = { 'cart-token': token as string }
  assert.deepEqual(await view(cart.id, headers), cart)
  const later = await guestCart()
  const afterwards = (await add(later.id, later.headers, line)).json()
  const bare = (of: { lines: object[] }) => ({
    ...of,
    id: null,
    lines: of.lines.map((each) => ({ ...each, id: null, priceKeptUntil: null }))
  })
  assert.deepEqual(bare(cart), bare(afterwards))
  assert.equal((await add(cart.id, headers, line)).json().lines[0].quantity, 4)
  assert.equal((await createWith({ line }, key)).body, made.body)
})

test('POST /carts with a line [20 twins at once] makes one cart with it', async () => {
  const key = once()
  const line = { variantId: variant(), quantity: 1 }
  const replies = await Promise.all(Array.from({ length: 20 }, () => createWith({ line }, key)))
  const made = replies.filter(({ statusCode }) => statusCode === 201)
  assert.equal(new Set(made.map(({ body }) => body)).size, 1)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight')
  const { rows } = await sql`select from cart_lines where "variantId" = ${line.variantId}`.execute(db)
  assert.equal(rows.length, 1)
})

test('POST /carts with a line [that is not sold, too many, of no kind] is refused and makes no cart', async () => {
  const count = async () => (await sql<{ n: number }>`select count(*) as "n" from carts`.execute(db)).rows[0]!.n
  const before = await count()
  const notSold = await createWith({ line: { variantId: gone, quantity: 1 } })
  assert.deepEqual([notSold.statusCode, slug(notSold)], [409, 'not-sold'])
  const impossible = await createWith({ line: { variantId: variant(), quantity: 1, engraving: '☃' } })
  assert.deepEqual([impossible.statusCode, slug(impossible)], [422, 'engraving-not-possible'])
  const one = { variantId: variant(), pieceId: crypto.randomUUID(), quantity: 2 }
  assert.equal(slug(await createWith({ line: one })), 'one-of-a-kind')
  for (const line of [
    {},
    { variantId: variant(), quantity: 0 },
    { variantId: 'x', quantity: 1 },
    { ...one, free: true }
  ])
    assert.equal((await createWith({ line })).statusCode, 400)
  assert.equal(await count(), before)
})

test('POST /carts with a line by a customer puts it into the open cart', async () => {
  const me = await signedIn(crypto.randomUUID())
  const variantId = variant()
  const create = () => createWith({ line: { variantId, quantity: 1 } }, { ...once(), ...me })
  const first = (await create()).json()
  const second = (await create()).json()
  assert.deepEqual([second.id, second.token, second.lines[0].quantity], [first.id, undefined, 2])
})

test('GET /carts/current [20 at once, no cart yet] makes one cart', async () => {
  const user = await signedIn(crypto.randomUUID())
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => app.inject({ url: `${base}/current`, headers: user }))
  )
  assert.equal(new Set(replies.map((reply) => reply.json().id)).size, 1)
  assert.equal((await newCart(user)).id, replies[0]!.json().id)
  assert.equal((await app.inject(`${base}/current`)).statusCode, 401)
})

test('GET /carts/{cartId} with a wrong token, of another customer or of none is one and the same 404', async () => {
  const { id } = await guestCart()
  const other = await guestCart()
  const theirs = await newCart(await signedIn(crypto.randomUUID()))
  const me = await signedIn(crypto.randomUUID())
  const trace = { 'x-request-id': 'the-same-request' }
  const replies = await Promise.all([
    app.inject({ url: `${base}/${id}`, headers: { ...trace, ...other.headers } }),
    app.inject({ url: `${base}/${id}`, headers: { ...trace, ...me } }),
    app.inject({ url: `${base}/${id}`, headers: trace }),
    app.inject({ url: `${base}/${theirs.id}`, headers: { ...trace, ...me } }),
    app.inject({ url: `${base}/${theirs.id}`, headers: trace }),
    app.inject({ url: `${base}/${crypto.randomUUID()}`, headers: { ...trace, ...other.headers } })
  ])
  for (const reply of replies) {
    assert.equal(reply.statusCode, 404)
    assert.equal(reply.body, replies[0].body)
  }
})

test('every change of another’s cart is a 404 and changes nothing', async () => {
  const { id, headers } = await guestCart()
  const line = (await add(id, headers, { variantId: variant(), quantity: 2 })).json().lines[0]
  const before = await view(id, headers)
  const url = `${base}/${id}/lines/${line.id}`
  for (const stranger of [{}, (await guestCart()).headers, await signedIn(crypto.randomUUID())] as Headers[]) {
    assert.equal((await add(id, stranger, { variantId: variant(), quantity: 1 })).statusCode, 404)
    const change = { method: 'PATCH' as const, url, headers: stranger, payload: { quantity: 9 } }
    assert.equal((await app.inject(change)).statusCode, 404)
    assert.equal((await app.inject({ method: 'DELETE', url, headers: stranger })).statusCode, 404)
  }
  const mine = await guestCart()
  const crossed = `${base}/${mine.id}/lines/${line.id}`
  const change = { method: 'PATCH' as const, url: crossed, headers: mine.headers, payload: { quantity: 9 } }
  assert.equal((await app.inject(change)).statusCode, 404)
  assert.equal((await app.inject({ method: 'DELETE', url: crossed, headers: mine.headers })).statusCode, 200)
  assert.deepEqual(await view(id, headers), before)
})

test('POST /carts/{cartId}/lines twice with the same article adds up in one line at product’s prices', async () => {
  const { id, headers } = await guestCart()
  const variantId = variant()
  const first = (await add(id, headers, { variantId, quantity: 2 })).json()
  const cart = (await add(id, headers, { variantId, pieceId: null, engraving: null, quantity: 3 })).json()
  assert.equal(cart.lines.length, 1)
  assert.equal(cart.lines[0].id, first.lines[0].id)
  assert.deepEqual(
    [cart.lines[0].quantity, cart.lines[0].unitMinor, cart.totalMinor, cart.subtotalMinor + cart.taxMinor],
    [5, 10_300, 51_500, 51_500]
  )
  const engraved = (await add(id, headers, { variantId, engraving: 'A & B', quantity: 1 })).json()
  assert.equal(engraved.lines.length, 2)
  assert.deepEqual(await view(id, headers), engraved)
})

test('POST /carts/{cartId}/lines sent twice with one key adds once', async () => {
  const { id, headers } = await guestCart()
  const line = { variantId: variant(), quantity: 2 }
  const key = once()
  const first = await add(id, headers, line, key)
  const again = await add(id, headers, line, key)
  assert.equal(again.body, first.body)
  assert.equal((await view(id, headers)).lines[0].quantity, 2)
})

test('POST /carts/{cartId}/lines [the process died after the commit] adds once', async () => {
  const { id, headers } = await guestCart()
  const line = { variantId: variant(), quantity: 2 }
  const key = once()
  await add(id, headers, line, key)
  await sql`update idempotency set "made" = ${id}, "body" = null, "status" = null where "key" = ${key['idempotency-key']}`.execute(
    db
  )
  assert.equal((await add(id, headers, line, key)).json().lines[0].quantity, 2)
})

test('POST /carts/{cartId}/lines [30 at once of one article] ends as one line with the sum of what was taken, at most 20', async () => {
  for (const wanted of [15, 30]) {
    const { id, headers } = await guestCart()
    const variantId = variant()
    const replies = await Promise.all(
      Array.from({ length: wanted }, () => addSurely(id, headers, { variantId, quantity: 1 }))
    )
    const taken = replies.filter(({ statusCode }) => statusCode === 201).length
    for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'too-many-of-one', reply.body)
    assert.equal(taken, Math.min(wanted, 20))
    const cart = await view(id, headers)
    assert.deepEqual([cart.lines.length, cart.lines[0].quantity, cart.version], [1, taken, taken + 1])
    const last = replies.map((reply) => reply.json()).find(({ version }) => version === taken + 1)
    assert.deepEqual(last, cart)
  }
})

test('POST /carts/{cartId}/lines [30 at once of different articles, 90 are there] stops at 100 lines', async () => {
  const { id, headers } = await guestCart()
  await sql`insert into cart_lines ("cartId", "variantId", "quantity", "title", "slug")
    select ${id}, gen_random_uuid(), 1, 'A ring', 'a-ring' from generate_series(1, 90)`.execute(db)
  const replies = await Promise.all(
    Array.from({ length: 30 }, () => addSurely(id, headers, { variantId: variant(), quantity: 1 }))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 10)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'too-many-lines', reply.body)
  const cart = await view(id, headers)
  assert.equal(cart.lines.length, 100)
  assert.equal((await add(id, headers, { variantId: cart.lines[7].variantId, quantity: 1 })).statusCode, 201)
})

for (const quantity of [-1, 0, 0.1, 21, '1e3', '5', ' 5', 2 ** 31, 2 ** 53 + 1, null, [], [1], true, {}]) {
  test(`POST /carts/{cartId}/lines with the quantity ${JSON.stringify(quantity)} is a 400 and changes nothing`, async () => {
    const { id, headers } = await guestCart()
    assert.equal((await add(id, headers, { variantId: variant(), quantity })).statusCode, 400)
    assert.deepEqual((await view(id, headers)).lines, [])
  })
}

test('POST /carts/{cartId}/lines with the quantity 1e309 or twice a quantity is a 4xx and changes nothing', async () => {
  const { id, headers } = await guestCart()
  for (const quantity of ['1e309', '1, "quantity": 1.5', '-0.0']) {
    const payload = `{"variantId": "${variant()}", "quantity": ${quantity}}`
    const reply = await app.inject({
      method: 'POST',
      url: `${base}/${id}/lines`,
      headers: { ...headers, ...once(), 'content-type': 'application/json' },
      payload
    })
    assert.equal(reply.statusCode, 400, payload)
  }
  assert.deepEqual((await view(id, headers)).lines, [])
})

test('POST /carts/{cartId}/lines with a price of one’s own is a 400 that names it', async () => {
  const { id, headers } = await guestCart()
  const reply = await add(id, headers, { variantId: variant(), quantity: 1, unitMinor: 1 })
  assert.equal(reply.statusCode, 400)
  assert.equal(reply.json().errors[0].pointer, '#/unitMinor')
})

test('POST /carts/{cartId}/lines with what is not sold or not there in that quantity is a 409', async () => {
  const { id, headers } = await guestCart()
  assert.equal(slug(await add(id, headers, { variantId: gone, quantity: 1 })), 'not-sold')
  assert.equal((await add(id, headers, { variantId: scarce, quantity: 1 })).statusCode, 201)
  assert.equal(slug(await add(id, headers, { variantId: scarce, quantity: 1 })), 'out-of-stock')
  assert.equal((await view(id, headers)).lines[0].quantity, 1)
})

test('POST /carts/{cartId}/lines [20 at once of one piece] puts it in once', async () => {
  const { id, headers } = await guestCart()
  const piece = { variantId: variant(), pieceId: crypto.randomUUID() }
  assert.equal(slug(await add(id, headers, { ...piece, quantity: 2 })), 'one-of-a-kind')
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => addSurely(id, headers, { ...piece, engraving: `${i % 2}`, quantity: 1 }))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
  for (const reply of replies) {
    const refusal = reply.statusCode === 201 ? 'one-of-a-kind' : slug(reply)
    assert.ok(['one-of-a-kind', 'too-many-of-one'].includes(refusal), reply.body)
  }
  const cart = await view(id, headers)
  assert.equal(cart.lines.length, 1)
  const url = `${base}/${id}/lines/${cart.lines[0].id}`
  assert.equal(slug(await app.inject({ method: 'PATCH', url, headers, payload: { quantity: 2 } })), 'one-of-a-kind')
})

test('PATCH and DELETE of a line change it; a line that is gone stays gone', async () => {
  const { id, headers } = await guestCart()
  const { lines } = (await add(id, headers, { variantId: variant(), quantity: 2 })).json()
  const url = `${base}/${id}/lines/${lines[0].id}`
  const changed = (await app.inject({ method: 'PATCH', url, headers, payload: { quantity: 7 } })).json()
  assert.deepEqual([changed.lines[0].quantity, changed.totalMinor], [7, 72_100])
  assert.deepEqual(changed, await view(id, headers))
  for (const quantity of [0, -1, 21, 1.5, '3'])
    assert.equal((await app.inject({ method: 'PATCH', url, headers, payload: { quantity } })).statusCode, 400)
  for (let time = 0; time < 2; time++)
    assert.deepEqual((await app.inject({ method: 'DELETE', url, headers })).json().lines, [])
  assert.equal((await app.inject({ method: 'PATCH', url, headers, payload: { quantity: 1 } })).statusCode, 404)
})

test('any walk of additions, changes and removals ends with the lines that were acknowledged', async () => {
  const articles = [variant(), variant(), scarce]
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add'), article: fc.nat(2), quantity: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ kind: fc.constant('set'), article: fc.nat(2), quantity: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ kind: fc.constant('remove'), article: fc.nat(2), quantity: fc.constant(0) })
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { id, headers } = await guestCart()
      const expected = new Map<string, number>()
      for (const { kind, article, quantity } of steps) {
        const variantId = articles[article]!
        const line = (await view(id, headers)).lines.find((each: Asked) => each.variantId === variantId)
        const url = `${base}/${id}/lines/${line?.id}`
        if (kind === 'add') {
          const reply = await add(id, headers, { variantId, quantity })
          if (reply.statusCode === 201) expected.set(variantId, (expected.get(variantId) ?? 0) + quantity)
        } else if (line && kind === 'set') {
          const reply = await app.inject({ method: 'PATCH', url, headers, payload: { quantity } })
          if (reply.statusCode === 200) expected.set(variantId, quantity)
        } else if (line) {
          await app.inject({ method: 'DELETE', url, headers })
          expected.delete(variantId)
        }
      }
      const cart = await view(id, headers)
      const found = new Map(cart.lines.map((each: Asked) => [each.variantId, each.quantity]))
      assert.deepEqual(found, new Map([...found.keys()].map((key) => [key, expected.get(key as string)])))
      assert.equal(found.size, expected.size)
      assert.equal(cart.subtotalMinor + cart.taxMinor, cart.totalMinor)
      assert.equal(
        cart.totalMinor,
        cart.lines.reduce((sum: number, each: { totalMinor: number }) => sum + each.totalMinor, 0)
      )
    }),
    { numRuns: 25 }
  )
})

test('GET /carts/{cartId} [a line is no longer sold] names it and prices the others', async () => {
  const { id, headers } = await guestCart()
  await add(id, headers, { variantId: variant(), quantity: 1 })
  await sql`insert into cart_lines ("cartId", "variantId", "quantity", "title", "slug")
    values (${id}, ${gone}, 1, 'Sold before', 'sold-before')`.execute(db)
  await add(id, headers, { variantId: variant(), quantity: 2 })
  const cart = await view(id, headers)
  assert.deepEqual(
    cart.lines.map(({ title, quantity, totalMinor }: any) => [title, quantity, totalMinor]),
    [
      ['A ring', 1, 10_300],
      ['Sold before', 1, null],
      ['A ring', 2, 20_600]
    ]
  )
  assert.equal(cart.totalMinor, 30_900)
  assert.deepEqual(cart.problems, [{ lineId: cart.lines[1].id, ...cart.lines[1].problem }])
})

test('GET /carts/{cartId} [product is down] is answered without prices; adding is a 503 that adds nothing', async () => {
  const { id, headers } = await guestCart()
  const { lines } = (await add(id, headers, { variantId: variant(), quantity: 2 })).json()
  product.on(quoteRoute, () => ({ status: 503 }))
  const { app: other } = freshApp()
  const cart = (await other.inject({ url: `${base}/${id}`, headers })).json()
  assert.deepEqual([cart.totalMinor, cart.lines[0].totalMinor, cart.lines[0].title], [null, null, 'A ring'])
  assert.equal(cart.problems[0].slug, 'prices-unavailable')
  const url = `${base}/${id}/lines`
  const payload = { variantId: variant(), quantity: 1 }
  const reply = await other.inject({ method: 'POST', url, headers: { ...headers, ...once() }, payload })
  assert.equal(reply.statusCode, 503)
  assert.ok(Number(reply.headers['retry-after']) > 0)
  const removed = await other.inject({ method: 'DELETE', url: `${url}/${lines[0].id}`, headers })
  assert.deepEqual([removed.statusCode, removed.json().lines], [200, []])
  product.on(quoteRoute, quote)
})

test('POST /carts/{cartId}/claim adds the guest’s lines to the customer’s, a second time nothing', async () => {
  const user = await signedIn(crypto.randomUUID())
  const shared = variant()
  const piece = { variantId: variant(), pieceId: crypto.randomUUID(), quantity: 1 }
  const mine = await newCart(user)
  const { id, headers } = await guestCart()
  await add(mine.id, user, { variantId: shared, quantity: 2 })
  await add(mine.id, user, piece)
  await add(id, headers, { variantId: shared, quantity: 3 })
  await add(id, headers, { ...piece, engraving: 'A' })
  await add(id, headers, { variantId: shared, engraving: 'B', quantity: 1 })
  const claim = () => app.inject({ method: 'POST', url: `${base}/${id}/claim`, headers: { ...user, ...headers } })
  for (let time = 0; time < 2; time++) {
    const cart = (await claim()).json()
    assert.equal(cart.id, mine.id)
    assert.deepEqual(
      cart.lines.map(({ quantity, engraving }: any) => [quantity, engraving]),
      [
        [5, null],
        [1, null],
        [1, 'B']
      ]
    )
  }
  assert.equal((await app.inject({ url: `${base}/${id}`, headers })).statusCode, 404)
  assert.equal((await add(id, headers, { variantId: shared, quantity: 1 })).statusCode, 404)
  const stranger = await signedIn(crypto.randomUUID())
  const theirs = { method: 'POST' as const, url: `${base}/${id}/claim`, headers: { ...stranger, ...headers } }
  assert.equal((await app.inject(theirs)).statusCode, 404)
})

/** How often a race is run; `npm run races` asks for 100. */
const rounds = Number(process.env.ROUNDS ?? 6)

test('POST /carts/{cartId}/claim [raced by 20 claims and 10 additions] loses no line and adds none twice', async () => {
  const outcomes: number[] = []
  for (let round = 0; round < rounds; round++) {
    const user = await signedIn(crypto.randomUUID())
    const { id, headers } = await guestCart()
    await add(id, headers, { variantId: variant(), quantity: 4 })
    const claim = () =>
      insist(() => app.inject({ method: 'POST', url: `${base}/${id}/claim`, headers: { ...user, ...headers } }))
    const [added, claimed] = await Promise.all([
      Promise.all(Array.from({ length: 10 }, () => addSurely(id, headers, { variantId: variant(), quantity: 1 }))),
      wait(4 * (round % 6)).then(() => Promise.all(Array.from({ length: 20 }, claim)))
    ])
    for (const reply of claimed) assert.equal(reply.statusCode, 200, reply.body)
    const acknowledged = added.filter(({ statusCode }) => statusCode === 201).length
    for (const reply of added) assert.ok([201, 404, 409].includes(reply.statusCode), reply.body)
    outcomes.push(acknowledged)
    const cart = (await app.inject({ url: `${base}/current`, headers: user })).json()
    assert.equal(cart.lines.length, 1 + acknowledged)
    assert.equal(cart.lines[0].quantity, 4)
  }
  console.log('additions before the claim:', outcomes)
})

test('POST /carts/{cartId}/claim that would make more than 100 lines is a 409, and both carts stay as they were', async () => {
  const user = await signedIn(crypto.randomUUID())
  const mine = await newCart(user)
  const { id, headers } = await guestCart()
  for (const cartId of [mine.id, id])
    await sql`insert into cart_lines ("cartId", "variantId", "quantity", "title", "slug")
      select ${cartId}, gen_random_uuid(), 1, 'A ring', 'a-ring' from generate_series(1, 60)`.execute(db)
  const reply = await app.inject({ method: 'POST', url: `${base}/${id}/claim`, headers: { ...user, ...headers } })
  assert.equal(slug(reply), 'too-many-lines')
  assert.equal((await view(id, headers)).lines.length, 60)
  assert.equal((await view(mine.id, user)).lines.length, 60)
})

test('order.confirmed, heard twice, closes the cart; the customer’s next one is new and empty', async () => {
  const user = await signedIn(crypto.randomUUID())
  const mine = await newCart(user)
  await add(mine.id, user, { variantId: variant(), quantity: 1 })
  const data = { ...toldOrder(crypto.randomUUID()), cartId: mine.id, lines: [] }
  for (let time = 0; time < 2; time++) assert.equal((await tell('order.confirmed', mine.id, data)).statusCode, 204)
  const closed = await view(mine.id, user)
  assert.deepEqual([closed.status, closed.lines.length], ['ordered', 1])
  assert.equal(slug(await add(mine.id, user, { variantId: variant(), quantity: 1 })), 'cart-not-open')
  const next = (await app.inject({ url: `${base}/current`, headers: user })).json()
  assert.notEqual(next.id, mine.id)
  assert.deepEqual(next.lines, [])
})

test('POST /carts with a line by a customer [whose cart is ordered meanwhile] puts it into the next one', async () => {
  const me = await signedIn(crypto.randomUUID())
  const mine = await newCart(me)
  const data = { ...toldOrder(crypto.randomUUID()), cartId: mine.id, lines: [] }
  product.on(quoteRoute, async (asked) => {
    product.on(quoteRoute, quote)
    assert.equal((await tell('order.confirmed', mine.id, data)).statusCode, 204)
    return quote(asked)
  })
  const made = await createWith({ line: { variantId: variant(), quantity: 1 } }, { ...once(), ...me })
  assert.equal(made.statusCode, 201, made.body)
  assert.notEqual(made.json().id, mine.id)
  assert.equal(made.json().lines.length, 1)
  assert.equal((await view(mine.id, me)).lines.length, 0)
})

test('GET /internal/carts/{cartId} tells a service the cart of its owner, in one statement', async () => {
  const userId = crypto.randomUUID()
  const user = await signedIn(userId)
  const mine = await newCart(user)
  const line = { variantId: variant(), pieceId: null, quantity: 3, engraving: 'A' }
  await add(mine.id, user, line)
  const service = await fromService('order', 'cart', 'carts')
  const url = `/internal/carts/${mine.id}`
  let reply: any
  const statements = await statementsDuring(pool, async () => {
    reply = await app.inject({ url: `${url}?userId=${userId}`, headers: service })
  })
  assert.equal(statements.length, 1)
  assert.deepEqual(reply.json(), { id: mine.id, status: 'open', currency: 'INR', version: 2, userId, lines: [line] })
  assert.equal((await app.inject({ url, headers: service })).statusCode, 404)
  const stranger = `${url}?userId=${crypto.randomUUID()}`
  assert.equal((await app.inject({ url: stranger, headers: service })).statusCode, 404)
  assert.equal((await app.inject({ url: `${url}?userId=${userId}`, headers: user })).statusCode, 403)
  const guest = await guestCart()
  const asGuest = { ...service, ...guest.headers }
  assert.equal((await app.inject({ url: `/internal/carts/${guest.id}`, headers: asGuest })).json().userId, null)
})

test('a cart costs one statement to make, two to add to, two to change and one to see, with 50 lines as with one', async () => {
  const { id, headers } = await guestCart()
  const line = { variantId: variant(), quantity: 1 }
  await add(id, headers, line)
  await sql`insert into cart_lines ("cartId", "variantId", "quantity", "title", "slug")
    select ${id}, gen_random_uuid(), 1, 'A ring', 'a-ring' from generate_series(1, 49)`.execute(db)
  const lineId = (await view(id, headers)).lines[0].id
  const counts = {
    make: await statementsDuring(pool, () => newCart()),
    view: await statementsDuring(pool, () => view(id, headers)),
    add: await statementsDuring(pool, () => add(id, headers, line)),
    change: await statementsDuring(pool, async () => {
      const url = `${base}/${id}/lines/${lineId}`
      await app.inject({ method: 'PATCH', url, headers, payload: { quantity: 3 } })
    })
  }
  assert.deepEqual(Object.fromEntries(Object.entries(counts).map(([name, texts]) => [name, texts.length])), {
    make: 1,
    view: 1,
    add: 2,
    change: 2
  })
})

test('guests’ carts untouched for 90 days are forgotten, others are kept', async () => {
  const old = await guestCart()
  const young = await guestCart()
  await add(old.id, old.headers, { variantId: variant(), quantity: 1 })
  await sql`update carts set "updatedAt" = now() - interval '91 days' where "id" = ${old.id}`.execute(db)
  await forgetOld(deps)
  assert.equal((await app.inject({ url: `${base}/${old.id}`, headers: old.headers })).statusCode, 404)
  assert.equal((await app.inject({ url: `${base}/${young.id}`, headers: young.headers })).statusCode, 200)
})
