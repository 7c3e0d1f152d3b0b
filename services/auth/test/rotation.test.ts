import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { remoteKeys } from '@lumora/kit/auth'
import { openDatabase, openPool } from '@lumora/kit/database'
import { buildService } from '@lumora/kit/service'
import { eventually, fromService, keys } from '@lumora/kit/testing'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { buildApp } from '../src/app.ts'
import { openSigning } from '../src/controllers/keys.ts'
import type { Tables } from '../src/models/users.ts'
import { db, deps, keySecret, operator, customer, slug, url } from './auth.ts'

const gateway = await fromService('gateway', 'auth', 'sessions')

/** An instance of auth of its own, on a real port. */
async function instance() {
  const ownDb = openDatabase<Tables>(openPool(url))
  const app = buildApp({ ...deps, db: ownDb, signing: openSigning({ db: ownDb, secret: keySecret }), keys })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  after(async () => {
    await app.close()
    await ownDb.destroy()
  })
  return { app, origin }
}

/** A service that knows auth by its published keys only. */
async function verifier(origin: string) {
  const app = buildService({ name: 'order', keys: remoteKeys(`${origin}/.well-known/jwks.json`) })
  app.get(
    '/orders',
    { config: { access: 'customer' }, schema: { operationId: 'listOrders', response: { 200: Type.Null() } } },
    async () => null
  )
  await app.ready()
  return app
}

const rotate = (app: Awaited<ReturnType<typeof instance>>['app']) =>
  app.inject({ method: 'POST', url: '/internal/keys/rotate', headers: operator })
const age = () =>
  sql`update "signingKeys" set "createdAt" = "createdAt" - interval '61 seconds' where "state" = 'next'`.execute(db)

for (const round of ['once', 'a second time', 'a third time']) {
  test(`POST /internal/keys/rotate [${round}, under load, two instances of auth, two services] fails no request`, async () => {
    const [one, two] = [await instance(), await instance()]
    const services = [await verifier(one.origin), await verifier(two.origin)]
    const { session } = (await customer()).json()
    const kids = new Set<string>()
    const statuses = new Map<number, number>()
    const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
    let running = true
    const load = Array.from({ length: 8 }, async (_, worker) => {
      for (let i = worker; running; i++) {
        const reply = await (i % 2 ? one : two).app.inject({
          method: 'POST',
          url: '/internal/sessions/exchange',
          payload: { token: session.token },
          headers: gateway
        })
        count(reply.statusCode)
        const { token } = reply.json()
        kids.add(token.split('.')[0])
        const headers = { authorization: `Bearer ${token}` }
        for (const service of services) count((await service.inject({ url: '/orders', headers })).statusCode)
      }
    })
    await eventually('both instances and services to work', () => (statuses.get(200) ?? 0) > 50)
    await age()
    assert.equal((await rotate(one.app)).statusCode, 200)
    const before = statuses.get(200)!
    await eventually('the new key to sign', () => kids.size === 2 && statuses.get(200)! > before + 200)
    running = false
    await Promise.all(load)
    assert.deepEqual([...statuses.keys()], [200], JSON.stringify([...statuses]))
  })
}

test('POST /internal/keys/rotate is noted in the audit log', async () => {
  const { rows } = await sql`select 1 from "auditEntries" where "action" = 'rotate-keys'`.execute(db)
  assert.equal(rows.length, 3)
})

test('POST /internal/keys/rotate [20 at once] rotates once, as the new next key has not been published for a minute', async () => {
  const { app } = await instance()
  await age()
  const replies = await Promise.all(Array.from({ length: 20 }, () => rotate(app)))
  assert.equal(replies.filter(({ statusCode }) => statusCode === 200).length, 1)
  for (const reply of replies) if (reply.statusCode !== 200) assert.equal(slug(reply), 'key-too-new')
})
