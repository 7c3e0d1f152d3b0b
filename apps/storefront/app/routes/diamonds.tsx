import { Form, Link, useSearchParams, useSubmit } from 'react-router'
import type { Route } from './+types/diamonds'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { Brilliant } from '../parts/brilliant.tsx'
import { Range } from '../parts/range.tsx'
import { orNotFound, shopOf } from '../shop.server.ts'
import { caratsMct, grades, pricesMinor, type Stone } from '../stones.ts'

const kept = new Set([
  'cut',
  'colour',
  'clarity',
  'minCaratMct',
  'maxCaratMct',
  'minPriceMinor',
  'maxPriceMinor',
  'sort',
  'after'
])

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { searchParams } = new URL(request.url)
  const asked = new URLSearchParams([...searchParams].filter(([name, value]) => kept.has(name) && value !== ''))
  asked.set('limit', '30')
  return { found: await shop.getShared<{ items: Stone[]; next: string | null }>(`/stones?${asked}`).catch(orNotFound) }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.stones, description: texts.stonesLead, path: '/diamonds' }))
}

export default function Diamonds({ loaderData: { found } }: Route.ComponentProps) {
  const texts = useMessages()
  const { price, carats, millimetres } = useFormats()
  const [searchParams] = useSearchParams()
  const submit = useSubmit()
  const next = new URLSearchParams(searchParams)
  if (found.next) next.set('after', found.next)
  const ends = (values: string[], first: string, second?: string): { from: number; to: number } => {
    const places = searchParams
      .getAll(first)
      .map((value) => values.indexOf(value))
      .filter((place) => place >= 0)
    if (second === undefined)
      return places.length > 0
        ? { from: Math.min(...places), to: Math.max(...places) }
        : { from: 0, to: values.length - 1 }
    const to = values.indexOf(searchParams.get(second) ?? '')
    return { from: places[0] ?? 0, to: to < 0 ? values.length - 1 : to }
  }
  const grade = (name: keyof typeof grades, label: string) => (
    <Range
      label={label}
      names={[name]}
      stops={grades[name].map((value) => ({ value, label: value }))}
      {...ends(grades[name], name)}
    />
  )
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.stones}</h1>
      <p className="mt-4 max-w-2xl text-lg text-quiet">{texts.stonesLead}</p>
      <Form
        id="stones"
        key={searchParams.toString()}
        preventScrollReset
        aria-label={texts.filters}
        className="mt-10 grid items-start gap-x-8 gap-y-5 border-y border-line py-7 sm:grid-cols-2 lg:grid-cols-3"
      >
        <Range
          label={texts.carat}
          names={['minCaratMct', 'maxCaratMct']}
          stops={caratsMct.map((mct) => ({ value: String(mct), label: carats(mct) }))}
          {...ends(caratsMct.map(String), 'minCaratMct', 'maxCaratMct')}
        />
        <Range
          label={texts.price}
          names={['minPriceMinor', 'maxPriceMinor']}
          stops={pricesMinor.map((minor) => ({ value: String(minor), label: price(minor, 'INR') }))}
          {...ends(pricesMinor.map(String), 'minPriceMinor', 'maxPriceMinor')}
        />
        {grade('cut', texts.cutGrade)}
        {grade('colour', texts.colour)}
        {grade('clarity', texts.clarity)}
        <div className="grid grid-cols-[1fr_auto] items-end gap-3">
          <label className="block">
            <span className="eyebrow">{texts.sort}</span>
            <select
              name="sort"
              defaultValue={searchParams.get('sort') ?? 'price'}
              className="input mt-2"
              onChange={(event) => void submit(event.currentTarget.form, { preventScrollReset: true })}
            >
              <option value="price">{texts.sortPrice}</option>
              <option value="-price">{texts.sortPriceDown}</option>
              <option value="-carat">{texts.sortCarat}</option>
            </select>
          </label>
          <button className="button">{texts.apply}</button>
        </div>
      </Form>
      {found.items.length === 0 ? (
        <p className="py-16 text-lg">{texts.nothing}</p>
      ) : (
        <ul className="mt-10 grid grid-cols-1 gap-px border border-line bg-line sm:grid-cols-2 lg:grid-cols-3">
          {found.items.map((stone) => (
            <li key={stone.pieceId} className="relative grid grid-cols-[5.5rem_1fr] items-center gap-5 bg-ground p-5">
              <Brilliant table={stone.table} className="text-quiet" />
              <div>
                <h2 className="text-xl">
                  <Link to={`/diamonds/${stone.pieceId}`} prefetch="intent" className="after:absolute after:inset-0">
                    {carats(stone.caratMct)}{' '}
                    <span className="text-quiet">
                      {stone.colour} · {stone.clarity}
                    </span>
                  </Link>
                </h2>
                <p className="text-sm text-quiet">
                  {stone.cut} · {millimetres(stone.lengthUm)} × {millimetres(stone.widthUm)}
                </p>
                <p className="money mt-2">
                  {stone.available ? price(stone.priceMinor, stone.currency) : texts.soldOut}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {found.next && (
        <p className="mt-12 text-center">
          <Link to={`?${next}`} className="button">
            {texts.more}
          </Link>
        </p>
      )}
      <section className="mt-20 border-t border-line pt-10">
        <dl className="grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
          {(['carat', 'cutGrade', 'colour', 'clarity'] as const).map((name) => (
            <div key={name}>
              <dt className="font-display text-xl">{texts[name]}</dt>
              <dd className="mt-2 text-quiet">{texts.fourCs[name]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
