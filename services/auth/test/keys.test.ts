import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { openSigning } from '../src/controllers/keys.ts'
import { app, db, deps, keySecret } from './auth.ts'

const url = '/.well-known/jwks.json'
const kids = async (from = app) =>
  (await from.inject(url)).json().keys.map(({ kid }: { kid: string }) => kid) as string[]
const instance = () => openSigning({ db, secret: keySecret })
const appOf = (signing: typeof deps.signing) => buildApp({ ...deps, signing, keys: async () => new Uint8Array() })
const kidOf = async (signing: typeof deps.signing) => decodeProtectedHeader(await signing.sign('u', 'lumora', {})).kid!

test('GET /.well-known/jwks.json [20 instances start at once on an empty database] is the same two keys of each', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, async () => kids(appOf(instance()))))
  assert.equal(new Set(answers.map((answer) => answer.join())).size, 1)
  assert.equal(answers[0]!.length, 2)
  const signers = await Promise.all(Array.from({ length: 5 }, async () => kidOf(instance())))
  assert.equal(new Set(signers).size, 1)
  assert.ok(answers[0]!.includes(signers[0]!))
})

test('GET /.well-known/jwks.json tells nothing of the private keys, and the database holds them encrypted', async () => {
  const reply = await app.inject(url)
  for (const key of reply.json().keys) {
    assert.deepEqual(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    assert.equal(key.alg, 'EdDSA')
  }
  const rows = await db.selectFrom('signingKeys').selectAll().execute()
  for (const { privateKey } of rows) assert.ok(!privateKey!.toString('latin1').includes('"d"'))
})

test('a signing key that is rotated out is published for 10 minutes more; the next one was published before it signed', async () => {
  const signing = instance()
  const other = instance()
  const before = await kids(appOf(signing))
  const oldToken = await signing.sign('u', 'lumora', {})
  const otherOld = await kidOf(other)
  await signing.rotate()
  const newKid = await kidOf(signing)
  assert.notEqual(newKid, decodeProtectedHeader(oldToken).kid)
  assert.ok(before.includes(newKid))
  const fresh = appOf(instance())
  const published = (await fresh.inject(url)).json()
  assert.equal(published.keys.length, 3)
  await jwtVerify(oldToken, createLocalJWKSet(published))
  await jwtVerify(await signing.sign('u', 'lumora', {}), createLocalJWKSet(published))

  assert.equal(await kidOf(other), otherOld)
  await jwtVerify(await other.sign('u', 'lumora', {}), createLocalJWKSet(published))

  await sql`update "signingKeys" set "retiredAt" = now() - interval '10 minutes' where "state" = 'retired'`.execute(db)
  assert.equal((await kids(appOf(instance()))).length, 2)
  const { rows } =
    await sql`select 1 from "signingKeys" where "state" = 'retired' and "privateKey" is not null`.execute(db)
  assert.equal(rows.length, 0)
})

test('rotating 10 times at once leaves one current and one next key', async () => {
  await Promise.all(Array.from({ length: 10 }, () => instance().rotate()))
  const rows = await db.selectFrom('signingKeys').select('state').where('state', '<>', 'retired').execute()
  assert.deepEqual(rows.map(({ state }) => state).sort(), ['current', 'next'])
})

test('signing with another KEY_SECRET than the keys were encrypted with fails and says so', async () => {
  await assert.rejects(openSigning({ db, secret: 'x'.repeat(64) }).sign('u', 'lumora', {}), /KEY_SECRET/)
})
