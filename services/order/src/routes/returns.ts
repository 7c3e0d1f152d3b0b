import type { Caller } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/orders.ts'
import {
  decideOnReturn,
  listAllReturns,
  listReturns,
  receiveOrderReturn,
  requestReturn
} from '../controllers/returns.ts'
import { GuestTokens, OrderId } from '../schemas/orders.ts'
import { Decision, NewReturn, Receipt, Return, ReturnPath, Returns, returnStatuses } from '../schemas/returns.ts'
import { readerOf } from './orders.ts'

const isStaff = (caller: Caller) => caller.kind === 'staff' && caller.permissions.includes('orders:write')

export async function returnRoutes(app: App, deps: Deps) {
  const decides = { access: { staff: 'orders:write' }, once: true }

  app.post(
    '/api/v1/orders/:orderId/returns',
    {
      config: { access: 'anyone', once: true },
      schema: {
        operationId: 'requestReturn',
        params: OrderId,
        headers: GuestTokens,
        body: NewReturn,
        response: { 201: Return }
      }
    },
    async ({ body, caller, headers, once, params }, reply) => {
      reply.code(201)
      const reader = { ...readerOf(caller, headers), isStaff: isStaff(caller) }
      return requestReturn(deps, once, reader, params.orderId, body)
    }
  )

  app.get(
    '/api/v1/orders/:orderId/returns',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'listReturns', params: OrderId, headers: GuestTokens, response: { 200: Returns } }
    },
    ({ caller, headers, params }) => listReturns(deps, readerOf(caller, headers), params.orderId)
  )

  app.get(
    '/api/v1/orders/returns',
    {
      config: { access: { staff: 'orders:read' } },
      schema: {
        operationId: 'listAllReturns',
        querystring: Type.Object({ ...pageQuery, status: Type.Optional(Type.Enum(returnStatuses)) }),
        response: { 200: Page(Return) }
      }
    },
    ({ query }) => listAllReturns(deps, query)
  )

  app.post(
    '/api/v1/orders/:orderId/returns/:returnId/decision',
    {
      config: decides,
      schema: { operationId: 'decideOnReturn', params: ReturnPath, body: Decision, response: { 200: Return } }
    },
    ({ body, once, params }) => decideOnReturn(deps, once, params, body)
  )

  app.post(
    '/api/v1/orders/:orderId/returns/:returnId/receipt',
    {
      config: decides,
      schema: { operationId: 'receiveReturn', params: ReturnPath, body: Receipt, response: { 200: Return } }
    },
    ({ body, once, params }) => receiveOrderReturn(deps, once, params, body)
  )
}
