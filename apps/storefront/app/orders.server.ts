import { bagHeaders, type Cart } from './carts.server.ts'
import type { Address } from './parts/address.tsx'
import type { Sums } from './parts/totals.tsx'
import { cookieNames, cookieOf, ifPossible, orNotFound, Refusal, signedInOnly, type Shop } from './shop.server.ts'

export interface OrderLine {
  position: number
  variantId: string
  title: string
  slug: string
  imageUrl: string | null
  quantity: number
  totalMinor: number
  options: { size?: string; engraving?: string; engravingFont?: string; giftWrap?: boolean }
  giftNote: string | null
}
export interface Order extends Sums {
  id: string
  number: string
  status: string
  fulfilment: string
  email: string
  totalMinor: number
  refundedMinor: number
  shipping: { name: string; deliverBy: string | null } | null
  shippingAddress: Address
  billingAddress: Address | null
  lines: OrderLine[]
  payment: { status: string; declineReason: string | null; action: { url?: string } | null }
  placedAt: string
  payBy: string | null
  confirmedAt: string | null
  cancelledAt: string | null
}

/** What shows that a guest's order is theirs. */
export function orderHeaders({ cookies }: Shop, orderId: string): Record<string, string> {
  const token = cookies.get(`${cookieNames.order}_${orderId}`)
  return token ? { 'order-token': token } : {}
}

/** Keeps in the visitor's browser what shows that a guest's order is theirs. */
export function keepOrder(shop: Shop, { id, token }: { id: string; token?: string }): void {
  if (token) shop.setCookies.push(cookieOf(`${cookieNames.order}_${id}`, token, 90))
}

/** The order that is being made of a bag, or was; null when there is none, or it was cancelled. A guest who lost the answer that told of it is told its token anew, which is kept. */
export async function orderOfBag(
  shop: Shop,
  { id, orderId }: Pick<Cart, 'id' | 'orderId'>
): Promise<(Order & { token?: string }) | null> {
  if (orderId === null) return null
  const known = orderHeaders(shop, orderId)
  const headers = known['order-token'] ? known : bagHeaders(shop, { id })
  const order = await ifPossible(shop.get<Order & { token?: string }>(`/orders/${orderId}`, { headers }))
  if (!order || order.status === 'cancelled') return null
  keepOrder(shop, order)
  return order
}

/** An order of the visitor's; who has no right to it signs in first, or finds nothing. */
export const readOrder = (shop: Shop, request: Request, orderId: string): Promise<Order> =>
  shop.get<Order>(`/orders/${orderId}`, { headers: orderHeaders(shop, orderId) }).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 401 && !shop.isSignedIn) signedInOnly(shop, request)
    return orNotFound(error)
  })
