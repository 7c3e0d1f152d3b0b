import { personId, type Caller } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { exchangeSession, showSession, signIn, signOut, type Deps } from '../controllers/sessions.ts'
import { CurrentSession, PersonToken, SessionToken, SignedIn, SignIn } from '../schemas/sessions.ts'

interface Answer {
  header: (name: string, value: string) => unknown
}
interface Call {
  ip: string
  headers: Record<string, string | string[] | undefined>
}

const current = '/api/v1/auth/sessions/current'

export async function sessionRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/auth/sessions',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'signIn', body: SignIn, response: { 201: SignedIn } }
    },
    async (request, reply) => {
      const made = await signIn(deps, request.body, clientAddress(request))
      giveCookie(reply, deps, made.session)
      reply.code(201)
      return made
    }
  )

  app.get(
    current,
    { config: { access: 'customer' }, schema: { operationId: 'showSession', response: { 200: CurrentSession } } },
    ({ caller }) => showSession(deps, personId(caller), sessionId(caller))
  )

  app.delete(
    current,
    { config: { access: 'customer' }, schema: { operationId: 'signOut', response: { 204: Type.Null() } } },
    async ({ caller }, reply) => {
      await signOut(deps, personId(caller), sessionId(caller))
      reply.header('set-cookie', cookie(deps, '', 0)).code(204)
      return null
    }
  )

  app.post(
    '/internal/sessions/exchange',
    {
      config: { access: { service: 'sessions' } },
      schema: { operationId: 'exchangeSession', body: SessionToken, response: { 200: PersonToken } }
    },
    ({ body }) => exchangeSession(deps, body.token)
  )
}

/** Has the browser keep the session, out of reach of scripts, until it ends. */
export function giveCookie(reply: Answer, deps: Deps, session: { token: string; expiresAt: string }): void {
  const seconds = Math.floor((Date.parse(session.expiresAt) - Date.now()) / 1000)
  reply.header('set-cookie', cookie(deps, session.token, seconds))
}

const cookie = ({ secureCookies }: Deps, value: string, seconds: number) =>
  `${secureCookies ? '__Host-' : ''}lumora_session=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secureCookies ? '; Secure' : ''}`

const sessionId = (caller: Caller): string => ('sessionId' in caller ? caller.sessionId : '')

/** The client's own address: the last of `x-forwarded-for`, which the gateway overwrites; `ip` is the gateway's. */
function clientAddress({ ip, headers }: Call): string {
  const forwarded = headers['x-forwarded-for']
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)!
    .trim()
  return last === '' ? ip : last
}
