import { sql } from 'kysely'
import type { NewWishlistItem, Wishlist, WishlistItem } from '../schemas/wishlists.ts'
import type { Db } from './profiles.ts'

const firstId = '00000000-0000-0000-0000-000000000000'
const listColumns = sql`w."id", w."name", w."linkToken" as "link", w."createdAt", w."updatedAt",
  (select count(*) from wishlist_items i where i."wishlistId" = w."id") as "itemCount"`
const itemColumns = sql`"id", "designSlug", "variantId", "pieceId", "note", "addedAt"`

/** At most `limit` of a person's lists after the one with this id. */
export async function findWishlists(
  db: Db,
  userId: string,
  afterId: string | null,
  limit: number
): Promise<Wishlist[]> {
  const { rows } = await sql<Wishlist>`select ${listColumns} from wishlists w where w."userId" = ${userId}
    and w."id" > ${afterId ?? firstId} order by w."id" limit ${limit}`.execute(db)
  return rows
}

/** A person's list. */
export async function findWishlist(db: Db, userId: string, id: string): Promise<Wishlist | undefined> {
  const { rows } = await sql<Wishlist>`
    select ${listColumns} from wishlists w where w."id" = ${id} and w."userId" = ${userId}`.execute(db)
  return rows[0]
}

/** Makes a list unless the person has as many as `most`; undefined then. */
export async function insertWishlist(
  tx: Db,
  userId: string,
  name: string,
  most: number
): Promise<Wishlist | undefined> {
  const { rows } = await sql<Wishlist>`insert into wishlists as w ("userId", "name") select ${userId}, ${name}
    where (select count(*) from wishlists where "userId" = ${userId}) < ${most} returning ${listColumns}`.execute(tx)
  return rows[0]
}

/** Names a list anew; undefined when the person has no such one. */
export async function renameWishlist(tx: Db, userId: string, id: string, name: string): Promise<Wishlist | undefined> {
  const { rows } = await sql<Wishlist>`update wishlists w set "name" = ${name}, "updatedAt" = now()
    where w."id" = ${id} and w."userId" = ${userId} returning ${listColumns}`.execute(tx)
  return rows[0]
}

/** Removes a list with what is on it; false when the person has no such one. */
export async function deleteWishlist(tx: Db, userId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from wishlists where "id" = ${id} and "userId" = ${userId}`.execute(tx)
  return numAffectedRows === 1n
}

/** Gives a list this link unless it has one; null takes the link away. Undefined when the person has no such list. */
export async function setLink(tx: Db, userId: string, id: string, token: string | null): Promise<Wishlist | undefined> {
  const { rows } = await sql<Wishlist>`update wishlists w set "updatedAt" = now(),
      "linkToken" = case when ${token}::text is null then null else coalesce("linkToken", ${token}) end
    where w."id" = ${id} and w."userId" = ${userId} returning ${listColumns}`.execute(tx)
  return rows[0]
}

/** The list that a link opens. */
export async function findShared(db: Db, token: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select "id", "name" from wishlists where "linkToken" = ${token}`.execute(db)
  return rows[0]
}

/** At most `limit` things of a list after the one with this id. */
export async function findItems(
  db: Db,
  wishlistId: string,
  afterId: string | null,
  limit: number
): Promise<WishlistItem[]> {
  const { rows } = await sql<WishlistItem>`select ${itemColumns} from wishlist_items where "wishlistId" = ${wishlistId}
    and "id" > ${afterId ?? firstId} order by "id" limit ${limit}`.execute(db)
  return rows
}

/** Puts a thing on a list, where it stands once; undefined when the list is full, which is when it holds `most` others. */
export async function insertItem(
  tx: Db,
  wishlistId: string,
  {
    id,
    designSlug,
    variantId,
    pieceId,
    note,
    addedAt
  }: Partial<WishlistItem> | (NewWishlistItem & { id?: undefined; addedAt?: undefined }),
  most: number
): Promise<WishlistItem | undefined> {
  const { rows } = await sql<WishlistItem>`
    insert into wishlist_items as i ("id", "wishlistId", "designSlug", "variantId", "pieceId", "note", "addedAt")
    select coalesce(${id ?? null}::uuid, uuidv7()), ${wishlistId}, ${designSlug ?? null}::text, ${variantId ?? null}::uuid, ${pieceId ?? null}::uuid, ${note ?? null}::text,
      coalesce(${addedAt ?? null}::timestamptz, now())
    where (select count(*) from wishlist_items where "wishlistId" = ${wishlistId} and ("designSlug", "variantId", "pieceId")
      is distinct from (${designSlug ?? null}::text, ${variantId ?? null}::uuid, ${pieceId ?? null}::uuid)) < ${most}
    on conflict on constraint "oneItemPerArticle" do update set "note" = coalesce(excluded."note", i."note")
    returning ${itemColumns}`.execute(tx)
  return rows[0]
}

/** A thing on a list. */
export async function findItem(db: Db, wishlistId: string, id: string): Promise<WishlistItem | undefined> {
  const { rows } = await sql<WishlistItem>`
    select ${itemColumns} from wishlist_items where "id" = ${id} and "wishlistId" = ${wishlistId}`.execute(db)
  return rows[0]
}

/** Sets the note of a thing; undefined when it is not on the list. */
export async function setNote(
  tx: Db,
  wishlistId: string,
  id: string,
  note: string | null
): Promise<WishlistItem | undefined> {
  const { rows } = await sql<WishlistItem>`update wishlist_items set "note" = ${note}
    where "id" = ${id} and "wishlistId" = ${wishlistId} returning ${itemColumns}`.execute(tx)
  return rows[0]
}

/** Takes a thing off a list; undefined when it is not on it. */
export async function deleteItem(tx: Db, wishlistId: string, id: string): Promise<WishlistItem | undefined> {
  const { rows } = await sql<WishlistItem>`delete from wishlist_items
    where "id" = ${id} and "wishlistId" = ${wishlistId} returning ${itemColumns}`.execute(tx)
  return rows[0]
}

/** Whether an error says that a person has a list of this name already. */
export const isNameTaken = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'oneListPerName'
