import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { createClient, PeerProblem, type Peer } from '@lumora/kit/client'
import { Problem } from '@lumora/kit/problem'

/** The token that stands for a session towards the services, and until when (milliseconds since the epoch). */
interface Exchanged {
  token: string
  userId: string
  freshUntil: number
  validUntil: number
}

/** Who is signed in, and the `authorization` that says so to the services. */
export interface Person {
  userId: string
  authorization: string
}

export interface Sessions {
  /** Who these headers are from; undefined for a guest. */
  identify: (headers: IncomingHttpHeaders) => Promise<Person | undefined>
  /** Forgets what is known of the session in these headers, for example when it has just been ended. */
  forget: (headers: IncomingHttpHeaders) => void
}

interface AuthPaths {
  '/internal/sessions/exchange': {
    post: {
      requestBody: { content: { 'application/json': { token: string } } }
      responses: {
        200: { content: { 'application/json': { token: string; expiresIn: number; userId: string; staff: boolean } } }
      }
    }
  }
}

const freshMs = 30_000
const maxKept = 10_000
const cookieShape = /(?:^|;\s*)(?:__Host-)?lumora_session=([\w.~%+/=-]{16,512})(?:;|$)/
const bearerShape = /^Bearer ([\w.~+/=-]{16,512})$/i

interface Presented {
  secret: string
  by: 'cookie' | 'bearer'
}

/** The session that a request presents: a bearer token before a cookie. Its secret is empty when the token has not the shape of one. */
export function presentedSession({ authorization, cookie }: IncomingHttpHeaders): Presented | null {
  if (authorization !== undefined) {
    const secret = bearerShape.exec(authorization)?.[1]
    return { secret: secret ?? '', by: 'bearer' }
  }
  const secret = cookie === undefined ? undefined : cookieShape.exec(cookie)?.[1]
  return secret ? { secret: decodeURIComponent(secret), by: 'cookie' } : null
}

const notValid = () => new Problem(401, 'session-not-valid', 'This session has ended. Sign in again.')
const digest = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Swaps sessions for short-lived tokens at the auth service. A swap is kept for 30 s; while auth is down, until its token ends. That of staff is not kept at all, so that a withdrawn role counts at once. */
export function openSessions(auth: Peer): Sessions {
  const client = createClient<AuthPaths>(auth)
  const kept = new Map<string, Exchanged>()
  const underWay = new Map<string, Promise<Exchanged>>()

  async function exchange(key: string, secret: string): Promise<Exchanged> {
    const { data } = await client.POST('/internal/sessions/exchange', { body: { token: secret } })
    const now = Date.now()
    const { token, userId } = data!
    const answer = { token, userId, freshUntil: now + freshMs, validUntil: now + data!.expiresIn * 1000 - 5000 }
    if (kept.size >= maxKept) kept.clear()
    if (data!.staff) kept.delete(key)
    else kept.set(key, answer)
    return answer
  }

  function exchangeOnce(key: string, secret: string): Promise<Exchanged> {
    const running = underWay.get(key)
    if (running) return running
    const started = exchange(key, secret).finally(() => underWay.delete(key))
    underWay.set(key, started)
    return started
  }

  async function exchanged(secret: string): Promise<Exchanged> {
    const key = digest(secret)
    const known = kept.get(key)
    if (known && known.freshUntil > Date.now()) return known
    try {
      return await exchangeOnce(key, secret)
    } catch (error) {
      if (error instanceof PeerProblem && error.status === 401) {
        kept.delete(key)
        throw notValid()
      }
      if (known && known.validUntil > Date.now()) return known
      throw error
    }
  }

  return {
    identify: async (headers) => {
      const presented = presentedSession(headers)
      if (!presented) return undefined
      if (presented.secret === '') throw notValid()
      try {
        const { token, userId } = await exchanged(presented.secret)
        return { userId, authorization: `Bearer ${token}` }
      } catch (error) {
        // A browser with an old cookie is a guest; who sends a token means it.
        if (presented.by === 'cookie' && error instanceof Problem && error.slug === 'session-not-valid')
          return undefined
        throw error
      }
    },
    forget: (headers) => {
      const presented = presentedSession(headers)
      if (presented) kept.delete(digest(presented.secret))
    }
  }
}
