import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })
const amountMinor = Type.Integer({ minimum: 1, maximum: 999_999_999_999 })
const OrNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
/** What a bank's statement says of one movement. */
const reference = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9/ -]{2,49}$',
  description: 'The bank’s own reference of this movement, for example its UTR: each is recorded once.'
})

export const NewReceipt = Type.Object({ amountMinor, currency: Currency, reference, receivedOn: Day })
export type NewReceipt = Static<typeof NewReceipt>

export const Receipt = Type.Object({
  id: Id,
  orderId: Id,
  amountMinor,
  currency: Currency,
  reference: Type.String(),
  appliedMinor: Type.Integer({
    minimum: 0,
    description: 'What of it counts towards the payment; the rest is to be returned.'
  }),
  receivedOn: Day,
  recordedBy: Type.String(),
  recordedAt: At,
  returnedMinor: Type.Union([Type.Integer(), Type.Null()]),
  returnReference: OrNull(Type.String()),
  returnedOn: OrNull(Day),
  returnedBy: OrNull(Type.String())
})
export type Receipt = Static<typeof Receipt>

/** A receipt as recorded, and what it makes of the payment. */
export const RecordedReceipt = Type.Object({
  ...Receipt.properties,
  paymentStatus: Type.String(),
  outstandingMinor: Type.Integer({ minimum: 0, description: 'What the buyer has still to transfer.' })
})
export type RecordedReceipt = Static<typeof RecordedReceipt>

export const ReceiptPath = Type.Object({ orderId: Id, receiptId: Id })

/** That money was transferred to the buyer. */
export const NewPayout = Type.Object({ reference, paidOn: Day })
export type NewPayout = Static<typeof NewPayout>
