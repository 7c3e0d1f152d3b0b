import type { Design } from './jewels.ts'
import { alloyOf } from './parts/turntable-alloys.ts'
import { viewsOf, withPicture } from './pictures.server.ts'
import { ifPossible, type Shop } from './shop.server.ts'

/** Which of a design's variants a line of a bag or an order is. */
export interface Article {
  sku: string
  metal: string
  purity: string
  colour: string | null
  /** The picture that shows it in its own metal, where there is one. */
  view: string
}

/** Lines with what they are made of and a picture of that; without it where the catalogue does not know or answer. */
export function withArticles<T extends { slug: string; variantId: string; imageUrl: string | null }>(
  shop: Shop,
  currency: string,
  lines: T[]
): Promise<(T & { article: Article | null })[]> {
  return Promise.all(
    lines.map(async (line) => {
      const design = await ifPossible(
        shop.getShared<Design>(`/designs/${encodeURIComponent(line.slug)}?currency=${currency}`)
      )
      const variant = design?.variants.find(({ id }) => id === line.variantId)
      if (!variant) return { ...withPicture(line), article: null }
      const { sku, metal, purity, colour } = variant
      const own = `front-${alloyOf(variant)}`
      const view = viewsOf(line.slug).includes(own) ? own : 'front'
      return { ...withPicture(line), article: { sku, metal, purity, colour, view } }
    })
  )
}
