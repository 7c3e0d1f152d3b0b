import { useFormats, useMessages } from '../locale.ts'

export interface Rate {
  metal: string
  fineness: number
  minorPerGram: number
  currency: string
  effectiveAt: string
}

const shown = [
  ['gold', 916, '22K'],
  ['gold', 750, '18K'],
  ['platinum', 1000, '999'],
  ['silver', 1000, '999']
] as const

/** The day's rates with the time since which they hold. */
export function Rates({ rates }: { rates: Rate[] }) {
  const texts = useMessages()
  const { money, time } = useFormats()
  const rows = shown.flatMap(([metal, fineness, mark]) => {
    const rate = rates.find((one) => one.metal === metal && one.fineness === fineness)
    return rate ? [{ ...rate, mark }] : []
  })
  if (rows.length === 0) return null
  return (
    <section aria-label={texts.ratesToday} className="border-y border-line">
      <dl className="frame flex flex-wrap items-baseline gap-x-10 gap-y-2 py-4">
        <dt className="eyebrow">
          {texts.ratesToday}, {texts.ratesAt(time(rows[0]!.effectiveAt))}
        </dt>
        {rows.map(({ metal, mark, minorPerGram, currency }) => (
          <dd key={metal + mark} className="flex items-baseline gap-2">
            <span className="capitalize">
              {metal} {mark}
            </span>
            <span className="money">{money(minorPerGram, currency)}</span>
            <span className="text-sm text-quiet">{texts.perGram}</span>
          </dd>
        ))}
      </dl>
    </section>
  )
}
