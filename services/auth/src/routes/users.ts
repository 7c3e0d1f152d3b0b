import type { App } from '@lumora/kit/service'
import { registerUser, saveStaff } from '../controllers/users.ts'
import type { Deps } from '../controllers/sessions.ts'
import { SignedIn } from '../schemas/sessions.ts'
import { NewStaff, NewUser, Staff } from '../schemas/users.ts'
import { giveCookie } from './sessions.ts'

export async function userRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/auth/register',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'registerUser', body: NewUser, response: { 201: SignedIn } }
    },
    async ({ body }, reply) => {
      const made = await registerUser(deps, body)
      giveCookie(reply, deps, made.session)
      reply.code(201)
      return made
    }
  )

  app.post(
    '/internal/staff',
    {
      config: { access: { service: 'staff' } },
      schema: { operationId: 'saveStaff', body: NewStaff, response: { 200: Staff } }
    },
    ({ body }) => saveStaff(deps, body)
  )
}
