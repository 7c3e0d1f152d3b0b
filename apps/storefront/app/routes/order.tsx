import { useEffect } from 'react'
import { Form, Link, useNavigation, useRevalidator } from 'react-router'
import type { Route } from './+types/order'
import { useFormats, useMessages } from '../locale.ts'
import { Picture } from '../parts/picture.tsx'
import { Totals, type Sums } from '../parts/totals.tsx'
import { cookieNames, goTo, orNotFound, Refusal, shopOf, withCookies, type Shop } from '../shop.server.ts'

interface Order extends Sums {
  id: string
  number: string
  status: string
  email: string
  name: string
  shippingAddress: { name: string; line1: string; line2?: string; city: string; postcode: string; country: string }
  lines: {
    title: string
    slug: string
    imageUrl: string | null
    quantity: number
    totalMinor: number
    engraving?: string | null
  }[]
  payment: { status: string; declineReason: string | null; action: { url?: string } | null }
  placedAt: string
}

const unsettled = new Set(['placed', 'reserved', 'authorised', 'committed', 'awaiting-payment'])
const tokenHeaders = ({ cookies }: Shop, orderId: string): Record<string, string> => {
  const token = cookies.get(`${cookieNames.order}_${orderId}`)
  return token ? { 'order-token': token } : {}
}

export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const order = await shop
    .get<Order>(`/orders/${params.orderId}`, { headers: tokenHeaders(shop, params.orderId) })
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 401) throw goTo(shop, '/sign-in')
      return orNotFound(error)
    })
  return { order, key: crypto.randomUUID() }
}

export async function action({ request, params }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const headers = tokenHeaders(shop, params.orderId)
  try {
    if (text('what') === 'settle') {
      const order = await shop.get<Order>(`/orders/${params.orderId}`, { headers })
      const path = /^\/api\/v1(\/payments\/sandbox\/[\w-]+)$/.exec(order.payment.action?.url ?? '')?.[1]
      if (path)
        await shop.send('POST', path, {
          key: text('key'),
          body: { outcome: text('outcome') === 'decline' ? 'decline' : 'approve' }
        })
    } else {
      await shop.send('POST', `/orders/${params.orderId}/payments`, {
        key: text('key'),
        headers,
        body: { payment: { provider: 'sandbox', token: text('way') } }
      })
    }
    return goTo(shop, `/orders/${params.orderId}`)
  } catch (error) {
    if (error instanceof Refusal) return withCookies(shop, { refusal: error.message }, error.status)
    throw error
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.order.number ?? ''} · Lumora Jewels` },
  { name: 'robots', content: 'noindex' }
]

export default function OrderPage({ loaderData: { order, key }, actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { money, day } = useFormats()
  const { state } = useNavigation()
  const { revalidate } = useRevalidator()
  const isOpen = unsettled.has(order.status)
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setInterval(() => void revalidate(), 2000)
    return () => clearInterval(timer)
  }, [isOpen, revalidate])
  const { shippingAddress: to } = order
  return (
    <div className="frame max-w-4xl py-16">
      <p className="eyebrow">
        {texts.order} {order.number} · {day(order.placedAt)}
      </p>
      <h1 className="mt-4 text-4xl sm:text-5xl">{order.status === 'confirmed' ? texts.orderThanks : texts.order}</h1>
      <p role="status" className="mt-5 text-lg" data-status={order.status}>
        {texts.orderStatus[order.status]}
      </p>
      {actionData?.refusal && (
        <p role="alert" className="mt-6 border-s-2 border-warn ps-4 text-warn">
          {actionData.refusal}
        </p>
      )}
      {order.status === 'awaiting-payment' && order.payment.action?.url && (
        <Form method="post" className="mt-8 flex flex-wrap gap-3 border border-line p-7">
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="what" value="settle" />
          <p className="w-full text-quiet">{texts.sandboxNote}</p>
          <button name="outcome" value="approve" className="button button-main" disabled={state !== 'idle'}>
            {texts.confirmPayment}
          </button>
          <button name="outcome" value="decline" className="button" disabled={state !== 'idle'}>
            {texts.close}
          </button>
        </Form>
      )}
      {order.status === 'payment-failed' && (
        <Form method="post" className="mt-8 grid gap-4 border border-line p-7">
          <input type="hidden" name="key" value={key} />
          <h2 className="text-2xl">{texts.payAgain}</h2>
          {['sandbox-approve', 'sandbox-action', 'sandbox-decline'].map((way, index) => (
            <label key={way} className="chip gap-4">
              <input
                type="radio"
                name="way"
                value={way}
                defaultChecked={index === 0}
                className="accent-[var(--color-accent)]"
              />
              {texts.payWith[way]}
            </label>
          ))}
          <button className="button button-main" disabled={state !== 'idle'}>
            {texts.pay(money(order.totalMinor ?? 0, order.currency))}
          </button>
        </Form>
      )}
      <ul className="mt-12 border-t border-line">
        {order.lines.map((line, index) => (
          <li key={index} className="grid grid-cols-[5rem_1fr_auto] items-center gap-5 border-b border-line py-5">
            <Picture src={line.imageUrl} alt="" sizes="5rem" />
            <p>
              <Link to={`/jewels/${line.slug}`} className="font-display text-lg">
                {line.quantity > 1 && `${line.quantity} × `}
                {line.title}
              </Link>
              {line.engraving && <span className="block text-quiet">{line.engraving}</span>}
            </p>
            <p className="money">{money(line.totalMinor, order.currency)}</p>
          </li>
        ))}
      </ul>
      <div className="mt-10 grid gap-10 sm:grid-cols-2">
        <address className="leading-relaxed not-italic">
          <span className="eyebrow block">{texts.delivery}</span>
          {[to.name, to.line1, to.line2, `${to.postcode} ${to.city}`, to.country].filter(Boolean).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
        <Totals of={order} />
      </div>
    </div>
  )
}
