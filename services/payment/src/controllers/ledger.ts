import { pageOf, readPlace } from '@lumora/kit/pages'
import { findAccounts, findEntries } from '../models/ledger.ts'
import type { Account } from '../schemas/ledger.ts'
import type { Deps } from './payments.ts'

/** Every account with its balance; those of a currency sum to zero. */
export const listAccounts = async ({ db }: Deps): Promise<{ items: Account[] }> => ({ items: await findAccounts(db) })

/** The journal, the newest entry first. */
export async function listEntries(
  { db }: Deps,
  { after, limit, account, currency }: { after?: string; limit: number; account?: string; currency?: string }
) {
  const afterId = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  const asked = { account: account ?? null, currency: currency ?? null, afterId, limit: limit + 1 }
  return pageOf(await findEntries(db, asked), limit, ({ id }) => [id])
}
