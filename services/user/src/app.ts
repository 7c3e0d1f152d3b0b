import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/profiles.ts'
import { addressRoutes } from './routes/addresses.ts'
import { profileRoutes } from './routes/profiles.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'user' })
  app.register(profileRoutes, deps)
  app.register(addressRoutes, deps)
  return app
}
