import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import type { Db } from '../models/designs.ts'
import {
  commitHeld,
  expireHeld,
  findReservation,
  findReservations,
  holdStock,
  releaseHeld,
  takeAgain,
  type Refused
} from '../models/reservations.ts'
import type { ListedReservation, NewReservation, Reservation } from '../schemas/reservations.ts'

export interface Deps {
  db: Db
}

/** Holds the stock for an order until it expires, all of it or nothing. The same order again gets the same answer. */
export async function reserve(
  { db }: Deps,
  orderId: string,
  { lines, expiresInSeconds }: NewReservation
): Promise<Reservation> {
  const wanted = lines.map(({ variantId, pieceId = null, quantity }) => ({ variantId, pieceId, quantity }))
  const { expiresAt, refused } = await holdStock(db, orderId, wanted, expiresInSeconds)
  if (expiresAt !== null) return { orderId, status: 'held', expiresAt }
  const known = await findReservation(db, orderId)
  if (!known) throw outOfStock(refused)
  if (known.status === 'released') throw released()
  if (known.status === 'expired') {
    const refusedAgain = await takeAgain(db, orderId, 'held', expiresInSeconds)
    if (refusedAgain !== null && refusedAgain.length > 0) throw outOfStock(refusedAgain)
    const now = await findReservation(db, orderId)
    if (now?.status === 'held' || now?.status === 'committed')
      return { orderId, status: now.status, expiresAt: now.expiresAt }
    throw released()
  }
  return { orderId, status: known.status, expiresAt: known.expiresAt }
}

/** Lets the stock of an order leave for good. A reservation that has expired is taken again if everything is still there. */
export async function commitReservation({ db }: Deps, orderId: string): Promise<Reservation> {
  if (!(await commitHeld(db, orderId))) {
    const known = await findReservation(db, orderId)
    if (!known) throw new Problem(404, 'not-found', 'This order has no reservation.')
    if (known.status === 'released') throw released()
    if (known.status === 'expired') {
      const refused = await takeAgain(db, orderId, 'committed', 60)
      if (refused !== null && refused.length > 0)
        throw new Problem(409, 'reservation-expired', 'The reservation has expired, and what it held is gone.', {
          lines: refused
        })
      if (refused === null) return commitReservation({ db }, orderId)
    } else if (known.status === 'held') return commitReservation({ db }, orderId)
  }
  return { orderId, status: 'committed', expiresAt: null }
}

/** Gives back what an order holds. An order that is not known can then no longer reserve. */
export async function releaseReservation({ db }: Deps, orderId: string): Promise<Reservation> {
  if ((await releaseHeld(db, orderId)) === 'committed')
    throw new Problem(409, 'reservation-committed', 'What this order reserved has left the shop already.')
  return { orderId, status: 'released', expiresAt: null }
}

/** A page of the reservations in a status that were made so long ago (DB clock), by order id. */
export async function listReservations(
  { db }: Deps,
  {
    after,
    limit,
    ...query
  }: { status: ListedReservation['status']; olderThanSeconds: number; after?: string; limit: number }
) {
  const place = after === undefined ? null : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findReservations(db, query, place, limit + 1), limit, ({ orderId }) => [orderId])
}

/** Gives back everything that is held past its time. */
export async function expireReservations({ db }: Deps): Promise<void> {
  while ((await expireHeld(db)) === 100);
}

const released = () => new Problem(409, 'reservation-released', 'The reservation of this order was released for good.')

const outOfStock = (lines: Refused[]) =>
  new Problem(409, 'out-of-stock', 'Something in this order is no longer there.', { lines })
