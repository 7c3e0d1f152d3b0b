import { data, redirect } from 'react-router'

const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080'
const api = `${gateway}/api/v1`
const deadlineMs = 6000
const secure = process.env.SECURE_COOKIES === 'true'
export const cookieNames = {
  session: secure ? '__Host-lumora_session' : 'lumora_session',
  cart: 'lumora_cart',
  order: 'lumora_orders'
}

/** What the shop's API refused, in its own words. */
export class Refusal extends Error {
  readonly status: number
  readonly slug: string
  readonly extra: Record<string, unknown>
  constructor(status: number, slug: string, detail: string, extra: Record<string, unknown> = {}) {
    super(detail)
    this.status = status
    this.slug = slug
    this.extra = extra
  }
}

const cookiesOf = (request: Request): Map<string, string> =>
  new Map(
    (request.headers.get('cookie') ?? '').split(/; */).flatMap((pair) => {
      const at = pair.indexOf('=')
      return at > 0 ? [[pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))] as const] : []
    })
  )

interface Asked {
  body?: unknown
  headers?: Record<string, string>
  /** The key of a form, so that a form sent twice has one effect. */
  key?: string
}

export interface Shop {
  cookies: Map<string, string>
  isSignedIn: boolean
  get: <T>(path: string, asked?: Asked) => Promise<T>
  send: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, asked?: Asked) => Promise<T>
  /** Cookies that the API set meanwhile, to be passed on. */
  setCookies: string[]
}

/** The shop's API as this visitor may use it: nothing but the gateway, with the visitor's own session. */
export function shopOf(request: Request): Shop {
  const cookies = cookiesOf(request)
  const session = cookies.get(cookieNames.session)
  const setCookies: string[] = []
  const ask = async <T>(method: string, path: string, { body, headers = {}, key }: Asked = {}): Promise<T> => {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(session && { authorization: `Bearer ${session}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': key ?? crypto.randomUUID() }),
        'user-agent': request.headers.get('user-agent') ?? 'storefront',
        ...(request.headers.get('x-forwarded-for') && { 'x-forwarded-for': request.headers.get('x-forwarded-for')! }),
        ...headers
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(deadlineMs)
    }).catch(() => {
      throw new Refusal(503, 'try-again', 'The shop cannot be reached right now. Try again in a moment.')
    })
    setCookies.push(...answer.headers.getSetCookie())
    const text = await answer.text()
    const value: unknown = text === '' ? null : JSON.parse(text)
    if (answer.ok) return value as T
    const {
      type,
      detail,
      status: _status,
      title: _title,
      instance: _instance,
      ...extra
    } = value as Record<string, unknown> & { type?: string; detail?: string }
    throw new Refusal(answer.status, type?.split(/[/#]/).at(-1) ?? 'unknown', detail ?? answer.statusText, extra)
  }
  return {
    cookies,
    isSignedIn: session !== undefined,
    setCookies,
    get: (path, asked) => ask('GET', path, asked),
    send: (method, path, asked) => ask(method, path, asked)
  }
}

/** An answer with the cookies that came up on the way. */
export const withCookies = <T>(shop: Shop, value: T, status = 200) =>
  data(value, { status, headers: cookieHeaders(shop) })
export const goTo = (shop: Shop, path: string) => redirect(path, { status: 303, headers: cookieHeaders(shop) })

function cookieHeaders({ setCookies }: Shop): Headers {
  const headers = new Headers()
  for (const cookie of setCookies) headers.append('set-cookie', cookie)
  return headers
}

/** A cookie that scripts cannot read. */
export const cookieOf = (name: string, value: string, days: number): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${days * 86_400}${secure ? '; Secure' : ''}`

/** What a page can do without: null when it is not to be had. */
export const ifPossible = <T>(part: Promise<T>): Promise<T | null> => part.catch(() => null)

/** Has a page that is not there answered as such. */
export function orNotFound(error: unknown): never {
  if (error instanceof Refusal && (error.status === 404 || error.status === 400)) throw data(null, { status: 404 })
  throw error
}
