import { Type, type Static } from 'typebox'
import { LedgerEntry } from './ledger.ts'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])
/** At most 12 digits, so that no amount is as long as a card number. */
const amountMinor = Type.Integer({ minimum: 1, maximum: 999_999_999_999 })
const attempt = Type.Integer({ minimum: 1, maximum: 1000 })

export const Status = Type.Enum(['processing', 'action-needed', 'authorised', 'declined', 'captured', 'voided'])
export type Status = Static<typeof Status>

export const OrderPath = Type.Object({ orderId: Id })

export const NewPayment = Type.Object({
  attempt,
  amountMinor,
  currency: Currency,
  method: Type.Object({
    provider: Type.Enum(['sandbox', 'stripe', 'bank-transfer']),
    token: Type.String({ minLength: 1, maxLength: 200 })
  })
})
export type NewPayment = Static<typeof NewPayment>

/** What is asked of the buyer before a payment goes on: to go somewhere, to confirm with the provider's own script, or to transfer money. */
export const Action = Type.Union([
  Type.Object({ url: Type.String() }),
  Type.Object({ kind: Type.Literal('client-secret'), clientSecret: Type.String() }),
  Type.Object({
    kind: Type.Literal('bank-transfer'),
    reference: Type.String({ description: 'ISO 11649: what the transfer must name.' }),
    accountName: Type.String(),
    account: Type.String(),
    bankCode: Type.String(),
    bankName: Type.String(),
    payBy: At
  })
])
export type Action = Static<typeof Action>

export const Payment = Type.Object({
  orderId: Id,
  attempt,
  status: Status,
  declineReason: TextOrNull,
  action: Type.Union([Action, Type.Null()]),
  amountMinor,
  currency: Currency
})
export type Payment = Static<typeof Payment>

/** A payment as those see it who compare theirs with what is known here. */
export const ChangedPayment = Type.Object({
  orderId: Id,
  attempt,
  status: Status,
  amountMinor,
  refundedMinor: Type.Integer({ minimum: 0, description: 'What was given back.' }),
  currency: Currency,
  changedAt: At
})
export type ChangedPayment = Static<typeof ChangedPayment>

export const VoidedPayment = Type.Object({ orderId: Id, status: Type.Literal('voided') })
export type VoidedPayment = Static<typeof VoidedPayment>

export const BookedPayment = Type.Object({
  id: Id,
  orderId: Id,
  attempt,
  provider: Type.String(),
  providerPaymentId: TextOrNull,
  status: Status,
  declineReason: TextOrNull,
  amountMinor,
  currency: Currency,
  createdAt: At,
  changedAt: At,
  refundsMinor: Type.Integer({ minimum: 0, description: 'What was given back, or is about to be.' }),
  disputedMinor: Type.Integer({ minimum: 0, description: 'What the buyer’s bank has taken back, or may.' }),
  ledger: Type.Array(LedgerEntry)
})
export type BookedPayment = Static<typeof BookedPayment>

export const Received = Type.Object({ received: Type.Literal(true) })
