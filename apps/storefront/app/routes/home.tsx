import { Link } from 'react-router'
import type { Route } from './+types/home'
import { headOf, type MetaDescriptor } from '../head.ts'
import { currencyOf, useFormats, useMessages } from '../locale.ts'
import { Cards, type CardDesign } from '../parts/card.tsx'
import { Picture } from '../parts/picture.tsx'
import { Rates, type Rate } from '../parts/rates.tsx'
import { viewsOf, withPicture } from '../pictures.server.ts'
import { ifPossible, shopOf } from '../shop.server.ts'

interface Group {
  slug: string
  name: string
  description: string
  pictures: { url: string; alt: string }[]
}
interface Home {
  categories: { items: (Group & { parentSlug: string | null; designs: number })[] } | null
  collections: { items: Group[] } | null
  rates: { items: Rate[] } | null
}

/** Where budgets begin and end, in whole units of each currency. */
const budgets: Record<string, [number, number]> = {
  INR: [25_000, 100_000],
  USD: [300, 1200],
  EUR: [300, 1200],
  GBP: [250, 1000],
  AED: [1000, 4000]
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const currency = currencyOf(request)
  const first = (query: string) =>
    ifPossible(shop.getShared<{ items: CardDesign[] }>(`/designs?currency=${currency}&${query}`)).then((found) =>
      (found?.items ?? []).map(withPicture)
    )
  const [home, designs] = await Promise.all([
    ifPossible(shop.getShared<Home>('/pages/home')),
    first('sort=newest&limit=24&readyToShip=true')
  ])
  const kinds = (home?.categories?.items ?? [])
    .filter(({ parentSlug, designs: count }) => parentSlug === null && count > 0)
    .slice(0, 8)
  const faces = await Promise.all(kinds.map(({ slug }) => first(`category=${slug}&sort=-price&limit=1`)))
  return {
    designs,
    hasScene: viewsOf('home').length > 0,
    budget: (budgets[currency] ?? budgets.INR!).map((whole) => whole * 100) as [number, number],
    currency,
    rates: home?.rates?.items ?? [],
    collections: (home?.collections?.items ?? []).slice(0, 3),
    kinds: kinds.map(({ slug, name, pictures }, index) => ({
      slug,
      name,
      face: pictures[0]?.url ?? faces[index]?.[0]?.imageUrl ?? null
    }))
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts, _, origin) => ({
    description: texts.homeLead,
    path: '/',
    things: [
      {
        '@type': 'JewelryStore',
        name: texts.shop,
        url: origin,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${origin}/jewels?q={words}`,
          'query-input': 'required name=words'
        }
      }
    ]
  }))
}

export default function Home({
  loaderData: { designs, hasScene, rates, kinds, collections, budget, currency }
}: Route.ComponentProps) {
  const texts = useMessages()
  const { price } = useFormats()
  const [first, second, third, ...others] = designs
  const [low, high] = budget
  const ranges = [
    [`maxPriceMinor=${low}`, texts.upTo(price(low, currency))],
    [`minPriceMinor=${low}&maxPriceMinor=${high}`, `${price(low, currency)} – ${price(high, currency)}`],
    [`minPriceMinor=${high}`, texts.above(price(high, currency))]
  ]
  return (
    <>
      <section className="frame grid items-center gap-10 py-10 md:grid-cols-[1.05fr_1fr] md:py-14">
        <div className="enter">
          <p className="eyebrow">{texts.tagline}</p>
          <h1 className="mt-5 text-5xl sm:text-6xl xl:text-7xl">{texts.homeTitle}</h1>
          <p className="mt-7 max-w-xl text-lg text-quiet">{texts.homeLead}</p>
          <p className="mt-10 flex flex-wrap gap-4">
            <Link to="/jewels" className="button button-main">
              {texts.shopAll}
            </Link>
            <Link to="/diamonds" className="button">
              {texts.stones}
            </Link>
          </p>
        </div>
        {hasScene ? (
          <Picture src="/pictures/home/preview.jpg" alt="" eager sizes="(min-width: 48rem) 48vw, 92vw" />
        ) : (
          first && (
            <div className="grid grid-cols-[2fr_1fr] grid-rows-2 gap-3">
              {[first, second, third].map(
                (design, index) =>
                  design && (
                    <Link
                      key={design.slug}
                      to={`/jewels/${design.slug}`}
                      className={index === 0 ? 'row-span-2' : ''}
                      aria-label={design.title}
                    >
                      <Picture
                        src={design.imageUrl}
                        alt={design.imageUrl ? '' : design.title}
                        eager
                        sizes={index === 0 ? '(min-width: 48rem) 32vw, 62vw' : '(min-width: 48rem) 16vw, 30vw'}
                        className="!aspect-auto h-full"
                      />
                    </Link>
                  )
              )}
            </div>
          )
        )}
      </section>
      <Rates rates={rates} />
      <section className="frame mt-20">
        <h2 className="text-3xl">{texts.byCategory}</h2>
        <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-4 md:gap-x-6">
          {kinds.map(({ slug, name, face }) => (
            <li key={slug} className="group relative">
              <div className="overflow-hidden">
                <Picture
                  src={face}
                  alt=""
                  sizes="(min-width: 64rem) 20vw, 45vw"
                  className="transition-transform duration-500 ease-calm motion-safe:group-hover:scale-[1.03]"
                />
              </div>
              <h3 className="mt-3 text-lg">
                <Link to={`/jewels/in/${slug}`} prefetch="intent" className="after:absolute after:inset-0">
                  {name}
                </Link>
              </h3>
            </li>
          ))}
        </ul>
      </section>
      {collections.length > 0 && (
        <div className="later">
          <section className="frame mt-24">
            <h2 className="text-3xl">{texts.collections}</h2>
            <ul className="mt-8 grid gap-x-8 gap-y-10 md:grid-cols-3">
              {collections.map(({ slug, name, description, pictures }) => (
                <li key={slug} className="relative border-t border-ink pt-5">
                  {pictures[0] && (
                    <Picture src={pictures[0].url} alt={pictures[0].alt} sizes="(min-width: 48rem) 30vw, 92vw" />
                  )}
                  <h3 className="text-2xl">
                    <Link to={`/collections/${slug}`} className="after:absolute after:inset-0">
                      {name}
                    </Link>
                  </h3>
                  <p className="mt-2 text-quiet">
                    <bdi>{description}</bdi>
                  </p>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
      <div className="later">
        <section className="frame mt-24">
          <div className="mb-10 flex flex-wrap items-end justify-between gap-4">
            <h2 className="text-3xl">{texts.newest}</h2>
            <Link to="/jewels" className="link">
              {texts.shopAll}
            </Link>
          </div>
          <Cards designs={others.slice(0, 8)} />
        </section>
      </div>
      <div className="later">
        <section className="frame mt-24 border-y border-line py-10">
          <h2 className="text-2xl">{texts.byBudget}</h2>
          <ul className="mt-5 flex flex-wrap gap-3">
            {ranges.map(([query, name]) => (
              <li key={query}>
                <Link to={`/jewels?${query}`} className="chip money">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section className="frame mt-20">
          <ul className="grid gap-10 md:grid-cols-3">
            {texts.promises.map(([title, text]) => (
              <li key={title}>
                <h2 className="text-xl">{title}</h2>
                <p className="mt-2 text-quiet">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
