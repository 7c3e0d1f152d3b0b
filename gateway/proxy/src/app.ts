import type { ServerResponse } from 'node:http'
import type { Keys } from '@lumora/kit/auth'
import { Problem } from '@lumora/kit/problem'
import { buildService, type App } from '@lumora/kit/service'
import { readAddresses } from './addresses.ts'
import { guarding } from './answers.ts'
import { documentation } from './documentation.ts'
import { openFigures } from './figures.ts'
import { forward, type Desk } from './forwarding.ts'
import { preflightHeaders, requirePlainPath, requireSameSite, sharingHeaders } from './guard.ts'
import { openLeaving } from './leaving.ts'
import { countHere, openLimits, type Counter } from './limits.ts'
import { openRoom, watchPressure, type Pressure } from './shedding.ts'
import { hearEvents, noPurging, type Purging } from './purging.ts'
import type { Sessions } from './sessions.ts'
import { siteRows } from './site.ts'
import { servePages } from './pages/compose.ts'
import { openAgent, openUpstream } from './upstreams.ts'

export interface Deps {
  routes: Record<string, readonly string[]>
  urlOf: (service: string) => string
  sessions: Sessions
  /** Where the storefront is, which gets what is nobody else's; without it `/` is the reference of the API. */
  siteUrl?: string
  /** Has NGINX forget what it keeps. */
  purging?: Purging
  /** Checks the tokens of services that tell of a change; without it none is heard. */
  keys?: Keys
  trustProxy?: string[]
  trustedClients?: string[]
  allowedOrigins?: string[]
  counter?: Counter
  /** How many requests a service is given at the same time. */
  places?: number
  /** How much of what comes is to be refused as this process is late; measured unless told. */
  pressure?: Pressure
  /** How many times their budget the parts of a page are waited for: 1 unless told. */
  patience?: number
  log?: string
}

/** The storefront makes a page of what it asks here, one after the other. */
const siteTargetMs = 400

/** The gateway: each route of the table goes to its service, with the caller's token in place of the session. */
export function buildApp(deps: Deps): App {
  const { routes, urlOf, sessions, trustProxy = [], places = 128, log } = deps
  const names = Object.keys(routes)
  const app = buildService({
    name: 'gateway',
    readCaller: async () => ({ kind: 'anonymous' }),
    trustProxy,
    log,
    ready: async () => {
      const unknown = names.find((name) => routes[name]!.length === 0 || !URL.canParse(urlOf(name)))
      if (names.length === 0 || unknown !== undefined)
        throw new Problem(503, 'try-again', `The table has no way to ${unknown ?? 'any service'}.`)
    }
  })
  // A body may take as long as it flows; how long each may take stands at its route.
  app.server.requestTimeout = 0
  const agent = openAgent(places)
  const friends = new Set(deps.allowedOrigins)
  const pressure = deps.pressure ?? watchPressure()
  const upstreams = new Map(
    names.map((name) => {
      const warn = (err: Error) => app.log.warn({ err, service: name }, 'a service did not answer')
      return [name, openUpstream(name, () => urlOf(name), agent, openRoom(places), warn)]
    })
  )
  const desk: Desk = {
    sessions,
    limits: openLimits(deps.counter ?? countHere()),
    addressOf: readAddresses(deps.trustedClients ?? []),
    figures: openFigures(() => upstreams.values(), pressure),
    pressure,
    friends,
    purging: deps.purging ?? noPurging,
    patience: deps.patience ?? 1,
    lasting: new Set<ServerResponse>()
  }
  const leaving = openLeaving()
  app.addHook('onRequest', (request, reply, next) => {
    if (!leaving.refuses(request.raw)) return next()
    reply.hijack()
    request.raw.destroy()
  })
  app.addHook('preClose', async () => {
    const left = leaving.left()
    for (const each of desk.lasting) each.end()
    await left
  })
  app.addHook('onClose', async () => {
    pressure.stop()
    desk.purging.close()
    await agent.close()
    await desk.limits.close()
  })
  app.addHook('onRequest', (request, reply, next) => {
    const { headers, url } = request.raw
    try {
      requirePlainPath(url!)
      requireSameSite(request.method, headers, () => request.protocol, friends)
    } catch (error) {
      return next(error as Error)
    }
    const { origin } = headers
    if (request.method === 'OPTIONS' && origin !== undefined && friends.has(origin))
      return void reply.code(204).headers(preflightHeaders(origin)).send()
    next()
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    for (const [name, value] of Object.entries(guarding)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    reply.header('x-request-id', request.id)
    const sharing = sharingHeaders(request.raw.headers.origin, friends)
    for (let i = 0; i < sharing.length; i += 2) reply.header(sharing[i]!, sharing[i + 1])
    if (request.routeOptions.url === '/metrics') return next(null, `${String(payload)}${desk.figures.write()}`)
    next(null, payload)
  })

  for (const [service, lines] of Object.entries(routes)) {
    for (const line of lines) forward(app, line, upstreams.get(service)!, desk)
  }
  servePages(app, upstreams, desk)
  if (deps.keys) hearEvents(app, deps.keys, desk.purging)
  const { siteUrl } = deps
  if (siteUrl !== undefined) {
    const site = openUpstream(
      'storefront',
      () => siteUrl,
      agent,
      openRoom(places, siteTargetMs),
      (err) => app.log.warn({ err, service: 'storefront' }, 'a service did not answer')
    )
    upstreams.set('storefront', site)
    for (const line of siteRows) forward(app, line, site, desk)
  } else
    app.get('/', { schema: { hide: true }, config: { access: 'anyone' } }, (_request, reply) =>
      reply.redirect('/api/docs')
    )
  app.register(documentation)
  return app
}
