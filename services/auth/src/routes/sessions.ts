import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { proveSession, signInWithCode } from '../controllers/second-factors.ts'
import {
  endOtherSessions,
  endSession,
  exchangeSession,
  listSessions,
  showSession,
  signIn,
  signOut,
  type Deps
} from '../controllers/sessions.ts'
import {
  CurrentSession,
  PersonToken,
  Proof,
  Proven,
  SessionId,
  Sessions,
  SessionToken,
  SignedIn,
  SignIn,
  SignInCode
} from '../schemas/sessions.ts'
import { giveCookie, originOf, sessionId, takeCookie } from './callers.ts'

const sessions = '/api/v1/auth/sessions'
const current = `${sessions}/current`
const nothing = { 204: Type.Null() }
const customer = { access: 'customer' } as const

export async function sessionRoutes(app: App, deps: Deps) {
  app.post(
    sessions,
    {
      config: { access: 'anyone' },
      schema: { operationId: 'signIn', body: SignIn, response: { 201: SignedIn } }
    },
    async (request, reply) => {
      const made = await signIn(deps, request.body, originOf(request))
      giveCookie(reply, deps, made.session)
      reply.code(201)
      return made
    }
  )

  app.post(
    `${sessions}/second-factor`,
    {
      config: { access: 'anyone' },
      schema: { operationId: 'signInWithCode', body: SignInCode, response: { 201: SignedIn } }
    },
    async (request, reply) => {
      const made = await signInWithCode(deps, request.body, originOf(request))
      giveCookie(reply, deps, made.session)
      reply.code(201)
      return made
    }
  )

  app.get(
    sessions,
    { config: customer, schema: { operationId: 'listSessions', response: { 200: Sessions } } },
    ({ caller }) => listSessions(deps, personId(caller), sessionId(caller))
  )

  app.delete(
    sessions,
    {
      config: customer,
      schema: { operationId: 'endOtherSessions', description: 'The current one stays.', response: nothing }
    },
    async ({ caller }, reply) => {
      await endOtherSessions(deps, personId(caller), sessionId(caller))
      reply.code(204)
      return null
    }
  )

  app.delete(
    `${sessions}/:sessionId`,
    { config: customer, schema: { operationId: 'endSession', params: SessionId, response: nothing } },
    async ({ caller, params }, reply) => {
      await endSession(deps, personId(caller), params.sessionId)
      reply.code(204)
      return null
    }
  )

  app.get(
    current,
    { config: customer, schema: { operationId: 'showSession', response: { 200: CurrentSession } } },
    ({ caller }) => showSession(deps, personId(caller), sessionId(caller))
  )

  app.delete(
    current,
    { config: customer, schema: { operationId: 'signOut', response: nothing } },
    async ({ caller }, reply) => {
      await signOut(deps, personId(caller), sessionId(caller))
      takeCookie(reply, deps)
      reply.code(204)
      return null
    }
  )

  app.post(
    `${current}/proof`,
    { config: customer, schema: { operationId: 'proveSession', body: Proof, response: { 200: Proven } } },
    (request) =>
      proveSession(deps, personId(request.caller), sessionId(request.caller), request.body, originOf(request))
  )

  app.post(
    '/internal/sessions/exchange',
    {
      config: { access: { service: 'sessions' } },
      schema: { operationId: 'exchangeSession', body: SessionToken, response: { 200: PersonToken } }
    },
    ({ body }) => exchangeSession(deps, body.token)
  )
}
