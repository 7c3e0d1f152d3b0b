import { Form, Link, useNavigation, useSearchParams } from 'react-router'
import type { Route } from './+types/bag'
import { withArticles } from '../articles.server.ts'
import { bagHeaders, findCart, type CartLine } from '../carts.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { orderOfBag } from '../orders.server.ts'
import { Done, Refused } from '../parts/alert.tsx'
import { Countdown } from '../parts/countdown.tsx'
import { Options } from '../parts/options.tsx'
import { Picture } from '../parts/picture.tsx'
import { Totals } from '../parts/totals.tsx'
import { formOf, goTo, orSignIn, refused, shopOf } from '../shop.server.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const cart = await findCart(shop).catch(orSignIn(shop, request))
  const order = cart && (await orderOfBag(shop, cart))
  if (order?.token) throw goTo(shop, `/orders/${order.id}`)
  if (!cart || cart.status !== 'open') return { cart: null, order: null }
  const [lines, savedLines] = await Promise.all([
    withArticles(shop, cart.currency, cart.lines),
    withArticles(shop, cart.currency, cart.savedLines)
  ])
  return { cart: { ...cart, lines, savedLines }, order: order && { id: order.id, number: order.number } }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  const cart = await findCart(shop)
  if (!cart) return goTo(shop, '/bag')
  const { id } = cart
  const headers = bagHeaders(shop, cart)
  const line = `/carts/${id}/lines/${encodeURIComponent(text('lineId'))}`
  const change = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) =>
    shop.send(method, path, { headers, ...(body && { body }) })
  try {
    switch (text('what')) {
      case 'remove':
        await change('DELETE', line)
        break
      case 'change':
        await change('PATCH', line, {
          ...(text('quantity') && { quantity: Number(text('quantity')) }),
          giftNote: text('giftNote') || null
        })
        break
      case 'save':
        await change('PUT', `${line}/saved`, { saved: true })
        break
      case 'unsave':
        await change('PUT', `${line}/saved`, { saved: false })
        break
      case 'coupon':
        await change('POST', `/carts/${id}/coupons`, { code: text('code') })
        break
      case 'coupon-off':
        await change('DELETE', `/carts/${id}/coupons/${encodeURIComponent(text('code'))}`)
        break
      case 'accept':
        await change('POST', `/carts/${id}/prices/accept`)
    }
    return goTo(shop, '/bag')
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.cart }))
}

const pathOf = ({ slug, article }: { slug: string; article: { sku: string } | null }) =>
  `/jewels/${slug}${article ? `?sku=${encodeURIComponent(article.sku)}` : ''}`

export default function BagPage({ loaderData: { cart, order }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, price } = useFormats()
  const { state } = useNavigation()
  const [searchParams] = useSearchParams()
  if (!cart || (cart.lines.length === 0 && cart.savedLines.length === 0))
    return (
      <section className="frame py-24 text-center">
        <h1 className="text-4xl">{texts.emptyCart}</h1>
        <p className="mt-4 text-quiet">{texts.emptyCartLead}</p>
        <Link to="/jewels" className="button mt-10">
          {texts.shopAll}
        </Link>
      </section>
    )
  const { currency, lines } = cart
  const isBusy = state !== 'idle'
  const blocked = cart.totalMinor === null || cart.problems.length > 0 || lines.length === 0
  const isStale = [...cart.problems, ...lines.map(({ problem }) => problem)].some(
    (problem) => problem?.slug === 'price-changed'
  )
  const general = cart.problems.filter(({ lineId }) => lineId === null || !lines.some(({ id }) => id === lineId))
  const keptUntil = lines
    .flatMap(({ priceKeptUntil }) => priceKeptUntil ?? [])
    .sort()
    .at(0)
  const problemOf = ({ id, problem }: CartLine) => problem ?? cart.problems.find(({ lineId }) => lineId === id) ?? null
  const press = (what: string, label: string, title: string) => (
    <button
      name="what"
      value={what}
      className="link min-h-11 cursor-pointer"
      aria-label={`${label}: ${title}`}
      formNoValidate
    >
      {label}
    </button>
  )
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.cart}</h1>
      <Done>{searchParams.has('added') && !actionData && texts.added}</Done>
      <Refused>{actionData?.refusal}</Refused>
      {order && (
        <p className="mt-6 border-s-2 border-line ps-4">
          {texts.bagOrdered}{' '}
          <Link to={`/orders/${order.id}`} className="link">
            {texts.order} {order.number}
          </Link>
        </p>
      )}
      {general.map(({ slug, detail }) => (
        <Refused key={slug}>{detail}</Refused>
      ))}
      {isStale && (
        <Form method="post" className="mt-4">
          <button name="what" value="accept" className="button button-main" disabled={isBusy}>
            {texts.acceptPrices}
          </button>
        </Form>
      )}
      <div className="mt-8 grid gap-12 lg:grid-cols-[1fr_24rem]">
        <div>
          <ul className="rows">
            {lines.map((line) => {
              const problem = problemOf(line)
              const { formerMinor, nowMinor } = line.problem ?? {}
              return (
                <li key={line.id} className="grid grid-cols-[5.5rem_1fr] gap-5 !py-6 sm:grid-cols-[8rem_1fr]">
                  <Link to={pathOf(line)} aria-hidden tabIndex={-1}>
                    <Picture src={line.imageUrl} view={line.article?.view} alt="" sizes="8rem" />
                  </Link>
                  <div>
                    <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
                      <h2 className="text-xl">
                        <Link to={pathOf(line)}>{line.title}</Link>
                      </h2>
                      <p className="money text-lg">
                        {line.shownMinor === null ? '–' : money(line.shownMinor, currency)}
                      </p>
                    </div>
                    <p className="mt-1 text-quiet">
                      <Options article={line.article} options={line.options} />
                    </p>
                    {problem && (
                      <p role="alert" className="mt-3 border-s-2 border-warn ps-3 text-warn">
                        {formerMinor !== undefined && nowMinor !== undefined
                          ? texts.priceWas(price(formerMinor, currency), price(nowMinor, currency))
                          : problem.detail}
                      </p>
                    )}
                    <Form method="post" className="mt-4" key={`${line.quantity} ${line.giftNote}`} preventScrollReset>
                      <input type="hidden" name="lineId" value={line.id} />
                      <div className="flex flex-wrap items-end gap-3">
                        {line.pieceId === null && (
                          <label>
                            <span className="eyebrow block">{texts.quantity}</span>
                            <input
                              name="quantity"
                              type="number"
                              min={1}
                              max={20}
                              defaultValue={line.quantity}
                              required
                              className="input mt-1 !w-20"
                            />
                          </label>
                        )}
                        <label className="min-w-0 grow basis-40">
                          <span className="eyebrow block">
                            {texts.giftNote} ({texts.optional})
                          </span>
                          <input
                            name="giftNote"
                            maxLength={300}
                            defaultValue={line.giftNote ?? ''}
                            placeholder={texts.giftNoteHint}
                            className="input mt-1"
                            autoComplete="off"
                          />
                        </label>
                        <button name="what" value="change" className="button" disabled={isBusy}>
                          {texts.update}
                        </button>
                      </div>
                      <div className="mt-1 flex gap-6">
                        {press('save', texts.saveForLater, line.title)}
                        {press('remove', texts.remove, line.title)}
                      </div>
                    </Form>
                  </div>
                </li>
              )
            })}
          </ul>
          {cart.savedLines.length > 0 && (
            <section className="mt-14">
              <h2 className="mb-5 text-2xl">{texts.savedForLater}</h2>
              <ul className="rows">
                {cart.savedLines.map((line) => (
                  <li key={line.id} className="grid grid-cols-[4rem_1fr_auto] items-center gap-5">
                    <Picture
                      src={line.imageUrl}
                      view={line.article?.view}
                      alt=""
                      sizes="4rem"
                      className="!p-0 text-[0px]"
                    />
                    <div>
                      <Link to={pathOf(line)}>{line.title}</Link>
                      <Form method="post" className="flex flex-wrap gap-x-6" preventScrollReset>
                        <input type="hidden" name="lineId" value={line.id} />
                        {press('unsave', texts.moveToCart, line.title)}
                        {press('remove', texts.remove, line.title)}
                      </Form>
                    </div>
                    <p className="money">{line.shownMinor === null ? '–' : money(line.shownMinor, currency)}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {lines.length > 0 && (
          <aside className="panel self-start lg:sticky lg:top-36">
            <Totals of={cart} />
            {keptUntil && <Countdown until={keptUntil} />}
            {cart.coupons.map(({ code, applies, detail }) => (
              <Form key={code} method="post" className="mt-4 flex items-start justify-between gap-3" preventScrollReset>
                <input type="hidden" name="code" value={code} />
                <span className={applies ? 'text-good' : 'text-warn'}>
                  {code}
                  {detail && <span className="block text-sm">{detail}</span>}
                </span>
                <button
                  name="what"
                  value="coupon-off"
                  className="link cursor-pointer"
                  aria-label={texts.removeCoupon(code)}
                >
                  {texts.remove}
                </button>
              </Form>
            ))}
            <Form method="post" className="mt-6 flex gap-2" preventScrollReset>
              <label className="min-w-0 grow">
                <span className="sr-only">{texts.coupon}</span>
                <input
                  name="code"
                  placeholder={texts.coupon}
                  maxLength={60}
                  required
                  className="input"
                  autoComplete="off"
                />
              </label>
              <button name="what" value="coupon" className="button" disabled={isBusy}>
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
        )}
      </div>
    </div>
  )
}
