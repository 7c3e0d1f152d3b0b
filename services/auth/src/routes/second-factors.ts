import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  beginSecondFactor,
  confirmNewSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  showSecondFactor
} from '../controllers/second-factors.ts'
import type { Deps } from '../controllers/sessions.ts'
import {
  NewSecondFactor,
  RecoveryCodes,
  SecondFactor,
  SecondFactorCode,
  SecondFactorSecret
} from '../schemas/second-factors.ts'
import { originOf, sessionId } from './callers.ts'

const url = '/api/v1/auth/second-factor'
const customer = { access: 'customer' } as const

export async function secondFactorRoutes(app: App, deps: Deps) {
  app.get(
    url,
    { config: customer, schema: { operationId: 'showSecondFactor', response: { 200: SecondFactor } } },
    ({ caller }) => showSecondFactor(deps, personId(caller), sessionId(caller))
  )

  app.post(
    url,
    {
      config: customer,
      schema: { operationId: 'beginSecondFactor', body: NewSecondFactor, response: { 200: SecondFactorSecret } }
    },
    async ({ caller, body }, reply) => {
      reply.header('cache-control', 'no-store')
      return beginSecondFactor(deps, personId(caller), sessionId(caller), body.password)
    }
  )

  app.post(
    `${url}/confirm`,
    {
      config: customer,
      schema: { operationId: 'confirmSecondFactor', body: SecondFactorCode, response: { 200: RecoveryCodes } }
    },
    async (request, reply) => {
      const { caller, body } = request
      reply.header('cache-control', 'no-store')
      return confirmNewSecondFactor(deps, personId(caller), sessionId(caller), body.code, originOf(request))
    }
  )

  app.post(
    `${url}/recovery-codes`,
    { config: customer, schema: { operationId: 'renewRecoveryCodes', response: { 200: RecoveryCodes } } },
    async (request, reply) => {
      const { caller } = request
      reply.header('cache-control', 'no-store')
      return renewRecoveryCodes(deps, personId(caller), sessionId(caller), originOf(request))
    }
  )

  app.delete(
    url,
    { config: customer, schema: { operationId: 'removeSecondFactor', response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { caller } = request
      await removeSecondFactor(deps, personId(caller), sessionId(caller), originOf(request))
      reply.code(204)
      return null
    }
  )
}
