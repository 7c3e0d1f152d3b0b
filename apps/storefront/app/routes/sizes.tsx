import { Form, Link } from 'react-router'
import type { Route } from './+types/sizes'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { SizeChart, type SizeRow } from '../parts/size-chart.tsx'
import { ifPossible, orNotFound, Refusal, shopOf } from '../shop.server.ts'

interface Converted {
  from: { hundredthsMm: number }
  to: { system: string; label: string; deltaMm: number; exact: boolean }
  warning: string | null
  wideBandLabel: string | null
}

const kinds = ['ring', 'bangle', 'chain'] as const
const systemsOf: Record<(typeof kinds)[number], string[]> = {
  ring: ['in', 'us', 'uk', 'iso', 'jp', 'ch', 'mm', 'diameter'],
  bangle: ['in', 'mm', 'inch', 'diameter'],
  chain: ['inch', 'cm', 'mm']
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { searchParams } = new URL(request.url)
  const kind = kinds.find((one) => one === searchParams.get('kind')) ?? 'ring'
  const systems = systemsOf[kind]
  const from = systems.find((one) => one === searchParams.get('from')) ?? systems[0]!
  const label = searchParams.get('size')?.trim().slice(0, 12) ?? ''
  const { rows } = await shop.getShared<{ rows: SizeRow[] }>(`/sizes/${kind}/chart`).catch(orNotFound)
  const shown = { kind, systems, from, label, rows, isSignedIn: shop.isSignedIn }
  if (label === '') return { ...shown, converted: [], refusal: null }
  const convert = (to: string) =>
    shop.getShared<Converted>(`/sizes/${kind}/convert?${new URLSearchParams({ from, label, to })}`)
  try {
    const [first, ...others] = systems.filter((one) => one !== from)
    const converted = await Promise.all([convert(first!), ...others.map((one) => ifPossible(convert(one)))])
    return { ...shown, converted: converted.filter((one) => one !== null), refusal: null }
  } catch (error) {
    if (error instanceof Refusal) return { ...shown, converted: [], refusal: error.message }
    throw error
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.sizeTitle, description: texts.sizeLead, path: '/sizes' }))
}

export default function Sizes({ loaderData }: Route.ComponentProps) {
  const { kind, systems, from, label, rows, converted, refusal, isSignedIn } = loaderData
  const texts = useMessages()
  const millimetres = converted[0] ? converted[0].from.hundredthsMm / 100 : null
  const nearest = millimetres
    ? rows.toSorted(
        (a, b) => Math.abs(a.hundredthsMm / 100 - millimetres) - Math.abs(b.hundredthsMm / 100 - millimetres)
      )[0]
    : undefined
  return (
    <div className="frame max-w-4xl py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.sizeTitle}</h1>
      <p className="mt-4 text-lg text-quiet">{texts.sizeLead}</p>
      <ul className="mt-7 flex flex-wrap gap-2">
        {kinds.map((one) => (
          <li key={one}>
            <Link to={`?kind=${one}`} className="chip" aria-current={one === kind ? 'page' : undefined}>
              {texts.sizeKinds[one]}
            </Link>
          </li>
        ))}
      </ul>
      <Form className="mt-8 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]" key={kind}>
        <input type="hidden" name="kind" value={kind} />
        <label>
          {texts.system}
          <select name="from" defaultValue={from} className="input mt-1.5">
            {systems.map((system) => (
              <option key={system} value={system}>
                {texts.systems[system]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.size}
          <input name="size" required maxLength={12} defaultValue={label} className="input mt-1.5" autoComplete="off" />
        </label>
        <button className="button button-main">{texts.convert}</button>
      </Form>
      <Refused>{refusal}</Refused>
      {converted.length > 0 && (
        <div role="status" className="mt-8">
          <ul className="rows">
            {converted.map(({ to }) => (
              <li key={to.system} className="grid grid-cols-[1fr_1fr_1fr] items-baseline gap-4">
                <span className="text-quiet">{texts.systems[to.system] ?? to.system}</span>
                <span className="font-display text-2xl">{to.label}</span>
                <span className="money text-end text-sm text-quiet">
                  {to.deltaMm !== 0 &&
                    `${texts.differs} ${to.deltaMm > 0 ? '+' : '−'}${Math.abs(to.deltaMm).toFixed(2)} mm`}
                </span>
              </li>
            ))}
          </ul>
          {converted[0]?.warning && <p className="mt-4 text-quiet">{converted[0].warning}</p>}
          {isSignedIn && (
            <p className="mt-5">
              <Link to={`/account/sizes?${new URLSearchParams({ kind, system: from, label })}`} className="link">
                {texts.keepSize}
              </Link>
            </p>
          )}
        </div>
      )}
      {kind === 'ring' && (
        <p className="mt-10 flex flex-wrap gap-4">
          <Link to="/sizes/screen" className="button">
            {texts.screenSizer}
          </Link>
          <Link to="/sizes/sizer" className="button">
            {texts.sizer}
          </Link>
        </p>
      )}
      <h2 className="mt-14 mb-5 text-2xl">{texts.chart}</h2>
      <SizeChart rows={rows} marked={nearest?.hundredthsMm} />
    </div>
  )
}
