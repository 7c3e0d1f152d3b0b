import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import { findSold, openReturn, restock, type ReturnLine } from '../models/returns.ts'
import type { NewReturn, Return } from '../schemas/returns.ts'
import { refuseTaken } from './pieces.ts'

export interface Deps {
  db: Db
}

/** Takes back what an order had, no more than it had, and puts into stock what can be sold again. The same return again changes nothing. */
export function takeBack({ db }: Deps, returnId: string, { orderId, lines: given }: NewReturn): Promise<Return> {
  const lines = given.map(({ variantId, pieceId = null, quantity, restock: again }): ReturnLine => ({
    variantId,
    pieceId,
    quantity,
    restock: again
  }))
  return db
    .transaction()
    .execute(async (tx) => {
      const known = await openReturn(tx, returnId, orderId, lines)
      if (known) {
        if (known.orderId !== orderId || !sameLines(known.lines, lines))
          throw new Problem(422, 'return-differs', 'This return came before with other lines. Use a new id.')
        return { returnId, ...known }
      }
      const sold = await findSold(tx, orderId)
      if (!sold) throw new Problem(404, 'not-found', 'This order has taken nothing from stock.')
      refuseMoreThan(sold, lines)
      await restock(tx, orderId, lines)
      return { returnId, orderId, lines }
    })
    .catch(refuseTaken)
}

const keyOf = ({ variantId, pieceId }: { variantId: string; pieceId: string | null }) => pieceId ?? variantId

function sameLines(a: readonly ReturnLine[], b: readonly ReturnLine[]): boolean {
  const text = (lines: readonly ReturnLine[]) =>
    JSON.stringify(lines.map((line) => [line.variantId, line.pieceId, line.quantity, line.restock]))
  return text(a) === text(b)
}

function refuseMoreThan(
  sold: { variantId: string; pieceId: string | null; left: number }[],
  lines: ReturnLine[]
): void {
  const left = new Map(sold.map((line) => [keyOf(line), line]))
  for (const line of lines) {
    const known = left.get(keyOf(line))
    if (!known || known.variantId !== line.variantId || known.left < line.quantity)
      throw new Problem(409, 'return-not-possible', 'This order has not, or no longer, so much of this to give back.', {
        lines: [{ variantId: line.variantId, pieceId: line.pieceId }]
      })
    known.left -= line.quantity
  }
}
