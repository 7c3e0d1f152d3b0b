import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { Problem } from './problem.ts'

export const issuer = 'lumora'
/** The audience of a person's token; a service's token has the called service's name instead. */
export const platformAudience = 'lumora'

/** Who calls. A customer or a member of staff has an `id`; a service has its name and the scopes it was given here. */
export type Caller =
  | { kind: 'anonymous' }
  | {
      kind: 'customer' | 'staff'
      id: string
      sessionId: string
      roles: string[]
      permissions: string[]
      /** When they last proved who they are in this session, in seconds since the epoch; 0 when not yet. */
      provenAt: number
    }
  | { kind: 'service'; name: string; scopes: string[] }

/** Staff with a permission; with `proven`, only those who proved who they are within the last 5 minutes. */
type StaffAccess = { staff: string; proven?: true }

/** Who may call a route: anyone, anyone signed in (or who has also just proved who they are), staff with a permission, or a service with a scope. */
export type Access =
  | 'anyone'
  | 'customer'
  | 'proven-customer'
  | StaffAccess
  | { service: string }
  | readonly (StaffAccess | { service: string })[]

/** Seconds that a proof counts for. */
export const proofSeconds = 300

export type Keys = JWTVerifyGetKey

/** The public keys of the token issuer, fetched when first needed and again when a key is unknown. */
export const remoteKeys = (url: string): Keys =>
  createRemoteJWKSet(new URL(url), { cooldownDuration: 1000, cacheMaxAge: 600_000, timeoutDuration: 2000 })

interface Verified {
  caller: Caller
  until: number
}

/** Verifies bearer tokens for one service; Basic credentials say nothing here, a route may ask for them itself. A token once verified is remembered for at most 30 s, as a check costs about 0.15 ms of CPU. */
export function tokenReader(service: string, keys: Keys): (authorization: string | undefined) => Promise<Caller> {
  const seen = new Map<string, Verified>()
  return async (authorization) => {
    if (authorization === undefined || authorization.startsWith('Basic ')) return { kind: 'anonymous' }
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1]
    if (!token) throw notValid()
    const known = seen.get(token)
    if (known && known.until > Date.now()) return known.caller
    const payload = await verify(token, keys, service)
    const caller = callerOf(payload, service)
    if (seen.size >= 1000) seen.clear()
    seen.set(token, { caller, until: Math.min(Date.now() + 30_000, payload.exp! * 1000) })
    return caller
  }
}

const notValid = () => new Problem(401, 'token-not-valid', 'This token is wrong or has expired. Sign in again.')

async function verify(token: string, keys: Keys, service: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: [platformAudience, service],
      algorithms: ['EdDSA'],
      clockTolerance: 5,
      requiredClaims: ['exp', 'sub', 'aud']
    })
    return payload
  } catch (error) {
    const keysOut = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)
    if (keysOut)
      throw new Problem(503, 'try-again', 'Sign-ins cannot be checked right now. Try again in a moment.', {
        retryAfter: 1
      })
    throw notValid()
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** A service's token counts only for the service it was made for, a person's only for the platform. */
function callerOf(payload: JWTPayload, service: string): Caller {
  const subject = payload.sub!
  const isService = subject.startsWith('svc:')
  if (payload.aud !== (isService ? service : platformAudience)) throw notValid()
  if (isService) return { kind: 'service', name: subject.slice(4), scopes: texts(payload.scopes) }
  const roles = texts(payload.roles)
  return {
    kind: roles.length > 0 ? 'staff' : 'customer',
    id: subject,
    sessionId: typeof payload.sid === 'string' ? payload.sid : '',
    roles,
    permissions: texts(payload.permissions),
    provenAt: typeof payload.provenAt === 'number' ? payload.provenAt : 0
  }
}

/** Throws 401 when nobody is signed in and somebody must be, 403 when the caller may not do this. */
export function requireAccess(access: Access, caller: Caller): void {
  if (access === 'anyone') return
  if (caller.kind === 'anonymous') throw new Problem(401, 'not-signed-in', 'Sign in to do this.')
  const ways = Array.isArray(access) ? access : [access]
  const open = ways.filter((way) => allows(way, caller))
  if (open.length === 0) throw new Problem(403, 'not-allowed', 'Your account may not do this.')
  if (open.every((way) => needsProof(way, caller)))
    throw new Problem(403, 'proof-needed', 'Prove first that it is you: enter your code or password again.')
}

function allows(way: string | StaffAccess | { service: string }, caller: Caller): boolean {
  if (typeof way === 'string') return caller.kind !== 'service'
  if ('staff' in way) return caller.kind === 'staff' && caller.permissions.includes(way.staff)
  return caller.kind === 'service' && caller.scopes.includes(way.service)
}

function needsProof(way: string | StaffAccess | { service: string }, caller: Caller): boolean {
  const isAsked = typeof way === 'string' ? way === 'proven-customer' : 'staff' in way && way.proven
  return isAsked === true && !('provenAt' in caller && caller.provenAt >= Date.now() / 1000 - proofSeconds)
}

/** The id of the person who calls; only for routes whose access lets nobody else through. */
export function personId(caller: Caller): string {
  if (caller.kind !== 'customer' && caller.kind !== 'staff')
    throw new Problem(401, 'not-signed-in', 'Sign in to do this.')
  return caller.id
}
