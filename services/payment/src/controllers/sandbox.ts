import { createHmac, timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@lumora/kit/database'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { Value } from 'typebox/value'
import type { Movement, PaymentProvider, ProviderPayment } from '../clients/providers.ts'
import { sendReport } from '../clients/sandbox.ts'
import {
  changeState,
  claimReports,
  findByKey,
  findChallenge,
  findMovement,
  findMovements,
  noteDelivered,
  openPayment,
  refundPayment,
  settle,
  type Report,
  type SandboxTables
} from '../models/sandbox.ts'
import type { Status } from '../schemas/payments.ts'
import { SandboxReport, type Challenge, type ChallengeAnswer, type SandboxPayment } from '../schemas/sandbox.ts'

export interface SandboxDeps {
  db: Database<SandboxTables>
  /** Where the merchant takes reports. */
  webhookUrl: string
  sandboxSecret: string
  /** How long `sandbox-slow` takes to be decided, and what is reported late. */
  slowSeconds: number
  /** How late the answers come that are to be lost: after any deadline of who asks. */
  lostSeconds: number
}

const movedAtOnce = 500
const deliveredAtOnce = 50

type Decision = Pick<SandboxPayment, 'state' | 'declineReason'>
const declined = (declineReason: string): Decision => ({ state: 'declined', declineReason })
/** What each token makes the sandbox do; another one is declined. */
const decisions: Record<string, Decision> = {
  'sandbox-approve': { state: 'authorised', declineReason: null },
  'sandbox-decline': declined('card-declined'),
  'sandbox-insufficient-funds': declined('insufficient-funds'),
  'sandbox-expired': declined('expired-card'),
  'sandbox-lost-answer': { state: 'authorised', declineReason: null },
  'sandbox-lost-capture': { state: 'authorised', declineReason: null },
  'sandbox-late-report': { state: 'authorised', declineReason: null },
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
    action: state === 'challenged' ? { url: `/api/v1/payments/sandbox/${challengeId}` } : null
  }
}

/** A payment provider for trying the shop out: no money moves, yet it keeps books of its own, repeats nothing and reports by signed webhooks. */
export function sandboxProvider(deps: SandboxDeps): PaymentProvider {
  return {
    authorise: async ({ token, ...authorisation }) => {
      const decision = (Object.hasOwn(decisions, token) && decisions[token]) || declined('token-not-known')
      const isLate = token === 'sandbox-late-report'
      const asked = { ...authorisation, token, ...decision, reportSeconds: isLate ? deps.slowSeconds : 0 }
      const { payment, changed } = await openPayment(deps.db, asked, deps.slowSeconds)
      if (changed && token === 'sandbox-lost-answer') await wait(deps.lostSeconds * 1000)
      return inOurWords(payment)
    },
    capture: async ({ key }) => {
      const { payment, changed } = await changeState(deps.db, key, ['authorised'], 'captured')
      if (changed && payment?.token === 'sandbox-lost-capture') await wait(deps.lostSeconds * 1000)
      return payment ? inOurWords(payment) : null
    },
    void: async ({ key }) => {
      const { payment } = await changeState(deps.db, key, ['pending', 'challenged', 'authorised'], 'voided')
      return payment ? inOurWords(payment) : null
    },
    find: async ({ key }) => {
      const payment = await findByKey(deps.db, key)
      return payment ? inOurWords(payment) : null
    },
    movements: async function* (from, to) {
      let place: { at: string; id: string } | null = null
      do {
        const page: Movement[] = await findMovements(deps.db, { from, to, place }, movedAtOnce)
        yield page
        place = page.length === movedAtOnce ? page.at(-1)! : null
      } while (place)
    },
    findMovement: async (kind, id) => (await findMovement(deps.db, kind, id)) ?? null,
    refund: async ({ key }, refund) => {
      const made = await refundPayment(deps.db, key, refund)
      if (made) return { id: made.id, status: 'refunded', failReason: null }
      return { id: '', status: 'failed', failReason: 'refund-too-large' }
    },
    readWebhook: (signature, rawBody) => {
      verifySignature(deps.sandboxSecret, signature, rawBody)
      return parseReport(rawBody).map(({ id, payment }) => ({ eventId: id, payment: inOurWords(payment) }))
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

function parseReport(rawBody: string) {
  let report: unknown
  try {
    report = JSON.parse(rawBody)
  } catch {}
  if (!Value.Check(SandboxReport, report))
    throw new Problem(400, 'input-not-valid', 'This report is not as the provider describes its reports.')
  return 'events' in report ? report.events : [report]
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
  await changeState(db, key, ['pending'], 'authorised', { soon: true })
}

/** Delivers what is due to the merchant, up to 50 events in a report that is signed as of now: of a payment the newest, which says what those before it said. What is not taken comes again after half a minute; then this throws. */
export async function deliverReports({ db, webhookUrl, sandboxSecret }: SandboxDeps): Promise<void> {
  let due: Report[]
  do {
    due = await claimReports(db, deliveredAtOnce)
    if (due.length === 0) return
    const body = JSON.stringify({ events: [...new Map(due.map((each) => [each.payment.key, each])).values()] })
    await sendReport(webhookUrl, signReport(sandboxSecret, body), body)
    await noteDelivered(
      db,
      due.map(({ id }) => id)
    )
  } while (due.length === deliveredAtOnce)
}
