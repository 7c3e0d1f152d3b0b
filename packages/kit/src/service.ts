import { randomUUID } from 'node:crypto'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify'
import { Type, type TSchema } from 'typebox'
import type { App, Log } from './app.ts'
import { requireAccess, tokenReader, type Caller, type Keys } from './auth.ts'
import { context } from './context.ts'
import type { Database } from './database.ts'
import { failureRoutes } from './failures.ts'
import { hashOf, keyHeader, OnceState, Replay } from './idempotency.ts'
import { openLog } from './logs.ts'
import { watchRequests } from './metrics.ts'
import { Problem, problemBody, toProblem } from './problem.ts'
import { compiledLater, compileText, compileValues } from './schemas.ts'
import { isStopping } from './serve.ts'
import { beginSpan, isTracing } from './tracing.ts'

export type { App, Log }

export interface ServiceOptions {
  name: string
  /** Checks bearer tokens. */
  keys?: Keys
  /** Finds out who calls in another way; the gateway does, as it is given sessions and not tokens. */
  readCaller?: (authorization: string | undefined) => Promise<Caller>
  /** Addresses whose X-Forwarded-For is believed; a service believes its own network, where only the gateway is. */
  trustProxy?: string[]
  /** Needed by routes that are `once`. */
  db?: Database
  log?: string | undefined
  /** Throws when the service cannot serve. */
  ready?: () => Promise<unknown>
  /** Also describes the routes, for `openapi.json`; costs start-up time, so only the contract generator asks for it. */
  describe?: boolean
}

const bodyLimit = 256 * 1024
const probes = new Set(['/livez', '/readyz', '/metrics'])
const maxDepth = 32
const requestIdShape = /^[\w-]{8,64}$/
const traceparentShape = /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/

const ProblemAnswer = Type.Object(
  { type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.String(), instance: Type.String() },
  { description: 'RFC 9457 application/problem+json; each type is explained in docs/problems.md.' }
)

/** A Fastify instance with the house rules: strict input, closed output, problem+json for every error, request ids, health, metrics, and no route without a say on who may call it. */
export function buildService(options: ServiceOptions): App {
  const { name, db, log, ready } = options
  const app: App = Fastify({
    logger: log ? logging(name, log) : false,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && requestIdShape.test(given) ? given : randomUUID()
    },
    trustProxy: options.trustProxy ?? ['loopback', 'uniquelocal'],
    bodyLimit,
    // What still comes over an open connection while the process stops is answered, and the connection then closed.
    return503OnClosing: false,
    // Only the gateway and peers come here. A large import may flow for minutes; the gateway ends what does not flow.
    requestTimeout: 600_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5000 },
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void fail(error, request as FastifyRequest, reply as FastifyReply)
  }).withTypeProvider<TypeBoxTypeProvider>()

  strictInput(app)
  app.decorateRequest('caller')
  app.decorateRequest('once')
  app.setErrorHandler(answerOrFail)
  app.setNotFoundHandler((request, reply) =>
    fail(new Problem(404, 'not-found', 'There is nothing at this address.'), request, reply)
  )
  if (options.describe) describe(app, name)
  app.addHook('onRoute', (route) => houseRules(route, options.describe === true))

  const readCaller = options.readCaller ?? tokenReader(name, options.keys!)
  app.addHook('onRequest', (request, reply, next) => {
    const { headers } = request
    const leftMs = Math.min(Number(headers['x-deadline-ms']) || 10_000, 10_000)
    const given = headers.traceparent
    const parent = typeof given === 'string' && traceparentShape.test(given) ? given : undefined
    const traceparent = traceRequest(request, reply, parent) ?? parent
    context.run(
      { requestId: request.id, deadlineAt: Date.now() + leftMs, ...(traceparent ? { traceparent } : {}) },
      next
    )
  })
  app.addHook('onRequest', async (request) => {
    request.caller = await readCaller(request.headers.authorization)
    if (request.is404) return
    requireAccess(request.routeOptions.config.access!, request.caller)
  })
  app.addHook('onSend', (_request, reply, _payload, next) => {
    if (isStopping()) reply.header('connection', 'close')
    next()
  })
  if (db) answerOnce(app, db)
  const metrics = watchRequests(app)
  app.decorate('addReadings', metrics.add)
  // All that this line holds is known; with the search for secrets in it a line costs 8.5 µs, without 2.
  const told = app.log.child({}, { redact: [] })
  app.addHook('onResponse', ({ id, method, routeOptions }, reply, next) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10
    told.info({ requestId: id, method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'answered')
    next()
  })

  app.register(async (routes) => {
    if (db || options.describe) failureRoutes(routes, name, db!)
  })

  const hidden = { schema: { hide: true } as object, config: { access: 'anyone' as const } }
  app.get('/livez', hidden, async () => ({ status: 'ok' }))
  app.get('/readyz', hidden, async () => {
    if (isStopping()) throw new Problem(503, 'shutting-down', 'This instance is shutting down.', { retryAfter: 1 })
    await ready?.()
    return { status: 'ok' }
  })
  app.get('/metrics', hidden, async (_request, reply) => {
    reply.type('text/plain; version=0.0.4')
    return metrics.write()
  })
  return app
}

/** Has a request be a span from here until its connection has all of the answer. */
function traceRequest(request: FastifyRequest, reply: FastifyReply, parent: string | undefined): string | undefined {
  if (!isTracing() || probes.has(request.url)) return undefined
  const route = request.routeOptions.url ?? 'none'
  const span = beginSpan(`${request.method} ${route}`, {
    kind: 'server',
    parent,
    isRoot: true,
    attributes: { 'http.request.method': request.method, 'http.route': route, 'lumora.request_id': request.id }
  })
  if (!span) return undefined
  reply.raw.once('close', () => {
    const { statusCode, writableFinished } = reply.raw
    const error = statusCode >= 500 ? { code: String(statusCode) } : writableFinished ? undefined : { code: 'left' }
    span.end(error, { 'http.response.status_code': statusCode })
  })
  return span.traceparent
}

function logging(name: string, level: string) {
  return {
    level,
    stream: openLog(),
    base: { service: name },
    mixin: () => ({ traceparent: context.getStore()?.traceparent }),
    redact: [
      'password',
      'token',
      'email',
      'secret',
      'authorization',
      'cookie',
      '*.password',
      '*.token',
      '*.email',
      '*.secret',
      '*.authorization',
      '*.cookie'
    ],
    serializers: {
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code ?? '',
        message: error.message,
        stack: error.stack ?? ''
      })
    }
  }
}

/** Whatever stands in the way of a request that was answered already, that answer is told. */
async function answerOrFail(failure: unknown, request: FastifyRequest, reply: FastifyReply) {
  const once = request.once as OnceState | undefined
  const why = failure instanceof Replay ? failure : await once?.look().catch((found: unknown) => found)
  if (why instanceof Replay) {
    const { status, body } = why.answer
    return send(reply.header('idempotency-replayed', 'true'), status, body)
  }
  return fail(why instanceof Problem ? why : failure, request, reply)
}

function fail(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error)
  const { retryAfter } = problem.extra
  const isRefusal = error instanceof Problem && retryAfter !== undefined
  if (isRefusal && problem.status >= 500) request.log.info({ problem: problem.slug }, 'refused for now')
  else if (problem.status >= 500) request.log.error({ err: error }, problem.slug)
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter)
  reply.code(problem.status).type('application/problem+json')
  return reply.serializer((body: string) => body).send(problemBody(problem, request.id))
}

/** Bodies are taken as they are, queries and paths are text and so converted; both refuse what they do not know, and JSON that is too deep or holds what PostgreSQL cannot store. */
function strictInput(app: App): void {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    compiledLater(() => (httpPart === 'body' ? compileValues : compileText)(schema))
  )

  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string
    if (depthOf(text) > maxDepth)
      return done(new Problem(400, 'input-not-valid', `The body is nested deeper than ${maxDepth} levels.`))
    if (text.includes('\\u0000')) return done(new Problem(400, 'input-not-valid', 'The body holds a NUL character.'))
    if (text === '') return done(null, undefined)
    return parse(request, text, (error, value) => {
      if (error) done(new Problem(400, 'input-not-valid', 'The body is not valid JSON.'))
      else done(null, value)
    })
  })
  app.addHook('preValidation', ({ url }, _reply, next) => {
    if (url.includes('%00')) next(new Problem(400, 'input-not-valid', 'The address holds a NUL character.'))
    else next()
  })
}

/** How deep the brackets of a JSON text nest, found without parsing it. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (inString) {
      if (char === 92) i++
      else if (char === 34) inString = false
    } else if (char === 34) inString = true
    else if (char === 91 || char === 123) deepest = Math.max(deepest, ++depth)
    else if (char === 93 || char === 125) depth--
  }
  return deepest
}

interface RouteSchema {
  hide?: boolean
  operationId?: string
  body?: TSchema
  querystring?: TSchema
  params?: TSchema
  headers?: TSchema
  response?: Record<string, TSchema>
}

/** A route without a say on who may call it, or without schemas for what goes in and out, stops the service from starting. */
function houseRules(route: RouteOptions, describing: boolean): void {
  const label = `${String(route.method)} ${route.url}`
  const schema = (route.schema ?? {}) as RouteSchema
  if (route.method === 'HEAD') return
  if (route.config?.access === undefined) throw new Error(`${label} does not say who may call it.`)
  if (schema.hide) return
  if (!schema.operationId || !schema.response) throw new Error(`${label} needs an operationId and a response schema.`)
  const once = route.config.once ? { [keyHeader]: Type.String({ minLength: 8, maxLength: 255 }) } : {}
  const headers = schema.headers ? { ...(schema.headers as { properties?: object }).properties } : {}
  route.schema = {
    ...schema,
    security: route.config.access === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(schema.body ? { body: closed(schema.body) } : {}),
    querystring: closed(schema.querystring ?? Type.Object({})),
    ...(schema.params ? { params: closed(schema.params) } : {}),
    ...(schema.headers || route.config.once ? { headers: Type.Object({ ...headers, ...once }) } : {}),
    // Only told, as problems are sent as text: a serializer of it for each route would cost a service 50 ms of its start.
    response: describing ? { ...schema.response, default: ProblemAnswer } : schema.response
  }
}

/** The schema with every object in it closed to fields that it does not name, and fields with a default left to the caller. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T
  if (typeof schema !== 'object' || schema === null) return schema
  const copy: Record<string, any> = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value as unknown)])
  )
  if (copy.type !== 'object' || copy.properties === undefined) return copy as T
  const required = (copy.required as string[] | undefined)?.filter(
    (name) => copy.properties[name]?.default === undefined
  )
  return { ...copy, ...(required ? { required } : {}), additionalProperties: copy.additionalProperties ?? false } as T
}

/** Whose key it is: a service's, a person's, or, of a guest, that of the address and the tokens shown (a cart's, an order's). */
function scopeOf({ caller, ip, headers }: FastifyRequest): string {
  if (caller.kind === 'service') return `service:${caller.name}`
  if (caller.kind !== 'anonymous') return `${caller.kind}:${caller.id}`
  const shown = Object.keys(headers)
    .filter((name) => name.endsWith('-token'))
    .sort()
  return `guest:${ip}:${hashOf(
    '',
    ip,
    shown.map((name) => headers[name])
  )}`
}

/** On routes that are `once`: replays the stored answer, or has one stored. One that has the look-up `in-hand` makes it part of its first statement, or learns of a twin when it stores. */
function answerOnce(app: App, db: Database): void {
  app.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.once) return
    const once = new OnceState({
      db,
      scope: scopeOf(request),
      key: request.headers[keyHeader] as string,
      requestHash: hashOf(request.method, request.url, request.body),
      serialize: (status, value) =>
        reply.getSerializationFunction(String(status))?.(value as Record<string, unknown>) ?? JSON.stringify(value)
    })
    request.once = once
    if (request.routeOptions.config.once !== 'in-hand') await once.look()
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const once = request.once as OnceState | undefined
    if (!once || reply.statusCode >= 300 || reply.hasHeader('idempotency-replayed')) return payload
    if (!once.stored)
      throw new Error(`${request.method} ${request.routeOptions.url} made something without storing its answer.`)
    if (!once.kept && !once.ended) return payload
    const answer = once.ended ?? (await once.finish(reply.statusCode, String(payload)))
    reply.code(answer.status)
    return answer.body
  })
}

const send = (reply: FastifyReply, status: number, body: string) =>
  reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((text: string) => text)
    .send(body)

function describe(app: App, name: string): void {
  app.register(import('@fastify/swagger'), {
    openapi: {
      openapi: '3.1.0',
      info: { title: `Lumora ${name}`, version: '1' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } }
    }
  })
}
