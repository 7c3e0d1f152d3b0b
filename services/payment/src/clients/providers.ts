import type { Action, Status } from '../schemas/payments.ts'

/** A payment as its provider says it is. `amountMinor` is what is held or, once captured, what was captured. */
export interface ProviderPayment {
  id: string
  key: string
  status: Status
  amountMinor: number
  currency: string
  declineReason: string | null
  /** What is asked of the buyer, while the status is `action-needed`. */
  action: Action | null
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
  dispute?: ProviderDispute | undefined
}

/** That a buyer's bank takes a payment back. An `inquiry` only asks. */
export interface ProviderDispute {
  id: string
  paymentId: string | null
  amountMinor: number
  currency: string
  reason: string
  state: 'inquiry' | 'open' | 'won' | 'lost'
}

/** Money that the provider moved: its id is that of the payment, or of the refund. */
export interface Movement {
  kind: 'capture' | 'refund'
  id: string
  amountMinor: number
  currency: string
  at: string
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
  /** What was captured and given back between two times, page by page. */
  movements: (from: string, to: string) => AsyncIterable<Movement[]>
  /** The capture or refund with this id, if there is one. */
  findMovement: (kind: Movement['kind'], id: string) => Promise<Movement | null>
  /** Reads what the provider reports at once, or throws a 400 when it is not signed by the provider just now. */
  readWebhook: (signature: string | undefined, rawBody: string) => ProviderEvent[]
}

export type Providers = Record<string, PaymentProvider>
