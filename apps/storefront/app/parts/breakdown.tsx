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

/** What a price is made of, line by line. */
export function Breakdown({
  breakdown,
  totalMinor,
  currency
}: {
  breakdown: BreakdownMinor
  totalMinor: number
  currency: string
}) {
  const texts = useMessages()
  const { money } = useFormats()
  const parts: [string, number][] = [
    [texts.metalPart, breakdown.metalMinor],
    [texts.wastagePart, breakdown.wastageMinor],
    [texts.makingPart, breakdown.makingMinor],
    [texts.stonesPart, breakdown.stonesMinor],
    [texts.otherPart, breakdown.otherMinor],
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
