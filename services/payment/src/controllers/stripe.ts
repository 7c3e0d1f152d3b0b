import { Problem } from '@lumora/kit/problem'
import { Stripe } from 'stripe'
import type { PaymentProvider, PaymentReference, ProviderPayment, ProviderRefund } from '../clients/providers.ts'
import type { Status } from '../schemas/payments.ts'

export interface StripeOptions {
  secretKey: string
  webhookSecret: string
  apiBase: string
  /** Where the buyer comes back to from what their bank asks of them. */
  returnUrl?: string
}

/** Without a page to come back to, a payment that asks something of the buyer is declined. */
const never = { enabled: true, allow_redirects: 'never' as const }
const timeoutMs = 5000
const maxAnswerBytes = 1024 * 1024

const statuses: Record<Stripe.PaymentIntent.Status, Status> = {
  requires_payment_method: 'declined',
  requires_confirmation: 'processing',
  requires_action: 'action-needed',
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'voided'
}

/** Currencies without minor units that Stripe counts in hundredths all the same (docs.stripe.com/currencies). */
const countedInHundredths = new Set(['ISK', 'UGX'])
const theirAmount = (amountMinor: number, currency: string) =>
  countedInHundredths.has(currency) ? amountMinor * 100 : amountMinor
const ourAmount = (amount: number, currency: string) => (countedInHundredths.has(currency) ? amount / 100 : amount)

const dashed = (code: string) => code.replaceAll('_', '-')
const reasonOf = (error: { decline_code?: string | null; code?: string | null } | null | undefined) =>
  dashed(error?.decline_code ?? error?.code ?? 'card-declined')

/** A payment intent in the shop's words. */
function inOurWords(intent: Stripe.PaymentIntent, askedKey: string): ProviderPayment {
  const { id, status, metadata, amount, amount_capturable: held, amount_received: taken, next_action: action } = intent
  const currency = intent.currency.toUpperCase()
  const told = status === 'requires_capture' ? held : status === 'succeeded' ? taken : amount
  return {
    id,
    key: metadata.key ?? askedKey,
    status: statuses[status] ?? 'processing',
    amountMinor: ourAmount(told, currency),
    currency,
    declineReason: status === 'requires_payment_method' ? reasonOf(intent.last_payment_error) : null,
    actionUrl: status === 'requires_action' ? (action?.redirect_to_url?.url ?? null) : null
  }
}

const refundStatuses: Record<string, ProviderRefund['status']> = {
  succeeded: 'refunded',
  failed: 'failed',
  canceled: 'failed'
}
const refundInOurWords = ({ id, status, failure_reason: reason }: Stripe.Refund): ProviderRefund => {
  const ours = refundStatuses[status ?? ''] ?? 'processing'
  return { id, status: ours, failReason: ours === 'failed' ? dashed(reason ?? 'not-told') : null }
}

/** Payments by Stripe: one payment intent a key, captured by hand. The outcome of a call that timed out, or that Stripe answered with a fault of its own, is unknown and thrown as a 503; what is wrong with our request as a 502. */
export function stripeProvider({ secretKey, webhookSecret, apiBase, returnUrl }: StripeOptions): PaymentProvider {
  const { protocol, hostname: host, port } = new URL(apiBase)
  const stripe = new Stripe(secretKey, {
    host,
    port: port || (protocol === 'http:' ? 80 : 443),
    protocol: protocol === 'http:' ? 'http' : 'https',
    httpClient: Stripe.createFetchHttpClient(boundedFetch as unknown as typeof fetch),
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false
  })

  const intents = stripe.paymentIntents
  async function find({ id, key }: PaymentReference): Promise<ProviderPayment | null> {
    try {
      if (id !== null) return inOurWords(await intents.retrieve(id), key)
      const { data } = await intents.search({ query: `metadata["key"]:"${key}"`, limit: 1 })
      return data[0] ? inOurWords(data[0], key) : null
    } catch (error) {
      if (codeOf(error) === 'resource_missing') return null
      throw faultOf(error)
    }
  }
  /** Has Stripe change an intent; one that is not in a state for it stays as it is. */
  async function change(
    payment: PaymentReference,
    ask: (id: string) => Promise<Stripe.PaymentIntent>
  ): Promise<ProviderPayment | null> {
    const id = payment.id ?? (await find(payment))?.id
    if (id === undefined) return null
    try {
      return inOurWords(await ask(id), payment.key)
    } catch (error) {
      if (codeOf(error) === 'payment_intent_unexpected_state') return find({ ...payment, id })
      if (codeOf(error) === 'resource_missing') return null
      throw faultOf(error)
    }
  }

  return {
    find,
    authorise: async ({ key, amountMinor, currency, token }) => {
      const declined = (id: string, declineReason: string): ProviderPayment => ({
        id,
        key,
        status: 'declined',
        amountMinor,
        currency,
        declineReason,
        actionUrl: null
      })
      try {
        const intent = await intents.create(
          {
            amount: theirAmount(amountMinor, currency),
            currency: currency.toLowerCase(),
            capture_method: 'manual',
            confirm: true,
            payment_method: token,
            metadata: { key },
            ...(returnUrl === undefined
              ? { automatic_payment_methods: never, error_on_requires_action: true }
              : { automatic_payment_methods: { enabled: true }, return_url: returnUrl })
          },
          { idempotencyKey: `authorise:${key}` }
        )
        return inOurWords(intent, key)
      } catch (error) {
        const refused = error as Partial<Stripe.errors.StripeError>
        if (error instanceof Stripe.errors.StripeCardError)
          return declined(refused.payment_intent?.id ?? `none:${key}`, reasonOf(error))
        if (refused.code === 'resource_missing' && refused.param === 'payment_method')
          return declined(`none:${key}`, 'token-not-known')
        if (refused.code === 'amount_too_small' || refused.code === 'amount_too_large')
          return declined(`none:${key}`, dashed(refused.code))
        throw faultOf(error)
      }
    },
    capture: (payment) => change(payment, (id) => intents.capture(id)),
    void: (payment) => change(payment, (id) => intents.cancel(id, { cancellation_reason: 'abandoned' })),
    refund: async ({ id }, { key, amountMinor, currency }) => {
      const refund = { payment_intent: id!, amount: theirAmount(amountMinor, currency), metadata: { refundId: key } }
      try {
        // Stripe forgets idempotency keys after a day, a refund may be asked for longer.
        const { data } = await stripe.refunds.list({ payment_intent: id!, limit: 100 })
        const known = data.find(({ metadata }) => metadata?.refundId === key)
        return refundInOurWords(known ?? (await stripe.refunds.create(refund, { idempotencyKey: `refund:${key}` })))
      } catch (error) {
        const isRefusal = error instanceof Stripe.errors.StripeInvalidRequestError
        if (isRefusal) return { id: '', status: 'failed', failReason: dashed(codeOf(error) ?? 'refused') }
        throw faultOf(error)
      }
    },
    readWebhook: (signature, rawBody) => {
      const event = verified(stripe, rawBody, signature, webhookSecret)
      const eventId = event.id
      if (event.type.startsWith('payment_intent.')) {
        const intent = event.data.object as Stripe.PaymentIntent
        return { eventId, payment: inOurWords(intent, intent.id) }
      }
      if (event.type !== 'refund.failed') return { eventId, payment: null }
      const { metadata, failure_reason: reason } = event.data.object
      const key = metadata?.refundId
      return {
        eventId,
        payment: null,
        failedRefund: key ? { key, failReason: dashed(reason ?? 'not-told') } : undefined
      }
    }
  }
}

const tolerancePastS = 300
const toleranceAheadS = 60

function verified(stripe: Stripe, rawBody: string, signature: string | undefined, secret: string): Stripe.Event {
  const at = Number(/(?:^|,)t=(\d+)/.exec(signature ?? '')?.[1])
  try {
    if (at > Date.now() / 1000 + toleranceAheadS) throw new Error('This event is from the future.')
    return stripe.webhooks.constructEvent(rawBody, signature ?? '', secret, tolerancePastS)
  } catch {
    throw new Problem(
      400,
      'signature-not-valid',
      'This report is not signed by the provider, or was signed too long ago.'
    )
  }
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code

/** What a failed call means: either nobody knows what became of it, or our request or key is wrong. */
function faultOf(error: unknown): Problem {
  const { StripeInvalidRequestError, StripeAuthenticationError, StripePermissionError, StripeIdempotencyError } =
    Stripe.errors
  const isOurs =
    error instanceof StripeInvalidRequestError ||
    error instanceof StripeAuthenticationError ||
    error instanceof StripePermissionError ||
    error instanceof StripeIdempotencyError
  const inUse = codeOf(error) === 'idempotency_key_in_use'
  const problem =
    isOurs && !inUse
      ? new Problem(
          502,
          'provider-refused',
          'The payment provider did not understand the shop. Our staff look into it.'
        )
      : new Problem(503, 'provider-unavailable', 'The payment provider does not answer. Try again in a moment.', {
          retryAfter: 2
        })
  return Object.assign(problem, { cause: error })
}

/** Reads an answer up to 1 MiB, and follows nowhere. */
async function boundedFetch(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'error' })
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > maxAnswerBytes) throw new Error('The provider’s answer is too long.')
    parts.push(part)
  }
  return new Response(Buffer.concat(parts), { status: answer.status, headers: answer.headers })
}
