import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newDesign, openCatalogue } from './catalogue.ts'

const shop = await openCatalogue()
const { app, db } = shop
await shop.importDesigns(
  ...Array.from({ length: 150 }, (_, i) => newDesign({ title: `Ring ${i} ${'long '.repeat(20)}` }))
)

const contract = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
}
/** What injects SQL where text is put into statements: quotes, comments, unions, waits, stacked statements, LIKE wildcards, JSON paths, words of the text search. */
const corpus = [
  "'",
  '"',
  "' or '1'='1",
  '1; drop table designs; --',
  "' union select version() --",
  "'||pg_sleep(3)||'",
  '1 and (select pg_sleep(3)) is null',
  '%'.repeat(50),
  '_%_%_%',
  '\\',
  "\\'; --",
  '$$;select 1;$$',
  "name'->>'x",
  '{"a":1}',
  '1e309',
  '-1',
  '9'.repeat(40),
  "a:* & !b | 'c",
  '<-> ((( & |',
  '"" or "',
  '\u02bc or 1=1'
]

test('A45 no parameter of any address of product reaches SQL as SQL: never a 5xx, and nothing is gone', async () => {
  const before = await sql`select count(*) from designs`.execute(db)
  for (const [path, operations] of Object.entries(contract.paths)) {
    for (const [method, { parameters = [] }] of Object.entries(operations)) {
      if (path.startsWith('/internal')) continue
      const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
      for (const text of corpus) {
        const value = encodeURIComponent(text)
        const query = names.map((name) => `${name}=${value}`)
        for (const search of new Set(['', ...query, query.join('&')])) {
          const reply = await app.inject({
            method: method.toUpperCase() as 'GET',
            url: `${path.replaceAll(/\{\w+\}/g, value)}${search === '' ? '' : `?${search}`}`,
            headers: { ...shop.manager, 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() },
            ...(method === 'get' || method === 'delete' ? {} : { payload: { slug: text, name: text, [text]: text } })
          })
          assert.ok(reply.statusCode < 500, `${method} ${path} ${search}: ${reply.body}`)
        }
      }
    }
  }
  assert.deepEqual((await sql`select count(*) from designs`.execute(db)).rows, before.rows)
})

test('A67 lists of product are capped below 1 MB, and places that nobody gave, and long filters, are refused', async () => {
  const lists = [
    '/api/v1/designs',
    '/api/v1/stones',
    '/api/v1/pieces',
    '/api/v1/media',
    '/api/v1/metal-rates/history',
    '/api/v1/metal-rates/proposals',
    '/api/v1/metal-rates/feed-runs'
  ]
  const get = (url: string) => app.inject({ url, headers: shop.manager })
  for (const list of lists) {
    for (const limit of ['1e9', '1000000000', '101', '0', '-1', '1.5', 'NaN', '', '[]', '24&limit=9'])
      assert.equal((await get(`${list}?limit=${limit}`)).statusCode, 400, `${list} ${limit}`)
    for (const after of ['x', 'W10', 'e30', 'A'.repeat(501), "'"])
      assert.equal((await get(`${list}?after=${encodeURIComponent(after)}`)).statusCode, 400, `${list} ${after}`)
    assert.equal((await get(`${list}?offset=100000000`)).statusCode, 400, list)
    const full = await get(`${list}?limit=100`)
    assert.equal(full.statusCode, 200, full.body)
    assert.ok(full.rawPayload.length < 1_000_000)
  }
  const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}=${i}`).join('&')
  assert.equal((await get(`/api/v1/designs?${many('stone', 21)}`)).statusCode, 400)
  assert.equal((await get(`/api/v1/designs?${many('size', 2000)}`)).statusCode, 400)
  assert.equal((await get(`/api/v1/designs?q=${'a'.repeat(201)}`)).statusCode, 400)
  assert.equal((await get(`/api/v1/designs?q=${'a '.repeat(100)}&facets=true`)).statusCode, 200)
  assert.equal((await get(`/api/v1/stones?${many('colour', 31)}`)).statusCode, 400)
})
