import { publish } from '@lumora/kit/events'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { findInStock, findStock, saveStockChange } from '../models/variants.ts'
import type { Stock, StockChange } from '../schemas/designs.ts'

export interface Deps {
  db: Db
}

/** Changes what is on hand of a counted variant; never below what is reserved. */
export async function changeStock(
  { db }: Deps,
  once: Once,
  staffId: string,
  variantId: string,
  { delta, reason }: StockChange
): Promise<Stock> {
  const changed = await saveStockChange(db, once, { variantId, delta, reason, madeBy: staffId })
  if (changed) return changed
  const stock = await findStock(db, variantId)
  if (!stock) throw new Problem(404, 'not-found', 'There is no such variant.')
  if (stock.oneOfAKind)
    throw new Problem(409, 'stock-of-pieces', 'The stock of this variant is its pieces: add or remove those.')
  throw new Problem(
    409,
    'stock-too-low',
    `${stock.onHand} are on hand and ${stock.reserved} of them reserved: a change by ${delta} is not possible.`,
    { onHand: stock.onHand, reserved: stock.reserved }
  )
}

/** The job that tells what can be bought again; the database enqueues it when stock comes where there was none. */
export const restockTask = 'tell-restocked'

/** Tells which of these variants can be bought again, unless they are gone already. */
export function tellRestocked({ db }: Deps, { variantIds }: { variantIds: string[] }): Promise<void> {
  return db.transaction().execute(async (tx) => {
    for (const { variantId, sku, slug, title, version } of await findInStock(tx, variantIds))
      await publish(tx, 'product.restocked', variantId, version, { variantId, sku, slug, title })
  })
}
