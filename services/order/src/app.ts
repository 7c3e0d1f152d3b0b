import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/orders.ts'
import { orderRoutes } from './routes/orders.ts'
import { personRoutes } from './routes/people.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'order' })
  app.register(orderRoutes, deps)
  app.register(personRoutes, deps)
  return app
}
