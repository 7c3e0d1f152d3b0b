import { Form, Link, useNavigation, useSearchParams } from 'react-router'
import type { Route } from './+types/account-addresses'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { AddressFields, addressFields, type Address } from '../parts/address.tsx'
import { Refused } from '../parts/alert.tsx'
import { formOf, goTo, orSignIn, refused, shopOf, signedInOnly } from '../shop.server.ts'

interface KnownAddress extends Address {
  id: string
  isDefault: boolean
  isDefaultBilling: boolean
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const { items } = await shop
    .get<{ items: KnownAddress[] }>('/users/me/addresses?limit=50')
    .catch(orSignIn(shop, request))
  return { addresses: items }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, filled, entered } = await formOf(request)
  const path = `/users/me/addresses/${encodeURIComponent(text('id'))}`
  const body = { ...filled(...addressFields), isDefault: text('isDefault') !== '' }
  try {
    if (text('what') === 'remove') await shop.send('DELETE', path)
    else if (text('id')) await shop.send('PUT', path, { body })
    else await shop.send('POST', '/users/me/addresses', { body })
    return goTo(shop, '/account/addresses')
  } catch (error) {
    return refused(shop, error, { entered: entered() })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.myAddresses }))
}

export default function Addresses({ loaderData: { addresses }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { region } = useFormats()
  const { state } = useNavigation()
  const [searchParams] = useSearchParams()
  const edited = addresses.find(({ id }) => id === searchParams.get('change'))
  return (
    <>
      <h1 className="text-4xl">{texts.myAddresses}</h1>
      {addresses.length === 0 && <p className="mt-6 text-quiet">{texts.noAddresses}</p>}
      <ul className="rows mt-6">
        {addresses.map((address) => (
          <li key={address.id} className="flex flex-wrap items-start justify-between gap-4">
            <address className="not-italic">
              {[
                address.name,
                address.line1,
                address.line2,
                `${address.postcode} ${address.city}`,
                region(address.country)
              ]
                .filter(Boolean)
                .join(', ')}
              {address.isDefault && <span className="block text-sm text-quiet">{texts.byDefault}</span>}
            </address>
            <div className="flex gap-6">
              <Link to={`?change=${address.id}#address`} className="link">
                {texts.change}
              </Link>
              <Form method="post">
                <input type="hidden" name="id" value={address.id} />
                <button
                  name="what"
                  value="remove"
                  className="link cursor-pointer"
                  aria-label={`${texts.remove}: ${address.line1}`}
                >
                  {texts.remove}
                </button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      <h2 id="address" className="mt-12 text-2xl">
        {edited ? texts.change : texts.addAddress}
      </h2>
      <Refused>{actionData?.refusal}</Refused>
      <Form
        method="post"
        className="mt-5 grid gap-5 sm:grid-cols-2"
        key={`${edited?.id ?? ''}${addresses.length}`}
        preventScrollReset
      >
        {edited && <input type="hidden" name="id" value={edited.id} />}
        <AddressFields known={{ ...edited, ...actionData?.entered }} faults={actionData?.faults ?? []} />
        <label className="flex min-h-11 items-center gap-3 sm:col-span-2">
          <input
            type="checkbox"
            name="isDefault"
            value="1"
            defaultChecked={edited?.isDefault ?? false}
            className="tick"
          />
          {texts.isDefault}
        </label>
        <div className="flex gap-4 sm:col-span-2">
          <button className="button button-main" disabled={state !== 'idle'}>
            {edited ? texts.save : texts.add}
          </button>
          {edited && (
            <Link to="/account/addresses" className="button">
              {texts.cancel}
            </Link>
          )}
        </div>
      </Form>
    </>
  )
}
