import { useFormats, useMessages } from '../locale.ts'

export interface SizeRow {
  hundredthsMm: number
  name: string | null
  labels: { system: string; label: string; deltaMm: number; exact: boolean }[]
}

/** A chart of sizes, a row for each, with the one that was asked for marked. */
export function SizeChart({ rows, marked }: { rows: SizeRow[]; marked?: number | undefined }) {
  const texts = useMessages()
  const { millimetres } = useFormats()
  const systems = [...new Set(rows.flatMap(({ labels }) => labels.map(({ system }) => system)))]
  return (
    // It can be wider than a small screen: who uses a keyboard scrolls it as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="max-h-[60vh] overflow-auto" tabIndex={0} role="region" aria-label={texts.chart}>
      <table className="w-full min-w-[34rem] text-sm tabular-nums">
        <thead className="sticky top-0 bg-ground">
          <tr className="border-b border-ink">
            {[texts.around, ...systems.map((system) => texts.systems[system] ?? system.toUpperCase())].map((name) => (
              <th key={name} scope="col" className="py-2 pe-4 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hundredthsMm, name, labels }) => (
            <tr
              key={hundredthsMm}
              className={`border-b border-line ${hundredthsMm === marked ? 'bg-raised font-semibold' : ''}`}
            >
              <th scope="row" className="py-2 pe-4 text-start font-normal whitespace-nowrap">
                {millimetres(hundredthsMm * 10)}
                {name && ` · ${name}`}
              </th>
              {systems.map((system) => (
                <td key={system} className="py-2 pe-4">
                  {labels.find((one) => one.system === system)?.label ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
