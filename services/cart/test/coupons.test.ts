import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signedIn, staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { base, insist, once, openShop, slug, variant, type Headers } from './shop.ts'

const { db, app, quick, newCart, add, view, send, filled } = await openShop()

const manager = await staff('promotions:write')
let made = 0
const promotion = (content: object = {}) => ({
  name: 'Spring',
  kind: 'percent',
  target: 'order',
  permyriad: 1000,
  code: `SPRING-${++made}`,
  ...content
})
const promote = async (content: object = {}) => {
  const headers = { ...manager, ...once() }
  const reply = await app.inject({ method: 'POST', url: '/api/v1/promotions', headers, payload: promotion(content) })
  assert.equal(reply.statusCode, 201, reply.body)
  return reply.json()
}
/** As many tries as the test needs. */
const forgetTries = () => sql`truncate "couponTries"`.execute(db)
const tryCode = async (cart: { id: string; headers: Headers }, code: unknown) => {
  await forgetTries()
  return app.inject({
    method: 'POST',
    url: `${base}/${cart.id}/coupons`,
    headers: cart.headers,
    payload: { code } as object
  })
}
const refused = (reply: { json: () => any }) => [slug(reply), reply.json().reason]

test('POST /carts/{cartId}/coupons reduces the cart and says why; DELETE takes it off again', async () => {
  const cart = await filled({ quantity: 2 })
  const { code } = await promote({ conditions: { types: ['ring'] } })
  const reduced = (await tryCode(cart, code)).json()
  assert.deepEqual(
    [reduced.subtotalMinor, reduced.discountMinor, reduced.taxMinor, reduced.totalMinor],
    [20_000, 2000, 540, 18_540]
  )
  assert.deepEqual(reduced.promotions[0].why, '10 % off the order of ring')
  assert.deepEqual(reduced.coupons, [{ code, applies: true, reason: null, detail: null }])
  assert.equal((await tryCode(cart, code)).json().version, reduced.version)
  const without = await send('DELETE', `${base}/${cart.id}/coupons/${code.toLowerCase()}`, cart.headers)
  assert.deepEqual([without.json().totalMinor, without.json().coupons], [20_600, []])
  assert.equal((await send('DELETE', `${base}/${cart.id}/coupons/NONE-1`, cart.headers)).statusCode, 200)
})

test('A34 codes of other case and Unicode twins are the same code, which a cart takes once; look-alikes are none', async () => {
  const cart = await filled({})
  await promote({ code: 'Gold-2026' })
  for (const twin of ['GOLD-2026', 'gold-2026', ' gold-2026 ', 'ＧＯＬＤ－２０２６', 'Ⓖold-2026', 'ᴳold-2026']) {
    const reply = await tryCode(cart, twin)
    assert.deepEqual([reply.statusCode, reply.json().coupons?.length], [200, 1], twin)
  }
  assert.equal((await view(cart.id, cart.headers)).discountMinor, 1000)
  for (const other of ['G\u043eld-2026', 'Gold\u200B-2026', 'GOLD2026', 'gold–2026'])
    assert.deepEqual(refused(await tryCode(cart, other)), ['coupon-not-valid', 'not-known'], other)
  for (const code of ['', 'x'.repeat(61), 5, null, ['GOLD-2026'], { code: 'x' }])
    assert.equal((await tryCode(cart, code)).statusCode, 400)
  const headers = { ...manager, ...once() }
  const twin = await app.inject({
    method: 'POST',
    url: '/api/v1/promotions',
    headers,
    payload: promotion({ code: 'ｇold-2026' })
  })
  assert.deepEqual([twin.statusCode, slug(twin)], [409, 'code-taken'])
})

test('A34 a code that has ended, has not begun, is another customer’s or group’s, or of another currency is refused', async () => {
  const cart = await filled({})
  const past = '2020-01-01T00:00:00Z'
  const future = '2999-01-01T00:00:00Z'
  const userId = crypto.randomUUID()
  const personal = await promote({ conditions: { userId } })
  const cases = [
    [await promote({ endsAt: past }), 'ended'],
    [await promote({ active: false }), 'ended'],
    [await promote({ startsAt: future }), 'not-yet'],
    [personal, 'not-known'],
    [await promote({ conditions: { groups: ['vip'] } }), 'other-customers'],
    [await promote({ conditions: { currencies: ['EUR'] } }), 'other-currency'],
    [await promote({ kind: 'amount', permyriad: undefined, amountMinor: 5, currency: 'EUR' }), 'other-currency'],
    [{ code: 'NEVER-MADE' }, 'not-known']
  ] as const
  for (const [{ code }, reason] of cases)
    assert.deepEqual(refused(await tryCode(cart, code)), ['coupon-not-valid', reason], reason)
  assert.equal((await view(cart.id, cart.headers)).discountMinor, 0)
  const user = await signedIn(userId)
  const mine = await newCart(user)
  await add(mine.id, user, { variantId: variant(), quantity: 1 })
  assert.equal((await tryCode({ id: mine.id, headers: user }, personal.code)).json().discountMinor, 1000)
})

test('A34 a minimum that is no longer reached, lines that are gone and codes that exclude each other reduce nothing, and say so', async () => {
  const cart = await filled({ quantity: 3 })
  const minimum = await promote({ conditions: { minimumMinor: 30_000 } })
  const alone = await promote({ exclusive: true, priority: 5, permyriad: 100 })
  assert.equal((await tryCode(cart, minimum.code)).json().discountMinor, 3000)
  const both = (await tryCode(cart, alone.code)).json()
  assert.deepEqual([both.discountMinor, both.coupons.map(({ reason }: any) => reason)], [300, ['not-combinable', null]])
  await send('DELETE', `${base}/${cart.id}/coupons/${alone.code}`, cart.headers)
  const lineUrl = `${base}/${cart.id}/lines/${both.lines[0].id}`
  const fewer = (await send('PATCH', lineUrl, cart.headers, { quantity: 2 })).json()
  assert.deepEqual([fewer.discountMinor, fewer.coupons[0].reason, fewer.totalMinor], [0, 'minimum-not-reached', 20_600])
  const empty = (await send('DELETE', lineUrl, cart.headers)).json()
  assert.deepEqual([empty.totalMinor, empty.coupons[0].reason], [0, 'no-line-counts'])
})

test('A34 discounts that come to more than everything make the total zero and not less', async () => {
  const cart = await filled({})
  const codes = [
    await promote({ permyriad: 10_000 }),
    await promote({ kind: 'amount', permyriad: undefined, amountMinor: 99_999_999, currency: 'INR' }),
    await promote({ target: 'component', component: 'metal', permyriad: 10_000 })
  ]
  for (const { code } of codes) await tryCode(cart, code)
  const { totalMinor, discountMinor, subtotalMinor, taxMinor } = await view(cart.id, cart.headers)
  assert.deepEqual([totalMinor, discountMinor, subtotalMinor, taxMinor], [0, 10_000, 10_000, 0])
  for (let i = 0; i < 2; i++) await tryCode(cart, (await promote()).code)
  assert.equal(slug(await tryCode(cart, (await promote()).code)), 'too-many-coupons')
})

test('POST /carts/{cartId}/coupons takes 10 tries a minute of a cart or a customer and 30 of an address, right ones too, 40 at once', async () => {
  await forgetTries()
  const carts = await Promise.all(Array.from({ length: 5 }, () => filled({})))
  const from = (address: string, cart: { id: string; headers: Headers }) =>
    insist(() =>
      quick.inject({
        method: 'POST',
        url: `${base}/${cart.id}/coupons`,
        headers: { ...cart.headers, 'x-forwarded-for': `203.0.113.99, ${address}` },
        payload: { code: 'NONE-1' }
      })
    )
  const [first, second] = carts as [(typeof carts)[0], (typeof carts)[0]]
  const counted = async (tries: Promise<{ statusCode: number; headers: any }>[]) => {
    const replies = await Promise.all(tries)
    for (const reply of replies) if (reply.statusCode === 429) assert.ok(Number(reply.headers['retry-after']) > 0)
    return replies.filter(({ statusCode }) => statusCode === 409).length
  }
  assert.equal(await counted(Array.from({ length: 40 }, (_, i) => from(`198.51.100.${i}`, first))), 10)
  const many = carts.slice(1).flatMap((cart) => Array.from({ length: 10 }, () => from('198.51.100.200', cart)))
  assert.equal(await counted(many), 30)
  await forgetTries()
  const ipv6 = Array.from({ length: 40 }, (_, i) => from(`2001:db8:1:2::${i.toString(16)}`, carts[i % 5]!))
  assert.equal(await counted(ipv6), 30)
  await sql`update "couponTries" set "endsAt" = now() - interval '1 second'`.execute(db)
  assert.equal((await from('198.51.100.1', second)).statusCode, 409)
})

test('promotions are for staff who may write the catalogue', async () => {
  const { id } = await promote()
  const customer = await signedIn(crypto.randomUUID())
  for (const [headers, status] of [
    [{}, 401],
    [customer, 403],
    [await staff('orders:write'), 403]
  ] as const)
    for (const url of [
      '/api/v1/promotions',
      `/api/v1/promotions/${id}`,
      '/api/v1/shipping-methods',
      '/api/v1/tax-profiles'
    ])
      assert.equal((await app.inject({ url, headers })).statusCode, status)
})

test('POST /promotions that does not go together is a 422, with unknown fields or amounts out of range a 400', async () => {
  const post = (content: object) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/promotions',
      headers: { ...manager, ...once() },
      payload: promotion(content)
    })
  for (const content of [
    { permyriad: undefined },
    { kind: 'amount' },
    { kind: 'amount', permyriad: undefined, amountMinor: 5 },
    { kind: 'free-shipping' },
    { kind: 'free-shipping', permyriad: undefined },
    { target: 'shipping' },
    { target: 'component' },
    { component: 'making' },
    { currency: 'INR' },
    { code: 'a b c' },
    { code: 'G\u043eld' },
    { startsAt: '2030-01-01T00:00:00Z', endsAt: '2029-01-01T00:00:00Z' }
  ])
    assert.deepEqual(
      [slug(await post(content)), JSON.stringify(content)],
      ['promotion-not-valid', JSON.stringify(content)]
    )
  for (const content of [
    { permyriad: 10_001 },
    { permyriad: 0 },
    { permyriad: -5 },
    { permyriad: 0.5 },
    { maxRedemptions: 0 },
    { redeemed: 5 },
    { component: 'soul', target: 'component' },
    { conditions: { metal: 'gold' } },
    { conditions: { metals: [] } }
  ])
    assert.equal((await post(content)).statusCode, 400, JSON.stringify(content))
})

test('GET /promotions pages, GET and PUT of one take its version; a limit below what was redeemed is a 409', async () => {
  const ids: string[] = []
  for (let i = 0; i < 3; i++) ids.push((await promote()).id)
  const first = (await app.inject({ url: '/api/v1/promotions?limit=2', headers: manager })).json()
  const next = (await app.inject({ url: `/api/v1/promotions?limit=2&after=${first.next}`, headers: manager })).json()
  assert.deepEqual(
    [...first.items, ...next.items].slice(0, 3).map(({ id }: any) => id),
    ids.toReversed()
  )
  const url = `/api/v1/promotions/${ids[0]}`
  const read = await app.inject({ url, headers: manager })
  assert.equal(read.headers.etag, '"1"')
  const put = (headers: Headers, content: object = {}) =>
    app.inject({
      method: 'PUT',
      url,
      headers: { ...manager, ...headers },
      payload: promotion({ code: read.json().code, ...content })
    })
  assert.equal((await put({})).statusCode, 428)
  const races = await Promise.all(Array.from({ length: 20 }, (_, i) => put({ 'if-match': '"1"' }, { priority: i })))
  assert.deepEqual(
    races.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
    [200, ...Array<number>(19).fill(412)]
  )
  await sql`update promotions set "redeemed" = 5 where "id" = ${ids[0]}`.execute(db)
  assert.equal(slug(await put({ 'if-match': '"2"' }, { maxRedemptions: 4 })), 'limit-below-use')
  assert.equal((await put({ 'if-match': '"2"' }, { maxRedemptions: 5 })).json().redeemed, 5)
  const none = `/api/v1/promotions/${crypto.randomUUID()}`
  assert.equal((await app.inject({ url: none, headers: manager })).statusCode, 404)
})

test('PUT /shipping-methods and /tax-profiles make and replace; carts count by them at once', async () => {
  const cart = await filled({})
  const put = (url: string, payload: object, headers: Headers = {}) =>
    app.inject({ method: 'PUT', url: `/api/v1/${url}`, headers: { ...manager, ...headers }, payload })
  const tariffs = [{ currency: 'INR', insuredUpToMinor: null, bands: [{ upToMg: null, upToMinor: null, minor: 5000 }] }]
  const flags = { insured: true, signature: false, splits: false, transitDays: 1, position: 0, active: true }
  const method = { name: 'By hand', countries: ['IN'], regions: ['MH'], tariffs, ...flags }
  assert.equal((await put('shipping-methods/by-hand', method)).statusCode, 200)
  const sent = await view(cart.id, cart.headers)
  assert.deepEqual([sent.shipping.code, sent.shippingMinor, sent.totalMinor], ['by-hand', 5000, 15_450])
  assert.equal((await put('shipping-methods/by-hand', method)).statusCode, 428)
  assert.equal(
    (await put('shipping-methods/by-hand', { ...method, tariffs: [...tariffs, ...tariffs] }, { 'if-match': '1' }))
      .statusCode,
    422
  )
  const off = await put('shipping-methods/by-hand', { ...method, active: false }, { 'if-match': '"1"' })
  assert.equal(off.headers.etag, '"2"')
  assert.equal((await put('shipping-methods/by-hand', method, { 'if-match': '"1"' })).statusCode, 412)
  assert.equal((await view(cart.id, cart.headers)).shipping.code, 'in-insured')
  const { items } = (await app.inject({ url: '/api/v1/tax-profiles', headers: manager })).json()
  const { code: _code, version: _version, ...gst } = items.find(({ code }: any) => code === 'in-gst')
  const today = new Date().toISOString().slice(0, 10)
  const five = [{ name: 'GST', permyriad: 500 }]
  const profile = { ...gst, validFrom: today, rates: { default: five } }
  assert.equal((await put('tax-profiles/in-gst-next', { ...profile, validFrom: '2999-01-01' })).statusCode, 200)
  assert.equal((await view(cart.id, cart.headers)).taxMinor, 300)
  assert.equal((await put('tax-profiles/in-gst-next', profile, { 'if-match': '1' })).statusCode, 200)
  assert.equal((await view(cart.id, cart.headers)).taxMinor, 500)
  const coins = { ...profile, rates: { default: five, jewellery: [{ name: 'GST', permyriad: 25.25 }] } }
  assert.equal((await put('tax-profiles/in-gst-next', coins, { 'if-match': '2' })).statusCode, 200)
  assert.equal((await view(cart.id, cart.headers)).taxMinor, 25)
  assert.equal(
    slug(await put('tax-profiles/in-gst-next', { ...profile, validTo: '2001-01-01' }, { 'if-match': '3' })),
    'dates-not-valid'
  )
  for (const bad of [
    { rates: {} },
    { rates: { default: [{ name: 'x', permyriad: -1 }] } },
    { country: 'in' },
    { prices: 'both' }
  ])
    assert.equal((await put('tax-profiles/in-gst-next', { ...profile, ...bad }, { 'if-match': '3' })).statusCode, 400)
})
