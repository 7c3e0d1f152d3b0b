import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/categories.ts'
import { categoryRoutes } from './routes/categories.ts'
import { collectionRoutes } from './routes/collections.ts'
import { menuRoutes } from './routes/menus.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'category' })
  app.register(categoryRoutes, deps)
  app.register(collectionRoutes, deps)
  app.register(menuRoutes, deps)
  return app
}
