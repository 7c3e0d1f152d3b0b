import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { countMisses, findByNumberAndToken, findMoments, findNotes, insertNote } from '../models/notes.ts'
import { findShipments } from '../models/shipments.ts'
import type { Moment, Note, Tracked } from '../schemas/notes.ts'
import { hashOf, readOrder, type Deps } from './orders.ts'

const staff = { userId: null, token: null, readsAll: true }

/** Adds a note that only staff see. */
export function noteOrder({ db }: Deps, once: Once, byId: string, orderId: string, text: string): Promise<Note> {
  return db.transaction().execute(async (tx) => {
    const note = await insertNote(tx, orderId, byId, text)
    if (!note) throw new Problem(404, 'not-found', 'There is no such order.')
    return once.answer(tx, 201, note)
  })
}

/** The notes on an order, the first first. */
export async function listNotes(deps: Deps, orderId: string): Promise<{ items: Note[] }> {
  await readOrder(deps, staff, orderId)
  return { items: await findNotes(deps.db, orderId) }
}

/** All that happened to an order, the first first. */
export async function showTimeline(deps: Deps, orderId: string): Promise<{ items: Moment[] }> {
  await readOrder(deps, staff, orderId)
  return { items: await findMoments(deps.db, orderId) }
}

const missesAnHour = 10

/** Where a guest's order is, by its number and token. Wrong in either is the same 404; 10 misses an hour from an address, then 429. */
export async function trackOrder(deps: Deps, number: string, token: string | null, address: string): Promise<Tracked> {
  const key = hashOf(`track ${address}`)
  const { count, secondsLeft } = await countMisses(deps.db, key, false)
  if (count >= missesAnHour)
    throw new Problem(429, 'too-many-tries', 'There were too many tries. Wait a while before the next one.', {
      retryAfter: secondsLeft
    })
  const found = token === null ? undefined : await findByNumberAndToken(deps.db, number, hashOf(token))
  if (!found) {
    await countMisses(deps.db, key, true)
    throw new Problem(404, 'not-found', 'There is no order with this number and token.')
  }
  const order = await readOrder(deps, staff, found.id)
  const { status, fulfilment, placedAt, confirmedAt, cancelledAt, shipping } = order
  return {
    number,
    status,
    fulfilment,
    placedAt,
    confirmedAt,
    cancelledAt,
    deliverBy: shipping?.deliverBy ?? null,
    shipments: await findShipments(deps.db, found.id)
  }
}
