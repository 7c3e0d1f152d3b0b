import type { Address } from './parts/address.tsx'
import type { Sums } from './parts/totals.tsx'
import { cookieNames, orNotFound, Refusal, signedInOnly, type Shop } from './shop.server.ts'

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

/** An order of the visitor's; who has no right to it signs in first, or finds nothing. */
export const readOrder = (shop: Shop, request: Request, orderId: string): Promise<Order> =>
  shop.get<Order>(`/orders/${orderId}`, { headers: orderHeaders(shop, orderId) }).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 401 && !shop.isSignedIn) signedInOnly(shop, request)
    return orNotFound(error)
  })
