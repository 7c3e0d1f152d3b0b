import { use, useEffect, useRef, useState } from 'react'
import { useMessages } from '../locale.ts'
import { NonceContext } from '../nonce.ts'

interface CardField {
  mount: (place: HTMLElement) => void
  destroy: () => void
}
interface Stripe {
  elements: () => { create: (kind: 'card', options: object) => CardField }
  createPaymentMethod: (of: {
    type: 'card'
    card: CardField
  }) => Promise<{ paymentMethod?: { id: string }; error?: { message?: string } }>
}
declare global {
  interface Window {
    Stripe?: (key: string) => Stripe
  }
}

/** Stripe's card field, which stands on Stripe's own page: the shop gets a token and never sees a card. */
export default function StripeCard({ publishableKey }: { publishableKey: string }) {
  const texts = useMessages()
  const nonce = use(NonceContext)
  const place = useRef<HTMLDivElement>(null)
  const token = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState('')
  useEffect(() => {
    let card: CardField | undefined
    let isGone = false
    const form = place.current?.closest('form')
    const start = () => {
      const stripe = window.Stripe?.(publishableKey)
      if (isGone || !stripe || !place.current) return
      card = stripe.elements().create('card', {
        style: { base: { color: getComputedStyle(place.current).color, fontSize: '16px' } }
      })
      card.mount(place.current)
      form?.addEventListener('submit', take, { capture: true })
      function take(event: SubmitEvent) {
        if (token.current?.value || !stripe || !card) return
        event.preventDefault()
        event.stopImmediatePropagation()
        const { submitter } = event
        const asked = stripe.createPaymentMethod({ type: 'card', card })
        void (async () => {
          const { paymentMethod, error } = await asked
          if (!paymentMethod || !token.current) return setFault(error?.message ?? texts.fault)
          token.current.value = paymentMethod.id
          form?.requestSubmit(submitter)
        })()
      }
    }
    if (window.Stripe) start()
    else {
      const script = document.createElement('script')
      script.src = 'https://js.stripe.com/v3/'
      script.nonce = nonce
      script.addEventListener('load', start)
      script.addEventListener('error', () => setFault(texts.broken))
      document.head.append(script)
    }
    return () => {
      isGone = true
      card?.destroy()
    }
  }, [publishableKey, nonce, texts])
  return (
    <div className="mt-4">
      <input ref={token} type="hidden" name="token" defaultValue="" />
      <div ref={place} className="input !py-3.5" />
      {fault && (
        <p role="alert" className="mt-2 text-warn">
          {fault}
        </p>
      )}
    </div>
  )
}
