import type { paths } from '@lumora/contracts/cart'
import { createClient, type Peer } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'

export type CartContent = paths['/internal/carts/{cartId}']['get']['responses'][200]['content']['application/json']

export interface Buyer {
  userId: string | null
  cartToken: string | null
}

export interface Carts {
  /** What is in the cart; a 404 when it is not this buyer's. */
  content: (cartId: string, buyer: Buyer) => Promise<CartContent>
}

/** Cart, as the checkout needs it. */
export function cartClient(peer: Peer): Carts {
  const client = createClient<paths>(peer)
  return {
    content: async (cartId, { userId, cartToken }) => {
      const { data } = await around('cart.content', () =>
        client.GET('/internal/carts/{cartId}', {
          params: {
            path: { cartId },
            query: userId === null ? {} : { userId },
            header: cartToken === null ? {} : { 'cart-token': cartToken }
          }
        })
      )
      return data!
    }
  }
}
