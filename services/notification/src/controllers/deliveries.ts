import { readTogether, type Reading } from '@lumora/kit/metrics'
import {
  claimMessages,
  countMessages,
  holdMessages,
  putBack,
  settleMessage,
  type DueMessage
} from '../models/deliveries.ts'
import type { Channel } from '../models/messages.ts'
import { saveSuppression } from '../models/suppressions.ts'
import { textOf as written, type Deps } from './messages.ts'
import type { Told } from './templates.ts'

/** What the metrics tell of messages on their way. */
export function deliveryReadings({ db }: Pick<Deps, 'db'>): Record<string, Reading> {
  const of = readTogether(() => countMessages(db))
  return {
    messages_failed: { help: 'Messages that are not sent any more by themselves.', read: of('failed') },
    messages_waiting: { help: 'Messages that are due and not sent.', read: of('waiting') },
    messages_waiting_seconds: { help: 'For how long the oldest of them has been due.', read: of('seconds') }
  }
}

export type Outcome =
  | { outcome: 'accepted'; detail: string; providerId: string | null }
  | { outcome: 'again'; detail: string }
  | { outcome: 'refused'; detail: string; isBounce: boolean }

/** What carries messages of one channel out of the house. It does not throw. */
export interface Provider {
  send: (
    message: { id: string; recipient: string; told: Told; unsubscribeUrl: string | null },
    signal: AbortSignal
  ) => Promise<Outcome>
}

export interface Lane {
  channel: Channel
  provider: Provider
  /** How many are sent at the same time; as many may come twice when the process is killed. */
  atOnce: number
  allowance: Allowance
  /** A message is given up that has been tried so often and is so old. */
  giveUp?: { tries: number; hours: number }
  /** Whether to begin no more. */
  isStopping: () => boolean
}

/** How many may be sent now, by a bucket that fills again. */
export interface Allowance {
  /** Takes up to `wanted`, at least one; waits for that at most a second, and gives 0 when there is still none. */
  take: (wanted: number) => Promise<number>
  giveBack: (count: number) => void
}

/** A bucket of tokens: so many a second, and at most a second's worth at once. */
export function allowanceOf(perSecond: number): Allowance {
  const size = Math.max(1, perSecond)
  let tokens = size
  let filledAt = performance.now()
  function fill(): void {
    const now = performance.now()
    tokens = Math.min(size, tokens + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
  }
  return {
    take: async (wanted) => {
      fill()
      if (tokens < 1)
        await new Promise((resolve) => setTimeout(resolve, Math.min(1000, ((1 - tokens) / perSecond) * 1000)))
      fill()
      const taken = Math.min(wanted, Math.floor(tokens))
      tokens -= taken
      return taken
    },
    giveBack: (count) => void (tokens += count)
  }
}

const batch = 20
/** A try takes so long at most. */
const tryMs = 15_000
/** Whoever took messages up has them for so long; one is not begun any more when a try might outlast that. What a killed process had is another's after it. */
const leaseSeconds = 25

/** Sends the messages of a channel that are due, each settled before the next is begun on the same line; true when there may be more. */
export async function deliverDue(deps: Deps, lane: Lane): Promise<boolean> {
  const { channel, allowance, atOnce, isStopping } = lane
  const room = await allowance.take(batch)
  if (room === 0) return !isStopping()
  const until = performance.now() + leaseSeconds * 1000 - tryMs
  const due = await claimMessages(deps.db, channel, room, leaseSeconds)
  allowance.giveBack(room - due.length)
  let next = 0
  const paused = new Set<string>()
  const mayBegin = () => next < due.length && !isStopping() && performance.now() < until
  async function line(): Promise<void> {
    while (mayBegin()) {
      const message = due[next++]!
      if (message.campaignState === 'paused') await hold(deps, message, paused)
      else await deliverOne(deps, lane, message)
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, due.length) }, line))
  await putBack(
    deps.db,
    due.slice(next).map(({ id, tries }) => ({ id, tries }))
  )
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason as Error
  return due.length === room
}

/** Has everything that waits of a paused campaign wait until it goes on, this message too. */
async function hold({ db }: Deps, { campaignId }: DueMessage, paused: Set<string>): Promise<void> {
  if (paused.has(campaignId!)) return
  paused.add(campaignId!)
  await holdMessages(db, campaignId!)
}

/** Why a message is not sent after all: who said no, or whose mailbox does not exist. */
function withheldFor({ suppression, isRefused, topic, campaignState }: DueMessage): string | null {
  if (campaignState === 'cancelled') return 'cancelled'
  if (isRefused && topic !== null) return 'opted-out'
  if (suppression === null) return null
  return suppression === 'complaint' && topic === null ? null : 'suppressed'
}

async function deliverOne(
  deps: Deps,
  { channel, provider, giveUp = { tries: 20, hours: 24 } }: Lane,
  message: DueMessage
) {
  const { id, tries, recipient, ageSeconds } = message
  const settled = { id, tries, providerId: null, waitSeconds: 0, ms: 0, detail: '' }
  const withheld = withheldFor(message)
  if (withheld !== null) {
    await settleMessage(deps.db, {
      ...settled,
      state: 'withheld',
      outcome: 'refused',
      reason: withheld,
      detail: withheld
    })
    return
  }
  const begun = performance.now()
  const end = await written(deps, { ...message, channel }).then(
    ({ unsubscribeUrl, ...told }) => provider.send({ id, recipient, told, unsubscribeUrl }, AbortSignal.timeout(tryMs)),
    (): Outcome => ({ outcome: 'again', detail: 'its template could not be written out' })
  )
  const ms = Math.round(performance.now() - begun)
  const { outcome, detail } = end
  if (outcome === 'accepted') {
    await settleMessage(deps.db, {
      ...settled,
      state: 'sent',
      outcome,
      reason: null,
      detail,
      providerId: end.providerId,
      ms
    })
    return
  }
  const isOver = outcome === 'refused' || (tries >= giveUp.tries && ageSeconds >= giveUp.hours * 3600)
  const state = isOver ? 'failed' : 'waiting'
  await settleMessage(deps.db, {
    ...settled,
    state,
    outcome,
    reason: detail,
    detail,
    waitSeconds: waitAfter(tries),
    ms
  })
  if (outcome === 'refused' && end.isBounce)
    await saveSuppression(deps.db, { email: recipient, reason: 'hard-bounce', detail })
}

/** Seconds until the next try: 1 s, doubled each time up to an hour, less up to half of it by chance. */
export const waitAfter = (tries: number): number => Math.min(3600, 2 ** (tries - 1)) * (0.5 + Math.random() / 2)
