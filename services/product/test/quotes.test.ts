import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { fromService, staff } from '@lumora/kit/testing'
import fc from 'fast-check'
import { openQuoteSeal } from '../src/controllers/seals.ts'
import { priceOf, withOptions, whole } from '../src/controllers/prices.ts'
import type { SignedQuote } from '../src/schemas/quotes.ts'
import { colleague, newDesign, newVariant, oneOfAKind, openCatalogue, quoteSecrets } from './catalogue.ts'

const shop = await openCatalogue()
const { app, quote } = shop

test('POST /quotes prices every line with its tax, in one statement for any number of lines', async () => {
  const variants = Array.from({ length: 30 }, () => newVariant())
  const design = newDesign({ title: 'Band', variants, imageUrl: '/images/band.webp' })
  await shop.importDesigns(design)
  const ids: { id: string }[] = (await shop.read(design.slug)).variants
  let answer: Awaited<ReturnType<typeof quote>>
  const statements = await statementsDuring(shop.pool, async () => {
    answer = await quote(ids.map(({ id }) => ({ variantId: id, quantity: 2 })))
  })
  assert.equal(statements.length, 1)
  assert.deepEqual(answer.problems, [])
  assert.equal(answer.lines.length, 30)
  const { priceReason, ...first } = answer.lines[0]
  assert.equal(priceReason.kind, 'formula')
  assert.ok(priceReason.rateId > 0 && Date.parse(priceReason.at) <= Date.now())
  assert.deepEqual(first, {
    variantId: ids[0]!.id,
    pieceId: null,
    quantity: 2,
    sku: variants[0]!.sku,
    title: 'Band',
    slug: design.slug,
    imageUrl: '/images/band.webp',
    oneOfAKind: false,
    available: true,
    unitMinor: 2_039_400,
    totalMinor: 4_078_800,
    taxMinor: 118_800,
    breakdown: {
      metalMinor: 1_800_000,
      wastageMinor: 0,
      makingMinor: 180_000,
      stonesMinor: 0,
      otherMinor: 0,
      discountMinor: 0,
      taxMinor: 59_400
    },
    listMinor: 1_980_000,
    components: [
      { name: 'metal', minor: 1_800_000 },
      { name: 'making', minor: 180_000 }
    ],
    taxClass: 'jewellery',
    options: {},
    article: {
      type: 'ring',
      categories: ['rings'],
      metal: 'gold',
      purity: '18K',
      fineness: 750,
      colour: 'yellow',
      size: null,
      grossMg: 2000,
      netMg: 2000,
      stones: [],
      serial: null,
      huid: null,
      certificates: [],
      leadTimeDays: null,
      promisedOn: null,
      returnable: true
    }
  })
  assert.equal(answer.totalMinor, 30 * 4_078_800)
  assert.equal(answer.taxMinor, 30 * 118_800)
  assert.equal(answer.subtotalMinor, 30 * (4_078_800 - 118_800))
})

test('POST /quotes names by index what cannot be sold, and leaves it out of lines and totals', async () => {
  const [plain, scarce, unique, retired] = [
    newVariant({ onHand: 5 }),
    newVariant({ onHand: 2 }),
    oneOfAKind(2),
    newVariant()
  ]
  const design = newDesign({ variants: [plain, scarce, unique, retired] })
  await shop.importDesigns(design)
  const { variants } = await shop.read(design.slug)
  const [plainId, scarceId, uniqueId, retiredId] = variants.map(({ id }: { id: string }) => id)
  const [piece, sold] = variants[2].pieces.map(({ id }: { id: string }) => id)
  await shop.importDesigns({ ...design, variants: [plain, scarce, unique] })
  await shop.reserve(crypto.randomUUID(), [{ variantId: uniqueId, pieceId: sold, quantity: 1 }])
  const answer = await quote([
    { variantId: plainId, quantity: 1 },
    { variantId: crypto.randomUUID(), quantity: 1 },
    { variantId: retiredId, quantity: 1 },
    { variantId: scarceId, quantity: 3 },
    { variantId: uniqueId, quantity: 1 },
    { variantId: uniqueId, pieceId: sold, quantity: 1 },
    { variantId: uniqueId, pieceId: crypto.randomUUID(), quantity: 1 },
    { variantId: uniqueId, pieceId: piece, quantity: 1 },
    { variantId: uniqueId, pieceId: piece, quantity: 1 },
    { variantId: scarceId, quantity: 1 },
    { variantId: scarceId, quantity: 1 },
    { variantId: scarceId, quantity: 1 }
  ])
  assert.deepEqual(
    answer.problems.map(({ index, slug }: { index: number; slug: string }) => [index, slug]),
    [
      [1, 'not-sold'],
      [2, 'not-sold'],
      [3, 'out-of-stock'],
      [4, 'piece-needed'],
      [5, 'out-of-stock'],
      [6, 'not-sold'],
      [8, 'out-of-stock'],
      [11, 'out-of-stock']
    ]
  )
  assert.equal(answer.lines.length, 4)
  assert.equal(answer.totalMinor, 4 * 2_039_400)
})

test('POST /quotes in another currency sells nothing, and of no lines is zero', async () => {
  const design = newDesign()
  await shop.importDesigns(design)
  const variantId = (await shop.read(design.slug)).variants[0].id
  const answer = await quote([{ variantId, quantity: 1 }], 'EUR')
  assert.deepEqual([answer.lines.length, answer.problems[0].slug, answer.totalMinor], [0, 'not-sold', 0])
  assert.equal((await quote([])).totalMinor, 0)
})

test('POST /quotes is for services with the scope only', async () => {
  const payload = { currency: 'INR', lines: [] }
  const post = async (headers: object) =>
    (await app.inject({ method: 'POST', url: '/internal/quotes', headers: { ...headers }, payload })).statusCode
  assert.equal(await post({}), 401)
  assert.equal(await post(await staff('catalogue:write')), 403)
  assert.equal(await post(await fromService('cart', 'product', 'reservations')), 403)
  assert.equal(await post(await fromService('cart', 'product', 'quotes')), 200)
})

const sign = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/quotes', payload })
const signed = async (payload: object): Promise<SignedQuote> => {
  const reply = await sign(payload)
  assert.equal(reply.statusCode, 200, reply.body)
  return reply.json()
}
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const anyDesign = async (own: object = {}) => {
  const design = newDesign({ variants: [newVariant(), oneOfAKind(2)], ...own })
  await shop.importDesigns(design)
  const { variants } = await shop.read(design.slug)
  return { design, variantId: variants[0].id as string, uniqueId: variants[1]?.id, pieces: variants[1]?.pieces }
}
const doubleGold = async () => {
  const gold = { metal: 'gold', fineness: 750, side: 'sell', minorPerGram: 1_800_000, source: 'test' }
  const { id } = (await shop.post('/metal-rates/proposals', gold)).json()
  const other = await colleague('01990000-0000-7000-8000-0000000000aa')
  await shop.call('POST', `/api/v1/metal-rates/proposals/${id}/approve`, other, { confirmLargeChange: true })
}

test('POST /quotes for a variant with options signs a price that adds up, with its rate, in one statement', async () => {
  const { variantId } = await anyDesign()
  let answer: SignedQuote | undefined
  const statements = await statementsDuring(shop.pool, async () => {
    answer = await signed({
      variantId,
      quantity: 2,
      options: { engraving: '  Für immer,  माया  ♥ ', giftWrap: true }
    })
  })
  assert.equal(statements.length, 1)
  const { components, breakdown, unitMinor, totalMinor, taxMinor, rate, options } = answer!
  assert.equal(options.engraving, 'Für immer, माया ♥')
  assert.deepEqual(components, [
    { name: 'metal', minor: 1_800_000 },
    { name: 'making', minor: 180_000 },
    { name: 'engraving', minor: 60_000 + 5 * 3_000 },
    { name: 'gift wrap', minor: 15_000 }
  ])
  const net = components.reduce((sum, { minor }) => sum + minor, 0)
  assert.equal(unitMinor, net + breakdown.taxMinor)
  assert.equal(breakdown.taxMinor, 62_100)
  assert.deepEqual([totalMinor, taxMinor], [unitMinor * 2, 124_200])
  assert.deepEqual([rate!.metal, rate!.fineness, rate!.minorPerGram], ['gold', 750, 900_000])
  assert.equal(Date.parse(answer!.expiresAt) - Date.parse(answer!.issuedAt), 900_000)
})

test('POST /internal/quotes keeps the price of a signed quote when the rate has changed, however often it is asked', async () => {
  const { variantId, uniqueId, pieces } = await anyDesign()
  const plain = await signed({ variantId, options: { engraving: 'Maya' } })
  const piece = await signed({ variantId: uniqueId, pieceId: pieces[0].id })
  await doubleGold()
  const lines = [
    { variantId, quantity: 1, options: { engraving: ' Maya' }, quoteToken: plain.token },
    { variantId: uniqueId, pieceId: pieces[0].id, quantity: 1, quoteToken: piece.token }
  ]
  const answers = await Promise.all(Array.from({ length: 20 }, () => quote(lines)))
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.deepEqual(answers[0].problems, [])
  assert.equal(answers[0].totalMinor, plain.totalMinor + piece.totalMinor)
  assert.equal(answers[0].lines[0].options.engraving, 'Maya')
  assert.equal(answers[0].lines[0].quoteId, plain.quoteId)
})

test('POST /internal/quotes prices a line anew whose token was tampered with, has expired, or is of something else', async () => {
  const { variantId, uniqueId, pieces } = await anyDesign()
  const { token } = await signed({ variantId })
  const [id, text, signature] = token.split('.') as [string, string, string]
  const cheap = Buffer.from(text, 'base64url')
    .toString()
    .replace(/"unitMinor":\d+/, '"unitMinor":1')
  const answerOf = async (line: object) => {
    const { lines, problems } = await quote([{ variantId, quantity: 1, ...line }])
    assert.deepEqual(problems, [])
    return lines[0]
  }
  const requoted = async (line: object) => (await answerOf(line)).requoted
  const now = (await answerOf({})).unitMinor
  assert.equal(await requoted({}), undefined)
  assert.equal(await requoted({ quoteToken: token }), undefined)
  assert.equal(await requoted({ quoteToken: token, quantity: 3 }), undefined)
  for (const bad of [
    `${id}.${Buffer.from(cheap).toString('base64url')}.${signature}`,
    `${id}.${text}.${signature.slice(0, -2)}`,
    `${id}.${text}.${signature}A`,
    `${id}.${text}`,
    `${id}.${text}..${signature}`,
    `ffffffff.${text}.${signature}`,
    openQuoteSeal(['x'.repeat(32)]).seal(JSON.parse(Buffer.from(text, 'base64url').toString()) as object)
  ]) {
    const answer = await answerOf({ quoteToken: bad })
    assert.deepEqual([answer.requoted, answer.unitMinor], [true, now], bad)
  }
  assert.equal(await requoted({ quoteToken: token, options: { giftWrap: true } }), true)
  assert.equal(await requoted({ quoteToken: token, variantId: uniqueId, pieceId: pieces[0].id }), true)
  const kept = JSON.parse(Buffer.from(text, 'base64url').toString()) as object
  const seal = openQuoteSeal([quoteSecrets.now])
  const past = seal.seal({ ...kept, expiresAt: new Date(Date.now() - 1).toISOString() })
  assert.equal(await requoted({ quoteToken: past }), true)
  assert.equal(await requoted({ quoteToken: openQuoteSeal([quoteSecrets.before]).seal(kept) }), undefined)
})

test('POST /internal/quotes with keep signs the price of one with its options, in the one statement, whatever quantity it is later used for', async () => {
  const { variantId, uniqueId, pieces } = await anyDesign()
  const lines = [
    { variantId, quantity: 2, options: { engraving: 'For Maya', giftWrap: true } },
    { variantId: uniqueId, pieceId: pieces[0].id, quantity: 1 }
  ]
  let first: any
  const ask = (wanted: object[]) =>
    shop.call('POST', '/internal/quotes', shop.order, { currency: 'INR', keep: true, lines: wanted })
  assert.equal((await statementsDuring(shop.pool, async () => (first = (await ask(lines)).json()))).length, 1)
  for (const line of first.lines) {
    assert.equal(
      line.components.reduce((sum: number, { minor }: { minor: number }) => sum + minor, 0),
      line.listMinor
    )
    assert.equal(line.listMinor + line.breakdown.taxMinor, line.unitMinor)
    assert.ok(Date.parse(line.quoteExpiresAt) > Date.now() + 890_000)
  }
  assert.deepEqual(first.lines[0].options, { engraving: 'For Maya', giftWrap: true })
  assert.deepEqual([first.lines[0].article.returnable, first.lines[1].article.returnable], [false, true])
  assert.equal(first.lines[1].article.serial, pieces[0].serial)
  await doubleGold()
  const withTokens = lines.map((line, index) => Object.assign({}, line, { quoteToken: first.lines[index].quoteToken }))
  const later = (await ask([{ ...withTokens[0], quantity: 3 }, withTokens[1]!])).json()
  assert.deepEqual(
    later.lines.map((line: any) => [line.unitMinor, line.quoteToken, line.quoteExpiresAt, line.requoted]),
    first.lines.map((line: any) => [line.unitMinor, line.quoteToken, line.quoteExpiresAt, undefined])
  )
  assert.equal(later.lines[0].totalMinor, 3 * first.lines[0].unitMinor)
  const anew = (await ask([{ ...withTokens[0], options: {} }])).json().lines[0]
  assert.deepEqual([anew.requoted, anew.components[0].minor], [true, 2 * 1_800_000])
})

test('POST /internal/quotes names options that cannot be, and says when a line would be made', async () => {
  const variants = [newVariant({ size: 'IN 14' }), newVariant({ onHand: 0, leadTimeDays: 21 })]
  const design = newDesign({ type: 'chain', variants, attributes: { returnable: false } })
  await shop.importDesigns(design)
  const [sized, made] = (await shop.read(design.slug)).variants.map(({ id }: { id: string }) => id)
  const answer = await quote([
    { variantId: sized, quantity: 1, options: { size: 'IN 15' } },
    { variantId: sized, quantity: 1, options: { size: 'IN 14', giftWrap: false } },
    { variantId: sized, quantity: 1, options: { engraving: 'A' } },
    { variantId: made, quantity: 2 }
  ])
  assert.deepEqual(
    answer.problems.map(({ index, slug }: { index: number; slug: string }) => [index, slug]),
    [
      [0, 'size-not-offered'],
      [2, 'engraving-not-possible']
    ]
  )
  assert.deepEqual(answer.lines[0].options, { size: 'IN 14' })
  assert.equal(answer.lines[0].article.promisedOn, null)
  assert.equal(answer.lines[0].article.returnable, false)
  assert.ok(Date.parse(answer.lines[1].article.promisedOn) > Date.now() + 19 * 86_400_000)
})

test('POST /quotes refuses what cannot be sold or engraved, another size, and text that is no text', async () => {
  const { variantId, uniqueId } = await anyDesign()
  assert.equal(slugOf(await sign({ variantId: uniqueId })), 'piece-needed')
  assert.equal(slugOf(await sign({ variantId: crypto.randomUUID() })), 'not-sold')
  assert.equal(slugOf(await sign({ variantId, quantity: 6 })), 'out-of-stock')
  assert.equal(slugOf(await sign({ variantId, options: { size: 'IN 14' } })), 'size-not-offered')
  for (const engraving of ['x'.repeat(21), '   ', 'a<b>', 'a\nb', '😀', '\u202eabc', `z${'\u0301'.repeat(150)}`])
    assert.equal(slugOf(await sign({ variantId, options: { engraving } })), 'engraving-not-possible', engraving)
  const chain = await anyDesign({ type: 'chain' })
  assert.deepEqual(
    [
      (await shop.read((await anyDesign()).design.slug)).engravingRoom,
      (await shop.read(chain.design.slug)).engravingRoom
    ],
    [20, null]
  )
  assert.equal(
    slugOf(await sign({ variantId: chain.variantId, options: { engraving: 'A' } })),
    'engraving-not-possible'
  )
  assert.equal((await sign({ variantId, unitMinor: 1 })).statusCode, 400)
  assert.equal((await sign({ variantId, quantity: 0 })).statusCode, 400)
})

test('A price with options is the price of the same with those as fees', () => {
  const minor = fc.integer({ min: 0, max: 50_000_000 })
  fc.assert(
    fc.property(minor, minor, minor, fc.integer({ min: 0, max: 1000 }), (rate, fee, option, off) => {
      const input = {
        grossMg: 3000,
        netMg: 2777,
        rate: whole(rate),
        stones: [],
        making: { kind: 'percent' as const, permille: 123 },
        discounts: [{ component: 'making' as const, permille: off }]
      }
      const added = withOptions(priceOf({ ...input, fees: [{ name: 'a', minor: fee }] }).breakdown, option)
      const together = priceOf({ ...input, fees: [{ name: 'a', minor: fee + option }] })
      assert.deepEqual(added, { unitMinor: together.totalMinor, breakdown: together.breakdown })
    })
  )
})
