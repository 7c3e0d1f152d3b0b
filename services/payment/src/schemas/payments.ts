import { Type, type Static } from 'typebox'

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
    provider: Type.Enum(['sandbox', 'stripe']),
    token: Type.String({ minLength: 1, maxLength: 200 })
  })
})
export type NewPayment = Static<typeof NewPayment>

export const Payment = Type.Object({
  orderId: Id,
  attempt,
  status: Status,
  declineReason: TextOrNull,
  action: Type.Union([Type.Object({ url: Type.String() }), Type.Null()]),
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

export const LedgerEntry = Type.Object({
  id: Id,
  kind: Type.String(),
  currency: Currency,
  postedAt: At,
  postings: Type.Array(Type.Object({ account: Type.String(), amountMinor: Type.Integer() }))
})

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
  ledger: Type.Array(LedgerEntry)
})
export type BookedPayment = Static<typeof BookedPayment>

/** What one side says of a payment. */
export const Claim = Type.Object({ status: Type.String(), amountMinor: Type.Integer(), currency: Type.String() })
export type Claim = Static<typeof Claim>

export const PaymentException = Type.Object({
  id: Id,
  kind: Type.Enum([
    'amount-mismatch',
    'reference-mismatch',
    'status-conflict',
    'not-at-provider',
    'unknown-payment',
    'refund-failed'
  ]),
  provider: Type.String(),
  reference: Type.String(),
  orderId: Type.Union([Id, Type.Null()]),
  ours: Type.Union([Claim, Type.Null()]),
  theirs: Type.Union([Claim, Type.Null()]),
  filedAt: At
})
export type PaymentException = Static<typeof PaymentException>

export const Received = Type.Object({ received: Type.Literal(true) })
