import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeFileSync } from 'node:fs'
import { staff } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { drawDocument, issueInvoices } from '../src/controllers/documents.ts'
import { article, base, bought, db, insist, instance, once, settle, slug, stock } from './shop.ts'

const { app, deps } = instance()
const clerk = await staff('orders:read', 'orders:write')
const get = (url: string, headers: Record<string, string> = clerk) => app.inject({ url: `${base}${url}`, headers })
const post = (url: string, payload: object | undefined, headers: Record<string, string> = clerk, key = once()) =>
  app.inject({ method: 'POST', url: `${base}${url}`, headers: { ...headers, ...key }, ...(payload ? { payload } : {}) })

const confirmed = (lines = [article(undefined, 2)]) => bought(app, lines, true)
const numbersOf = async (kind: string) =>
  (
    await sql<{ sequence: number }>`select "sequence" from documents where "kind" = ${kind} order by 1`.execute(db)
  ).rows.map(({ sequence }) => sequence)
const gapless = (numbers: number[]) =>
  assert.deepEqual(
    numbers,
    Array.from(numbers, (_, i) => i + 1)
  )

/** What the job does. */
async function draw(id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select "id" from documents where "orderId" = ${id}`.execute(db)
  for (const row of rows) await drawDocument(deps, row.id)
}

test('invoices [60 orders, issued by 20 at once, some of which fail] are numbered without gap or double', async () => {
  for (let i = 0; i < 6; i++) await Promise.all(Array.from({ length: 10 }, () => confirmed()))
  const failing = { ...deps, seller: { ...deps.seller, timeZone: 'Nowhere/At-all' } }
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      i % 4 === 0 ? issueInvoices(failing).catch(() => {}) : issueInvoices(deps).catch(() => {})
    )
  )
  await issueInvoices(deps)
  const numbers = await numbersOf('invoice')
  assert.equal(numbers.length, 60)
  gapless(numbers)
})

test('packing slips and credit notes [20 at once] are numbered without gap or double, each kind by itself', async () => {
  const orders = (await Promise.all(Array.from({ length: 10 }, () => confirmed()))).concat(
    await Promise.all(Array.from({ length: 10 }, () => confirmed()))
  )
  await issueInvoices(deps)
  await Promise.all(
    orders.map(({ id }, i) =>
      i % 2
        ? insist((key) => post(`/${id}/cancellations`, { reason: 'No.' }, clerk, key))
        : insist((key) =>
            post(`/${id}/shipments`, { carrier: 'own', lines: [{ position: 1, quantity: 1 }] }, clerk, key)
          )
    )
  )
  await settle()
  gapless(await numbersOf('packing-slip'))
  const credits = await numbersOf('credit-note')
  assert.ok(credits.length > 0)
  gapless(credits)
})

test('GET /orders/{orderId}/documents [right after it was confirmed] lists the invoice, and its PDF once it is drawn', async () => {
  const line = article(undefined, 2)
  stock.set(line.variantId, 2)
  const { id, headers } = await confirmed([line, { ...article(), options: { engraving: 'Für A ₹ é' } }])
  const { items } = (await get(`/${id}/documents`, headers)).json()
  assert.equal(items.length, 1)
  assert.match(items[0].number, /^INV\/\d\d-\d\d\/\d{6}$/)
  assert.ok(items[0].number.length <= 16)
  const path = items[0].url.slice(base.length)
  assert.equal(slug(await get(path, headers)), 'document-not-ready')
  const { rows } = await sql`select 1 from graphile_worker.jobs where task_identifier = 'draw-document'`.execute(db)
  assert.ok(rows.length > 0)
  await draw(id)
  const pdf = await get(path, headers)
  assert.equal(pdf.statusCode, 200)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual((await get(path, headers)).rawPayload, pdf.rawPayload)
  if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}/invoice.pdf`, pdf.rawPayload)
})

test('an invoice holds what a hallmarked sale must tell, and stays as it was issued', async () => {
  const { id, order } = await confirmed()
  await issueInvoices(deps, id)
  const { rows } = await sql<{ data: any }>`select "data" from documents where "orderId" = ${id}`.execute(db)
  const { data } = rows[0]!
  const [line] = data.lines
  assert.deepEqual(
    [line.hsn, line.article.huid, line.article.netMg, line.article.fineness, line.article.purity, line.stonesMinor],
    ['7113', 'AB12CD', 5000, 916, '22K', 3000]
  )
  assert.deepEqual([data.totalMinor, data.hallmarked, data.seller.gstin], [order.totalMinor, 2, '27AABCL1234M1Z5'])
  assert.deepEqual(
    data.taxes.map(({ name }: any) => name),
    ['CGST', 'SGST']
  )
  await assert.rejects(sql`update documents set "data" = '{}' where "orderId" = ${id}`.execute(db))
  await assert.rejects(sql`delete from documents where "orderId" = ${id}`.execute(db))
})

test('credit notes sum to what was given back, packing slips show no price and only to staff, and both are drawn', async () => {
  const { id, order, headers } = await confirmed([article(undefined, 3)])
  await issueInvoices(deps, id)
  const shipped = await post(`/${id}/shipments`, { carrier: 'own', lines: [{ position: 1, quantity: 3 }] })
  await post(`/${id}/shipments/${shipped.json().id}/delivered`, undefined)
  for (const quantity of [1, 2]) {
    const { id: returnId } = (
      await post(`/${id}/returns`, { reason: 'Too large', lines: [{ position: 1, quantity }] })
    ).json()
    await post(`/${id}/returns/${returnId}/decision`, { approve: true })
    const lines = [{ position: 1, quantity, condition: 'as-new', restock: true }]
    const reply = await post(`/${id}/returns/${returnId}/receipt`, { lines, refundShipping: quantity === 1 })
    assert.equal(reply.statusCode, 200, reply.body)
  }
  await settle()
  const { rows } = await sql<{ kind: string; data: any }>`
    select "kind", "data" from documents where "orderId" = ${id} order by "id"`.execute(db)
  const credits = rows.filter(({ kind }) => kind === 'credit-note').map(({ data }) => data)
  assert.equal(
    credits.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    order.totalMinor
  )
  assert.match(credits[0].invoice, /^INV/)
  const slip = rows.find(({ kind }) => kind === 'packing-slip')!.data
  assert.doesNotMatch(JSON.stringify(slip.lines), /Minor/)
  const kinds = async (who?: Record<string, string>) =>
    (await get(`/${id}/documents`, who)).json().items.map(({ kind }: any) => kind)
  assert.deepEqual(await kinds(headers), ['invoice', 'credit-note', 'credit-note'])
  assert.deepEqual(await kinds(), ['invoice', 'packing-slip', 'credit-note', 'credit-note'])
  await draw(id)
  for (const { url, kind } of (await get(`/${id}/documents`)).json().items) {
    const pdf = await get(url.slice(base.length))
    assert.equal(pdf.statusCode, 200)
    assert.equal((await get(url.slice(base.length), headers)).statusCode, kind === 'packing-slip' ? 404 : 200)
    if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}/${kind}.pdf`, pdf.rawPayload)
  }
})

test('GET …/documents of another’s order, and another order’s document, are one and the same 404', async () => {
  const [one, other] = [await confirmed(), await confirmed()]
  const { items } = (await get(`/${one.id}/documents`, one.headers)).json()
  const file = items[0].url.split('/').at(-1)
  for (const [id, who] of [
    [one.id, other.headers],
    [one.id, {}],
    [other.id, other.headers]
  ] as [string, Record<string, string>][])
    assert.equal((await get(`/${id}/documents/${file}`, who)).statusCode, 404)
  assert.equal((await get(`/${one.id}/documents`, other.headers)).statusCode, 404)
  assert.equal((await get(`/${one.id}/documents/nothing.pdf`, one.headers)).statusCode, 400)
})

test('an order that is called off before its invoice was issued gets neither invoice nor credit note', async () => {
  const { id } = await confirmed()
  await post(`/${id}/cancellations`, { reason: 'At once.' })
  await settle()
  await issueInvoices(deps)
  assert.deepEqual((await get(`/${id}/documents`)).json().items, [])
})
