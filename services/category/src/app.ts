import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/categories.ts'
import { categoryRoutes } from './routes/categories.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'category' })
  app.register(categoryRoutes, deps)
  return app
}
