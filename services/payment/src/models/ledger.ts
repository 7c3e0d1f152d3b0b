import { sql, type Generated } from 'kysely'
import type { Account, JournalEntry } from '../schemas/ledger.ts'
import type { Db } from './payments.ts'

export interface LedgerTables {
  ledgerEntries: {
    id: Generated<string>
    paymentId: string
    kind: JournalEntry['kind']
    currency: string
    refundId: Generated<string | null>
    receiptId: Generated<string | null>
    disputeId: Generated<string | null>
    postedAt: Generated<string>
  }
  ledgerPostings: { entryId: string; account: string; amountMinor: number }
}

/** Books a capture, as parts of the statement that makes it, for the payments in `moved` that are captured: the provider owes the shop the amount, or the bank has received it, and the shop owes the buyer goods for it. */
export const captureBooked = sql`entry as (
    insert into "ledgerEntries" ("paymentId", "kind", "currency")
    select "id", 'capture', "currency" from moved where "status" = 'captured' returning "id", "paymentId"
  ), posted as (
    insert into "ledgerPostings" ("entryId", "account", "amountMinor")
    select entry."id", posting."account", posting."sign" * moved."amountMinor"
    from entry join moved on moved."id" = entry."paymentId",
      lateral (values (case moved."provider" when 'bank-transfer' then 'receipts' else 'provider:' || moved."provider" end, 1), ('buyers', -1)) as posting ("account", "sign")
  )`

/** Books a refund, likewise, for the refunds in `done`: the capture the other way round, in part or whole. */
export const refundBooked = sql`entry as (
    insert into "ledgerEntries" ("paymentId", "kind", "currency", "refundId")
    select "paymentId", 'refund', "currency", "id" from done returning "id", "refundId"
  ), posted as (
    insert into "ledgerPostings" ("entryId", "account", "amountMinor")
    select entry."id", posting."account", posting."sign" * done."amountMinor"
    from entry join done on done."id" = entry."refundId" join payments on payments."id" = done."paymentId",
      lateral (values (case payments."provider" when 'bank-transfer' then 'bank' else 'provider:' || payments."provider" end, -1), ('buyers', 1)) as posting ("account", "sign")
  )`

interface NewEntry {
  paymentId: string
  kind: 'receipt' | 'return' | 'dispute' | 'dispute-won'
  currency: string
  receiptId?: string
  disputeId?: string
  /** Which accounts the amount goes to and comes from. */
  debit: string
  credit: string
  amountMinor: number
}

/** Books an amount from one account to another, once a kind and receipt or dispute. */
export async function book(tx: Db, { debit, credit, amountMinor, ...entry }: NewEntry): Promise<void> {
  await sql`
    with entry as (
      insert into "ledgerEntries" ("paymentId", "kind", "currency", "receiptId", "disputeId")
      values (${entry.paymentId}, ${entry.kind}, ${entry.currency}, ${entry.receiptId ?? null}, ${entry.disputeId ?? null})
      returning "id"
    )
    insert into "ledgerPostings" ("entryId", "account", "amountMinor")
    select entry."id", posting."account", posting."amount"
    from entry, (values (${debit}, ${amountMinor}::bigint), (${credit}, -${amountMinor}::bigint)) as posting ("account", "amount")`.execute(
    tx
  )
}

/** Every account of every currency, with what was posted to it until now. */
export async function findAccounts(db: Db): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select "account", "currency", sum("amountMinor")::bigint as "balanceMinor", count(*) as "postings"
    from "ledgerPostings" join "ledgerEntries" on "id" = "entryId" group by 1, 2 order by "currency", "account"`.execute(
    db
  )
  return rows
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** At most `limit` entries of the journal after the one with this id, the newest first: of one account and currency, or of all. */
export async function findEntries(
  db: Db,
  {
    account,
    currency,
    afterId,
    limit
  }: { account: string | null; currency: string | null; afterId: string | null; limit: number }
): Promise<JournalEntry[]> {
  const { rows } = await sql<JournalEntry>`
    select entry."id", entry."kind", entry."currency", entry."postedAt", payments."orderId", entry."paymentId",
      (select json_agg(json_build_object('account', "account", 'amountMinor', "amountMinor") order by "account")
        from "ledgerPostings" where "entryId" = entry."id") as "postings"
    from "ledgerEntries" entry join payments on payments."id" = entry."paymentId"
    where entry."id" < ${afterId ?? lastId} and (${currency}::text is null or entry."currency" = ${currency})
      and (${account}::text is null or exists (select from "ledgerPostings" where "entryId" = entry."id" and "account" = ${account}))
    order by entry."id" desc limit ${limit}`.execute(db)
  return rows
}
