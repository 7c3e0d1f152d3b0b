import { Form, useNavigation } from 'react-router'
import type { Route } from './+types/track'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useMessages } from '../locale.ts'
import { Refused } from '../parts/alert.tsx'
import { Field } from '../parts/field.tsx'
import { Timeline, type Shipment } from '../parts/timeline.tsx'
import { cookieNames, formOf, Refusal, shopOf, withCookies } from '../shop.server.ts'

interface Tracked {
  number: string
  status: string
  fulfilment: string
  placedAt: string
  confirmedAt: string | null
  cancelledAt: string | null
  deliverBy: string | null
  shipments: Shipment[]
}

/** Finds an order by its number with the code that was typed, the account, or a code that this browser has kept. */
export async function action({ request }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  const number = text('number').toUpperCase()
  const kept = [...shop.cookies].flatMap(([name, token]) => (name.startsWith(`${cookieNames.order}_`) ? [token] : []))
  const codes = text('code') ? [text('code')] : [...(shop.isSignedIn ? [''] : []), ...kept.slice(-5)]
  for (const code of codes) {
    try {
      const order = await shop.get<Tracked>(`/orders/tracked/${encodeURIComponent(number)}`, {
        headers: code ? { 'order-token': code } : {}
      })
      return withCookies(shop, { order, number })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500 || error.status === 429) throw error
    }
  }
  return withCookies(shop, { order: null, number }, 404)
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.track, description: texts.trackLead, path: '/track' }))
}

export default function Track({ actionData }: Route.ComponentProps) {
  const texts = useMessages()
  const { state } = useNavigation()
  const order = actionData?.order
  return (
    <div className="frame max-w-2xl py-16">
      <h1 className="text-4xl sm:text-5xl">{texts.track}</h1>
      <p className="mt-4 text-lg text-quiet">{texts.trackLead}</p>
      <Refused>{actionData && !order && texts.trackNot}</Refused>
      <Form method="post" className="mt-8 grid gap-5" preventScrollReset>
        <Field
          label={texts.orderNumber}
          name="number"
          required
          maxLength={20}
          placeholder="LJ-"
          autoComplete="off"
          defaultValue={actionData?.number ?? ''}
        />
        <Field label={texts.orderCode} name="code" maxLength={200} autoComplete="off" />
        <button className="button button-main" disabled={state !== 'idle'}>
          {texts.find}
        </button>
      </Form>
      {order && (
        <section className="mt-12" aria-live="polite">
          <h2 className="text-2xl">
            {texts.order} {order.number}
          </h2>
          <p className="mt-2 mb-6 text-lg">
            {order.status === 'confirmed'
              ? texts.statusShort[order.fulfilment]
              : (texts.orderStatus[order.status] ?? order.status)}
          </p>
          <Timeline order={order} shipments={order.shipments} />
        </section>
      )}
    </div>
  )
}
