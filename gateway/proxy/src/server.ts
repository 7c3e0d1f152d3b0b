import { serve } from '@lumora/kit/serve'
import { serviceTokens } from '@lumora/kit/tokens'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { routes } from './routes.ts'
import { openSessions } from './sessions.ts'

const tokens = serviceTokens({ url: config.TOKEN_URL, name: 'gateway', secret: config.SERVICE_SECRET })
const sessions = openSessions({ name: 'auth', url: config.urlOf('auth'), tokens })
const trustProxy = config.TRUSTED_PROXIES.split(',').filter((address) => address !== '')

await serve(buildApp({ routes, urlOf: config.urlOf, sessions, trustProxy, log: config.LOG_LEVEL }), config, [])
