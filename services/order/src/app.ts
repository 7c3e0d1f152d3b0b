import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/orders.ts'
import { documentRoutes } from './routes/documents.ts'
import { exceptionRoutes } from './routes/exceptions.ts'
import { noteRoutes } from './routes/notes.ts'
import { orderRoutes } from './routes/orders.ts'
import { personRoutes } from './routes/people.ts'
import { returnRoutes } from './routes/returns.ts'
import { shipmentRoutes } from './routes/shipments.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'order' })
  app.register(orderRoutes, deps)
  app.register(noteRoutes, deps)
  app.register(shipmentRoutes, deps)
  app.register(returnRoutes, deps)
  app.register(documentRoutes, deps)
  app.register(exceptionRoutes, deps)
  app.register(personRoutes, deps)
  return app
}
