import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { matches } from '@lumora/kit/schemas'
import { keys, signedIn, staff, testDatabase } from '@lumora/kit/testing'
import type { TSchema } from 'typebox'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/categories.ts'

const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const manager = await staff('catalogue:write')
const url = '/api/v1/collections'

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
const send = (method: Method, path: string, payload?: object, headers: object = manager) =>
  app.inject({ method, url: path, headers: { ...headers }, ...(payload ? { payload } : {}) })
const add = (payload: object, key: string = crypto.randomUUID()) =>
  send('POST', url, payload, { ...manager, 'idempotency-key': key })
const read = (slug: string, headers: object = {}) => send('GET', `${url}/${slug}`, undefined, headers)
const loaded = async (path: string) => ({
  ...manager,
  'if-match': (await send('GET', path)).headers.etag ?? '"1"'
})
const change = async (slug: string, payload: object) =>
  send('PATCH', `${url}/${slug}`, payload, await loaded(`${url}/${slug}`))
const problemOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const byHand = (slug: string, rest: object = {}) => ({ slug, name: slug, designs: ['b', 'a', 'c'], ...rest })
const byRule = (slug: string, rule: object, rest: object = {}) => ({ slug, name: slug, rule, ...rest })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const category = (slug: string) => ({ slug, name: slug, parentSlug: null, position: 0 })
const categoryUrl = '/api/v1/categories'
await send('PUT', `${categoryUrl}/import`, { items: ['rings', 'bangles', 'studs'].map(category) })

/** The fields that product's listing can be asked for, as its contract says. */
const product = JSON.parse(readFileSync(new URL('../../product/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, { get: { parameters: { name: string; schema: TSchema }[] } }>
}
const listing = new Map(product.paths['/api/v1/designs']!.get.parameters.map(({ name, schema }) => [name, schema]))

test('POST /collections by hand keeps the designs in their order', async () => {
  const key = crypto.randomUUID()
  const first = await add(byHand('gifts'), key)
  assert.equal(first.statusCode, 201)
  assert.equal((await add(byHand('gifts'), key)).body, first.body)
  assert.equal(problemOf(await add(byHand('gifts'))), 'slug-taken')
  const { designs, rule, query, active } = (await read('gifts')).json()
  assert.deepEqual(
    { designs, rule, query, active },
    { designs: ['b', 'a', 'c'], rule: null, query: null, active: true }
  )
  await change('gifts', { designs: ['c', 'b'] })
  assert.deepEqual((await read('gifts')).json().designs, ['c', 'b'])
})

test('GET /collections/{slug} by rule says the query of product’s listing, as product’s contract has it', async () => {
  const rules: [rule: object, query: object][] = [
    [{ all: [{ metal: ['gold'] }] }, { metal: ['gold'] }],
    [
      { all: [{ type: ['ring', 'bangle'] }, { price: { minMinor: 1, maxMinor: 5 } }, { category: 'rings' }] },
      { type: ['ring', 'bangle'], minPriceMinor: 1, maxPriceMinor: 5, category: 'rings' }
    ],
    [{ any: [{ metal: ['gold'] }, { metal: ['platinum', 'gold'] }] }, { metal: ['gold', 'platinum'] }],
    [{ any: [{ stone: ['diamond'] }] }, { stone: ['diamond'] }],
    [{ any: [{ price: { maxMinor: 10 } }, { price: { minMinor: 5, maxMinor: 20 } }] }, { maxPriceMinor: 20 }],
    [{ any: [{ price: { minMinor: 11 } }, { price: { minMinor: 5, maxMinor: 10 } }] }, { minPriceMinor: 5 }],
    [{ any: [{ category: 'rings' }, { category: 'rings' }] }, { category: 'rings' }],
    [
      {
        all: [
          { shape: ['round', 'oval'] },
          { clarity: ['VS1'] },
          { carat: ['0.5-1'] },
          { origin: ['natural'] },
          { lab: ['GIA'] }
        ]
      },
      { shape: ['round', 'oval'], clarity: ['VS1'], carat: ['0.5-1'], origin: ['natural'], lab: ['GIA'] }
    ],
    [
      {
        all: [
          { purity: ['22K', '916'] },
          { colour: ['rose'] },
          { size: ['2-4'] },
          { readyToShip: true },
          { oneOfAKind: true }
        ]
      },
      { purity: ['22K', '916'], colour: ['rose'], size: ['2-4'], readyToShip: true, oneOfAKind: true }
    ]
  ]
  for (const [index, [rule, query]] of rules.entries()) {
    assert.equal((await add(byRule(`rule-${index}`, rule))).statusCode, 201, JSON.stringify(rule))
    const page = (await read(`rule-${index}`)).json()
    assert.deepEqual(page.query, query)
    assert.deepEqual(page.rule, rule)
    for (const [name, value] of Object.entries(page.query)) {
      assert.ok(listing.has(name), `product does not know ${name}`)
      assert.ok(matches(listing.get(name)!, value), `product does not take ${name}=${JSON.stringify(value)}`)
    }
  }
})

test('Every attribute that a rule can name is one of product’s, with the same values', () => {
  const own = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: any }> }> } }>
  }
  const page = own.paths['/api/v1/collections/{slug}']!.get.responses['200']!.content['application/json']!.schema
  const query = page.properties.query.anyOf[0].properties as Record<string, { items?: { enum?: string[] } }>
  for (const [name, schema] of Object.entries(query)) {
    const there: { items?: { enum?: string[] } } | undefined = listing.get(name)
    assert.ok(there, `product does not know ${name}`)
    assert.deepEqual(schema.items?.enum, there.items?.enum, name)
  }
})

test('POST /collections refuses a rule that no single listing means', async () => {
  const refused = [
    { any: [{ metal: ['gold'] }, { type: ['ring'] }] },
    { all: [{ metal: ['gold'] }, { metal: ['silver'] }] },
    { any: [{ price: { maxMinor: 10 } }, { price: { minMinor: 12 } }] },
    { any: [{ category: 'rings' }, { category: 'bangles' }] },
    { all: [{ price: { minMinor: 2, maxMinor: 1 } }] },
    { any: [{ size: Array.from({ length: 20 }, (_, index) => `a${index}`) }, { size: ['b'] }] }
  ]
  for (const rule of refused)
    assert.equal(problemOf(await add(byRule('never', rule))), 'rule-not-listable', JSON.stringify(rule))
  assert.equal(problemOf(await add(byRule('never', { all: [{ category: 'nowhere' }] }))), 'category-not-known')
})

test('POST /collections refuses what is neither or both, and what is not known', async () => {
  const rule = { all: [{ metal: ['gold'] }] }
  assert.equal(problemOf(await add({ slug: 'neither', name: 'x' })), 'hand-or-rule')
  assert.equal(problemOf(await add(byHand('both', { rule }))), 'hand-or-rule')
  for (const wrong of [
    byRule('never', {}),
    byRule('never', { all: [] }),
    byRule('never', { all: [{}] }),
    byRule('never', { all: [{ metal: ['gold'], type: ['ring'] }] }),
    byRule('never', { all: [{ metal: ['lead'] }] }),
    byRule('never', { all: [{ price: {} }] }),
    byRule('never', { all: [{ sql: ['1=1'] }] }),
    byRule('never', { ...rule, any: rule.all }),
    byHand('never', { designs: ['a', 'a'] }),
    byHand('never', { activeFrom: 'tomorrow' }),
    byHand('never', { activeFrom: '0000-01-01T00:00:00Z' }),
    byHand('never', { activeFrom: '2030-01-01T00:00:00+23:00' }),
    byHand('never', { colour: 'red' })
  ])
    assert.equal((await add(wrong)).statusCode, 400, JSON.stringify(wrong))
})

test('PATCH /collections/{slug} makes one by hand of one by rule, and back', async () => {
  await add(byRule('turning', { all: [{ category: 'studs' }] }))
  assert.equal((await change('turning', { designs: ['a'] })).json().query, null)
  assert.equal((await change('turning', { rule: { all: [{ metal: ['silver'] }] } })).json().designs, null)
  assert.equal(
    problemOf(await change('turning', { designs: [], rule: { all: [{ metal: ['gold'] }] } })),
    'hand-or-rule'
  )
})

test('A rule follows the category that it names when that is renamed, and keeps it from being removed', async () => {
  await add(byRule('of-bangles', { all: [{ category: 'bangles' }, { metal: ['gold'] }] }))
  const { etag } = (await read('of-bangles')).headers
  await send('PATCH', `${categoryUrl}/bangles`, { slug: 'kadas' }, await loaded(`${categoryUrl}/bangles`))
  const reply = await read('of-bangles', { 'if-none-match': etag })
  assert.equal(reply.statusCode, 200)
  assert.deepEqual(reply.json().query, { category: 'kadas', metal: ['gold'] })
  assert.deepEqual(reply.json().rule, { all: [{ category: 'kadas' }, { metal: ['gold'] }] })
  const refused = await send('DELETE', `${categoryUrl}/kadas`, undefined, await loaded(`${categoryUrl}/kadas`))
  assert.equal(problemOf(refused), 'category-in-use')
  assert.deepEqual(refused.json().collections, ['of-bangles'])
})

test('GET /collections/{slug} outside its dates is staff’s only, and not in the list', async () => {
  await add(byHand('past', { activeTo: inDays(-1) }))
  await add(byHand('future', { activeFrom: inDays(1) }))
  await add(byHand('now', { activeFrom: inDays(-1), activeTo: inDays(1) }))
  const customer = await signedIn(crypto.randomUUID())
  for (const slug of ['past', 'future']) {
    assert.equal((await read(slug)).statusCode, 404)
    assert.equal((await read(slug, customer)).statusCode, 404)
    assert.equal((await read(slug, manager)).json().active, false)
  }
  assert.equal((await read('now')).json().active, true)
  const listed = async (query: string, headers = {}) =>
    (await send('GET', `${url}?limit=100${query}`, undefined, headers))
      .json()
      .items.map(({ slug }: { slug: string }) => slug)
      .filter((slug: string) => ['past', 'future', 'now'].includes(slug))
  assert.deepEqual(await listed(''), ['now'])
  assert.deepEqual(await listed('&all=true', manager), ['past', 'future', 'now'])
  assert.equal((await send('GET', `${url}?all=true`, undefined, {})).statusCode, 401)
  assert.equal((await send('GET', `${url}?all=true`, undefined, customer)).statusCode, 403)
  assert.equal(problemOf(await change('now', { activeTo: inDays(-2) })), 'dates-not-valid')
  assert.equal((await change('past', { activeTo: null })).json().active, true)
})

test('GET /collections pages by position in one statement each, and answers 304 to its ETag', async () => {
  for (const position of [3, 1, 2]) await add(byHand(`placed-${position}`, { position: 1000 + position }))
  const seen: string[] = []
  let after = ''
  do {
    let page: { items: { slug: string }[]; next: string | null } | undefined
    const statements = await statementsDuring(pool, async () => {
      page = (await send('GET', `${url}?limit=2${after}`, undefined, {})).json()
    })
    assert.equal(statements.length, 1)
    seen.push(...page!.items.map(({ slug }) => slug))
    after = page!.next ? `&after=${page!.next}` : ''
  } while (after)
  assert.equal(new Set(seen).size, seen.length)
  assert.deepEqual(seen.slice(-3), ['placed-1', 'placed-2', 'placed-3'])
  const { etag } = (await send('GET', url)).headers
  assert.equal((await send('GET', url, undefined, { 'if-none-match': etag })).statusCode, 304)
  assert.equal((await send('GET', `${url}?after=x`)).statusCode, 400)
})

test('GET /collections/{slug} is one statement, 304 to its ETag, and 308 from a former slug', async () => {
  await add(byHand('old-name'))
  await change('old-name', { slug: 'new-name' })
  const former = await read('old-name')
  assert.equal(former.statusCode, 308)
  assert.equal(former.headers.location, `${url}/new-name`)
  assert.equal((await statementsDuring(pool, () => read('new-name'))).length, 1)
  const { etag } = (await read('new-name')).headers
  assert.equal((await read('new-name', { 'if-none-match': etag })).statusCode, 304)
  assert.equal((await read('rings')).statusCode, 404)
  assert.equal(
    (await send('PATCH', `${url}/old-name`, { name: 'x' }, { ...manager, 'if-match': '"1"' })).statusCode,
    412
  )
  assert.equal((await send('DELETE', `${url}/old-name`, undefined, { ...manager, 'if-match': '"1"' })).statusCode, 412)
  assert.equal((await send('PATCH', `${url}/never`, { name: 'x' }, { ...manager, 'if-match': '"1"' })).statusCode, 404)
  assert.equal(problemOf(await change('new-name', { slug: 'gifts' })), 'slug-taken')
  await add(byHand('old-name'))
  assert.equal((await read('old-name')).statusCode, 200)
})

test('POST and PATCH /collections are at most seven statements', async () => {
  const statements = await statementsDuring(pool, () => add(byRule('counted', { all: [{ category: 'rings' }] })))
  assert.ok(statements.length <= 7, statements.join('\n'))
  const headers = await loaded(`${url}/counted`)
  const rule = { all: [{ category: 'studs' }] }
  const changing = await statementsDuring(pool, () => send('PATCH', `${url}/counted`, { rule }, headers))
  assert.ok(changing.length <= 4, changing.join('\n'))
})

test('PATCH /collections/{slug} by 20 at once lets one through; by 20 to one slug, too', async () => {
  await add(byHand('raced'))
  const headers = await loaded(`${url}/raced`)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => send('PATCH', `${url}/raced`, { name: `Raced ${index}` }, headers))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 412).length, 19)
  const slugs = Array.from({ length: 20 }, (_, index) => `rival-${index}`)
  await Promise.all(slugs.map((slug) => add(byHand(slug))))
  const renames = await Promise.all(slugs.map((slug) => change(slug, { slug: 'winner' })))
  assert.equal(renames.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(renames.filter((reply) => reply.statusCode === 409 && problemOf(reply) === 'slug-taken').length, 19)
})

test('DELETE /categories/{slug} raced with a rule that names it leaves no rule without its category', async () => {
  for (let round = 0; round < 20; round++) {
    const slug = `fleeting-${round}`
    await send('PUT', `${categoryUrl}/import`, { items: [category(slug)] })
    const headers = await loaded(`${categoryUrl}/${slug}`)
    const [removed, added] = await Promise.all([
      send('DELETE', `${categoryUrl}/${slug}`, undefined, headers),
      add(byRule(`of-${slug}`, { all: [{ category: slug }] }))
    ])
    assert.ok(
      (removed.statusCode === 204 && added.statusCode === 422) ||
        (removed.statusCode === 409 && added.statusCode === 201),
      `${removed.statusCode} ${added.statusCode} ${removed.body} ${added.body}`
    )
  }
})

test('Collections are changed by staff of the catalogue only, and as they were loaded', async () => {
  const customer = await signedIn(crypto.randomUUID())
  const once = { 'idempotency-key': crypto.randomUUID() }
  assert.equal((await send('POST', url, byHand('x'), once)).statusCode, 401)
  assert.equal((await send('POST', url, byHand('x'), { ...customer, ...once })).statusCode, 403)
  assert.equal((await send('PATCH', `${url}/gifts`, { name: 'x' }, await staff('orders:read'))).statusCode, 403)
  assert.equal((await send('PATCH', `${url}/gifts`, { name: 'x' })).statusCode, 428)
  assert.equal((await send('DELETE', `${url}/gifts`)).statusCode, 428)
  assert.equal((await send('DELETE', `${url}/gifts`, undefined, { ...manager, 'if-match': '"99"' })).statusCode, 412)
  assert.equal((await send('DELETE', `${url}/gifts`, undefined, await loaded(`${url}/gifts`))).statusCode, 204)
  assert.equal((await read('gifts')).statusCode, 404)
})
