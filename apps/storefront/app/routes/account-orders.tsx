import { Link } from 'react-router'
import type { Route } from './+types/account-orders'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import type { Order } from '../orders.server.ts'
import { Picture } from '../parts/picture.tsx'
import { withPicture } from '../pictures.server.ts'
import { orSignIn, shopOf, signedInOnly } from '../shop.server.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const after = new URL(request.url).searchParams.get('after')
  const asked = new URLSearchParams({ limit: '20', ...(after && { after }) })
  const { items, next } = await shop
    .get<{ items: Order[]; next: string | null }>(`/orders?${asked}`)
    .catch(orSignIn(shop, request))
  return {
    next,
    orders: items.map(({ id, number, status, fulfilment, totalMinor, currency, placedAt, lines }) => ({
      id,
      number,
      state: status === 'confirmed' ? fulfilment : status,
      totalMinor,
      currency,
      placedAt,
      lines: lines.slice(0, 3).map(withPicture)
    }))
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.myOrders }))
}

export default function Orders({ loaderData: { orders, next } }: Route.ComponentProps) {
  const texts = useMessages()
  const { price, day } = useFormats()
  return (
    <>
      <h1 className="text-4xl">{texts.myOrders}</h1>
      {orders.length === 0 ? (
        <p className="mt-6">
          <span className="text-quiet">{texts.noOrders}</span>{' '}
          <Link to="/jewels" className="link">
            {texts.shopAll}
          </Link>
        </p>
      ) : (
        <ul className="rows mt-6">
          {orders.map(({ id, number, state, totalMinor, currency, placedAt, lines }) => (
            <li key={id} className="relative grid grid-cols-[auto_1fr] items-center gap-5">
              <span className="flex gap-1">
                {lines.map(({ position, imageUrl }) => (
                  <Picture key={position} src={imageUrl} alt="" sizes="4rem" className="!w-14" />
                ))}
              </span>
              <span className="flex flex-wrap justify-between gap-x-6">
                <span>
                  <Link to={`/orders/${id}`} className="font-display text-lg after:absolute after:inset-0">
                    {lines.map(({ title }) => title).join(', ')}
                  </Link>
                  <span className="block text-sm text-quiet">
                    {number} · {day(placedAt)}
                  </span>
                </span>
                <span className="text-end">
                  <span className="money block">{price(totalMinor, currency)}</span>
                  <span className="text-sm text-quiet">{texts.statusShort[state] ?? state}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="mt-8">
          <Link to={`?after=${encodeURIComponent(next)}`} className="button">
            {texts.more}
          </Link>
        </p>
      )}
    </>
  )
}
