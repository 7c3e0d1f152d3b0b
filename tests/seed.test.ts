import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keys, staff, testDatabase } from '@lumora/kit/testing'
import { buildApp as buildCategory } from '../services/category/src/app.ts'
import { buildApp as buildProduct } from '../services/product/src/app.ts'
import { openQuoteSeal } from '../services/product/src/controllers/seals.ts'
import { openDiskStorage } from '../services/product/src/controllers/storages.ts'
import { importDesigns, importStones, paisePerDollar, prepareCatalogue } from '../tools/seed/catalogue.ts'
import { categories } from '../tools/seed/categories.ts'
import { makeDesigns } from '../tools/seed/designs.ts'
import { openShop } from '../tools/seed/shop.ts'

const root = join(import.meta.dirname, '..')

test('A seed stands for one catalogue, in whatever portions it is made, and no two things in it share a name', () => {
  const designs = makeDesigns(1, 0, 2000)
  assert.deepEqual(makeDesigns(1, 500, 10), designs.slice(500, 510))
  assert.notDeepEqual(makeDesigns(2, 0, 5), designs.slice(0, 5))
  const variants = [...designs, ...makeDesigns(2, 0, 2000)].flatMap((design) => design.variants)
  const pieces = variants.flatMap((variant) => variant.pieces ?? [])
  const named = {
    slugs: designs.map(({ slug }) => slug),
    skus: variants.map(({ sku }) => sku),
    serials: pieces.map(({ serial }) => serial),
    huids: pieces.flatMap(({ huid }) => huid ?? []),
    certificates: pieces.flatMap(({ certificates = [] }) => certificates.map(({ number }) => number))
  }
  for (const [what, names] of Object.entries(named)) {
    assert.ok(names.length > 50, what)
    assert.equal(new Set(names).size, names.length, what)
  }
})

test('The demo catalogue is taken by the services as it is, twice, and leaves no category empty', async () => {
  const manager = await staff('catalogue:write')
  const folder = (name: string) => new URL(`../services/${name}/migrations/`, import.meta.url)
  const category = buildCategory({ db: (await testDatabase(folder('category'))).db, keys })
  const product = buildProduct({
    db: (await testDatabase(folder('product'))).db,
    keys,
    quotes: openQuoteSeal(['q'.repeat(32)]),
    media: { storage: openDiskStorage(tmpdir()), incoming: tmpdir(), perDay: 1 }
  })
  const gateway = createServer((request, response) => {
    const app = request.url!.startsWith('/api/v1/categories') ? category : product
    app.routing(request, response)
  })
  await Promise.all([category.ready(), product.ready()])
  await new Promise<void>((resolve) => void gateway.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = gateway.address() as { port: number }
    const shop = openShop(`http://127.0.0.1:${port}`, { ...manager })
    const stones = readFileSync(join(root, 'tools/seed/stones.csv'))
    for (const [imported, alreadyThere] of [
      [400, 0],
      [0, 400]
    ]) {
      await prepareCatalogue(shop)
      await importDesigns(shop, { seed: 1, count: 180, batch: 60 })
      const result = await importStones(shop, stones, 'INR', paisePerDollar)
      assert.deepEqual(result, { imported, alreadyThere, rejectedCount: 0, rejected: [] })
    }
    for (const { slug } of categories) {
      if (slug.startsWith('loose-')) continue
      const { items } = await shop.ask<{ items: { fromMinor: number }[] }>('GET', `/api/v1/designs?category=${slug}`)
      assert.ok(items.length > 0, `${slug} is empty`)
      assert.ok(items.every(({ fromMinor }) => fromMinor > 0))
    }
  } finally {
    gateway.closeAllConnections()
    gateway.close()
  }
})

/** Runs a tool of the seed as a person would, and returns how it ended and what it said. */
const run = (tool: string, ...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, [join(root, 'tools/seed', tool), ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr })
    })
  })

test('The import and the seed say in a sentence what is wrong, and exit with its code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lumora-seed-'))
  const file = join(folder, 'stones.csv')
  writeFileSync(file, 'carat\n')
  const refusing = createServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end('{"detail":"Not these."}')
  })
  await new Promise<void>((resolve) => void refusing.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(refusing.address() as { port: number }).port}`
  const cases: [string, string[], number, RegExp][] = [
    ['import.ts', [], 2, /Say what to import/],
    ['import.ts', ['stones', file, '--fx', '0'], 2, /--fx takes a whole number/],
    ['import.ts', ['stones', join(folder, 'none.csv')], 1, /There is no file/],
    ['import.ts', ['stones', folder], 1, /is not a file/],
    ['import.ts', ['stones', file, '--data', folder], 1, /The platform is not running here/],
    ['import.ts', ['stones', file, '--url', url], 1, /knows no admin@example\.com with this password/],
    ['seed.ts', ['--designs', 'many'], 1, /--designs takes a number/],
    ['seed.ts', ['--data', folder], 1, /The platform is not running here/],
    ['seed.ts', ['--nothing'], 2, /Fills the shop/],
    ['import.ts', ['--help'], 0, /Exit codes/]
  ]
  for (const [tool, args, code, sentence] of cases) {
    const ended = await run(tool, ...args)
    assert.equal(ended.code, code, ended.said)
    assert.match(ended.said, sentence)
    assert.doesNotMatch(ended.said, /\n\s+at /)
  }
  refusing.close()
  const gone = await run('import.ts', 'stones', file, '--url', url)
  assert.equal(gone.code, 1)
  assert.match(gone.said, /Nothing answers at/)
})
