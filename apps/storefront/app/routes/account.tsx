import { Form, Link } from 'react-router'
import type { Route } from './+types/account'
import { useFormats, useMessages } from '../locale.ts'
import { cookieNames, cookieOf, goTo, ifPossible, Refusal, shopOf } from '../shop.server.ts'

interface Profile {
  email: string
  name: string
}
interface OrderLine {
  id: string
  number: string
  status: string
  totalMinor: number
  currency: string
  placedAt: string
}
interface Session {
  id: string
  device?: string
  lastUsedAt?: string
  current?: boolean
}

export async function loader({ request }: Route.LoaderArgs) {
  const shop = shopOf(request)
  if (!shop.isSignedIn) return goTo(shop, '/sign-in')
  const profile = await shop.get<Profile>('/users/me').catch((error: unknown) => {
    if (!(error instanceof Refusal && error.status === 401)) throw error
    shop.setCookies.push(cookieOf(cookieNames.session, '', 0))
    throw goTo(shop, '/sign-in')
  })
  const [orders, sessions] = await Promise.all([
    ifPossible(shop.get<{ items: OrderLine[] }>('/orders?limit=20')),
    ifPossible(shop.get<{ items: Session[] }>('/auth/sessions'))
  ])
  return { profile, orders: orders?.items ?? [], sessions: sessions?.items ?? [] }
}

export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const sessionId = String(form.get('sessionId') ?? '')
  if (sessionId) {
    await ifPossible(shop.send('DELETE', `/auth/sessions/${encodeURIComponent(sessionId)}`))
    return goTo(shop, '/account')
  }
  await ifPossible(shop.send('DELETE', '/auth/sessions/current'))
  shop.setCookies.push(cookieOf(cookieNames.session, '', 0))
  return goTo(shop, '/')
}

export const meta = () => [{ title: 'Account · Lumora Jewels' }, { name: 'robots', content: 'noindex' }]

export default function Account({ loaderData: { profile, orders, sessions } }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, day } = useFormats()
  return (
    <div className="frame max-w-4xl py-16">
      <div className="flex flex-wrap items-end justify-between gap-6">
        <div>
          <h1 className="text-4xl sm:text-5xl">{profile.name}</h1>
          <p className="mt-2 text-quiet">{profile.email}</p>
        </div>
        <Form method="post">
          <button className="button">{texts.signOut}</button>
        </Form>
      </div>
      <h2 className="mt-14 text-2xl">{texts.myOrders}</h2>
      {orders.length === 0 ? (
        <p className="mt-4 text-quiet">{texts.noOrders}</p>
      ) : (
        <ul className="mt-5 border-t border-line">
          {orders.map(({ id, number, status, totalMinor, currency, placedAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-8 gap-y-1 border-b border-line py-4">
              <Link to={`/orders/${id}`} className="link">
                {number}
              </Link>
              <span className="text-quiet">{day(placedAt)}</span>
              <span>{status}</span>
              <span className="money">{money(totalMinor, currency)}</span>
            </li>
          ))}
        </ul>
      )}
      <h2 className="mt-14 text-2xl">{texts.sessions}</h2>
      <ul className="mt-5 border-t border-line">
        {sessions.map(({ id, device, current }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-6 border-b border-line py-3">
            <span>
              {device ?? '–'} {current && <span className="text-quiet">({texts.thisDevice})</span>}
            </span>
            {!current && (
              <Form method="post">
                <input type="hidden" name="sessionId" value={id} />
                <button className="link min-h-11 cursor-pointer">{texts.end}</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
