import type { Topics } from '@lumora/kit/events'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { findConsentChanges, findConsents, saveConsents } from '../models/consents.ts'
import { withPersonLocked, type Db } from '../models/profiles.ts'
import type { Consent, ConsentChanges, Consents } from '../schemas/consents.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const channels: Consent['channel'][] = ['email', 'sms', 'inbox', 'push']
const topics: Consent['topic'][] = ['orders', 'promotions', 'price-drops', 'back-in-stock', 'reminders']

/** What a person may be told, by channel and topic: their own orders always, anything else only when they said so. */
export async function showConsents({ db }: { db: Db }, userId: string): Promise<Consents> {
  const said = await findConsents(db, userId)
  return {
    items: channels.flatMap((channel) =>
      topics.map((topic) => {
        const one = said.find((consent) => consent.channel === channel && consent.topic === topic)
        const fixed = topic === 'orders'
        return { channel, topic, granted: fixed || (one?.granted ?? false), fixed, changedAt: one?.changedAt ?? null }
      })
    )
  }
}

/** Takes down what a person says, all of it or none, with where they said it. */
export async function changeConsents({ db }: Deps, userId: string, given: ConsentChanges): Promise<Consents> {
  const named = new Set(given.changes.map(({ channel, topic }) => `${channel} ${topic}`))
  if (named.size < given.changes.length)
    throw new Problem(400, 'input-not-valid', 'Say one thing only of each channel and topic.', {
      errors: [{ pointer: '#/changes', detail: 'names a channel and topic twice' }]
    })
  return withPersonLocked(db, userId, async (tx) => {
    await saveConsents(tx, userId, given, userId)
    return showConsents({ db: tx }, userId)
  })
}

/** Takes down what a person said no to by the link of a mail, unless they have said yes since. */
export async function noteUnsubscribed(
  tx: Db,
  { userId, channel, topic, unsubscribedAt }: Topics['notification.unsubscribed']
): Promise<void> {
  const said = (await findConsents(tx, userId)).find((one) => one.channel === channel && one.topic === topic)
  if (!said?.granted || (said.changedAt !== null && said.changedAt > unsubscribedAt)) return
  const change = { channel: said.channel, topic: said.topic, granted: false }
  await saveConsents(tx, userId, { changes: [change], source: 'mail' }, userId)
}

/** Every change, the newest first. */
export async function listConsentChanges({ db }: Deps, userId: string, paging: Paging) {
  const rows = await findConsentChanges(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}
