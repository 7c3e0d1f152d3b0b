import { cookieNames, cookieOf, type Shop } from './shop.server.ts'

export interface CartLine {
  id: string
  variantId: string
  pieceId: string | null
  quantity: number
  title: string
  slug: string
  imageUrl: string | null
  unitMinor: number | null
  totalMinor: number | null
  options?: { size?: string; engraving?: string; giftWrap?: boolean }
  engraving?: string | null
  problem: { slug: string; detail: string } | null
}
export interface Cart {
  id: string
  currency: string
  version: number
  lines: CartLine[]
  subtotalMinor: number | null
  discountMinor?: number | null
  shippingMinor?: number | null
  taxMinor: number | null
  taxes?: { name: string; minor: number }[]
  promotions?: { code: string | null; name: string; amountMinor: number }[]
  totalMinor: number | null
  priceKeptUntil?: string | null
  problems: { lineId: string | null; slug: string; detail: string }[]
  token?: string
}

/** The visitor's bag: a customer's own, or the one whose token stands in the cookie. */
export interface Bag {
  id: string
  headers: Record<string, string>
}

const readBag = ({ cookies }: Shop): Bag | null => {
  const [id, token] = (cookies.get(cookieNames.cart) ?? '').split('.')
  return id && token ? { id, headers: { 'cart-token': token } } : null
}

/** The visitor's bag with what is in it; null when there is none, which is no error. */
export async function findCart(shop: Shop): Promise<Cart | null> {
  if (shop.isSignedIn) {
    const own = await shop.get<Cart>('/carts/current').catch(() => null)
    if (own) return own
  }
  const bag = readBag(shop)
  if (!bag) return null
  return shop.get<Cart>(`/carts/${bag.id}`, { headers: bag.headers }).catch(() => null)
}

/** The bag to put something into, made when there is none. */
export async function openBag(shop: Shop): Promise<Bag> {
  if (shop.isSignedIn) {
    const own = await shop.get<Cart>('/carts/current').catch(() => null)
    if (own) return { id: own.id, headers: {} }
  }
  const bag = readBag(shop)
  if (bag && (await shop.get(`/carts/${bag.id}`, { headers: bag.headers }).catch(() => null))) return bag
  const { id, token } = await shop.send<Cart>('POST', '/carts', { body: {} })
  shop.setCookies.push(cookieOf(cookieNames.cart, `${id}.${token!}`, 90))
  return { id, headers: { 'cart-token': token! } }
}

/** The bag as the visitor has it now, for changing what is in it. */
export async function ownBag(shop: Shop, cart: Cart): Promise<Bag> {
  const bag = readBag(shop)
  return bag?.id === cart.id ? bag : { id: cart.id, headers: {} }
}

/** After a sign-in: what the guest had put into the bag joins the customer's. */
export async function claimBag(shop: Shop, session: string): Promise<void> {
  const bag = readBag(shop)
  if (!bag) return
  await shop
    .send('POST', `/carts/${bag.id}/claim`, { headers: { ...bag.headers, authorization: `Bearer ${session}` } })
    .catch(() => {})
  shop.setCookies.push(cookieOf(cookieNames.cart, '', 0))
}
