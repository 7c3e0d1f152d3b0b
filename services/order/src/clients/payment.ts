import type { paths } from '@lumora/contracts/payment'
import { createClient, type Peer } from '@lumora/kit/client'
import { around } from '@lumora/kit/failpoints'

type Authorise = paths['/internal/payments/{orderId}']['put']
export type NewPayment = Authorise['requestBody']['content']['application/json']
export type Payment = Authorise['responses'][200]['content']['application/json']

export type Refund = paths['/internal/refunds/{refundId}']['put']['responses'][200]['content']['application/json']
type NewRefund = paths['/internal/refunds/{refundId}']['put']['requestBody']['content']['application/json']
type ChangedPage = paths['/internal/payments']['get']['responses'][200]['content']['application/json']
export type ChangedPayment = ChangedPage['items'][number]

export interface Payments {
  /** Authorises this attempt, or tells how it stands: the same attempt is made once, however often it is asked for. */
  authorise: (orderId: string, payment: NewPayment) => Promise<Payment>
  /** Takes the authorised money, once. */
  capture: (orderId: string) => Promise<Payment>
  /** Lets go of what is authorised, also of what a late `authorise` would; a 409 when it was captured. */
  void: (orderId: string) => Promise<void>
  /** Gives money back, once for each refund's id, or tells how that stands. */
  refund: (refundId: string, refund: NewRefund) => Promise<Refund>
  /** Payments that changed since then, the oldest change first. */
  changed: (since: string, after: string | null) => Promise<ChangedPage>
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
    },
    refund: async (refundId, body) => {
      const { data } = await around('payment.refund', () =>
        client.PUT('/internal/refunds/{refundId}', { params: { path: { refundId } }, body })
      )
      return data!
    },
    changed: async (changedSince, after) => {
      const { data } = await client.GET('/internal/payments', {
        params: { query: { changedSince, limit: 100, ...(after === null ? {} : { after }) } }
      })
      return data!
    }
  }
}
