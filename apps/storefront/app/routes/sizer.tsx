import { Link } from 'react-router'
import type { Route } from './+types/sizer'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import type { SizeRow } from '../parts/size-chart.tsx'
import { orNotFound, shopOf } from '../shop.server.ts'

/** The circles and the marks of the strip, in millimetres around. */
export async function loader({ request }: Route.LoaderArgs) {
  const { rows } = await shopOf(request).getShared<{ rows: SizeRow[] }>('/sizes/ring/chart').catch(orNotFound)
  const labelOf = ({ labels }: SizeRow, system: string) => labels.find((one) => one.system === system)?.label ?? ''
  return {
    sizes: rows
      .filter(({ hundredthsMm }) => hundredthsMm >= 4500 && hundredthsMm <= 7000)
      .map((row) => ({ around: row.hundredthsMm / 100, india: labelOf(row, 'in'), us: labelOf(row, 'us') }))
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.sizer, description: texts.sizerLead, path: '/sizes/sizer' }))
}

export default function Sizer({ loaderData: { sizes } }: Route.ComponentProps) {
  const texts = useMessages()
  const circles = sizes.filter((_, index) => index % 2 === 0).slice(0, 12)
  const stripMm = 90
  return (
    <div className="frame max-w-4xl py-12 print:max-w-none print:py-0">
      <h1 className="text-4xl print:text-2xl">{texts.sizer}</h1>
      <p className="mt-4 max-w-2xl text-quiet">{texts.sizerLead}</p>
      <p className="no-print mt-6 flex gap-4">
        <button className="button button-main" onClick={() => print()}>
          {texts.print}
        </button>
        <Link to="/sizes" className="button">
          {texts.back}
        </Link>
      </p>
      <div
        role="region"
        aria-label={texts.sizerStrip}
        tabIndex={0}
        className="mt-8 overflow-x-auto bg-white p-4 text-black"
      >
        <svg width="100mm" height="14mm" viewBox="0 0 100 14" role="img" aria-label="0 – 100 mm">
          {Array.from({ length: 101 }, (_, mm) => (
            <line
              key={mm}
              x1={mm}
              x2={mm}
              y1={0}
              y2={mm % 10 === 0 ? 6 : mm % 5 === 0 ? 4 : 2.5}
              stroke="#000"
              strokeWidth="0.2"
            />
          ))}
          {[10, 50, 90].map((mm) => (
            <text key={mm} x={mm} y={11} fontSize="4" textAnchor="middle">
              {mm} mm
            </text>
          ))}
        </svg>
        <ul className="mt-4 flex flex-wrap gap-x-2 gap-y-1">
          {circles.map(({ around, india, us }) => (
            <li key={around}>
              <svg width="30mm" height="33mm" viewBox="0 0 30 33" role="img" aria-label={`IN ${india}, US ${us}`}>
                <circle cx="15" cy="13" r={around / Math.PI / 2} fill="none" stroke="#000" strokeWidth="0.25" />
                <text x="15" y="14" fontSize="3.4" textAnchor="middle">
                  IN {india}
                </text>
                <text x="15" y="31" fontSize="2.8" textAnchor="middle">
                  US {us} · {around.toFixed(1)} mm
                </text>
              </svg>
            </li>
          ))}
        </ul>
        <p className="mt-4 text-sm">{texts.sizerStrip}</p>
        <svg width={`${stripMm}mm`} height="18mm" viewBox={`0 0 ${stripMm} 18`} className="mt-2" aria-hidden>
          <path d={`M8 2 H${stripMm - 1} V14 H8 L1 8 Z`} fill="none" stroke="#000" strokeWidth="0.25" />
          {sizes.map(({ around, india }, index) => (
            <g key={around}>
              <line x1={around + 8} x2={around + 8} y1={2} y2={index % 2 ? 5 : 7} stroke="#000" strokeWidth="0.2" />
              {index % 2 === 0 && (
                <text x={around + 8} y={10.5} fontSize="2.4" textAnchor="middle">
                  {india}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
    </div>
  )
}
