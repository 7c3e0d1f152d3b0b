import { lazy, Suspense, useState } from 'react'
import { useMessages } from '../locale.ts'
import { useScripts } from './scripts.ts'

const StripeCard = lazy(() => import('./stripe-card.tsx'))

interface PaymentProps {
  stripeKey: string | null
  chosen?: string | undefined
  withTransfer?: boolean
}

/** How one pays: Stripe's own card fields where the shop has them, test cards where it is tried out, a transfer. */
export function Payment({ stripeKey, chosen, withTransfer = true }: PaymentProps) {
  const texts = useMessages()
  const hasScripts = useScripts()
  const cards = stripeKey ? ['stripe'] : Object.keys(texts.cards)
  const ways = withTransfer ? [...cards, 'bank-transfer'] : cards
  const [way, setWay] = useState(chosen && ways.includes(chosen) ? chosen : ways[0]!)
  return (
    <fieldset>
      <legend className="mb-2 font-display text-2xl">{texts.payment}</legend>
      {!stripeKey && <p className="mb-5 text-quiet">{texts.sandboxNote}</p>}
      <div className="grid gap-2">
        {ways.map((one) => {
          const [number, what] = texts.cards[one] ?? [
            one === 'stripe' ? texts.card : texts.bankTransfer,
            one === 'stripe' ? '' : texts.bankTransferNote
          ]
          return (
            // Its text is that of the way to pay.
            // oxlint-disable-next-line jsx-a11y/label-has-associated-control
            <label key={one} className="chip gap-4 !py-3">
              <input
                type="radio"
                name="way"
                value={one}
                checked={way === one}
                onChange={() => setWay(one)}
                className="tick"
              />
              <span className="flex grow flex-wrap gap-x-4">
                <bdi className="tabular-nums">{number}</bdi>
                <span className="text-quiet">{what}</span>
              </span>
            </label>
          )
        })}
      </div>
      {hasScripts && stripeKey && way === 'stripe' && (
        <Suspense fallback={<p className="mt-4">{texts.loading} …</p>}>
          <StripeCard publishableKey={stripeKey} />
        </Suspense>
      )}
    </fieldset>
  )
}
