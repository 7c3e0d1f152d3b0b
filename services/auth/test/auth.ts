import { createHash } from 'node:crypto'
import { after } from 'node:test'
import { openDatabase, openPool } from '@lumora/kit/database'
import { fromService, keys, testDatabase } from '@lumora/kit/testing'
import { createLocalJWKSet } from 'jose'
import { buildApp } from '../src/app.ts'
import { openSigning } from '../src/controllers/keys.ts'
import type { Tables } from '../src/models/users.ts'

export const { db, pool, url } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))

export const keySecret = 'k'.repeat(64)
export const serviceSecret = 's'.repeat(64)
const digest = createHash('sha256').update(serviceSecret).digest('hex')
export const deps = {
  db,
  signing: openSigning({ db, secret: keySecret }),
  clients: new Map(['gateway', 'order', 'cart', 'user', 'operator'].map((name) => [name, digest])),
  secureCookies: false,
  keySecret,
  shopUrl: 'https://shop.example',
  staffSecondFactor: 'required' as const,
  registrationsPerHour: 60
}
export const app = buildApp({ ...deps, keys })

export const password = 'correct horse battery'
export const someEmail = () => `${crypto.randomUUID()}@example.com`

/** A request from an address of its own, so that tests do not use up each other's tries. */
export const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: path, payload, headers: { 'x-forwarded-for': anAddress(), ...headers } })

let addresses = 0
export const anAddress = () => `198.18.${addresses >> 8}.${addresses++ & 255}`

export const register = (changes: object = {}) =>
  post('/api/v1/auth/register', { email: someEmail(), password, name: 'Asha Rao', ...changes })

export const signIn = (payload: object, address = anAddress()) =>
  post('/api/v1/auth/sessions', payload, { 'x-forwarded-for': address })

const gateway = await fromService('gateway', 'auth', 'sessions')
export const exchange = (token: string, at = app) =>
  at.inject({ method: 'POST', url: '/internal/sessions/exchange', payload: { token }, headers: gateway })

export const slug = (reply: { json: () => { type: string } }) => reply.json().type.split('/').at(-1)

/** The header that the gateway would send on for this session. */
export async function bearer(sessionToken: string) {
  const reply = await exchange(sessionToken)
  return { authorization: `Bearer ${reply.json().token}` }
}

/** The same service started again, with nothing in its memory. */
export function anotherProcess() {
  const ownPool = openPool(url)
  const ownDb = openDatabase<Tables>(ownPool)
  after(() => ownDb.destroy())
  return buildApp({ ...deps, db: ownDb, signing: openSigning({ db: ownDb, secret: keySecret }), keys })
}

/** The same service as seen by one who verifies its tokens by the keys it really publishes. */
export async function realApp() {
  const { keys: published } = await deps.signing.publicKeys()
  return buildApp({ ...deps, keys: createLocalJWKSet({ keys: published }) })
}
