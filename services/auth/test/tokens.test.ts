import assert from 'node:assert/strict'
import type { webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { scopesOf } from '@lumora/contracts/scopes'
import { remoteKeys, type Caller } from '@lumora/kit/auth'
import { buildService } from '@lumora/kit/service'
import { serviceTokens } from '@lumora/kit/tokens'
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose'
import { Type } from 'typebox'
import { app, bearer, deps, post, customer, serviceSecret, slug } from './auth.ts'

await app.listen({ port: 0, host: '127.0.0.1' })
after(() => app.close())
const { port } = app.server.address() as { port: number }
const origin = `http://127.0.0.1:${port}`

/** Another service, which verifies tokens by what auth publishes. */
const product = buildService({ name: 'product', keys: remoteKeys(`${origin}/.well-known/jwks.json`) })
product.get(
  '/who',
  { config: { access: 'anyone' }, schema: { operationId: 'who', response: { 200: Type.Unknown() } } },
  async ({ caller }) => caller
)
product.get(
  '/internal/quotes',
  { config: { access: { service: 'quotes' } }, schema: { operationId: 'quotes', response: { 200: Type.Unknown() } } },
  async () => ({})
)
const who = async (token: string) => {
  const reply = await product.inject({ url: '/who', headers: { authorization: `Bearer ${token}` } })
  return { status: reply.statusCode, caller: reply.json() as Caller }
}
const basic = (name: string, secret: string) => `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`
const ask = (authorization: string | undefined, payload: object) =>
  post('/internal/token', payload, authorization === undefined ? {} : { authorization })

test('POST /internal/token gives a service its scopes at the service it names, and nowhere else', async () => {
  const reply = await ask(basic('cart', serviceSecret), { audience: 'product' })
  assert.equal(reply.statusCode, 200)
  const { token, expiresIn } = reply.json()
  assert.equal(expiresIn, 300)
  assert.deepEqual(await who(token), {
    status: 200,
    caller: { kind: 'service', name: 'cart', scopes: scopesOf('cart', 'product') }
  })
  const quotes = await product.inject({ url: '/internal/quotes', headers: { authorization: `Bearer ${token}` } })
  assert.equal(quotes.statusCode, 200)
  const { token: forCart } = (await ask(basic('order', serviceSecret), { audience: 'cart' })).json()
  assert.equal((await who(forCart)).status, 401)
})

test('POST /internal/token by the kit’s own means of asking works', async () => {
  const tokens = serviceTokens({ url: `${origin}/internal/token`, name: 'order', secret: serviceSecret })
  assert.equal((await who(await tokens('product'))).status, 200)
})

test('POST /internal/token with a wrong secret, an unknown name or no credentials is one and the same 401', async () => {
  const id = { 'x-request-id': 'the-same-request-id' }
  const replies = await Promise.all(
    [
      basic('order', 'x'.repeat(64)),
      basic('nobody', serviceSecret),
      basic('__proto__', serviceSecret),
      basic('order', ''),
      'Basic ',
      'Basic !!!',
      undefined
    ].map((authorization) =>
      post(
        '/internal/token',
        { audience: 'product' },
        { ...id, ...(authorization === undefined ? {} : { authorization }) }
      )
    )
  )
  for (const reply of replies) {
    assert.equal(reply.statusCode, 401)
    assert.equal(reply.body, replies[0]!.body)
  }
  assert.equal(slug(replies[0]!), 'client-not-valid')
})

test('POST /internal/token for a service that the caller has nothing to do with is a 403', async () => {
  for (const audience of ['payment', 'nowhere', 'lumora']) {
    const reply = await ask(basic('cart', serviceSecret), { audience })
    assert.equal(reply.statusCode, 403, audience)
    assert.equal(slug(reply), 'not-allowed')
  }
})

test('POST /internal/token with scopes or a subject of the caller’s own is a 400', async () => {
  for (const extra of [{ scopes: ['payments'] }, { sub: 'svc:order' }])
    assert.equal((await ask(basic('cart', serviceSecret), { audience: 'product', ...extra })).statusCode, 400)
})

test('a session’s token is good at every service for who it is', async () => {
  const { user, session } = (await customer()).json()
  const { authorization } = await bearer(session.token)
  const { status, caller } = await who(authorization.slice(7))
  assert.equal(status, 200)
  assert.ok(caller.kind === 'customer')
  assert.equal(caller.id, user.id)
  assert.equal((await product.inject({ url: '/internal/quotes', headers: { authorization } })).statusCode, 403)
})

/** A server that nobody should ask. */
async function openBait() {
  let count = 0
  const server = createServer((_request, response) => {
    count++
    response.end('{"keys":[]}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}/jwks`, asked: () => count }
}

test('A11 A12 A13 tokens that auth did not make are refused, and no address in their header is asked', async () => {
  const { keys } = await deps.signing.publicKeys()
  const publicJwk = keys[0]!
  const own = await generateKeyPair('EdDSA', { extractable: true })
  const good = await deps.signing.sign(crypto.randomUUID(), 'lumora', { sid: 's', roles: [], permissions: [] })
  assert.equal((await who(good)).status, 200)

  const user = crypto.randomUUID()
  const claims = (audience = 'lumora', expires: string | null = '5m', issuer = 'lumora') => {
    const jwt = new SignJWT({ sid: 's', roles: ['owner'], permissions: ['staff:write'] })
      .setSubject(user)
      .setAudience(audience)
      .setIssuer(issuer)
    return expires ? jwt.setExpirationTime(expires) : jwt
  }
  const spki = new TextEncoder().encode(
    await exportSPKI((await importJWK(publicJwk as JWK, 'EdDSA', { extractable: true })) as webcrypto.CryptoKey)
  )
  const header = { alg: 'EdDSA', kid: publicJwk.kid }
  const bait = await openBait()
  const [head, body, signature] = good.split('.') as [string, string, string]
  const recoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const tokens = {
    'signed with a key of one’s own under a published kid': await claims()
      .setProtectedHeader(header)
      .sign(own.privateKey),
    'signed with a key of one’s own in the header': await claims()
      .setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(own.publicKey) })
      .sign(own.privateKey),
    'with an unknown kid': await claims()
      .setProtectedHeader({ alg: 'EdDSA', kid: '../../etc/passwd' })
      .sign(own.privateKey),
    'with a kid that is SQL': await claims()
      .setProtectedHeader({ alg: 'EdDSA', kid: "' or 1=1 --" })
      .sign(own.privateKey),
    'with keys of one’s own elsewhere': await claims()
      .setProtectedHeader({ alg: 'EdDSA', jku: bait.url, x5u: bait.url, x5c: ['AAAA'] })
      .sign(own.privateKey),
    'HS256 with the public key as the secret': await claims()
      .setProtectedHeader({ alg: 'HS256', kid: publicJwk.kid })
      .sign(spki),
    'HS256 with the bytes of the public key': await claims()
      .setProtectedHeader({ alg: 'HS256', kid: publicJwk.kid })
      .sign(Buffer.from(publicJwk.x, 'base64url')),
    'alg none': new UnsecuredJWT({ sid: 's' })
      .setSubject(user)
      .setIssuer('lumora')
      .setAudience('lumora')
      .setExpirationTime('5m')
      .encode(),
    'alg nOnE': `${recoded({ alg: 'nOnE' })}.${body}.`,
    'with an empty signature': `${head}.${body}.`,
    'without a signature': `${head}.${body}`,
    'with an unknown crit': `${recoded({ ...header, crit: ['x'], x: 1 })}.${body}.${signature}`,
    'with a body of one’s own': `${head}.${recoded({ sub: user, aud: 'lumora', iss: 'lumora', exp: 4e9 })}.${signature}`
  }
  for (const [what, token] of Object.entries(tokens)) assert.equal((await who(token)).status, 401, what)
  assert.equal(bait.asked(), 0)
})

test('A14 tokens of auth with a wrong audience, issuer or time are refused', async () => {
  const user = crypto.randomUUID()
  for (const audience of ['order', 'product', 'LUMORA', ''])
    assert.equal((await who(await deps.signing.sign(user, audience, {}))).status, 401, audience)
  assert.equal((await who(await deps.signing.sign('svc:order', 'lumora', { scopes: ['quotes'] }))).status, 401)

  const pair = await generateKeyPair('EdDSA')
  const probe = buildService({ name: 'product', keys: async () => pair.publicKey })
  probe.get(
    '/who',
    { config: { access: 'customer' }, schema: { operationId: 'who', response: { 200: Type.Unknown() } } },
    async () => ({})
  )
  const now = Math.floor(Date.now() / 1000)
  for (const [status, claims] of [
    [200, { exp: now + 60, iss: 'lumora' }],
    [401, { exp: now - 60, iss: 'lumora' }],
    [401, { iss: 'lumora' }],
    [401, { exp: now + 60, iss: 'someone' }],
    [401, { exp: now + 60, nbf: now + 60, iss: 'lumora' }]
  ] as const) {
    const token = await new SignJWT({ sub: user, aud: 'lumora', ...claims })
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(pair.privateKey)
    const reply = await probe.inject({ url: '/who', headers: { authorization: `Bearer ${token}` } })
    assert.equal(reply.statusCode, status, JSON.stringify(claims))
  }
})

test('A15 300 tokens with one character changed are each refused', async () => {
  const good = await deps.signing.sign(crypto.randomUUID(), 'lumora', {})
  const last = good.length - 1
  for (let i = 0; i < 300; i++) {
    const at = (i * 7919) % last
    if (good[at] === '.') continue
    const changed = `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`
    const { status } = await who(changed)
    assert.equal(status, 401, changed)
  }
})
