import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { keys, staff, testDatabase } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/categories.ts'

const { db } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const manager = await staff('catalogue:write')

const contract = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
}
/** What injects SQL where text is put into statements: quotes, comments, unions, waits, stacked statements, LIKE wildcards, JSON paths. */
const corpus = [
  "'",
  '"',
  "' or '1'='1",
  "' or 1=1 --",
  '1; drop table categories; --',
  "') or ('a'='a",
  "' union select version() --",
  "'||pg_sleep(3)||'",
  '1 and (select pg_sleep(3)) is null',
  '%'.repeat(50),
  '_%_%_%',
  '\\',
  "\\'; --",
  '$$;select 1;$$',
  '${1}',
  "name'->>'x",
  '{"a":1}',
  '1e309',
  '-1',
  '9'.repeat(40),
  "a'/**/or/**/1=1",
  '\u02bc or 1=1',
  '🙂'
]

test('A45 no parameter of any address of category reaches SQL as SQL: never a 5xx, and nothing is gone', async () => {
  for (const [path, operations] of Object.entries(contract.paths)) {
    for (const [method, { parameters = [] }] of Object.entries(operations)) {
      if (path.startsWith('/internal')) continue
      for (const text of corpus) {
        const value = encodeURIComponent(text)
        const address = path.replaceAll(/\{\w+\}/g, value)
        const query = parameters.filter((one) => one.in === 'query').map(({ name }) => `${name}=${value}`)
        for (const search of ['', ...query, query.join('&'), `${value}=${value}`]) {
          const reply = await app.inject({
            method: method.toUpperCase() as 'GET',
            url: `${address}${search === '' ? '' : `?${search}`}`,
            headers: { ...manager, 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() },
            ...(method === 'get' || method === 'delete' ? {} : { payload: { slug: text, name: text, [text]: text } })
          })
          assert.ok(reply.statusCode < 500, `${method} ${path} ${search}: ${reply.body}`)
        }
      }
    }
  }
  assert.equal((await app.inject('/api/v1/categories')).statusCode, 200)
})

test('A67 lists of category are capped, and places that nobody gave are refused', async () => {
  for (const list of ['/api/v1/collections', '/api/v1/menus']) {
    for (const limit of ['1e9', '1000000000', '101', '0', '-1', '1.5', 'NaN', '', '[]', '24&limit=9'])
      assert.equal((await app.inject(`${list}?limit=${limit}`)).statusCode, 400, limit)
    for (const after of ['x', 'W10', 'e30', 'A'.repeat(501), 'WzEsMl0', "'"])
      assert.equal((await app.inject(`${list}?after=${after}`)).statusCode, 400, after)
    assert.equal((await app.inject(`${list}?offset=100000000`)).statusCode, 400)
  }
  const items = Array.from({ length: 1001 }, (_, i) => ({ slug: `c-${i}`, name: 'x', parentSlug: null, position: 0 }))
  const put = (count: number) =>
    app.inject({
      method: 'PUT',
      url: '/api/v1/categories/import',
      headers: manager,
      payload: { items: items.slice(0, count) }
    })
  assert.equal((await put(1001)).statusCode, 400)
  assert.equal((await put(1000)).statusCode, 200)
  assert.ok((await app.inject('/api/v1/categories')).rawPayload.length < 1_000_000)
})
