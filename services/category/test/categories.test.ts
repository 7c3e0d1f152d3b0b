import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { keys, signedIn, staff, testDatabase } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/categories.ts'

const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const manager = await staff('catalogue:write')
const url = '/api/v1/categories'

const inject = (
  method: 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
  headers: object = manager
) => app.inject({ method, url: `${url}${path}`, headers: { ...headers }, ...(payload ? { payload } : {}) })
const add = (payload: object, key: string = crypto.randomUUID()) =>
  inject('POST', '', payload, { ...manager, 'idempotency-key': key })
const put = (...items: object[]) => inject('PUT', '/import', { items })
const tree = async (): Promise<{ slug: string; path: string[] }[]> => (await app.inject(url)).json().items
const read = async (slug: string) => (await app.inject(`${url}/${slug}`)).json()
const slugOf = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)
const item = (slug: string, parentSlug: string | null, position = 0) => ({
  slug,
  name: slug.toUpperCase(),
  parentSlug,
  position
})
/** Moves a category as someone who has just loaded it. */
const move = async (slug: string, change: object) => {
  const { version } = await read(slug)
  return inject('PATCH', `/${slug}`, change, { ...manager, 'if-match': `"${version}"` })
}

test('PUT /categories/import takes a tree in any order, and GET lists it in tree order, in one statement', async () => {
  const reply = await put(
    item('engagement-rings', 'rings', 1),
    item('bands', 'rings', 0),
    item('rings', null, 0),
    item('halo', 'engagement-rings'),
    item('necklaces', null, 1)
  )
  assert.deepEqual(reply.json(), { imported: 5 })
  let listed: Awaited<ReturnType<typeof tree>> = []
  const statements = await statementsDuring(pool, async () => {
    listed = await tree()
  })
  assert.equal(statements.length, 1)
  assert.deepEqual(
    listed.map(({ path }) => path.join('/')),
    ['rings', 'rings/bands', 'rings/engagement-rings', 'rings/engagement-rings/halo', 'necklaces']
  )
})

test('GET /categories answers 304 to its own ETag, until something changes', async () => {
  const { etag } = (await app.inject(url)).headers
  const again = (value: string) => app.inject({ url, headers: { 'if-none-match': value } })
  assert.equal((await again(String(etag))).statusCode, 304)
  assert.equal((await again(`"other", W/${String(etag)}`)).statusCode, 304)
  assert.equal((await again('"other"')).statusCode, 200)
  await move('necklaces', { name: 'Necklaces' })
  assert.equal((await again(String(etag))).statusCode, 200)
})

test('GET /categories/{slug} shows the way to it and what is in it', async () => {
  const category = await read('engagement-rings')
  assert.deepEqual(category.breadcrumbs, [
    { slug: 'rings', name: 'RINGS' },
    { slug: 'engagement-rings', name: 'ENGAGEMENT-RINGS' }
  ])
  assert.deepEqual(
    category.children.map(({ slug }: { slug: string }) => slug),
    ['halo']
  )
  assert.equal((await app.inject(`${url}/nothing`)).statusCode, 404)
})

test('POST /categories with one key twice adds one, and its slug is then taken', async () => {
  const key = crypto.randomUUID()
  const first = await add(item('brooches', null, 9), key)
  assert.equal(first.statusCode, 201)
  assert.equal((await add(item('brooches', null, 9), key)).body, first.body)
  assert.equal(slugOf(await add(item('brooches', null, 9))), 'slug-taken')
  assert.equal(slugOf(await add(item('lost', 'nowhere'))), 'parent-not-known')
})

test('PATCH /categories/{slug} moves a branch with all that is in it, and never into itself', async () => {
  await put(item('a', null), item('b', 'a'), item('c', 'b'))
  assert.equal(slugOf(await move('a', { parentSlug: 'c' })), 'category-in-itself')
  assert.equal(slugOf(await move('a', { parentSlug: 'a' })), 'category-in-itself')
  const moved = await move('b', { parentSlug: 'rings', name: 'B' })
  assert.deepEqual(moved.json().path, ['rings', 'b'])
  assert.deepEqual((await read('c')).path, ['rings', 'b', 'c'])
})

test('PATCH /categories/{slug} needs the version that it changes', async () => {
  const { version } = await read('bands')
  assert.equal((await inject('PATCH', '/bands', { name: 'Bands' })).statusCode, 428)
  const headers = { ...manager, 'if-match': `"${version}"` }
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => inject('PATCH', '/bands', { name: `Bands ${index}` }, headers))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 412).length, 19)
  assert.equal((await app.inject(`${url}/bands`)).headers.etag, `"${version + 1}"`)
})

test('PATCH /categories/{slug} by two who move each into the other’s lets only one through', async () => {
  for (let round = 0; round < 20; round++) {
    const [one, other] = [`one-${round}`, `other-${round}`]
    await put(item(one, null), item(other, null))
    const replies = await Promise.all([move(one, { parentSlug: other }), move(other, { parentSlug: one })])
    assert.deepEqual(
      replies.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
      [200, 409]
    )
    assert.equal((await tree()).filter(({ slug }) => [one, other].includes(slug)).length, 2)
  }
})

test('DELETE /categories/{slug} removes a leaf, and not what has others in it', async () => {
  await put(item('parent', null), item('child', 'parent'))
  assert.equal(slugOf(await inject('DELETE', '/parent')), 'category-not-empty')
  assert.equal((await inject('DELETE', '/child')).statusCode, 204)
  assert.equal((await inject('DELETE', '/parent')).statusCode, 204)
  assert.equal((await inject('DELETE', '/parent')).statusCode, 404)
})

test('DELETE /categories/{slug} raced with adding one in it leaves none without its parent', async () => {
  for (let round = 0; round < 20; round++) {
    const [parent, child] = [`parent-${round}`, `child-${round}`]
    await put(item(parent, null))
    const [removed, added] = await Promise.all([inject('DELETE', `/${parent}`), add(item(child, parent))])
    assert.deepEqual(
      [
        [204, 422],
        [409, 201]
      ].some((pair) => pair[0] === removed.statusCode && pair[1] === added.statusCode),
      true,
      `${removed.statusCode} ${added.statusCode}`
    )
  }
})

test('PUT /categories/import refuses loops, unknown parents and a slug twice, and then changes nothing', async () => {
  const before = await tree()
  assert.equal(slugOf(await put(item('fine', null), item('x', 'y'), item('y', 'x'))), 'category-in-itself')
  assert.equal(slugOf(await put(item('fine', null), item('rings', 'halo'))), 'category-in-itself')
  assert.equal(slugOf(await put(item('fine', null), item('x', 'nowhere'))), 'parent-not-known')
  assert.equal(slugOf(await put(item('x', null), item('x', null))), 'named-twice')
  const deep = Array.from({ length: 9 }, (_, index) => item(`deep-${index}`, index === 0 ? null : `deep-${index - 1}`))
  assert.equal(slugOf(await put(...deep)), 'tree-too-deep')
  assert.deepEqual(await tree(), before)
})

test('PUT /categories/import again changes nothing that is the same', async () => {
  const { version } = await read('halo')
  await put(item('halo', 'engagement-rings'), item('pearls', 'necklaces'))
  assert.equal((await read('halo')).version, version)
  assert.deepEqual((await read('pearls')).path, ['necklaces', 'pearls'])
})

test('Categories are changed by staff of the catalogue only', async () => {
  const customer = await signedIn(crypto.randomUUID())
  assert.equal((await inject('PUT', '/import', { items: [item('x', null)] }, customer)).statusCode, 403)
  assert.equal((await inject('DELETE', '/rings', undefined, {})).statusCode, 401)
  assert.equal((await inject('DELETE', '/rings', undefined, await staff('orders:read'))).statusCode, 403)
})
