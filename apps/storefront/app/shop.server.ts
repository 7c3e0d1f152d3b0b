import { openShop as openClient, ProblemError as Refusal } from '@lumora/client'
import { data, redirect } from 'react-router'
import { share } from './shared.server.ts'

/** What the shop's API refused, in its own words. */
export { Refusal }

const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080'
const deadlineMs = 6000
/** A form sent twice waits for what its twin brings about. */
const twinTries = 12
const twinPauseMs = 400
const secure = process.env.SECURE_COOKIES === 'true'
export const cookieNames = {
  session: secure ? '__Host-lumora_session' : 'lumora_session',
  cart: 'lumora_cart',
  order: 'lumora_orders'
}

const cookiesOf = (request: Request): Map<string, string> =>
  new Map(
    (request.headers.get('cookie') ?? '').split(/; */).flatMap((pair) => {
      const at = pair.indexOf('=')
      return at > 0 ? [[pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))] as const] : []
    })
  )

/** The client's calls by a path that is not known before. */
type Call = (method: string, path: string, options: object) => Promise<{ response: Response }>

/** The shop's API as nobody in particular may use it. */
const anybody = openClient({ url: gateway, session: { token: null } })

interface Asked {
  body?: unknown
  headers?: Record<string, string>
  /** The key of a form, so that a form sent twice has one effect. */
  key?: string
  /** For how long an answer is waited for, where that is not as usual. */
  mostMs?: number
  /** Without the visitor's session. */
  asNobody?: boolean
}

export interface Shop {
  cookies: Map<string, string>
  isSignedIn: boolean
  get: <T>(path: string, asked?: Asked) => Promise<T>
  /** What is the same for everybody, asked for without the session; not to be changed, for others are shown it too. */
  getShared: <T>(path: string) => Promise<T>
  send: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, asked?: Asked) => Promise<T>
  file: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Cookies that the API set meanwhile, to be passed on. */
  setCookies: string[]
}

/** The shop's API as this visitor may use it: nothing but the gateway, with the visitor's own session. */
export function shopOf(request: Request): Shop {
  const cookies = cookiesOf(request)
  const session = cookies.get(cookieNames.session)
  const setCookies: string[] = []
  const address = request.headers.get('x-forwarded-for')
  const client = openClient({
    url: gateway,
    session: { token: session ?? null },
    fetch: async (asked) => {
      const answer = await fetch(asked, { redirect: 'manual' })
      // A session that is refused is forgotten where the visitor is sent to sign in, and not by a part that a page can do without.
      if (answer.ok) setCookies.push(...answer.headers.getSetCookie())
      return answer
    }
  })
  const callAs = async (
    by: typeof client,
    method: string,
    path: string,
    { body, headers = {}, key, mostMs = deadlineMs }: Asked = {}
  ): Promise<Response> => {
    const options = {
      ...(body !== undefined && { body }),
      headers: {
        accept: 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
        'user-agent': request.headers.get('user-agent') ?? 'storefront',
        ...(address && { 'x-forwarded-for': address }),
        ...headers
      },
      parseAs: 'stream',
      signal: AbortSignal.timeout(mostMs)
    }
    try {
      const { response } = await (by.request as unknown as Call)(method.toLowerCase(), `/api/v1${path}`, options)
      return response
    } catch (error) {
      if (error instanceof Refusal) throw error
      throw new Refusal(503, {
        type: '/problems/try-again',
        detail: 'The shop cannot be reached right now. Try again in a moment.'
      })
    }
  }
  const call = (method: string, path: string, asked?: Asked) =>
    callAs(asked?.asNobody ? anybody : client, method, path, asked)
  const ask = async <T>(method: string, path: string, asked?: Asked): Promise<T> => {
    const text = await (await call(method, path, asked)).text()
    return (text === '' ? null : JSON.parse(text)) as T
  }
  return {
    cookies,
    isSignedIn: session !== undefined,
    setCookies,
    get: (path, asked) => ask('GET', path, asked),
    getShared: <T>(path: string) => share(path, () => callAs(anybody, 'GET', path)) as Promise<T>,
    send: async (method, path, asked = {}) => {
      const keyed = method === 'POST' ? { ...asked, key: asked.key ?? crypto.randomUUID() } : asked
      for (let left = twinTries; ; left--) {
        try {
          return await ask(method, path, keyed)
        } catch (error) {
          if (!(error instanceof Refusal && error.slug === 'request-in-flight') || left === 0) throw error
          await new Promise((resolve) => setTimeout(resolve, twinPauseMs))
        }
      }
    },
    file: (path, headers) => call('GET', path, { headers: { accept: '*/*', ...headers } })
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

/** A path of this shop to go to; the start when it is any other place. */
export const safePath = (path: FormDataEntryValue | string | null, otherwise = '/'): string =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : otherwise

/** Where the shop is for its visitors. */
export function originOf({ url, headers }: Request): string {
  if (process.env.PUBLIC_URL) return process.env.PUBLIC_URL
  const { protocol, host } = new URL(url)
  return `${headers.get('x-forwarded-proto') === 'https' ? 'https:' : protocol}//${host}`
}

/** The page that a request is of, also where only its data is asked for. */
export function pageOf({ url }: Request): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('_routes')
  const page = pathname.replace(/(?:\/_root|\/_)?\.data$/, '') || '/'
  return searchParams.size === 0 ? page : `${page}?${searchParams}`
}

/** Only for who is signed in: others sign in first, and come back. */
export function signedInOnly(shop: Shop, request: Request): void {
  if (!shop.isSignedIn) throw goTo(shop, `/sign-in?back=${encodeURIComponent(pageOf(request))}`)
}

/** What to do when a page of the account cannot be read: a session that has ended is begun anew. */
export function orSignIn(shop: Shop, request: Request) {
  return (error: unknown): never => {
    if (!(error instanceof Refusal && error.status === 401)) throw error
    shop.setCookies.push(cookieOf(cookieNames.session, '', 0))
    throw goTo(shop, `/sign-in?over=1&back=${encodeURIComponent(pageOf(request))}`)
  }
}

/** What a form says; texts without spaces around them. */
export async function formOf(request: Request) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    text,
    /** As it was typed: spaces belong to a password. */
    secret: (name: string) => String(form.get(name) ?? ''),
    all: (name: string) => form.getAll(name).map(String),
    /** The fields of these names that are not empty. */
    filled: (...names: string[]) =>
      Object.fromEntries(names.flatMap((name) => (text(name) ? [[name, text(name)]] : []))),
    entered: () => Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  }
}

/** Has what the shop refused shown on the page; anything else is a fault of ours. */
export function refused<T extends object>(shop: Shop, error: unknown, more: T = {} as T) {
  if (!(error instanceof Refusal)) throw error
  const { message: refusal, slug, status, extra } = error
  return withCookies(shop, { refusal, slug, faults: faultsOf(extra), ...more }, status)
}

/** The fields that the shop finds fault with, by name. */
function faultsOf({ errors }: Record<string, unknown>): string[] {
  if (!Array.isArray(errors)) return []
  return (errors as { pointer?: string }[]).map(({ pointer }) => {
    const steps = String(pointer).split('/')
    return (steps.includes('billingAddress') ? 'billing-' : '') + steps.at(-1)!
  })
}

/** A file of the shop's, passed on as it comes. */
export async function fileOf(shop: Shop, path: string, headers?: Record<string, string>): Promise<Response> {
  const file = await shop.file(path, headers)
  const kept = ['content-type', 'content-length', 'content-disposition']
  return new Response(file.body, {
    headers: [
      ...kept.flatMap((name): [string, string][] => {
        const value = file.headers.get(name)
        return value ? [[name, value]] : []
      }),
      ['cache-control', 'private, no-store'],
      ['x-content-type-options', 'nosniff']
    ]
  })
}
