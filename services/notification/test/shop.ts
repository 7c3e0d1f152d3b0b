import { events } from '@lumora/contracts/events'
import { httpBus, takeOnce } from '@lumora/kit/events'
import { fromService, keys, signedIn, staff, testDatabase, testLoops, testPeer } from '@lumora/kit/testing'
import { buildApp, type AppDeps } from '../src/app.ts'
import { allowanceOf, type Lane, type Provider } from '../src/controllers/deliveries.ts'
import { openStreams } from '../src/controllers/streams.ts'
import type { Tables } from '../src/models/messages.ts'
import { work } from '../src/tasks.ts'

export interface ShopOptions extends Partial<AppDeps> {
  log?: string
  email?: Provider
  sms?: Provider
  /** How the lanes of the providers run, where it differs from the usual. */
  lane?: Partial<Lane>
  /** Whether mail, webhooks and campaigns are worked off as in a process; without, a test does it by hand. */
  runs?: boolean
}

/** The service as a process has it, on a database of the test file's own, and what tests do with it. */
export async function openShop({ email, sms, lane, runs = true, ...changes }: ShopOptions = {}) {
  const { db, pool, url } = await testDatabase<Tables>(new URL('../migrations/', import.meta.url))
  const deps = {
    db,
    secret: 's'.repeat(64),
    shopUrl: 'https://shop.example',
    publicUrl: 'https://shop.example',
    sends: { email: email !== undefined, sms: sms !== undefined },
    staffEmails: [],
    allowedHosts: [],
    streams: openStreams(changes.limits),
    ...changes
  }
  const app = buildApp({ ...deps, keys })
  const lanes = [
    ...(email ? [{ channel: 'email' as const, provider: email }] : []),
    ...(sms ? [{ channel: 'sms' as const, provider: sms }] : [])
  ].map((one) => Object.assign(one, { atOnce: 1, allowance: allowanceOf(10_000) }, lane))
  const later = work({ ...deps, pool, lanes })
  const bus = httpBus({ app, catalogue: events, peer: (name) => testPeer('notification', name, 'http://127.0.0.1:1') })
  await bus.receive(takeOnce(db, later.hearing!, later.hearingTogether))
  if (runs) testLoops(pool, app, later.loops ?? [])

  async function hear(
    type: string,
    data: object,
    changed: { id?: string; subject?: string; time?: string; version?: number } = {}
  ) {
    const source = type.split('.')[0]!
    return app.inject({
      method: 'POST',
      url: '/internal/events',
      headers: await fromService(source, 'notification', 'events'),
      payload: {
        specversion: '1.0',
        id: changed.id ?? crypto.randomUUID(),
        source,
        type,
        subject: changed.subject ?? crypto.randomUUID(),
        time: changed.time ?? new Date().toISOString(),
        datacontenttype: 'application/json',
        aggregateversion: changed.version ?? 1,
        data
      }
    })
  }
  const desk = await staff('notifications:read', 'notifications:write', 'operations:read', 'operations:write')
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, headers = {}) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...desk, 'idempotency-key': crypto.randomUUID(), ...headers },
      ...(payload === undefined ? {} : { payload })
    })
  const as = async (userId: string) => signedIn(userId)
  return { db, pool, url, app, deps, later, lanes, hear, call, as, desk }
}

export const order = (changes: object = {}) => ({
  orderId: crypto.randomUUID(),
  number: 'LJ-7K2MQ9XA',
  userId: crypto.randomUUID() as string | null,
  email: `${crypto.randomUUID()}@example.com`,
  name: 'Asha Rao',
  totalMinor: 12_345_678,
  currency: 'INR',
  ...changes
})
export const confirmed = (changes: object = {}) => ({
  ...order(changes),
  cartId: crypto.randomUUID(),
  lines: [{ title: 'Lotus ring', quantity: 2, totalMinor: 12_345_678 }]
})

/** What each topic that is heard may say, to one person. */
export function payloads(userId: string, email: string): Record<string, object> {
  const person = { userId, email, name: 'Asha' }
  const link = 'https://shop.example/account/x#t'
  const lines = [{ title: 'Lotus ring', quantity: 1 }]
  const mine = order({ userId, email })
  const exception = { exceptionId: crypto.randomUUID(), kind: 'odd', orderId: null, detail: 'Look at this.' }
  return {
    'auth.registered': person,
    'auth.email-verified': { userId, email, verifiedAt: new Date().toISOString() },
    'user.changed': { userId, name: 'Asha', locale: 'en-IN', groups: [] },
    'user.consent-changed': {
      userId,
      changes: ['email', 'inbox'].flatMap((channel) =>
        ['promotions', 'price-drops', 'back-in-stock', 'reminders'].map((topic) => ({ channel, topic, granted: true }))
      ),
      changedAt: new Date().toISOString()
    },
    'auth.registered-again': { email, name: 'Asha' },
    'auth.verification-requested': { ...person, link },
    'auth.password-reset-requested': { ...person, link },
    'auth.password-changed': person,
    'auth.email-change-requested': { ...person, link },
    'auth.email-changed': { ...person, formerEmail: email },
    'auth.second-factor-changed': { ...person, enrolled: true },
    'auth.signed-in-anew': { ...person, device: 'Firefox on Linux', at: '2026-01-31T08:15:00.000Z' },
    'auth.staff-invited': { email, roles: ['support'], link },
    'cart.abandoned': { cartId: crypto.randomUUID(), userId, lines: [{ ...lines[0], slug: 'lotus-ring' }] },
    'category.renamed': { categoryId: crypto.randomUUID(), slug: 'rings', formerSlug: 'ring' },
    'order.confirmed': confirmed({ userId, email }),
    'order.payment-failed': { ...mine, reason: 'card-declined' },
    'order.cancelled': { ...mine, reason: 'out-of-stock' },
    'order.shipped': {
      ...mine,
      shipmentId: crypto.randomUUID(),
      carrier: 'Malca-Amit',
      trackingNumber: 'MA 1',
      trackingUrl: 'https://track.example/MA1',
      lines
    },
    'order.delivered': { ...mine, shipmentId: crypto.randomUUID() },
    'order.returned': { ...mine, returnId: crypto.randomUUID(), lines },
    'order.refunded': { ...mine, refundId: crypto.randomUUID(), amountMinor: 100, refundedMinor: 300 },
    'order.exception-found': exception,
    'payment.exception-found': exception,
    'product.counted': { counts: [{ category: 'rings', designs: 3 }] },
    'product.repriced': { metal: 'gold', purity: '750', designs: 4 },
    'product.restocked': { variantId: crypto.randomUUID(), sku: 'LR-1', slug: 'lotus-ring', title: 'Lotus ring' },
    'product.prices-dropped': {
      currency: 'INR',
      designs: [{ slug: 'lotus-ring', title: 'Lotus ring', fromMinor: 900, formerMinor: 1000 }]
    },
    'user.date-due': { userId, dateId: crypto.randomUUID(), kind: 'anniversary', name: 'Our tenth', on: '2026-12-12' }
  }
}
