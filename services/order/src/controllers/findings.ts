import { insertException, type Finding } from '../models/exceptions.ts'
import type { Db, OrderRow } from '../models/orders.ts'
import { newId } from './numbers.ts'

/** Files a difference once, and tells of it; false when it was filed before. */
export const fileException = (db: Db, finding: Finding): Promise<boolean> => insertException(db, newId(), finding)

/** A payment of another amount or currency than its order. */
export const amountDiffers = (
  { id, number, totalMinor, currency }: Pick<OrderRow, 'id' | 'number' | 'totalMinor' | 'currency'>,
  paid: { amountMinor?: number; currency?: string }
): Finding => ({
  kind: 'amount-differs',
  subjectId: id,
  orderId: id,
  detail: `${number} costs ${totalMinor} ${currency}, its payment is of ${paid.amountMinor} ${paid.currency}.`,
  facts: { totalMinor, currency, paidMinor: paid.amountMinor ?? null, paidCurrency: paid.currency ?? null }
})
