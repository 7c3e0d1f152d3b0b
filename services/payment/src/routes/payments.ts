import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { refuseCardNumbers } from '../controllers/cards.ts'
import {
  authorisePayment,
  capturePayment,
  listChangedPayments,
  listPayments,
  showPayment,
  voidPayment,
  type Deps
} from '../controllers/payments.ts'
import { BookedPayment, ChangedPayment, NewPayment, OrderPath, Payment, VoidedPayment } from '../schemas/payments.ts'

const peers = { access: { service: 'payments' } }
const finance = { access: { staff: 'payments:read' } }

export async function paymentRoutes(app: App, deps: Deps) {
  app.addHook('preValidation', async ({ body }) => refuseCardNumbers(body))

  app.put(
    '/internal/payments/:orderId',
    {
      config: peers,
      schema: { operationId: 'authorisePayment', params: OrderPath, body: NewPayment, response: { 200: Payment } }
    },
    ({ params, body }) => authorisePayment(deps, params.orderId, body)
  )

  app.get(
    '/internal/payments',
    {
      config: peers,
      schema: {
        operationId: 'listChangedPayments',
        querystring: Type.Object({
          changedSince: Type.Optional(Type.String({ format: 'date-time', maxLength: 40 })),
          ...pageQuery
        }),
        response: { 200: Page(ChangedPayment) }
      }
    },
    ({ query }) => listChangedPayments(deps, query)
  )

  app.get(
    '/internal/payments/:orderId',
    { config: peers, schema: { operationId: 'showPayment', params: OrderPath, response: { 200: Payment } } },
    ({ params }) => showPayment(deps, params.orderId)
  )

  app.put(
    '/internal/payments/:orderId/capture',
    { config: peers, schema: { operationId: 'capturePayment', params: OrderPath, response: { 200: Payment } } },
    ({ params }) => capturePayment(deps, params.orderId)
  )

  app.put(
    '/internal/payments/:orderId/void',
    { config: peers, schema: { operationId: 'voidPayment', params: OrderPath, response: { 200: VoidedPayment } } },
    ({ params }) => voidPayment(deps, params.orderId)
  )

  app.get(
    '/api/v1/payments',
    {
      config: finance,
      schema: {
        operationId: 'listPayments',
        querystring: Type.Object({
          orderId: Type.Optional(Type.String({ format: 'uuid' })),
          reference: Type.Optional(
            Type.String({ maxLength: 255, description: 'The provider’s id, for example what a bank transfer names.' })
          ),
          ...pageQuery
        }),
        response: { 200: Page(BookedPayment) }
      }
    },
    ({ query }) => listPayments(deps, query)
  )
}
