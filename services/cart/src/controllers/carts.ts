import { createHash, randomBytes } from 'node:crypto'
import { publish, type Event, type Topics } from '@lumora/kit/events'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { AskedLine, Product, Quote } from '../clients/product.ts'
import * as carts from '../models/carts.ts'
import type { Article, Db, StoredCart, StoredLine } from '../models/carts.ts'
import { confirmCheckouts, dropOldCheckouts } from '../models/checkouts.ts'
import { saveGroups } from '../models/customers.ts'
import { dropOldTries } from '../models/tries.ts'
import type {
  Cart,
  CartContent,
  Destination,
  LineChange,
  NewCart,
  NewLine,
  Prices,
  ShippingChoice
} from '../schemas/carts.ts'
import { sayingsOf, type Said } from './pricing.ts'
import { customersOf } from './promotions.ts'
import { choicesOf, viewOf } from './views.ts'

export interface Deps {
  db: Db
  product: Product
  /** Of a cart whose maker names none. */
  currency: string
  /** Where the shop is: where a cart goes of which nobody has said it, and which taxes stay in the region. */
  shop: { country: string; region: string }
  /** After how long an untouched cart is one that was left. */
  abandonedMinutes: number
}

/** Who asks: a customer by id, a guest by the cart's token. */
export interface Shopper {
  userId: string | null
  token: string | null
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
const notFound = () => new Problem(404, 'not-found', 'There is no such cart.')
const noLine = () => new Problem(404, 'not-found', 'There is no such line in this cart.')

/** A UUID that sorts by time (RFC 9562, version 7). */
function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

/** A shopper as the database knows them; `email` when they have told it. */
export const ownerOf = ({ userId, token }: Shopper, email: string | null = null): carts.Owner => ({
  userId,
  tokenHash: token === null ? null : hashOf(token),
  customers: customersOf(userId, email)
})

/** The cart, or the one 404 of all that is not the shopper's. */
export async function ownCart({ db }: Deps, shopper: Shopper, cartId: string, once?: Once): Promise<StoredCart> {
  const cart = await carts.findCart(db, cartId, ownerOf(shopper), once)
  if (!cart) throw notFound()
  return cart
}

async function openCart(deps: Deps, shopper: Shopper, cartId: string, once?: Once): Promise<StoredCart> {
  const cart = await ownCart(deps, shopper, cartId, once)
  if (cart.status !== 'open') throw carts.notOpen()
  return cart
}

/** Makes a guest's cart, whose 256-bit token is told in this answer only; a customer is given the open cart. The line is put into it at once: 409 or 422 when it cannot be. */
export async function createCart(
  deps: Deps,
  once: Once,
  userId: string | null,
  { currency, line }: NewCart
): Promise<Cart> {
  if (userId !== null && line) return addToCurrent(deps, once, userId, currency, line)
  if (userId !== null) return once.answer(deps.db, 201, await getCurrentCart(deps, userId, { currency }))
  const token = randomBytes(32).toString('base64url')
  const made = { id: newId(), currency: currency ?? deps.currency }
  const empty: StoredCart = {
    ...made,
    userId: null,
    status: 'open',
    version: 1,
    orderId: null,
    destination: null,
    shippingMethod: null,
    coupons: [],
    groups: [],
    used: {},
    rulesVersion: line ? await carts.readRulesVersion(deps.db, once) : 0,
    lines: []
  }
  const { next, quote } = line ? await withArticle(deps, empty, articleOf(line)) : { next: empty, quote: null }
  const answer = { ...(await viewOf(deps, next, quote)), token }
  return carts.insertGuestCart(deps.db, once, { ...next, tokenHash: hashOf(token) }, answer)
}

/** Puts a line into the customer's open cart, or into the next one when that is ordered meanwhile. */
async function addToCurrent(
  deps: Deps,
  once: Once,
  userId: string,
  currency: string | undefined,
  line: NewLine
): Promise<Cart> {
  for (let left = 2; ; left--) {
    const { id } = await openedFor(deps, userId, currency)
    try {
      return await addLine(deps, once, { userId, token: null }, id, line)
    } catch (error) {
      if (left === 0 || !(error instanceof Problem && error.slug === 'cart-not-open')) throw error
    }
  }
}

/** The customer's open cart, made when there is none. */
export async function getCurrentCart(
  deps: Deps,
  userId: string,
  { currency, prices }: { currency?: string | undefined; prices?: Prices | undefined } = {}
): Promise<Cart> {
  const cart = await openedFor(deps, userId, currency)
  return viewNow(deps, cart, prices)
}

const openedFor = ({ db, currency: usual }: Deps, userId: string, currency = usual): Promise<StoredCart> =>
  carts.currentCart(db, { userId, customers: customersOf(userId, null) }, currency)

/** A cart at today's prices, or those that are kept; without prices while product does not answer. */
export async function getCart(deps: Deps, shopper: Shopper, cartId: string, prices?: Prices): Promise<Cart> {
  return viewNow(deps, await ownCart(deps, shopper, cartId), prices)
}

async function viewNow(deps: Deps, cart: StoredCart, prices?: Prices): Promise<Cart> {
  return viewOf(deps, cart, cart.lines.length === 0 ? null : await ask(deps, cart).catch(() => null), prices)
}

/** The shipping methods that can take the cart to its destination, each with what it would cost. */
export async function listShippingChoices(
  deps: Deps,
  shopper: Shopper,
  cartId: string
): Promise<{ items: ShippingChoice[] }> {
  const cart = await ownCart(deps, shopper, cartId)
  return { items: await choicesOf(deps, cart, await ask(deps, cart)) }
}

/** What is in a cart, for the service that orders it. */
export async function getCartContent(deps: Deps, shopper: Shopper, cartId: string): Promise<CartContent> {
  const cart = await ownCart(deps, shopper, cartId)
  const lines = cart.lines.filter(({ saved }) => !saved)
  return {
    ...cart,
    lines: lines.map(({ variantId, pieceId, quantity, options: { engraving = null } }) => ({
      variantId,
      pieceId,
      quantity,
      engraving
    }))
  }
}

/** What product says of the lines, those that are saved for later last, so that they take no stock from the others. */
const ask = ({ product }: Deps, { currency, lines }: StoredCart, keep = false): Promise<Quote> =>
  product.quote(currency, inOrder(lines).map(askedOf), keep)

/** A line as product is asked for it. A price whose time is over is not asked for again. */
export const askedOf = (line: StoredLine): AskedLine => ({
  variantId: line.variantId,
  pieceId: line.pieceId,
  quantity: line.quantity,
  options: line.options,
  quoteToken: isKept(line) ? line.quoteToken : null
})

const inOrder = (lines: readonly StoredLine[]): StoredLine[] => [
  ...lines.filter(({ saved }) => !saved),
  ...lines.filter(({ saved }) => saved)
]

const isKept = ({ quoteExpiresAt }: StoredLine): boolean =>
  quoteExpiresAt !== null && Date.parse(quoteExpiresAt) > Date.now()

/** Puts an article into the cart; the same article with the same options and note adds up in one line. 409 when it cannot be bought in that quantity, 422 when it cannot be done so. */
export async function addLine(
  deps: Deps,
  once: Once,
  shopper: Shopper,
  cartId: string,
  wanted: NewLine
): Promise<Cart> {
  const cart = await openCart(deps, shopper, cartId, once)
  if (once.made !== null) return viewNow(deps, cart)
  const article = articleOf(wanted)
  const { next, quote, at } = await withArticle(deps, cart, article)
  try {
    return await carts.saveCartOnce(deps.db, once, { seen: cart, next, answer: await viewOf(deps, next, quote) })
  } catch (error) {
    if (!(error instanceof carts.CartMoved)) throw error
  }
  const line = { ...next.lines.find(({ id }) => id === at)!, quantity: article.quantity }
  const { customers } = ownerOf(shopper)
  const saved = await carts.saveLocked(deps.db, once, { cartId, customers }, (now) => ({
    ...now,
    lines: joined(now.lines, line).lines
  }))
  return viewNow(deps, saved)
}

/** The next version of a cart with an article put into it, what product says of its lines, and the line that the article is in. */
async function withArticle(
  deps: Deps,
  cart: StoredCart,
  article: Article
): Promise<{ next: StoredCart; quote: Quote; at: string }> {
  const { lines, at } = joined(cart.lines, { ...article, ...unnamed })
  const planned = { ...cart, lines }
  const quote = await ask(deps, planned, true)
  const kept = withKept(lines, saidOf(planned, quote), at)
  return { next: { ...planned, lines: kept, version: cart.version + 1 }, quote, at }
}

const unnamed = { title: '', slug: '', imageUrl: null, quoteToken: null, quoteExpiresAt: null, keptMinor: null }

/** An article as it is compared: text in one form, options only where they are asked for. */
function articleOf({
  variantId,
  pieceId = null,
  quantity,
  options = {},
  engraving: old,
  giftNote = null
}: NewLine): Article {
  const { size, engraving = old ?? undefined, engravingFont, giftWrap } = options
  const text = engraving?.normalize('NFC').trim().replaceAll(/ +/g, ' ')
  if (text === '') throw new Problem(422, 'engraving-not-possible', 'There is nothing to engrave in this text.')
  return {
    variantId,
    pieceId,
    quantity,
    options: {
      ...(size === undefined ? {} : { size }),
      ...(text === undefined ? {} : { engraving: text, ...(engravingFont === undefined ? {} : { engravingFont }) }),
      ...(giftWrap ? { giftWrap } : {})
    },
    giftNote: giftNote?.normalize('NFC') ?? null
  }
}

const isSame = (a: Article, b: Article) =>
  a.variantId === b.variantId &&
  a.pieceId === b.pieceId &&
  a.giftNote === b.giftNote &&
  a.options.size === b.options.size &&
  a.options.engraving === b.options.engraving &&
  a.options.engravingFont === b.options.engravingFont &&
  a.options.giftWrap === b.options.giftWrap

/** The lines with the article joined to them, and the id of the line that it then is in. */
function joined(lines: StoredLine[], article: carts.NamedArticle): { lines: StoredLine[]; at: string } {
  const { pieceId, quantity } = article
  const other = pieceId === null ? undefined : lines.find((line) => line.pieceId === pieceId)
  if (pieceId !== null && (quantity > 1 || other?.saved === false)) throw carts.onlyOne()
  const line = other ?? lines.find((each) => !each.saved && isSame(each, article))
  if (!line) {
    if (lines.length >= carts.maxLines) throw carts.tooManyLines()
    const added = { ...article, id: newId(), saved: false }
    return { lines: [...lines, added], at: added.id }
  }
  const { options, giftNote } = article
  const total = line.saved ? quantity : line.quantity + quantity
  if (total > carts.maxQuantity) throw carts.tooManyOfOne()
  return { lines: replaced(lines, { ...line, options, giftNote, saved: false, quantity: total }), at: line.id }
}

const replaced = (lines: readonly StoredLine[], line: StoredLine) =>
  lines.map((each) => (each.id === line.id ? line : each))

/** The lines with a changed one among them; it joins one that is now the same. */
function settled(lines: readonly StoredLine[], line: StoredLine): StoredLine[] {
  const twin = lines.find((each) => each.id !== line.id && each.saved === line.saved && isSame(each, line))
  if (!twin) return replaced(lines, line)
  const quantity = twin.quantity + line.quantity
  if (quantity > carts.maxQuantity) throw carts.tooManyOfOne()
  return replaced(lines, { ...twin, quantity }).filter(({ id }) => id !== line.id)
}

type Sayings = ReadonlyMap<string, Said>

/** What product says of the lines, by their ids. */
const saidOf = ({ lines }: StoredCart, quote: Quote | null): Sayings =>
  new Map(sayingsOf(inOrder(lines), quote).map((said) => [said.stored.id, said]))

/** The lines with their names, and with the prices kept that were not and are what the shopper knows; 409 or 422 when the line `at` cannot be bought. */
function withKept(lines: readonly StoredLine[], sayings: Sayings, at: string | null): StoredLine[] {
  return lines.map((line) => {
    const { quoted, problem } = sayings.get(line.id) ?? { quoted: null, problem: null }
    if (line.id === at && problem) throw new Problem(statusOf(problem.slug), problem.slug, problem.detail)
    if (!quoted) return line
    if (line.id === at && quoted.oneOfAKind && line.quantity > 1) throw carts.onlyOne()
    const { title, slug, imageUrl, listMinor, quoteToken = null, quoteExpiresAt = null } = quoted
    const isKnown = line.keptMinor === null || line.keptMinor === listMinor
    if (isKept(line) || !isKnown || quoteToken === null) return line
    const name = line.title === '' ? { title, slug, imageUrl } : {}
    return { ...line, ...name, quoteToken, quoteExpiresAt, keptMinor: listMinor }
  })
}

const statusOf = (slug: string) => (slug === 'engraving-not-possible' || slug === 'size-not-offered' ? 422 : 409)

interface Edit {
  /** The cart of which product is to be asked, if it has to be. */
  asks?: (cart: StoredCart) => StoredCart
  /** The cart as it is to be, by what product says of its lines; the same when nothing is to change. */
  apply: (cart: StoredCart, sayings: Sayings) => StoredCart
}

/** Changes an open cart: in one statement if nobody else does at the same time, else with its row locked. */
export async function change(deps: Deps, shopper: Shopper, cartId: string, { asks, apply }: Edit): Promise<Cart> {
  const cart = await openCart(deps, shopper, cartId)
  const planned = asks?.(cart) ?? cart
  const quote = asks && planned.lines.length > 0 ? await ask(deps, planned, true) : null
  const sayings = saidOf(planned, quote)
  const next = apply(cart, sayings)
  if (next === cart) return viewNow(deps, cart)
  try {
    await carts.saveCart(deps.db, cart, next)
  } catch (error) {
    if (!(error instanceof carts.CartMoved)) throw error
    const { customers } = ownerOf(shopper)
    return viewNow(deps, await carts.saveLocked(deps.db, null, { cartId, customers }, (now) => apply(now, sayings)))
  }
  const after = { ...next, version: cart.version + 1 }
  return quote ? viewOf(deps, after, quote) : viewNow(deps, after)
}

const lineOf = (cart: StoredCart, lineId: string): StoredLine => {
  const line = cart.lines.find(({ id }) => id === lineId)
  if (!line) throw noLine()
  return line
}

/** Sets how many of a line, or its gift note. 409 when it cannot be bought in that quantity. */
export function changeLine(
  deps: Deps,
  shopper: Shopper,
  cartId: string,
  lineId: string,
  { quantity, giftNote }: LineChange
): Promise<Cart> {
  const linesOf = (cart: StoredCart) => {
    const line = lineOf(cart, lineId)
    if (line.pieceId !== null && (quantity ?? 1) > 1) throw carts.onlyOne()
    const note = giftNote === undefined ? line.giftNote : (giftNote?.normalize('NFC') ?? null)
    return settled(cart.lines, { ...line, quantity: quantity ?? line.quantity, giftNote: note })
  }
  return change(deps, shopper, cartId, {
    ...(quantity === undefined ? {} : { asks: (cart: StoredCart) => ({ ...cart, lines: linesOf(cart) }) }),
    apply: (cart, sayings) => {
      const isSaved = lineOf(cart, lineId).saved
      return { ...cart, lines: withKept(linesOf(cart), sayings, isSaved ? null : lineId) }
    }
  })
}

/** Takes a line out; one that is gone already is no error. */
export const removeLine = (deps: Deps, shopper: Shopper, cartId: string, lineId: string): Promise<Cart> =>
  change(deps, shopper, cartId, {
    apply: (cart) => {
      const lines = cart.lines.filter(({ id }) => id !== lineId)
      return lines.length === cart.lines.length ? cart : { ...cart, lines }
    }
  })

/** Keeps a line for later, or takes it up again, where it joins one that is the same. */
export const saveLine = (deps: Deps, shopper: Shopper, cartId: string, lineId: string, saved: boolean): Promise<Cart> =>
  change(deps, shopper, cartId, {
    apply: (cart) => {
      const line = lineOf(cart, lineId)
      return line.saved === saved ? cart : { ...cart, lines: settled(cart.lines, { ...line, saved }) }
    }
  })

/** Takes the prices of now as known, and has them kept from now. */
export const acceptPrices = (deps: Deps, shopper: Shopper, cartId: string): Promise<Cart> =>
  change(deps, shopper, cartId, {
    asks: (cart) => cart,
    apply: (cart, sayings) => {
      if (cart.lines.length === 0) return cart
      const known = cart.lines.map((line) => {
        const quoted = sayings.get(line.id)?.quoted
        const isOther = quoted && quoted.listMinor !== line.keptMinor
        return isOther ? { ...line, keptMinor: null, quoteExpiresAt: null } : line
      })
      return { ...cart, lines: withKept(known, sayings, null) }
    }
  })

/** Says where the cart goes. */
export const setDestination = (deps: Deps, shopper: Shopper, cartId: string, destination: Destination): Promise<Cart> =>
  change(deps, shopper, cartId, { apply: (cart) => ({ ...cart, destination }) })

/** Chooses a shipping method. 422 when it cannot take this cart to where it goes. */
export async function chooseShipping(deps: Deps, shopper: Shopper, cartId: string, code: string): Promise<Cart> {
  const { items } = await listShippingChoices(deps, shopper, cartId)
  if (!items.some((each) => each.code === code))
    throw new Problem(
      422,
      'cannot-ship-there',
      'This cart cannot be sent so to where it goes. Choose another method.',
      {
        methods: items.map((each) => each.code)
      }
    )
  return change(deps, shopper, cartId, { apply: (cart) => ({ ...cart, shippingMethod: code }) })
}

/** Moves a guest's lines into the customer's cart, where they add up; a second time is no error and adds nothing. */
export async function claimCart(deps: Deps, userId: string, cartId: string, token: string | null): Promise<Cart> {
  if (token === null) throw notFound()
  const customer = { userId, customers: customersOf(userId, null) }
  const { id } = await carts.currentCart(deps.db, customer, deps.currency)
  if (!(await carts.mergeCarts(deps.db, { id: cartId, tokenHash: hashOf(token) }, { id, userId }))) throw notFound()
  return getCurrentCart(deps, userId)
}

/** Closes the carts that were ordered; their lines stay as they are, and what was redeemed for them stays redeemed. */
export const closeOrdered = (events: Event<Topics['order.confirmed']>[]) =>
  confirmCheckouts(events.map(({ id: eventId, data: { orderId, cartId } }) => ({ eventId, orderId, cartId })))

/** Notes which groups a customer belongs to. */
export const noteGroups = (tx: Db, { userId, groups }: Topics['user.changed'], version: number): Promise<void> =>
  saveGroups(tx, userId, groups, version)

/** Tells of customers' carts that were left with something in them, once for each version of a cart. */
export async function tellAbandoned({ db, abandonedMinutes }: Deps): Promise<void> {
  const atOnce = 50
  for (let told = atOnce; told === atOnce;)
    told = await db.transaction().execute(async (tx) => {
      const left = await carts.markAbandoned(tx, abandonedMinutes, atOnce)
      for (const { id: cartId, userId, version, lines } of left)
        await publish(tx, 'cart.abandoned', cartId, version, { cartId, userId, lines })
      return left.length
    })
}

/** Forgets guests' carts that nobody has touched for 90 days, checkouts that ended 30 days ago, and counted tries. */
export async function forgetOld({ db }: Deps): Promise<void> {
  await carts.dropOldCarts(db)
  await dropOldCheckouts(db)
  await dropOldTries(db)
}
