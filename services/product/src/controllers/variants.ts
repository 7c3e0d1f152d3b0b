import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { findStock, saveStockChange } from '../models/variants.ts'
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
