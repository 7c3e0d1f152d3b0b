import type { App } from '@lumora/kit/service'
import { issueServiceToken } from '../controllers/tokens.ts'
import type { Deps } from '../controllers/sessions.ts'
import { NewServiceToken, ServiceToken } from '../schemas/tokens.ts'

export async function tokenRoutes(app: App, deps: Deps) {
  app.post(
    '/internal/token',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'issueServiceToken',
        description: 'Asks for HTTP Basic authentication with the name of a service and its secret.',
        body: NewServiceToken,
        response: { 200: ServiceToken }
      }
    },
    ({ headers, body }) => issueServiceToken(deps, headers.authorization, body.audience)
  )
}
