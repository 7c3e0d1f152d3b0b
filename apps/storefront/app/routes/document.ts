import type { Route } from './+types/document'
import { orderHeaders } from '../orders.server.ts'
import { fileOf, orNotFound, shopOf } from '../shop.server.ts'

/** A paper of an order, such as its invoice, as a PDF. */
export async function loader({ request, params: { orderId, file } }: Route.LoaderArgs) {
  const shop = shopOf(request)
  return fileOf(shop, `/orders/${orderId}/documents/${file}`, orderHeaders(shop, orderId)).catch(orNotFound)
}
