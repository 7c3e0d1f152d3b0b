import { remoteKeys } from '@lumora/kit/auth'
import { serve } from '@lumora/kit/serve'
import { serviceTokens } from '@lumora/kit/tokens'
import { isTracing, startTracing } from '@lumora/kit/tracing'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { traceEdge } from './edge.ts'
import { countThere } from './limits.ts'
import { noPurging, openPurging } from './purging.ts'
import { routes } from './routes.ts'
import { openSessions } from './sessions.ts'

const tracing = await startTracing({
  name: 'gateway',
  endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
  ratio: config.OTEL_TRACES_SAMPLER_ARG,
  before: 'edge'
})
const tokens = serviceTokens({ url: config.TOKEN_URL, name: 'gateway', secret: config.SERVICE_SECRET })
const sessions = openSessions({ name: 'auth', url: config.urlOf('auth'), tokens })
const listOf = (text: string) => text.split(',').filter((each) => each !== '')

const purging = config.KEPT_DIR === '' ? noPurging : openPurging(config.KEPT_DIR)
const app = buildApp({
  routes,
  urlOf: config.urlOf,
  sessions,
  ...(config.STOREFRONT_URL === '' ? {} : { siteUrl: config.STOREFRONT_URL }),
  purging,
  keys: remoteKeys(config.JWKS_URL),
  trustProxy: listOf(config.TRUSTED_PROXIES),
  trustedClients: listOf(config.TRUSTED_CLIENTS),
  allowedOrigins: listOf(config.ALLOWED_ORIGINS),
  ...(config.LIMITS_URL === ''
    ? {}
    : { counter: await countThere(config.LIMITS_URL, (err) => app.log.warn({ err }, 'limits cannot be counted')) }),
  places: config.PLACES,
  log: config.LOG_LEVEL
})
if (isTracing()) traceEdge(app)
const closing = [tracing.stop]
if (config.EVENT_BUS === 'nats') {
  const { natsBus } = await import('@lumora/kit/nats')
  const bus = natsBus({ name: 'gateway', url: config.NATS_URL, catalogue: {}, setAside: async () => {}, log: app.log })
  await bus.receive(async () => purging.purge())
  closing.push(bus.close)
}
await serve(app, config, closing)
