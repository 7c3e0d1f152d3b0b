import { Form } from 'react-router'
import type { Shipping } from '../carts.server.ts'
import { useFormats, useMessages } from '../locale.ts'
import { countries } from './address.tsx'

export interface DeliveryAnswer {
  country: string
  postcode: string
  currency: string
  shipping: Shipping | null
}

interface DeliveryDateProps {
  variantId: string
  pieceId: string
  size: string
  answer: DeliveryAnswer | undefined
  isBusy: boolean
}

/** Says when a jewel would be at a place, and how it would come. */
export function DeliveryDate({ variantId, pieceId, size, answer, isBusy }: DeliveryDateProps) {
  const texts = useMessages()
  const { day, money, region } = useFormats()
  const { shipping } = answer ?? {}
  return (
    <section className="mt-6 border-y border-line py-5" aria-labelledby="delivery-date">
      <h2 id="delivery-date" className="eyebrow font-sans">
        {texts.deliveryWhen}
      </h2>
      <Form method="post" className="mt-3 flex flex-wrap gap-2" preventScrollReset>
        <input type="hidden" name="variantId" value={variantId} />
        <input type="hidden" name="pieceId" value={pieceId} />
        <input type="hidden" name="size" value={size} />
        <input
          name="postcode"
          required
          maxLength={15}
          autoComplete="postal-code"
          aria-label={texts.postcode}
          placeholder={texts.postcode}
          defaultValue={answer?.postcode}
          className="input !w-32 grow"
        />
        <select
          name="country"
          autoComplete="country"
          aria-label={texts.country}
          defaultValue={answer?.country ?? 'IN'}
          className="input !w-auto min-w-0 grow"
        >
          {countries.map((code) => (
            <option key={code} value={code}>
              {region(code)}
            </option>
          ))}
        </select>
        <button name="what" value="delivery" className="button" disabled={isBusy}>
          {texts.deliveryCheck}
        </button>
      </Form>
      <p role="status" className={answer ? 'mt-3' : 'sr-only'}>
        {answer && !shipping && texts.noDelivery}
        {answer && shipping && (
          <>
            {shipping.deliverBy && (
              <span className="block first-letter:uppercase">{texts.deliverBy(day(shipping.deliverBy))}</span>
            )}
            <span className="block text-quiet">
              {[
                shipping.name,
                shipping.shownMinor > 0 && money(shipping.shownMinor, answer.currency),
                shipping.signature && texts.signature
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
      </p>
    </section>
  )
}
