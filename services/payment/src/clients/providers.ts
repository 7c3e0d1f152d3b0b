import type { Status } from '../schemas/payments.ts'

/** A payment as its provider says it is. `amountMinor` is what is held or, once captured, what was captured. */
export interface ProviderPayment {
  id: string
  key: string
  status: Status
  amountMinor: number
  currency: string
  declineReason: string | null
  /** Where the buyer does what is asked, while the status is `action-needed`. */
  actionUrl: string | null
}

export interface Authorisation {
  /** `<orderId>:<attempt>`; the provider makes one payment a key, however often it is asked. */
  key: string
  amountMinor: number
  currency: string
  token: string
}

/** A payment that was asked for: its key, and the provider's own id once that is known. */
export interface PaymentReference {
  key: string
  id: string | null
}

export interface NewProviderRefund {
  /** The provider makes one refund a key, however often it is asked. */
  key: string
  amountMinor: number
  currency: string
}
export interface ProviderRefund {
  id: string
  /** `failed` is for good; what is `processing` is to be asked about again. */
  status: 'processing' | 'refunded' | 'failed'
  failReason: string | null
}

/** What a report says; of some things a provider reports nothing that concerns the shop. */
export interface ProviderEvent {
  eventId: string
  payment: ProviderPayment | null
  /** The key of a refund that failed, perhaps after it had been told as done. */
  failedRefund?: { key: string; failReason: string } | undefined
}

/** What the shop needs of whoever moves the money. Each method may be repeated; null when the provider knows no such payment. What is thrown leaves the outcome unknown. */
export interface PaymentProvider {
  authorise: (authorisation: Authorisation) => Promise<ProviderPayment>
  /** Takes the whole amount of an authorised payment; one in another state stays as it is. */
  capture: (payment: PaymentReference) => Promise<ProviderPayment | null>
  /** Lets go of what is held; a captured payment stays as it is. */
  void: (payment: PaymentReference) => Promise<ProviderPayment | null>
  find: (payment: PaymentReference) => Promise<ProviderPayment | null>
  /** Gives back part of what was captured. */
  refund: (payment: PaymentReference, refund: NewProviderRefund) => Promise<ProviderRefund>
  /** Reads a report of the provider, or throws a 400 when it is not signed by the provider just now. */
  readWebhook: (signature: string | undefined, rawBody: string) => ProviderEvent
}

export type Providers = Record<string, PaymentProvider>
