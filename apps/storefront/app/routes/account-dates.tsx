import { Form, useNavigation } from 'react-router'
import type { Route } from './+types/account-dates'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { Field } from '../parts/field.tsx'
import { Remove } from '../parts/remove.tsx'
import { formOf, goTo, orSignIn, refused, shopOf, signedInOnly } from '../shop.server.ts'

interface ImportantDate {
  id: string
  label: string
  occasion: string
  remindDaysBefore: number | null
  nextOn: string
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  signedInOnly(shop, request)
  const { items } = await shop
    .get<{ items: ImportantDate[] }>('/users/me/dates?limit=50')
    .catch(orSignIn(shop, request))
  return { dates: items }
}

export const shouldRevalidate = () => true

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text, filled, entered } = await formOf(request)
  try {
    if (text('what') === 'remove') await shop.send('DELETE', `/users/me/dates/${encodeURIComponent(text('id'))}`)
    else
      await shop.send('POST', '/users/me/dates', {
        body: {
          ...filled('label', 'occasion'),
          month: Number(text('month')),
          day: Number(text('day')),
          ...(text('remind') && { remindDaysBefore: Number(text('remind')) })
        }
      })
    return goTo(shop, '/account/dates')
  } catch (error) {
    return refused(shop, error, { entered: entered() })
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.myDates }))
}

export default function Dates({ loaderData: { dates }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { day, month } = useFormats()
  const { state } = useNavigation()
  const known = (name: string, otherwise = '') => actionData?.entered[name] ?? otherwise
  return (
    <>
      <h1 className="text-4xl">{texts.myDates}</h1>
      <p className="mt-3 text-quiet">{texts.datesLead}</p>
      {dates.length === 0 && <p className="mt-6 text-quiet">{texts.noDates}</p>}
      <ul className="rows mt-6">
        {dates.map(({ id, label, occasion, nextOn }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4">
            <span>
              {label} <span className="text-quiet">· {texts.occasions[occasion]}</span>
            </span>
            <span className="ms-auto text-quiet">{texts.nextOn(day(nextOn))}</span>
            <Remove id={id} name={label} />
          </li>
        ))}
      </ul>
      <h2 className="mt-12 text-2xl">{texts.add}</h2>
      <Refused>{actionData?.refusal}</Refused>
      <Form method="post" className="mt-5 grid items-end gap-5 sm:grid-cols-2" key={dates.length}>
        <Field label={texts.whose} name="label" required maxLength={100} defaultValue={known('label')} />
        <label>
          {texts.occasion}
          <select name="occasion" defaultValue={known('occasion', 'birthday')} className="input mt-1.5">
            {Object.entries(texts.occasions).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Field label={texts.day} name="day" type="number" min={1} max={31} required defaultValue={known('day')} />
        <label>
          {texts.month}
          <select name="month" defaultValue={known('month', '1')} className="input mt-1.5">
            {Array.from({ length: 12 }, (_, index) => (
              <option key={index} value={index + 1}>
                {month(index + 1)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={`${texts.remind} (${texts.optional})`}
          name="remind"
          type="number"
          min={0}
          max={60}
          defaultValue={known('remind')}
        />
        <p className="sm:col-span-2">
          <button className="button button-main" disabled={state !== 'idle'}>
            {texts.add}
          </button>
        </p>
      </Form>
    </>
  )
}
