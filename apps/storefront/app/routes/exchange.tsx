import { Form, Link } from 'react-router'
import type { Route } from './+types/exchange'
import { pageOf } from '../content/pages.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { languageOf, useFormats, useMessages } from '../locale.ts'
import type { Rate } from '../parts/rates.tsx'
import { Standing } from '../parts/standing.tsx'
import { ifPossible, shopOf } from '../shop.server.ts'

/** Marks of purity with their fineness in thousandths. */
const marks: [metal: string, mark: string, fineness: number][] = [
  ['gold', '24K', 1000],
  ['gold', '22K', 916],
  ['gold', '18K', 750],
  ['gold', '14K', 585],
  ['platinum', '950', 950],
  ['silver', '925', 925]
]
const mostGrams = 10_000

/** What a gram of a purity is worth as old metal: its own rate, or its part of that of the pure metal. */
function perGram(rates: Rate[], metal: string, fineness: number): { minor: number; currency: string } | null {
  const of = (wanted: number) => rates.find((rate) => rate.metal === metal && rate.fineness === wanted)
  const own = of(fineness)
  if (own) return { minor: own.minorPerGram, currency: own.currency }
  const pure = of(1000)
  return pure ? { minor: Math.floor((pure.minorPerGram * fineness) / 1000), currency: pure.currency } : null
}

export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const rates = (await ifPossible(shopOf(request).getShared<{ items: Rate[] }>('/metal-rates')))?.items ?? []
  const bought = rates.filter(({ side }) => side === 'buy')
  const purities = marks.flatMap(([metal, mark, fineness]) => {
    const rate = perGram(bought, metal, fineness)
    return rate ? [{ key: `${metal}-${mark}`, metal, mark, ...rate }] : []
  })
  const milligrams = Math.round(Number(searchParams.get('grams')) * 1000)
  const purity = purities.find(({ key }) => key === searchParams.get('purity'))
  const isWeight = milligrams > 0 && milligrams <= mostGrams * 1000
  return {
    page: pageOf('exchange', languageOf(request))!,
    purities,
    since:
      bought
        .map(({ effectiveAt }) => effectiveAt)
        .toSorted()
        .at(-1) ?? null,
    asked: { grams: searchParams.get('grams') ?? '', purity: purity?.key },
    worth: purity && isWeight ? { ...purity, minor: Math.floor((purity.minor * milligrams) / 1000) } : null
  }
}

export function meta({ loaderData, matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({
    title: texts.pages.exchange!,
    description: loaderData?.page.lead ?? '',
    path: '/pages/exchange'
  }))
}

export default function Exchange({ loaderData: { page, purities, since, asked, worth } }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, price, moment } = useFormats()
  return (
    <article className="frame py-14">
      <h1 className="text-4xl sm:text-5xl">{texts.pages.exchange}</h1>
      <Standing page={page} />
      <section className="mt-14 max-w-2xl" aria-labelledby="worth">
        <h2 id="worth" className="text-2xl">
          {texts.oldMetal}
        </h2>
        {since === null ? (
          <p className="mt-3 text-quiet">{texts.oldMetalUnknown}</p>
        ) : (
          <>
            <p className="mt-3 text-quiet">
              {texts.oldMetalLead} {texts.ratesAt(moment(since))}.
            </p>
            <Form className="mt-5 flex flex-wrap items-end gap-3" preventScrollReset>
              <label className="grow basis-40">
                {texts.oldMetalPurity}
                <select name="purity" defaultValue={asked.purity} className="input mt-1.5">
                  {purities.map(({ key, metal, mark, minor, currency }) => (
                    <option key={key} value={key}>
                      {texts.metals[metal]} {mark} · {price(minor, currency)} {texts.perGram}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <span className="block">{texts.oldMetalGrams}</span>
                <input
                  name="grams"
                  type="number"
                  min={0.001}
                  max={mostGrams}
                  step={0.001}
                  required
                  defaultValue={asked.grams}
                  className="input mt-1.5 !w-32"
                />
              </label>
              <button className="button button-main">{texts.oldMetalCount}</button>
            </Form>
            <p role="status" className={worth ? 'mt-5 text-lg' : 'sr-only'}>
              {worth && (
                <>
                  {texts.oldMetalWorth} <span className="money">{money(worth.minor, worth.currency)}</span>
                </>
              )}
            </p>
          </>
        )}
        <p className="mt-6">
          <Link to="/pages/returns" className="link">
            {texts.pages.returns}
          </Link>
        </p>
      </section>
    </article>
  )
}
