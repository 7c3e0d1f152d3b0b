import { personId, type Caller } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { refuseCardNumbers } from '../controllers/cards.ts'
import type { Deps } from '../controllers/payments.ts'
import { decideRefund, listRefunds, refundOrder, requestRefund } from '../controllers/refunds.ts'
import { OrderPath } from '../schemas/payments.ts'
import {
  NewPeerRefund,
  NewRefund,
  PeerRefund,
  Refund,
  RefundDecision,
  RefundIdPath,
  RefundPath
} from '../schemas/refunds.ts'

const nameOf = (caller: Caller) => (caller.kind === 'service' ? caller.name : personId(caller))
const movesMoney = { access: { staff: 'payments:write', proven: true as const }, once: true as const }

export async function refundRoutes(app: App, deps: Deps) {
  app.addHook('preValidation', async ({ body }) => refuseCardNumbers(body))

  app.put(
    '/internal/refunds/:refundId',
    {
      config: { access: { service: 'refunds' } },
      schema: { operationId: 'refundOrder', params: RefundIdPath, body: NewPeerRefund, response: { 200: PeerRefund } }
    },
    ({ params, body, caller }) => refundOrder(deps, params.refundId, body, nameOf(caller))
  )

  app.post(
    '/api/v1/payments/:orderId/refunds',
    {
      config: movesMoney,
      schema: { operationId: 'requestRefund', params: OrderPath, body: NewRefund, response: { 201: Refund } }
    },
    async ({ params, body, caller, once }, reply) => {
      reply.code(201)
      return requestRefund(deps, once, params.orderId, body, personId(caller))
    }
  )

  app.post(
    '/api/v1/payments/:orderId/refunds/:refundId/decision',
    {
      config: movesMoney,
      schema: { operationId: 'decideRefund', params: RefundPath, body: RefundDecision, response: { 200: Refund } }
    },
    ({ params, body, caller, once }) => decideRefund(deps, once, params, body, personId(caller))
  )

  app.get(
    '/api/v1/payments/refunds',
    {
      config: { access: { staff: 'payments:read' } },
      schema: {
        operationId: 'listRefunds',
        querystring: Type.Object({
          status: Type.Optional(Type.Literal('waiting', { description: 'Those that a second person must decide on.' })),
          ...pageQuery
        }),
        response: { 200: Page(Refund) }
      }
    },
    ({ query }) => listRefunds(deps, query)
  )
}
