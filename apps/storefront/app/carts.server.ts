import { cookieNames, cookieOf, Refusal, type Shop } from './shop.server.ts'

export interface CartLine {
  id: string
  variantId: string
  pieceId: string | null
  quantity: number
  title: string
  slug: string
  imageUrl: string | null
  listMinor: number | null
  totalMinor: number | null
  shownMinor: number | null
  options: { size?: string; engraving?: string; engravingFont?: string; giftWrap?: boolean }
  giftNote: string | null
  priceKeptUntil: string | null
  problem: { slug: string; detail: string; formerMinor?: number; nowMinor?: number } | null
}
export interface Shipping {
  code: string
  name: string
  insured: boolean
  signature: boolean
  totalMinor: number
  shownMinor: number
  deliverBy: string | null
}
export interface Cart {
  id: string
  status: 'open' | 'ordered'
  orderId: string | null
  currency: string
  version: number
  prices: 'net' | 'gross'
  lines: CartLine[]
  savedLines: CartLine[]
  destination: { country: string; region: string | null; postcode: string | null; isAssumed: boolean }
  shipping: Shipping | null
  subtotalMinor: number | null
  discountMinor: number | null
  shippingMinor: number | null
  taxMinor: number | null
  taxes: { name: string; minor: number }[]
  promotions: { code: string | null; name: string; amountMinor: number }[]
  coupons: { code: string; applies: boolean; detail: string | null }[]
  totalMinor: number | null
  problems: { lineId: string | null; slug: string; detail: string }[]
  token?: string
}

type NewLine = Pick<CartLine, 'variantId' | 'pieceId' | 'quantity'> & Partial<Pick<CartLine, 'options'>>

/** The visitor's bag: a customer's own, or the one whose token stands in the cookie. */
interface Bag {
  id: string
  headers: Record<string, string>
}

const readBag = ({ cookies }: Shop): Bag | null => {
  const [id, token] = (cookies.get(cookieNames.cart) ?? '').split('.')
  return id && token ? { id, headers: { 'cart-token': token } } : null
}

/** The visitor's bag with what is in it; null when there is none, which is no error. A session that has ended is one. */
export async function findCart(shop: Shop): Promise<Cart | null> {
  const bag = readBag(shop)
  if (shop.isSignedIn) {
    const own = await shop.get<Cart>('/carts/current').catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 401 && !bag) throw error
      return null
    })
    if (own) return own
  }
  if (!bag) return null
  return shop.get<Cart>(`/carts/${bag.id}`, { headers: bag.headers }).catch(() => null)
}

/** Puts something into the visitor's bag, which is made with it when none is open. Throws the Refusal of what cannot be bought. */
export async function putIntoBag(shop: Shop, currency: string, line: NewLine): Promise<void> {
  const bag = shop.isSignedIn ? null : readBag(shop)
  const added = bag && (await addTo(shop, bag, line))
  if (added) return
  // A customer is given the open cart, and no token.
  const { id, token } = await shop.send<Cart>('POST', '/carts', { body: { currency, line } })
  if (token !== undefined) shop.setCookies.push(cookieOf(cookieNames.cart, `${id}.${token}`, 90))
}

/** False when that bag is gone, or has been ordered. */
async function addTo(shop: Shop, { id, headers }: Bag, body: NewLine): Promise<boolean> {
  try {
    await shop.send('POST', `/carts/${id}/lines`, { headers, body })
    return true
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.slug === 'cart-not-open')) return false
    throw error
  }
}

/** What shows that the bag is the visitor's; nothing besides the session where it is a customer's. */
export function bagHeaders(shop: Shop, { id }: { id: string }): Record<string, string> {
  const bag = readBag(shop)
  return bag?.id === id ? bag.headers : {}
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
