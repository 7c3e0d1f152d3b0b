import type { App } from '@lumora/kit/service'
import { listPublicKeys, rotateKeys } from '../controllers/keys.ts'
import type { Deps } from '../controllers/sessions.ts'
import { PublicKeys } from '../schemas/keys.ts'
import { doerOf } from './callers.ts'

export async function keyRoutes(app: App, deps: Deps) {
  app.get(
    '/.well-known/jwks.json',
    { config: { access: 'anyone' }, schema: { operationId: 'listPublicKeys', response: { 200: PublicKeys } } },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=60')
      return listPublicKeys(deps)
    }
  )

  app.post(
    '/internal/keys/rotate',
    {
      config: { access: { service: 'staff' } },
      schema: { operationId: 'rotateKeys', response: { 200: PublicKeys } }
    },
    (request) => rotateKeys(deps, doerOf(request.caller, request))
  )
}
