import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace as readPosition } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import type { Db } from '../models/designs.ts'
import {
  deletePlace,
  findCounted,
  findPlace,
  findPlaces,
  findStockTake,
  findStockTakes,
  saveChangedPlace,
  savePlace,
  saveStockTake,
  type CountedPiece
} from '../models/places.ts'
import type { NewPlace, NewStockTake, Place, PlaceChange, StockTake, StockTakeResult } from '../schemas/places.ts'

export interface Deps {
  db: Db
}

/** The places where pieces are, with how many and how much by weight. */
export const listPlaces = async ({ db }: Deps): Promise<{ items: Place[] }> => ({ items: await findPlaces(db) })

export async function readPlace({ db }: Deps, id: string): Promise<Place> {
  const place = await findPlace(db, id)
  if (!place) throw new Problem(404, 'not-found', 'There is no such place.')
  return place
}

export function addPlace({ db }: Deps, once: Once, place: NewPlace): Promise<Place> {
  return db
    .transaction()
    .execute(async (tx) => once.answer(tx, 201, (await findPlace(tx, await savePlace(tx, place)))!))
    .catch(refuseName)
}

/** Changes a place that is still of this version. */
export async function changePlace(deps: Deps, id: string, version: number, change: PlaceChange): Promise<Place> {
  const changed = await saveChangedPlace(deps.db, id, version, change).catch(refuseName)
  const place = await readPlace(deps, id)
  if (!changed) throw stale()
  return place
}

/** Removes a place of this version where nothing ever was. */
export async function removePlace(deps: Deps, id: string, version: number): Promise<void> {
  const removed = await deletePlace(deps.db, id, version).catch((error: { code?: string }) => {
    if (error.code !== '23503') throw error
    throw new Problem(409, 'place-in-use', 'Pieces are or were here: their history names it. Rename it instead.')
  })
  if (removed) return
  await readPlace(deps, id)
  throw stale()
}

function refuseName(error: { constraint?: string }): never {
  if (error.constraint === 'oneNameAPlace') throw new Problem(409, 'name-taken', 'Another place has this name.')
  throw error
}

/** Compares what was scanned at a place with what should lie there, and keeps the result. It changes no piece: who counts is not who decides. */
export function takeStock(
  { db }: Deps,
  once: Once,
  staffId: string,
  placeId: string,
  { scanned }: NewStockTake
): Promise<StockTake> {
  return db.transaction().execute(async (tx) => {
    await readPlace({ db: tx }, placeId)
    const serials = [...new Set(scanned.map(({ serial }) => serial))]
    const pieces = await findCounted(tx, placeId, serials)
    return once.answer(tx, 201, await saveStockTake(tx, placeId, compare(scanned, pieces), staffId))
  })
}

function compare(scanned: NewStockTake['scanned'], pieces: CountedPiece[]): StockTakeResult {
  const known = new Map(pieces.map((piece) => [piece.serial, piece]))
  const expected = pieces.filter(({ here, status }) => here && status !== 'sold')
  const seen = new Set<string>()
  const ok: CountedPiece[] = []
  const unexpected: StockTakeResult['unexpected'] = []
  const weightDiffers: StockTakeResult['weightDiffers'] = []
  let foundMg = 0
  for (const { serial, grossMg } of scanned) {
    const piece = known.get(serial)
    if (seen.has(serial)) {
      unexpected.push({ serial, reason: 'scanned-twice', place: null })
      continue
    }
    seen.add(serial)
    foundMg += grossMg ?? piece?.grossMg ?? 0
    if (!piece) unexpected.push({ serial, reason: 'not-known', place: null })
    else if (piece.status === 'sold') unexpected.push({ serial, reason: 'sold', place: piece.place })
    else if (!piece.here) unexpected.push({ serial, reason: 'elsewhere', place: piece.place })
    else ok.push(piece)
    if (piece && grossMg !== undefined && grossMg !== piece.grossMg)
      weightDiffers.push({ serial, grossMg: piece.grossMg, scannedMg: grossMg })
  }
  const sum = (of: CountedPiece[], weight: 'grossMg' | 'netMg') => of.reduce((total, one) => total + one[weight], 0)
  return {
    expected: { count: expected.length, grossMg: sum(expected, 'grossMg'), netMg: sum(expected, 'netMg') },
    found: { count: seen.size, grossMg: foundMg },
    ok: ok.length,
    missing: expected
      .filter(({ serial }) => !seen.has(serial))
      .map(({ pieceId, serial, sku, grossMg }) => ({ pieceId, serial, sku, grossMg })),
    unexpected,
    weightDiffers
  }
}

export async function readStockTake({ db }: Deps, id: string): Promise<StockTake> {
  const found = await findStockTake(db, id)
  if (!found) throw new Problem(404, 'not-found', 'There is no such stock-take.')
  return found
}

/** A page of the stock-takes of a place, the newest first. */
export async function listStockTakes(deps: Deps, placeId: string, { after, limit }: { after?: string; limit: number }) {
  const position = after === undefined ? null : (readPosition(after, ['id'])[0] as string)
  const rows = await findStockTakes(deps.db, placeId, position, limit + 1)
  if (rows.length === 0) await readPlace(deps, placeId)
  return pageOf(rows, limit, ({ id }) => [id])
}
