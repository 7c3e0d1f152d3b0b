import type { App } from '@lumora/kit/service'
import type { Deps } from '../controllers/sessions.ts'
import { registerUser } from '../controllers/users.ts'
import { SignedIn } from '../schemas/sessions.ts'
import { NewUser } from '../schemas/users.ts'
import { giveCookie, originOf } from './callers.ts'

export async function userRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/auth/register',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'registerUser', body: NewUser, response: { 201: SignedIn } }
    },
    async (request, reply) => {
      const made = await registerUser(deps, request.body, originOf(request))
      giveCookie(reply, deps, made.session)
      reply.code(201)
      return made
    }
  )
}
