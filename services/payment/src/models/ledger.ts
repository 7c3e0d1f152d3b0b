import type { Database } from '@lumora/kit/database'
import { sql, type Generated } from 'kysely'

export interface LedgerTables {
  ledgerEntries: {
    id: Generated<string>
    paymentId: string
    kind: 'capture'
    currency: string
    postedAt: Generated<string>
  }
  ledgerPostings: { entryId: string; account: string; amountMinor: number }
}

interface Captured {
  id: string
  provider: string
  amountMinor: number
  currency: string
}

/** Books a capture: the provider owes the shop the amount, and the shop owes the buyer goods for it. */
export async function postCapture(tx: Database<LedgerTables>, { id, provider, amountMinor, currency }: Captured) {
  await sql`
    with entry as (insert into "ledgerEntries" ("paymentId", "kind", "currency") values (${id}, 'capture', ${currency}) returning "id")
    insert into "ledgerPostings" ("entryId", "account", "amountMinor")
    select entry."id", posting."account", posting."amountMinor" from entry,
      (values (${`provider:${provider}`}, ${amountMinor}::bigint), ('buyers', ${-amountMinor}::bigint)) as posting ("account", "amountMinor")`.execute(
    tx
  )
}
