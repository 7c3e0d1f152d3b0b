import { setTimeout as sleep } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import { Problem } from '@lumora/kit/problem'
import { beginSpan, isTracing } from '@lumora/kit/tracing'
import { Agent, type Dispatcher } from 'undici'
import type { Room } from './shedding.ts'

/** What goes to a service. */
export interface Call {
  method: Dispatcher.HttpMethod
  /** Path and query. */
  path: string
  headers: Record<string, string>
  body: Buffer | Readable | null
  /** Milliseconds until the answer must have begun. */
  timeoutMs: number
  /** Milliseconds that it may pause once it has begun; 0 for as long as it likes. */
  pauseMs: number
}

/** What comes back, piece by piece. After `began`, only `data` and one of `ended` and `broke`; without it, `failed`. */
export interface Answer {
  /** Whether anybody still waits. */
  isWanted: () => boolean
  /** It is on its way, and may be given up by `abort`. */
  started?: (flow: Flow) => void
  began: (status: number, headers: Record<string, string | string[] | undefined>, flow: Flow) => void
  data: (chunk: Buffer) => void
  ended: () => void
  broke: () => void
  failed: (problem: Problem) => void
}

export type Flow = Pick<Dispatcher.DispatchController, 'pause' | 'resume' | 'abort'>

export interface Upstream {
  name: string
  /** How many requests it is busy with, those that last as long as the client likes not counted, and how many more it takes. */
  room: Room
  isOpen: () => boolean
  send: (call: Call, answer: Answer) => void
}

/** A service that restarts is waited for this long, so that its restart costs time and no failures. */
const graceMs = 8000
const probeEveryMs = 500
const timeoutsUntilOpen = 10
const openMs = 2000

/** The connection was refused, so the request cannot have arrived. */
const undelivered = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
const broken = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

const unavailable = (code: 503 | 504) =>
  new Problem(code, 'peer-unavailable', 'This part of the shop does not answer. Try again in a moment.', {
    retryAfter: 2
  })

export const openAgent = (places: number): Agent =>
  new Agent({
    connections: places + 64,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: 1000 }
  })

/**
 * A service as the gateway reaches it. What was not delivered is sent again while the service is briefly away; a read
 * whose connection broke is sent up to twice more; no write ever is. A service that stays away, or lets ten requests in a row
 * time out, is asked only now and then until it answers.
 */
export function openUpstream(
  name: string,
  urlOf: () => string,
  agent: Agent,
  room: Room,
  warn: (error: Error) => void
): Upstream {
  let awaySince = 0
  let probedAt = 0
  let timeouts = 0
  let openUntil = 0
  let origin: string | undefined

  const isAway = (now: number) => awaySince > 0 && now - awaySince >= graceMs
  const isOpen = () => Date.now() < openUntil || isAway(Date.now())

  /** Whether a request may try: while the service is away, one each half second. */
  function mayTry(now: number): boolean {
    if (now < openUntil) return false
    if (!isAway(now)) return true
    if (now - probedAt < probeEveryMs) return false
    probedAt = now
    return true
  }

  function send(asked: Call, wanted: Answer): void {
    const { call, answer } = isTracing() ? traceCall(name, asked, wanted) : { call: asked, answer: wanted }
    if (!mayTry(Date.now())) return answer.failed(unavailable(503))
    const giveUpAt = Date.now() + call.timeoutMs
    let broke = 0

    const attempt = () => {
      let hasBegun = false
      agent.dispatch(
        {
          origin: (origin ??= urlOf()),
          path: call.path,
          method: call.method,
          headers: call.headers,
          body: call.body,
          headersTimeout: Math.max(1, giveUpAt - Date.now()),
          bodyTimeout: call.pauseMs
        },
        {
          onRequestStart: (controller) => {
            if (answer.isWanted()) answer.started?.(controller)
            else controller.abort(new Error('Nobody waits for it.'))
          },
          onResponseStart: (controller, status, headers) => {
            hasBegun = true
            awaySince = timeouts = 0
            answer.began(status, headers, controller)
          },
          onResponseData: (_controller, chunk) => answer.data(chunk),
          onResponseEnd: () => answer.ended(),
          onResponseError: (_controller, error) => {
            if (hasBegun) answer.broke()
            else if (answer.isWanted()) void recover(error)
          }
        }
      )
    }

    async function recover(error: Error & { code?: string }): Promise<void> {
      const { code = '' } = error
      const now = Date.now()
      if (undelivered.has(code)) {
        awaySince ||= now
        const canWait = now - awaySince < graceMs && now + 100 < giveUpAt && !isStream(call.body)
        if (canWait) {
          await sleep(50 + Math.random() * 50)
          if (answer.isWanted()) attempt()
          return
        }
      } else if (broken.has(code) && broke < 2 && (call.method === 'GET' || call.method === 'HEAD')) {
        // A service that stops closes all its connections: the next one may be such a one too.
        await sleep(30 * ++broke)
        if (answer.isWanted()) attempt()
        return
      }
      if (code === 'UND_ERR_HEADERS_TIMEOUT' && ++timeouts >= timeoutsUntilOpen) openUntil = now + openMs
      warn(error)
      answer.failed(unavailable(undelivered.has(code) || broken.has(code) ? 503 : 504))
    }
    attempt()
  }
  return { name, room, isOpen, send }
}

/** The same call and answer as a span of the trace that the request belongs to. */
function traceCall(name: string, call: Call, answer: Answer): { call: Call; answer: Answer } {
  const span = beginSpan(`${call.method} ${name}`, { kind: 'client' })
  if (!span) return { call, answer }
  return {
    call: { ...call, headers: { ...call.headers, traceparent: span.traceparent } },
    answer: {
      ...answer,
      began: (status, headers, flow) => {
        span.end(status >= 500 ? { code: String(status) } : undefined, { 'http.response.status_code': status })
        answer.began(status, headers, flow)
      },
      failed: (problem) => {
        span.end(problem)
        answer.failed(problem)
      }
    }
  }
}

const isStream = (body: Call['body']): boolean => body !== null && !Buffer.isBuffer(body)
