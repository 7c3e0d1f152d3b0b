import { createRequire } from 'node:module'
import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap
} from 'cockatiel'
import type { Client as AnyClient } from 'openapi-fetch'
import type { Dispatcher } from 'undici'
import { context } from './context.ts'
import { Problem } from './problem.ts'
import type { ServiceTokens } from './tokens.ts'
import { isTracing, traced } from './tracing.ts'

/** Only the pool: all of undici would cost each process 100 ms of its start. */
const Pool = createRequire(import.meta.url)('undici/lib/dispatcher/pool.js') as typeof import('undici').Pool

/** Another service, and how it is called. */
export interface Peer {
  name: string
  url: string
  tokens: ServiceTokens
  /** Milliseconds for one call with its retries; 2,000 unless told, and never more than the caller has left. */
  timeoutMs?: number
}

/** What a client can be asked, by the paths of a contract. A call that resolves has `data`; all else is thrown. */
export type Client<Paths extends {}> = Pick<AnyClient<Paths, 'application/json'>, Method>
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

type Value = string | number | boolean | null | undefined
type Given = Record<string, Value | Value[]>
interface Asked {
  params?: { path?: Given; query?: Given; header?: Given }
  headers?: Given
  body?: unknown
}
interface Answer {
  status: number
  text: string
}

/** The peer gave no answer, or one that says the same request may succeed later. */
class Unavailable extends Error {}

const canRepeat = new Set<Method>(['GET', 'PUT', 'DELETE'])
const connections = 128

/**
 * A typed client of another service: service token, deadline, at most 2 retries of what is safe to repeat, and a breaker. Its
 * problem+json is thrown as a Problem. A call costs 0.07 ms of CPU and not 0.5 as by openapi-fetch and `fetch`.
 */
export function createClient<Paths extends {}>({ name, url, tokens, timeoutMs = 2000 }: Peer): Client<Paths> {
  const { origin, pathname: base } = new URL(url)
  const pool = new Pool(origin, { connections })
  const isUnavailable = handleWhen((error) => error instanceof Unavailable)
  const breaker = circuitBreaker(isUnavailable, { halfOpenAfter: 2000, breaker: new ConsecutiveBreaker(10) })
  const again = wrap(
    retry(isUnavailable, { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 }) }),
    breaker
  )

  async function call(method: Method, path: string, { params = {}, headers: own, body }: Asked = {}) {
    const current = context.getStore()
    const deadlineAt = Math.min(Date.now() + timeoutMs, current?.deadlineAt ?? Infinity)
    const leftMs = deadlineAt - Date.now()
    if (leftMs <= 0) throw unavailable(name)
    const token = await tokens(name).catch((error: unknown) => {
      throw unavailable(name, error)
    })
    const headers: Record<string, string> = {
      authorization: `Bearer ${token}`,
      'x-deadline-ms': String(Math.floor(leftMs)),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(current ? { 'x-request-id': current.requestId } : {}),
      ...(current?.traceparent ? { traceparent: current.traceparent } : {})
    }
    for (const [field, value] of Object.entries({ ...params.header, ...own }))
      if (value !== undefined && value !== null) headers[field.toLowerCase()] = String(value)
    const asked: Dispatcher.DispatchOptions = {
      method,
      path: addressOf(base, path, params),
      headers,
      body: body === undefined ? null : JSON.stringify(body)
    }
    const send = async () => {
      const answer = await sendOnce(pool, asked, deadlineAt - Date.now()).catch((error: unknown) => {
        throw new Unavailable(name, { cause: error })
      })
      if (answer.status < 502 || answer.status > 504) return answer
      throw new Unavailable(`${name} answered ${answer.status}`)
    }
    const repeatable = canRepeat.has(method) || headers['idempotency-key'] !== undefined
    const answer = await (repeatable ? again : breaker).execute(send).catch((error: unknown) => {
      if (error instanceof Unavailable || isBrokenCircuitError(error)) throw unavailable(name, error)
      throw error
    })
    return { data: dataOf(name, answer) }
  }

  return Object.fromEntries(
    methods.map((method) => [
      method,
      (path: string, asked?: Asked) =>
        isTracing()
          ? traced(`${method} ${name} ${path}`, { kind: 'client' }, () => call(method, path, asked))
          : call(method, path, asked)
    ])
  ) as unknown as Client<Paths>
}

/** The path with its parameters put in and the query behind it; what is null or undefined in a query is left out. */
function addressOf(base: string, path: string, { path: names = {}, query = {} }: NonNullable<Asked['params']>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(names[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one))
  return `${base === '/' ? '' : base}${filled}${search.size > 0 ? `?${search.toString()}` : ''}`
}

/** Sends a request over one of the kept connections; rejects when there is no whole answer in that time. */
const sendOnce = (pool: Dispatcher, asked: Dispatcher.DispatchOptions, ms: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let underWay: Dispatcher.DispatchController | undefined
    let status = 0
    const parts: Buffer[] = []
    const late = new Error('no answer in time')
    if (ms <= 0) return reject(late)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      underWay?.abort(late)
      reject(late)
    }, ms)
    pool.dispatch(asked, {
      onRequestStart: (controller) => {
        underWay = controller
        if (isLate) controller.abort(late)
      },
      onResponseStart: (_controller, code) => void (status = code),
      onResponseData: (_controller, part) => void parts.push(part),
      onResponseEnd: () => {
        clearTimeout(timer)
        resolve({ status, text: (parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString() })
      },
      onResponseError: (_controller, error) => {
        clearTimeout(timer)
        reject(error)
      }
    })
  })

/** What an answer says; throws what it refuses. */
function dataOf(peer: string, { status, text }: Answer): unknown {
  if (status >= 200 && status < 300) return text === '' ? undefined : (JSON.parse(text) as unknown)
  const {
    type,
    detail,
    title: _title,
    status: _status,
    instance: _instance,
    ...extra
  } = (parsed(text) ?? {}) as Record<string, unknown>
  const slug = typeof type === 'string' ? type.split('/').at(-1)! : 'peer-error'
  throw new PeerProblem(
    peer,
    status < 400 ? 502 : status,
    slug,
    typeof detail === 'string' ? detail : `${peer} answered ${status}.`,
    extra
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
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
