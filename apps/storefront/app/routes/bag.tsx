import { Form, Link } from 'react-router'
import type { Route } from './+types/bag'
import { findCart, ownBag } from '../carts.server.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Picture } from '../parts/picture.tsx'
import { Totals } from '../parts/totals.tsx'
import { goTo, Refusal, shopOf, withCookies } from '../shop.server.ts'

export async function loader({ request }: Route.LoaderArgs) {
  return { cart: await findCart(shopOf(request)) }
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const cart = await findCart(shop)
  if (!cart) return goTo(shop, '/bag')
  const { id, headers } = await ownBag(shop, cart)
  const line = `/carts/${id}/lines/${encodeURIComponent(text('lineId'))}`
  try {
    switch (text('what')) {
      case 'remove':
        await shop.send('DELETE', line, { headers })
        break
      case 'quantity':
        await shop.send('PATCH', line, { headers, body: { quantity: Number(text('quantity')) } })
        break
      case 'coupon':
        await shop.send('POST', `/carts/${id}/coupons`, { headers, body: { code: text('code').trim() } })
        break
      case 'coupon-off':
        await shop.send('DELETE', `/carts/${id}/coupons/${encodeURIComponent(text('code'))}`, { headers })
        break
      case 'accept':
        await shop.send('POST', `/carts/${id}/prices/accept`, { headers, body: {} })
    }
    return goTo(shop, '/bag')
  } catch (error) {
    if (error instanceof Refusal)
      return withCookies(shop, { refusal: error.message, lineId: text('lineId') }, error.status)
    throw error
  }
}

export const meta = () => [{ title: 'Bag · Lumora Jewels' }, { name: 'robots', content: 'noindex' }]

export default function BagPage({ loaderData: { cart }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, time } = useFormats()
  if (!cart || cart.lines.length === 0)
    return (
      <section className="frame py-24 text-center">
        <h1 className="text-4xl">{texts.emptyCart}</h1>
        <Link to="/jewels" className="button mt-10">
          {texts.shopAll}
        </Link>
      </section>
    )
  const stale = cart.problems.some(({ slug }) => slug === 'price-changed')
  const blocked = cart.totalMinor === null || cart.problems.length > 0
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.cart}</h1>
      {actionData?.refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {actionData.refusal}
        </p>
      )}
      {cart.problems.map(({ lineId, slug, detail }) => (
        <p key={slug + lineId} role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {detail}
        </p>
      ))}
      {stale && (
        <Form method="post" className="mt-4">
          <button name="what" value="accept" className="button">
            {texts.update}
          </button>
        </Form>
      )}
      <div className="mt-10 grid gap-12 lg:grid-cols-[1fr_24rem]">
        <ul className="border-t border-line">
          {cart.lines.map((line) => (
            <li
              key={line.id}
              className="grid grid-cols-[6rem_1fr] gap-5 border-b border-line py-6 sm:grid-cols-[8rem_1fr]"
            >
              <Link to={`/jewels/${line.slug}`} aria-hidden tabIndex={-1}>
                <Picture src={line.imageUrl} alt="" sizes="8rem" />
              </Link>
              <div className="flex flex-wrap gap-x-6 gap-y-3">
                <div className="grow">
                  <h2 className="text-xl">
                    <Link to={`/jewels/${line.slug}`}>{line.title}</Link>
                  </h2>
                  {(line.options?.engraving ?? line.engraving) && (
                    <p className="mt-1 text-quiet">
                      {texts.engraving}: {line.options?.engraving ?? line.engraving}
                    </p>
                  )}
                  {line.options?.giftWrap && <p className="mt-1 text-quiet">{texts.giftWrap}</p>}
                </div>
                <p className="money text-lg">
                  {line.totalMinor === null ? '–' : money(line.totalMinor, cart.currency)}
                </p>
                <div className="flex w-full flex-wrap items-end gap-4">
                  {line.pieceId === null && (
                    <Form method="post" className="flex items-end gap-2">
                      <input type="hidden" name="lineId" value={line.id} />
                      <label>
                        <span className="eyebrow block">{texts.quantity}</span>
                        <input
                          name="quantity"
                          type="number"
                          min={1}
                          max={20}
                          defaultValue={line.quantity}
                          key={line.quantity}
                          required
                          className="input mt-1 max-w-20"
                        />
                      </label>
                      <button name="what" value="quantity" className="button">
                        {texts.update}
                      </button>
                    </Form>
                  )}
                  <Form method="post" className="ms-auto">
                    <input type="hidden" name="lineId" value={line.id} />
                    <button
                      name="what"
                      value="remove"
                      className="link min-h-11 cursor-pointer"
                      aria-label={`${texts.remove}: ${line.title}`}
                    >
                      {texts.remove}
                    </button>
                  </Form>
                </div>
              </div>
            </li>
          ))}
        </ul>
        <aside className="self-start border border-line p-7 lg:sticky lg:top-36">
          <Totals of={cart} />
          {cart.priceKeptUntil && (
            <p className="mt-3 text-sm text-quiet">{texts.priceKept(time(cart.priceKeptUntil))}</p>
          )}
          <Form method="post" className="mt-6 flex gap-2">
            <label className="grow">
              <span className="sr-only">{texts.coupon}</span>
              <input
                name="code"
                placeholder={texts.coupon}
                maxLength={40}
                required
                className="input"
                autoComplete="off"
              />
            </label>
            <button name="what" value="coupon" className="button">
              {texts.useCoupon}
            </button>
          </Form>
          {blocked ? (
            <button className="button button-main mt-6 w-full" disabled>
              {texts.checkout}
            </button>
          ) : (
            <Link to="/checkout" className="button button-main mt-6 w-full">
              {texts.checkout}
            </Link>
          )}
        </aside>
      </div>
    </div>
  )
}
