import type { paths } from '@lumora/contracts/product'
import { createClient, type Peer } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'

export type Quote = paths['/internal/quotes']['post']['responses'][200]['content']['application/json']
export interface Wanted {
  variantId: string
  pieceId: string | null
  quantity: number
}

export interface Product {
  /** Prices in minor units, tax included; what cannot be sold stands in `problems` by its index. */
  quote: (currency: string, lines: Wanted[]) => Promise<Quote>
  /** Holds all lines for the order, or refuses with a 409 and holds none. */
  reserve: (orderId: string, lines: Wanted[], expiresInSeconds: number) => Promise<void>
  /** Lets the held stock leave for good; a 409 when it is no longer there. */
  commit: (orderId: string) => Promise<void>
  /** Gives back what is held, also what a late `reserve` would hold; a 409 when it has left. */
  release: (orderId: string) => Promise<void>
}

const wantedOf = (lines: Wanted[]) =>
  lines.map(({ variantId, pieceId, quantity }) => ({ variantId, pieceId, quantity }))

/** Product, as the checkout needs it. */
export function productClient(peer: Peer): Product {
  const client = createClient<paths>(peer)
  const reservation = (orderId: string) => ({ params: { path: { orderId } } })
  return {
    quote: async (currency, lines) => {
      const { data } = await around('product.quote', () =>
        client.POST('/internal/quotes', { body: { currency, lines: wantedOf(lines) } })
      )
      return data!
    },
    reserve: async (orderId, lines, expiresInSeconds) => {
      const body = { lines: wantedOf(lines), expiresInSeconds }
      await around('product.reserve', () =>
        client.PUT('/internal/reservations/{orderId}', { ...reservation(orderId), body })
      )
    },
    commit: async (orderId) => {
      await around('product.commit', () => client.PUT('/internal/reservations/{orderId}/commit', reservation(orderId)))
    },
    release: async (orderId) => {
      await around('product.release', () => client.DELETE('/internal/reservations/{orderId}', reservation(orderId)))
    }
  }
}
