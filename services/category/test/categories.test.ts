import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase, statementsDuring } from '@lumora/kit/database'
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
/** Headers of someone who has just loaded a category. */
const loaded = async (slug: string) => ({
  ...manager,
  'if-match': (await app.inject(`${url}/${slug}`)).headers.etag ?? '"1"'
})
const move = async (slug: string, change: object) => inject('PATCH', `/${slug}`, change, await loaded(slug))
const remove = async (slug: string) => inject('DELETE', `/${slug}`, undefined, await loaded(slug))

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

test('GET /categories shows each change at once, whichever process made it', async () => {
  const other = buildApp({ db: openDatabase<Tables>(pool), keys })
  const both = () => Promise.all([app, other].map(async (one) => (await one.inject(url)).body))
  await put(item('seen', null, 99))
  for (const change of [
    () => move('seen', { name: 'Seen' }),
    () => move('seen', { slug: 'seen-anew' }),
    () => remove('seen-anew'),
    () => put(item('seen', null, 98)),
    () => remove('seen')
  ]) {
    const before = await both()
    assert.equal(before[0], before[1])
    await change()
    const changed = await both()
    assert.equal(changed[0], changed[1])
    assert.notEqual(changed[0], before[0])
  }
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
  assert.match(String((await app.inject(`${url}/bands`)).headers.etag), new RegExp(`^"${version + 1}-`))
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

test('DELETE /categories/{slug} removes a leaf as it was loaded, and not what has others in it', async () => {
  await put(item('parent', null), item('child', 'parent'))
  const refused = await remove('parent')
  assert.equal(slugOf(refused), 'category-not-empty')
  assert.deepEqual(refused.json().children, ['child'])
  assert.equal((await inject('DELETE', '/child')).statusCode, 428)
  const early = await loaded('child')
  await move('child', { name: 'Changed' })
  assert.equal((await inject('DELETE', '/child', undefined, early)).statusCode, 412)
  assert.equal((await remove('child')).statusCode, 204)
  assert.equal((await remove('parent')).statusCode, 204)
  assert.equal((await remove('parent')).statusCode, 404)
})

test('DELETE /categories/{slug} raced with adding one in it leaves none without its parent', async () => {
  for (let round = 0; round < 20; round++) {
    const [parent, child] = [`parent-${round}`, `child-${round}`]
    await put(item(parent, null))
    const [removed, added] = await Promise.all([remove(parent), add(item(child, parent))])
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
  const deep = Array.from({ length: 65 }, (_, index) => item(`deep-${index}`, index === 0 ? null : `deep-${index - 1}`))
  assert.equal(slugOf(await put(...deep.toReversed())), 'tree-too-deep')
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

test('PATCH /categories/{slug} moves or renames a branch of any size in one statement', async () => {
  const chain = Array.from({ length: 40 }, (_, index) =>
    item(`level-${index}`, index === 0 ? null : `level-${index - 1}`)
  )
  await put(...chain, item('elsewhere', null))
  for (const [change, most] of [
    [{ parentSlug: 'elsewhere' }, 7],
    [{ slug: 'first-level' }, 8]
  ] as const) {
    const headers = await loaded('level-0')
    const statements = await statementsDuring(pool, () => inject('PATCH', '/level-0', change, headers))
    assert.equal(statements.filter((text) => /(update|insert into|delete from) "?categories/.test(text)).length, 1)
    assert.ok(statements.length <= most, statements.join('\n'))
  }
  assert.deepEqual((await read('level-39')).path.slice(0, 3), ['elsewhere', 'first-level', 'level-1'])
  assert.equal((await read('level-39')).path.length, 41)
})

test('PATCH /categories/{slug} tells of a rename, and of nothing else', async () => {
  await put(item('told', null))
  const events = () =>
    db.selectFrom('outbox').select(['topic', 'version', 'data']).where('subject', '=', categoryId).execute()
  const categoryId: string = (await read('told')).id
  await move('told', { name: 'Other', slug: 'told', position: 3 })
  assert.deepEqual(await events(), [])
  await move('told', { slug: 'told-anew' })
  assert.deepEqual(await events(), [
    { topic: 'category.renamed', version: 3, data: { categoryId, slug: 'told-anew', formerSlug: 'told' } }
  ])
})

test('GET /categories/{slug} is one statement, and two for a slug that is not one now', async () => {
  assert.equal((await statementsDuring(pool, () => app.inject(`${url}/halo`))).length, 1)
  assert.equal((await statementsDuring(pool, () => app.inject(`${url}/never-was`))).length, 2)
})

test('GET /categories/{slug} by a former slug leads to the present one in one step, however often it was renamed', async () => {
  await put(item('first-name', null), item('below', 'first-name'))
  await move('first-name', { slug: 'second-name' })
  await move('second-name', { slug: 'third-name' })
  for (const former of ['first-name', 'second-name']) {
    const reply = await app.inject(`${url}/${former}`)
    assert.equal(reply.statusCode, 308)
    assert.equal(reply.headers.location, `${url}/third-name`)
    assert.deepEqual(reply.json(), { slug: 'third-name' })
  }
  assert.equal((await read('below')).parentSlug, 'third-name')
  await move('third-name', { slug: 'first-name' })
  assert.equal((await app.inject(`${url}/first-name`)).statusCode, 200)
  assert.equal((await app.inject(`${url}/third-name`)).headers.location, `${url}/first-name`)
})

test('GET /categories/{slug} by a former slug that another category took, by whatever way, is that one', async () => {
  for (const [former, take] of [
    ['taken-by-post', () => add(item('taken-by-post', null))],
    ['taken-by-import', () => put(item('taken-by-import', null))],
    ['taken-by-rename', async () => (await put(item('spare', null)), move('spare', { slug: 'taken-by-rename' }))]
  ] as const) {
    await put(item(former, null))
    const { id } = await read(former)
    await move(former, { slug: `${former}-later` })
    await take()
    const found = await app.inject(`${url}/${former}`)
    assert.equal(found.statusCode, 200)
    assert.notEqual(found.json().id, id)
    await remove(former)
    assert.equal((await app.inject(`${url}/${former}`)).statusCode, 404)
  }
})

test('GET /categories/{slug} by a former slug of what was removed is a 404', async () => {
  await put(item('short-lived', null))
  await move('short-lived', { slug: 'short-lived-2' })
  await remove('short-lived-2')
  assert.equal((await app.inject(`${url}/short-lived`)).statusCode, 404)
})

test('PATCH /categories/{slug} by 20 who rename theirs to the same lets one through', async () => {
  const slugs = Array.from({ length: 20 }, (_, index) => `rival-${index}`)
  await put(...slugs.map((slug) => item(slug, null)))
  const headers = await Promise.all(slugs.map(loaded))
  const replies = await Promise.all(
    slugs.map((slug, index) => inject('PATCH', `/${slug}`, { slug: 'the-one' }, headers[index]))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(replies.filter((reply) => reply.statusCode === 409 && slugOf(reply) === 'slug-taken').length, 19)
})

test('PATCH /categories/{slug} by 20 who rename one at once lets one through, and no other name leads anywhere', async () => {
  await put(item('wanted', null))
  const headers = await loaded('wanted')
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) => inject('PATCH', '/wanted', { slug: `wanted-${index}` }, headers))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(replies.filter(({ statusCode }) => statusCode === 412).length, 19)
  const after = await Promise.all(Array.from({ length: 20 }, (_, index) => app.inject(`${url}/wanted-${index}`)))
  assert.equal(after.filter(({ statusCode }) => statusCode === 200).length, 1)
  assert.equal(after.filter(({ statusCode }) => statusCode === 404).length, 19)
  assert.equal((await app.inject(`${url}/wanted`)).statusCode, 308)
})

test('PATCH /categories/{slug} by 20 who move 20 in a ring never closes it', async () => {
  const slugs = Array.from({ length: 20 }, (_, index) => `ring-${index}`)
  await put(...slugs.map((slug) => item(slug, null)))
  const headers = await Promise.all(slugs.map(loaded))
  const replies = await Promise.all(
    slugs.map((slug, index) => inject('PATCH', `/${slug}`, { parentSlug: `ring-${(index + 1) % 20}` }, headers[index]))
  )
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 19)
  assert.equal(slugOf(replies.find(({ statusCode }) => statusCode !== 200)!), 'category-in-itself')
  assert.equal((await tree()).filter(({ slug }) => slug.startsWith('ring-')).length, 20)
})

test('Settings come from the nearest category above that has them, which the answer names', async () => {
  await put(item('jewels', null), item('fingers', 'jewels'), item('pinkies', 'fingers'), item('plain', null))
  await move('jewels', { facets: ['metal', 'purity'], taxClass: 'jewellery', leadTimeDays: 14, sizeChart: 'ring' })
  await move('fingers', { leadTimeDays: 0, facets: [] })
  await move('pinkies', { sizeChart: 'none' })
  assert.deepEqual((await read('pinkies')).settings, {
    facets: { value: [], from: 'fingers' },
    sizeChart: { value: 'none', from: 'pinkies' },
    taxClass: { value: 'jewellery', from: 'jewels' },
    leadTimeDays: { value: 0, from: 'fingers' }
  })
  await move('fingers', { leadTimeDays: null })
  assert.deepEqual((await read('pinkies')).settings.leadTimeDays, { value: 14, from: 'jewels' })
  await move('pinkies', { parentSlug: 'plain' })
  assert.deepEqual((await read('pinkies')).settings.leadTimeDays, { value: null, from: null })
})

test('POST /categories keeps pictures, settings and what search engines are told, and an import leaves them', async () => {
  const pictures = [
    { url: 'https://cdn.example/halo.jpg', alt: 'A halo ring', width: 1600, height: 900 },
    { url: `/media/${'a'.repeat(40)}`, alt: 'The same, of media', width: 1600, height: 900, widths: [320, 640] }
  ]
  const seo = { title: 'Halo rings', description: null }
  const added = await add({ ...item('shown', null), pictures, seo, facets: ['metal'] })
  assert.equal(added.statusCode, 201)
  await put({ ...item('shown', null), name: 'Other' })
  const page = await read('shown')
  assert.deepEqual([page.name, page.pictures, page.seo], ['Other', pictures, seo])
  assert.deepEqual(page.settings.facets, { value: ['metal'], from: 'shown' })
})

test('PATCH /categories/{slug} refuses what is not known, or not fit to be shown', async () => {
  const refused = [
    { colour: 'red' },
    { slug: 'Not A Slug' },
    { seo: { title: 'x' } },
    { facets: ['metal', 'metal'] },
    { sizeChart: 'hat' },
    { leadTimeDays: -1 },
    { pictures: [{ url: 'javascript:alert(1)', alt: '', width: 1, height: 1 }] },
    { pictures: [{ url: '//elsewhere.example/x.png', alt: '', width: 1, height: 1 }] },
    { pictures: [{ url: '/x.png', alt: '', width: 0, height: 1 }] }
  ]
  for (const change of refused) assert.equal((await move('bands', change)).statusCode, 400, JSON.stringify(change))
})

test('GET /categories/{slug} answers 304 to its own ETag, until it or what it shows of others changes', async () => {
  const { etag } = (await app.inject(`${url}/engagement-rings`)).headers
  const again = () => app.inject({ url: `${url}/engagement-rings`, headers: { 'if-none-match': String(etag) } })
  assert.equal((await again()).statusCode, 304)
  await move('rings', { name: 'All rings' })
  const changed = await again()
  assert.equal(changed.statusCode, 200)
  assert.equal(changed.json().breadcrumbs[0].name, 'All rings')
})
