import { buildService, type ServiceOptions } from '@lumora/kit/service'
import type { Deps } from './controllers/sessions.ts'
import { auditRoutes } from './routes/audit.ts'
import { emailRoutes } from './routes/emails.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { keyRoutes } from './routes/keys.ts'
import { personRoutes } from './routes/people.ts'
import { secondFactorRoutes } from './routes/second-factors.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { staffRoutes } from './routes/staff.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { userRoutes } from './routes/users.ts'

export function buildApp(deps: Deps & Omit<ServiceOptions, 'name'>) {
  const app = buildService({ ...deps, name: 'auth' })
  for (const routes of [
    userRoutes,
    sessionRoutes,
    emailRoutes,
    secondFactorRoutes,
    staffRoutes,
    invitationRoutes,
    auditRoutes,
    tokenRoutes,
    keyRoutes
  ])
    app.register(routes, deps)
  app.register(personRoutes, deps)
  return app
}
