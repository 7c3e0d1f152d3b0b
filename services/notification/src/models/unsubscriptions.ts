import { publish } from '@lumora/kit/events'
import type { Db } from './messages.ts'

/** Tells others that a person said no by the link of a mail. */
export const publishUnsubscribed = (
  tx: Db,
  said: { userId: string; channel: string; topic: string; unsubscribedAt: string }
): Promise<void> =>
  publish(tx, 'notification.unsubscribed', said.userId, Math.floor(Date.parse(said.unsubscribedAt) / 1000), said)
