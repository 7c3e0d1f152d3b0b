import type { Route } from './+types/quote'
import type { BreakdownMinor } from '../parts/breakdown.tsx'
import { currencyOf } from '../locale.ts'
import { Refusal, shopOf } from '../shop.server.ts'

interface Quote {
  totalMinor: number
  currency: string
  breakdown: BreakdownMinor
  components: { name: string; minor: number }[]
}

/** What a variant costs with what was chosen, for the page to show while one chooses. */
export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const of = (name: string) => searchParams.get(name)?.trim() ?? ''
  const engraving = of('engraving')
  try {
    const { totalMinor, currency, breakdown, components } = await shopOf(request).send<Quote>('POST', '/quotes', {
      body: {
        variantId: of('variantId'),
        ...(of('pieceId') && { pieceId: of('pieceId') }),
        currency: currencyOf(request),
        options: { ...(engraving && { engraving }), ...(of('giftWrap') && { giftWrap: true }) }
      }
    })
    const partOf = (name: string) => components.find((part) => part.name === name)?.minor ?? 0
    return {
      price: { totalMinor, currency, breakdown },
      engravingMinor: partOf('engraving'),
      giftWrapMinor: partOf('gift wrap'),
      refusal: null
    }
  } catch (error) {
    if (error instanceof Refusal) return { price: null, engravingMinor: 0, giftWrapMinor: 0, refusal: error.message }
    throw error
  }
}
