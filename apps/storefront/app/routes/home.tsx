import { Link } from 'react-router'
import type { Route } from './+types/home'
import { messagesOf, languageOf, useMessages } from '../locale.ts'
import { Cards, type CardDesign } from '../parts/card.tsx'
import { Picture } from '../parts/picture.tsx'
import { Rates, type Rate } from '../parts/rates.tsx'
import { ifPossible, shopOf } from '../shop.server.ts'

interface Category {
  slug: string
  name: string
  description: string
  parentSlug: string | null
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const [newest, rates, tree] = await Promise.all([
    ifPossible(shop.get<{ items: CardDesign[] }>('/designs?sort=newest&limit=24')),
    ifPossible(shop.get<{ items: Rate[] }>('/metal-rates')),
    ifPossible(shop.get<{ items: Category[] }>('/categories'))
  ])
  const designs = newest?.items ?? []
  const kinds = (tree?.items ?? []).filter(({ parentSlug }) => parentSlug === null).slice(0, 6)
  const faces = await Promise.all(
    kinds.map(({ slug }) => ifPossible(shop.get<{ items: CardDesign[] }>(`/designs?category=${slug}&limit=1`)))
  )
  return {
    texts: { title: messagesOf(languageOf(request)).homeTitle, lead: messagesOf(languageOf(request)).homeLead },
    designs,
    rates: rates?.items ?? [],
    kinds: kinds.map(({ slug, name }, index) => ({ slug, name, face: faces[index]?.items[0]?.imageUrl ?? null }))
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: 'Lumora Jewels' },
  { name: 'description', content: loaderData?.texts.lead },
  { property: 'og:title', content: loaderData?.texts.title }
]

export default function Home({ loaderData: { designs, rates, kinds } }: Route.ComponentProps) {
  const texts = useMessages()
  const [first, ...others] = designs
  return (
    <>
      <section className="frame grid items-center gap-10 py-14 md:grid-cols-[1.05fr_1fr] md:py-20">
        <div>
          <p className="eyebrow">{texts.tagline}</p>
          <h1 className="mt-5 text-5xl sm:text-6xl lg:text-7xl">{texts.homeTitle}</h1>
          <p className="mt-7 max-w-xl text-lg text-quiet">{texts.homeLead}</p>
          <p className="mt-10">
            <Link to="/jewels" className="button button-main">
              {texts.shopAll}
            </Link>
          </p>
        </div>
        {first && (
          <Link to={`/jewels/${first.slug}`} aria-label={first.title}>
            <Picture src={first.imageUrl} alt={first.title} eager sizes="(min-width: 48rem) 45vw, 92vw" />
          </Link>
        )}
      </section>
      <Rates rates={rates} />
      <section className="frame mt-20">
        <h2 className="text-3xl">{texts.byCategory}</h2>
        <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3 md:gap-x-8 xl:grid-cols-6">
          {kinds.map(({ slug, name, face }) => (
            <li key={slug} className="relative">
              <Picture src={face} alt="" sizes="(min-width: 80rem) 15vw, 45vw" />
              <h3 className="mt-3 text-lg">
                <Link to={`/jewels/in/${slug}`} className="after:absolute after:inset-0">
                  {name}
                </Link>
              </h3>
            </li>
          ))}
        </ul>
      </section>
      <section className="frame mt-24">
        <h2 className="mb-10 text-3xl">{texts.newest}</h2>
        <Cards designs={others.slice(0, 12)} />
      </section>
      <section className="frame mt-24 border-t border-line pt-12">
        <h2 className="text-3xl">{texts.stones}</h2>
        <p className="mt-4 max-w-xl text-quiet">{texts.stonesLead}</p>
        <p className="mt-8">
          <Link to="/diamonds" className="button">
            {texts.stones}
          </Link>
        </p>
      </section>
    </>
  )
}
