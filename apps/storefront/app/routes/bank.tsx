import { Form, Link, useNavigation } from 'react-router'
import type { Route } from './+types/bank'
import { headOf, type MetaDescriptor } from '../head.ts'
import { useFormats, useMessages } from '../locale.ts'
import { readOrder } from '../orders.server.ts'
import { Refused } from '../parts/alert.tsx'
import { formOf, goTo, refused, shopOf } from '../shop.server.ts'

const sandboxOf = (url: string | undefined) => /^\/api\/v1(\/payments\/sandbox\/[\w-]+)$/.exec(url ?? '')?.[1]

/** Where the bank asks for its second step: of the sandbox this page stands in for it, any other bank has its own. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const shop = shopOf(request)
  const order = await readOrder(shop, request, params.orderId)
  const { url } = order.payment.action ?? {}
  if (order.status !== 'awaiting-payment' || !url) return goTo(shop, `/orders/${order.id}`)
  const { id, number, totalMinor, currency } = order
  return { id, number, totalMinor, currency, elsewhere: sandboxOf(url) ? null : url, key: crypto.randomUUID() }
}

export async function action({ request, params }: Route.ActionArgs) {
  const shop = shopOf(request)
  const { text } = await formOf(request)
  const order = await readOrder(shop, request, params.orderId)
  const path = sandboxOf(order.payment.action?.url)
  try {
    if (path)
      await shop.send('POST', path, {
        key: text('key'),
        body: { outcome: text('outcome') === 'approve' ? 'approve' : 'decline' }
      })
    return goTo(shop, `/orders/${order.id}`)
  } catch (error) {
    return refused(shop, error)
  }
}

export function meta({ matches }: Route.MetaArgs): MetaDescriptor[] {
  return headOf(matches, (texts) => ({ title: texts.bankTitle }))
}

export default function Bank({ loaderData, actionData }: Route.ComponentProps) {
  const { id, number, totalMinor, currency, elsewhere, key } = loaderData
  const texts = useMessages()
  const { money } = useFormats()
  const { state } = useNavigation()
  return (
    <section className="frame max-w-lg py-20">
      <div className="panel">
        <p className="eyebrow">
          {texts.order} {number}
        </p>
        <h1 className="mt-3 text-3xl">{texts.bankTitle}</h1>
        <p className="mt-4 text-lg">{texts.bankLead(money(totalMinor, currency))}</p>
        <Refused>{actionData?.refusal}</Refused>
        {elsewhere ? (
          <a href={elsewhere} className="button button-main mt-8 w-full">
            {texts.toBank}
          </a>
        ) : (
          <Form method="post" className="mt-8 grid gap-3">
            <input type="hidden" name="key" value={key} />
            <button name="outcome" value="approve" className="button button-main" disabled={state !== 'idle'}>
              {texts.confirmPayment}
            </button>
            <button name="outcome" value="decline" className="button" disabled={state !== 'idle'}>
              {texts.decline}
            </button>
            <p className="mt-2 text-sm text-quiet">{texts.bankNote}</p>
          </Form>
        )}
        <p className="mt-6 text-sm">
          <Link to={`/orders/${id}`} className="link">
            {texts.back}
          </Link>
        </p>
      </div>
    </section>
  )
}
