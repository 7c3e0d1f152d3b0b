import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/carts.ts'
import { cartRoutes } from './routes/carts.ts'
import { checkoutRoutes } from './routes/checkouts.ts'
import { couponRoutes } from './routes/coupons.ts'
import { personRoutes } from './routes/people.ts'
import { promotionRoutes } from './routes/promotions.ts'
import { shippingMethodRoutes } from './routes/shipping-methods.ts'
import { taxProfileRoutes } from './routes/tax-profiles.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'cart' })
  app.register(cartRoutes, deps)
  app.register(couponRoutes, deps)
  app.register(checkoutRoutes, deps)
  app.register(promotionRoutes, deps)
  app.register(shippingMethodRoutes, deps)
  app.register(taxProfileRoutes, deps)
  app.register(personRoutes, deps)
  return app
}
