import { serve } from '@lumora/kit/serve'
import { serviceTokens } from '@lumora/kit/tokens'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { countThere } from './limits.ts'
import { routes } from './routes.ts'
import { openSessions } from './sessions.ts'

const tokens = serviceTokens({ url: config.TOKEN_URL, name: 'gateway', secret: config.SERVICE_SECRET })
const sessions = openSessions({ name: 'auth', url: config.urlOf('auth'), tokens })
const listOf = (text: string) => text.split(',').filter((each) => each !== '')

const app = buildApp({
  routes,
  urlOf: config.urlOf,
  sessions,
  trustProxy: listOf(config.TRUSTED_PROXIES),
  trustedClients: listOf(config.TRUSTED_CLIENTS),
  allowedOrigins: listOf(config.ALLOWED_ORIGINS),
  ...(config.LIMITS_URL === ''
    ? {}
    : { counter: await countThere(config.LIMITS_URL, (err) => app.log.warn({ err }, 'limits cannot be counted')) }),
  places: config.PLACES,
  log: config.LOG_LEVEL
})
await serve(app, config, [])
