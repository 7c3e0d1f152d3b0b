import type { Db } from '../models/designs.ts'
import { findDrift, lockCounters, saveCounters } from '../models/recounts.ts'
import type { Recount } from '../schemas/recounts.ts'

export interface Deps {
  db: Db
}

const atOnce = 1000

/** Recomputes the stock counters from the ledger and tells where they differ; with `mend` it also sets them, unless the ledger itself cannot be (less than nothing, or more reserved than there is). */
export async function recountStock({ db }: Deps, mend: boolean): Promise<Recount> {
  const { variants, drifted } = await findDrift(db, atOnce)
  if (!mend || drifted.length === 0) return { variants, drifted: drifted.map((row) => ({ ...row, mended: false })) }
  const ids = drifted.map(({ variantId }) => variantId)
  return db.transaction().execute(async (tx) => {
    await lockCounters(tx, ids)
    const now = (await findDrift(tx, atOnce, ids)).drifted
    const possible = now.filter(
      ({ ledgerOnHand, ledgerReserved }) => ledgerReserved >= 0 && ledgerReserved <= ledgerOnHand
    )
    if (possible.length > 0) await saveCounters(tx, possible)
    return { variants, drifted: now.map((row) => Object.assign(row, { mended: possible.includes(row) })) }
  })
}
