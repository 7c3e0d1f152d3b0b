import type { Database } from '@lumora/kit/database'
import type { Once, Seen } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { sql, type Generated, type RawBuilder } from 'kysely'
import type { Destination, Options } from '../schemas/carts.ts'
import { promotionJson, type PromotionRow } from './promotions.ts'

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
}
export type Db = Database<Tables>

export interface Article {
  variantId: string
  pieceId: string | null
  options: Options
  giftNote: string | null
  quantity: number
}
export interface NamedArticle extends Article {
  title: string
  slug: string
  imageUrl: string | null
  /** What keeps the price of one until `quoteExpiresAt`. */
  quoteToken: string | null
  quoteExpiresAt: string | null
  /** Of one, before tax, as the shopper last accepted it. */
  keptMinor: number | null
}
export interface StoredLine extends NamedArticle {
  id: string
  /** Kept for later, and not bought. */
  saved: boolean
}
export interface StoredCart {
  id: string
  userId: string | null
  status: 'open' | 'ordered'
  /** The order that is being made of it, or that it became in the last 30 days. */
  orderId: string | null
  currency: string
  version: number
  destination: Destination | null
  shippingMethod: string | null
  /** What the codes on the cart stand for, in the order in which they were put there. */
  coupons: PromotionRow[]
  groups: string[]
  /** How often the customer has redeemed promotions, by their ids. */
  used: Record<string, number>
  rulesVersion: number
  lines: StoredLine[]
}

/** At most so many lines, as product quotes no more at once; the most of one line is `quantityPerLine` in the database. */
export const maxLines = 100
export const maxQuantity = 20

/** A cart `c` with its lines and all that its sums depend on. */
export const cartColumns = (
  customers: string[]
) => sql`c."id", c."userId", c."status", c."currency", c."version", c."destination", c."shippingMethod",
  (select k."orderId" from checkouts k where k."cartId" = c."id" and k."status" <> 'released'
    order by k."createdAt" desc limit 1) as "orderId",
  coalesce((select json_agg(${promotionJson} order by array_position(c."coupons", p."codeKey"))
    from promotions p where p."codeKey" = any(c."coupons")), '[]') as "coupons",
  coalesce((select g."groups" from customer_groups g where g."userId" = c."userId"), '{}') as "groups",
  coalesce((select json_object_agg(u."promotionId", u."used") from (
    select "promotionId", max("used") as "used" from promotion_customers where "customer" = any(${customers}::text[]) group by 1
  ) u), '{}') as "used",
  (select "version" from "rulesVersion") as "rulesVersion",
  coalesce((
    select json_agg(json_build_object('id', l."id", 'variantId', l."variantId", 'pieceId', l."pieceId", 'options', l."options",
      'giftNote', l."giftNote", 'quantity', l."quantity", 'saved', l."saved", 'title', l."title", 'slug', l."slug",
      'imageUrl', l."imageUrl", 'quoteToken', l."quoteToken", 'quoteExpiresAt', l."quoteExpiresAt",
      'keptMinor', l."keptMinor") order by l."id")
    from cart_lines l where l."cartId" = c."id"), '[]') as "lines"`

/** Who asks, as the database knows them: a customer, a guest by the hash of the cart's token, and under which names they redeem promotions. */
export interface Owner {
  userId: string | null
  tokenHash: string | null
  customers: string[]
}

/** Whether a cart `c` is this user's, or the token is its own. */
export const isOwn = ({ userId, tokenHash }: Owner) => sql`c."status" <> 'claimed'
  and (c."userId" = ${userId}::uuid or c."tokenHash" = ${tokenHash}::text)`

/** The cart with its lines and all that its sums depend on, when it is this user's or the token is its own; with `once`, also what is known of the request. */
export async function findCart(db: Db, id: string, owner: Owner, once?: Once): Promise<StoredCart | undefined> {
  const seenToo = once ? sql`, ${once.seen} as "seen"` : sql``
  const { rows } = await sql<
    StoredCart & { seen: Seen | null }
  >`select ${cartColumns(owner.customers)} ${seenToo} from carts c
    where c."id" = ${id} and ${isOwn(owner)}`.execute(db)
  if (!rows[0]) return undefined
  const { seen, ...cart } = rows[0]
  once?.know(seen)
  return cart
}

/** The customer's open cart, made when there is none. */
export async function currentCart(
  db: Db,
  { userId, customers }: { userId: string; customers: string[] },
  currency: string
): Promise<StoredCart> {
  for (;;) {
    const { rows } = await sql<StoredCart>`select ${cartColumns(customers)} from carts c
      where c."userId" = ${userId} and c."status" = 'open'`.execute(db)
    if (rows[0]) return rows[0]
    await sql`insert into carts ("userId", "currency") values (${userId}, ${currency})
      on conflict ("userId") where "status" = 'open' do nothing`.execute(db)
  }
}

/** Which rules count now, for a cart that is not stored yet; ends a request that was answered already. */
export async function readRulesVersion(db: Db, once: Once): Promise<number> {
  const { rows } = await sql<{ version: number; seen: Seen | null }>`select "version", ${once.seen} as "seen"
    from "rulesVersion"`.execute(db)
  const { version, seen } = rows[0]!
  once.know(seen)
  return version
}

/** Makes a guest's cart, with what is in it, together with the stored answer that tells of it. */
export function insertGuestCart<T>(
  db: Db,
  once: Once,
  { id, tokenHash, currency, version, lines }: StoredCart & { tokenHash: string },
  answer: T
): Promise<T> {
  const made = sql`insert into carts ("id", "tokenHash", "currency", "version") values (${id}, ${tokenHash}, ${currency}, ${version})`
  return once.answer(withParts(db, lines.length === 0 ? { made } : { made, lines: putLines(id, lines) }), 201, answer)
}

/** Somebody else has changed the cart since it was read: read it again. */
export class CartMoved extends Error {}

/** Saves what is different in `next`, in one statement, as the next version of the open cart; throws `CartMoved` when `seen` is not how it is. */
export async function saveCart(db: Db, seen: StoredCart, next: StoredCart): Promise<void> {
  const parts = Object.entries(changesOf(seen, next)).map(([name, part]) => sql`${sql.ref(name)} as (${part})`)
  await sql`with ${sql.join(parts)} select`.execute(db).catch(explain)
}

/** The same together with the stored answer of the request that asked for it. */
export function saveCartOnce<T>(
  db: Db,
  once: Once,
  { seen, next, answer }: { seen: StoredCart; next: StoredCart; answer: T }
): Promise<T> {
  return once.answer(withParts(db, changesOf(seen, next)), 201, answer).catch(explain)
}

type Parts = Record<string, RawBuilder<any>>

/** The database, whose next insert is one statement with these parts before it. */
function withParts(db: Db, parts: Parts): Db {
  const creator = Object.entries(parts).reduce<Pick<Db, 'with'>>(
    (made, [name, part]) => made.with(name, () => sql`(${part})`),
    db
  )
  return creator as Db
}

/** A cart that is not as it was seen gets no version, which is refused: so the whole statement has no effect. PostgreSQL runs such parts from the last to the first, so the cart's row is locked before its lines. */
function changesOf(seen: StoredCart, next: StoredCart): Parts {
  const before = new Map(seen.lines.map((line) => [line.id, line]))
  const changed = next.lines.filter((line) => before.get(line.id) !== line)
  for (const { id } of next.lines) before.delete(id)
  const parts: Parts = {}
  if (before.size > 0)
    parts.gone = sql`delete from cart_lines where "cartId" = ${seen.id} and "id" = any(${[...before.keys()]}::uuid[])`
  if (changed.length > 0) parts.lines = putLines(seen.id, changed)
  parts.touched = sql`update carts set "updatedAt" = now(), "coupons" = ${next.coupons.map(({ codeKey }) => codeKey)}::text[],
      "destination" = ${next.destination === null ? null : JSON.stringify(next.destination)}::jsonb,
      "shippingMethod" = ${next.shippingMethod}::text,
      "version" = case when "status" = 'open' and "version" = ${seen.version} then "version" + 1 end
    where "id" = ${seen.id}`
  return parts
}

/** Adds lines to a cart, or changes those that it has. */
const putLines = (cartId: string, lines: StoredLine[]) => sql`
  insert into cart_lines ("id", "cartId", "variantId", "pieceId", "options", "giftNote", "quantity", "saved",
    "title", "slug", "imageUrl", "quoteToken", "quoteExpiresAt", "keptMinor")
  select l."id", ${cartId}, l."variantId", l."pieceId", l."options", l."giftNote", l."quantity", l."saved", l."title", l."slug",
    l."imageUrl", l."quoteToken", l."quoteExpiresAt", l."keptMinor"
  from json_to_recordset(${JSON.stringify(lines)}::json) l("id" uuid, "variantId" uuid, "pieceId" uuid, "options" jsonb,
    "giftNote" text, "quantity" integer, "saved" boolean, "title" text, "slug" text, "imageUrl" text, "quoteToken" text,
    "quoteExpiresAt" timestamptz, "keptMinor" bigint)
  on conflict ("id") do update set "options" = excluded."options", "giftNote" = excluded."giftNote", "quantity" = excluded."quantity",
    "saved" = excluded."saved", "quoteToken" = excluded."quoteToken", "quoteExpiresAt" = excluded."quoteExpiresAt",
    "keptMinor" = excluded."keptMinor"`

/** Changes a cart that many change at once, and returns how it then is: its row is locked first, so that `change` sees it as it stays. Keeps that the request did it, when it is one that is done once. */
export function saveLocked(
  db: Db,
  once: Once | null,
  { cartId, customers }: { cartId: string; customers: string[] },
  change: (cart: StoredCart) => StoredCart
): Promise<StoredCart> {
  return db.transaction().execute(async (tx) => {
    await once?.keep(tx, cartId)
    await sql`select from carts where "id" = ${cartId} for update`.execute(tx)
    const { rows } = await sql<StoredCart>`select ${cartColumns(customers)} from carts c
      where c."id" = ${cartId} and c."status" = 'open'`.execute(tx)
    const cart = rows[0]
    if (!cart) throw notOpen()
    const next = change(cart)
    if (next === cart) return cart
    await saveCart(tx, cart, next)
    return { ...next, version: cart.version + 1 }
  })
}

export const notOpen = () => new Problem(409, 'cart-not-open', 'This cart has been ordered. Start a new one.')
export const tooManyLines = () =>
  new Problem(409, 'too-many-lines', `A cart holds at most ${maxLines} different articles.`)
export const tooManyOfOne = () =>
  new Problem(409, 'too-many-of-one', `A cart holds at most ${maxQuantity} of one article.`)
export const onlyOne = () =>
  new Problem(409, 'one-of-a-kind', 'There is only one of this piece, and a cart holds it once.')

function explain(error: { code?: string; table?: string; column?: string; constraint?: string }): never {
  const { code, table, column, constraint } = error
  if (code === '23502' && table === 'carts' && column === 'version') throw new CartMoved()
  if (code === '23503' && table === 'cart_lines') throw new CartMoved()
  if (constraint === 'oneLinePerPiece' || constraint === 'oneLinePerArticle') throw new CartMoved()
  if (constraint === 'quantityPerLine') throw tooManyOfOne()
  throw error
}

/**
 * Moves a guest's lines into the customer's open cart, once; quantities of one article add up to at most 20, at the lower
 * of the prices that are kept. False when the guest's cart is not for this customer to claim.
 */
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
    await sql`update carts c set "version" = c."version" + 1, "updatedAt" = now(),
        "status" = case when c."id" = ${from.id} then 'claimed' else c."status" end,
        "claimedBy" = case when c."id" = ${from.id} then ${target.userId}::uuid end,
        "destination" = coalesce(c."destination", g."destination"),
        "shippingMethod" = coalesce(c."shippingMethod", g."shippingMethod"),
        "coupons" = (select coalesce(array_agg(k."key" order by k."place"), '{}') from (
          select a."key", min(a."place") as "place" from unnest(c."coupons" || g."coupons") with ordinality a("key", "place")
          group by 1 order by 2 limit 5) k)
      from carts g where g."id" = ${from.id} and c."id" in (${from.id}, ${target.id})`.execute(tx)
    await sql`
      insert into cart_lines ("cartId", "variantId", "pieceId", "options", "giftNote", "saved", "quantity", "title", "slug",
        "imageUrl", "quoteToken", "quoteExpiresAt", "keptMinor")
      select ${target.id}, "variantId", "pieceId", "options", "giftNote", "saved", "quantity", "title", "slug", "imageUrl",
        "quoteToken", "quoteExpiresAt", "keptMinor" from cart_lines l
      where "cartId" = ${from.id} and not exists (
        select from cart_lines mine where mine."cartId" = ${target.id} and mine."pieceId" = l."pieceId")
      order by "id"
      on conflict on constraint "oneLinePerArticle" do update
        set "quantity" = least(${maxQuantity}, cart_lines."quantity" + excluded."quantity"),
          ("quoteToken", "quoteExpiresAt", "keptMinor") = (
            select k."quoteToken", k."quoteExpiresAt", k."keptMinor" from (values
              (cart_lines."quoteToken", cart_lines."quoteExpiresAt", cart_lines."keptMinor"),
              (excluded."quoteToken", excluded."quoteExpiresAt", excluded."keptMinor")) k("quoteToken", "quoteExpiresAt", "keptMinor")
            order by k."quoteExpiresAt" > now() desc nulls last, k."keptMinor" nulls last, k."quoteExpiresAt" desc nulls last limit 1)`.execute(
      tx
    )
    const { rows: counted } = await sql<{ lines: number }>`
      select count(*) as "lines" from cart_lines where "cartId" = ${target.id}`.execute(tx)
    if (counted[0]!.lines > maxLines) throw tooManyLines()
    return true
  })
}

/** Forgets guests' carts that nobody has touched for 90 days. */
export async function dropOldCarts(db: Db): Promise<void> {
  await sql`delete from carts where "userId" is null and "status" <> 'ordered' and "updatedAt" < now() - interval '90 days'`.execute(
    db
  )
}

export interface AbandonedCart {
  id: string
  userId: string
  version: number
  lines: { title: string; slug: string; quantity: number }[]
}

/** Marks at most `limit` customers' open carts with lines that nobody has touched for so long, but not for a week, each version once. */
export async function markAbandoned(tx: Db, minutes: number, limit: number): Promise<AbandonedCart[]> {
  const { rows } = await sql<AbandonedCart>`
    update carts c set "abandonedVersion" = c."version" where c."id" in (
      select "id" from carts where "userId" is not null and "status" = 'open'
        and "updatedAt" between now() - interval '7 days' and now() - make_interval(mins => ${minutes})
        and "abandonedVersion" is distinct from "version"
        and exists (select from cart_lines l where l."cartId" = carts."id" and not l."saved")
      order by "updatedAt" limit ${limit} for update skip locked)
    returning c."id", c."userId", c."version", (
      select json_agg(json_build_object('title', l."title", 'slug', l."slug", 'quantity', l."quantity") order by l."id")
      from cart_lines l where l."cartId" = c."id" and not l."saved") as "lines"`.execute(tx)
  return rows
}
