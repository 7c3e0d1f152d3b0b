import { useRef } from 'react'
import { Form, Link, useFetcher, useNavigation } from 'react-router'
import type { Route } from './+types/checkout'
import { withArticles } from '../articles.server.ts'
import { bagHeaders, findCart, type Shipping } from '../carts.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { keepOrder, orderOfBag } from '../orders.server.ts'
import { addressFields, AddressFields, addressIn, type Address } from '../parts/address.tsx'
import { Refused } from '../parts/alert.tsx'
import { Field } from '../parts/field.tsx'
import { Options } from '../parts/options.tsx'
import { Payment } from '../parts/payment.tsx'
import { Picture } from '../parts/picture.tsx'
import { Totals } from '../parts/totals.tsx'
import { formOf, goTo, ifPossible, orSignIn, Refusal, refused, shopOf, withCookies } from '../shop.server.ts'
import { paymentOf, stripeKey } from '../stripe.server.ts'

/** Who has paid is not told to try again while the answer may still come. */
const payMs = 12_000
/** A change of the address is told unless the order is placed with it at once: whoever presses the button leaves a field. */
const placeMs = 250

interface Profile {
  email: string | null
  name: string | null
}
interface KnownAddress extends Address {
  id: string
  isDefault: boolean
}
interface Placed {
  id: string
  token?: string
  payment: { action: { url?: string } | null }
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const cart = await findCart(shop).catch(orSignIn(shop, request))
  if (!cart || cart.status !== 'open' || cart.lines.length === 0) return goTo(shop, '/bag')
  const order = await orderOfBag(shop, cart)
  if (order) return goTo(shop, `/orders/${order.id}`)
  const headers = bagHeaders(shop, cart)
  const [lines, choices, profile, addresses] = await Promise.all([
    withArticles(shop, cart.currency, cart.lines),
    ifPossible(shop.get<{ items: Shipping[] }>(`/carts/${cart.id}/shipping-methods`, { headers })),
    shop.isSignedIn ? ifPossible(shop.get<Profile>('/users/me')) : null,
    shop.isSignedIn ? ifPossible(shop.get<{ items: KnownAddress[] }>('/users/me/addresses')) : null
  ])
  const known = addresses?.items ?? []
  const wanted = new URL(request.url).searchParams.get('address')
  const address =
    wanted === 'new'
      ? null
      : (known.find(({ id }) => id === wanted) ?? known.find(({ isDefault }) => isDefault) ?? known[0] ?? null)
  return {
    cart: { ...cart, lines },
    choices: choices?.items ?? [],
    profile,
    known,
    address,
    isSignedIn: shop.isSignedIn,
    stripeKey,
    key: crypto.randomUUID()
  }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, filled, entered } = await formOf(request)
  const cartId = encodeURIComponent(text('cartId'))
  const headers = bagHeaders(shop, { id: cartId })
  const country = text('country')
  const place = { country, ...filled('region', 'postcode') }
  const chosen = text('shippingMethod')
  const billingAddress = addressIn(entered(), 'billing-')
  try {
    if (place.country && text('what') !== 'pay')
      await shop.send('PUT', `/carts/${cartId}/destination`, { headers, body: place })
    if (text('what') === 'delivery') {
      if (chosen)
        await ifPossible(shop.send('PUT', `/carts/${cartId}/shipping-method`, { headers, body: { code: chosen } }))
      return withCookies(shop, { refusal: null, slug: null, faults: [] as string[], entered: entered() })
    }
    const order = await shop.send<Placed>('POST', '/orders', {
      key: text('key'),
      mostMs: payMs,
      headers,
      body: {
        cartId: text('cartId'),
        ...filled('email', 'name', 'shippingMethod'),
        shippingAddress: { country, ...filled(...addressFields) },
        ...(billingAddress && { billingAddress }),
        expectedTotalMinor: Number(text('expectedTotalMinor')),
        currency: text('currency'),
        payment: paymentOf(text('way'), text('token'))
      }
    })
    keepOrder(shop, order)
    return goTo(shop, order.payment.action ? `/orders/${order.id}/bank` : `/orders/${order.id}`)
  } catch (error) {
    const { orderId } = error instanceof Refusal && error.slug === 'cart-already-ordered' ? error.extra : {}
    if (typeof orderId === 'string') {
      await orderOfBag(shop, { id: cartId, orderId })
      return goTo(shop, `/orders/${orderId}`)
    }
    if (error instanceof Refusal && error.status === 401) return orSignIn(shop, request)(error)
    if (error instanceof Refusal && error.slug === 'price-changed')
      await ifPossible(shop.send('PUT', `/carts/${cartId}/destination`, { headers, body: place }))
    return refused(shop, error, { entered: entered() })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.checkoutTitle }))
}

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const { cart, choices, profile, known, address, isSignedIn, stripeKey: cardKey, key } = loaderData
  const texts = useMessages()
  const { money, day } = useFormats()
  const { state } = useNavigation()
  const delivery = useFetcher<typeof action>()
  const entered: Record<string, string> = actionData?.entered ?? {}
  const faults = actionData?.faults ?? []
  const fields = (form: HTMLFormElement, more: Record<string, string> = {}) => {
    const data = new FormData(form)
    data.set('what', 'delivery')
    for (const [name, value] of Object.entries(more)) data.set(name, value)
    void delivery.submit(data, { method: 'post' })
  }
  const place = useRef<number | undefined>(undefined)
  const tellPlace = (form: HTMLFormElement) => {
    clearTimeout(place.current)
    place.current = window.setTimeout(() => fields(form), placeMs)
  }
  const chosen = cart.shipping?.code ?? choices[0]?.code
  const isBusy = state !== 'idle' || delivery.state !== 'idle'
  const total = cart.totalMinor === null ? '' : money(cart.totalMinor, cart.currency)
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.checkoutTitle}</h1>
      {!isSignedIn && (
        <p className="mt-4 text-quiet">
          {texts.guest} {texts.haveAccount}{' '}
          <Link to="/sign-in?back=/checkout" className="link text-ink">
            {texts.signIn}
          </Link>
        </p>
      )}
      <Refused>
        {actionData?.refusal && (actionData.slug === 'price-changed' ? texts.priceChanged : actionData.refusal)}
      </Refused>
      {cart.problems.map(({ slug, lineId, detail }) => (
        <Refused key={slug + lineId}>{detail}</Refused>
      ))}
      <Form
        method="post"
        action="/checkout"
        className="mt-8 grid gap-12 lg:grid-cols-[1fr_24rem]"
        preventScrollReset
        onSubmit={() => clearTimeout(place.current)}
      >
        {/* What got no answer may have been done: it is asked for again, and not done twice. */}
        <input type="hidden" name="key" value={actionData?.slug === 'try-again' ? (entered.key ?? key) : key} />
        <input type="hidden" name="cartId" value={cart.id} />
        <input type="hidden" name="currency" value={cart.currency} />
        <input type="hidden" name="expectedTotalMinor" value={cart.totalMinor ?? ''} />
        {/* The first button is the one that Enter presses. */}
        <button
          name="what"
          value="pay"
          className="hidden"
          tabIndex={-1}
          aria-hidden
          disabled={cart.totalMinor === null}
        />
        <div className="grid gap-12">
          <fieldset>
            <legend className="mb-4 font-display text-2xl">{texts.contact}</legend>
            <Field
              label={texts.email}
              name="email"
              type="email"
              autoComplete="email"
              required
              maxLength={254}
              defaultValue={entered.email ?? profile?.email ?? ''}
              fault={faults.includes('email') ? texts.fault : undefined}
            />
          </fieldset>
          <fieldset>
            <legend className="mb-4 font-display text-2xl">{texts.delivery}</legend>
            {known.length > 0 && (
              <ul className="mb-5 flex flex-wrap gap-2">
                {known.map(({ id, line1, city }) => (
                  <li key={id}>
                    <Link
                      to={`?address=${id}`}
                      replace
                      preventScrollReset
                      className="chip"
                      aria-current={id === address?.id ? 'true' : undefined}
                    >
                      {line1}, {city}
                    </Link>
                  </li>
                ))}
                <li>
                  <Link
                    to="?address=new"
                    replace
                    preventScrollReset
                    className="chip"
                    aria-current={address === null ? 'true' : undefined}
                  >
                    {texts.anotherAddress}
                  </Link>
                </li>
              </ul>
            )}
            <div className="grid gap-5 sm:grid-cols-2" key={address?.id ?? 'new'}>
              <AddressFields
                known={{
                  name: profile?.name,
                  country: cart.destination.country,
                  ...(cart.destination.isAssumed ? {} : { postcode: cart.destination.postcode }),
                  ...address,
                  ...entered
                }}
                faults={faults}
                onPlace={tellPlace}
              />
            </div>
            <details className="mt-5" open={addressIn(entered, 'billing-') !== undefined}>
              <summary className="link flex min-h-11 w-fit cursor-pointer items-center">
                {texts.billingElsewhere}
              </summary>
              <fieldset className="mt-3 grid gap-5 sm:grid-cols-2">
                <legend className="sr-only">{texts.billing}</legend>
                <AddressFields known={entered} faults={faults} prefix="billing-" />
              </fieldset>
            </details>
          </fieldset>
          <fieldset>
            <legend className="mb-4 font-display text-2xl">{texts.deliveryBy}</legend>
            {choices.length === 0 ? (
              <p className="text-warn">{cart.problems.length === 0 && texts.noDelivery}</p>
            ) : (
              <div className="grid gap-2">
                {choices.map(({ code, name, shownMinor, insured, signature, deliverBy }) => (
                  <label key={code + chosen} className="chip gap-4 !py-3">
                    <input
                      type="radio"
                      name="shippingMethod"
                      value={code}
                      defaultChecked={code === chosen}
                      onChange={(event) => event.target.form && fields(event.target.form, { shippingMethod: code })}
                      className="tick"
                    />
                    <span className="grow">
                      {name}
                      <span className="block text-sm text-quiet">
                        {[
                          deliverBy && texts.deliverBy(day(deliverBy)),
                          insured && texts.insured,
                          signature && texts.signature
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                    <span className="money">{shownMinor === 0 ? texts.free : money(shownMinor, cart.currency)}</span>
                  </label>
                ))}
              </div>
            )}
            <noscript>
              <button name="what" value="delivery" formNoValidate className="button mt-4">
                {texts.updateDelivery}
              </button>
            </noscript>
          </fieldset>
          <Payment stripeKey={cardKey} chosen={entered.way} />
        </div>
        <aside className="panel self-start lg:sticky lg:top-36" aria-busy={isBusy}>
          <ul className="mb-5 grid gap-4 border-b border-line pb-5">
            {cart.lines.map(({ id, title, quantity, shownMinor, imageUrl, article, options }) => (
              <li key={id} className="grid grid-cols-[3.5rem_1fr_auto] items-start gap-x-4">
                <Picture src={imageUrl} view={article?.view} alt="" sizes="3.5rem" className="!p-0 text-[0px]" />
                <span>
                  {quantity > 1 && `${quantity} × `}
                  {title}
                  <span className="block text-sm text-quiet">
                    <Options article={article} options={options} />
                  </span>
                </span>
                <span className="money">{shownMinor === null ? '–' : money(shownMinor, cart.currency)}</span>
              </li>
            ))}
          </ul>
          <div aria-live="polite">
            <Totals of={cart} />
          </div>
          <button
            name="what"
            value="pay"
            className="button button-main mt-6 w-full"
            disabled={state === 'submitting' || cart.totalMinor === null || choices.length === 0}
          >
            {state === 'submitting' ? texts.paying : texts.pay(total)}
          </button>
          <p className="mt-4 text-sm text-quiet">
            {texts.terms}{' '}
            <Link to="/pages/terms" className="link">
              {texts.pages.terms}
            </Link>
          </p>
        </aside>
      </Form>
    </div>
  )
}
