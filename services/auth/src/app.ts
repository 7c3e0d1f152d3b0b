import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/sessions.ts'
import { keyRoutes } from './routes/keys.ts'
import { personRoutes } from './routes/people.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { userRoutes } from './routes/users.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'auth' })
  app.register(userRoutes, deps)
  app.register(sessionRoutes, deps)
  app.register(tokenRoutes, deps)
  app.register(keyRoutes, deps)
  app.register(personRoutes, deps)
  return app
}
