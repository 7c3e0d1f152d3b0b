import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { refuseCardNumbers } from '../controllers/cards.ts'
import { listExceptions, resolvePaymentException } from '../controllers/exceptions.ts'
import type { Deps } from '../controllers/payments.ts'
import { ExceptionPath, PaymentException, Resolution } from '../schemas/exceptions.ts'

export async function exceptionRoutes(app: App, deps: Deps) {
  app.addHook('preValidation', async ({ body }) => refuseCardNumbers(body))

  app.get(
    '/api/v1/payments/exceptions',
    {
      config: { access: { staff: 'payments:read' } },
      schema: {
        operationId: 'listPaymentExceptions',
        querystring: Type.Object({
          status: Type.Optional(Type.Literal('open', { description: 'Those that nobody has looked into.' })),
          ...pageQuery
        }),
        response: { 200: Page(PaymentException) }
      }
    },
    ({ query }) => listExceptions(deps, query)
  )

  app.post(
    '/api/v1/payments/exceptions/:exceptionId/resolve',
    {
      config: { access: { staff: 'payments:write' }, once: true },
      schema: {
        operationId: 'resolvePaymentException',
        params: ExceptionPath,
        body: Resolution,
        response: { 200: PaymentException }
      }
    },
    ({ params, body, caller, once }) =>
      resolvePaymentException(deps, once, params.exceptionId, body.note, personId(caller))
  )
}
