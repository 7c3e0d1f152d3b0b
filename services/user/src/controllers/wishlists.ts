import { randomBytes } from 'node:crypto'
import type { Once } from '@lumora/kit/idempotency'
import { pageOf } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { withPersonLocked, type Db } from '../models/profiles.ts'
import {
  deleteItem,
  deleteWishlist,
  findItem,
  findItems,
  findShared,
  findWishlist,
  findWishlists,
  insertItem,
  insertWishlist,
  isNameTaken,
  renameWishlist,
  setLink,
  setNote
} from '../models/wishlists.ts'
import type { NewWishlistItem, Wishlist, WishlistItem } from '../schemas/wishlists.ts'
import { idAfter, type Deps, type Paging } from './profiles.ts'

const mostLists = 50
const mostItems = 300

const noList = () => new Problem(404, 'not-found', 'There is no such wishlist.')
const noItem = () => new Problem(404, 'not-found', 'There is no such thing on this wishlist.')
const full = () => new Problem(409, 'wishlist-full', `A wishlist holds ${mostItems} things. Begin another one.`)

function explain(error: unknown): never {
  if (isNameTaken(error))
    throw new Problem(409, 'name-taken', 'There is one of this name already. Choose another name.')
  throw error
}

/** A person's wishlists, the oldest first. */
export async function listWishlists({ db }: Deps, userId: string, paging: Paging) {
  const rows = await findWishlists(db, userId, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, ({ id }) => [id])
}

/** Begins a wishlist, up to 50. */
export function addWishlist({ db }: Deps, once: Once, userId: string, { name }: { name: string }): Promise<Wishlist> {
  return withPersonLocked(db, userId, async (tx) => {
    const saved = await insertWishlist(tx, userId, name, mostLists)
    if (!saved) throw new Problem(409, 'too-many-wishlists', `You have ${mostLists} wishlists. Remove one first.`)
    return once.answer(tx, 201, saved)
  }).catch(explain)
}

/** A wishlist of a person's own. */
export async function showWishlist({ db }: Deps, userId: string, id: string): Promise<Wishlist> {
  const found = await findWishlist(db, userId, id)
  if (!found) throw noList()
  return found
}

/** Names a wishlist anew. */
export async function changeWishlist({ db }: Deps, userId: string, id: string, name: string): Promise<Wishlist> {
  const saved = await withPersonLocked(db, userId, (tx) => renameWishlist(tx, userId, id, name)).catch(explain)
  if (!saved) throw noList()
  return saved
}

/** Removes a wishlist with all that is on it; its link opens nothing any more. */
export async function dropWishlist({ db }: Deps, userId: string, id: string): Promise<void> {
  if (!(await withPersonLocked(db, userId, (tx) => deleteWishlist(tx, userId, id)))) throw noList()
}

/** Makes a wishlist open to whoever has its link, which ends in 256 bits of chance; shared already, it keeps its link. */
export async function shareWishlist({ db }: Deps, userId: string, id: string): Promise<Wishlist> {
  const token = randomBytes(32).toString('base64url')
  const saved = await withPersonLocked(db, userId, (tx) => setLink(tx, userId, id, token))
  if (!saved) throw noList()
  return saved
}

/** Closes a wishlist again; the link that it had never opens it any more. */
export async function unshareWishlist({ db }: Deps, userId: string, id: string): Promise<Wishlist> {
  const saved = await withPersonLocked(db, userId, (tx) => setLink(tx, userId, id, null))
  if (!saved) throw noList()
  return saved
}

/** What stands on the wishlist of a link: its name and the things, neither whose it is nor the notes. */
export async function showSharedWishlist({ db }: Deps, link: string, paging: Paging) {
  const shared = await findShared(db, link)
  if (!shared) throw noList()
  const rows = await findItems(db, shared.id, idAfter(paging), paging.limit + 1)
  const page = pageOf(
    rows,
    paging.limit,
    ({ id }) => [id],
    ({ designSlug, variantId, pieceId }) => ({ designSlug, variantId, pieceId })
  )
  return { name: shared.name, ...page }
}

/** The things on a wishlist, the oldest first. */
export async function listWishlistItems({ db }: Deps, userId: string, id: string, paging: Paging) {
  await showWishlist({ db } as Deps, userId, id)
  const rows = await findItems(db, id, idAfter(paging), paging.limit + 1)
  return pageOf(rows, paging.limit, (item) => [item.id])
}

/** Runs `work` while nothing else changes a person's wishlists, of which these must be theirs. */
function withLists<T>(db: Db, userId: string, ids: string[], work: (tx: Db) => Promise<T>): Promise<T> {
  return withPersonLocked(db, userId, async (tx) => {
    for (const id of ids) if (!(await findWishlist(tx, userId, id))) throw noList()
    return work(tx)
  })
}

/** Puts a thing on a wishlist, up to 300; what is on it already stays once, with the newer note. */
export async function addWishlistItem(
  { db }: Deps,
  once: Once,
  userId: string,
  id: string,
  item: NewWishlistItem
): Promise<WishlistItem> {
  if (!item.designSlug && !item.variantId && !item.pieceId)
    throw new Problem(400, 'input-not-valid', 'Name a design, a variant or a piece.', {
      errors: [{ pointer: '#/designSlug', detail: 'must be there, or variantId or pieceId' }]
    })
  return withLists(db, userId, [id], async (tx) => {
    const saved = await insertItem(tx, id, item, mostItems)
    if (!saved) throw full()
    return once.answer(tx, 201, saved)
  })
}

/** Sets or clears the note of a thing. */
export function noteWishlistItem(
  { db }: Deps,
  userId: string,
  id: string,
  itemId: string,
  note: string | null
): Promise<WishlistItem> {
  return withLists(db, userId, [id], async (tx) => {
    const saved = await setNote(tx, id, itemId, note)
    if (!saved) throw noItem()
    return saved
  })
}

/** Takes a thing off a wishlist. */
export function dropWishlistItem({ db }: Deps, userId: string, id: string, itemId: string): Promise<void> {
  return withLists(db, userId, [id], async (tx) => {
    if (!(await deleteItem(tx, id, itemId))) throw noItem()
  })
}

/** Moves a thing to another wishlist of the same person, where it joins its like; it is never on both nor on neither. Moved already, it stays. */
export function moveWishlistItem(
  { db }: Deps,
  userId: string,
  id: string,
  itemId: string,
  targetId: string
): Promise<WishlistItem> {
  return withLists(db, userId, [id, targetId], async (tx) => {
    const item = await deleteItem(tx, id, itemId)
    const moved = item ? await insertItem(tx, targetId, item, mostItems) : await findItem(tx, targetId, itemId)
    if (!moved) throw item ? full() : noItem()
    return moved
  })
}
