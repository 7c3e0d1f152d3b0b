import { Form, Link, useNavigation, useSearchParams } from 'react-router'
import type { Route } from './+types/account-sizes'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { Field } from '../parts/field.tsx'
import { Remove } from '../parts/remove.tsx'
import { formOf, goTo, orSignIn, refused, shopOf, signedInOnly } from '../shop.server.ts'

interface Size {
  id: string
  name: string
  kind: string
  system: string
  label: string
  hundredthsMm: number
}
const systems = ['in', 'us', 'uk', 'iso', 'jp', 'ch', 'mm', 'cm', 'inch', 'diameter']

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const { items } = await shop.get<{ items: Size[] }>('/users/me/sizes?limit=50').catch(orSignIn(shop, request))
  return { sizes: items }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, filled, entered } = await formOf(request)
  try {
    if (text('what') === 'remove') await shop.send('DELETE', `/users/me/sizes/${encodeURIComponent(text('id'))}`)
    else await shop.send('POST', '/users/me/sizes', { body: filled('name', 'kind', 'system', 'label') })
    return goTo(shop, '/account/sizes')
  } catch (error) {
    return refused(shop, error, { entered: entered() })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.mySizes }))
}

export default function Sizes({ loaderData: { sizes }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { millimetres } = useFormats()
  const { state } = useNavigation()
  const [searchParams] = useSearchParams()
  const known = (name: string) => actionData?.entered[name] ?? searchParams.get(name) ?? ''
  const choose = (name: string, label: string, options: [string, string][]) => (
    <label>
      {label}
      <select name={name} defaultValue={known(name) || options[0]![0]} className="input mt-1.5">
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <h1 className="text-4xl">{texts.mySizes}</h1>
      <p className="mt-3 text-quiet">{texts.sizesLead}</p>
      {sizes.length === 0 && <p className="mt-6 text-quiet">{texts.noSizes}</p>}
      <ul className="rows mt-6">
        {sizes.map(({ id, name, kind, system, label, hundredthsMm }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4">
            <span>
              {name} <span className="text-quiet">· {texts.sizeKinds[kind]}</span>
            </span>
            <span className="ms-auto">
              {texts.systems[system] ?? system} {label}{' '}
              <span className="money text-sm text-quiet">({millimetres(hundredthsMm * 10)})</span>
            </span>
            <Remove id={id} name={name} />
          </li>
        ))}
      </ul>
      <h2 className="mt-12 text-2xl">{texts.add}</h2>
      <Refused>{actionData?.refusal}</Refused>
      <Form method="post" className="mt-5 grid items-end gap-5 sm:grid-cols-2" key={sizes.length}>
        <Field label={texts.whose} name="name" required maxLength={100} defaultValue={known('name')} />
        {choose('kind', texts.facets.type!, Object.entries(texts.sizeKinds))}
        {choose(
          'system',
          texts.system,
          systems.map((system) => [system, texts.systems[system]!])
        )}
        <Field
          label={texts.size}
          name="label"
          required
          maxLength={12}
          defaultValue={known('label')}
          autoComplete="off"
        />
        <p className="flex items-center gap-5 sm:col-span-2">
          <button className="button button-main" disabled={state !== 'idle'}>
            {texts.add}
          </button>
          <Link to="/sizes" className="link">
            {texts.sizeHelp}
          </Link>
        </p>
      </Form>
    </>
  )
}
