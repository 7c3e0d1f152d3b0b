import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  changeEmail,
  changePassword,
  requestEmailChange,
  requestPasswordReset,
  requestVerification,
  resetPassword,
  verifyEmail
} from '../controllers/emails.ts'
import type { Deps } from '../controllers/sessions.ts'
import { Accepted, ChangedPassword, ForgottenPassword, LinkToken, NewEmail, NewPassword } from '../schemas/emails.ts'
import { User } from '../schemas/users.ts'
import { originOf, sessionId } from './callers.ts'

const nothing = { 204: Type.Null() }
const customer = { access: 'customer' } as const
const anyone = { access: 'anyone' } as const

export async function emailRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/auth/email-verifications',
    { config: customer, schema: { operationId: 'requestVerification', response: { 202: Accepted } } },
    async ({ caller }, reply) => {
      reply.code(202)
      return requestVerification(deps, personId(caller))
    }
  )

  app.post(
    '/api/v1/auth/email-verifications/confirm',
    { config: customer, schema: { operationId: 'verifyEmail', body: LinkToken, response: { 200: User } } },
    ({ caller, body }) => verifyEmail(deps, personId(caller), body.token)
  )

  app.post(
    '/api/v1/auth/email-changes',
    { config: customer, schema: { operationId: 'requestEmailChange', body: NewEmail, response: { 202: Accepted } } },
    async ({ caller, body }, reply) => {
      reply.code(202)
      return requestEmailChange(deps, personId(caller), sessionId(caller), body)
    }
  )

  app.post(
    '/api/v1/auth/email-changes/confirm',
    { config: customer, schema: { operationId: 'changeEmail', body: LinkToken, response: { 200: User } } },
    (request) => changeEmail(deps, personId(request.caller), request.body.token, originOf(request))
  )

  app.post(
    '/api/v1/auth/password-resets',
    {
      config: anyone,
      schema: {
        operationId: 'requestPasswordReset',
        description: 'The answer is the same whether the e-mail has an account or not.',
        body: ForgottenPassword,
        response: { 202: Accepted }
      }
    },
    async (request, reply) => {
      reply.code(202)
      return requestPasswordReset(deps, request.body.email, originOf(request))
    }
  )

  app.post(
    '/api/v1/auth/password-resets/confirm',
    { config: anyone, schema: { operationId: 'resetPassword', body: NewPassword, response: nothing } },
    async (request, reply) => {
      await resetPassword(deps, request.body, originOf(request))
      reply.code(204)
      return null
    }
  )

  app.put(
    '/api/v1/auth/password',
    { config: customer, schema: { operationId: 'changePassword', body: ChangedPassword, response: nothing } },
    async (request, reply) => {
      const { caller, body } = request
      await changePassword(deps, personId(caller), sessionId(caller), body, originOf(request))
      reply.code(204)
      return null
    }
  )
}
