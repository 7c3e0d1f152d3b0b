import type { Route } from './+types/wishlist'
import { headOf, type MetaDescriptor } from '../head.ts'
import { currencyOf, useMessages } from '../locale.ts'
import { Wishes } from '../parts/wishes.tsx'
import { orNotFound, shopOf } from '../shop.server.ts'
import { wishedOf } from '../wishlists.server.ts'

interface Shared {
  name: string
  items: { designSlug: string | null; pieceId: string | null }[]
}

/** A list as whoever has its link sees it. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { name, items } = await shop
    .get<Shared>(`/wishlists/${encodeURIComponent(params.link)}?limit=100`)
    .catch(orNotFound)
  return { name, wishes: await wishedOf(shop, items, currencyOf(request)) }
}

export function meta({ matches, loaderData }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: loaderData?.name ?? texts.wishlists }))
}

export default function SharedWishlist({ loaderData: { name, wishes } }: Route.ComponentProps) {
  const texts = useMessages()
  return (
    <div className="frame max-w-5xl py-14">
      <p className="eyebrow">{texts.sharedBy}</p>
      <h1 className="mt-3 text-4xl sm:text-5xl">{name}</h1>
      <Wishes wishes={wishes} />
    </div>
  )
}
