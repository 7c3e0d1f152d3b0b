import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/profiles.ts'
import { addressRoutes } from './routes/addresses.ts'
import { consentRoutes } from './routes/consents.ts'
import { customerRoutes } from './routes/customers.ts'
import { dateRoutes } from './routes/dates.ts'
import { profileRoutes } from './routes/profiles.ts'
import { requestRoutes } from './routes/requests.ts'
import { sizeRoutes } from './routes/sizes.ts'
import { wishlistRoutes } from './routes/wishlists.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'user' })
  app.register(profileRoutes, deps)
  app.register(addressRoutes, deps)
  app.register(sizeRoutes, deps)
  app.register(dateRoutes, deps)
  app.register(consentRoutes, deps)
  app.register(wishlistRoutes, deps)
  app.register(customerRoutes, deps)
  app.register(requestRoutes, deps)
  return app
}
