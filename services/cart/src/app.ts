import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/carts.ts'
import { cartRoutes } from './routes/carts.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'cart' })
  app.register(cartRoutes, deps)
  return app
}
