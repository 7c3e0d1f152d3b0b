import { createHash } from 'node:crypto'
import { after } from 'node:test'
import { openDatabase, openPool } from '@lumora/kit/database'
import { fromService, keys, testDatabase } from '@lumora/kit/testing'
import { createLocalJWKSet } from 'jose'
import { sql } from 'kysely'
import { buildApp } from '../src/app.ts'
import { codeOf, stepOf } from '../src/controllers/codes.ts'
import { mailConfirmation } from '../src/controllers/emails.ts'
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

/** Registers somebody whose e-mail is confirmed, so that they can sign in. */
export async function customer(changes: object = {}) {
  const reply = await register(changes)
  if (reply.statusCode === 201)
    await sql`update users set "emailVerifiedAt" = now() where "id" = ${reply.json().user.id}`.execute(db)
  return reply
}

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

const real = await realApp()

/** A request in a session, as the gateway would send it on. */
export async function call(
  session: { token: string },
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
  headers: Record<string, string> = {}
) {
  return real.inject({
    method,
    url: `/api/v1/auth${path}`,
    headers: { 'x-forwarded-for': anAddress(), ...(await bearer(session.token)), ...headers },
    ...(payload ? { payload } : {})
  })
}

export const operator = await fromService('operator', 'auth', 'staff')

/** A new member of staff, who needs no second factor unless told, and a session of theirs. */
export async function makeStaff(roles: string[], secondFactor = 'not-required') {
  const email = someEmail()
  const { id } = (
    await post('/internal/staff', { email, password, name: 'Ravi Iyer', roles, secondFactor }, operator)
  ).json()
  const { session } = (await signIn({ email, password })).json()
  return { id: id as string, email, session: session as { token: string } }
}

/** What the JWT of a session says. */
export async function claimsOf(session: { token: string }) {
  const reply = await exchange(session.token)
  return JSON.parse(Buffer.from(reply.json().token.split('.')[1], 'base64url').toString())
}

/** Has the mail made that a registration leads to, as the job does. */
export const confirmationMailed = (userId: string) => mailConfirmation(deps, userId)

/** The tokens of the links mailed to an e-mail for a topic, the newest first. */
export async function linksTo(topic: string, email: string): Promise<string[]> {
  const { rows } = await sql<{ link: string }>`select "data"->>'link' as "link" from outbox
    where "topic" = ${`auth.${topic}`} and "data"->>'email' = ${email} order by "id" desc`.execute(db)
  return rows.map(({ link }) => link.split('#')[1]!)
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const fromBase32 = (text: string) =>
  Buffer.from(
    Array.from(text)
      .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2))
  )

/** The code that an app shows now. With `userId` the codes used before are forgotten, so that it counts again. */
export async function codeNow(secret: string, userId?: string): Promise<string> {
  if (userId) await sql`update "secondFactors" set "lastStep" = 0 where "userId" = ${userId}`.execute(db)
  return codeOf(fromBase32(secret), stepOf(Date.now()))
}

/** Sets up a second factor in this session. */
export async function enrol(session: { token: string }) {
  const { secret } = (await call(session, 'POST', '/second-factor', { password })).json()
  const reply = await call(session, 'POST', '/second-factor/confirm', { code: await codeNow(secret) })
  return { secret: secret as string, recoveryCodes: reply.json().recoveryCodes as string[] }
}
