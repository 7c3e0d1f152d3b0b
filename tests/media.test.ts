import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { eventually, keys, staff, testDatabase, testJobs } from '@lumora/kit/testing'
import sharp from 'sharp'
import { steadyPressure } from '../gateway/proxy/src/shedding.ts'
import { buildApp as buildGateway } from '../gateway/proxy/src/app.ts'
import { routes } from '../gateway/proxy/src/routes.ts'
import { buildApp as buildProduct } from '../services/product/src/app.ts'
import { openQuoteSeal } from '../services/product/src/controllers/seals.ts'
import { openDiskStorage } from '../services/product/src/controllers/storages.ts'
import { work } from '../services/product/src/tasks.ts'

const manager = await staff('catalogue:write')
const folder = await mkdtemp(join(tmpdir(), 'lumora-media-'))
const { db, pool } = await testDatabase(new URL('../services/product/migrations/', import.meta.url))
const media = { storage: openDiskStorage(join(folder, 'kept')), incoming: join(folder, 'incoming'), perDay: 100 }
const product = buildProduct({ db, keys, quotes: openQuoteSeal(['q'.repeat(32)]), media })
await testJobs({ ...work({ db, media }), sweeps: [], pool, app: product } as Parameters<typeof testJobs>[0])
const productUrl = await product.listen({ port: 0, host: '127.0.0.1' })
const person = { authorization: manager.authorization, userId: crypto.randomUUID(), isStaff: true }
const gateway = buildGateway({
  routes: { product: routes.product! },
  urlOf: () => productUrl,
  pressure: steadyPressure(0),
  sessions: { identify: async () => person, forget: () => {} }
})
const shopUrl = await gateway.listen({ port: 0, host: '127.0.0.1' })
after(async () => {
  await gateway.close()
  await product.close()
  await rm(folder, { recursive: true, force: true })
})
const headers = (type: string) => ({
  authorization: `Bearer ${'s'.repeat(40)}`,
  'content-type': type,
  'idempotency-key': crypto.randomUUID()
})

const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c90' } })
  .png()
  .toBuffer()

test('A picture goes in through the gateway as it is, and its renditions come out of it, kept for good', async () => {
  const sent = await fetch(`${shopUrl}/api/v1/media`, {
    method: 'POST',
    headers: headers('image/png'),
    body: new Uint8Array(png)
  })
  assert.equal(sent.status, 201, await sent.clone().text())
  const { id } = (await sent.json()) as { id: string }
  const find = async () =>
    (await (await fetch(`${shopUrl}/api/v1/media/${id}`, { headers: headers('application/json') })).json()) as {
      status: string
      url: string
    }
  await eventually('it is dealt with', async () => (await find()).status !== 'processing')
  const { status, url } = await find()
  assert.equal(status, 'ready')
  const file = await fetch(`${shopUrl}${url}/64.avif`)
  assert.equal(file.headers.get('content-type'), 'image/avif')
  assert.equal(file.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  assert.ok((await file.arrayBuffer()).byteLength > 50)
})

test('The catalogue goes out as CSV through the gateway, and comes in again', async () => {
  const rates = { rates: [{ metal: 'gold', fineness: 750, minorPerGram: 900_000 }], source: 'test' }
  await fetch(`${shopUrl}/api/v1/metal-rates`, {
    method: 'PUT',
    headers: headers('application/json'),
    body: JSON.stringify(rates)
  })
  const making = { kind: 'percent', permille: 100 }
  const variant = { metal: 'gold', purity: '18K', colour: null, size: null, grossMg: 2000, netMg: 2000, making }
  const designs = Array.from({ length: 300 }, (_, i) => ({
    slug: `ring-${i}`,
    title: `Ring ${i}`,
    type: 'ring',
    categories: ['rings'],
    variants: [{ sku: `R-${i}`, ...variant }]
  }))
  const made = await fetch(`${shopUrl}/api/v1/designs/import`, {
    method: 'PUT',
    headers: headers('application/json'),
    body: JSON.stringify({ designs })
  })
  assert.equal(made.status, 200, await made.text())
  const out = await fetch(`${shopUrl}/api/v1/catalogue/export`, { headers: headers('text/csv') })
  const text = await out.text()
  assert.equal(out.status, 200, text)
  assert.equal(text.split('\r\n').length, 302)
  const taken = await fetch(`${shopUrl}/api/v1/catalogue/imports`, {
    method: 'POST',
    headers: headers('text/csv'),
    body: text
  })
  const { id } = (await taken.json()) as { id: string }
  const find = async () =>
    (await (
      await fetch(`${shopUrl}/api/v1/catalogue/imports/${id}`, { headers: headers('application/json') })
    ).json()) as { status: string; imported: number; faultCount: number }
  await eventually('it is done', async () => (await find()).status === 'done')
  const { imported, faultCount } = await find()
  assert.deepEqual([imported, faultCount], [300, 0])
})
