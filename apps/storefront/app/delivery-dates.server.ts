import type { Shop } from './shop.server.ts'
import type { Cart, Shipping } from './carts.server.ts'

export interface Wanted {
  variantId: string
  pieceId: string | null
  size: string | undefined
  currency: string
  country: string
  postcode: string
}

/** How one thing would be sent to a place, and when it would be there; null when it cannot be, or nothing is known of it right now. Asked of a bag that is nobody's, so that the visitor's own stays as it is. */
export async function deliveryOf(shop: Shop, wanted: Wanted): Promise<Shipping | null> {
  const { variantId, pieceId, size, currency, country, postcode } = wanted
  const line = { variantId, pieceId, quantity: 1, options: size ? { size } : {} }
  const { id, token } = await shop.send<Cart>('POST', '/carts', { asNobody: true, body: { currency, line } })
  const asked = { asNobody: true, headers: { 'cart-token': token! } }
  const body = { country, ...(postcode && { postcode }) }
  const { shipping } = await shop.send<Cart>('PUT', `/carts/${id}/destination`, { ...asked, body })
  return shipping
}
