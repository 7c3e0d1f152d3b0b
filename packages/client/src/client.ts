import { addressOf, requestOf, type AnyOptions, type Method, type Shop } from './calls.ts'
import type { paths } from './gateway.d.ts'
import { onceRoutes } from './once-routes.ts'
import { ProblemError } from './problem-error.ts'

export type { paths, Shop }
export { ProblemError }

/** A session as a bearer token, for programs; it can be kept and used again. */
export interface TokenSession {
  token?: string | null
  /** Called when somebody signs in, and with null when the session has ended. */
  onChange?: (token: string | null) => void
}

export interface ShopOptions {
  /** Where the shop is, such as https://shop.example; in a browser, the page's own origin unless told. */
  url?: string
  /** `cookie` (in a browser), or a token (anywhere else). */
  session?: 'cookie' | TokenSession
  fetch?: typeof fetch
  /** Tries of what is safe to repeat: reads, and writes that carry a key. 3 unless told. */
  tries?: number
}

const passing = new Set([429, 502, 503, 504])
const longestWaitMs = 5000

/**
 * A typed client of the shop. Refusals are thrown as a ProblemError; each write that makes something gets its
 * idempotency key; what is safe to repeat is tried again with jitter, or when the shop says.
 */
export function openShop({ url = '', session = 'cookie', fetch: send = fetch, tries = 3 }: ShopOptions = {}): Shop {
  let token = session === 'cookie' ? null : (session.token ?? null)
  const keepToken = (changed: string | null) => {
    if (session === 'cookie' || token === changed) return
    token = changed
    session.onChange?.(changed)
  }

  async function sendAgain(request: Request): Promise<Response> {
    const isSafe = request.method === 'GET' || request.method === 'HEAD' || request.headers.has('idempotency-key')
    for (let left = isSafe ? tries - 1 : 0; ; left--) {
      const attempt = left > 0 ? request.clone() : request
      try {
        const answer = await send(attempt)
        if (left === 0 || !passing.has(answer.status)) return answer
        const waitMs = waitOf(answer, tries - left)
        if (waitMs > longestWaitMs) return answer
        await answer.body?.cancel()
        await pause(waitMs)
      } catch (error) {
        if (left === 0 || request.signal.aborted) throw error
        await pause(waitOf(undefined, tries - left))
      }
    }
  }

  async function call(method: Method, path: string, options: AnyOptions = {}) {
    const route = `${method.toUpperCase()} ${path}`
    const request = requestOf(method.toUpperCase(), url + addressOf(path, options), options, session === 'cookie')
    if (token !== null && !request.headers.has('authorization')) request.headers.set('authorization', `Bearer ${token}`)
    if (!request.headers.has('idempotency-key') && onceRoutes.has(route))
      request.headers.set('idempotency-key', crypto.randomUUID())
    const response = await sendAgain(request)
    if (!response.ok && response.status !== 304) {
      const problem = new ProblemError(
        response.status,
        (await response.json().catch(() => ({}))) as Record<string, unknown>
      )
      if (problem.slug === 'session-not-valid') keepToken(null)
      throw problem
    }
    if (route === 'DELETE /api/v1/auth/sessions/current') keepToken(null)
    const data = await readAnswer(response, options.parseAs)
    if (session !== 'cookie' && route.startsWith('POST /api/v1/auth/')) {
      const given = (data as { session?: { token?: unknown } } | undefined)?.session?.token
      if (typeof given === 'string') keepToken(given)
    }
    return { data, response }
  }

  const by = (method: Method) => (path: string, options?: AnyOptions) => call(method, path, options)
  return {
    GET: by('get'),
    PUT: by('put'),
    POST: by('post'),
    PATCH: by('patch'),
    DELETE: by('delete'),
    request: call
  } as Shop
}

async function readAnswer(response: Response, parseAs: AnyOptions['parseAs'] = 'json'): Promise<unknown> {
  if (parseAs === 'stream' || response.status === 204 || response.status === 304) return undefined
  if (parseAs === 'blob') return response.blob()
  const text = await response.text()
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  return parseAs === 'text' || !isJson ? text : text === '' ? undefined : JSON.parse(text)
}

/** What a call answered; a call that was refused has thrown. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

function waitOf(answer: Response | undefined, tried: number): number {
  const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN)
  const jitter = Math.random() * 200 * 2 ** tried
  return Number.isFinite(seconds) ? seconds * 1000 + jitter : jitter
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
