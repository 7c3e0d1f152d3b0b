import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { eventually, signedIn, testJobs } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { NewVariant } from '../src/schemas/designs.ts'
import type { Impact, Proposal, Repricing } from '../src/schemas/rates.ts'
import { work } from '../src/tasks.ts'
import { colleague, newDesign, newVariant, openCatalogue, rates } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, pool } = shop
await testJobs({ ...work({ db, media: shop.media }), sweeps: [], pool, app } as Parameters<typeof testJobs>[0])
const other = await colleague('01990000-0000-7000-8000-0000000000aa')
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const desk = '/api/v1/metal-rates'

const gold = { metal: 'gold', fineness: 750, side: 'sell', minorPerGram: 900_000, source: 'board' }
const propose = async (own: object = {}): Promise<Proposal> =>
  (await shop.post('/metal-rates/proposals', { ...gold, ...own })).json()
const approve = (id: string, payload: object = {}, who: object = other) =>
  shop.call('POST', `${desk}/proposals/${id}/approve`, who, payload)
const get = async <T>(path: string): Promise<T> => (await shop.call('GET', `${desk}${path}`, shop.manager)).json()
const inForce = async (fineness: number, side = 'sell', metal = 'gold') =>
  (await app.inject(desk))
    .json()
    .items.find((rate: any) => rate.metal === metal && rate.fineness === fineness && rate.side === side)
const settled = () =>
  eventually('all passes are done', async () =>
    (await get<{ items: Repricing[] }>('/repricings')).items.every(({ finishedAt }) => finishedAt !== null)
  )
const setRate = async (own: object) => {
  const reply = await approve((await propose(own)).id, { confirmLargeChange: true })
  assert.equal(reply.statusCode, 200, reply.body)
  await settled()
}

test('PUT /metal-rates sets the first rates of a metal only; the same again changes nothing', async () => {
  const put = (given: object[]) => shop.call('PUT', desk, shop.manager, { rates: given, source: 'desk' })
  const before = (await app.inject(desk)).json()
  assert.deepEqual((await put(rates)).json(), before)
  for (const rate of [
    { ...rates[0]!, minorPerGram: 1 },
    { ...rates[0]!, fineness: 585 }
  ]) {
    const reply = await put([rate])
    assert.deepEqual([reply.statusCode, slugOf(reply)], [409, 'rates-in-force'])
  }
  const palladium = { metal: 'palladium', fineness: 1000, minorPerGram: 300_000 }
  assert.equal(slugOf(await put([palladium, palladium])), 'named-twice')
  assert.equal((await put([palladium])).statusCode, 200)
  assert.equal((await inForce(1000, 'sell', 'palladium')).minorPerGram, 300_000)
  await assert.rejects(sql`update "metalRates" set "minorPerGram" = 1`.execute(db), /append-only/)
})

test('POST /metal-rates/proposals refuses a rate of zero, below zero, not whole, or of no such fineness', async () => {
  for (const minorPerGram of [0, -1, 1.5, '900000', 1e300, null])
    assert.equal((await shop.post('/metal-rates/proposals', { ...gold, minorPerGram })).statusCode, 400)
  const reply = await shop.post('/metal-rates/proposals', { ...gold, fineness: 751 })
  assert.deepEqual([reply.statusCode, slugOf(reply)], [422, 'purity-not-known'])
  assert.equal((await shop.post('/metal-rates/proposals', gold, { authorization: '' })).statusCode, 401)
  const customer = await signedIn(crypto.randomUUID())
  assert.equal((await shop.post('/metal-rates/proposals', gold, customer)).statusCode, 403)
})

test('POST /metal-rates/proposals/{id}/approve is for somebody else, changes prices by a job, and tells it in an event', async () => {
  const design = newDesign({ categories: ['repriced'], variants: [newVariant(), newVariant({ netMg: 1000 })] })
  const silver = newDesign({ variants: [newVariant({ metal: 'silver', purity: '925' })] })
  await shop.importDesigns(design, silver)
  const proposal = await propose({ minorPerGram: 990_000 })
  assert.equal(proposal.status, 'proposed')
  assert.equal((await inForce(750)).minorPerGram, 900_000)
  const own = await approve(proposal.id, {}, shop.manager)
  assert.deepEqual([own.statusCode, slugOf(own)], [403, 'own-proposal'])
  const silverBefore = await shop.read(silver.slug)
  const approved = await approve(proposal.id)
  assert.equal(approved.json().status, 'in-force')
  assert.deepEqual((await approve(proposal.id)).json(), approved.json())
  assert.equal((await inForce(750)).minorPerGram, 990_000)
  await settled()
  const read = await shop.read(design.slug)
  assert.equal(read.variants[0].price.totalMinor, 2_243_340)
  assert.equal((await shop.quote([{ variantId: read.variants[0].id, quantity: 1 }])).totalMinor, 2_243_340)
  const { items } = (await app.inject('/api/v1/designs?category=repriced')).json()
  assert.equal(items[0].fromMinor, 1_121_670 + 0)
  assert.deepEqual(await shop.read(silver.slug), silverBefore)
  const [pass] = (await get<{ items: Repricing[] }>('/repricings')).items
  assert.deepEqual([pass!.total, pass!.done, pass!.variants], [1, 1, 2])
  assert.deepEqual(await get(`/repricings/${pass!.id}`), pass)
  const { rows } = await sql`select "data" from outbox where "topic" = 'product.repriced'`.execute(db)
  assert.deepEqual(rows, [{ data: { metal: 'gold', purity: '750', designs: 1 } }])
  await setRate({})
})

test('POST /metal-rates/proposals/{id}/approve 20 times at once puts the rate in force once, raced with a rejection one of the two wins', async () => {
  const proposal = await propose({ minorPerGram: 910_000 })
  const replies = await Promise.all(Array.from({ length: 20 }, () => approve(proposal.id)))
  assert.ok(replies.every(({ statusCode }) => statusCode === 200 || statusCode === 503))
  const count = async (id: string) =>
    (await sql`select from "metalRates" where "proposalId" = ${id}`.execute(db)).rows.length
  assert.equal(await count(proposal.id), 1)
  for (let round = 0; round < 10; round++) {
    const { id } = await propose({ minorPerGram: 905_000 + round })
    const [yes, no] = await Promise.all([
      approve(id),
      shop.call('POST', `${desk}/proposals/${id}/reject`, shop.manager)
    ])
    assert.deepEqual(new Set([yes.statusCode, no.statusCode]), new Set([200, 409]))
    assert.equal(await count(id), yes.statusCode === 200 ? 1 : 0)
  }
  await setRate({})
})

test('POST /metal-rates/proposals/{id}/approve of a rate far from the one in force needs to be confirmed', async () => {
  for (const minorPerGram of [9_000_000, 719_999]) {
    const { id } = await propose({ minorPerGram })
    const reply = await approve(id)
    assert.deepEqual([reply.statusCode, slugOf(reply)], [409, 'large-change'])
    assert.equal((await inForce(750)).minorPerGram, 900_000)
    assert.equal((await get<Impact>(`/proposals/${id}/impact`)).large, true)
  }
  const close = await propose({ minorPerGram: 720_000 })
  assert.equal((await approve(close.id)).statusCode, 200)
  const first = await propose({ metal: 'silver', fineness: 999, minorPerGram: 1, side: 'buy' })
  assert.equal((await approve(first.id)).statusCode, 200)
  assert.equal((await inForce(999, 'buy', 'silver')).minorPerGram, 1)
  await settled()
  await setRate({})
})

test('POST /metal-rates/proposals with a time comes into force then, once approved', async () => {
  const effectiveAt = new Date(Date.now() + 700).toISOString()
  const { id } = await propose({ side: 'buy', minorPerGram: 880_000, effectiveAt })
  assert.equal((await approve(id)).json().status, 'approved')
  assert.equal(await inForce(750, 'buy'), undefined)
  await eventually('the rate is in force', async () => (await inForce(750, 'buy'))?.minorPerGram === 880_000)
  assert.equal((await get<Proposal>(`/proposals/${id}`)).status, 'in-force')
})

test('POST /metal-rates/{rateId}/rollback proposes a rate of old, found in the history, again', async () => {
  const before = await inForce(750)
  await setRate({ minorPerGram: 950_000 })
  const history = await get<{ items: { id: number }[]; next: string }>(
    '/history?metal=gold&fineness=750&side=sell&limit=1'
  )
  assert.notEqual(history.items[0]!.id, before.id)
  const older = await get<{ items: object[] }>(
    `/history?metal=gold&fineness=750&side=sell&limit=1&after=${history.next}`
  )
  assert.deepEqual(older.items[0], before)
  const rollback: Proposal = (await shop.post(`/metal-rates/${before.id}/rollback`, {})).json()
  assert.deepEqual([rollback.minorPerGram, rollback.rollbackOf], [900_000, before.id])
  assert.equal((await approve(rollback.id)).statusCode, 200)
  await settled()
  assert.equal((await inForce(750)).minorPerGram, 900_000)
  const open = await get<{ items: Proposal[] }>('/proposals?status=in-force&limit=1')
  assert.equal(open.items[0]!.id, rollback.id)
  assert.equal((await shop.post('/metal-rates/999999/rollback', {})).statusCode, 404)
})

const permille = fc.integer({ min: 0, max: 300 })
const anyVariant: fc.Arbitrary<Partial<NewVariant>> = fc.record({
  purity: fc.constantFrom('22K', '18K', '14K', '999'),
  netMg: fc.integer({ min: 1, max: 9000 }),
  making: fc.oneof(
    fc.record({
      kind: fc.constant('percent' as const),
      permille,
      basis: fc.constantFrom('net' as const, 'net-and-wastage' as const),
      minMinor: fc.integer({ min: 0, max: 500_000 })
    }),
    fc.record({ kind: fc.constant('per-gram' as const), minor: fc.integer({ min: 0, max: 200_000 }) })
  ),
  wastage: fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), permille }),
    fc.record({ kind: fc.constant('weight' as const), mg: fc.integer({ min: 0, max: 500 }) }),
    fc.record({ kind: fc.constant('fixed' as const), minor: fc.integer({ min: 0, max: 90_000 }) })
  ),
  fees: fc.array(fc.record({ name: fc.constant('fee'), minor: fc.integer({ min: 0, max: 90_000 }) }), { maxLength: 2 }),
  discounts: fc.array(
    fc.record({
      component: fc.constantFrom('metal' as const, 'making' as const, 'other' as const),
      permille: fc.integer({ min: 0, max: 700 })
    }),
    { maxLength: 4 }
  )
})

test('GET /metal-rates/proposals/{id}/impact takes three statements, writes nothing, and says what approving then does, to the minor unit', async () => {
  const totals = async () =>
    (
      await sql<{
        id: string
        total: number
      }>`select "id", "totalMinor" as "total" from variants where "metal" = 'gold' and "active"`.execute(db)
    ).rows
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyVariant, { minLength: 3, maxLength: 12 }),
      fc.constantFrom(1000, 750, 916),
      fc.integer({ min: 700_000, max: 1_500_000 }),
      async (given, fineness, minorPerGram) => {
        const variants = given.map((own) => newVariant({ ...own, grossMg: own.netMg! }))
        await shop.importDesigns(newDesign({ variants }))
        const before = await totals()
        const proposal = await propose({ fineness, minorPerGram })
        let impact: Impact | undefined
        const statements = await statementsDuring(pool, async () => {
          impact = await get<Impact>(`/proposals/${proposal.id}/impact`)
        })
        const own = statements.filter((text) => !text.includes('graphile_worker'))
        assert.equal(own.length, 3)
        assert.ok(own.every((text) => /^\s*(select|with)/i.test(text)))
        assert.deepEqual(await totals(), before)
        assert.equal((await approve(proposal.id, { confirmLargeChange: true })).statusCode, 200)
        await settled()
        const after = new Map((await totals()).map(({ id, total }) => [id, total]))
        const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)
        assert.equal(
          impact!.totalAfterMinor - impact!.totalBeforeMinor,
          sum([...after.values()]) - sum(before.map(({ total }) => total))
        )
        const changes = before.map(({ id, total }) => ((after.get(id)! - total) * 1000) / total)
        if (changes.some((change) => change > 0))
          assert.ok(Math.abs(Math.max(...changes) - impact!.maxChangePermille!) < 0.051)
      }
    ),
    { numRuns: 12 }
  )
})

test('A lower rate tells of the designs whose price falls by 3 % or more, and of no others', async () => {
  const fallen = async () => {
    const { rows } = await sql<{
      data: any
    }>`select "data" from outbox where "topic" = 'product.prices-dropped' order by "occurredAt"`.execute(db)
    return rows.flatMap(({ data }) => data.designs as { slug: string; fromMinor: number; formerMinor: number }[])
  }
  const current = (await inForce(750)).minorPerGram as number
  const costly = { kind: 'diamond', shape: 'round', caratMct: 100, count: 1, minorEach: 900_000_000 }
  const designs = [
    newDesign({ title: 'Plain band' }),
    newDesign({ variants: [newVariant({ grossMg: 2100, stones: [costly] })] }),
    newDesign({ status: 'draft' })
  ]
  await shop.importDesigns(...designs)
  const before = (await shop.read(designs[0]!.slug)).variants[0].price.totalMinor
  await setRate({ minorPerGram: Math.round(current * 0.99) })
  const earlier = await fallen()
  assert.ok(!earlier.some(({ slug }) => designs.some((design) => design.slug === slug)))
  await setRate({ minorPerGram: Math.round(current * 0.9) })
  const told = (await fallen()).filter(({ slug }) => designs.some((design) => design.slug === slug))
  assert.deepEqual(
    told.map(({ slug }) => slug),
    [designs[0]!.slug]
  )
  assert.ok(told[0]!.formerMinor < before && told[0]!.fromMinor * 1000 <= told[0]!.formerMinor * 970)
  assert.equal(told[0]!.fromMinor, (await shop.read(designs[0]!.slug)).variants[0].price.totalMinor)
})
