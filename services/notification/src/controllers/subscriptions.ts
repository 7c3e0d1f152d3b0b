import { randomUUID } from 'node:crypto'
import type { Event } from '@lumora/kit/events'
import type { Once } from '@lumora/kit/idempotency'
import { AddressRefused, checkOutsideUrl } from '@lumora/kit/outside'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import {
  changeSubscription as changeOne,
  deleteSubscription,
  findSubscription,
  findSubscriptions,
  findWebhook,
  findWebhooks,
  forgetOldWebhooks,
  replayWebhooks,
  rotateSecret as rotateOne,
  saveSubscription,
  saveWebhooks,
  type NewWebhook
} from '../models/subscriptions.ts'
import type { Db } from '../models/messages.ts'
import type { NewSubscription, SubscriptionChanges } from '../schemas/subscriptions.ts'
import { encrypt, makeWebhookSecret } from './secrets.ts'

export interface WebhookDeps {
  db: Db
  secret: string
  /** Inner addresses that webhooks may be sent to all the same, as `host:port`. */
  allowedHosts: readonly string[]
}

const ofOrder = ['orderId', 'number', 'totalMinor', 'currency'] as const
const money = ['amountMinor', 'refundedMinor'] as const

/** What other systems may be told of, and which fields: no name, no address, no link, nothing that a person is known by but an id. */
export const webhookTopics: Record<string, { fields: readonly string[]; staffOnly?: true }> = {
  'auth.registered': { fields: ['userId'], staffOnly: true },
  'order.confirmed': { fields: [...ofOrder, 'lines'] },
  'order.payment-failed': { fields: [...ofOrder, 'reason'] },
  'order.cancelled': { fields: [...ofOrder, 'reason'] },
  'order.shipped': { fields: [...ofOrder, 'shipmentId', 'carrier', 'trackingNumber', 'lines'] },
  'order.delivered': { fields: [...ofOrder, 'shipmentId'] },
  'order.returned': { fields: [...ofOrder, 'returnId', 'lines'] },
  'order.refunded': { fields: [...ofOrder, 'refundId', ...money] },
  'order.exception-found': { fields: ['exceptionId', 'kind', 'orderId'], staffOnly: true },
  'payment.exception-found': { fields: ['exceptionId', 'kind', 'orderId'], staffOnly: true },
  'product.restocked': { fields: ['variantId', 'sku', 'slug', 'title'] },
  'product.prices-dropped': { fields: ['currency', 'designs'] },
  'product.counted': { fields: ['counts'] },
  'product.repriced': { fields: ['metal', 'purity', 'designs'], staffOnly: true },
  'category.renamed': { fields: ['categoryId', 'slug', 'formerSlug'] }
}

export const listWebhookTopics = () => ({
  items: Object.entries(webhookTopics).map(([topic, { fields, staffOnly = false }]) => ({
    topic,
    staffOnly,
    fields: [...fields]
  }))
})

/** What is said of an event to whoever subscribed to its topic, without what is not theirs to know; undefined when nobody can. */
export function webhookOf(event: Event): NewWebhook | undefined {
  const topic = webhookTopics[event.type]
  if (!topic) return undefined
  const { id, type, subject, time, aggregateversion: version } = event
  const all = event.data as Record<string, unknown>
  const data = Object.fromEntries(topic.fields.filter((name) => name in all).map((name) => [name, all[name]]))
  return {
    eventId: id,
    topic: type,
    subject,
    body: JSON.stringify({ type, timestamp: time, id, subject, version, data })
  }
}

/** Has an event sent to whoever subscribed to its topic. */
export async function sendToSubscribers(tx: Db, event: Event): Promise<void> {
  const webhook = webhookOf(event)
  if (webhook) await saveWebhooks(tx, webhook)
}

const notFound = () => new Problem(404, 'not-found', 'There is no such subscription.')

function check(
  { url, topics }: { url?: string | undefined; topics?: string[] | undefined },
  { allowedHosts }: WebhookDeps
): void {
  const unknown = topics?.find((topic) => !Object.hasOwn(webhookTopics, topic))
  if (unknown !== undefined) throw new Problem(422, 'topic-not-known', 'There is no such topic.', { topic: unknown })
  try {
    if (url !== undefined) checkOutsideUrl(url, { allow: allowedHosts })
  } catch (error) {
    if (error instanceof AddressRefused) throw new Problem(422, 'address-refused', error.message)
    throw error
  }
}

/** Has another system told of events at a public https address. Its secret is told this once. */
export function addSubscription(deps: WebhookDeps, once: Once, staffId: string, asked: NewSubscription) {
  check(asked, deps)
  const id = randomUUID()
  const secret = makeWebhookSecret()
  const { url, topics, description } = asked
  return deps.db.transaction().execute(async (tx) => {
    const closed = encrypt(deps.secret, id, secret)
    const saved = await saveSubscription(tx, { id, url, topics, description, secret: closed, madeBy: staffId })
    return once.answer(tx, 201, { ...saved, secret })
  })
}

export const listSubscriptions = async ({ db }: WebhookDeps) => ({ items: await findSubscriptions(db) })

export async function showSubscription({ db }: WebhookDeps, id: string) {
  const found = await findSubscription(db, id)
  if (!found) throw notFound()
  return found
}

/** Changes a subscription, or switches it off or on. */
export async function changeSubscription(deps: WebhookDeps, id: string, version: number, changes: SubscriptionChanges) {
  check(changes, deps)
  const changed = await changeOne(deps.db, id, version, changes)
  if (changed) return changed
  await showSubscription(deps, id)
  throw stale()
}

export async function removeSubscription({ db }: WebhookDeps, id: string): Promise<null> {
  if (!(await deleteSubscription(db, id))) throw notFound()
  return null
}

const bothHours = 24

/** Gives a subscription a new secret. For 24 hours everything is signed by both, so that the other side can change over. */
export function rotateSecret({ db, secret: key }: WebhookDeps, once: Once, id: string) {
  const secret = makeWebhookSecret()
  return db.transaction().execute(async (tx) => {
    if (!(await rotateOne(tx, id, encrypt(key, id, secret), bothHours))) throw notFound()
    const formerUntil = new Date(Date.now() + bothHours * 3_600_000).toISOString()
    return once.answer(tx, 200, { secret, formerUntil })
  })
}

/** What was sent to a subscription, the newest first. */
export async function listWebhooks(
  deps: WebhookDeps,
  id: string,
  { after, limit, state }: { after?: string; limit: number; state?: string }
) {
  await showSubscription(deps, id)
  const beforeId = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findWebhooks(deps.db, id, { state: state ?? null, beforeId, limit: limit + 1 }), limit, (row) => [
    row.id
  ])
}

/** What was sent, with each try. */
export async function showWebhook({ db }: WebhookDeps, id: string, webhookId: string) {
  const found = await findWebhook(db, id, webhookId)
  if (!found) throw new Problem(404, 'not-found', 'There is no such webhook.')
  return found
}

/** Sends one again, under the id it had. */
export async function replayWebhook({ db }: WebhookDeps, id: string, webhookId: string) {
  const webhooks = await replayWebhooks(db, id, { id: webhookId })
  if (webhooks === 0) throw new Problem(404, 'not-found', 'There is no such webhook.')
  return { webhooks }
}

/** Sends again what was made in a time: all, or what failed. */
export async function replayRange(
  deps: WebhookDeps,
  id: string,
  range: { from: string; to: string; onlyFailed: boolean }
) {
  await showSubscription(deps, id)
  return { webhooks: await replayWebhooks(deps.db, id, range) }
}

/** Forgets what was settled more than 30 days ago. */
export const forgetWebhooks = ({ db }: WebhookDeps): Promise<void> => forgetOldWebhooks(db)
