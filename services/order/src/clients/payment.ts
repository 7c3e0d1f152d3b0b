import type { paths } from '@lumora/contracts/payment'
import { createClient, type Peer } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'

type Authorise = paths['/internal/payments/{orderId}']['put']
export type NewPayment = Authorise['requestBody']['content']['application/json']
export type Payment = Authorise['responses'][200]['content']['application/json']

export interface Payments {
  /** Authorises this attempt, or tells how it stands: the same attempt is made once, however often it is asked for. */
  authorise: (orderId: string, payment: NewPayment) => Promise<Payment>
  /** Takes the authorised money, once. */
  capture: (orderId: string) => Promise<Payment>
  /** Lets go of what is authorised, also of what a late `authorise` would; a 409 when it was captured. */
  void: (orderId: string) => Promise<void>
}

/** Payment, as the checkout needs it. */
export function paymentClient(peer: Peer): Payments {
  const client = createClient<paths>(peer)
  return {
    authorise: async (orderId, body) => {
      const { data } = await around('payment.authorise', () =>
        client.PUT('/internal/payments/{orderId}', { params: { path: { orderId } }, body })
      )
      return data!
    },
    capture: async (orderId) => {
      const { data } = await around('payment.capture', () =>
        client.PUT('/internal/payments/{orderId}/capture', { params: { path: { orderId } } })
      )
      return data!
    },
    void: async (orderId) => {
      await around('payment.void', () =>
        client.PUT('/internal/payments/{orderId}/void', { params: { path: { orderId } } })
      )
    }
  }
}
