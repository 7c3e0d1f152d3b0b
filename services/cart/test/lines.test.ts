import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signedIn } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { tellAbandoned } from '../src/controllers/carts.ts'
import { base, insist, openShop, quoteRoute, scarce, slug, variant, type Headers } from './shop.ts'

const { db, app, quick, deps, known, product, quote, newCart, guestCart, add, addSurely, view, send, filled } =
  await openShop()

const price = (variantId: string, minor: number) => known.set(variantId, { components: [{ name: 'metal', minor }] })
const expire = (cartId: string) =>
  sql`update cart_lines set "quoteExpiresAt" = now() - interval '1 minute' where "cartId" = ${cartId}`.execute(db)
const sums = ({ lines, totalMinor }: any) => [totalMinor, ...lines.map((line: any) => [line.quantity, line.totalMinor])]

test('POST /carts/{cartId}/lines with options and a gift note prices and keeps them; other options are another line', async () => {
  const { id, headers } = await guestCart()
  const variantId = variant()
  const options = { engraving: '  Für  immer ', engravingFont: 'italic', giftWrap: true }
  const cart = (await add(id, headers, { variantId, quantity: 1, options, giftNote: 'For you' })).json()
  const [line] = cart.lines
  assert.deepEqual(line.options, { engraving: 'Für immer', engravingFont: 'italic', giftWrap: true })
  assert.deepEqual([line.engraving, line.giftNote, line.listMinor], ['Für immer', 'For you', 10_750])
  const twin = {
    variantId,
    quantity: 2,
    giftNote: 'For you',
    engraving: 'Fu\u0308r immer',
    options: { engravingFont: 'italic', giftWrap: true }
  }
  assert.deepEqual((await add(id, headers, twin)).json().lines.length, 1)
  for (const other of [{ giftNote: null }, { options: { giftWrap: false } }, { engraving: 'für immer' }])
    await add(id, headers, { ...twin, quantity: 1, ...other })
  const seen = await view(id, headers)
  assert.deepEqual(
    seen.lines.map((each: any) => [each.quantity, each.listMinor / each.quantity]),
    [
      [3, 10_750],
      [1, 10_750],
      [1, 10_600],
      [1, 10_750]
    ]
  )
  assert.equal(
    slug(await add(id, headers, { variantId, quantity: 1, options: { engraving: '☃' } })),
    'engraving-not-possible'
  )
  assert.equal(
    slug(await add(id, headers, { variantId, quantity: 1, options: { engraving: '  ' } })),
    'engraving-not-possible'
  )
})

test('gift notes of 301 characters, control characters and turned text are a 400, as are unknown options', async () => {
  const { id, headers } = await guestCart()
  const variantId = variant()
  const line = { variantId, quantity: 1 }
  for (const giftNote of ['x'.repeat(301), '', 'a\u0007b', 'a\nb', 'a\u202Eb', 'a\u0000b', 5, {}])
    assert.equal((await add(id, headers, { ...line, giftNote })).statusCode, 400, JSON.stringify(giftNote))
  for (const options of [{ colour: 'red' }, { size: '' }, { engraving: 'x'.repeat(201) }, { giftWrap: 'yes' }, [], 'x'])
    assert.equal((await add(id, headers, { ...line, options })).statusCode, 400, JSON.stringify(options))
  assert.equal((await add(id, headers, { ...line, giftNote: '💍'.repeat(300) })).statusCode, 201)
  assert.equal((await view(id, headers)).lines.length, 1)
})

test('A30 prices, discounts, tax, shipping or totals in any body are a 400 and change nothing', async () => {
  const { id, headers } = await filled({})
  const before = await view(id, headers)
  const url = `${base}/${id}`
  const lineUrl = `${url}/lines/${before.lines[0].id}`
  const bodies = [
    ['PATCH', lineUrl, { quantity: 1 }],
    ['PUT', `${lineUrl}/saved`, { saved: false }],
    ['PUT', `${url}/destination`, { country: 'IN' }],
    ['PUT', `${url}/shipping-method`, { code: 'in-insured' }],
    ['POST', `${url}/coupons`, { code: 'NONE-1' }]
  ] as const
  for (const [method, at, body] of bodies)
    for (const field of [
      'unitMinor',
      'listMinor',
      'discountMinor',
      'taxMinor',
      'shippingMinor',
      'totalMinor',
      'currency',
      'quoteToken',
      'userId'
    ]) {
      const reply = await send(method, at, headers, { ...body, [field]: 1 })
      assert.equal(reply.statusCode, 400, `${method} ${at} ${field}`)
    }
  for (const field of ['unitMinor', 'quoteToken', 'keptMinor'])
    assert.equal((await add(id, headers, { variantId: variant(), quantity: 1, [field]: 1 })).statusCode, 400)
  assert.deepEqual(await view(id, headers), before)
})

test('A32 quantities in every spelling are a 400 when adding and when changing, and repeated decrements stop above zero', async () => {
  const { id, headers } = await filled({ quantity: 2 })
  const before = await view(id, headers)
  const lineUrl = `${base}/${id}/lines/${before.lines[0].id}`
  const raw = (method: 'POST' | 'PATCH', url: string, text: string) =>
    app.inject({
      method,
      url,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      payload: text
    })
  const spellings = [
    '-1',
    '0',
    '-0',
    '0.1',
    '1e309',
    '-1e309',
    '"1e3"',
    '1e3',
    '2147483648',
    '9007199254740993',
    'NaN',
    'Infinity'
  ]
  for (const text of [
    ...spellings,
    '[]',
    '[1]',
    '" 5"',
    '"5"',
    'null',
    'true',
    '{}',
    '0x5',
    '1, "quantity": 21',
    '5.5',
    '21'
  ])
    for (const [method, url, body] of [
      ['POST', `${base}/${id}/lines`, `{"variantId": "${variant()}", "quantity": ${text}}`],
      ['PATCH', lineUrl, `{"quantity": ${text}}`]
    ] as const)
      assert.equal((await raw(method, url, body)).statusCode, 400, `${method} ${text}`)
  assert.deepEqual(await view(id, headers), before)
  assert.equal((await send('PATCH', lineUrl, headers, { quantity: 1 })).statusCode, 200)
  for (let time = 0; time < 3; time++)
    assert.equal((await send('PATCH', lineUrl, headers, { quantity: 0 })).statusCode, 400)
  assert.equal((await view(id, headers)).lines[0].quantity, 1)
})

test('A36 A37 POST /carts/{cartId}/lines 50 times at once with one key adds once; with the key of another request it is a 422, without one a 400', async () => {
  const { id, headers } = await guestCart()
  const line = { variantId: variant(), quantity: 1 }
  const key = { 'idempotency-key': crypto.randomUUID() }
  const url = `${base}/${id}/lines`
  const post = (payload: object, more: Headers) =>
    quick.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload })
  const replies = await Promise.all(Array.from({ length: 50 }, () => insist(() => post(line, key))))
  const made = replies.filter(({ statusCode }) => statusCode === 201)
  assert.ok(made.length > 0)
  for (const reply of replies) assert.ok(reply.statusCode === 201 || slug(reply) === 'request-in-flight', reply.body)
  assert.equal(new Set([...made, await post(line, key)].map(({ body }) => body)).size, 1)
  assert.deepEqual(sums(await view(id, headers)), [10_300, [1, 10_300]])
  assert.equal(slug(await post({ ...line, quantity: 2 }, key)), 'idempotency-key-reused')
  for (const bad of [{}, { 'idempotency-key': 'short' }, { 'idempotency-key': 'x'.repeat(256) }])
    assert.equal((await post(line, bad as Headers)).statusCode, 400)
  const other = await guestCart()
  const theirs = await quick.inject({
    method: 'POST',
    url: `${base}/${other.id}/lines`,
    headers: { ...other.headers, ...key },
    payload: line
  })
  assert.deepEqual([theirs.statusCode, theirs.json().id], [201, other.id])
})

test('a price is kept for 15 minutes; after that a new one is a problem of the line until it is accepted', async () => {
  const { id, headers } = await guestCart()
  const [ring, chain] = [variant(), variant()]
  price(ring, 10_000)
  price(chain, 20_000)
  await add(id, headers, { variantId: ring, quantity: 2 })
  const first = (await add(id, headers, { variantId: chain, quantity: 1 })).json()
  assert.ok(Date.parse(first.lines[0].priceKeptUntil) > Date.now() + 800_000)
  price(ring, 12_000)
  assert.deepEqual(await view(id, headers), first)
  assert.deepEqual(sums((await add(id, headers, { variantId: ring, quantity: 1 })).json()), [
    51_500,
    [3, 30_900],
    [1, 20_600]
  ])
  await expire(id)
  for (let time = 0; time < 2; time++) {
    const cart = await view(id, headers)
    assert.deepEqual(sums(cart), [57_680, [3, 37_080], [1, 20_600]])
    const { slug: problem, formerMinor, nowMinor } = cart.lines[0].problem
    assert.deepEqual(
      [problem, formerMinor, nowMinor, cart.lines[0].priceKeptUntil],
      ['price-changed', 10_300, 12_360, null]
    )
    assert.deepEqual(
      cart.problems.map((each: any) => [each.lineId, each.slug]),
      [[cart.lines[0].id, 'price-changed']]
    )
    assert.equal(cart.lines[1].problem, null)
    await add(id, headers, { variantId: chain, quantity: 1 })
    await send('PATCH', `${base}/${id}/lines/${cart.lines[1].id}`, headers, { quantity: 1 })
  }
  const accepted = (await send('POST', `${base}/${id}/prices/accept`, headers)).json()
  assert.deepEqual([accepted.lines[0].problem, accepted.problems, accepted.totalMinor], [null, [], 57_680])
  assert.ok(Date.parse(accepted.lines[0].priceKeptUntil) > Date.now())
  price(ring, 15_000)
  assert.deepEqual(await view(id, headers), accepted)
})

test('stock that vanished is told on the line, which is neither changed nor dropped, and is in no sum', async () => {
  const { id, headers } = await filled({ variantId: scarce }, { quantity: 2 })
  await sql`update cart_lines set "quantity" = 3 where "variantId" = ${scarce} and "cartId" = ${id}`.execute(db)
  const cart = await view(id, headers)
  assert.deepEqual(sums(cart), [20_600, [3, null], [2, 20_600]])
  assert.deepEqual([cart.lines[0].problem.slug, cart.problems.length], ['out-of-stock', 1])
})

test('PUT /carts/{cartId}/lines/{lineId}/saved takes a line out of the sums and back, where it joins its twin', async () => {
  const variantId = variant()
  const { id, headers } = await filled({ variantId, quantity: 15 }, {})
  const { lines } = await view(id, headers)
  const save = (lineId: string, saved: boolean) =>
    send('PUT', `${base}/${id}/lines/${lineId}/saved`, headers, { saved })
  const saved = (await save(lines[0].id, true)).json()
  assert.deepEqual([saved.lines.length, saved.savedLines.length, saved.totalMinor], [1, 1, 10_300])
  assert.deepEqual([saved.savedLines[0].unitMinor, saved.savedLines[0].totalMinor], [10_300, null])
  assert.deepEqual(await view(id, headers), saved)
  await add(id, headers, { variantId, quantity: 6 })
  assert.equal(slug(await save(lines[0].id, false)), 'too-many-of-one')
  await send('PATCH', `${base}/${id}/lines/${lines[0].id}`, headers, { quantity: 3 })
  const back = (await save(lines[0].id, false)).json()
  assert.deepEqual([back.savedLines, sums(back)], [[], [103_000, [1, 10_300], [9, 92_700]]])
  assert.deepEqual(await view(id, headers), back)
  const piece = { variantId: variant(), pieceId: crypto.randomUUID(), quantity: 1 }
  const [line] = (await add(id, headers, piece)).json().lines.slice(-1)
  await save(line.id, true)
  const again = (await add(id, headers, { ...piece, options: { engraving: 'A' } })).json()
  assert.deepEqual([again.savedLines, again.lines.at(-1).id, again.lines.at(-1).engraving], [[], line.id, 'A'])
})

test('PATCH of a gift note joins a line that is then the same; an empty change is a 400', async () => {
  const variantId = variant()
  const { id, headers } = await filled({ variantId, quantity: 2 }, { variantId, giftNote: 'A' } as object)
  const { lines, version } = await view(id, headers)
  const url = `${base}/${id}/lines/${lines[1].id}`
  const joined = (await send('PATCH', url, headers, { giftNote: null })).json()
  assert.deepEqual(sums(joined), [30_900, [3, 30_900]])
  assert.equal(joined.version, version + 1)
  assert.equal((await send('PATCH', url, headers, {})).statusCode, 400)
  assert.equal((await send('PATCH', url, headers, { giftNote: 'B' })).statusCode, 404)
})

test('R11 I12 PATCH of 20 lines at once, 5 rounds, loses none of them', async () => {
  const { id, headers } = await guestCart()
  for (let i = 0; i < 20; i++) await addSurely(id, headers, { variantId: variant(), quantity: 1 })
  const { lines } = await view(id, headers)
  for (let round = 2; round < 7; round++) {
    const replies = await Promise.all(
      lines.map((line: any) =>
        insist(() => {
          const url = `${base}/${id}/lines/${line.id}`
          return quick.inject({ method: 'PATCH', url, headers, payload: { quantity: round } })
        })
      )
    )
    for (const reply of replies) assert.equal(reply.statusCode, 200)
    const after = await view(id, headers)
    assert.ok(after.lines.every((line: any) => line.quantity === round))
  }
})

test('POST /carts/{cartId}/claim keeps the lower of two prices that are kept', async () => {
  const user = await signedIn(crypto.randomUUID())
  const [up, down] = [variant(), variant()]
  const mine = await newCart(user)
  price(up, 10_000)
  price(down, 20_000)
  for (const variantId of [up, down]) await add(mine.id, user, { variantId, quantity: 1 })
  price(up, 11_000)
  price(down, 19_000)
  const { id, headers } = await filled({ variantId: up }, { variantId: down })
  const claimed = await app.inject({ method: 'POST', url: `${base}/${id}/claim`, headers: { ...user, ...headers } })
  assert.deepEqual(sums(claimed.json()), [59_740, [2, 20_600], [2, 39_140]])
  assert.deepEqual(claimed.json().problems, [])
})

test('PUT /carts/{cartId}/destination changes shipping, taxes and how prices are shown', async () => {
  const { id, headers } = await filled({})
  const put = (payload: object) => send('PUT', `${base}/${id}/destination`, headers, payload)
  const home = await view(id, headers)
  assert.deepEqual(
    [home.destination.isAssumed, home.destination.region, home.shipping.code, home.shippingMinor, home.prices],
    [true, 'MH', 'in-insured', 0, 'gross']
  )
  const delhi = (await put({ country: 'IN', region: 'Delhi', postcode: '110001' })).json()
  assert.deepEqual([delhi.taxes[0].name, delhi.destination.region, delhi.totalMinor], ['IGST', 'DL', 10_300])
  const texas = (await put({ country: 'US', region: 'texas' })).json()
  assert.deepEqual([texas.prices, texas.destination.region, texas.lines[0].shownMinor], ['net', 'TX', 10_000])
  assert.equal(texas.totalMinor, 10_000 + 450_000 + part(460_000))
  const gross = (await app.inject({ url: `${base}/${id}?prices=gross`, headers })).json()
  assert.deepEqual([gross.prices, gross.lines[0].shownMinor, gross.totalMinor], ['gross', 10_625, texas.totalMinor])
  assert.equal((await app.inject({ url: `${base}/${id}?prices=both`, headers })).statusCode, 400)
  const choices = (await app.inject({ url: `${base}/${id}/shipping-methods`, headers })).json()
  assert.deepEqual(
    choices.items.map(({ code }: any) => code),
    ['us-insured']
  )
  for (const payload of [{ country: 'india' }, { country: 'IN', region: '' }, {}, { country: 'IN', tax: 0 }])
    assert.equal((await put(payload)).statusCode, 400)
})
const part = (minor: number) => (minor * 625) / 10_000

test('PUT /carts/{cartId}/shipping-method takes one that can; when it no longer can, that is told and another counts', async () => {
  const variantId = variant()
  price(variantId, 40_000_000)
  const { id, headers } = await filled({ variantId })
  const choose = (code: string) => send('PUT', `${base}/${id}/shipping-method`, headers, { code })
  const choices = (await app.inject({ url: `${base}/${id}/shipping-methods`, headers })).json().items
  assert.deepEqual(
    choices.map(({ code, listMinor, parcels }: any) => [code, listMinor, parcels]),
    [
      ['in-insured', 0, 1],
      ['in-secure', 0, 1],
      ['in-express', 75_000, 1]
    ]
  )
  assert.equal(slug(await choose('gb-insured')), 'cannot-ship-there')
  const express = (await choose('in-express')).json()
  assert.deepEqual([express.shippingMinor, express.shipping.totalMinor], [75_000, 77_250])
  const two = (await add(id, headers, { variantId, quantity: 1 })).json()
  assert.deepEqual([two.shipping.code, two.shipping.parcels, two.shippingMinor], ['in-express', 2, 150_000])
  await send('PUT', `${base}/${id}/destination`, headers, { country: 'GB' })
  const abroad = await view(id, headers)
  assert.deepEqual([abroad.shipping.code, abroad.problems[0].slug], ['gb-insured', 'shipping-method-not-possible'])
  const dear = variant()
  price(dear, 150_000_000)
  const vault = await filled({ variantId: dear })
  assert.equal((await view(vault.id, vault.headers)).shipping.code, 'in-secure')
  await send('PUT', `${base}/${vault.id}/destination`, vault.headers, { country: 'AE' })
  const stuck = await view(vault.id, vault.headers)
  assert.deepEqual([stuck.shipping, stuck.problems[0].slug], [null, 'cannot-ship-there'])
})

test('cart.abandoned is told once for each version of a customer’s cart that was left with something in it', async () => {
  const users = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const carts = await Promise.all(
    users.map(async (userId) => {
      const user = await signedIn(userId)
      return { user, id: (await newCart(user)).id as string }
    })
  )
  const [left, young, empty] = carts as [(typeof carts)[0], (typeof carts)[0], (typeof carts)[0]]
  for (const { id, user } of [left, young]) await addSurely(id, user, { variantId: variant(), quantity: 2 })
  const guest = await filled({})
  const age = (...ids: string[]) =>
    sql`update carts set "updatedAt" = now() - interval '4 hours' where "id" = any(${ids}::uuid[])`.execute(db)
  await age(left.id, empty.id, guest.id)
  const told = async () => {
    await Promise.all([tellAbandoned(deps), tellAbandoned(deps)])
    const { rows } = await sql<{ subject: string; data: any }>`
      select "subject", "data" from outbox where "topic" = 'cart.abandoned' order by "id"`.execute(db)
    return rows
  }
  for (let time = 0; time < 2; time++) {
    const rows = await told()
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      [left.id]
    )
    assert.deepEqual(rows[0]!.data.lines, [{ title: 'A ring', slug: 'a-ring', quantity: 2 }])
    assert.equal(rows[0]!.data.userId, users[0])
  }
  await addSurely(left.id, left.user, { variantId: variant(), quantity: 1 })
  await age(left.id)
  assert.equal((await told()).length, 2)
})

test('[product is down] a cart is emptied, saved for later and sent elsewhere all the same; prices cannot be accepted', async () => {
  const { id, headers } = await filled({}, {})
  const { lines } = await view(id, headers)
  product.on(quoteRoute, () => ({ status: 503 }))
  const url = `${base}/${id}`
  const hasNoPrices = (cart: any) => {
    assert.deepEqual([cart.totalMinor, cart.shippingMinor, cart.problems[0].slug], [null, null, 'prices-unavailable'])
  }
  hasNoPrices((await send('PUT', `${url}/lines/${lines[0].id}/saved`, headers, { saved: true })).json())
  hasNoPrices((await send('PUT', `${url}/destination`, headers, { country: 'GB' })).json())
  assert.equal((await send('POST', `${url}/prices/accept`, headers)).statusCode, 503)
  assert.equal((await send('GET', `${url}/shipping-methods`, headers)).statusCode, 503)
  product.on(quoteRoute, quote)
})

test('every new change of another’s cart is a 404', async () => {
  const { id, headers } = await filled({})
  const before = await view(id, headers)
  const url = `${base}/${id}`
  const lineUrl = `${url}/lines/${before.lines[0].id}`
  for (const stranger of [{}, (await guestCart()).headers, await signedIn(crypto.randomUUID())] as Headers[])
    for (const [method, at, body] of [
      ['PUT', `${lineUrl}/saved`, { saved: true }],
      ['PUT', `${url}/destination`, { country: 'GB' }],
      ['PUT', `${url}/shipping-method`, { code: 'in-express' }],
      ['POST', `${url}/coupons`, { code: 'CODE' }],
      ['DELETE', `${url}/coupons/CODE`, undefined],
      ['POST', `${url}/prices/accept`, undefined],
      ['GET', `${url}/shipping-methods`, undefined]
    ] as const)
      assert.equal((await send(method, at, stranger, body)).statusCode, 404, `${method} ${at}`)
  assert.deepEqual(await view(id, headers), before)
})
