import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import type { Deps } from '../controllers/sessions.ts'
import {
  changeRoles,
  endUserSessions,
  listRoles,
  listStaff,
  removeUserSecondFactor,
  saveStaff,
  setAccountState,
  showAccountState
} from '../controllers/staff.ts'
import {
  AccountState,
  ChangedRoles,
  NewRoles,
  NewState,
  Paging,
  Roles,
  SavedStaff,
  Staff,
  StaffPage,
  UserId
} from '../schemas/staff.ts'
import { doerOf, managerOf } from './callers.ts'

const nothing = { 204: Type.Null() }
const reads = { access: { staff: 'staff:write' } } as const
const writes = { access: { staff: 'staff:write', proven: true } } as const

export async function staffRoutes(app: App, deps: Deps) {
  app.post(
    '/internal/staff',
    {
      config: { access: { service: 'staff' } },
      schema: { operationId: 'saveStaff', body: SavedStaff, response: { 200: Staff } }
    },
    (request) => saveStaff(deps, request.body, doerOf(request.caller, request))
  )

  app.get(
    '/api/v1/auth/staff',
    { config: reads, schema: { operationId: 'listStaff', querystring: Paging, response: { 200: StaffPage } } },
    ({ query }) => listStaff(deps, query)
  )

  app.get('/api/v1/auth/roles', { config: reads, schema: { operationId: 'listRoles', response: { 200: Roles } } }, () =>
    listRoles(deps)
  )

  app.put(
    '/api/v1/auth/staff/:userId/roles',
    {
      config: writes,
      schema: {
        operationId: 'changeRoles',
        params: UserId,
        headers: IfMatch,
        body: NewRoles,
        response: { 200: ChangedRoles }
      }
    },
    async (request, reply) => {
      const { caller, params, headers, body } = request
      const version = versionIn(headers['if-match'])
      const changed = await changeRoles(deps, params.userId, version, body.roles, managerOf(caller, request))
      reply.header('etag', etagOf(changed.version))
      return changed
    }
  )

  app.get(
    '/api/v1/auth/users/:userId',
    {
      config: { access: [{ staff: 'customers:read' }, { staff: 'staff:write' }] },
      schema: { operationId: 'showAccountState', params: UserId, response: { 200: AccountState } }
    },
    ({ params }) => showAccountState(deps, params.userId)
  )

  app.put(
    '/api/v1/auth/users/:userId/state',
    {
      config: writes,
      schema: { operationId: 'setAccountState', params: UserId, body: NewState, response: { 200: AccountState } }
    },
    (request) => setAccountState(deps, request.params.userId, request.body.disabled, doerOf(request.caller, request))
  )

  app.delete(
    '/api/v1/auth/users/:userId/sessions',
    { config: writes, schema: { operationId: 'endUserSessions', params: UserId, response: nothing } },
    async (request, reply) => {
      await endUserSessions(deps, request.params.userId, doerOf(request.caller, request))
      reply.code(204)
      return null
    }
  )

  app.delete(
    '/api/v1/auth/users/:userId/second-factor',
    {
      config: { access: [writes.access, { service: 'staff' }] },
      schema: { operationId: 'removeUserSecondFactor', params: UserId, response: nothing }
    },
    async (request, reply) => {
      await removeUserSecondFactor(deps, request.params.userId, doerOf(request.caller, request))
      reply.code(204)
      return null
    }
  )
}
