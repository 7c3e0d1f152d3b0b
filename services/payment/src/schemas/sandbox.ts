import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Outcome = Type.Enum(['approve', 'decline'])
const State = Type.Enum(['pending', 'challenged', 'authorised', 'declined', 'captured', 'voided'])

export const ChallengePath = Type.Object({ challengeId: Id })

export const Challenge = Type.Object({
  id: Id,
  status: Type.Enum(['open', 'settled']),
  outcome: Type.Union([Outcome, Type.Null()]),
  choices: Type.Array(Outcome),
  amountMinor: Type.Integer(),
  currency: Type.String()
})
export type Challenge = Static<typeof Challenge>

export const ChallengeAnswer = Type.Object({ outcome: Outcome })
export type ChallengeAnswer = Static<typeof ChallengeAnswer>

/** A payment in the sandbox's own words. */
export const SandboxPayment = Type.Object({
  id: Id,
  key: Type.String({ maxLength: 100 }),
  state: State,
  amountMinor: Type.Integer({ minimum: 0 }),
  capturedMinor: Type.Integer({ minimum: 0 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  declineReason: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
  challengeId: Type.Union([Id, Type.Null()])
})
export type SandboxPayment = Static<typeof SandboxPayment>

export const SandboxEvent = Type.Object({ id: Id, payment: SandboxPayment })
/** What the sandbox reports to its merchant: one event, or several at once. */
export const SandboxReport = Type.Union([
  SandboxEvent,
  Type.Object({ events: Type.Array(SandboxEvent, { minItems: 1, maxItems: 50 }) })
])
