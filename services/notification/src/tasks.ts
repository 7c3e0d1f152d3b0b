import type { Event, Hearing, HearingTogether, Topic } from '@lumora/kit/events'
import { listen, startLanes, type LaneOptions } from '@lumora/kit/lanes'
import type { Work } from '@lumora/kit/process'
import { runCampaigns } from './controllers/campaigns.ts'
import { deliverDue, deliveryReadings, type Lane } from './controllers/deliveries.ts'
import { forgetMailedLinks, type Deps } from './controllers/messages.ts'
import type { Streams } from './controllers/streams.ts'
import { forgetWebhooks, sendToSubscribers, type WebhookDeps } from './controllers/subscriptions.ts'
import {
  isGuests,
  noteConsents,
  noteEmail,
  noteProfile,
  notePurchase,
  noteRegistered,
  tellAbandonedCart,
  tellAccount,
  tellBackInStock,
  tellDateDue,
  tellGuests,
  tellInbox,
  tellLowerPrices,
  tellMailbox,
  tellOrder,
  tellStaff,
  type OrderData
} from './controllers/tellings.ts'
import { sendDueWebhooks } from './controllers/webhooks.ts'
import type { Tables } from './models/messages.ts'

interface Means extends Deps, WebhookDeps {
  pool: LaneOptions['pool']
  streams: Streams
  lanes: Omit<Lane, 'isStopping'>[]
}

/** What is done on hearing a topic, besides telling those who subscribed to it. */
const heard = (deps: Deps): Hearing<Tables> => ({
  'auth.registered': async (tx, event) => {
    await noteRegistered(tx, event)
    await tellInbox(deps, tx, event)
  },
  'auth.registered-again': (tx, event) => tellMailbox(deps, tx, event),
  'auth.verification-requested': (tx, event) => tellMailbox(deps, tx, event),
  'auth.password-reset-requested': (tx, event) => tellMailbox(deps, tx, event),
  'auth.password-changed': (tx, event) => tellAccount(deps, tx, event),
  'auth.email-change-requested': (tx, event) => tellMailbox(deps, tx, event),
  'auth.email-verified': (tx, event) => noteEmail(tx, event),
  'auth.email-changed': async (tx, event) => {
    await noteEmail(tx, event)
    await tellAccount(deps, tx, event, event.data.formerEmail)
  },
  'auth.second-factor-changed': (tx, event) => tellAccount(deps, tx, event),
  'auth.signed-in-anew': (tx, event) => tellAccount(deps, tx, event),
  'auth.staff-invited': (tx, event) =>
    tellMailbox(deps, tx, event, { roles: event.data.roles.map((role) => ({ role })) }),
  'cart.abandoned': (tx, event) => tellAbandonedCart(deps, tx, event),
  'category.renamed': async () => {},
  'order.confirmed': async (tx, event) => {
    await notePurchase(tx, event)
    await tellOrder(deps, tx, event)
  },
  'order.payment-failed': (tx, event) => tellOrder(deps, tx, event),
  'order.cancelled': (tx, event) => tellOrder(deps, tx, event),
  'order.shipped': (tx, event) => tellOrder(deps, tx, event),
  'order.delivered': (tx, event) => tellOrder(deps, tx, event),
  'order.returned': (tx, event) => tellOrder(deps, tx, event),
  'order.refunded': (tx, event) => tellOrder(deps, tx, event),
  'order.exception-found': (tx, event) => tellStaff(deps, tx, event, event.data),
  'payment.exception-found': (tx, event) => tellStaff(deps, tx, event, event.data),
  'product.counted': async () => {},
  'product.repriced': async () => {},
  'product.restocked': (tx, event) => tellBackInStock(deps, tx, event),
  'product.prices-dropped': (tx, event) => tellLowerPrices(deps, tx, event),
  'user.changed': (tx, event) => noteProfile(tx, event),
  'user.date-due': (tx, event) => tellDateDue(deps, tx, event),
  'user.consent-changed': (tx, event) => noteConsents(tx, event)
})

/** What happens on hearing each topic: people are told, and other systems. */
export function hearingOf(deps: Deps): Hearing<Tables> {
  const all = Object.entries(heard(deps)).map(([topic, hear]) => [
    topic,
    async (tx: Deps['db'], event: Event) => {
      await (hear as (tx: Deps['db'], event: Event) => Promise<void>)(tx, event)
      await sendToSubscribers(tx, event)
    }
  ])
  return Object.fromEntries(all) as { [T in Topic]?: never }
}

const ofOrders = [
  'order.confirmed',
  'order.payment-failed',
  'order.cancelled',
  'order.shipped',
  'order.delivered',
  'order.returned',
  'order.refunded'
] as const

/** What is heard of guests' orders, in one statement for several at once. */
export const hearingTogetherOf = (deps: Deps): HearingTogether =>
  Object.fromEntries(
    ofOrders.map((topic) => [
      topic,
      { takes: isGuests, parts: (events: Event<OrderData>[]) => tellGuests(deps, events) }
    ])
  )

/** What happens later here: events by topic, mail and webhooks as they are due, campaigns slice by slice. */
export function work(deps: Means): Work {
  let stopping = false
  const isStopping = () => stopping
  const { pool, streams } = deps
  const loops: NonNullable<Work['loops']> = deps.lanes.map((one) => (log) => {
    const lane = { ...one, isStopping }
    const failed = 'messages could not be sent and will be'
    const options = { pool, channel: 'messages', payload: one.channel, lanes: 1, failed, log }
    const running = startLanes({ ...options, work: () => deliverDue(deps, lane) })
    return { stop: () => ((stopping = true), running.stop()) }
  })
  return {
    hearing: hearingOf(deps),
    hearingTogether: hearingTogetherOf(deps),
    readings: deliveryReadings(deps),
    loops: [
      ...loops,
      (log) =>
        startLanes({
          pool,
          channel: 'webhooks',
          lanes: 2,
          work: () => sendDueWebhooks(deps),
          failed: 'webhooks could not be sent and will be',
          log
        }),
      () => listen(pool, ['news'], (_channel, userId) => streams.wake(userId))
    ],
    sweeps: [{ seconds: 1, run: () => runCampaigns(deps, isStopping) }],
    tasks: {
      'forget-old-webhooks': () => forgetWebhooks(deps),
      'forget-mailed-links': () => forgetMailedLinks(deps)
    },
    timers: [
      { task: 'forget-old-webhooks', at: '53 3 * * *' },
      { task: 'forget-mailed-links', at: '41 * * * *' }
    ]
  }
}
