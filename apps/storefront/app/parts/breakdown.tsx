import { useFormats, useMessages } from '../locale.ts'

export interface BreakdownMinor {
  metalMinor: number
  wastageMinor: number
  makingMinor: number
  stonesMinor: number
  otherMinor: number
  discountMinor: number
  taxMinor: number
}

interface BreakdownProps {
  breakdown: BreakdownMinor
  totalMinor: number
  currency: string
  /** What was chosen besides, such as an engraving; it stands within the breakdown's other parts. */
  options?: [name: string, minor: number][]
  rate?: { minorPerGram: number; currency: string } | undefined
}

/** What a price is made of, line by line. */
export function Breakdown({ breakdown, totalMinor, currency, options = [], rate }: BreakdownProps) {
  const texts = useMessages()
  const { money, price } = useFormats()
  const besides = options.reduce((sum, [, minor]) => sum + minor, 0)
  const parts: [string, number][] = [
    [texts.metalPart, breakdown.metalMinor],
    [texts.wastagePart, breakdown.wastageMinor],
    [texts.makingPart, breakdown.makingMinor],
    [texts.stonesPart, breakdown.stonesMinor],
    [texts.otherPart, breakdown.otherMinor - besides],
    ...options,
    [texts.discountPart, -breakdown.discountMinor],
    [texts.taxPart, breakdown.taxMinor]
  ]
  return (
    <table className="w-full">
      <tbody>
        {parts
          .filter(([, minor]) => minor !== 0)
          .map(([name, minor]) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-2 text-start font-normal text-quiet">
                {name}
                {name === texts.metalPart && rate && (
                  <span className="ms-2 text-sm">{texts.atRate(price(rate.minorPerGram, rate.currency))}</span>
                )}
              </th>
              <td className="money py-2 text-end">{money(minor, currency)}</td>
            </tr>
          ))}
        <tr>
          <th scope="row" className="py-3 text-start font-medium">
            {texts.total}
          </th>
          <td className="money py-3 text-end font-medium">{money(totalMinor, currency)}</td>
        </tr>
      </tbody>
    </table>
  )
}
