import type { paths } from '@lumora/contracts/product'
import { createClient, type Peer } from '@lumora/kit/client'

type QuoteCall = paths['/internal/quotes']['post']
export type Quote = QuoteCall['responses'][200]['content']['application/json']
export interface AskedLine {
  variantId: string
  pieceId: string | null
  quantity: number
  options: { size?: string; engraving?: string; engravingFont?: 'serif' | 'italic' | 'plain'; giftWrap?: boolean }
  quoteToken: string | null
}

export interface Product {
  /** Prices in minor units for all lines in one call, with what is needed to keep them when `keep`; what cannot be sold stands in `problems` by its index. */
  quote: (currency: string, lines: AskedLine[], keep?: boolean) => Promise<Quote>
}

/** Product, as a cart needs it. */
export function productClient(peer: Peer): Product {
  const client = createClient<paths>(peer)
  return {
    quote: async (currency, lines, keep = false) => {
      const asked = lines.map(({ variantId, pieceId, quantity, options, quoteToken }) => ({
        variantId,
        pieceId,
        quantity,
        options,
        ...(quoteToken === null ? {} : { quoteToken })
      }))
      const { data } = await client.POST('/internal/quotes', { body: { currency, lines: asked, keep } })
      return data!
    }
  }
}
