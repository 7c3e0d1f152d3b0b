import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { acceptInvitation, cancelInvitation, inviteStaff, listInvitations } from '../controllers/invitations.ts'
import type { Deps } from '../controllers/sessions.ts'
import { AcceptedInvitation, Invitation, InvitationId, Invitations, NewInvitation } from '../schemas/staff.ts'
import { doerOf, managerOf, originOf } from './callers.ts'

const url = '/api/v1/auth/staff/invitations'
const nothing = { 204: Type.Null() }
const writes = { staff: 'staff:write', proven: true } as const

export async function invitationRoutes(app: App, deps: Deps) {
  app.post(
    url,
    {
      config: { access: writes, once: true },
      schema: { operationId: 'inviteStaff', body: NewInvitation, response: { 201: Invitation } }
    },
    async (request, reply) => {
      const { caller, once, body } = request
      reply.code(201)
      return inviteStaff(deps, once, personId(caller), body, managerOf(caller, request))
    }
  )

  app.get(
    url,
    {
      config: { access: { staff: 'staff:write' } },
      schema: { operationId: 'listInvitations', response: { 200: Invitations } }
    },
    () => listInvitations(deps)
  )

  app.delete(
    `${url}/:invitationId`,
    {
      config: { access: writes },
      schema: { operationId: 'cancelInvitation', params: InvitationId, response: nothing }
    },
    async (request, reply) => {
      await cancelInvitation(deps, request.params.invitationId, doerOf(request.caller, request))
      reply.code(204)
      return null
    }
  )

  app.post(
    `${url}/accept`,
    {
      config: { access: 'anyone' },
      schema: { operationId: 'acceptInvitation', body: AcceptedInvitation, response: nothing }
    },
    async (request, reply) => {
      await acceptInvitation(deps, request.body, originOf(request))
      reply.code(204)
      return null
    }
  )
}
