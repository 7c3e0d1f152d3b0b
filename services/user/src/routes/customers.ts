import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  addNote,
  dropGroup,
  groupCustomer,
  listAccesses,
  listCustomers,
  listGroups,
  listNotes,
  putGroup,
  showCustomer
} from '../controllers/customers.ts'
import type { Deps } from '../controllers/profiles.ts'
import {
  Access,
  Customer,
  CustomerPath,
  CustomerQuery,
  CustomerSummary,
  Group,
  GroupNames,
  GroupPath,
  Groups,
  NewGroup,
  NewNote,
  Note
} from '../schemas/customers.ts'

const url = '/api/v1/customers'
const reads = { access: { staff: 'customers:read' } }
const writes = { access: { staff: 'customers:write' } }
const querystring = Type.Object(pageQuery)

export async function customerRoutes(app: App, deps: Deps) {
  app.get(
    url,
    {
      config: reads,
      schema: { operationId: 'listCustomers', querystring: CustomerQuery, response: { 200: Page(CustomerSummary) } }
    },
    ({ query }) => listCustomers(deps, query)
  )

  app.get(
    `${url}/:userId`,
    { config: reads, schema: { operationId: 'showCustomer', params: CustomerPath, response: { 200: Customer } } },
    ({ caller, params }) => showCustomer(deps, personId(caller), params.userId)
  )

  app.get(
    `${url}/:userId/notes`,
    {
      config: reads,
      schema: {
        operationId: 'listCustomerNotes',
        params: CustomerPath,
        querystring,
        response: { 200: Page(Note) }
      }
    },
    ({ caller, params, query }) => listNotes(deps, personId(caller), params.userId, query)
  )

  app.post(
    `${url}/:userId/notes`,
    {
      config: { ...writes, once: true },
      schema: { operationId: 'addCustomerNote', params: CustomerPath, body: NewNote, response: { 201: Note } }
    },
    async ({ caller, once, params, body }, reply) => {
      reply.code(201)
      return addNote(deps, once, personId(caller), params.userId, body.text)
    }
  )

  app.get(
    `${url}/:userId/accesses`,
    {
      config: { access: { staff: 'staff:write' } },
      schema: {
        operationId: 'listCustomerAccesses',
        params: CustomerPath,
        querystring,
        response: { 200: Page(Access) }
      }
    },
    ({ params, query }) => listAccesses(deps, params.userId, query)
  )

  app.put(
    `${url}/:userId/groups`,
    {
      config: writes,
      schema: { operationId: 'groupCustomer', params: CustomerPath, body: GroupNames, response: { 200: GroupNames } }
    },
    ({ params, body }) => groupCustomer(deps, params.userId, body.groups)
  )

  app.get(
    '/api/v1/customer-groups',
    { config: reads, schema: { operationId: 'listCustomerGroups', response: { 200: Groups } } },
    () => listGroups(deps)
  )

  app.put(
    '/api/v1/customer-groups/:slug',
    {
      config: writes,
      schema: { operationId: 'putCustomerGroup', params: GroupPath, body: NewGroup, response: { 200: Group } }
    },
    ({ params, body }) => putGroup(deps, params.slug, body)
  )

  app.delete(
    '/api/v1/customer-groups/:slug',
    {
      config: writes,
      schema: { operationId: 'dropCustomerGroup', params: GroupPath, response: { 204: Type.Null() } }
    },
    async ({ params }, reply) => {
      await dropGroup(deps, params.slug)
      reply.code(204)
      return null
    }
  )
}
