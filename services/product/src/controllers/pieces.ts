import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { stale } from '@lumora/kit/versions'
import type { Db } from '../models/designs.ts'
import { keepMedia } from '../models/media.ts'
import {
  findCustody,
  findPiece,
  findPieces,
  movePiece,
  saveChangedPiece,
  saveCustody,
  savePhotos,
  savePiece
} from '../models/pieces.ts'
import { findStock } from '../models/variants.ts'
import type { Certificate } from '../schemas/designs.ts'
import type { Picture } from '../schemas/media.ts'
import type { AddedPiece, NewCustody, PieceChange, PieceFilter, PiecePhotos, StoredPiece } from '../schemas/pieces.ts'

export interface Deps {
  db: Db
}

/** What the labs number their reports by; `LG` is before a number of GIA or IGI on what was grown in a laboratory. */
const numbers: Record<Certificate['lab'], RegExp> = {
  GIA: /^(LG)?\d{7,10}$/,
  IGI: /^(LG)?\d{7,10}$/,
  HRD: /^\d{6,14}$/,
  AGS: /^\d{6,14}$/,
  SGL: /^\d{6,14}$/,
  other: /^(LG)?\d{6,14}$/
}
const labOf: Record<string, Certificate['lab']> = { GIA_4C: 'GIA', GIA_LG_QA: 'GIA', IGI_4C: 'IGI' }

/** Refuses a certificate whose number, scheme or origin its lab does not give out. */
export function checkCertificates(pieces: readonly { serial: string; certificates: readonly Certificate[] }[]): void {
  for (const { serial, certificates } of pieces) {
    for (const { lab, number, scheme, origin } of certificates) {
      const refuse = (why: string) => new Problem(422, 'certificate-not-valid', `${serial}: ${lab} ${number} ${why}.`)
      if (!numbers[lab].test(number)) throw refuse('is not a number of this lab')
      if (scheme !== undefined && labOf[scheme] !== undefined && labOf[scheme] !== lab)
        throw refuse(`is not graded by ${scheme}`)
      const isGrown = number.startsWith('LG') || scheme === 'GIA_LG_QA'
      if (isGrown && origin !== undefined && origin !== 'LAB_GROWN') throw refuse('is of a stone grown in a laboratory')
    }
  }
}

/** Says in our words which of the things that only one piece may have is taken. */
export function refuseTaken(error: { constraint?: string; detail?: string }): never {
  const detail = error.detail ?? ''
  switch (error.constraint) {
    case 'oneHuidAPiece':
      throw new Problem(409, 'huid-taken', `A HUID belongs to another piece already: ${detail}`)
    case 'oneCertificateAPiece':
      throw new Problem(409, 'certificate-taken', `A certificate belongs to another piece already: ${detail}`)
    case 'netOfGross':
      throw new Problem(422, 'weights-not-valid', 'The net weight of a piece is more than its gross weight.')
    case 'pieces_placeId_fkey':
    case 'pieceCustody_placeId_fkey':
      throw new Problem(422, 'place-not-known', 'There is no such place.')
    case 'pieces_serial_key':
      throw new Problem(409, 'serial-taken', `A serial belongs to another piece already: ${detail}`)
    default:
      throw error
  }
}

/** Brings one more piece of a variant that exists in pieces into stock. */
export async function addPiece({ db }: Deps, once: Once, staffId: string, variantId: string, piece: AddedPiece) {
  checkCertificates([piece])
  const added = await db
    .transaction()
    .execute(async (tx) => {
      const saved = await savePiece(tx, variantId, piece, staffId)
      return saved && once.answer(tx, 201, saved)
    })
    .catch(refuseTaken)
  if (added) return added
  if (!(await findStock(db, variantId))) throw new Problem(404, 'not-found', 'There is no such variant.')
  throw new Problem(409, 'stock-is-counted', 'This variant is counted, not made of pieces: change its stock instead.')
}

export async function readPiece({ db }: Deps, id: string): Promise<StoredPiece> {
  const piece = await findPiece(db, id)
  if (!piece) throw new Problem(404, 'not-found', 'There is no such piece.')
  return piece
}

/** Changes the hallmark, the certificates or the weights of a piece that is not sold, if it is still of this version. */
export async function changePiece(deps: Deps, id: string, version: number, change: PieceChange): Promise<StoredPiece> {
  const before = await readPiece(deps, id)
  checkCertificates([{ serial: before.serial, certificates: change.certificates ?? [] }])
  if ((change.netMg ?? before.netMg) > (change.grossMg ?? before.grossMg)) refuseTaken({ constraint: 'netOfGross' })
  const changed = await saveChangedPiece(deps.db, id, version, change).catch(refuseTaken)
  if (changed) return changed
  if ((await readPiece(deps, id)).status === 'sold') throw gone()
  throw stale()
}

/** Takes a piece out of stock, or puts it back; being there already is no error. */
export async function shiftPiece(
  deps: Deps,
  staffId: string,
  id: string,
  out: boolean,
  reason: string
): Promise<StoredPiece> {
  const moved = await movePiece(deps.db, id, out, reason, staffId)
  if (moved) return moved
  const piece = await readPiece(deps, id)
  if (piece.status === (out ? 'withdrawn' : 'in-stock')) return piece
  throw gone()
}

const gone = () => new Problem(409, 'piece-not-free', 'This piece is reserved or sold.')

/** A page of pieces, the oldest first. */
export async function listPieces(
  { db }: Deps,
  { after, limit, ...filter }: PieceFilter & { after?: string; limit: number }
) {
  const place = after === undefined ? '00000000-0000-0000-0000-000000000000' : (readPlace(after, ['id'])[0] as string)
  return pageOf(await findPieces(db, filter, place, limit + 1), limit, ({ id }) => [id])
}

/** Notes who has a piece from now on, where and why; what was stays in its history. */
export async function handOver(
  { db }: Deps,
  once: Once,
  staffId: string,
  id: string,
  custody: NewCustody
): Promise<StoredPiece> {
  return db
    .transaction()
    .execute(async (tx) => {
      const piece = await saveCustody(tx, id, custody, staffId)
      if (!piece) throw new Problem(404, 'not-found', 'There is no such piece.')
      return once.answer(tx, 201, piece)
    })
    .catch(refuseTaken)
}

/** A page of who had a piece, the newest first. */
export async function listCustody(deps: Deps, id: string, { after, limit }: { after?: string; limit: number }) {
  const place = after === undefined ? null : (readPlace(after, ['number'])[0] as number)
  const rows = await findCustody(deps.db, id, place, limit + 1)
  if (rows.length === 0) await readPiece(deps, id)
  return pageOf(rows, limit, (entry) => [entry.id])
}

/** Gives a piece that is not sold, and still of this version, its photos in order. */
export async function setPiecePhotos(
  deps: Deps,
  id: string,
  version: number,
  { items }: PiecePhotos
): Promise<StoredPiece> {
  const ids = items.map(({ mediaId }) => mediaId)
  if (new Set(ids).size < ids.length) throw new Problem(422, 'named-twice', 'A picture stands in the request twice.')
  const saved = await deps.db.transaction().execute(async (tx) => {
    const ready = await keepMedia(tx, ids)
    const notReady = ids.filter((one) => !ready.has(one))
    if (notReady.length > 0)
      throw new Problem(
        422,
        'media-not-ready',
        `These pictures are not there, or not ready yet: ${notReady.join(', ')}.`,
        {
          media: notReady
        }
      )
    const photos = items.map((item): Picture => Object.assign(ready.get(item.mediaId)!, { alt: item.alt }))
    return savePhotos(tx, id, version, photos, items)
  })
  if (saved) return saved
  if ((await readPiece(deps, id)).status === 'sold') throw gone()
  throw stale()
}
