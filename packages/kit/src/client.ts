import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap
} from 'cockatiel'
import openapi, { type Client } from 'openapi-fetch'
import { context } from './context.ts'
import { Problem } from './problem.ts'
import type { ServiceTokens } from './tokens.ts'

/** Another service, and how it is called. */
export interface Peer {
  name: string
  url: string
  tokens: ServiceTokens
  /** Milliseconds for one call with its retries; 2,000 unless told, and never more than the caller has left. */
  timeoutMs?: number
}

/** The peer gave no answer, or one that says the same request may succeed later. */
class Unavailable extends Error {}

const canRepeat = new Set(['GET', 'PUT', 'DELETE'])

/** A typed client of another service: service token, deadline, at most 2 retries of what is safe to repeat, and a breaker. Its problem+json is thrown as a Problem. */
export function createClient<Paths extends {}>({
  name,
  url,
  tokens,
  timeoutMs = 2000
}: Peer): Client<Paths, 'application/json'> {
  const isUnavailable = handleWhen((error) => error instanceof Unavailable)
  const breaker = circuitBreaker(isUnavailable, { halfOpenAfter: 2000, breaker: new ConsecutiveBreaker(10) })
  const again = wrap(
    retry(isUnavailable, { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 }) }),
    breaker
  )

  async function call(request: Request): Promise<Response> {
    const current = context.getStore()
    const leftMs = Math.min(timeoutMs, (current?.deadlineAt ?? Infinity) - Date.now())
    if (leftMs <= 0) throw unavailable(name)
    const headers = new Headers(request.headers)
    const token = await tokens(name).catch((error: unknown) => {
      throw unavailable(name, error)
    })
    headers.set('authorization', `Bearer ${token}`)
    headers.set('x-deadline-ms', String(Math.floor(leftMs)))
    if (current) headers.set('x-request-id', current.requestId)
    if (current?.traceparent) headers.set('traceparent', current.traceparent)
    const signal = AbortSignal.timeout(leftMs)
    const body = request.body ? await request.text() : null
    const send = async () => {
      const answer = await fetch(request.url, {
        method: request.method,
        headers,
        body,
        signal,
        redirect: 'error'
      }).catch((error: unknown) => {
        throw new Unavailable(name, { cause: error })
      })
      if (answer.status < 502 || answer.status > 504) return answer
      await answer.body?.cancel()
      throw new Unavailable(`${name} answered ${answer.status}`)
    }
    const repeatable = canRepeat.has(request.method) || headers.has('idempotency-key')
    try {
      return await (repeatable ? again : breaker).execute(send)
    } catch (error) {
      if (error instanceof Unavailable || isBrokenCircuitError(error)) throw unavailable(name, error)
      throw error
    }
  }

  const client = openapi<Paths, 'application/json'>({ baseUrl: url, fetch: call })
  client.use({
    async onResponse({ response }) {
      if (response.ok) return
      const {
        type,
        detail,
        title: _title,
        status: _status,
        instance: _instance,
        ...extra
      } = (await response.json().catch(() => ({}))) as Record<string, unknown>
      const slug = typeof type === 'string' ? type.split('/').at(-1)! : 'peer-error'
      throw new PeerProblem(
        name,
        response.status,
        slug,
        typeof detail === 'string' ? detail : `${name} answered ${response.status}.`,
        extra
      )
    }
  })
  return client
}

const unavailable = (name: string, cause?: unknown) =>
  Object.assign(
    new Problem(503, 'peer-unavailable', `The ${name} part of the shop does not answer. Try again in a moment.`, {
      retryAfter: 2
    }),
    { cause }
  )

/** A refusal by a peer. Passed on as it is, unless the caller makes something else of it. */
export class PeerProblem extends Problem {
  readonly peer: string
  constructor(peer: string, status: number, slug: string, detail: string, extra: Record<string, unknown>) {
    super(status >= 500 ? 502 : status, slug, detail, extra)
    this.peer = peer
  }
}
