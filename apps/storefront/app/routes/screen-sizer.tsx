import { useState } from 'react'
import { Link } from 'react-router'
import type { Route } from './+types/screen-sizer'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import type { SizeRow } from '../parts/size-chart.tsx'
import { orNotFound, shopOf } from '../shop.server.ts'

/** A bank card by ISO/IEC 7810, in millimetres. */
const card = { width: 85.6, height: 53.98, corner: 3.18 }
/** What a browser takes for a millimetre; screens differ from it. */
const usual = 96 / 25.4

export async function loader({ request }: Route.LoaderArgs) {
  const { rows } = await shopOf(request).getShared<{ rows: SizeRow[] }>('/sizes/ring/chart').catch(orNotFound)
  return { rows: rows.filter(({ hundredthsMm }) => hundredthsMm >= 4000 && hundredthsMm <= 7500) }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({
    title: texts.screenSizer,
    description: texts.screenSizerLead,
    path: '/sizes/screen'
  }))
}

export default function ScreenSizer({ loaderData: { rows } }: Route.ComponentProps) {
  const texts = useMessages()
  const { millimetres } = useFormats()
  const [scale, setScale] = useState(usual)
  const [at, setAt] = useState(Math.floor(rows.length / 2))
  const row = rows[at]
  if (!row) return null
  const acrossMm = row.hundredthsMm / 100 / Math.PI
  const labelOf = (system: string) => row.labels.find((one) => one.system === system)?.label
  const known = ['in', 'us', 'uk', 'iso'].flatMap((system) => {
    const label = labelOf(system)
    return label ? [[system, label] as const] : []
  })
  return (
    <div className="frame max-w-4xl py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.screenSizer}</h1>
      <p className="mt-4 max-w-2xl text-lg text-quiet">{texts.screenSizerLead}</p>
      <noscript>
        <p className="mt-6">
          <Link to="/sizes/sizer" className="link">
            {texts.sizer}
          </Link>
        </p>
      </noscript>
      <section className="mt-10" aria-labelledby="card-step">
        <h2 id="card-step" className="text-2xl">
          {texts.screenCard}
        </h2>
        <p className="mt-2 max-w-2xl text-quiet">{texts.screenCardLead}</p>
        <label className="mt-4 flex max-w-xl items-center gap-4">
          <span className="shrink-0">{texts.screenScale}</span>
          <input
            type="range"
            min={2.5}
            max={9}
            step={0.01}
            value={scale}
            onChange={(event) => setScale(Number(event.target.value))}
            className="h-11 min-w-0 grow cursor-pointer accent-accent"
          />
        </label>
        <div className="mt-3 overflow-hidden">
          <svg
            width={card.width * scale}
            height={card.height * scale}
            viewBox={`0 0 ${card.width} ${card.height}`}
            className="block max-w-none fill-raised stroke-ink"
            aria-hidden
          >
            <rect
              x="0.15"
              y="0.15"
              width={card.width - 0.3}
              height={card.height - 0.3}
              rx={card.corner}
              strokeWidth="0.3"
            />
          </svg>
        </div>
      </section>
      <section className="mt-12" aria-labelledby="ring-step">
        <h2 id="ring-step" className="text-2xl">
          {texts.screenRing}
        </h2>
        <p className="mt-2 max-w-2xl text-quiet">{texts.screenRingLead}</p>
        <label className="mt-4 flex max-w-xl items-center gap-4">
          <span className="shrink-0">{texts.size}</span>
          <input
            type="range"
            min={0}
            max={rows.length - 1}
            step={1}
            value={at}
            aria-valuetext={millimetres(row.hundredthsMm * 10)}
            onChange={(event) => setAt(Number(event.target.value))}
            className="h-11 min-w-0 grow cursor-pointer accent-accent"
          />
        </label>
        <div className="mt-4 grid items-center gap-8 sm:grid-cols-[auto_1fr]">
          <svg
            width={26 * scale}
            height={26 * scale}
            viewBox="0 0 26 26"
            className="block max-w-full fill-raised stroke-accent"
            role="img"
            aria-label={millimetres(row.hundredthsMm * 10)}
            data-across={acrossMm.toFixed(2)}
          >
            <circle cx="13" cy="13" r={acrossMm / 2} strokeWidth="0.25" />
          </svg>
          <div role="status">
            <dl className="grid grid-cols-[auto_auto] justify-start gap-x-8 gap-y-1">
              {known.map(([system, label]) => (
                <div key={system} className="col-span-2 grid grid-cols-subgrid items-baseline">
                  <dt className="text-quiet">{texts.systems[system]}</dt>
                  <dd className="font-display text-2xl">{label}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-2 text-sm text-quiet">
              {texts.around} {millimetres(row.hundredthsMm * 10)}
            </p>
            {labelOf('in') && (
              <p className="mt-4">
                <Link
                  to={`/sizes?${new URLSearchParams({ kind: 'ring', from: 'in', size: labelOf('in')! })}`}
                  className="link"
                >
                  {texts.screenMore}
                </Link>
              </p>
            )}
          </div>
        </div>
      </section>
    </div>
  )
}
