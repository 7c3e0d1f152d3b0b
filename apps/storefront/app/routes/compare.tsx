import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Route } from './+types/compare'
import { headOf, type MetaDescriptor } from '../head.ts'
import { variantOf, type Design } from '../jewels.ts'
import { currencyOf, useFormats, useMessages } from '../locale.ts'
import { alloyName } from '../parts/alloy.ts'
import { Picture } from '../parts/picture.tsx'
import { withPicture } from '../pictures.server.ts'
import { ifPossible, shopOf } from '../shop.server.ts'

const most = 4

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const slugs = [...new Set(new URL(request.url).searchParams.getAll('jewel'))]
    .filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug))
    .slice(0, most)
  const found = await Promise.all(
    slugs.map((slug) => ifPossible(shop.getShared<Design>(`/designs/${slug}?currency=${currencyOf(request)}`)))
  )
  return { designs: found.flatMap((design) => (design?.variants.length ? [withPicture(design)] : [])) }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.compare }))
}

/** As many are seen at once as there is room for; two fit on a phone. */
const widths: Record<number, string> = { 3: 'min-w-[30rem]', 4: 'min-w-[38rem]' }

export default function Compare({ loaderData: { designs } }: Route.ComponentProps) {
  const texts = useMessages()
  const { price, grams, carats, day } = useFormats()
  const shown = designs.map((design) => ({ design, variant: variantOf(design, null) }))
  const rows: [string, (one: (typeof shown)[number]) => ReactNode][] = [
    [texts.price, ({ variant }) => price(variant.price.totalMinor, variant.price.currency)],
    [texts.purity, ({ variant }) => alloyName(variant, texts)],
    [texts.gross, ({ variant }) => grams(variant.grossMg)],
    [texts.net, ({ variant }) => grams(variant.netMg)],
    [texts.metalPart, ({ variant: { price: of } }) => price(of.breakdown.metalMinor, of.currency)],
    [
      texts.makingPart,
      ({ variant: { price: of } }) => price(of.breakdown.makingMinor + of.breakdown.wastageMinor, of.currency)
    ],
    [
      texts.facets.stone!,
      ({ variant }) =>
        variant.stones.length === 0
          ? texts.none
          : variant.stones.map(({ kind, count, caratMct }) => (
              <span key={kind + caratMct} className="block">
                {count} × {kind}, {carats(caratMct * count)}
              </span>
            ))
    ],
    [
      texts.facets.readyToShip!,
      ({ variant }) =>
        variant.available > 0
          ? texts.inStock(variant.available)
          : variant.promisedOn
            ? texts.madeFor(day(variant.promisedOn))
            : texts.soldOut
    ]
  ]
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.compare}</h1>
      {designs.length < 2 && <p className="mt-5 text-lg text-quiet">{texts.compareHint}</p>}
      {designs.length > 0 && (
        // It can be wider than a small screen: who uses a keyboard scrolls it as well.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="mt-10 overflow-x-auto" tabIndex={0} role="region" aria-label={texts.compare}>
          <table className={`w-full ${widths[designs.length] ?? ''} table-fixed text-start text-sm sm:text-base`}>
            <thead>
              <tr>
                <th scope="col" className="w-24 text-start sm:w-36">
                  <span className="sr-only">{texts.property}</span>
                </th>
                {designs.map(({ slug, title, imageUrl }) => (
                  <th key={slug} scope="col" className="pe-3 pb-4 text-start align-bottom font-normal sm:pe-5">
                    <Picture src={imageUrl} alt={imageUrl ? '' : title} />
                    <Link to={`/jewels/${slug}`} className="mt-3 block font-display sm:text-lg">
                      {title}
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, cell]) => (
                <tr key={name} className="border-t border-line">
                  <th scope="row" className="py-3 pe-4 text-start font-normal text-quiet">
                    {name}
                  </th>
                  {shown.map((one) => (
                    <td key={one.design.slug} className="py-3 pe-3 tabular-nums sm:pe-5">
                      {cell(one)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="mt-10">
        <Link to="/jewels" className="button">
          {texts.allJewels}
        </Link>
      </p>
    </div>
  )
}
