import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { fromService, staff } from '@lumora/kit/testing'
import { newDesign, newVariant, oneOfAKind, openCatalogue } from './catalogue.ts'

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
  assert.deepEqual(answer.lines[0], {
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
