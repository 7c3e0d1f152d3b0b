import { useFormats, useMessages } from '../locale.ts'

export interface Rate {
  metal: string
  fineness: number
  minorPerGram: number
  side: string
  currency: string
  effectiveAt: string
}

const shown = [
  ['gold', 1000, '24K'],
  ['gold', 916, '22K'],
  ['gold', 750, '18K'],
  ['platinum', 1000, '999'],
  ['silver', 1000, '999']
] as const

/** The day's rates with the time since which they hold. */
export function Rates({ rates }: { rates: Rate[] }) {
  const texts = useMessages()
  const { price, time } = useFormats()
  const rows = shown.flatMap(([metal, fineness, mark]) => {
    const rate = rates.find((one) => one.metal === metal && one.fineness === fineness && one.side === 'sell')
    return rate ? [{ ...rate, mark }] : []
  })
  if (rows.length === 0) return null
  const since = rows
    .map(({ effectiveAt }) => effectiveAt)
    .sort()
    .at(-1)!
  return (
    <section aria-labelledby="rates" className="border-y border-line">
      <div className="frame flex flex-wrap items-baseline gap-x-10 gap-y-2 py-5">
        <h2 id="rates" className="eyebrow font-sans">
          {texts.ratesToday} <time dateTime={since}>{texts.ratesAt(time(since))}</time>
        </h2>
        <dl className="flex flex-wrap gap-x-8 gap-y-1">
          {rows.map(({ metal, mark, minorPerGram, currency }) => (
            <div key={metal + mark} className="flex items-baseline gap-2">
              <dt>
                {texts.metals[metal]} {mark}
              </dt>
              <dd className="money">
                {price(minorPerGram, currency)} <span className="text-sm text-quiet">{texts.perGram}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
