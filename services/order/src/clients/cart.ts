import type { paths } from '@lumora/contracts/cart'
import { createClient, type Peer } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'

type FreezeCheckout = paths['/internal/checkouts/{orderId}']['put']
export type NewCheckout = FreezeCheckout['requestBody']['content']['application/json']
export type Checkout = FreezeCheckout['responses'][200]['content']['application/json']

export interface Carts {
  /** Freezes what a cart costs for this order, if that is what the buyer saw; a 404 when the cart is not this buyer's. */
  checkout: (orderId: string, wanted: NewCheckout, cartToken: string | null) => Promise<Checkout>
  /** Resolves when the cart is this buyer's; a 404 when it is not, or is none. */
  checkOwner: (cartId: string, userId: string | null, cartToken: string | null) => Promise<void>
}

/** Cart, as the checkout needs it. */
export function cartClient(peer: Peer): Carts {
  const client = createClient<paths>(peer)
  return {
    checkout: async (orderId, body, cartToken) => {
      const { data } = await around('cart.checkout', () =>
        client.PUT('/internal/checkouts/{orderId}', {
          params: { path: { orderId }, header: cartToken === null ? {} : { 'cart-token': cartToken } },
          body
        })
      )
      return data!
    },
    checkOwner: async (cartId, userId, cartToken) => {
      await client.GET('/internal/carts/{cartId}', {
        params: {
          path: { cartId },
          query: userId === null ? {} : { userId },
          header: cartToken === null ? {} : { 'cart-token': cartToken }
        }
      })
    }
  }
}
