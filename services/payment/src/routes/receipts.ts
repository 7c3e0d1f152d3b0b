import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { refuseCardNumbers } from '../controllers/cards.ts'
import type { Deps } from '../controllers/payments.ts'
import { listReceipts, notePayout, noteReturn, recordReceipt } from '../controllers/receipts.ts'
import { OrderPath } from '../schemas/payments.ts'
import { NewPayout, NewReceipt, Receipt, ReceiptPath, RecordedReceipt } from '../schemas/receipts.ts'
import { Refund, RefundPath } from '../schemas/refunds.ts'

const movesMoney = { access: { staff: 'payments:write', proven: true as const }, once: true as const }

export async function receiptRoutes(app: App, deps: Deps) {
  app.addHook('preValidation', async ({ body }) => refuseCardNumbers(body))

  app.post(
    '/api/v1/payments/:orderId/receipts',
    {
      config: movesMoney,
      schema: { operationId: 'recordReceipt', params: OrderPath, body: NewReceipt, response: { 201: RecordedReceipt } }
    },
    async ({ params, body, caller, once }, reply) => {
      reply.code(201)
      return recordReceipt(deps, once, params.orderId, body, personId(caller))
    }
  )

  app.get(
    '/api/v1/payments/:orderId/receipts',
    {
      config: { access: { staff: 'payments:read' } },
      schema: {
        operationId: 'listReceipts',
        params: OrderPath,
        response: { 200: Type.Object({ items: Type.Array(Receipt) }) }
      }
    },
    ({ params }) => listReceipts(deps, params.orderId)
  )

  app.post(
    '/api/v1/payments/:orderId/receipts/:receiptId/return',
    {
      config: movesMoney,
      schema: { operationId: 'noteReturn', params: ReceiptPath, body: NewPayout, response: { 200: Receipt } }
    },
    ({ params, body, caller, once }) => noteReturn(deps, once, params, body, personId(caller))
  )

  app.post(
    '/api/v1/payments/:orderId/refunds/:refundId/payout',
    {
      config: movesMoney,
      schema: { operationId: 'notePayout', params: RefundPath, body: NewPayout, response: { 200: Refund } }
    },
    ({ params, body, caller, once }) => notePayout(deps, once, params, body, personId(caller))
  )
}
