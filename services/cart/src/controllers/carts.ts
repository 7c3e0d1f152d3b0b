import { createHash, randomBytes } from 'node:crypto'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import type { Product, Quote } from '../clients/product.ts'
import * as carts from '../models/carts.ts'
import type { Article, Change, Db, NamedArticle, StoredCart, StoredLine } from '../models/carts.ts'
import type { Cart, CartContent, CartLine, NewCart, NewLine } from '../schemas/carts.ts'

export interface Deps {
  db: Db
  product: Product
  /** Of a cart whose maker names none. */
  currency: string
}

/** Who asks: a customer by id, a guest by the cart's token. */
export interface Shopper {
  userId: string | null
  token: string | null
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
const notFound = () => new Problem(404, 'not-found', 'There is no such cart.')

async function ownCart({ db }: Deps, { userId, token }: Shopper, cartId: string): Promise<StoredCart> {
  const cart = await carts.findCart(db, cartId, { userId, tokenHash: token === null ? null : hashOf(token) })
  if (!cart) throw notFound()
  return cart
}

async function openCart(deps: Deps, shopper: Shopper, cartId: string): Promise<StoredCart> {
  const cart = await ownCart(deps, shopper, cartId)
  if (cart.status !== 'open') throw new Problem(409, 'cart-not-open', 'This cart has been ordered. Start a new one.')
  return cart
}

/** Makes a guest's cart, whose 256-bit token is told in this answer only; a customer is given the open cart. */
export async function createCart(deps: Deps, once: Once, userId: string | null, { currency }: NewCart): Promise<Cart> {
  if (userId !== null) {
    const cart = await getCurrentCart(deps, userId, currency)
    return deps.db.transaction().execute((tx) => once.answer(tx, 201, cart))
  }
  const token = randomBytes(32).toString('base64url')
  return deps.db.transaction().execute(async (tx) => {
    const cart = await carts.insertGuestCart(tx, hashOf(token), currency ?? deps.currency)
    return once.answer(tx, 201, { ...priced(cart, emptyQuote(cart.currency)), token })
  })
}

/** The customer's open cart, made when there is none. */
export async function getCurrentCart(deps: Deps, userId: string, currency = deps.currency): Promise<Cart> {
  return withPrices(deps, await carts.currentCart(deps.db, userId, currency))
}

/** A cart at today's prices; without prices while product does not answer. */
export async function getCart(deps: Deps, shopper: Shopper, cartId: string): Promise<Cart> {
  return withPrices(deps, await ownCart(deps, shopper, cartId))
}

/** What is in a cart, for the service that orders it. */
export async function getCartContent(deps: Deps, shopper: Shopper, cartId: string): Promise<CartContent> {
  return ownCart(deps, shopper, cartId)
}

/** Puts an article into the cart; the same article with the same engraving adds up in one line. 409 when it cannot be bought in that quantity. */
export async function addLine(
  deps: Deps,
  once: Once,
  shopper: Shopper,
  cartId: string,
  { variantId, pieceId = null, engraving = null, quantity }: NewLine
): Promise<Cart> {
  const cart = await openCart(deps, shopper, cartId)
  if (once.made !== null) return withPrices(deps, cart)
  const { lines, index } = joined(cart.lines, { variantId, pieceId, engraving, quantity })
  const quote = await deps.product.quote(cart.currency, lines)
  const article = nameOf(quote, lines, index)
  const change = await carts.saveLine(deps.db, once, cart, { ...article, quantity })
  const after = lines.with(index, { ...article, id: change.lineId }) as StoredLine[]
  return viewAfter(deps, { ...cart, lines: after }, change, quote)
}

/** Sets how many of a line. 409 when it cannot be bought in that quantity. */
export async function changeLine(
  deps: Deps,
  shopper: Shopper,
  cartId: string,
  lineId: string,
  quantity: number
): Promise<Cart> {
  const cart = await openCart(deps, shopper, cartId)
  const index = cart.lines.findIndex(({ id }) => id === lineId)
  const noLine = () => new Problem(404, 'not-found', 'There is no such line in this cart.')
  if (index < 0) throw noLine()
  const lines = cart.lines.map((line, i) => (i === index ? { ...line, quantity } : line))
  if (lines[index]!.pieceId !== null && quantity > 1) throw carts.onlyOne()
  const quote = await deps.product.quote(cart.currency, lines)
  nameOf(quote, lines, index)
  const change = await carts.changeLine(deps.db, cart, lineId, quantity)
  if (!change) throw noLine()
  return viewAfter(deps, { ...cart, lines }, change, quote)
}

/** Takes a line out; one that is gone already is no error. */
export async function removeLine(deps: Deps, shopper: Shopper, cartId: string, lineId: string): Promise<Cart> {
  const cart = await openCart(deps, shopper, cartId)
  const isThere = cart.lines.some(({ id }) => id === lineId)
  const change = isThere ? await carts.changeLine(deps.db, cart, lineId, 0) : undefined
  if (!change) return getCart(deps, shopper, cartId)
  const lines = cart.lines.filter(({ id }) => id !== lineId)
  return withPrices(deps, change.now ?? { ...cart, lines, version: change.version })
}

/** Moves a guest's lines into the customer's cart, where they add up; a second time is no error and adds nothing. */
export async function claimCart(deps: Deps, userId: string, cartId: string, token: string | null): Promise<Cart> {
  if (token === null) throw notFound()
  const { id } = await carts.currentCart(deps.db, userId, deps.currency)
  if (!(await carts.mergeCarts(deps.db, { id: cartId, tokenHash: hashOf(token) }, { id, userId }))) throw notFound()
  return getCurrentCart(deps, userId)
}

/** Closes the cart that was ordered; its lines stay as they are. */
export const closeOrdered = (tx: Db, cartId: string): Promise<void> => carts.markOrdered(tx, cartId)

/** Forgets guests' carts that nobody has touched for 90 days. */
export const forgetOldCarts = ({ db }: Deps): Promise<void> => carts.dropOldCarts(db)

/** The lines with the article joined to them, and where it then stands. */
function joined(lines: StoredLine[], article: Article): { lines: (Article & Partial<StoredLine>)[]; index: number } {
  const { variantId, pieceId, engraving, quantity } = article
  if (pieceId !== null && (quantity > 1 || lines.some((line) => line.pieceId === pieceId))) throw carts.onlyOne()
  const index = lines.findIndex(
    (line) => line.variantId === variantId && line.pieceId === pieceId && line.engraving === engraving
  )
  if (index < 0) {
    if (lines.length >= carts.maxLines) throw carts.tooManyLines()
    return { lines: [...lines, article], index: lines.length }
  }
  const total = lines[index]!.quantity + quantity
  if (total > carts.maxQuantity) throw carts.tooManyOfOne()
  return { lines: lines.map((line, i) => (i === index ? { ...line, quantity: total } : line)), index }
}

type QuotedArticle = Quote['lines'][number]
type Sayings = { line: QuotedArticle | null; problem: CartLine['problem'] }[]

/** What a quote says of each line that was asked for. */
function sayingsOf({ lines, problems }: Quote, count: number): Sayings {
  const problemAt = new Map(problems.map(({ index, slug, detail }) => [index, { slug, detail }]))
  let next = 0
  return Array.from({ length: count }, (_, index) => {
    const problem = problemAt.get(index)
    return problem ? { line: null, problem } : { line: lines[next++] ?? null, problem: null }
  })
}

/** The article at `index` with its name, or a 409 when it cannot be bought. */
function nameOf(quote: Quote, lines: Article[], index: number): NamedArticle {
  const { line, problem } = sayingsOf(quote, lines.length)[index]!
  if (problem) throw new Problem(409, problem.slug, problem.detail)
  const { title, slug, imageUrl } = line!
  return { ...lines[index]!, title, slug, imageUrl }
}

/** The cart after a change: as expected, or as it was found when somebody else had changed it meanwhile, which is quoted again. */
async function viewAfter(deps: Deps, expected: StoredCart, { version, now }: Change, quote: Quote): Promise<Cart> {
  return now ? withPrices(deps, now) : priced({ ...expected, version }, quote)
}

const emptyQuote = (currency: string): Quote => ({
  currency,
  lines: [],
  problems: [],
  subtotalMinor: 0,
  taxMinor: 0,
  totalMinor: 0
})

async function withPrices({ product }: Deps, cart: StoredCart): Promise<Cart> {
  if (cart.lines.length === 0) return priced(cart, emptyQuote(cart.currency))
  return priced(cart, await product.quote(cart.currency, cart.lines).catch(() => null))
}

/** The cart as it is shown; without a quote its prices are null and a problem says so. */
function priced(cart: StoredCart, quote: Quote | null): Cart {
  const { id, status, currency, version } = cart
  const sayings = quote ? sayingsOf(quote, cart.lines.length) : []
  const lines = cart.lines.map((stored, index): CartLine => {
    const { line, problem } = sayings[index] ?? { line: null, problem: null }
    const { title, slug, imageUrl } = line ?? stored
    return {
      ...stored,
      title,
      slug,
      imageUrl,
      unitMinor: line?.unitMinor ?? null,
      totalMinor: line?.totalMinor ?? null,
      problem
    }
  })
  const unavailable = {
    lineId: null,
    slug: 'prices-unavailable',
    detail: 'Prices cannot be told right now. Look again in a moment.'
  }
  return {
    id,
    status,
    currency,
    version,
    lines,
    subtotalMinor: quote?.subtotalMinor ?? null,
    taxMinor: quote?.taxMinor ?? null,
    totalMinor: quote?.totalMinor ?? null,
    problems: quote
      ? lines.flatMap(({ id: lineId, problem }) => (problem ? [{ lineId, ...problem }] : []))
      : [unavailable]
  }
}
