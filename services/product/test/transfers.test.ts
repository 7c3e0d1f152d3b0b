import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, signedIn, testJobs } from '@lumora/kit/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { columnNames } from '../src/controllers/columns.ts'
import { csvLine, csvRecords, plainField, type CsvRecord } from '../src/controllers/records.ts'
import { importCatalogue } from '../src/controllers/transfers.ts'
import type { CatalogueImport, Fault } from '../src/schemas/transfers.ts'
import { work } from '../src/tasks.ts'
import { newDesign, newVariant, oneOfAKind, openCatalogue, stockFaults } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db, media } = shop
await testJobs({ ...work({ db, media }), sweeps: [], pool: shop.pool, app } as Parameters<typeof testJobs>[0])
const url = '/api/v1/catalogue'
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

const post = (text: string | Buffer, { dryRun = false, headers = shop.manager, key = crypto.randomUUID() } = {}) =>
  app.inject({
    method: 'POST',
    url: `${url}/imports${dryRun ? '?dryRun=true' : ''}`,
    headers: { ...headers, 'content-type': 'text/csv', 'idempotency-key': key },
    payload: text
  })
const find = async (id: string): Promise<CatalogueImport> =>
  (await app.inject({ url: `${url}/imports/${id}`, headers: shop.manager })).json()
async function run(text: string | Buffer, dryRun = false): Promise<CatalogueImport> {
  const reply = await post(text, { dryRun })
  assert.equal(reply.statusCode, 202, reply.body)
  await eventually('the import is done', async () => (await find(reply.json().id)).status === 'done', 50_000)
  return find(reply.json().id)
}
const exported = async () => (await app.inject({ url: `${url}/export`, headers: shop.manager })).body

let made = 0
const row = (own: Record<string, string> = {}) => {
  const n = ++made
  const values: Record<string, string> = {
    slug: `csv-${n}`,
    title: `Ring ${n}`,
    type: 'ring',
    categories: 'rings',
    sku: `CSV-${n}`,
    metal: 'gold',
    purity: '18K',
    grossMg: '2000',
    netMg: '2000',
    makingKind: 'percent',
    makingPermille: '100',
    onHand: '3',
    ...own
  }
  return csvLine(columnNames.map((name) => values[name] ?? ''))
}
const header = csvLine(columnNames)
const state = async () =>
  (
    await sql`select d."slug", d."title", d."status", d."card", d."doc", d."fromMinor", v."sku", v."doc" as "variant", v."onHand", v."active", v."position"
    from designs d join variants v on v."designId" = d."id" order by v."sku"`.execute(db)
  ).rows.map((one: any) => Object.assign(one as object, { doc: JSON.parse(one.doc as string) as unknown }))

async function records(text: string, size = 7): Promise<CsvRecord[]> {
  async function* chunks() {
    const bytes = Buffer.from(text)
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
  }
  return Array.fromAsync(csvRecords(chunks()))
}

test('What is written as CSV is read the same, whatever it holds and however it comes in pieces', async () => {
  const field = fc.oneof(fc.string(), fc.stringMatching(/^['"=+\-@,\r\n\t a-z]{0,12}$/))
  const line = fc.array(field, { minLength: 3, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (lines, size) => {
        const clean = lines.map((fields) => fields.map((one) => one.toWellFormed()))
        const read = await records(clean.map(csvLine).join(''), size)
        assert.deepEqual(
          read.map((one) => ('fields' in one ? one.fields.map(plainField) : one)),
          clean
        )
      }
    ),
    { numRuns: 500 }
  )
})

test('A49 no field of an export begins as a formula, as a spreadsheet reads it', async () => {
  const titles = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=x", '="a,""b"']
  for (const title of titles) {
    const [record] = await records(csvLine([title, 'b']))
    assert.ok(record && 'fields' in record)
    assert.doesNotMatch(record.fields[0]!, /^[=+\-@\t\r\0]/)
    assert.equal(plainField(record.fields[0]!), title)
  }
  await shop.importDesigns(...titles.slice(0, 4).map((title) => newDesign({ title, description: title })))
  const all = await records(await exported())
  for (const one of all.slice(1)) {
    assert.ok('fields' in one)
    for (const cell of one.fields) assert.doesNotMatch(cell, /^[=+\-@\t\r\0]/)
  }
})

test('GET /catalogue/export can be imported unchanged, and changes nothing', async () => {
  await shop.importDesigns(
    newDesign({
      title: 'Ring, "the one"',
      description: 'Two\r\nlines, ünïcode 💍',
      attributes: { finish: 'matt', count: 3, gift: true },
      status: 'draft',
      variants: [
        newVariant({
          stones: [{ kind: 'diamond', shape: 'round', caratMct: 100, count: 2, minorPerCarat: 5_000_000 }],
          grossMg: 2040,
          wastage: { kind: 'percent', permille: 20 },
          fees: [{ name: 'hallmark', minor: 4500 }],
          discounts: [{ component: 'making', permille: 250 }],
          articles: 2,
          fixedMinor: 1_234_500,
          leadTimeDays: 12,
          size: '12'
        }),
        oneOfAKind(2)
      ]
    })
  )
  const file = await exported()
  const before = await state()
  const taken = await run(file)
  assert.deepEqual([taken.faultCount, taken.faults], [0, []])
  assert.equal(taken.imported, taken.lines)
  assert.deepEqual(await state(), before)
  assert.equal(await exported(), file)
  assert.deepEqual(await stockFaults(shop), [])
})

test('POST /catalogue/imports takes good lines in and tells the others; dryRun tells the same and changes nothing; again doubles nothing', async () => {
  await shop.importDesigns(
    newDesign({ slug: 'taken-sku', variants: [newVariant({ sku: 'TAKEN' })] }),
    newDesign({ slug: 'two-kinds', variants: [newVariant({ sku: 'KIND-A' }), newVariant({ sku: 'KIND-B' })] })
  )
  const lines = [
    row({ slug: 'fresh', title: 'Fresh', sku: 'FRESH-1' }),
    row({ slug: 'fresh', title: 'Fresh', sku: 'FRESH-2', netMg: '9000' }),
    row({ slug: 'fresh', title: 'Fresh otherwise', sku: 'FRESH-3' }),
    row({ slug: 'Not A Slug' }),
    row({ grossMg: 'much', netMg: '-1' }),
    row({ sku: 'TAKEN' }),
    row({ sku: 'FRESH-1' }),
    row({ purity: '13K' }),
    row({ metal: 'platinum', purity: '950' }),
    row({ stones: '[{"kind":"diamond"}]' }),
    row({ stones: '{broken' }),
    row({
      pieces: '[{"serial":"ABCD-1","certificates":[{"lab":"GIA","number":"12"}]}]',
      oneOfAKind: 'true',
      onHand: ''
    }),
    row({ onHand: '1e3' }),
    row({ title: '' }),
    'only,three,fields\r\n',
    row().replace('Ring', '"Ring'),
    row({ slug: 'two-kinds', title: 'Two kinds', sku: 'KIND-A', size: '14' })
  ]
  const file = header + lines.join('')
  const before = await state()
  const dry = await run(file, true)
  assert.deepEqual(await state(), before)
  const told = dry.faults.map(({ line, column }) => `${line} ${column}`)
  assert.deepEqual(told, [
    '3 netMg',
    '4 slug',
    '5 slug',
    '6 grossMg',
    '6 netMg',
    '7 sku',
    '8 sku',
    '9 purity',
    '10 purity',
    '11 stones',
    '12 stones',
    '13 pieces',
    '14 onHand',
    '15 title',
    '16 null',
    '17 null'
  ])
  assert.deepEqual([dry.lines, dry.imported, dry.faultCount], [17, 2, 16])
  const real = await run(file)
  const told2 = (faults: Fault[]) => faults.map(({ line, column, reason }) => ({ line, column, reason }))
  assert.deepEqual(told2(real.faults), told2(dry.faults))
  assert.equal(real.imported, 2)
  assert.deepEqual(
    (await shop.read('fresh')).variants.map(({ sku }: { sku: string }) => sku),
    ['FRESH-1']
  )
  const kinds = (await shop.read('two-kinds')).variants
  assert.deepEqual(
    kinds.map(({ sku, size }: { sku: string; size: string | null }) => [sku, size]),
    [
      ['KIND-A', '14'],
      ['KIND-B', null]
    ]
  )
  const after = await state()
  assert.equal((await run(file)).imported, 2)
  assert.deepEqual(await state(), after)
  assert.deepEqual(await stockFaults(shop), [])
})

test('POST /catalogue/imports with the same key is one import; it takes staff, text/csv and a full header only', async () => {
  const key = crypto.randomUUID()
  const text = header + row()
  const [first, second] = [await post(text, { key }), await post(text, { key })]
  assert.equal(second.json().id, first.json().id)
  assert.equal(slugOf(await post(text + row(), { key })), 'idempotency-key-reused')
  assert.equal((await post(text, { headers: await signedIn(crypto.randomUUID()) })).statusCode, 403)
  for (const bad of [
    '',
    'slug;title\n',
    'slug,title\na,b\n',
    `${header.trim()},extra\r\n`,
    '\uFEFF\uFEFF',
    '\0\0\0',
    'PK\x03\x04'
  ])
    assert.equal(slugOf(await post(bad)), 'header-not-valid', JSON.stringify(bad))
  const empty = await post(header)
  assert.deepEqual([empty.json().status, empty.json().lines], ['done', 0])
  assert.equal((await app.inject({ url: `${url}/export` })).statusCode, 401)
  assert.equal(
    (await app.inject({ url: `${url}/imports/${crypto.randomUUID()}`, headers: shop.manager })).statusCode,
    404
  )
  const semicolons = await app.inject({
    method: 'POST',
    url: `${url}/imports`,
    headers: { ...shop.manager, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    payload: '{}'
  })
  assert.equal(semicolons.statusCode, 415)
})

test('POST /catalogue/imports taken up by 20 workers at once, as when some are thought dead, takes each line in once', async () => {
  const text = header + Array.from({ length: 250 }, () => row()).join('')
  const reply = await post(text)
  const { id } = reply.json()
  await Promise.allSettled(Array.from({ length: 20 }, () => importCatalogue({ db }, { importId: id })))
  await eventually('the import is done', async () => (await find(id)).status === 'done')
  const done = await find(id)
  assert.deepEqual([done.imported, done.designsDone, done.faultCount], [250, 250, 0])
  const { rows } = await sql<{ n: number }>`
    select max(n)::int as n from (select count(*) as n from "designChanges" c join designs d on d."id" = c."designId" where d."slug" like 'csv-%' group by d."id") x`.execute(
    db
  )
  assert.equal(rows[0]!.n, 1)
  assert.deepEqual(await stockFaults(shop), [])
})

test('GET /catalogue/export goes on after many designs of which nothing is on sale', async () => {
  const designs = Array.from({ length: 220 }, () => newDesign())
  await shop.importDesigns(...designs)
  await sql`update variants set "active" = false where "designId" in (select "id" from designs where "slug" = any(${designs.map(({ slug }) => slug)}))`.execute(
    db
  )
  await shop.importDesigns(newDesign({ slug: 'after-them' }))
  assert.match(await exported(), /after-them/)
})

test('POST /catalogue/imports of 54,000 lines with every kind of dirt lists the faults by line and takes in the rest', async () => {
  const dirt: ((good: string) => string)[] = [
    (good) => good.replace('gold', 'brass'),
    (good) => good.replace(/^csv/, '"csv'),
    (good) => good.replace('18K', '-18K'),
    (good) => good.replace(',2000', ',2e3'),
    (good) => good.replace(',2000', ',99999999999999999999'),
    (good) => good.replace(',2000', ',2,000'),
    (good) => good.replace('ring', 'spaceship'),
    (good) => good.replace('percent', 'most'),
    (good) => good.replace('rings', 'rings;bracelets'),
    (good) => good.replace('CSV', '😀'),
    (good) => good.replace('Ring', 'R\0ng'),
    (good) => good.slice(0, 30) + '\r\n',
    () => ',,,\r\n',
    () => `${'x'.repeat(5000)}\r\n`,
    () => "'; drop table designs; --\r\n",
    () => '<script>alert(1)</script>\r\n'
  ]
  const lines: string[] = []
  let dirty = 0
  for (let i = 0; i < 54_000; i++) {
    if (i % 12 < 11) {
      lines.push(dirt[dirty++ % dirt.length]!(row()))
    } else lines.push(i % 24 === 23 ? row() : row({ slug: `many-${Math.floor(i / 480)}`, title: 'Many' }))
  }
  const dry = await run(header + lines.join(''), true)
  assert.equal(dry.lines, 54_000)
  assert.equal(dry.imported, 4500)
  assert.ok(dry.faultCount >= 49_500)
  assert.equal(dry.faults.length, 1000)
  assert.ok(dry.faults.every(({ line }, index) => line >= 2 && (index === 0 || line >= dry.faults[index - 1]!.line)))
})
