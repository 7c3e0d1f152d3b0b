import { Form, Link, redirect, useSearchParams } from 'react-router'
import type { Route } from './+types/jewels'
import { breadcrumbOf, headOf, type MetaDescriptor } from '../head.ts'
import { currencyOf, useFormats, useMessages } from '../locale.ts'
import { Cards, type CardDesign } from '../parts/card.tsx'
import { withPicture } from '../pictures.server.ts'
import { orNotFound, shopOf } from '../shop.server.ts'

interface FacetValue {
  value: string
  count: number
}
interface Found {
  items: CardDesign[]
  next: string | null
  facets?: Record<string, unknown> & { total: number; exact: boolean; readyToShip: number; oneOfAKind: number }
}
interface Group {
  slug: string
  name: string
  description: string
}
interface CategoryPage extends Group {
  breadcrumbs: { slug: string; name: string }[]
  children: { slug: string; name: string; designs: number }[]
}
interface Collection extends Group {
  designs: string[] | null
  query: Record<string, unknown> | null
}

const facetNames = ['type', 'metal', 'purity', 'colour', 'stone', 'shape', 'carat', 'clarity', 'origin', 'lab', 'size']
const flags = ['readyToShip', 'oneOfAKind'] as const
const kept = new Set([...facetNames, ...flags, 'q', 'minPriceMinor', 'maxPriceMinor', 'sort', 'after'])

/** The filters of an address; prices are typed in whole units, and kept in minor ones. */
function askedOf(searchParams: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams([...searchParams].filter(([name, value]) => kept.has(name) && value !== ''))
  for (const [typed, name] of [
    ['from', 'minPriceMinor'],
    ['to', 'maxPriceMinor']
  ] as const) {
    const whole = Number(searchParams.get(typed) ?? '')
    if (whole > 0) asked.set(name, String(Math.round(whole * 100)))
  }
  return asked
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { searchParams } = new URL(request.url)
  const { category: slug, collection: about } = params as Record<string, string | undefined>
  const currency = currencyOf(request)
  const asked = askedOf(searchParams)
  if (slug) asked.set('category', slug)
  const collection = about
    ? await shop.getShared<Collection>(`/collections/${about}`).catch((error: unknown) => {
        if (about === 'new') throw redirect('/jewels?sort=newest')
        return orNotFound(error)
      })
    : null
  for (const [name, value] of Object.entries(collection?.query ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) asked.append(name, String(one))
  for (const one of collection?.designs ?? []) asked.append('slug', one)
  asked.set('currency', currency)
  asked.set('limit', '24')
  asked.set('facets', 'true')
  const [found, category] = await Promise.all([
    shop.getShared<Found>(`/designs?${asked}`).catch(orNotFound),
    slug ? shop.getShared<CategoryPage>(`/categories/${slug}`).catch(orNotFound) : null
  ])
  if (category && category.slug !== slug) throw redirect(`/jewels/in/${category.slug}`, 301)
  return {
    found: { ...found, items: found.items.map(withPicture) },
    category,
    group: collection ? { name: collection.name, description: collection.description } : category,
    path: slug ? `/jewels/in/${slug}` : about ? `/collections/${about}` : '/jewels',
    q: searchParams.get('q') ?? '',
    currency
  }
}

export function meta({ matches, loaderData }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts, _, origin) => {
    if (!loaderData) return {}
    const { group, path, q, category, found } = loaderData
    return {
      title: group?.name ?? (q || texts.allJewels),
      description: group?.description || texts.homeLead,
      ...(q === '' && { path }),
      image: found.items[0]?.imageUrl,
      things: category
        ? [
            breadcrumbOf(origin, [
              [texts.shop, '/'],
              ...category.breadcrumbs.map(({ slug, name }): [string, string] => [name, `/jewels/in/${slug}`])
            ])
          ]
        : []
    }
  })
}

export default function Jewels({ loaderData: { found, category, group, path, q, currency } }: Route.ComponentProps) {
  const texts = useMessages()
  const { count, price } = useFormats()
  const [searchParams] = useSearchParams()
  const nameOf = (facet: string, value: string) =>
    (facet === 'type' && texts.types[value]) ||
    (facet === 'metal' && texts.metals[value]) ||
    (facet === 'colour' && texts.colours[value]) ||
    value
  const without = (name: string, value?: string) => {
    const left = new URLSearchParams(searchParams)
    left.delete('after')
    left.delete(name, value)
    return `${path}?${left}`
  }
  const amountOf = (name: string, value: string) => {
    const whole = name === 'from' || name === 'to' ? Number(value) * 100 : Number(value)
    return name === 'from' || name === 'minPriceMinor'
      ? texts.above(price(whole, currency))
      : texts.upTo(price(whole, currency))
  }
  const chosen = [...searchParams].flatMap(([name, value]): [string, string, string][] => {
    if (value === '') return []
    if (facetNames.includes(name)) return [[name, value, nameOf(name, value)]]
    if (flags.some((flag) => flag === name)) return [[name, value, texts.facets[name]!]]
    return ['from', 'to', 'minPriceMinor', 'maxPriceMinor'].includes(name) ? [[name, value, amountOf(name, value)]] : []
  })
  const next = new URLSearchParams(searchParams)
  if (found.next) next.set('after', found.next)
  const whole = (typed: string, minor: string) =>
    searchParams.get(typed) ?? (searchParams.has(minor) ? String(Number(searchParams.get(minor)) / 100) : '')
  return (
    <div className="frame py-10">
      {category && category.breadcrumbs.length > 1 && (
        <nav aria-label="Breadcrumb" className="mb-4">
          <ol className="flex gap-3 text-sm text-quiet">
            {category.breadcrumbs.slice(0, -1).map(({ slug, name }) => (
              <li key={slug}>
                <Link to={`/jewels/in/${slug}`} className="link">
                  {name}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1 className="text-4xl sm:text-5xl">{group?.name ?? (q ? `“${q}”` : texts.allJewels)}</h1>
      {group?.description && (
        <p className="mt-4 max-w-2xl text-lg text-quiet">
          <bdi>{group.description}</bdi>
        </p>
      )}
      {category && category.children.length > 0 && (
        <ul className="mt-7 flex flex-wrap gap-2">
          {category.children.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`/jewels/in/${slug}`} className="chip">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-10 grid gap-10 lg:grid-cols-[15rem_1fr]">
        <Form
          action={path}
          className="lg:self-start"
          key={searchParams.toString()}
          aria-label={texts.filters}
          preventScrollReset
          onChange={(event) => {
            const isWide = matchMedia('(min-width: 64rem)').matches
            const { type } = event.target as unknown as HTMLInputElement
            if (isWide && type !== 'number') event.currentTarget.requestSubmit()
          }}
        >
          {q && <input type="hidden" name="q" value={q} />}
          <label className="block">
            <span className="eyebrow">{texts.sort}</span>
            <select name="sort" defaultValue={searchParams.get('sort') ?? (q ? '' : 'newest')} className="input mt-2">
              {q && <option value="">{texts.sortRelevance}</option>}
              <option value="newest">{texts.sortNewest}</option>
              <option value="price">{texts.sortPrice}</option>
              <option value="-price">{texts.sortPriceDown}</option>
            </select>
          </label>
          <details className="filters mt-4" open={chosen.length > 0}>
            <summary className="chip w-full cursor-pointer justify-between lg:hidden">
              {texts.filters} {chosen.length > 0 && <span className="money">{chosen.length}</span>}
            </summary>
            <div className="mt-2">
              <fieldset className="border-t border-line py-4">
                <legend className="eyebrow float-start mb-2 w-full">{texts.facets.price}</legend>
                <div className="clear-both grid grid-cols-2 gap-2">
                  <input
                    type="number"
                    name="from"
                    min={0}
                    inputMode="numeric"
                    aria-label={texts.priceFrom}
                    placeholder={texts.minimum}
                    defaultValue={whole('from', 'minPriceMinor')}
                    className="input !px-3"
                  />
                  <input
                    type="number"
                    name="to"
                    min={0}
                    inputMode="numeric"
                    aria-label={texts.priceTo}
                    placeholder={texts.maximum}
                    defaultValue={whole('to', 'maxPriceMinor')}
                    className="input !px-3"
                  />
                </div>
              </fieldset>
              {facetNames.map((name) => {
                const values = (found.facets?.[name] ?? []) as FacetValue[]
                const ticked = searchParams.getAll(name)
                const missing = ticked.filter((value) => !values.some((one) => one.value === value))
                const rows = [...missing.map((value) => ({ value, count: 0 })), ...values]
                if (rows.length < 2 && ticked.length === 0) return null
                const few = rows.slice(0, 6)
                const others = rows.slice(6, 40)
                const row = ({ value, count: designs }: FacetValue) => (
                  <label key={value} className="flex min-h-9 cursor-pointer items-center gap-3 hover:text-accent">
                    <input
                      type="checkbox"
                      name={name}
                      value={value}
                      defaultChecked={ticked.includes(value)}
                      className="tick"
                    />
                    <span className="grow first-letter:uppercase">{nameOf(name, value)}</span>
                    <span className="money text-sm text-quiet">{count(designs)}</span>
                  </label>
                )
                return (
                  <fieldset key={name} className="border-t border-line py-4">
                    <legend className="eyebrow float-start mb-1 w-full">{texts.facets[name]}</legend>
                    <div className="clear-both">
                      {few.map(row)}
                      {others.length > 0 && (
                        <details open={others.some(({ value }) => ticked.includes(value))}>
                          <summary className="link min-h-9 cursor-pointer py-1 text-sm text-quiet">
                            {texts.more}
                          </summary>
                          {others.map(row)}
                        </details>
                      )}
                    </div>
                  </fieldset>
                )
              })}
              <div className="border-t border-line py-3">
                {flags.map((name) => (
                  <label key={name} className="flex min-h-9 cursor-pointer items-center gap-3 hover:text-accent">
                    <input
                      type="checkbox"
                      name={name}
                      value="true"
                      defaultChecked={searchParams.has(name)}
                      className="tick"
                    />
                    <span className="grow">{texts.facets[name]}</span>
                    <span className="money text-sm text-quiet">{count(found.facets?.[name] ?? 0)}</span>
                  </label>
                ))}
              </div>
            </div>
          </details>
          <button className="button mt-3 w-full">{texts.apply}</button>
        </Form>
        <section aria-label={texts.allJewels}>
          <div className="mb-8 flex min-h-11 flex-wrap items-center gap-2">
            <p role="status" className="me-auto text-quiet">
              {found.facets && texts.results(found.facets.total, found.facets.exact)}
            </p>
            {chosen.map(([name, value, label]) => (
              <Link
                key={name + value}
                to={without(name, value)}
                preventScrollReset
                className="chip gap-2 text-sm"
                aria-label={`${texts.remove}: ${label}`}
              >
                <span className="first-letter:uppercase">{label}</span> <span aria-hidden>×</span>
              </Link>
            ))}
            {chosen.length > 1 && (
              <Link to={q ? `${path}?q=${encodeURIComponent(q)}` : path} className="link px-2 text-sm">
                {texts.clear}
              </Link>
            )}
          </div>
          {found.items.length === 0 ? (
            <div className="py-16">
              <p className="text-lg">{currency === 'INR' ? texts.nothing : texts.noPrices(currency)}</p>
              <p className="mt-6 flex gap-4">
                <Link to="/jewels" className="button">
                  {texts.shopAll}
                </Link>
                {currency !== 'INR' && (
                  <button form="in-rupees" className="button">
                    {texts.showIn('INR')}
                  </button>
                )}
              </p>
              <form id="in-rupees" method="post" action="/preferences">
                <input type="hidden" name="currency" value="INR" />
                <input type="hidden" name="back" value={path} />
              </form>
            </div>
          ) : (
            <>
              <Cards designs={found.items} eagerFirst={4} level={2} compareForm="compare" />
              <form id="compare" action="/compare" className="mt-12 flex flex-wrap justify-center gap-4">
                <button className="button">{texts.compareThese}</button>
                {found.next && (
                  <Link to={`${path}?${next}`} className="button button-main" prefetch="intent">
                    {texts.more}
                  </Link>
                )}
              </form>
            </>
          )}
        </section>
      </div>
    </div>
  )
}
