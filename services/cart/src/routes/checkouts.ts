import type { App } from '@lumora/kit/service'
import type { Deps } from '../controllers/carts.ts'
import { freezeCheckout } from '../controllers/checkouts.ts'
import { GuestToken } from '../schemas/carts.ts'
import { Checkout, NewCheckout, OrderPath } from '../schemas/checkouts.ts'

export async function checkoutRoutes(app: App, deps: Deps) {
  app.put(
    '/internal/checkouts/:orderId',
    {
      config: { access: { service: 'carts' } },
      schema: {
        operationId: 'freezeCheckout',
        params: OrderPath,
        headers: GuestToken,
        body: NewCheckout,
        response: { 200: Checkout }
      }
    },
    ({ body, headers, params }) => freezeCheckout(deps, params.orderId, headers['cart-token'] ?? null, body)
  )
}
