import type { Caller } from '@lumora/kit/auth'
import { user, type Doer } from '../controllers/audit.ts'
import type { Origin } from '../controllers/limits.ts'
import type { Deps } from '../controllers/sessions.ts'
import type { Manager } from '../controllers/staff.ts'

interface Answer {
  header: (name: string, value: string) => unknown
}
interface Call {
  ip: string
  headers: Record<string, string | string[] | undefined>
}

/** Has the browser keep the session, out of reach of scripts, until it ends. */
export function giveCookie(reply: Answer, deps: Deps, session: { token: string; expiresAt: string }): void {
  const seconds = Math.floor((Date.parse(session.expiresAt) - Date.now()) / 1000)
  reply.header('set-cookie', cookie(deps, session.token, seconds))
}

/** Has the browser forget the session. */
export const takeCookie = (reply: Answer, deps: Deps): unknown => reply.header('set-cookie', cookie(deps, '', 0))

const cookie = ({ secureCookies }: Deps, value: string, seconds: number) =>
  `${secureCookies ? '__Host-' : ''}lumora_session=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secureCookies ? '; Secure' : ''}`

/** The session that the caller's token was made for. */
export const sessionId = (caller: Caller): string => ('sessionId' in caller ? caller.sessionId : '')

/** Where a request comes from: the last of `x-forwarded-for`, which the gateway overwrites; `ip` is the gateway's. */
export function originOf({ ip, headers }: Call): Origin {
  const last = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)!
    .trim()
  return { address: last === '' ? ip : last, device: deviceOf(String(headers['user-agent'] ?? '')) }
}

/** What gives a browser or a system away in a User-Agent header; the first that is found, as many claim to be others too. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['FxiOS', 'Firefox'],
  ['Firefox', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari']
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'macOS'],
  ['Linux', 'Linux']
] as const

/** What a User-Agent header says, made short: `Firefox on Linux`. */
function deviceOf(agent: string): string {
  const browser = browsers.find(([sign]) => agent.includes(`${sign}/`))?.[1]
  if (!browser) return /^[\w.-]{1,40}/.exec(agent)?.[0] ?? 'unknown'
  const system = systems.find(([sign]) => agent.includes(sign))?.[1]
  return system ? `${browser} on ${system}` : browser
}

/** Who does something that the audit log notes: a member of staff or a service. */
export const doerOf = (caller: Caller, call: Call): Doer => ({
  actor: caller.kind === 'service' ? `service:${caller.name}` : caller.kind === 'anonymous' ? '' : user(caller.id),
  address: originOf(call).address
})

/** A member of staff who does something, and what they may do. */
export const managerOf = (caller: Caller, call: Call): Manager => ({
  ...doerOf(caller, call),
  permissions: 'permissions' in caller ? caller.permissions : []
})
