import type { Kinds, Values } from './content.ts'

/** What a person may have said no to: news of this kind goes only to who wants it. */
export type ConsentTopic = 'promotions' | 'price-drops' | 'back-in-stock' | 'reminders'

/** What a template is about, what it may say, what it must say, and an example. */
export interface Telling {
  /** Of one's account and orders everybody is told; of other things only who said so. */
  about: 'account' | 'orders' | 'staff' | ConsentTopic
  kinds: Kinds
  needed: readonly string[]
  sample: Values
}

const shop: Kinds = { shopUrl: 'link' }
const person: Kinds = { ...shop, name: 'text', email: 'text' }
const aPerson = { name: 'Asha Rao', email: 'asha@example.com' }
const link: Kinds = { ...person, link: 'link' }
const aLink = (page: string) => ({ ...aPerson, link: `https://shop.example/account/${page}#sample` })
const order: Kinds = {
  ...person,
  orderId: 'text',
  number: 'text',
  totalMinor: 'money',
  currency: 'text'
}
const anOrder = {
  ...aPerson,
  orderId: '01990000-0000-7000-8000-000000000001',
  number: 'LJ-7K2MQ9XA',
  totalMinor: 18_450_000,
  currency: 'INR'
}
const line: Kinds = { title: 'text', quantity: 'number' }
const lines = [
  { title: 'Lotus solitaire ring, 18 kt gold', quantity: 1, totalMinor: 14_250_000 },
  { title: 'Pearl drop earrings', quantity: 2, totalMinor: 4_200_000 }
]

const account = (kinds: Kinds, sample: Values, needed: string[] = []): Telling => ({
  about: 'account',
  kinds,
  needed,
  sample
})
const ofOrder = (kinds: Kinds, sample: Values): Telling => ({
  about: 'orders',
  kinds: { ...order, ...kinds },
  needed: ['number'],
  sample: { ...anOrder, ...sample }
})

const exception: Kinds = { ...shop, exceptionId: 'text', kind: 'text', orderId: 'text', detail: 'text' }
const anException = {
  exceptionId: '01990000-0000-7000-8000-000000000002',
  kind: 'captured-without-order',
  orderId: anOrder.orderId,
  detail: 'The provider captured 1,84,500.00 INR for an order that is cancelled.'
}

/** Every template that the shop has by itself: named after the event that it tells of, or after who is told. */
export const tellings: Record<string, Telling> = {
  'auth.registered': account(person, aPerson),
  'auth.registered-again': account(person, aPerson),
  'auth.verification-requested': account(link, aLink('verify-email'), ['link']),
  'auth.password-reset-requested': account(link, aLink('reset-password'), ['link']),
  'auth.password-changed': account(person, aPerson),
  'auth.email-change-requested': account(link, aLink('confirm-email'), ['link']),
  'auth.email-changed': account(person, aPerson, ['email']),
  'auth.second-factor-changed': account({ ...person, enrolled: 'flag' }, { ...aPerson, enrolled: true }, ['enrolled']),
  'auth.signed-in-anew': account(
    { ...person, device: 'text', at: 'date' },
    { ...aPerson, device: 'Firefox on Linux', at: '2026-11-02T09:30:00Z' },
    ['device', 'at']
  ),
  'auth.staff-invited': account(
    { ...shop, email: 'text', link: 'link', roles: { each: { role: 'text' } } },
    { email: 'asha@example.com', link: aLink('invitation').link, roles: [{ role: 'support' }, { role: 'fulfilment' }] },
    ['link']
  ),
  'order.confirmed': ofOrder({ lines: { each: { ...line, totalMinor: 'money' } } }, { lines }),
  'order.payment-failed': ofOrder({ reason: 'text' }, { reason: 'card-declined' }),
  'order.cancelled': ofOrder({ reason: 'text' }, { reason: 'out-of-stock' }),
  'order.shipped': ofOrder(
    { carrier: 'text', trackingNumber: 'text', trackingUrl: 'link', lines: { each: line } },
    { carrier: 'Malca-Amit', trackingNumber: 'MA 4471 0092', trackingUrl: 'https://track.example/MA44710092', lines }
  ),
  'order.delivered': ofOrder({}, {}),
  'order.returned': ofOrder({ lines: { each: line } }, { lines: lines.slice(1) }),
  'order.refunded': ofOrder(
    { amountMinor: 'money', refundedMinor: 'money' },
    { amountMinor: 4_200_000, refundedMinor: 4_200_000 }
  ),
  'order.exception-found': { about: 'staff', kinds: exception, needed: ['kind', 'detail'], sample: anException },
  'payment.exception-found': { about: 'staff', kinds: exception, needed: ['kind', 'detail'], sample: anException },
  'notification.subscription-disabled': {
    about: 'staff',
    kinds: { ...shop, url: 'text', reason: 'text' },
    needed: ['url'],
    sample: { url: 'https://erp.example.com/hooks', reason: 'every try has failed for 5 days' }
  },
  'product.restocked': {
    about: 'back-in-stock',
    kinds: { ...person, title: 'text', slug: 'text', sku: 'text' },
    needed: ['title'],
    sample: { ...aPerson, title: 'Lotus solitaire ring', slug: 'lotus-solitaire-ring', sku: 'LSR-18Y-12' }
  },
  'product.prices-dropped': {
    about: 'price-drops',
    kinds: { ...person, title: 'text', slug: 'text', currency: 'text', fromMinor: 'money', formerMinor: 'money' },
    needed: ['title', 'fromMinor'],
    sample: {
      ...aPerson,
      title: 'Lotus solitaire ring',
      slug: 'lotus-solitaire-ring',
      currency: 'INR',
      fromMinor: 13_900_000,
      formerMinor: 14_250_000
    }
  },
  'cart.abandoned': {
    about: 'reminders',
    kinds: { ...person, count: 'number', lines: { each: { ...line, slug: 'text' } } },
    needed: [],
    sample: { ...aPerson, count: 2, lines: lines.map(({ title, quantity }) => ({ title, quantity, slug: 'lotus' })) }
  },
  'user.date-due': {
    about: 'reminders',
    kinds: { ...person, kind: 'text', occasion: 'text', on: 'date' },
    needed: ['on'],
    sample: { ...aPerson, kind: 'anniversary', occasion: 'Our tenth', on: '2026-12-12' }
  }
}

/** What the templates of campaigns may say; staff make as many as they like, each called `campaign.…`. */
export const campaignTelling: Telling = {
  about: 'promotions',
  kinds: person,
  needed: [],
  sample: aPerson
}
export const campaignName = /^campaign\.[a-z0-9]+(-[a-z0-9]+)*$/

/** What is known of a template by its name; undefined when nothing is called so. */
export const tellingOf = (name: string): Telling | undefined =>
  Object.hasOwn(tellings, name) ? tellings[name] : campaignName.test(name) ? campaignTelling : undefined
