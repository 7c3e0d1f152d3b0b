import { useEffect } from 'react'
import { Form, Link, useNavigation, useRevalidator } from 'react-router'
import type { Route } from './+types/order'
import { withArticles } from '../articles.server.ts'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { orderHeaders, readOrder } from '../orders.server.ts'
import type { Address } from '../parts/address.tsx'
import { Refused } from '../parts/alert.tsx'
import { Options } from '../parts/options.tsx'
import { Payment } from '../parts/payment.tsx'
import { Picture } from '../parts/picture.tsx'
import { Timeline, type Shipment } from '../parts/timeline.tsx'
import { Totals } from '../parts/totals.tsx'
import { formOf, goTo, ifPossible, refused, shopOf } from '../shop.server.ts'
import { paymentOf, stripeKey } from '../stripe.server.ts'

interface Paper {
  id: string
  kind: string
  number: string
  issuedAt: string
}
interface Return {
  id: string
  kind: 'return' | 'cancellation'
  status: string
  note: string | null
  refundMinor: number
  lines: { position: number; title: string; quantity: number }[]
}

const unsettled = new Set(['placed', 'reserved', 'authorised', 'committed', 'awaiting-payment'])
const lookAgainMs = 2000

export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const order = await readOrder(shop, request, params.orderId)
  const headers = orderHeaders(shop, order.id)
  const part = async <T,>(name: string): Promise<T[]> =>
    order.status === 'confirmed' || order.status === 'cancelled'
      ? ((await ifPossible(shop.get<{ items: T[] }>(`/orders/${order.id}/${name}`, { headers })))?.items ?? [])
      : []
  const [lines, shipments, documents, returns] = await Promise.all([
    withArticles(shop, order.currency, order.lines),
    part<Shipment>('shipments'),
    part<Paper>('documents'),
    part<Return>('returns')
  ])
  return {
    order: { ...order, lines },
    shipments,
    documents: documents.filter(({ kind }) => kind !== 'packing-slip'),
    returns,
    code: headers['order-token'] ?? null,
    stripeKey,
    key: crypto.randomUUID()
  }
}

export const shouldRevalidate = () => true

export async function action({ request, params: { orderId } }: Route.ActionArgs) {
  const shop = shopOf(request)
  const form = await formOf(request)
  const { text } = form
  const send = (path: string, body?: object) =>
    shop.send<{ payment: { action: object | null } }>('POST', `/orders/${orderId}/${path}`, {
      key: text('key'),
      headers: orderHeaders(shop, orderId),
      ...(body && { body })
    })
  try {
    switch (text('what')) {
      case 'cancel':
        await send('cancel')
        break
      case 'return': {
        const lines = form
          .all('position')
          .map((position) => ({ position: Number(position), quantity: Number(text(`quantity-${position}`)) || 1 }))
        await send('returns', { reason: text('reason'), lines })
        break
      }
      default: {
        const { payment } = await send('payments', { payment: paymentOf(text('way'), text('token')) })
        if (payment.action) return goTo(shop, `/orders/${orderId}/bank`)
      }
    }
    return goTo(shop, `/orders/${orderId}`)
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ loaderData, matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: `${texts.order} ${loaderData?.order.number ?? ''}` }))
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, shipments, documents, returns, code, stripeKey: cardKey, key } = loaderData
  const texts = useMessages()
  const { money, day } = useFormats()
  const { state } = useNavigation()
  const { revalidate } = useRevalidator()
  const isOpen = unsettled.has(order.status)
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setInterval(() => void revalidate(), lookAgainMs)
    return () => clearInterval(timer)
  }, [isOpen, revalidate])
  const isBusy = state !== 'idle'
  const isConfirmed = order.status === 'confirmed'
  const returnable = shipments.length > 0 ? order.lines.filter(({ options }) => !options.engraving) : []
  return (
    <div className="frame max-w-5xl py-14">
      {isOpen && (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      )}
      <p className="eyebrow">
        {texts.order} <span data-order-number>{order.number}</span> · {day(order.placedAt)}
      </p>
      <h1 className="mt-4 text-4xl sm:text-5xl">{isConfirmed ? texts.orderThanks : texts.order}</h1>
      <p role="status" className="mt-5 text-lg" data-status={order.status}>
        {texts.orderStatus[order.status]}
        {isConfirmed && order.fulfilment !== 'unfulfilled' && ` ${texts.statusShort[order.fulfilment] ?? ''}.`}
      </p>
      {order.payBy && order.status !== 'cancelled' && !isConfirmed && (
        <p className="mt-2 text-quiet">{texts.payBy(day(order.payBy))}</p>
      )}
      <Refused>{actionData?.refusal}</Refused>
      {order.status === 'awaiting-payment' && order.payment.action && (
        <p className="mt-8">
          <Link to={`/orders/${order.id}/bank`} className="button button-main">
            {texts.toBank}
          </Link>
        </p>
      )}
      {order.status === 'payment-failed' && (
        <Form method="post" className="panel mt-8 grid gap-5" key={key}>
          <input type="hidden" name="key" value={key} />
          <h2 className="text-2xl">{texts.payAgain}</h2>
          {order.payment.declineReason && (
            <p className="text-warn">{texts.declined[order.payment.declineReason] ?? order.payment.declineReason}</p>
          )}
          <Payment stripeKey={cardKey} withTransfer={false} />
          <button name="what" value="pay" className="button button-main" disabled={isBusy}>
            {texts.pay(money(order.totalMinor, order.currency))}
          </button>
        </Form>
      )}
      {code && (
        <section className="panel mt-8">
          <h2 className="text-lg">{texts.keepCode}</h2>
          <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
            <dt className="text-quiet">{texts.orderNumber}</dt>
            <dd className="tabular-nums">{order.number}</dd>
            <dt className="text-quiet">{texts.orderCode}</dt>
            <dd className="font-mono text-sm break-all">{code}</dd>
          </dl>
        </section>
      )}
      <ul className="rows mt-10">
        {order.lines.map((line) => (
          <li key={line.position} className="grid grid-cols-[5rem_1fr_auto] items-center gap-5">
            <Picture src={line.imageUrl} view={line.article?.view} alt="" sizes="5rem" />
            <p>
              <Link to={`/jewels/${line.slug}`} className="font-display text-lg">
                {line.quantity > 1 && `${line.quantity} × `}
                {line.title}
              </Link>
              <span className="block text-sm text-quiet">
                <Options article={line.article} options={line.options} giftNote={line.giftNote} />
              </span>
            </p>
            <p className="money">{money(line.totalMinor, order.currency)}</p>
          </li>
        ))}
      </ul>
      <div className="mt-10 grid gap-10 sm:grid-cols-2">
        <div>
          <h2 className="eyebrow font-sans">{texts.delivery}</h2>
          <Lines of={order.shippingAddress} />
          {order.shipping && <p className="mt-2 text-quiet">{order.shipping.name}</p>}
          {order.billingAddress && (
            <>
              <h2 className="eyebrow mt-6 font-sans">{texts.billing}</h2>
              <Lines of={order.billingAddress} />
            </>
          )}
        </div>
        <Totals of={order} />
      </div>
      <section className="mt-14">
        <h2 className="mb-5 text-2xl">{texts.timeline}</h2>
        <Timeline order={{ ...order, deliverBy: order.shipping?.deliverBy }} shipments={shipments} />
      </section>
      {documents.length > 0 && (
        <section className="mt-12">
          <h2 className="mb-4 text-2xl">{texts.documents}</h2>
          <ul className="rows">
            {documents.map(({ id, kind, number, issuedAt }) => (
              <li key={id} className="flex flex-wrap justify-between gap-4">
                <a href={`/orders/${order.id}/documents/${id}.pdf`} className="link">
                  {texts.documentKinds[kind]} {number} (PDF)
                </a>
                <span className="text-quiet">{day(issuedAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {returns.length > 0 && (
        <section className="mt-12" aria-label={texts.returns}>
          <h2 className="mb-4 text-2xl">{texts.returns}</h2>
          <ul className="rows">
            {returns.map(({ id, status, note, refundMinor, lines }) => (
              <li key={id} className="flex flex-wrap justify-between gap-4">
                <span>
                  {lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ')}
                  {note && <span className="block text-sm text-quiet">{note}</span>}
                </span>
                <span>
                  {texts.returnStatus[status] ?? status}, {texts.refund}{' '}
                  <span className="money">{money(refundMinor, order.currency)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {returnable.length > 0 && (
        <details className="unfold mt-12">
          <summary>
            <h2>{texts.returnThis}</h2>
          </summary>
          <Form method="post" className="grid gap-4" preventScrollReset key={returns.length}>
            <input type="hidden" name="key" value={key} />
            {returnable.map(({ position, title, quantity }) => (
              <div key={position} className="flex flex-wrap items-center gap-4">
                <label className="flex min-h-11 grow cursor-pointer items-center gap-3">
                  <input type="checkbox" name="position" value={position} className="tick" />
                  {title}
                </label>
                {quantity > 1 && (
                  <input
                    type="number"
                    name={`quantity-${position}`}
                    min={1}
                    max={quantity}
                    defaultValue={quantity}
                    aria-label={`${texts.quantity}: ${title}`}
                    className="input !w-20"
                  />
                )}
              </div>
            ))}
            <label>
              {texts.returnReason}
              <textarea
                name="reason"
                required
                maxLength={1000}
                rows={3}
                className="input mt-1.5"
                placeholder={texts.returnReasonHint}
              />
            </label>
            <button name="what" value="return" className="button justify-self-start" disabled={isBusy}>
              {texts.askReturn}
            </button>
          </Form>
        </details>
      )}
      {!isConfirmed && order.status !== 'cancelled' && (
        <Form method="post" className="mt-10">
          <input type="hidden" name="key" value={key} />
          <button name="what" value="cancel" className="link min-h-11 cursor-pointer" disabled={isBusy}>
            {texts.cancelOrder}
          </button>
        </Form>
      )}
    </div>
  )
}

function Lines({ of: { name, line1, line2, postcode, city, region, country } }: { of: Address }) {
  const formats = useFormats()
  return (
    <address className="mt-2 leading-relaxed not-italic">
      {[name, line1, line2, `${postcode} ${city}`, region, formats.region(country)].filter(Boolean).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}
