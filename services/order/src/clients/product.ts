import type { paths } from '@lumora/contracts/product'
import { createClient, type Peer } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'

export interface Wanted {
  variantId: string
  pieceId: string | null
  quantity: number
}

export interface Product {
  /** Holds all lines for the order, or refuses with a 409 and holds none. */
  reserve: (orderId: string, lines: Wanted[], expiresInSeconds: number) => Promise<void>
  /** Lets the held stock leave for good; a 409 when it is no longer there. */
  commit: (orderId: string) => Promise<void>
  /** Gives back what is held, also what a late `reserve` would hold; a 409 when it has left. */
  release: (orderId: string) => Promise<void>
  /** Takes back what has left, to be sold again or not, once for each return. */
  takeBack: (returnId: string, orderId: string, lines: Returned[]) => Promise<void>
  /** Orders whose stock has been held for so long, a page of them. */
  held: (olderThanSeconds: number, after: string | null) => Promise<{ orderIds: string[]; next: string | null }>
}
export interface Returned extends Wanted {
  restock: boolean
}

const wantedOf = (lines: Wanted[]) =>
  lines.map(({ variantId, pieceId, quantity }) => ({ variantId, pieceId, quantity }))

/** Product, as the checkout needs it. */
export function productClient(peer: Peer): Product {
  const client = createClient<paths>(peer)
  const reservation = (orderId: string) => ({ params: { path: { orderId } } })
  return {
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
    },
    takeBack: async (returnId, orderId, lines) => {
      await around('product.return', () =>
        client.PUT('/internal/returns/{returnId}', { params: { path: { returnId } }, body: { orderId, lines } })
      )
    },
    held: async (olderThanSeconds, after) => {
      const { data } = await client.GET('/internal/reservations', {
        params: { query: { status: 'held', olderThanSeconds, limit: 100, ...(after === null ? {} : { after }) } }
      })
      return { orderIds: data!.items.map(({ orderId }) => orderId), next: data!.next }
    }
  }
}
