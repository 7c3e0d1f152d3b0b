import type { Readable } from 'node:stream'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { context } from '@lumora/kit/context'
import { Problem, problemBody } from '@lumora/kit/problem'
import { isStopping } from '@lumora/kit/serve'
import type { App } from '@lumora/kit/service'
import type { Address } from './addresses.ts'
import { answerHeaders, isPersonal, keepingOf } from './answers.ts'
import type { Figures } from './figures.ts'
import { headersFor, sharingHeaders } from './guard.ts'
import type { Limits } from './limits.ts'
import { policyOf, type Policy } from './policies.ts'
import type { Purging } from './purging.ts'
import { streamed } from './routes.ts'
import { presentedSession, type Person, type Sessions } from './sessions.ts'
import { isTooMuch, overloaded, type Pressure, type Room } from './shedding.ts'
import { headersToSite, refuseWithPages, requireSitePath } from './site.ts'
import type { Call, Flow, Upstream } from './upstreams.ts'

/** What every row of the table needs. */
export interface Desk {
  sessions: Sessions
  limits: Limits
  addressOf: (address: string) => Address
  figures: Figures
  pressure: Pressure
  friends: ReadonlySet<string>
  purging: Purging
  /** How many times their budget the parts of a page are waited for. */
  patience: number
  /** Answers that last as long as their client stays; all end when the process does. */
  lasting: Set<ServerResponse>
}

interface Request {
  raw: IncomingMessage
  id: string
  ip: string
  protocol: string
  body: unknown
}
interface Reply {
  raw: ServerResponse
  hijack: () => unknown
  header: (name: string, value: string) => unknown
  send: (payload: unknown) => unknown
}

const bodyLimit = 1024 * 1024
const streamLimit = 512 * 1024 * 1024
const streamDeadlineMs = 600_000
const pauseMs = 10_000
const slowBodyMs = 15_000
const silentBodyMs = 60_000
const mostLasting = 2000
const mostLastingEach = 20

/** Lets a request in, or refuses it: first by its address, then by how busy the shop is. It takes a place in `room` and needs some in `rooms`. */
export function admit(app: App, policy: Policy, room: Room | undefined, rooms: readonly Room[], desk: Desk): void {
  const { limits, addressOf, figures, pressure, friends } = desk
  const needed = room ? [room, ...rooms] : rooms
  const withSearch = policy.searchLimit ? [...policy.limits, policy.searchLimit] : policy.limits
  app.addHook('onRequest', (request, reply, next) => {
    pressure.count()
    const fail = (error: unknown) => {
      figures.count(policy.class, (error as Problem).status === 429 ? 'limited' : 'shed')
      next(error as Error)
    }
    const enter = () => {
      if (isTooMuch(policy.class, pressure.level(), needed)) {
        if (policy.isSite) return fail(overloaded())
        figures.count(policy.class, 'shed')
        return refuse(request, reply, friends)
      }
      if (room && !policy.isLasting) {
        room.underWay++
        reply.raw.once('close', () => void room.underWay--)
      }
      next()
    }
    try {
      const { key, isTrusted } = addressOf(request.ip)
      const taking = limits.take(
        /[?&]q=/.test(request.raw.url!) ? withSearch : policy.limits,
        'perAddress',
        key,
        isTrusted
      )
      if (taking) taking.then(enter, fail)
      else enter()
    } catch (error) {
      fail(error)
    }
  })
}

/** Says that it is too much, past all that makes an answer elsewhere: a refusal is to cost the least of all. */
function refuse(request: Request, reply: Reply, friends: ReadonlySet<string>): void {
  const { raw } = reply
  const problem = overloaded()
  const body = problemBody(problem, request.id)
  reply.hijack()
  const more = [...sharingHeaders(request.raw.headers.origin, friends), 'retry-after', String(problem.extra.retryAfter)]
  if (isStopping()) more.push('connection', 'close')
  const type = { 'content-type': 'application/problem+json', 'content-length': String(Buffer.byteLength(body)) }
  raw.writeHead(problem.status, answerHeaders(type, request.id, 'no-store', false, more))
  raw.end(body)
}

/** Who asks, counted against what a person may; undefined for a guest. */
export async function personOf(request: Request, policy: Policy, { sessions, limits, addressOf, figures }: Desk) {
  const person = await sessions.identify(request.raw.headers)
  if (person) {
    try {
      await limits.take(policy.limits, 'perPerson', person.userId, addressOf(request.ip).isTrusted)
    } catch (error) {
      figures.count(policy.class, 'limited')
      throw error
    }
  }
  return person
}

/** What the gateway says to a service of a request. */
export const headersTo = (request: Request, person: Person | undefined, leftMs: number): Record<string, string> => ({
  ...headersFor(request.raw.headers),
  ...(person ? { authorization: person.authorization } : {}),
  'x-request-id': request.id,
  'x-forwarded-for': request.ip,
  'x-deadline-ms': String(leftMs)
})

/** One row of the table, such as `GET /api/v1/designs/:slug`: to its service and back, under the same path. */
export function forward(app: App, line: string, upstream: Upstream, desk: Desk): void {
  const [method, path] = line.split(' ') as ['GET', string]
  const policy = policyOf(line)
  const isStreamed = streamed.has(line)
  const changesSession = method !== 'GET' && path.startsWith('/api/v1/auth/')
  app.register(async (scope) => {
    if (policy.isSite) {
      scope.addHook('onRequest', async ({ raw }) => requireSitePath(raw.url!))
      refuseWithPages(scope)
    }
    admit(scope, policy, upstream.room, [], desk)
    scope.removeAllContentTypeParsers()
    if (isStreamed) scope.addContentTypeParser('*', (_request, payload: Readable, done) => done(null, payload))
    else scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    if (method !== 'GET')
      scope.addHook('preParsing', (request, _reply, _payload, done) => {
        boundBody(request, isStreamed)
        done()
      })
    scope.route({
      method,
      url: path,
      bodyLimit: isStreamed ? streamLimit : bodyLimit,
      config: { access: 'anyone' },
      schema: { hide: true },
      handler: (request, reply) => {
        if (policy.isForAll || policy.isSite || !presentedSession(request.raw.headers))
          return pass(request, reply, undefined)
        personOf(request, policy, desk).then(
          (person) => pass(request, reply, person),
          (error: unknown) => void reply.send(error)
        )
      }
    })
  })

  function pass(request: Request, reply: Reply, person: Person | undefined): void {
    const { raw } = reply
    if (policy.isLasting && !join(raw, person?.userId ?? request.ip)) {
      desk.figures.count(policy.class, 'limited')
      return void reply.send(
        new Problem(429, 'too-many-requests', 'Too many streams are open. Close some.', { retryAfter: 10 })
      )
    }
    const leftMs = isStreamed
      ? streamDeadlineMs
      : Math.min(policy.deadlineMs, context.getStore()!.deadlineAt - Date.now())
    const begunAt = isStreamed || policy.isLasting || policy.class === 'critical' ? undefined : performance.now()
    const headers = policy.isSite ? headersToSite(request, leftMs) : headersTo(request, person, leftMs)
    const body = (request.body ?? null) as Call['body']
    if (body === null) delete headers['content-length']
    let flow: Flow | undefined
    let hasEnded = false
    if (isStreamed || method === 'GET') {
      raw.once('close', () => {
        if (!hasEnded) flow?.abort(new Error('The client left.'))
      })
    }
    upstream.send(
      {
        method: request.raw.method as 'GET',
        path: request.raw.url!,
        headers,
        body,
        timeoutMs: leftMs,
        pauseMs: policy.isLasting ? 0 : isStreamed ? silentBodyMs : pauseMs
      },
      {
        isWanted: () => !raw.destroyed,
        started: (started) => (flow = started),
        began: (status, answered) => {
          desk.figures.count(policy.class, status >= 500 ? 'failed' : 'passed')
          if (begunAt !== undefined) upstream.room.told(performance.now() - begunAt)
          if (changesSession) desk.sessions.forget(request.raw.headers)
          if (policy.changesCatalogue && status < 300) desk.purging.purge()
          reply.hijack()
          const said = answered['cache-control']
          const keeping = keepingOf(
            typeof said === 'string' ? said : undefined,
            status,
            policy.isShared && answered['set-cookie'] === undefined,
            !policy.isForAll && isPersonal(request.raw.headers)
          )
          const more = [...sharingHeaders(request.raw.headers.origin, desk.friends)]
          if (policy.isLasting) more.push('x-accel-buffering', 'no')
          if (isStopping() || !request.raw.complete) more.push('connection', 'close')
          raw.writeHead(status, answerHeaders(answered, request.id, keeping, policy.isForAll, more))
          if (policy.isLasting) raw.flushHeaders()
        },
        data: (chunk) => {
          if (raw.write(chunk)) return
          flow?.pause()
          raw.once('drain', () => flow?.resume())
        },
        ended: () => {
          hasEnded = true
          raw.end()
        },
        broke: () => {
          hasEnded = true
          raw.destroy()
        },
        failed: (problem) => {
          hasEnded = true
          desk.figures.count(policy.class, 'failed')
          if (changesSession) desk.sessions.forget(request.raw.headers)
          if (!request.raw.complete) reply.header('connection', 'close')
          void reply.send(problem)
        }
      }
    )
  }

  const joined = new Map<string, number>()
  /** Counts an answer that lasts; false when there are too many already. */
  function join(raw: ServerResponse, key: string): boolean {
    const others = joined.get(key) ?? 0
    if (others >= mostLastingEach || desk.lasting.size >= mostLasting) return false
    joined.set(key, others + 1)
    desk.lasting.add(raw)
    raw.once('close', () => {
      desk.lasting.delete(raw)
      const left = joined.get(key)! - 1
      if (left === 0) joined.delete(key)
      else joined.set(key, left)
    })
    return true
  }
}

/** A body must have come within 15 s; one that is passed on as it comes may take its time, but not fall silent for a minute. */
function boundBody({ raw }: Request, isStreamed: boolean): void {
  if (raw.complete) return
  if (isStreamed) {
    raw.setTimeout(silentBodyMs, () => raw.destroy())
    raw.once('end', () => raw.setTimeout(0))
    return
  }
  const timer = setTimeout(() => {
    raw.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    raw.destroy()
  }, slowBodyMs)
  raw.once('close', () => clearTimeout(timer))
  raw.once('end', () => clearTimeout(timer))
}
