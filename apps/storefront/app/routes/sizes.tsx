import { Form, useSearchParams } from 'react-router'
import type { Route } from './+types/sizes'
import { useMessages } from '../locale.ts'
import { Refusal, shopOf } from '../shop.server.ts'

interface Converted {
  circumferenceUm?: number
  diameterUm?: number
  sizes: { system: string; label: string; deltaMm: number; exact: boolean; warning?: string | null }[]
}

const systems = ['IN', 'US', 'UK', 'EU', 'ISO', 'JP', 'CH']

export async function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const [from, size] = [searchParams.get('from') ?? 'IN', searchParams.get('size') ?? '']
  if (size === '') return { converted: null, refusal: null }
  const shop = shopOf(request)
  return shop
    .get<Converted>(`/sizes/ring/convert?${new URLSearchParams({ from, size })}`)
    .then((converted) => ({ converted, refusal: null }))
    .catch((error: unknown) => {
      if (error instanceof Refusal) return { converted: null, refusal: error.message }
      throw error
    })
}

export const meta = () => [
  { title: 'Ring sizes · Lumora Jewels' },
  { name: 'description', content: 'Ring sizes of seven systems, converted with what they differ by.' }
]

export default function Sizes({ loaderData: { converted, refusal } }: Route.ComponentProps) {
  const texts = useMessages()
  const [searchParams] = useSearchParams()
  return (
    <div className="frame max-w-3xl py-16">
      <h1 className="text-4xl sm:text-5xl">{texts.sizeHelp}</h1>
      <p className="mt-4 text-lg text-quiet">{texts.sizeLead}</p>
      <Form className="mt-10 grid items-end gap-4 sm:grid-cols-[8rem_1fr_auto]">
        <label>
          <span className="eyebrow">{texts.system}</span>
          <select name="from" defaultValue={searchParams.get('from') ?? 'IN'} className="input mt-2">
            {systems.map((system) => (
              <option key={system}>{system}</option>
            ))}
          </select>
        </label>
        <label>
          <span className="eyebrow">{texts.size}</span>
          <input
            name="size"
            required
            maxLength={10}
            defaultValue={searchParams.get('size') ?? ''}
            className="input mt-2"
            autoComplete="off"
          />
        </label>
        <button className="button button-main">{texts.convert}</button>
      </Form>
      {refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {refusal}
        </p>
      )}
      {converted && (
        <table className="mt-10 w-full">
          <tbody>
            {converted.sizes.map(({ system, label, deltaMm }) => (
              <tr key={system} className="border-b border-line">
                <th scope="row" className="py-3 text-start font-normal text-quiet">
                  {system}
                </th>
                <td className="py-3 font-display text-xl">{label}</td>
                <td className="money py-3 text-end text-quiet">
                  {deltaMm === 0 ? '' : `${deltaMm > 0 ? '+' : '−'}${Math.abs(deltaMm).toFixed(2)} mm`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
