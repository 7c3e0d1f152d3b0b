import type { Database } from '@lumora/kit/database'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { sql, type Generated } from 'kysely'

export interface Tables {
  carts: {
    id: Generated<string>
    userId: string | null
    tokenHash: string | null
    status: Generated<'open' | 'ordered' | 'claimed'>
    claimedBy: string | null
    currency: string
    version: Generated<number>
    createdAt: Generated<string>
    updatedAt: Generated<string>
  }
  cart_lines: StoredLine & { cartId: string }
}
export type Db = Database<Tables>

export interface Article {
  variantId: string
  pieceId: string | null
  engraving: string | null
  quantity: number
}
export interface NamedArticle extends Article {
  title: string
  slug: string
  imageUrl: string | null
}
export interface StoredLine extends NamedArticle {
  id: string
}
export interface StoredCart {
  id: string
  userId: string | null
  status: 'open' | 'ordered'
  currency: string
  version: number
  lines: StoredLine[]
}

/** At most so many lines, as product quotes no more at once; the most of one line is `quantityPerLine` in the database. */
export const maxLines = 100
export const maxQuantity = 20

const columns = sql`c."id", c."userId", c."status", c."currency", c."version", coalesce((
    select json_agg(json_build_object('id', l."id", 'variantId', l."variantId", 'pieceId', l."pieceId", 'engraving', l."engraving",
      'quantity', l."quantity", 'title', l."title", 'slug', l."slug", 'imageUrl', l."imageUrl") order by l."id")
    from cart_lines l where l."cartId" = c."id"), '[]') as "lines"`

/** The cart with its lines, when it is this user's or the token is its own. */
export async function findCart(
  db: Db,
  id: string,
  owner: { userId: string | null; tokenHash: string | null }
): Promise<StoredCart | undefined> {
  const { rows } = await sql<StoredCart>`select ${columns} from carts c where c."id" = ${id} and c."status" <> 'claimed'
    and (c."userId" = ${owner.userId}::uuid or c."tokenHash" = ${owner.tokenHash}::text)`.execute(db)
  return rows[0]
}

/** The customer's open cart, made when there is none. */
export async function currentCart(db: Db, userId: string, currency: string): Promise<StoredCart> {
  for (;;) {
    const { rows } =
      await sql<StoredCart>`select ${columns} from carts c where c."userId" = ${userId} and c."status" = 'open'`.execute(
        db
      )
    if (rows[0]) return rows[0]
    await sql`insert into carts ("userId", "currency") values (${userId}, ${currency})
      on conflict ("userId") where "status" = 'open' do nothing`.execute(db)
  }
}

/** Makes a guest's cart. */
export async function insertGuestCart(tx: Db, tokenHash: string, currency: string): Promise<StoredCart> {
  const { rows } =
    await sql<StoredCart>`insert into carts as c ("tokenHash", "currency") values (${tokenHash}, ${currency}) returning ${columns}`.execute(
      tx
    )
  return rows[0]!
}

const notOpen = () => new Problem(409, 'cart-not-open', 'This cart has been ordered. Start a new one.')

/** A change of a cart: its new version, and how it then is, if somebody else had changed it since it was seen. */
export interface Change {
  lineId: string
  version: number
  now: StoredCart | null
}

/** Adds an article to an open cart: to the line that holds it already, or as a new one. The cart’s row is locked first, so the limits hold. */
export function saveLine(db: Db, once: Once, seen: StoredCart, article: NamedArticle): Promise<Change> {
  const { variantId, pieceId, engraving, quantity, title, slug, imageUrl } = article
  const { id: cartId } = seen
  return db.transaction().execute(async (tx) => {
    await once.keep(tx, cartId)
    const version = await touchCart(tx, cartId)
    const { rows } = await sql<{ id: string }>`
      insert into cart_lines ("cartId", "variantId", "pieceId", "engraving", "quantity", "title", "slug", "imageUrl")
      select ${cartId}, ${variantId}, ${pieceId}::uuid, ${engraving}::text, ${quantity}::integer, ${title}, ${slug}, ${imageUrl}::text
      where (select count(*) from cart_lines where "cartId" = ${cartId} and ("variantId", "pieceId", "engraving")
        is distinct from (${variantId}::uuid, ${pieceId}::uuid, ${engraving}::text)) < ${maxLines}
      on conflict on constraint "oneLinePerArticle" do update set "quantity" = cart_lines."quantity" + excluded."quantity"
      returning "id"`
      .execute(tx)
      .catch(explain)
    if (!rows[0]) throw tooManyLines()
    return { lineId: rows[0].id, version, now: await cartNow(tx, seen, version) }
  })
}

async function cartNow(tx: Db, { id, version: seen }: StoredCart, version: number): Promise<StoredCart | null> {
  if (version === seen + 1) return null
  const { rows } = await sql<StoredCart>`select ${columns} from carts c where c."id" = ${id}`.execute(tx)
  return rows[0]!
}

/** The new version of an open cart; 409 when it is not open. */
async function touchCart(tx: Db, cartId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update carts set "version" = "version" + 1, "updatedAt" = now()
    where "id" = ${cartId} and "status" = 'open' returning "version"`.execute(tx)
  if (!rows[0]) throw notOpen()
  return rows[0].version
}

export const tooManyLines = () =>
  new Problem(409, 'too-many-lines', `A cart holds at most ${maxLines} different articles.`)
export const tooManyOfOne = () =>
  new Problem(409, 'too-many-of-one', `A cart holds at most ${maxQuantity} of one article.`)
export const onlyOne = () =>
  new Problem(409, 'one-of-a-kind', 'There is only one of this piece, and a cart holds it once.')

function explain(error: { constraint?: string; detail?: string }): never {
  if (error.constraint === 'oneLinePerPiece') throw onlyOne()
  if (error.constraint === 'quantityPerLine') throw tooManyOfOne()
  throw error
}

/** Sets a line's quantity, or drops the line (0), in an open cart; undefined when there is no such line. */
export async function changeLine(
  db: Db,
  seen: StoredCart,
  lineId: string,
  quantity: number
): Promise<Change | undefined> {
  return db.transaction().execute(async (tx) => {
    const version = await touchCart(tx, seen.id)
    const changed =
      quantity === 0
        ? await sql`delete from cart_lines where "id" = ${lineId} and "cartId" = ${seen.id}`.execute(tx)
        : await sql`update cart_lines set "quantity" = ${quantity} where "id" = ${lineId} and "cartId" = ${seen.id}`
            .execute(tx)
            .catch(explain)
    return changed.numAffectedRows ? { lineId, version, now: await cartNow(tx, seen, version) } : undefined
  })
}

/** Moves a guest's lines into the customer's open cart, once; quantities of one article add up to at most 20. False when the guest's cart is not for this customer to claim. */
export function mergeCarts(
  db: Db,
  guest: { id: string; tokenHash: string },
  target: { id: string; userId: string }
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; status: string; tokenHash: string | null; claimedBy: string | null }>`
      select "id", "status", "tokenHash", "claimedBy" from carts where "id" = any(${[guest.id, target.id]}::uuid[])
      order by "id" for update`.execute(tx)
    const from = rows.find(({ id, tokenHash }) => id === guest.id && tokenHash === guest.tokenHash)
    const into = rows.find(({ id }) => id === target.id)
    if (!from) return false
    if (from.status === 'claimed') return from.claimedBy === target.userId
    if (from.status !== 'open' || into?.status !== 'open') throw notOpen()
    await sql`update carts set "version" = "version" + 1, "updatedAt" = now(),
        "status" = case when "id" = ${from.id} then 'claimed' else "status" end,
        "claimedBy" = case when "id" = ${from.id} then ${target.userId}::uuid end
      where "id" in (${from.id}, ${target.id})`.execute(tx)
    await sql`
      insert into cart_lines ("cartId", "variantId", "pieceId", "engraving", "quantity", "title", "slug", "imageUrl")
      select ${target.id}, "variantId", "pieceId", "engraving", "quantity", "title", "slug", "imageUrl" from cart_lines l
      where "cartId" = ${from.id} and not exists (
        select from cart_lines mine where mine."cartId" = ${target.id} and mine."pieceId" = l."pieceId")
      order by "id"
      on conflict on constraint "oneLinePerArticle" do update
        set "quantity" = least(${maxQuantity}, cart_lines."quantity" + excluded."quantity")`.execute(tx)
    const { rows: counted } = await sql<{ lines: number }>`
      select count(*) as "lines" from cart_lines where "cartId" = ${target.id}`.execute(tx)
    if (counted[0]!.lines > maxLines) throw tooManyLines()
    return true
  })
}

/** Marks a cart as ordered; its lines stay as they are. */
export async function markOrdered(tx: Db, cartId: string): Promise<void> {
  await sql`update carts set "status" = 'ordered', "version" = "version" + 1, "updatedAt" = now()
    where "id" = ${cartId} and "status" = 'open'`.execute(tx)
}

/** Forgets guests' carts that nobody has touched for 90 days. */
export async function dropOldCarts(db: Db): Promise<void> {
  await sql`delete from carts where "userId" is null and "status" <> 'ordered' and "updatedAt" < now() - interval '90 days'`.execute(
    db
  )
}
