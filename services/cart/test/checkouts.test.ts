import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { giveBackExpired } from '../src/controllers/checkouts.ts'
import { delhi, gone, insist, mumbai, once, openShop, scarce, slug, toldOrder, variant, type Headers } from './shop.ts'

const { db, pool, app, quick, deps, known, guestCart, newCart, add, addSurely, view, send, filled, freeze, tell } =
  await openShop()

const manager = await staff('promotions:write')
let made = 0
const promote = async (content: object) => {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/promotions',
    headers: { ...manager, ...once() },
    payload: { name: 'An offer', kind: 'percent', target: 'order', permyriad: 1000, code: `CODE-${++made}`, ...content }
  })
  assert.equal(reply.statusCode, 201, reply.body)
  return reply.json()
}
/** Puts codes on a cart without their limits of tries. */
const withCodes = (cartId: string, ...promotions: { code: string }[]) =>
  sql`update carts set "coupons" = ${promotions.map(({ code }) => code.toLowerCase())}::text[], "version" = "version" + 1
    where "id" = ${cartId}`.execute(db)
const id = () => crypto.randomUUID() as string
const redeemed = async (promotionId: string) => {
  const { rows } = await sql<{ redeemed: number; rows: number; used: number }>`
    select p."redeemed", (select count(*) from promotion_redemptions r where r."promotionId" = p."id" and r."status" <> 'given-back') as "rows",
      (select coalesce(max(u."used"), 0) from promotion_customers u where u."promotionId" = p."id") as "used"
    from promotions p where p."id" = ${promotionId}`.execute(db)
  return rows[0]!
}

test('PUT /internal/checkouts/{orderId} freezes the cart as it was seen; asked again it answers the same, byte for byte', async () => {
  const cart = await filled({ quantity: 2, options: { engraving: 'A & B' } }, { variantId: variant() })
  const { totalMinor, subtotalMinor, taxMinor } = await view(cart.id, cart.headers)
  const orderId = id()
  const body = { cartId: cart.id, expectedTotalMinor: totalMinor }
  const first = await freeze(orderId, cart.headers, body)
  assert.equal(first.statusCode, 200, first.body)
  const checkout = first.json()
  assert.deepEqual(
    [checkout.totalMinor, checkout.subtotalMinor, checkout.taxMinor],
    [totalMinor, subtotalMinor, taxMinor]
  )
  assert.deepEqual(
    checkout.taxes.map(({ name, permyriad }: any) => [name, permyriad]),
    [
      ['CGST', 150],
      ['SGST', 150]
    ]
  )
  assert.deepEqual(checkout.lines[0].options, { engraving: 'A & B' })
  assert.equal(checkout.shipping.code, 'in-insured')
  await addSurely(cart.id, cart.headers, { variantId: variant(), quantity: 1 })
  const again = await Promise.all(Array.from({ length: 20 }, () => freeze(orderId, cart.headers, body)))
  for (const reply of again) assert.equal(reply.body, first.body)
  assert.equal(slug(await freeze(orderId, (await filled({})).headers, { ...body })), 'not-found')
  const other = await filled({})
  const crossed = await freeze(orderId, other.headers, { cartId: other.id, expectedTotalMinor: totalMinor })
  assert.equal(slug(crossed), 'checkout-differs')
})

test('PUT /internal/checkouts/{orderId} [20 twins at once] freezes once and redeems once', async () => {
  const promotion = await promote({ maxRedemptions: 5, maxPerCustomer: 1 })
  const cart = await filled({})
  await withCodes(cart.id, promotion)
  const { totalMinor } = await view(cart.id, cart.headers)
  const orderId = id()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () =>
      insist(() => freeze(orderId, cart.headers, { cartId: cart.id, expectedTotalMinor: totalMinor }))
    )
  )
  assert.equal(new Set(replies.map(({ body }) => body)).size, 1, replies.map(({ body }) => body).join('\n'))
  assert.equal(replies[0]!.statusCode, 200)
  assert.deepEqual(await redeemed(promotion.id), { redeemed: 1, rows: 1, used: 1 })
})

test('PUT /internal/checkouts/{orderId} at another total, of an empty, ordered, foreign or unsellable cart is refused and redeems nothing', async () => {
  const promotion = await promote({})
  const cart = await filled({ quantity: 2 })
  await withCodes(cart.id, promotion)
  const { totalMinor } = await view(cart.id, cart.headers)
  const body = { cartId: cart.id, expectedTotalMinor: totalMinor }
  const changed = await freeze(id(), cart.headers, { ...body, expectedTotalMinor: totalMinor - 1 })
  assert.deepEqual([changed.statusCode, slug(changed), changed.json().totalMinor], [409, 'price-changed', totalMinor])
  assert.equal(slug(await freeze(id(), cart.headers, { ...body, currency: 'EUR' })), 'price-changed')
  assert.equal(slug(await freeze(id(), {}, body)), 'not-found')
  assert.equal((await freeze(id(), cart.headers, { ...body, discountMinor: 5 })).statusCode, 400)
  const empty = await guestCart()
  assert.equal(slug(await freeze(id(), empty.headers, { ...body, cartId: empty.id })), 'cart-empty')
  const lost = await filled({})
  for (const [variantId, problem] of [
    [gone, 'not-sold'],
    [scarce, 'out-of-stock']
  ] as const) {
    await sql`insert into cart_lines ("cartId", "variantId", "quantity", "title", "slug")
      values (${lost.id}, ${variantId}, 2, 'Sold before', 'sold-before')`.execute(db)
    const reply = await freeze(id(), lost.headers, { ...body, cartId: lost.id })
    assert.deepEqual([reply.statusCode, slug(reply), reply.json().problems[0].index], [409, problem, 1])
    await sql`delete from cart_lines where "variantId" = ${variantId}`.execute(db)
  }
  const unsent = { ...body, shippingAddress: { country: 'IN', postcode: '400020' }, shippingMethod: 'gb-insured' }
  assert.equal(slug(await freeze(id(), cart.headers, unsent)), 'cannot-ship-there')
  assert.equal((await redeemed(promotion.id)).redeemed, 0)
  await tell('order.confirmed', cart.id, { ...toldOrder(id()), cartId: cart.id, lines: [] })
  assert.equal(slug(await freeze(id(), cart.headers, body)), 'cart-not-open')
})

test('GET /carts/{cartId} names the order that is made of it, unless that was cancelled', async () => {
  const cart = await filled({})
  const { totalMinor, orderId: none } = await view(cart.id, cart.headers)
  const [first, second] = [id(), id()] as [string, string]
  const body = { cartId: cart.id, expectedTotalMinor: totalMinor }
  const named = async () => {
    const { status, orderId } = await view(cart.id, cart.headers)
    return [status, orderId]
  }
  assert.equal(none, null)
  await freeze(first, cart.headers, body)
  assert.deepEqual(await named(), ['open', first])
  await tell('order.cancelled', cart.id, { ...toldOrder(first), reason: 'by-buyer' })
  assert.deepEqual(await named(), ['open', null])
  await freeze(second, cart.headers, body)
  await tell('order.confirmed', cart.id, { ...toldOrder(second), cartId: cart.id, lines: [] })
  assert.deepEqual(await named(), ['ordered', second])
})

/** How often a race is run; `npm run races` asks for 100. */
const rounds = Number(process.env.ROUNDS ?? 20)

test(`A35 R6 PUT /internal/checkouts/{orderId} [24 carts at once with one code of 5, ${rounds} rounds] redeems it 5 times`, async () => {
  const carts = await Promise.all(Array.from({ length: 24 }, () => filled({})))
  for (let round = 0; round < rounds; round++) {
    const promotion = await promote({ maxRedemptions: 5 })
    await Promise.all(carts.map((cart) => withCodes(cart.id, promotion)))
    const replies = await Promise.all(
      carts.map((cart, i) =>
        insist(() =>
          freeze(
            id(),
            cart.headers,
            { cartId: cart.id, email: `buyer${i}@example.com`, expectedTotalMinor: 9270 },
            quick
          )
        )
      )
    )
    const done = replies.filter(({ statusCode }) => statusCode === 200)
    assert.equal(done.length, 5)
    for (const reply of replies.filter(({ statusCode }) => statusCode !== 200)) {
      assert.deepEqual([slug(reply), reply.json().reason], ['coupon-not-valid', 'used-up'])
    }
    const { redeemed: count, rows } = await redeemed(promotion.id)
    assert.deepEqual([count, rows], [5, 5])
  }
})

test(`A35 PUT /internal/checkouts/{orderId} [20 carts of one e-mail in 20 spellings, and of one account with 20 e-mails, two codes each, ${rounds} rounds] redeems once a customer`, async () => {
  const spellings = Array.from({ length: 20 }, (_, i) =>
    i % 3 === 0
      ? `a.n.n${i}@example.com`.replace(/\.n\.n\d+/, `nna+${i}`)
      : i % 3 === 1
        ? 'ANNA@example.com'
        : 'anna@EXAMPLE.com'
  )
  await sql`drop index "oneOpenCartPerCustomer"`.execute(db)
  for (const mode of ['email', 'account']) {
    const userId = id()
    const carts =
      mode === 'email'
        ? await Promise.all(Array.from({ length: 20 }, () => filled({})))
        : await customersCarts(userId, 20)
    for (let round = 0; round < rounds / 2; round++) {
      const promotion = await promote({ maxPerCustomer: 1 })
      const other = await promote({ maxPerCustomer: 1, permyriad: 500 })
      await Promise.all(
        carts.map((cart, i) => withCodes(cart.id, ...(i % 2 ? [promotion, other] : [other, promotion])))
      )
      const replies = await Promise.all(
        carts.map((cart, i) => {
          const who =
            mode === 'email' ? { userId: null, email: spellings[i] } : { userId, email: `e${i}-${round}@example.com` }
          return insist(() => freeze(id(), cart.headers, { cartId: cart.id, ...who, expectedTotalMinor: 8806 }, quick))
        })
      )
      const done = replies.filter(({ statusCode }) => statusCode === 200)
      assert.equal(done.length, 1, `${mode}: ${replies.map(({ body }) => body.slice(0, 200)).join('\n')}`)
      for (const { id: promotionId } of [promotion, other])
        assert.deepEqual(await redeemed(promotionId), { redeemed: 1, rows: 1, used: 1 })
    }
  }
  await sql`delete from carts`.execute(db)
  await sql`create unique index "oneOpenCartPerCustomer" on carts ("userId") where "status" = 'open'`.execute(db)
})

/** Several open carts of one customer, which the shop itself never makes. */
async function customersCarts(userId: string, count: number): Promise<{ id: string; headers: Headers }[]> {
  const { rows } = await sql<{ id: string }>`insert into carts ("userId", "currency")
    select ${userId}, 'INR' from generate_series(1, ${count}) returning "id"`.execute(db)
  await sql`insert into cart_lines ("cartId", "variantId", "quantity", "title", "slug")
    select "id", gen_random_uuid(), 1, 'A ring', 'a-ring' from carts where "userId" = ${userId}`.execute(db)
  return rows.map(({ id: cartId }) => ({ id: cartId, headers: {} }))
}

test('order.cancelled gives the redemption back, once, to whoever comes next; a late checkout of that order is refused', async () => {
  const promotion = await promote({ maxRedemptions: 1, maxPerCustomer: 1 })
  const cart = await filled({})
  const next = await filled({})
  for (const each of [cart, next]) await withCodes(each.id, promotion)
  const [first, second, third] = [id(), id(), id()]
  const body = (cartId: string) => ({ cartId, expectedTotalMinor: 9270 })
  assert.equal((await freeze(first, cart.headers, body(cart.id))).statusCode, 200)
  const seen = await view(next.id, next.headers)
  assert.deepEqual([seen.coupons[0].applies, seen.coupons[0].reason], [false, 'used-up'])
  assert.equal(slug(await freeze(second, next.headers, body(next.id))), 'coupon-not-valid')
  for (let time = 0; time < 3; time++) await tell('order.cancelled', first, { ...toldOrder(first), reason: 'unpaid' })
  assert.deepEqual(await redeemed(promotion.id), { redeemed: 0, rows: 0, used: 0 })
  assert.equal(slug(await freeze(first, cart.headers, body(cart.id))), 'checkout-released')
  assert.equal((await freeze(second, next.headers, body(next.id))).statusCode, 200)
  await tell('order.cancelled', third, { ...toldOrder(third), reason: 'unpaid' })
  assert.equal(slug(await freeze(third, cart.headers, body(cart.id))), 'checkout-released')
})

test('a cart redeems a code once for all orders that are made of it, and gives it back with the last of them', async () => {
  const promotion = await promote({ maxRedemptions: 1, maxPerCustomer: 1 })
  const cart = await filled({})
  await withCodes(cart.id, promotion)
  const body = { cartId: cart.id, expectedTotalMinor: 9270 }
  const orders = Array.from({ length: 20 }, id)
  const replies = await Promise.all(orders.map((orderId) => insist(() => freeze(orderId, cart.headers, body))))
  for (const reply of replies) assert.equal(reply.statusCode, 200, reply.body)
  assert.deepEqual(await redeemed(promotion.id), { redeemed: 1, rows: 1, used: 1 })
  const cancel = (orderId: string) => tell('order.cancelled', orderId, { ...toldOrder(orderId), reason: 'unpaid' })
  const told = await Promise.all(orders.slice(1).map((orderId) => insist(() => cancel(orderId))))
  for (const reply of told) assert.equal(reply.statusCode, 204, reply.body)
  assert.deepEqual(await redeemed(promotion.id), { redeemed: 1, rows: 1, used: 1 })
  await tell('order.confirmed', cart.id, { ...toldOrder(orders[0]!), cartId: cart.id, lines: [] })
  await cancel(orders[1]!)
  const { rows } = await sql<{
    status: string
  }>`select "status" from promotion_redemptions where "cartId" = ${cart.id}`.execute(db)
  assert.deepEqual(rows, [{ status: 'firm' }])
  await sql`update checkouts set "heldUntil" = now() - interval '1 minute' where "cartId" = ${cart.id}`.execute(db)
  await giveBackExpired(deps)
  assert.deepEqual(await redeemed(promotion.id), { redeemed: 1, rows: 1, used: 1 })
})

test('orders of which nothing is heard in time give back what they had redeemed, while others redeem', async () => {
  const promotion = await promote({ maxRedemptions: 10 })
  const carts = await Promise.all(Array.from({ length: 10 }, () => filled({})))
  const late = await Promise.all(Array.from({ length: 20 }, () => filled({})))
  for (const cart of [...carts, ...late]) await withCodes(cart.id, promotion)
  const buy = (cart: { id: string; headers: Headers }) =>
    insist(() => freeze(id(), cart.headers, { cartId: cart.id, expectedTotalMinor: 9270 }))
  for (const reply of await Promise.all(carts.map(buy))) assert.equal(reply.statusCode, 200)
  await sql`update checkouts set "heldUntil" = now() - interval '1 minute' where "status" = 'held'`.execute(db)
  const [replies] = await Promise.all([Promise.all(late.map(buy)), giveBackExpired(deps), giveBackExpired(deps)])
  await giveBackExpired(deps)
  const done = replies.filter(({ statusCode }) => statusCode === 200).length
  const { redeemed: count, rows } = await redeemed(promotion.id)
  assert.deepEqual([count, rows], [done, done])
  assert.ok(done <= 10)
})

test('A31 a promotion that is changed or ends between view and checkout is not redeemed at the old total', async () => {
  const promotion = await promote({})
  const cart = await filled({})
  await withCodes(cart.id, promotion)
  const { totalMinor } = await view(cart.id, cart.headers)
  const { id: promotionId, redeemed: _redeemed, version: _version, ...content } = promotion
  const put = (version: number, change: object) =>
    app.inject({
      method: 'PUT',
      url: `/api/v1/promotions/${promotionId}`,
      headers: { ...manager, 'if-match': `"${version}"` },
      payload: { ...content, ...change }
    })
  assert.equal((await put(1, { permyriad: 500 })).statusCode, 200)
  assert.equal(slug(await put(1, {})), 'version-stale')
  const body = { cartId: cart.id, expectedTotalMinor: totalMinor }
  const changed = await freeze(id(), cart.headers, body)
  assert.deepEqual([slug(changed), changed.json().totalMinor], ['price-changed', 9786])
  assert.equal((await put(2, { active: false })).statusCode, 200)
  const ended = await freeze(id(), cart.headers, body)
  assert.deepEqual([slug(ended), ended.json().reason, ended.json().totalMinor], ['coupon-not-valid', 'ended', 10_300])
  assert.equal((await freeze(id(), cart.headers, { ...body, expectedTotalMinor: 10_300 })).statusCode, 200)
})

test('promotions without a code apply by themselves, and when they are used up the total changes', async () => {
  const cart = await filled({})
  const other = await filled({})
  const promotion = await promote({
    code: null,
    name: 'Opening',
    permyriad: 2500,
    target: 'component',
    component: 'making',
    maxRedemptions: 1
  })
  const seen = await view(cart.id, cart.headers)
  assert.deepEqual(
    seen.promotions.map(({ name, amountMinor, why }: any) => [name, amountMinor, why]),
    [['Opening', 500, '25 % off making']]
  )
  assert.equal(seen.totalMinor, 9786)
  const body = { cartId: cart.id, expectedTotalMinor: 9786 }
  assert.equal((await freeze(id(), cart.headers, body)).statusCode, 200)
  const late = await freeze(id(), other.headers, { ...body, cartId: other.id })
  assert.deepEqual([slug(late), late.json().totalMinor], ['price-changed', 10_300])
  assert.equal((await view(other.id, other.headers)).totalMinor, 10_300)
  assert.equal((await redeemed(promotion.id)).redeemed, 1)
})

test('PUT /internal/checkouts/{orderId} to another state is taxed as there, to other countries as there, and exports not at all', async () => {
  const variantId = variant()
  known.set(variantId, { components: [{ name: 'metal', minor: 11_105_580 }] })
  const cart = await filled({ variantId })
  const buy = (shippingAddress: object, expectedTotalMinor: number) =>
    freeze(id(), cart.headers, { cartId: cart.id, expectedTotalMinor, shippingAddress })
  const within = (await buy(mumbai, 11_438_748)).json()
  assert.deepEqual(
    within.taxes.map(({ name, minor }: any) => [name, minor]),
    [
      ['CGST', 166_584],
      ['SGST', 166_584]
    ]
  )
  const across = (await buy(delhi, 11_438_747)).json()
  assert.deepEqual([across.taxProfile, across.taxes[0].name, across.taxes[0].minor], ['in-gst', 'IGST', 333_167])
  const abroad = { line1: '1 Street', city: 'X', postcode: '12345' }
  const placed = async (country: string, region?: string) => {
    const refused = (await buy({ ...abroad, country, ...(region ? { region } : {}) }, 0)).json()
    return (await buy({ ...abroad, country, ...(region ? { region } : {}) }, refused.totalMinor)).json()
  }
  const britain = await placed('GB')
  assert.deepEqual([britain.taxProfile, britain.taxes[0].permyriad, britain.shippingMinor > 0], ['gb-vat', 2000, true])
  const jersey = await placed('US', 'New Jersey')
  assert.deepEqual([jersey.taxProfile, jersey.taxes[0].permyriad], ['us-nj', 662.5])
  assert.deepEqual([(await placed('US', 'OR')).taxMinor, (await placed('AE')).taxProfile], [0, 'export'])
  for (const checkout of [within, across, britain, jersey]) {
    const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor, lines, shipping } = checkout
    assert.equal(totalMinor, subtotalMinor - discountMinor + shippingMinor + taxMinor)
    assert.equal(totalMinor, lines[0].totalMinor + shipping.totalMinor)
  }
})

test('a guest’s cart costs six statements from making it to the frozen checkout', async () => {
  const promotion = await promote({})
  await filled({})
  for (const code of [false, true]) {
    let cart = { id: '', headers: {} as Headers }
    const statements = await statementsDuring(pool, async () => {
      const { id: cartId, token } = await newCart()
      cart = { id: cartId, headers: { 'cart-token': token } }
      await add(cartId, cart.headers, { variantId: variant(), quantity: 1 })
      if (code) await withCodes(cartId, promotion)
      await view(cartId, cart.headers)
      const body = { cartId, expectedTotalMinor: code ? 9270 : 10_300 }
      assert.equal((await freeze(id(), cart.headers, body)).statusCode, 200)
    })
    assert.equal(statements.length, code ? 7 : 6, statements.map((text) => text.slice(0, 80)).join('\n'))
  }
})

test('user.changed tells the groups that promotions are for, in any order', async () => {
  const userId = id()
  const user = await signedIn(userId)
  const promotion = await promote({ code: null, permyriad: 5000, conditions: { groups: ['vip'] } })
  const { id: cartId } = await newCart(user)
  await addSurely(cartId, user, { variantId: variant(), quantity: 1 })
  const off = async () => (await view(cartId, user)).discountMinor
  assert.equal(await off(), 0)
  const told = { userId, name: 'A', locale: 'en', groups: ['vip'] }
  await tell('user.changed', userId, told, 5)
  assert.equal(await off(), 5000)
  await tell('user.changed', userId, { ...told, groups: [] }, 4)
  assert.equal(await off(), 5000)
  await tell('user.changed', userId, { ...told, groups: ['trade'] }, 6)
  assert.equal(await off(), 0)
  await send(
    'PUT',
    `/api/v1/promotions/${promotion.id}`,
    { ...manager, 'if-match': '1' },
    {
      name: 'An offer',
      kind: 'percent',
      target: 'order',
      permyriad: 1,
      active: false
    }
  )
})
