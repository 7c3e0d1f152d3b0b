import { Form, Link, useSearchParams } from 'react-router'
import type { Route } from './+types/diamonds'
import { openBag } from '../carts.server.ts'
import { useFormats, useMessages } from '../locale.ts'
import { goTo, orNotFound, Refusal, shopOf, withCookies } from '../shop.server.ts'

interface Stone {
  pieceId: string
  variantId: string
  shape: string
  caratMct: number
  cut: string
  colour: string
  clarity: string
  lengthUm: number
  widthUm: number
  heightUm: number
  priceMinor: number
  currency: string
  available: boolean
}

const grades = {
  cut: ['Fair', 'Good', 'Very Good', 'Premium', 'Ideal', 'Excellent'],
  colour: ['D', 'E', 'F', 'G', 'H', 'I', 'J'],
  clarity: ['IF', 'VVS1', 'VVS2', 'VS1', 'VS2', 'SI1', 'SI2', 'I1']
} as const
const kept = new Set(['cut', 'colour', 'clarity', 'minCaratMct', 'maxCaratMct', 'maxPriceMinor', 'sort', 'after'])

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const { searchParams } = new URL(request.url)
  const asked = new URLSearchParams([...searchParams].filter(([name, value]) => kept.has(name) && value !== ''))
  asked.set('limit', '30')
  return { found: await shop.get<{ items: Stone[]; next: string | null }>(`/stones?${asked}`).catch(orNotFound) }
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  try {
    const bag = await openBag(shop)
    await shop.send('POST', `/carts/${bag.id}/lines`, {
      headers: bag.headers,
      body: { variantId: String(form.get('variantId')), pieceId: String(form.get('pieceId')), quantity: 1 }
    })
    return goTo(shop, '/bag')
  } catch (error) {
    if (error instanceof Refusal) return withCookies(shop, { refusal: error.message }, error.status)
    throw error
  }
}

export const meta = () => [
  { title: 'Loose diamonds · Lumora Jewels' },
  { name: 'description', content: 'Single diamonds with their measures and grades.' }
]

export default function Diamonds({ loaderData: { found }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, carats, millimetres } = useFormats()
  const [searchParams] = useSearchParams()
  const value = (name: string) => searchParams.get(name) ?? ''
  const next = new URLSearchParams(searchParams)
  if (found.next) next.set('after', found.next)
  const pick = (name: keyof typeof grades, label: string) => (
    <label className="block">
      <span className="eyebrow">{label}</span>
      <select name={name} defaultValue={value(name)} className="input mt-2">
        <option value="">–</option>
        {grades[name].map((grade) => (
          <option key={grade}>{grade}</option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="frame py-12">
      <h1 className="text-4xl sm:text-5xl">{texts.stones}</h1>
      <p className="mt-4 max-w-2xl text-lg text-quiet">{texts.stonesLead}</p>
      {actionData?.refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {actionData.refusal}
        </p>
      )}
      <Form className="mt-10 grid grid-cols-2 items-end gap-4 sm:grid-cols-3 lg:grid-cols-6">
        {pick('cut', texts.cutGrade)}
        {pick('colour', texts.colour)}
        {pick('clarity', texts.clarity)}
        <label className="block">
          <span className="eyebrow">{texts.carat} ≥</span>
          <select name="minCaratMct" defaultValue={value('minCaratMct')} className="input mt-2">
            <option value="">–</option>
            {[300, 500, 700, 1000, 1500, 2000].map((mct) => (
              <option key={mct} value={mct}>
                {carats(mct)}
              </option>
            ))}
          </select>
        </label>
        <label className="block">
          <span className="eyebrow">{texts.sort}</span>
          <select name="sort" defaultValue={value('sort') || 'price'} className="input mt-2">
            <option value="price">{texts.sortPrice}</option>
            <option value="-price">{texts.sortPriceDown}</option>
          </select>
        </label>
        <button className="button button-main">{texts.apply}</button>
      </Form>
      <div className="mt-10 overflow-x-auto">
        <table className="w-full min-w-[46rem] text-start">
          <thead>
            <tr className="border-b border-ink text-start">
              {[texts.carat, texts.shape, texts.cutGrade, texts.colour, texts.clarity, 'mm', texts.price, ''].map(
                (name, index) => (
                  <th key={index} scope="col" className="py-3 pe-4 text-start font-medium">
                    {name === '' ? <span className="sr-only">{texts.addToCart}</span> : name}
                  </th>
                )
              )}
            </tr>
          </thead>
          <tbody>
            {found.items.map((stone) => (
              <tr key={stone.pieceId} className="border-b border-line">
                <td className="money py-2 pe-4">{carats(stone.caratMct)}</td>
                <td className="py-2 pe-4">{stone.shape}</td>
                <td className="py-2 pe-4">{stone.cut}</td>
                <td className="py-2 pe-4">{stone.colour}</td>
                <td className="py-2 pe-4">{stone.clarity}</td>
                <td className="money py-2 pe-4 text-quiet">
                  {millimetres(stone.lengthUm)} × {millimetres(stone.widthUm)}
                </td>
                <td className="money py-2 pe-4">{money(stone.priceMinor, stone.currency)}</td>
                <td className="py-2 text-end">
                  <Form method="post">
                    <input type="hidden" name="variantId" value={stone.variantId} />
                    <input type="hidden" name="pieceId" value={stone.pieceId} />
                    <button className="link min-h-11 cursor-pointer" disabled={!stone.available}>
                      {stone.available ? texts.addToCart : texts.soldOut}
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.next && (
        <p className="mt-12 text-center">
          <Link to={`?${next}`} className="button">
            {texts.more}
          </Link>
        </p>
      )}
    </div>
  )
}
