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

/** What the shop needs of whoever moves the money. Each method may be repeated; null when the provider knows no payment of that key. */
export interface PaymentProvider {
  authorise: (authorisation: Authorisation) => Promise<ProviderPayment>
  /** Takes the whole amount of an authorised payment; one in another state stays as it is. */
  capture: (key: string) => Promise<ProviderPayment | null>
  /** Lets go of what is held; a captured payment stays as it is. */
  void: (key: string) => Promise<ProviderPayment | null>
  find: (key: string) => Promise<ProviderPayment | null>
  /** Reads a report of the provider, or throws a 400 when it is not signed by the provider just now. */
  readWebhook: (signature: string | undefined, rawBody: string) => { eventId: string; payment: ProviderPayment }
}

export type Providers = Record<string, PaymentProvider>
