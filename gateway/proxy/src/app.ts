import type { Readable } from 'node:stream'
import replyFrom from '@fastify/reply-from'
import { context } from '@lumora/kit/context'
import { Problem, toProblem } from '@lumora/kit/problem'
import { buildService, type App } from '@lumora/kit/service'
import { Agent } from 'undici'
import { documentation } from './documentation.ts'
import { headersFor, requirePlainPath, requireSameSite } from './guard.ts'
import { streamed } from './routes.ts'
import type { Sessions } from './sessions.ts'

export interface Deps {
  routes: Record<string, readonly string[]>
  urlOf: (service: string) => string
  sessions: Sessions
  trustProxy?: string[]
  log?: string
}

const bodyLimit = 1024 * 1024
const streamLimit = 512 * 1024 * 1024
const deadlineMs = 10_000
const streamDeadlineMs = 600_000

/** The gateway: each route of the table goes to its service, with the caller's token in place of the session. */
export function buildApp({ routes, urlOf, sessions, trustProxy = [], log }: Deps): App {
  const app = buildService({ name: 'gateway', readCaller: async () => ({ kind: 'anonymous' }), trustProxy, log })
  const agent = new Agent({
    connections: 128,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connect: { timeout: 1000 },
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs
  })
  app.register(replyFrom, { undici: agent as never, disableRequestLogging: true, disableCache: true })
  app.addHook('onClose', () => agent.close())
  app.addHook('onRequest', async (request) => {
    requirePlainPath(request.raw.url!)
    requireSameSite(request.method, request.raw.headers)
  })

  for (const [service, lines] of Object.entries(routes)) {
    for (const line of lines) forward(app, line, () => urlOf(service), sessions)
  }
  app.register(documentation)
  return app
}

/** One row of the table: `GET /api/v1/designs/:slug`. */
function forward(app: App, line: string, url: () => string, sessions: Sessions): void {
  const [method, path] = line.split(' ') as ['GET', string]
  const isStreamed = streamed.has(line)
  const changesSession = method !== 'GET' && path.startsWith('/api/v1/auth/')
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    if (changesSession) scope.addHook('onSend', async (request) => sessions.forget(request.raw.headers))
    if (isStreamed) scope.addContentTypeParser('*', (_request, payload: Readable, done) => done(null, payload))
    else scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.route({
      method,
      url: path,
      bodyLimit: isStreamed ? streamLimit : bodyLimit,
      config: { access: 'anyone' },
      schema: { hide: true },
      handler: async (request, reply) => {
        const { headers } = request.raw
        const authorization = await sessions.authorize(headers)
        const leftMs = isStreamed ? streamDeadlineMs : Math.min(deadlineMs, context.getStore()!.deadlineAt - Date.now())
        const said = {
          authorization,
          'x-request-id': request.id,
          'x-forwarded-for': request.ip,
          'x-deadline-ms': String(leftMs)
        }
        return reply.from(url() + request.raw.url!, {
          timeout: leftMs,
          retryDelay: () => null,
          ...(Buffer.isBuffer(request.body)
            ? { body: request.body, contentType: headers['content-type'] ?? 'application/octet-stream' }
            : {}),
          rewriteRequestHeaders: (_request, prepared) =>
            headersFor({ ...headers, ...lengthOf(prepared) }, { ...said, host: String(prepared.host) }),
          onError: (answer, { error }) => {
            const { code } = toProblem(error.cause ?? error).status === 503 ? { code: 503 } : { code: 504 }
            request.log.warn({ err: error.cause ?? error, url: path }, 'a service did not answer')
            const problem = new Problem(
              code,
              'peer-unavailable',
              'This part of the shop does not answer. Try again in a moment.',
              { retryAfter: 2 }
            )
            ;(answer as typeof reply).send(problem)
          }
        })
      }
    })
  })
}

const lengthOf = (prepared: { 'content-length'?: string | number | undefined }) =>
  prepared['content-length'] === undefined ? {} : { 'content-length': String(prepared['content-length']) }
