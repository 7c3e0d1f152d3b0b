import { sql, type Generated } from 'kysely'

export interface LedgerTables {
  ledgerEntries: {
    id: Generated<string>
    paymentId: string
    kind: 'capture' | 'refund'
    currency: string
    refundId: Generated<string | null>
    postedAt: Generated<string>
  }
  ledgerPostings: { entryId: string; account: string; amountMinor: number }
}

/** Books a capture, as parts of the statement that makes it, for the payments in `moved` that are captured: the provider owes the shop the amount, and the shop owes the buyer goods for it. */
export const captureBooked = sql`entry as (
    insert into "ledgerEntries" ("paymentId", "kind", "currency")
    select "id", 'capture', "currency" from moved where "status" = 'captured' returning "id", "paymentId"
  ), posted as (
    insert into "ledgerPostings" ("entryId", "account", "amountMinor")
    select entry."id", posting."account", posting."sign" * moved."amountMinor"
    from entry join moved on moved."id" = entry."paymentId",
      lateral (values ('provider:' || moved."provider", 1), ('buyers', -1)) as posting ("account", "sign")
  )`

/** Books a refund, likewise, for the refunds in `done`: the capture the other way round, in part or whole. */
export const refundBooked = sql`entry as (
    insert into "ledgerEntries" ("paymentId", "kind", "currency", "refundId")
    select "paymentId", 'refund', "currency", "id" from done returning "id", "refundId"
  ), posted as (
    insert into "ledgerPostings" ("entryId", "account", "amountMinor")
    select entry."id", posting."account", posting."sign" * done."amountMinor"
    from entry join done on done."id" = entry."refundId" join payments on payments."id" = done."paymentId",
      lateral (values ('provider:' || payments."provider", -1), ('buyers', 1)) as posting ("account", "sign")
  )`
