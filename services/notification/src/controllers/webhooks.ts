import { randomUUID } from 'node:crypto'
import { AddressRefused, fetchOutside } from '@lumora/kit/outside'
import { claimWebhooks, settleWebhook, type DueWebhook } from '../models/subscriptions.ts'
import type { Deps } from './messages.ts'
import { decrypt, signWebhook } from './secrets.ts'
import type { WebhookDeps } from './subscriptions.ts'
import { tellStaff } from './tellings.ts'

const batch = 20
const each = 4
const timeoutMs = 10_000
const leaseSeconds = 45
const hour = 3600
/** Tried for three days; a subscription of which every try has failed for five is switched off. */
const giveUpSeconds = 72 * hour
const disableSeconds = 120 * hour

/** Seconds until the next try: 5 s, three times as long each time up to 12 hours, less up to a fifth of it by chance. */
export const webhookWait = (tries: number): number =>
  Math.min(12 * hour, 5 * 3 ** (tries - 1)) * (0.8 + Math.random() / 5)

/** Sends the webhooks that are due; true when there may be more. */
export async function sendDueWebhooks(deps: Deps & WebhookDeps): Promise<boolean> {
  const due = await claimWebhooks(deps.db, { limit: batch, each, leaseSeconds })
  await Promise.all(due.map((one) => sendOne(deps, one)))
  return due.length > 0
}

async function sendOne(deps: Deps & WebhookDeps, due: DueWebhook): Promise<void> {
  const { id, tries, ageSeconds, failingSeconds } = due
  const begun = performance.now()
  const { status, detail } = await post(deps, due)
  const ms = Math.round(performance.now() - begun)
  const settled = { id, tries, ms, detail, waitSeconds: 0, disable: null }
  if (status >= 200 && status < 300) {
    await settleWebhook(deps.db, { ...settled, state: 'delivered', outcome: 'accepted' })
    return
  }
  const isGone = status === 410
  const isOver = isGone || ageSeconds >= giveUpSeconds
  const disable = isGone
    ? 'it answered 410 Gone'
    : failingSeconds >= disableSeconds
      ? 'every try has failed for 5 days'
      : null
  const state = isOver ? 'failed' : 'waiting'
  await deps.db.transaction().execute(async (tx) => {
    const waitSeconds = webhookWait(tries)
    const outcome = isOver ? ('refused' as const) : ('again' as const)
    const url = await settleWebhook(tx, { ...settled, state, outcome, waitSeconds, disable })
    if (url !== null && disable !== null)
      await tellStaff(
        deps,
        tx,
        { id: randomUUID(), type: 'notification.subscription-disabled' },
        { url, reason: disable }
      )
  })
}

/** The status of the answer; 0 and what happened when there is none. */
async function post(
  { secret, allowedHosts }: WebhookDeps,
  due: DueWebhook
): Promise<{ status: number; detail: string }> {
  const { subscriptionId, eventId, body, url, secret: current, formerSecret } = due
  const timestamp = Math.floor(Date.now() / 1000)
  try {
    const secrets = [current, ...(formerSecret ? [formerSecret] : [])].map((one) =>
      decrypt(secret, subscriptionId, one)
    )
    const { status } = await fetchOutside(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Lumora-Webhooks/1',
        'webhook-id': eventId,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signWebhook(secrets, eventId, timestamp, body)
      },
      timeoutMs,
      maxBytes: 1024,
      truncate: true,
      allow: allowedHosts
    })
    return { status, detail: String(status) }
  } catch (error) {
    const { code, name, message } = error as { code?: string; name: string; message: string }
    return { status: 0, detail: error instanceof AddressRefused ? message : (code ?? name) }
  }
}
