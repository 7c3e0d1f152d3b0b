import { Form, useNavigation } from 'react-router'
import type { Route } from './+types/checkout'
import { findCart, ownBag } from '../carts.server.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Field } from '../parts/field.tsx'
import { Totals } from '../parts/totals.tsx'
import { cookieNames, cookieOf, goTo, ifPossible, Refusal, shopOf, withCookies } from '../shop.server.ts'

interface Profile {
  email: string
  name: string
}
interface Address {
  name: string
  line1: string
  line2?: string
  city: string
  region?: string
  postcode: string
  country: string
  phone?: string
  isDefault: boolean
}

const ways = ['sandbox-approve', 'sandbox-action', 'sandbox-decline', 'bank-transfer']
const countries = ['IN', 'GB', 'US', 'DE', 'FR', 'AE', 'SG', 'AU', 'CA'] as const

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const cart = await findCart(shop)
  if (!cart || cart.lines.length === 0) return goTo(shop, '/bag')
  const [profile, addresses] = shop.isSignedIn
    ? await Promise.all([
        ifPossible(shop.get<Profile>('/users/me')),
        ifPossible(shop.get<{ items: Address[] }>('/users/me/addresses'))
      ])
    : [null, null]
  const address = addresses?.items.find(({ isDefault }) => isDefault) ?? addresses?.items[0] ?? null
  return { cart, profile, address, key: crypto.randomUUID() }
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const cart = await findCart(shop)
  if (!cart) return goTo(shop, '/bag')
  const { headers } = await ownBag(shop, cart)
  const way = text('way')
  const optional = (name: string) => (text(name) === '' ? {} : { [name]: text(name) })
  try {
    const order = await shop.send<{ id: string; token?: string }>('POST', '/orders', {
      key: text('key'),
      headers,
      body: {
        cartId: cart.id,
        email: text('email'),
        name: text('name'),
        shippingAddress: {
          name: text('name'),
          line1: text('line1'),
          ...optional('line2'),
          city: text('city'),
          ...optional('region'),
          postcode: text('postcode'),
          country: text('country'),
          ...optional('phone')
        },
        expectedTotalMinor: Number(text('expectedTotalMinor')),
        currency: cart.currency,
        payment: { provider: way === 'bank-transfer' ? 'bank-transfer' : 'sandbox', token: way }
      }
    })
    if (order.token) shop.setCookies.push(cookieOf(`${cookieNames.order}_${order.id}`, order.token, 90))
    return goTo(shop, `/orders/${order.id}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.slug === 'cart-already-ordered' && typeof error.extra.orderId === 'string')
      return goTo(shop, `/orders/${error.extra.orderId}`)
    return withCookies(
      shop,
      {
        refusal: error.message,
        slug: error.slug,
        entered: Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
      },
      error.status
    )
  }
}

export const meta = () => [{ title: 'Checkout · Lumora Jewels' }, { name: 'robots', content: 'noindex' }]

export default function Checkout({ loaderData: { cart, profile, address, key }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { money } = useFormats()
  const { state } = useNavigation()
  const entered: Record<string, string> = actionData?.entered ?? {}
  const known = (name: keyof Address) => entered[name] ?? (address ? String(address[name] ?? '') : '')
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.checkout}</h1>
      {actionData?.refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {actionData.slug === 'price-changed' ? texts.priceChanged : actionData.refusal}
        </p>
      )}
      <Form method="post" className="mt-10 grid gap-12 lg:grid-cols-[1fr_24rem]">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="expectedTotalMinor" value={cart.totalMinor ?? ''} />
        <div className="grid gap-10">
          <fieldset className="grid gap-5 sm:grid-cols-2">
            <legend className="mb-5 font-display text-2xl">{texts.delivery}</legend>
            <Field
              label={texts.email}
              name="email"
              type="email"
              autoComplete="email"
              required
              maxLength={254}
              defaultValue={entered.email ?? profile?.email ?? ''}
            />
            <Field
              label={texts.name}
              name="name"
              autoComplete="name"
              required
              maxLength={200}
              defaultValue={entered.name ?? address?.name ?? profile?.name ?? ''}
            />
            <Field
              label={texts.line1}
              name="line1"
              autoComplete="address-line1"
              required
              maxLength={200}
              defaultValue={known('line1')}
              className="sm:col-span-2"
            />
            <Field
              label={`${texts.line2} (${texts.optional})`}
              name="line2"
              autoComplete="address-line2"
              maxLength={200}
              defaultValue={known('line2')}
              className="sm:col-span-2"
            />
            <Field
              label={texts.city}
              name="city"
              autoComplete="address-level2"
              required
              maxLength={100}
              defaultValue={known('city')}
            />
            <Field
              label={`${texts.region} (${texts.optional})`}
              name="region"
              autoComplete="address-level1"
              maxLength={100}
              defaultValue={known('region')}
            />
            <Field
              label={texts.postcode}
              name="postcode"
              autoComplete="postal-code"
              required
              maxLength={20}
              defaultValue={known('postcode')}
            />
            <label className="block">
              {texts.country}
              <select
                name="country"
                autoComplete="country"
                defaultValue={known('country') || 'IN'}
                className="input mt-1.5"
              >
                {countries.map((code) => (
                  <option key={code} value={code}>
                    {new Intl.DisplayNames('en', { type: 'region' }).of(code)}
                  </option>
                ))}
              </select>
            </label>
            <Field
              label={`${texts.phone} (${texts.optional})`}
              name="phone"
              type="tel"
              autoComplete="tel"
              maxLength={30}
              defaultValue={known('phone')}
            />
          </fieldset>
          <fieldset>
            <legend className="mb-2 font-display text-2xl">{texts.payment}</legend>
            <p className="mb-5 text-quiet">{texts.sandboxNote}</p>
            <div className="grid gap-2">
              {ways.map((way, index) => (
                <label key={way} className="chip gap-4">
                  <input
                    type="radio"
                    name="way"
                    value={way}
                    defaultChecked={entered.way ? entered.way === way : index === 0}
                    className="accent-[var(--color-accent)]"
                  />
                  {texts.payWith[way]}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <aside className="self-start border border-line p-7 lg:sticky lg:top-36">
          <ul className="mb-5 grid gap-2 border-b border-line pb-5">
            {cart.lines.map(({ id, title, quantity, totalMinor }) => (
              <li key={id} className="flex justify-between gap-4">
                <span>
                  {quantity > 1 && `${quantity} × `}
                  {title}
                </span>
                <span className="money">{totalMinor === null ? '–' : money(totalMinor, cart.currency)}</span>
              </li>
            ))}
          </ul>
          <Totals of={cart} />
          <button className="button button-main mt-6 w-full" disabled={state !== 'idle' || cart.totalMinor === null}>
            {texts.pay(cart.totalMinor === null ? '' : money(cart.totalMinor, cart.currency))}
          </button>
        </aside>
      </Form>
    </div>
  )
}
