import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/messages.ts'
import { messageRoutes } from './routes/messages.ts'
import { personRoutes } from './routes/people.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name' | 'db'>) {
  const app = buildService({ ...deps, name: 'notification' })
  app.register(messageRoutes, deps)
  app.register(personRoutes, deps)
  return app
}
