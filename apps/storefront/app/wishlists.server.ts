import type { CardDesign } from './parts/card.tsx'
import type { Wished } from './parts/wishes.tsx'
import { withPicture } from './pictures.server.ts'
import { ifPossible, type Shop } from './shop.server.ts'
import type { Stone } from './stones.ts'

export interface Wishlist {
  id: string
  name: string
  itemCount: number
  link: string | null
}
interface Wish {
  id?: string
  designSlug?: string | null
  variantId?: string | null
  pieceId?: string | null
}

/** Puts something onto the customer's first list, which is made when there is none. */
export async function wishFor(shop: Shop, wish: { designSlug?: string; pieceId?: string }): Promise<void> {
  const { items } = await shop.get<{ items: Wishlist[] }>('/users/me/wishlists?limit=1')
  const list = items[0] ?? (await shop.send<Wishlist>('POST', '/users/me/wishlists', { body: { name: 'Wishlist' } }))
  await shop.send('POST', `/users/me/wishlists/${list.id}/items`, { body: wish })
}

/** The things of a list as the shop has them now: one question for all designs, one for each stone. */
export async function wishedOf(shop: Shop, wishes: Wish[], currency: string): Promise<Wished[]> {
  const slugs = wishes.flatMap(({ designSlug }) => designSlug ?? [])
  const asked = new URLSearchParams({ currency, limit: '100' })
  for (const slug of new Set(slugs)) asked.append('slug', slug)
  const [found, stones] = await Promise.all([
    slugs.length > 0 ? ifPossible(shop.getShared<{ items: CardDesign[] }>(`/designs?${asked}`)) : null,
    Promise.all(
      wishes.flatMap(({ pieceId }) => (pieceId ? [ifPossible(shop.getShared<Stone>(`/stones/${pieceId}`))] : []))
    )
  ])
  return wishes.map((wish, index): Wished => {
    const design = found?.items.find(({ slug }) => slug === wish.designSlug)
    const stone = stones.find((one) => one?.pieceId === wish.pieceId) ?? null
    return {
      id: wish.id ?? String(index),
      to: stone ? `/diamonds/${stone.pieceId}` : `/jewels/${wish.designSlug ?? ''}`,
      title: design?.title ?? null,
      stone,
      imageUrl: design ? withPicture(design).imageUrl : null,
      fromMinor: design?.fromMinor ?? stone?.priceMinor ?? null,
      currency: design?.currency ?? stone?.currency ?? currency
    }
  })
}
