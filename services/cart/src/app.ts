import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/carts.ts'
import { cartRoutes } from './routes/carts.ts'
import { checkoutRoutes } from './routes/checkouts.ts'
import { personRoutes } from './routes/people.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'cart' })
  app.register(cartRoutes, deps)
  app.register(checkoutRoutes, deps)
  app.register(personRoutes, deps)
  return app
}
