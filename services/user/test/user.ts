import { fakePeer, keys, signedIn, testDatabase, testPeer, type PeerAnswer } from '@lumora/kit/testing'
import { buildApp } from '../src/app.ts'
import { peopleClient } from '../src/clients/people.ts'
import { productClient } from '../src/clients/product.ts'
import type { Deps } from '../src/controllers/profiles.ts'
import type { Tables } from '../src/models/profiles.ts'

export const { db, pool, url } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))

/** How a peer fails: `down` before it has done anything, `lost` after it has done what was asked. */
type Fault = 'down' | 'lost'
const faults = new Map<string, { fault: Fault; times: number }>()
/** Has a peer fail so many times; a client asks three times before it gives up. */
export const failing = (peer: string, fault: Fault, times = Infinity) => faults.set(peer, { fault, times })
export const heal = () => faults.clear()

const openapi = (name: string) => new URL(`../../${name}/openapi.json`, import.meta.url)
const faulty =
  (name: string, answer: PeerAnswer): PeerAnswer =>
  async (request) => {
    const fault = faults.get(name)
    if (!fault || fault.times-- <= 0) return answer(request)
    if (fault.fault === 'lost') await answer(request)
    ;(request as unknown as { raw: { socket: { destroy: () => void } } }).raw.socket.destroy()
    return { status: 503 }
  }

/** What each other service holds of whom: so many things. */
export const held = new Map<string, number>()
export const otherServices = ['auth', 'cart', 'notification', 'order']
const things: Record<string, string> = { auth: 'accounts', cart: 'carts', notification: 'messages', order: 'orders' }

const personPeer = (name: string) =>
  fakePeer(openapi(name), {
    'GET /internal/people/{userId}': faulty(name, ({ params }) => ({
      status: 200,
      body: { data: { [things[name]!]: Array.from({ length: held.get(`${name} ${params.userId}`) ?? 0 }, () => name) } }
    })),
    'DELETE /internal/people/{userId}': faulty(name, ({ params }) => {
      const count = held.get(`${name} ${params.userId}`) ?? 0
      held.delete(`${name} ${params.userId}`)
      return { status: 200, body: { did: [{ what: things[name], count, how: 'deleted' }] } }
    })
  })
const peers = await Promise.all(otherServices.map(async (name) => [name, await personPeer(name)] as const))

/** Two sizes that product knows. */
const measures: Record<string, number> = { 'ring us 6.5': 5314, 'ring uk N1/2': 5438, 'bangle in 2.10': 6668 }
const written: Record<string, string> = { '2.10': '2-10' }
export const product = await fakePeer(openapi('product'), {
  'GET /api/v1/sizes/{kind}/convert': faulty('product', ({ params, query }) => {
    const hundredthsMm = measures[`${params.kind} ${query.from} ${query.label}`]
    if (hundredthsMm === undefined)
      return {
        status: 422,
        body: { type: '/problems/size-not-known', title: 'size not known', status: 422, detail: 'No.', instance: 't' }
      }
    const label = written[query.label!] ?? query.label
    return {
      status: 200,
      body: {
        kind: params.kind,
        from: { system: query.from, label, hundredthsMm },
        to: { system: query.to, label, hundredthsMm, deltaMm: 0, exact: true },
        name: null,
        warning: null,
        wideBandLabel: null
      }
    }
  })
})

/** The clients of one process; their breakers are new. */
export const freshDeps = (): Deps => ({
  db,
  product: productClient(testPeer('user', 'product', product.url, 'sizes')),
  people: Object.fromEntries(
    peers.map(([name, peer]) => [name, peopleClient(testPeer('user', name, peer.url, 'people'))])
  )
})
export const deps = freshDeps()
export const app = buildApp({ ...deps, keys })

export type Headers = Record<string, string>
export const me = '/api/v1/users/me'
export const aPerson = () => signedIn(crypto.randomUUID())
export const once = (): Headers => ({ 'idempotency-key': crypto.randomUUID() })
export const slug = (reply: { json: () => any }): string => reply.json().type.split('/').at(-1)
export const send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object
) => app.inject({ method, url: path, headers, ...(payload === undefined ? {} : { payload }) })
export const post = (path: string, headers: Headers, payload?: object, key = once()) =>
  send('POST', path, { ...headers, ...key }, payload)
