import { Type, type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const At = Type.String({ format: 'date-time' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })

export const entryKinds = ['capture', 'refund', 'receipt', 'return', 'dispute', 'dispute-won'] as const

export const LedgerEntry = Type.Object({
  id: Id,
  kind: Type.Enum(entryKinds),
  currency: Currency,
  postedAt: At,
  postings: Type.Array(Type.Object({ account: Type.String(), amountMinor: Type.Integer() }))
})

/** An entry of the journal, with the order whose money it is. */
export const JournalEntry = Type.Object({ ...LedgerEntry.properties, orderId: Id, paymentId: Id })
export type JournalEntry = Static<typeof JournalEntry>

export const Account = Type.Object({
  account: Type.String(),
  currency: Currency,
  balanceMinor: Type.Integer({ description: 'Debits less credits; all accounts of a currency sum to zero.' }),
  postings: Type.Integer()
})
export type Account = Static<typeof Account>
