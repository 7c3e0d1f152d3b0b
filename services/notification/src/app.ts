import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/messages.ts'
import { openStreams, type StreamLimits, type Streams } from './controllers/streams.ts'
import type { WebhookDeps } from './controllers/subscriptions.ts'
import { templatesOf } from './controllers/templates.ts'
import { alertRoutes } from './routes/alerts.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { messageRoutes } from './routes/messages.ts'
import { personRoutes } from './routes/people.ts'
import { subscriptionRoutes } from './routes/subscriptions.ts'
import { reportRoutes, suppressionRoutes, unsubscriptionRoutes } from './routes/suppressions.ts'
import { templateRoutes } from './routes/templates.ts'

export type AppDeps = Deps & WebhookDeps & { streams?: Streams; limits?: StreamLimits; bounceSecret?: string }

export function buildApp(deps: AppDeps & Omit<ServiceOptions, 'name' | 'db'>) {
  const app = buildService({ ...deps, name: 'notification' })
  const all = { ...deps, streams: deps.streams ?? openStreams(deps.limits) }
  // Known before the first event comes, whose transaction could not wait for another connection.
  if (!deps.describe) app.addHook('onReady', () => templatesOf(deps.db).reload())
  app.register(messageRoutes, all)
  app.register(personRoutes, all)
  app.register(alertRoutes, all)
  app.register(templateRoutes, all)
  app.register(suppressionRoutes, all)
  app.register(reportRoutes, all)
  app.register(unsubscriptionRoutes, all)
  app.register(campaignRoutes, all)
  app.register(subscriptionRoutes, all)
  return app
}
