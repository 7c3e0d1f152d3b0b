import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '@lumora/kit/database'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { Value } from 'typebox/value'
import type { PaymentProvider, ProviderPayment } from '../clients/providers.ts'
import { sendReport } from '../clients/sandbox.ts'
import {
  changeState,
  findByKey,
  findChallenge,
  findReport,
  noteDelivered,
  openPayment,
  refundPayment,
  settle,
  type SandboxTables
} from '../models/sandbox.ts'
import type { Status } from '../schemas/payments.ts'
import { SandboxEvent, type Challenge, type ChallengeAnswer, type SandboxPayment } from '../schemas/sandbox.ts'

export interface SandboxDeps {
  db: Database<SandboxTables>
  /** Where the merchant takes reports. */
  webhookUrl: string
  sandboxSecret: string
  /** How long `sandbox-slow` takes to be decided. */
  slowSeconds: number
}

type Decision = Pick<SandboxPayment, 'state' | 'declineReason'>
const declined = (declineReason: string): Decision => ({ state: 'declined', declineReason })
/** What each token makes the sandbox do; another one is declined. */
const decisions: Record<string, Decision> = {
  'sandbox-approve': { state: 'authorised', declineReason: null },
  'sandbox-decline': declined('card-declined'),
  'sandbox-action': { state: 'challenged', declineReason: null },
  'sandbox-slow': { state: 'pending', declineReason: null }
}

const statuses: Partial<Record<SandboxPayment['state'], Status>> = {
  pending: 'processing',
  challenged: 'action-needed'
}

/** A sandbox payment in the shop's words. */
function inOurWords({
  id,
  key,
  state,
  currency,
  declineReason,
  challengeId,
  ...amounts
}: SandboxPayment): ProviderPayment {
  return {
    id,
    key,
    status: statuses[state] ?? (state as Status),
    amountMinor: state === 'captured' ? amounts.capturedMinor : amounts.amountMinor,
    currency,
    declineReason,
    actionUrl: state === 'challenged' ? `/api/v1/payments/sandbox/${challengeId}` : null
  }
}

/** A payment provider for trying the shop out: no money moves, yet it keeps books of its own, repeats nothing and reports by signed webhooks. */
export function sandboxProvider(deps: SandboxDeps): PaymentProvider {
  const told = async (payment: Promise<SandboxPayment | undefined>) => {
    const found = await payment
    return found ? inOurWords(found) : null
  }
  return {
    authorise: async ({ token, ...authorisation }) => {
      const decision = decisions[token] ?? declined('token-not-known')
      return inOurWords(await openPayment(deps.db, { ...authorisation, token, ...decision }, deps.slowSeconds))
    },
    capture: ({ key }) => told(changeState(deps.db, key, ['authorised'], 'captured')),
    void: ({ key }) => told(changeState(deps.db, key, ['pending', 'challenged', 'authorised'], 'voided')),
    find: ({ key }) => told(findByKey(deps.db, key)),
    refund: async ({ key }, refund) => {
      const made = await refundPayment(deps.db, key, refund)
      if (made) return { id: made.id, status: 'refunded', failReason: null }
      return { id: '', status: 'failed', failReason: 'refund-too-large' }
    },
    readWebhook: (signature, rawBody) => {
      verifySignature(deps.sandboxSecret, signature, rawBody)
      const event = parseEvent(rawBody)
      return { eventId: event.id, payment: inOurWords(event.payment) }
    }
  }
}

const tolerancePastS = 300
const toleranceAheadS = 60

const signatureOf = (secret: string, at: number, rawBody: string) =>
  createHmac('sha256', secret).update(`${at}.${rawBody}`).digest('hex')

/** The header that proves who sent this body and when: HMAC-SHA256 over the time in seconds, a full stop and the body as sent. */
export const signReport = (secret: string, rawBody: string, at = Math.floor(Date.now() / 1000)): string =>
  `t=${at},v1=${signatureOf(secret, at, rawBody)}`

function verifySignature(secret: string, signature: string | undefined, rawBody: string): void {
  const parts = (signature ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => part.split('='))
  const at = Number(parts.find(([name]) => name === 't')?.[1])
  const ageS = Date.now() / 1000 - at
  const expected = Buffer.from(signatureOf(secret, at, rawBody))
  const isSigned = parts.some(([name, value = '']) => {
    const given = Buffer.from(value)
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
  if (!(ageS <= tolerancePastS && ageS >= -toleranceAheadS && isSigned))
    throw new Problem(
      400,
      'signature-not-valid',
      'This report is not signed by the provider, or was signed too long ago.'
    )
}

function parseEvent(rawBody: string) {
  let event: unknown
  try {
    event = JSON.parse(rawBody)
  } catch {}
  if (!Value.Check(SandboxEvent, event))
    throw new Problem(400, 'input-not-valid', 'This report is not as the provider describes its reports.')
  return event
}

type FoundChallenge = NonNullable<Awaited<ReturnType<typeof findChallenge>>>

function challengeOf({ id, outcome, state, amountMinor, currency }: FoundChallenge): Challenge {
  const isOpen = state === 'challenged'
  return {
    id,
    status: isOpen ? 'open' : 'settled',
    outcome,
    choices: isOpen ? ['approve', 'decline'] : [],
    amountMinor,
    currency
  }
}

async function challenge(db: SandboxDeps['db'], challengeId: string): Promise<FoundChallenge> {
  const found = await findChallenge(db, challengeId)
  if (!found) throw new Problem(404, 'not-found', 'There is no such challenge.')
  return found
}

/** What the sandbox asks of the buyer. */
export const showChallenge = async ({ db }: SandboxDeps, challengeId: string): Promise<Challenge> =>
  challengeOf(await challenge(db, challengeId))

/** The buyer's answer, which counts once; the shop hears of it by a report. 409 when another answer was given, or the payment no longer waits. */
export async function settleChallenge(
  { db }: SandboxDeps,
  once: Once,
  challengeId: string,
  { outcome }: ChallengeAnswer
): Promise<Challenge> {
  const found = await challenge(db, challengeId)
  return settle(db, once, found, outcome, (after) => {
    if (after.outcome !== outcome)
      throw new Problem(409, 'challenge-settled', 'This payment no longer waits for an answer.', {
        outcome: after.outcome
      })
    return challengeOf(after)
  })
}

/** Decides a payment that was slow. */
export async function decidePayment({ db }: SandboxDeps, key: string): Promise<void> {
  await changeState(db, key, ['pending'], 'authorised')
}

/** Delivers a report to the merchant, signed as of now; throws until it is taken. */
export async function deliverReport({ db, webhookUrl, sandboxSecret }: SandboxDeps, eventId: string): Promise<void> {
  const report = await findReport(db, eventId)
  if (!report) return
  const body = JSON.stringify(report)
  await sendReport(webhookUrl, signReport(sandboxSecret, body), body)
  await noteDelivered(db, eventId)
}
