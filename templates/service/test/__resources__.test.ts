import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsDuring } from '@lumora/kit/database'
import { keys, signedIn, testDatabase } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import type { Tables } from '../src/models/__resources__.ts'

const { db, pool } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
const app = buildApp({ db, keys })
const url = '/api/v1/__resources__'

const post = (user: object, payload: object) =>
  app.inject({ method: 'POST', url, headers: { ...user, 'idempotency-key': crypto.randomUUID() }, payload })

test('POST /__resources__ by a signed-in user makes one, which only that user sees', async () => {
  const user = await signedIn(crypto.randomUUID())
  const reply = await post(user, { name: 'first' })
  assert.equal(reply.statusCode, 201)
  assert.equal(reply.json().name, 'first')
  assert.equal((await app.inject({ url, headers: user })).json().items.length, 1)
  assert.equal((await app.inject({ url, headers: await signedIn(crypto.randomUUID()) })).json().items.length, 0)
})

test('POST /__resources__ with a field of the user’s own is a 400 that names it', async () => {
  const reply = await post(await signedIn(crypto.randomUUID()), { name: 'first', userId: crypto.randomUUID() })
  assert.equal(reply.statusCode, 400)
  assert.equal(reply.json().errors[0].pointer, '#/userId')
})

test('GET /__resources__ without a sign-in is a 401', async () => {
  assert.equal((await app.inject(url)).statusCode, 401)
})

test('GET /__resources__ pages through all of them, one statement a page', async () => {
  const user = await signedIn(crypto.randomUUID())
  for (const name of ['a', 'b', 'c']) await post(user, { name })
  const first = (await app.inject({ url: `${url}?limit=2`, headers: user })).json()
  let second: { items: { name: string }[]; next: string | null } | undefined
  const statements = await statementsDuring(pool, async () => {
    second = (await app.inject({ url: `${url}?limit=2&after=${first.next}`, headers: user })).json()
  })
  assert.deepEqual(
    second!.items.map(({ name }) => name),
    ['c']
  )
  assert.equal(second!.next, null)
  assert.equal(statements.length, 1)
})
