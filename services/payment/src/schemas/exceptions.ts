import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])

/** What one side says of a payment. */
export const Claim = Type.Object({ status: Type.String(), amountMinor: Type.Integer(), currency: Type.String() })
export type Claim = Static<typeof Claim>

export const exceptionKinds = [
  'amount-mismatch',
  'reference-mismatch',
  'status-conflict',
  'not-at-provider',
  'unknown-payment',
  'refund-failed',
  'disputed',
  'receipt-differs',
  'part-receipt',
  'not-resolved',
  'answer-not-usable'
] as const

export const PaymentException = Type.Object({
  id: Id,
  kind: Type.Enum(exceptionKinds),
  provider: Type.String(),
  reference: Type.String(),
  orderId: Type.Union([Id, Type.Null()]),
  ours: Type.Union([Claim, Type.Null()]),
  theirs: Type.Union([Claim, Type.Null()]),
  filedAt: At,
  resolvedAt: Type.Union([At, Type.Null()]),
  resolvedBy: TextOrNull,
  note: TextOrNull
})
export type PaymentException = Static<typeof PaymentException>

export const ExceptionPath = Type.Object({ exceptionId: Id })
export const Resolution = Type.Object({ note: Type.String({ minLength: 1, maxLength: 500 }) })
