import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { signedIn } from '@lumora/kit/testing'
import { sql } from 'kysely'
import type { Certificate } from '../src/schemas/designs.ts'
import { newDesign, newVariant, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, pool } = shop
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const url = (slug: string) => `/api/v1/designs/${slug}`
const change = (slug: string, payload: object, version?: number | string, who: object = shop.manager) =>
  shop.call('PATCH', url(slug), { ...who, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }, payload)
const made = async (own: Parameters<typeof newDesign>[0] = {}) => {
  const design = newDesign(own)
  const reply = await shop.post('/designs', design)
  assert.equal(reply.statusCode, 201, reply.body)
  return reply.json()
}
const listed = async (query: string, who: object = {}) =>
  (await shop.call('GET', `/api/v1/designs?${query}`, who)).json().items.map(({ slug }: { slug: string }) => slug)

test('A draft is seen by staff only, is listed and sold once published, and no longer when archived', async () => {
  const design = await made({ status: 'draft', categories: ['life'] })
  const variantId = design.variants[0].id
  const lines = [{ variantId, quantity: 1 }]
  const sold = async () => (await shop.quote(lines)).problems.length === 0
  const reserved = async () => (await shop.reserve(crypto.randomUUID(), lines)).statusCode === 200
  const seen = async () => (await app.inject(url(design.slug))).statusCode === 200
  const all = async () => [(await listed('category=life')).length === 1, await seen(), await sold(), await reserved()]
  assert.deepEqual(await all(), [false, false, false, false])
  assert.equal((await shop.call('GET', url(design.slug), shop.manager)).json().status, 'draft')
  assert.deepEqual(await listed('category=life&status=draft', shop.manager), [design.slug])
  assert.equal((await app.inject('/api/v1/designs?status=draft')).statusCode, 403)
  const published = await change(design.slug, { status: 'published' }, design.version)
  assert.equal(published.json().status, 'published')
  assert.deepEqual(await all(), [true, true, true, true])
  await change(design.slug, { status: 'archived' }, published.json().version)
  assert.deepEqual(await all(), [false, false, false, false])
  await shop.importDesigns(newDesign({ slug: design.slug, categories: ['life'] }))
  assert.deepEqual(await seen(), false)
  assert.deepEqual(await stockFaults(shop), [])
})

test('PATCH /designs/{slug} changes only what is sent, in lists and details, and notes who changed what', async () => {
  const design = await made({ categories: ['before'], attributes: { style: 'old' }, imageUrl: '/a.webp' })
  const reply = await change(design.slug, { title: 'Ocean ring', categories: ['after', 'after'] }, design.version)
  assert.equal(reply.statusCode, 200, reply.body)
  assert.equal(reply.headers.etag, '"2"')
  assert.deepEqual(reply.json(), { ...design, title: 'Ocean ring', categories: ['after'], version: 2 })
  assert.deepEqual(await listed('category=before'), [])
  assert.deepEqual(await listed('category=after'), [design.slug])
  assert.deepEqual(await listed('q=ocean'), [design.slug])
  await change(design.slug, { attributes: {}, imageUrl: null }, 2)
  const history = (await shop.call('GET', `${url(design.slug)}/history?limit=2`, shop.manager)).json()
  assert.deepEqual(
    history.items.map(({ kind, version, changes }: any) => [kind, version, changes]),
    [
      ['changed', 3, { attributes: { from: { style: 'old' }, to: {} }, imageUrl: { from: '/a.webp', to: null } }],
      ['changed', 2, { title: { from: 'A ring', to: 'Ocean ring' }, categories: { from: ['before'], to: ['after'] } }]
    ]
  )
  const older = (await shop.call('GET', `${url(design.slug)}/history?after=${history.next}`, shop.manager)).json()
  assert.deepEqual(
    older.items.map(({ kind }: any) => kind),
    ['added']
  )
  assert.equal((await change(design.slug, {}, 3)).statusCode, 400)
  assert.equal((await change(design.slug, { slug: 'x' }, 3)).statusCode, 400)
  assert.equal((await change(design.slug, { title: 'x' })).statusCode, 428)
  assert.equal((await change('nothing-here', { title: 'x' }, 1)).statusCode, 404)
  assert.equal((await change(design.slug, { title: 'x' }, 3, await signedIn(crypto.randomUUID()))).statusCode, 403)
})

test('PATCH /designs/{slug} by 20 at once of the same version changes it once', async () => {
  const design = await made()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => change(design.slug, { title: `Ring ${index}` }, 1))
  )
  const won = replies.filter(({ statusCode }) => statusCode === 200)
  assert.equal(won.length, 1)
  assert.ok(replies.every((reply) => reply.statusCode === 200 || slugOf(reply) === 'version-stale'))
  assert.equal((await shop.read(design.slug)).title, won[0]!.json().title)
})

const certified = (...certificates: Certificate[]) =>
  oneOfAKind(1, { pieces: [{ serial: `CERT-${crypto.randomUUID().slice(0, 8).toUpperCase()}`, certificates }] })

test('A certificate must be one that its lab gives out, and is of one piece that the shop has', async () => {
  const bad: Certificate[] = [
    { lab: 'GIA', number: '123456' },
    { lab: 'GIA', number: '12345678901' },
    { lab: 'HRD', number: 'LG12345678' },
    { lab: 'IGI', number: '1234567', scheme: 'GIA_4C' },
    { lab: 'IGI', number: 'LG1234567', origin: 'NATURAL' },
    { lab: 'GIA', number: '1234567', scheme: 'GIA_LG_QA', origin: 'NATURAL' }
  ]
  for (const certificate of bad)
    assert.equal(
      slugOf(await shop.importDesigns(newDesign({ variants: [certified(certificate)] }))),
      'certificate-not-valid',
      certificate.number
    )
  const report: Certificate = { lab: 'IGI', number: 'LG7654321', origin: 'LAB_GROWN' }
  const design = newDesign({ variants: [certified(report, report)] })
  assert.equal((await shop.importDesigns(design)).statusCode, 200)
  const second = newDesign({ variants: [certified(report)] })
  assert.equal(slugOf(await shop.importDesigns(second)), 'certificate-taken')
  const { variants } = await shop.read(design.slug)
  const orderId = crypto.randomUUID()
  await shop.reserve(orderId, [{ variantId: variants[0].id, pieceId: variants[0].pieces[0].id, quantity: 1 }])
  assert.equal(slugOf(await shop.importDesigns(second)), 'certificate-taken')
  await shop.commit(orderId)
  assert.equal((await shop.importDesigns(second)).statusCode, 200)
})

test('POST /variants/{variantId}/pieces brings a piece into stock once a key, with its movement', async () => {
  const design = await made({ variants: [oneOfAKind(1), newVariant()] })
  const [unique, counted] = design.variants
  const piece = { serial: `NEW-${crypto.randomUUID().slice(0, 8).toUpperCase()}`, huid: 'ZZ99ZZ', certificates: [] }
  const key = { 'idempotency-key': crypto.randomUUID() }
  const add = (own: object = {}, id = unique.id) => shop.post(`/variants/${id}/pieces`, piece, own)
  const replies = await Promise.all(Array.from({ length: 10 }, () => add(key)))
  assert.ok(replies.every(({ statusCode }) => statusCode === 201 || statusCode === 409))
  assert.equal((await add(key)).statusCode, 201)
  assert.equal(slugOf(await add()), 'serial-taken')
  assert.equal(slugOf(await add({}, counted.id)), 'stock-is-counted')
  assert.equal((await add({}, crypto.randomUUID())).statusCode, 404)
  assert.equal((await shop.read(design.slug)).variants[0].available, 2)
  assert.deepEqual(await stockFaults(shop), [])
})

test('PATCH /pieces/{pieceId} changes a piece of the version that was seen, never one that is sold', async () => {
  const design = await made({ variants: [oneOfAKind(1)] })
  const { id: variantId, pieces } = design.variants[0]
  const pieceId = pieces[0].id
  const patch = (payload: object, version: number) =>
    shop.call('PATCH', `/api/v1/pieces/${pieceId}`, { ...shop.manager, 'if-match': `"${version}"` }, payload)
  const certificates = [{ lab: 'GIA', number: '5551234567' }]
  assert.deepEqual((await patch({ huid: 'QQ11QQ', certificates }, 1)).json().certificates, certificates)
  assert.equal(slugOf(await patch({ huid: null }, 1)), 'version-stale')
  assert.equal(slugOf(await patch({ certificates: [{ lab: 'GIA', number: '123456' }] }, 2)), 'certificate-not-valid')
  assert.equal((await patch({ huid: null }, 2)).json().huid, null)
  const orderId = crypto.randomUUID()
  await shop.reserve(orderId, [{ variantId, pieceId, quantity: 1 }])
  await shop.commit(orderId)
  assert.equal(slugOf(await patch({ huid: 'AA11AA' }, 3)), 'piece-not-free')
})

test('POST /pieces/{pieceId}/take-out raced with buyers: the piece is either out or theirs, and stock adds up', async () => {
  const design = await made({ variants: [oneOfAKind(20)] })
  const { id: variantId, pieces } = design.variants[0]
  const move = (id: string, to: string) =>
    shop.call('POST', `/api/v1/pieces/${id}/${to}`, shop.manager, { reason: 'to be polished' })
  const outcomes = await Promise.all(
    pieces.flatMap(({ id }: { id: string }, index: number) => {
      const take = () => move(id, 'take-out')
      const buy = () => shop.reserve(crypto.randomUUID(), [{ variantId, pieceId: id, quantity: 1 }])
      return [Promise.all(index % 2 ? [take(), buy()] : [buy(), take()])]
    }) as Promise<{ statusCode: number; body: string }[]>[]
  )
  for (const both of outcomes)
    assert.deepEqual(new Set(both.map(({ statusCode }) => statusCode)), new Set([200, 409]), both[0]!.body)
  assert.deepEqual(await stockFaults(shop), [])
  const { rows } = await sql<{
    id: string
  }>`select "id" from pieces where "variantId" = ${variantId} and "status" = 'withdrawn'`.execute(db)
  for (const { id } of rows)
    assert.equal((await Promise.all([move(id, 'put-back'), move(id, 'put-back')]))[1].json().status, 'in-stock')
  assert.equal((await shop.read(design.slug)).variants[0].available, Math.min(10, rows.length))
  assert.deepEqual(await stockFaults(shop), [])
})

test('GET /designs/{slug}/related shows the nearest by price of the same kind, in one statement', async () => {
  const at = (netMg: number, own: object = {}) =>
    newDesign({ categories: ['near'], variants: [newVariant({ netMg, grossMg: netMg })], ...own })
  const [me, close, far, double, other] = [at(1000), at(1100), at(1900), at(3000), at(1000, { type: 'pendant' })]
  await shop.importDesigns(me, close, far, double, other, at(1050, { status: 'draft' }))
  const related = async (slug: string) => app.inject(`${url(slug)}/related`)
  const statements = await statementsDuring(pool, async () => {
    const { items } = (await related(me.slug)).json()
    assert.deepEqual(
      items.map(({ slug }: { slug: string }) => slug),
      [close.slug, far.slug]
    )
    assert.equal(items[0].available, true)
  })
  assert.equal(statements.length, 1)
  assert.deepEqual((await related(other.slug)).json(), { items: [] })
  assert.equal((await related('nothing-here')).statusCode, 404)
})

test('A variant with a lead time sells from stock first, then is made, with the day it is promised for; stock adds up throughout', async () => {
  const design = await made({ categories: ['made'], variants: [newVariant({ onHand: 1, leadTimeDays: 21 })] })
  const { id: variantId, promisedOn, leadTimeDays } = design.variants[0]
  const inDays = (Date.parse(promisedOn) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000
  assert.deepEqual([inDays, leadTimeDays], [21, 21])
  const lines = (quantity: number) => [{ variantId, quantity }]
  const counters = async () =>
    (await sql<object>`select "onHand", "reserved" from variants where "id" = ${variantId}`.execute(db)).rows[0]
  const orders = Array.from({ length: 20 }, () => crypto.randomUUID())
  const replies = await Promise.all(orders.map((orderId) => shop.reserve(orderId, lines(1))))
  assert.ok(replies.every(({ statusCode }) => statusCode === 200))
  assert.deepEqual(await counters(), { onHand: 1, reserved: 1 })
  assert.deepEqual(await stockFaults(shop), [])
  assert.deepEqual((await shop.quote(lines(7))).problems, [])
  const card = (await app.inject('/api/v1/designs?category=made')).json().items[0]
  assert.equal(card.available, true)
  assert.deepEqual(await listed('category=made&readyToShip=true'), [])
  await Promise.all(orders.map((orderId, index) => [shop.commit, shop.release, shop.pass][index % 3]!(orderId)))
  assert.deepEqual(await stockFaults(shop), [])
  const { expireReservations } = await import('../src/controllers/reservations.ts')
  await expireReservations({ db })
  for (const orderId of orders) await shop.commit(orderId)
  assert.deepEqual(await stockFaults(shop), [])
  assert.deepEqual(await counters(), { onHand: 0, reserved: 0 })
})
