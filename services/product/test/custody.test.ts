import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { eventually, signedIn, testJobs } from '@lumora/kit/testing'
import { sql } from 'kysely'
import sharp from 'sharp'
import type { Custody, StoredPiece } from '../src/schemas/pieces.ts'
import type { Place, StockTake } from '../src/schemas/places.ts'
import { work } from '../src/tasks.ts'
import { newDesign, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, media } = shop
await testJobs({ ...work({ db, media }), sweeps: [], pool: shop.pool, app } as Parameters<typeof testJobs>[0])
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const get = async (url: string) => (await app.inject({ url: `/api/v1${url}`, headers: shop.manager })).json()
const ifMatch = (version: number | string) => ({ ...shop.manager, 'if-match': `"${version}"` })
const patch = (piece: StoredPiece, change: object) =>
  shop.call('PATCH', `/api/v1/pieces/${piece.id}`, ifMatch(piece.version), change)

let made = 0
const addPlace = async (own: object = {}): Promise<Place> =>
  (await shop.post('/places', { name: `Place ${++made}`, kind: 'safe', ...own })).json()
/** A variant of these many pieces, and the pieces. */
async function pieces(count: number): Promise<StoredPiece[]> {
  const variant = oneOfAKind(count)
  await shop.importDesigns(newDesign({ variants: [variant] }))
  return (await get(`/pieces?variant=${await shop.variantId(variant.sku)}&limit=100`)).items
}

test('PATCH /pieces/{pieceId} says what one piece weighs; a weight that is not its own is its variant’s', async () => {
  const [piece] = (await pieces(1)) as [StoredPiece]
  assert.deepEqual([piece.grossMg, piece.netMg, piece.place, piece.holder, piece.photos], [2000, 2000, null, null, []])
  const changed: StoredPiece = (await patch(piece, { grossMg: 2110, netMg: 1990 })).json()
  assert.deepEqual([changed.grossMg, changed.netMg, changed.version], [2110, 1990, piece.version + 1])
  assert.equal(slugOf(await patch(changed, { netMg: 2111 })), 'weights-not-valid')
  assert.equal(slugOf(await patch(changed, { grossMg: 1 })), 'weights-not-valid')
  assert.equal(slugOf(await patch(piece, { netMg: 5 })), 'version-stale')
  assert.equal((await patch(changed, { grossMg: -1 })).statusCode, 400)
  assert.equal((await patch(changed, { grossMg: 1.5 })).statusCode, 400)
})

test('POST /pieces/{pieceId}/custody moves a piece and keeps who had it, which nobody can change', async () => {
  const [piece] = (await pieces(1)) as [StoredPiece]
  const [safe, workshop] = [await addPlace(), await addPlace({ kind: 'workshop' })]
  const move = (body: object) => shop.post(`/pieces/${piece.id}/custody`, body)
  assert.equal((await move({ placeId: safe.id, reason: 'Came in' })).statusCode, 201)
  const moved = await move({ placeId: workshop.id, holder: 'R. Soni', reason: 'To be set' })
  assert.deepEqual(
    [moved.json().place.name, moved.json().holder, moved.json().version],
    [workshop.name, 'R. Soni', piece.version]
  )
  const history: Custody[] = (await get(`/pieces/${piece.id}/custody`)).items
  assert.deepEqual(
    history.map(({ place, holder, reason }) => [place?.name, holder, reason]),
    [
      [workshop.name, 'R. Soni', 'To be set'],
      [safe.name, null, 'Came in']
    ]
  )
  assert.equal(slugOf(await move({ placeId: crypto.randomUUID(), reason: 'x' })), 'place-not-known')
  assert.equal(
    (await shop.post(`/pieces/${crypto.randomUUID()}/custody`, { placeId: null, reason: 'x' })).statusCode,
    404
  )
  await assert.rejects(sql`update "pieceCustody" set "holder" = 'me'`.execute(db), /append-only/)
  await assert.rejects(sql`delete from "pieceCustody"`.execute(db), /append-only/)
  const raced = await Promise.all(
    Array.from({ length: 20 }, (_, i) => move({ placeId: i % 2 ? safe.id : workshop.id, reason: `Move ${i}` }))
  )
  assert.ok(raced.every(({ statusCode }) => statusCode === 201))
  const after: Custody[] = (await get(`/pieces/${piece.id}/custody?limit=100`)).items
  assert.equal(after.length, 22)
  assert.equal(after[0]!.place!.id, ((await get(`/pieces/${piece.id}`)) as StoredPiece).place!.id)
})

test('Places are added, changed with If-Match, counted by pieces and weight, and removed when nothing ever was there', async () => {
  const place = await addPlace({ name: 'Vault', note: 'Behind the clock' })
  assert.equal(slugOf(await shop.post('/places', { name: 'Vault', kind: 'safe' })), 'name-taken')
  const [one, two] = (await pieces(2)) as [StoredPiece, StoredPiece]
  await patch(one, { grossMg: 3000, netMg: 2500 })
  for (const { id } of [one, two]) await shop.post(`/pieces/${id}/custody`, { placeId: place.id, reason: 'In' })
  let seen: Place[] = []
  const statements = await statementsDuring(shop.pool, async () => {
    seen = (await get('/places')).items
  })
  assert.equal(statements.length, 1)
  const vault = seen.find(({ id }) => id === place.id)!
  assert.deepEqual([vault.pieces, vault.grossMg, vault.netMg], [2, 5000, 4500])
  const renamed = await shop.call('PATCH', `/api/v1/places/${place.id}`, ifMatch(1), { name: 'Strong room' })
  assert.deepEqual(
    [renamed.json().name, renamed.json().note, renamed.json().version],
    ['Strong room', 'Behind the clock', 2]
  )
  assert.equal(
    slugOf(await shop.call('PATCH', `/api/v1/places/${place.id}`, ifMatch(1), { name: 'x' })),
    'version-stale'
  )
  assert.equal(
    slugOf(await shop.call('PATCH', `/api/v1/places/${place.id}`, shop.manager, { name: 'x' })),
    'version-needed'
  )
  assert.equal(slugOf(await shop.call('DELETE', `/api/v1/places/${place.id}`, ifMatch(2))), 'place-in-use')
  const empty = await addPlace()
  assert.equal((await shop.call('DELETE', `/api/v1/places/${empty.id}`, ifMatch(1))).statusCode, 204)
  assert.equal(
    (await app.inject({ url: '/api/v1/places', headers: await signedIn(crypto.randomUUID()) })).statusCode,
    403
  )
})

test('GET /pieces finds by place, status, serial and HUID, page by page, in one statement', async () => {
  const place = await addPlace()
  const all = await pieces(7)
  for (const { id } of all) await shop.post(`/pieces/${id}/custody`, { placeId: place.id, reason: 'In' })
  const found: string[] = []
  let after = ''
  do {
    let page: { items: StoredPiece[]; next: string | null } = { items: [], next: null }
    const statements = await statementsDuring(shop.pool, async () => {
      page = await get(`/pieces?place=${place.id}&status=in-stock&limit=3${after}`)
    })
    assert.equal(statements.length, 1)
    found.push(...page.items.map(({ id }) => id))
    after = page.next === null ? '' : `&after=${page.next}`
  } while (after !== '')
  assert.deepEqual(
    found,
    all.map(({ id }) => id)
  )
  await patch(all[0]!, { huid: 'AB12CD' })
  assert.equal((await get('/pieces?huid=AB12CD')).items[0].id, all[0]!.id)
  assert.equal((await get(`/pieces?serial=${all[1]!.serial}`)).items[0].id, all[1]!.id)
  assert.equal(slugOf(await patch(all[1]!, { huid: 'AB12CD' })), 'huid-taken')
})

test('A HUID and a report number belong to one live piece only, however many are changed at once; a sold one frees them', async () => {
  const all = await pieces(20)
  const certificates = [{ lab: 'GIA', number: 'LG1234567890', scheme: 'GIA_LG_QA', origin: 'LAB_GROWN' }]
  const raced = await Promise.all(all.map((piece) => patch(piece, { huid: 'ZZ99ZZ', certificates })))
  const winners = raced.filter(({ statusCode }) => statusCode === 200)
  assert.equal(winners.length, 1)
  for (const reply of raced) if (reply.statusCode !== 200) assert.match(slugOf(reply)!, /^(huid|certificate)-taken$/)
  const winner: StoredPiece = winners[0]!.json()
  const orderId = crypto.randomUUID()
  await shop.reserve(orderId, [{ variantId: winner.variantId, pieceId: winner.id, quantity: 1 }])
  await shop.commit(orderId)
  const other = (await get(`/pieces/${all.find(({ id }) => id !== winner.id)!.id}`)) as StoredPiece
  assert.equal((await patch(other, { huid: 'ZZ99ZZ', certificates })).statusCode, 200)
})

test('PATCH /pieces/{pieceId} of a piece sold meanwhile is refused, and the sale stays; before it, one of 20 edits counts', async () => {
  const [piece] = (await pieces(1)) as [StoredPiece]
  const orderId = crypto.randomUUID()
  await shop.reserve(orderId, [{ variantId: piece.variantId, pieceId: piece.id, quantity: 1 }])
  const [sale, ...edits] = await Promise.all([
    shop.commit(orderId),
    ...Array.from({ length: 20 }, (_, i) => patch(piece, { grossMg: 3000 + i }))
  ])
  assert.equal(sale.statusCode, 200)
  const won = edits.filter(({ statusCode }) => statusCode === 200)
  assert.ok(won.length <= 1)
  assert.ok(edits.every(({ statusCode }) => [200, 409, 412].includes(statusCode)))
  const now: StoredPiece = await get(`/pieces/${piece.id}`)
  assert.equal(now.status, 'sold')
  assert.equal(now.grossMg, won[0]?.json().grossMg ?? piece.grossMg)
  assert.equal(slugOf(await patch(now, { huid: 'AA11AA' })), 'piece-not-free')
  assert.deepEqual(await stockFaults(shop), [])
})

test('POST /places/{placeId}/stock-takes tells what is missing, unexpected and of another weight, and keeps it', async () => {
  const [here, there] = [await addPlace(), await addPlace()]
  const [a, b, c, d] = (await pieces(4)) as [StoredPiece, StoredPiece, StoredPiece, StoredPiece]
  for (const [piece, place] of [
    [a, here],
    [b, here],
    [c, there],
    [d, here]
  ] as const)
    await shop.post(`/pieces/${piece.id}/custody`, { placeId: place.id, reason: 'In' })
  const orderId = crypto.randomUUID()
  await shop.reserve(orderId, [{ variantId: d.variantId, pieceId: d.id, quantity: 1 }])
  await shop.commit(orderId)
  const scanned = [
    { serial: a.serial, grossMg: 1990 },
    { serial: c.serial },
    { serial: d.serial },
    { serial: 'NOBODY-1' },
    { serial: a.serial }
  ]
  let reply: Awaited<ReturnType<typeof shop.post>> | undefined
  const statements = await statementsDuring(shop.pool, async () => {
    reply = await shop.post(`/places/${here.id}/stock-takes`, { scanned })
  })
  const own = statements.filter((text) => /pieces|stockTakes|places|idempotency/.test(text))
  assert.equal(own.length, 5, own.join('\n'))
  assert.equal(reply!.statusCode, 201, reply!.body)
  const result: StockTake = reply!.json()
  assert.deepEqual(result.expected, { count: 2, grossMg: 4000, netMg: 4000 })
  assert.deepEqual([result.found, result.ok], [{ count: 4, grossMg: 1990 + 2000 + 2000 }, 1])
  assert.deepEqual(
    result.missing.map(({ serial }) => serial),
    [b.serial]
  )
  assert.deepEqual(
    result.unexpected.map(({ serial, reason, place }) => [serial, reason, place?.id ?? null]),
    [
      [c.serial, 'elsewhere', there.id],
      [d.serial, 'sold', here.id],
      ['NOBODY-1', 'not-known', null],
      [a.serial, 'scanned-twice', null]
    ]
  )
  assert.deepEqual(result.weightDiffers, [{ serial: a.serial, grossMg: 2000, scannedMg: 1990 }])
  assert.deepEqual(await get(`/stock-takes/${result.id}`), result)
  const [summary] = (await get(`/places/${here.id}/stock-takes`)).items
  assert.deepEqual([summary.expected, summary.ok, summary.missing, summary.unexpected], [2, 1, 1, 4])
  assert.equal((await shop.post(`/places/${crypto.randomUUID()}/stock-takes`, { scanned: [] })).statusCode, 404)
})

test('PUT /pieces/{pieceId}/photos shows pictures of the piece itself, which are then kept', async () => {
  const [piece] = (await pieces(1)) as [StoredPiece]
  const sent = await app.inject({
    method: 'POST',
    url: '/api/v1/media',
    headers: { ...shop.manager, 'content-type': 'image/png', 'idempotency-key': crypto.randomUUID() },
    payload: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fa0' } })
      .png()
      .toBuffer()
  })
  const { id } = sent.json()
  const put = (version: number, items: object[]) =>
    shop.call('PUT', `/api/v1/pieces/${piece.id}/photos`, ifMatch(version), { items })
  await eventually('it is ready', async () => (await get(`/media/${id}`)).status === 'ready')
  const reply = await put(piece.version, [{ mediaId: id, alt: 'The very stone' }])
  assert.equal(reply.statusCode, 200, reply.body)
  assert.deepEqual([reply.json().photos[0].alt, reply.json().photos[0].widths], ['The very stone', [40]])
  const { items: designs } = (await app.inject('/api/v1/designs?limit=100')).json() as { items: { slug: string }[] }
  const pages = await Promise.all(designs.map(({ slug }) => shop.read(slug)))
  const shown = pages
    .flatMap(({ variants }) => variants)
    .flatMap((variant) => variant.pieces as { id: string; photos?: unknown[] }[])
  assert.equal(shown.find((one) => one.id === piece.id)!.photos!.length, 1)
  assert.ok(shown.filter((one) => one.id !== piece.id).every((one) => one.photos === undefined))
  assert.equal(slugOf(await put(piece.version, [])), 'version-stale')
  assert.equal(slugOf(await shop.call('DELETE', `/api/v1/media/${id}`, shop.manager)), 'media-in-use')
  assert.equal((await put(piece.version + 1, [])).json().photos.length, 0)
  assert.equal((await shop.call('DELETE', `/api/v1/media/${id}`, shop.manager)).statusCode, 204)
})
