import type { paths } from '@lumora/contracts/product'
import { createClient, type Peer } from '@lumora/kit/client'

type QuoteCall = paths['/internal/quotes']['post']
export type Quote = QuoteCall['responses'][200]['content']['application/json']
export type QuotedLine = { variantId: string; pieceId: string | null; quantity: number }

export interface Product {
  /** Prices in minor units, tax included, for all lines in one call; what cannot be sold stands in `problems` by its index. */
  quote: (currency: string, lines: QuotedLine[]) => Promise<Quote>
}

/** Product, as a cart needs it. */
export function productClient(peer: Peer): Product {
  const client = createClient<paths>(peer)
  return {
    quote: async (currency, lines) => {
      const asked = lines.map(({ variantId, pieceId, quantity }) => ({ variantId, pieceId, quantity }))
      const { data } = await client.POST('/internal/quotes', { body: { currency, lines: asked } })
      return data!
    }
  }
}
