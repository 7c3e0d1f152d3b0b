import { Problem } from '@lumora/kit/problem'
import { Stripe } from 'stripe'
import { Type, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type {
  Movement,
  PaymentProvider,
  PaymentReference,
  ProviderDispute,
  ProviderEvent,
  ProviderPayment,
  ProviderRefund
} from '../clients/providers.ts'
import type { Action, Status } from '../schemas/payments.ts'

export interface StripeOptions {
  secretKey: string
  webhookSecret: string
  apiBase: string
  /** Where the buyer comes back to from what their bank asks of them. */
  returnUrl?: string
  /** How long a call may take; 5 s unless told. */
  timeoutMs?: number
}

/** Without a page to come back to, a payment that asks something of the buyer is declined. */
const never = { enabled: true, allow_redirects: 'never' as const }
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

/** Where the bank asks the buyer for something, or what Stripe's script on the page needs to do so. */
function actionOf({ next_action: action, client_secret: clientSecret }: Stripe.PaymentIntent): Action | null {
  const url = action?.redirect_to_url?.url
  if (url) return { url }
  return clientSecret ? { kind: 'client-secret', clientSecret } : null
}

const Amount = Type.Integer({ minimum: 0 })
const Id = Type.String({ minLength: 1, maxLength: 255 })
const CurrencyCode = Type.String({ pattern: '^[a-z]{3}$' })
/** What the shop relies on of Stripe's answers; what is not so is not used. */
const Intent = Type.Object({
  id: Id,
  status: Type.String(),
  amount: Amount,
  amount_capturable: Amount,
  amount_received: Amount,
  currency: CurrencyCode,
  metadata: Type.Record(Type.String(), Type.String())
})
const GivenBack = Type.Object({ id: Id, amount: Amount, currency: CurrencyCode })

function usable<T>(schema: TSchema, answer: T): T {
  if (Value.Check(schema, answer)) return answer
  throw new Problem(
    502,
    'provider-answer-not-usable',
    'The payment provider’s answer makes no sense. Nothing was done by it, and our staff are told.'
  )
}

/** A payment intent in the shop's words. */
function inOurWords(answer: Stripe.PaymentIntent, askedKey: string): ProviderPayment {
  const intent = usable(Intent, answer)
  const { id, status, metadata, amount, amount_capturable: held, amount_received: taken } = intent
  const currency = intent.currency.toUpperCase()
  const told = status === 'requires_capture' ? held : status === 'succeeded' ? taken : amount
  return {
    id,
    key: metadata.key ?? askedKey,
    status: statuses[status] ?? 'processing',
    amountMinor: ourAmount(told, currency),
    currency,
    declineReason: status === 'requires_payment_method' ? reasonOf(intent.last_payment_error) : null,
    action: status === 'requires_action' ? actionOf(intent) : null
  }
}

const refundStatuses: Record<string, ProviderRefund['status']> = {
  succeeded: 'refunded',
  failed: 'failed',
  canceled: 'failed'
}
const refundInOurWords = (answer: Stripe.Refund): ProviderRefund => {
  const { id, status, failure_reason: reason } = usable(GivenBack, answer)
  const ours = refundStatuses[status ?? ''] ?? 'processing'
  return { id, status: ours, failReason: ours === 'failed' ? dashed(reason ?? 'not-told') : null }
}

/** Payments by Stripe: one payment intent a key, captured by hand. The outcome of a call that timed out, or that Stripe answered with a fault of its own, is unknown and thrown as a 503; what is wrong with our request as a 502. */
export function stripeProvider({
  secretKey,
  webhookSecret,
  apiBase,
  returnUrl,
  timeoutMs = 5000
}: StripeOptions): PaymentProvider {
  const { protocol, hostname: host, port, pathname } = new URL(apiBase)
  const prefix = pathname.replace(/\/(v1\/?)?$/, '')
  const stripe = new Stripe(secretKey, {
    host,
    port: port || (protocol === 'http:' ? 80 : 443),
    protocol: protocol === 'http:' ? 'http' : 'https',
    httpClient: Stripe.createFetchHttpClient(boundedFetch(prefix) as unknown as typeof fetch),
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false
  })

  const intents = stripe.paymentIntents
  async function find({ id, key }: PaymentReference): Promise<ProviderPayment | null> {
    try {
      if (id !== null) return inOurWords(await intents.retrieve(id), key)
      const { data } = await intents.search({ query: `metadata["key"]:"${key}"`, limit: 1 })
      const found = data.find(({ metadata }) => metadata?.key === key)
      return found ? inOurWords(found, key) : null
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
        action: null
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
        const theirs = inOurWords(intent, key)
        // One without our key, as a server that keeps nothing answers, may have been another order's before.
        const isOurs = intent.metadata.key === key
        return theirs.status === 'declined' && !isOurs ? declined(`none:${key}`, theirs.declineReason!) : theirs
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
    movements: async function* (from, to) {
      const created = { gte: Math.floor(Date.parse(from) / 1000), lt: Math.ceil(Date.parse(to) / 1000) }
      let after: string | undefined
      for (;;) {
        const page = await stripe.balanceTransactions
          .list({
            created,
            limit: 100,
            expand: ['data.source'],
            ...(after === undefined ? {} : { starting_after: after })
          })
          .catch(rethrown)
        yield page.data.flatMap((each) => movementOf(each) ?? [])
        const last = page.data.at(-1)?.id
        if (!page.has_more || last === undefined || last === after) return
        after = last
      }
    },
    findMovement: async (kind, id) => {
      if (kind === 'refund') {
        const refund = await stripe.refunds.retrieve(id).catch(asMissing)
        return refund && refund.status !== 'failed' ? movedBy('refund', refund.id, refund.amount, refund) : null
      }
      const intent = await intents.retrieve(id).catch(asMissing)
      return intent?.status === 'succeeded' ? movedBy('capture', intent.id, intent.amount_received, intent) : null
    },
    readWebhook: (signature, rawBody) => [heardOf(verified(stripe, rawBody, signature, webhookSecret))]
  }
}

function heardOf(event: Stripe.Event): ProviderEvent {
  const heard = { eventId: event.id, payment: null }
  if (event.type.startsWith('payment_intent.')) {
    const intent = event.data.object as Stripe.PaymentIntent
    return { ...heard, payment: inOurWords(intent, intent.id) }
  }
  if (event.type.startsWith('charge.dispute.'))
    return { ...heard, dispute: disputeOf(event.data.object as Stripe.Dispute) }
  if (event.type !== 'refund.failed') return heard
  const { metadata, failure_reason: reason } = event.data.object
  const key = metadata?.refundId
  return key ? { ...heard, failedRefund: { key, failReason: dashed(reason ?? 'not-told') } } : heard
}

/** How a dispute stands. A warning only asks; what is prevented or closed as one has ended well. */
const disputeStates: Record<string, ProviderDispute['state']> = {
  needs_response: 'open',
  under_review: 'open',
  won: 'won',
  lost: 'lost',
  prevented: 'won',
  appeal_needs_response: 'lost',
  appeal_under_review: 'lost',
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'inquiry'
}
const Disputed = Type.Object({ id: Id, amount: Type.Integer({ minimum: 1 }), currency: CurrencyCode })

function disputeOf(told: Stripe.Dispute): ProviderDispute {
  const { id, amount, currency: code, reason, status, payment_intent: intent } = usable(Disputed, told)
  const currency = code.toUpperCase()
  return {
    id,
    paymentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountMinor: ourAmount(amount, currency),
    currency,
    reason: dashed(reason ?? 'general'),
    state: disputeStates[status] ?? 'open'
  }
}

const movedBy = (
  kind: Movement['kind'],
  id: string,
  amount: number,
  { currency: code, created }: { currency: string; created: number }
): Movement => {
  const currency = code.toUpperCase()
  return { kind, id, amountMinor: ourAmount(amount, currency), currency, at: new Date(created * 1000).toISOString() }
}

const captureTypes = new Set(['charge', 'payment'])
const refundTypes = new Set(['refund', 'payment_refund'])

/** What a change of the balance was, in the money that the buyer paid in; of fees, payouts and the like nothing. */
function movementOf({ type, created, source }: Stripe.BalanceTransaction): Movement | undefined {
  if (source === null || typeof source === 'string') return undefined
  if (source.object === 'charge' && captureTypes.has(type)) {
    const { payment_intent: intent, amount_captured: amount, currency, id } = source
    return movedBy('capture', (typeof intent === 'string' ? intent : intent?.id) ?? id, amount, { currency, created })
  }
  if (source.object !== 'refund' || !refundTypes.has(type)) return undefined
  return movedBy('refund', source.id, source.amount, { currency: source.currency, created })
}

function asMissing(error: unknown): null {
  if (codeOf(error) === 'resource_missing') return null
  throw faultOf(error)
}
function rethrown(error: unknown): never {
  throw faultOf(error)
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
  if (error instanceof Problem) return error
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

/** Asks below the path of the API's base, reads an answer up to 1 MiB, and follows nowhere. */
const boundedFetch =
  (prefix: string) =>
  async (url: string, init: RequestInit): Promise<Response> => {
    const target = new URL(url)
    target.pathname = prefix + target.pathname
    const answer = await fetch(target, { ...init, redirect: 'error' })
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of answer.body ?? []) {
      size += part.length
      if (size > maxAnswerBytes) throw new Error('The provider’s answer is too long.')
      parts.push(part)
    }
    return new Response(Buffer.concat(parts), { status: answer.status, headers: answer.headers })
  }
