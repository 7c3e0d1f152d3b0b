import { Form, Link, useSearchParams } from 'react-router'
import type { Route } from './+types/jewels'
import { useFormats, useMessages } from '../locale.ts'
import { Cards, type CardDesign } from '../parts/card.tsx'
import { orNotFound, shopOf } from '../shop.server.ts'

interface FacetValue {
  value: string
  count: number
}
interface Found {
  items: CardDesign[]
  next: string | null
  facets?: {
    total: number
    exact: boolean
    price?: { fromMinor: number; toMinor: number | null; count: number }[]
  } & Record<string, unknown>
}
interface CategoryPage {
  slug: string
  name: string
  description: string
  breadcrumbs: { slug: string; name: string }[]
  children: { slug: string; name: string }[]
}

const kept = new Set([
  'q',
  'type',
  'metal',
  'purity',
  'colour',
  'stone',
  'shape',
  'clarity',
  'origin',
  'certificate',
  'size',
  'minPriceMinor',
  'maxPriceMinor',
  'readyToShip',
  'sort',
  'after'
])
const facetNames = ['type', 'metal', 'purity', 'colour', 'stone', 'shape', 'clarity', 'size']

export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { searchParams } = new URL(request.url)
  const asked = new URLSearchParams([...searchParams].filter(([name, value]) => kept.has(name) && value !== ''))
  if (params.category) asked.set('category', params.category)
  asked.set('limit', '24')
  asked.set('facets', 'true')
  const [found, category] = await Promise.all([
    shop.get<Found>(`/designs?${asked}`).catch(orNotFound),
    params.category ? shop.get<CategoryPage>(`/categories/${params.category}`).catch(orNotFound) : null
  ])
  return { found, category, q: searchParams.get('q') ?? '' }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.category?.name ?? (loaderData?.q || 'Jewels')} · Lumora Jewels` },
  { name: 'description', content: loaderData?.category?.description ?? 'Jewels with live-rate prices.' }
]

export default function Jewels({ loaderData: { found, category, q } }: Route.ComponentProps) {
  const texts = useMessages()
  const { count } = useFormats()
  const [searchParams] = useSearchParams()
  const path = category ? `/jewels/in/${category.slug}` : '/jewels'
  const without = (name: string, value?: string) => {
    const left = new URLSearchParams(searchParams)
    left.delete('after')
    left.delete(name, value)
    return `${path}?${left}`
  }
  const chosen = [...searchParams].filter(([name]) => facetNames.includes(name) || name === 'readyToShip')
  const next = new URLSearchParams(searchParams)
  if (found.next) next.set('after', found.next)
  return (
    <div className="frame py-12">
      {category && category.breadcrumbs.length > 1 && (
        <nav aria-label="Breadcrumb" className="eyebrow mb-4 flex gap-3">
          {category.breadcrumbs.slice(0, -1).map(({ slug, name }) => (
            <Link key={slug} to={`/jewels/in/${slug}`} className="hover:text-ink">
              {name} /
            </Link>
          ))}
        </nav>
      )}
      <h1 className="text-4xl sm:text-5xl">{category?.name ?? (q ? `“${q}”` : texts.shopAll)}</h1>
      {category?.description && <p className="mt-4 max-w-2xl text-lg text-quiet">{category.description}</p>}
      {category && category.children.length > 0 && (
        <ul className="mt-7 flex flex-wrap gap-3">
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
          className="lg:sticky lg:top-36 lg:max-h-[calc(100vh-10rem)] lg:self-start lg:overflow-y-auto lg:pe-4"
          key={searchParams.toString()}
        >
          {q && <input type="hidden" name="q" value={q} />}
          <details open className="group">
            <summary className="cursor-pointer list-none font-medium lg:pointer-events-none">{texts.filters}</summary>
            <label className="mt-4 block">
              <span className="eyebrow">{texts.sort}</span>
              <select name="sort" defaultValue={searchParams.get('sort') ?? (q ? '' : 'newest')} className="input mt-2">
                {q && <option value="">{texts.sortRelevance}</option>}
                <option value="newest">{texts.sortNewest}</option>
                <option value="price">{texts.sortPrice}</option>
                <option value="-price">{texts.sortPriceDown}</option>
              </select>
            </label>
            {facetNames.map((name) => {
              const values = (found.facets?.[name] ?? []) as FacetValue[]
              if (values.length < 2 && !searchParams.has(name)) return null
              return (
                <fieldset key={name} className="mt-6 border-t border-line pt-4">
                  <legend className="eyebrow float-left mb-2 w-full">{texts.facets[name]}</legend>
                  <div className="clear-both max-h-52 overflow-y-auto">
                    {values.slice(0, 14).map(({ value, count: designs }) => (
                      <label key={value} className="flex min-h-9 cursor-pointer items-center gap-3 hover:text-accent">
                        <input
                          type="checkbox"
                          name={name}
                          value={value}
                          defaultChecked={searchParams.getAll(name).includes(value)}
                          className="size-4 accent-[var(--color-accent)]"
                        />
                        <span className="grow first-letter:uppercase">{value}</span>
                        <span className="money text-sm text-quiet">{count(designs)}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
              )
            })}
            <label className="mt-6 flex min-h-9 cursor-pointer items-center gap-3 border-t border-line pt-4">
              <input
                type="checkbox"
                name="readyToShip"
                value="true"
                defaultChecked={searchParams.has('readyToShip')}
                className="size-4 accent-[var(--color-accent)]"
              />
              {texts.facets.readyToShip}
            </label>
            <div className="mt-6 flex flex-wrap items-center gap-4">
              <button className="button button-main">{texts.apply}</button>
              {chosen.length > 0 && (
                <Link to={q ? `${path}?q=${encodeURIComponent(q)}` : path} className="link">
                  {texts.clear}
                </Link>
              )}
            </div>
          </details>
        </Form>
        <section aria-live="polite">
          <div className="mb-8 flex flex-wrap items-center gap-3">
            <p className="me-auto text-quiet">
              {found.facets && texts.results(found.facets.total, found.facets.exact)}
            </p>
            {chosen.map(([name, value]) => (
              <Link
                key={name + value}
                to={without(name, value)}
                className="chip"
                aria-label={`${texts.remove}: ${value}`}
              >
                {name === 'readyToShip' ? texts.facets.readyToShip : value} ×
              </Link>
            ))}
          </div>
          {found.items.length === 0 ? (
            <p className="py-16 text-lg">{texts.nothing}</p>
          ) : (
            <Cards designs={found.items} eagerFirst={4} />
          )}
          {found.next && (
            <p className="mt-14 text-center">
              <Link to={`${path}?${next}`} className="button" prefetch="intent">
                {texts.more}
              </Link>
            </p>
          )}
        </section>
      </div>
    </div>
  )
}
