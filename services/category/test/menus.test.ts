import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { keys, signedIn, staff, testDatabase } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/categories.ts'

const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const manager = await staff('catalogue:write')
const url = '/api/v1/menus'
const categoryUrl = '/api/v1/categories'
const collectionUrl = '/api/v1/collections'

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
const send = (method: Method, path: string, payload?: object, headers: object = manager) =>
  app.inject({ method, url: path, headers: { ...headers }, ...(payload ? { payload } : {}) })
const post = (path: string, payload: object, key: string = crypto.randomUUID()) =>
  send('POST', path, payload, { ...manager, 'idempotency-key': key })
const loaded = async (path: string) => ({
  ...manager,
  'if-match': (await send('GET', path)).headers.etag ?? '"1"'
})
const read = async (name: string, headers: object = {}) =>
  (await send('GET', `${url}/${name}`, undefined, headers)).json()
const replace = async (name: string, ...links: object[]) =>
  send('PUT', `${url}/${name}`, { title: name, links }, await loaded(`${url}/${name}`))
const remove = async (path: string) => send('DELETE', path, undefined, await loaded(path))
const problemOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const menu = (name: string, ...links: object[]) => ({ name, title: name, links })
const category = (slug: string) => ({ slug, name: slug.toUpperCase(), parentSlug: null, position: 0 })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

await send('PUT', `${categoryUrl}/import`, { items: ['rings', 'studs', 'chains'].map(category) })
await post(collectionUrl, { slug: 'gifts', name: 'Gifts', designs: [] })
await post(collectionUrl, { slug: 'diwali', name: 'Diwali', designs: [], activeFrom: inDays(3) })

test('POST /menus keeps links in their order, and GET shows them by the names of what they lead to, in one statement', async () => {
  const key = crypto.randomUUID()
  const main = menu(
    'main',
    { url: '/stones', label: 'Stones' },
    { category: 'rings' },
    { category: 'rings', label: 'All rings' },
    { collection: 'gifts' }
  )
  const first = await post(url, main, key)
  assert.equal(first.statusCode, 201)
  assert.equal((await post(url, main, key)).body, first.body)
  assert.equal(problemOf(await post(url, main)), 'name-taken')
  let shown: Awaited<ReturnType<typeof read>>
  const statements = await statementsDuring(pool, async () => (shown = await read('main')))
  assert.equal(statements.length, 1)
  assert.deepEqual(shown.links, [
    { label: 'Stones', ownLabel: 'Stones', category: null, collection: null, url: '/stones' },
    { label: 'RINGS', ownLabel: null, category: 'rings', collection: null, url: null },
    { label: 'All rings', ownLabel: 'All rings', category: 'rings', collection: null, url: null },
    { label: 'Gifts', ownLabel: null, category: null, collection: 'gifts', url: null }
  ])
})

test('GET /menus/{name} follows what is renamed, and its ETag changes then', async () => {
  const { etag } = (await send('GET', `${url}/main`)).headers
  const again = () => send('GET', `${url}/main`, undefined, { 'if-none-match': etag })
  assert.equal((await again()).statusCode, 304)
  const change = { slug: 'finger-rings', name: 'Finger rings' }
  await send('PATCH', `${categoryUrl}/rings`, change, await loaded(`${categoryUrl}/rings`))
  const changed = await again()
  assert.equal(changed.statusCode, 200)
  assert.deepEqual(
    changed.json().links.map(({ label, category: to }: { label: string; category: string }) => [label, to]),
    [
      ['Stones', null],
      ['Finger rings', 'finger-rings'],
      ['All rings', 'finger-rings'],
      ['Gifts', null]
    ]
  )
  await send('PATCH', `${categoryUrl}/finger-rings`, { slug: 'rings' }, await loaded(`${categoryUrl}/finger-rings`))
})

test('GET /menus/{name} leaves out links to collections that are not active, but not for staff', async () => {
  await post(url, menu('season', { collection: 'diwali' }, { collection: 'gifts' }))
  assert.deepEqual(
    (await read('season')).links.map(({ collection }: { collection: string }) => collection),
    ['gifts']
  )
  assert.equal((await read('season', manager)).links.length, 2)
  assert.equal((await read('season', await signedIn(crypto.randomUUID()))).links.length, 1)
})

test('PUT /menus/{name} replaces the links, in a number of statements that does not grow with them', async () => {
  await post(url, menu('long'))
  const links = Array.from({ length: 100 }, (_, index) => ({ url: `/page-${index}`, label: String(index) }))
  const counts = []
  for (const some of [links.slice(0, 1), links]) {
    const headers = await loaded(`${url}/long`)
    const payload = { title: 'Long', links: some }
    counts.push((await statementsDuring(pool, () => send('PUT', `${url}/long`, payload, headers))).length)
  }
  assert.deepEqual(counts, [6, 6])
  const shown = await read('long')
  assert.deepEqual([shown.title, shown.version, shown.links.length, shown.links[99].url], ['Long', 3, 100, '/page-99'])
})

test('POST /menus refuses links to nowhere, and addresses that are none', async () => {
  assert.equal(problemOf(await post(url, menu('bad', { category: 'nowhere' }))), 'link-not-known')
  assert.equal(problemOf(await post(url, menu('bad', { collection: 'rings' }))), 'link-not-known')
  assert.equal(problemOf(await post(url, menu('bad', { category: 'constructor' }))), 'link-not-known')
  for (const link of [
    {},
    { label: 'x' },
    { url: '/no-label' },
    { category: 'rings', collection: 'gifts' },
    { category: 'rings', colour: 'red' },
    ...[
      'javascript:alert(1)',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'http://elsewhere.example',
      'https://',
      ''
    ].map((to) => ({ url: to, label: 'x' }))
  ])
    assert.equal((await post(url, menu('bad', link))).statusCode, 400, JSON.stringify(link))
  assert.equal((await send('GET', `${url}/bad`)).statusCode, 404)
})

test('What a menu leads to is not removed, and the refusal names the menu', async () => {
  await post(url, menu('footer', { category: 'studs' }, { category: 'studs' }))
  const refused = await remove(`${categoryUrl}/studs`)
  assert.equal(problemOf(refused), 'category-in-use')
  assert.deepEqual([refused.json().menus, refused.json().collections], [['footer'], []])
  const other = await remove(`${collectionUrl}/gifts`)
  assert.equal(problemOf(other), 'collection-in-use')
  assert.deepEqual(other.json().menus, ['main', 'season'])
  assert.equal((await remove(`${url}/footer`)).statusCode, 204)
  assert.equal((await remove(`${categoryUrl}/studs`)).statusCode, 204)
})

test('GET /menus pages by name in one statement', async () => {
  const first = (await send('GET', `${url}?limit=2`)).json()
  assert.deepEqual(
    first.items.map(({ name }: { name: string }) => name),
    ['long', 'main']
  )
  const statements = await statementsDuring(pool, async () => {
    const second = (await send('GET', `${url}?limit=2&after=${first.next}`)).json()
    assert.deepEqual([second.items.length, second.next], [1, null])
  })
  assert.equal(statements.length, 1)
  const { etag } = (await send('GET', url)).headers
  assert.equal((await send('GET', url, undefined, { 'if-none-match': etag })).statusCode, 304)
})

test('PUT /menus/{name} by 20 at once lets one through, whose links are then the only ones', async () => {
  await post(url, menu('raced'))
  const headers = await loaded(`${url}/raced`)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      send(
        'PUT',
        `${url}/raced`,
        { title: 'x', links: [{ url: `/${index}`, label: 'a' }, { category: 'chains' }] },
        headers
      )
    )
  )
  const through = replies.filter(({ statusCode }) => statusCode === 200)
  assert.equal(through.length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 412).length, 19)
  assert.deepEqual((await read('raced')).links, through[0]!.json().links)
})

test('POST /menus by 20 with one name makes one', async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => post(url, menu('contested', { category: 'chains' })))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 201).length, 1)
  assert.equal(replies.filter((reply) => reply.statusCode === 409 && problemOf(reply) === 'name-taken').length, 19)
})

test('Menus are edited while what they lead to is renamed, and neither waits for the other forever', async () => {
  await post(url, menu('busy', { category: 'chains' }))
  for (let round = 0; round < 20; round++) {
    const [replaced, renamed] = await Promise.all([
      replace('busy', { category: 'chains' }, { category: 'rings' }),
      send('PATCH', `${categoryUrl}/rings`, { slug: `rings-${round}` }, await loaded(`${categoryUrl}/rings`))
    ])
    assert.equal(renamed.statusCode, 200)
    assert.ok([200, 422].includes(replaced.statusCode), replaced.body)
    const back = await loaded(`${categoryUrl}/rings-${round}`)
    await send('PATCH', `${categoryUrl}/rings-${round}`, { slug: 'rings' }, back)
  }
})

test('Menus are changed by staff of the catalogue only, and as they were loaded', async () => {
  const customer = await signedIn(crypto.randomUUID())
  const payload = { title: 'x', links: [] }
  assert.equal((await send('PUT', `${url}/main`, payload, {})).statusCode, 401)
  assert.equal((await send('PUT', `${url}/main`, payload, customer)).statusCode, 403)
  assert.equal((await send('PUT', `${url}/main`, payload)).statusCode, 428)
  assert.equal((await send('DELETE', `${url}/main`)).statusCode, 428)
  assert.equal((await send('PUT', `${url}/none`, payload, { ...manager, 'if-match': '"1"' })).statusCode, 404)
  assert.equal((await send('DELETE', `${url}/main`, undefined, { ...manager, 'if-match': '"77"' })).statusCode, 412)
})
