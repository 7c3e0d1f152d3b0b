import { useFormats, useMessages } from '../locale.ts'

export interface Sums {
  currency: string
  subtotalMinor: number | null
  discountMinor: number | null
  shippingMinor: number | null
  taxMinor: number | null
  taxes: { name: string; minor: number }[]
  promotions: { code: string | null; name: string; amountMinor: number }[]
  totalMinor: number | null
}

/** How a total is made. */
export function Totals({
  of: { currency, subtotalMinor, discountMinor, shippingMinor, taxMinor, taxes, promotions, totalMinor }
}: {
  of: Sums
}) {
  const texts = useMessages()
  const { money } = useFormats()
  const row = (name: string, minor: number | null, isFree = false) => (
    <div key={name} className="flex justify-between gap-6 py-1.5">
      <dt className="text-quiet">{name}</dt>
      <dd className="money">{minor === null ? '–' : minor === 0 && isFree ? texts.free : money(minor, currency)}</dd>
    </div>
  )
  return (
    <dl>
      {row(texts.subtotal, subtotalMinor)}
      {promotions.map(({ name, amountMinor }) => row(name, -amountMinor))}
      {promotions.length === 0 && discountMinor ? row(texts.discount, -discountMinor) : null}
      {row(texts.shipping, shippingMinor, true)}
      {taxes.length > 0 ? taxes.map(({ name, minor }) => row(name, minor)) : row(texts.taxPart, taxMinor)}
      <div className="mt-3 flex items-baseline justify-between gap-6 border-t border-line pt-4 text-xl">
        <dt>{texts.total}</dt>
        <dd className="money">{totalMinor === null ? '–' : money(totalMinor, currency)}</dd>
      </div>
    </dl>
  )
}
