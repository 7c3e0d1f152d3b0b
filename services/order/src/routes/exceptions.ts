import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { dismissException, listExceptions, repairException } from '../controllers/exceptions.ts'
import type { Deps } from '../controllers/orders.ts'
import { Dismissal, ExceptionPath, OrderException, exceptionKinds, exceptionStatuses } from '../schemas/exceptions.ts'

export async function exceptionRoutes(app: App, deps: Deps) {
  const closes = { access: { staff: 'orders:write' }, once: true }

  app.get(
    '/api/v1/orders/exceptions',
    {
      config: { access: { staff: 'orders:read' } },
      schema: {
        operationId: 'listOrderExceptions',
        querystring: Type.Object({
          ...pageQuery,
          status: Type.Optional(Type.Enum(exceptionStatuses)),
          kind: Type.Optional(Type.Enum(exceptionKinds)),
          orderId: Type.Optional(Type.String({ format: 'uuid' }))
        }),
        response: { 200: Page(OrderException) }
      }
    },
    ({ query }) => listExceptions(deps, query)
  )

  app.post(
    '/api/v1/orders/exceptions/:exceptionId/repair',
    {
      config: closes,
      schema: { operationId: 'repairOrderException', params: ExceptionPath, response: { 200: OrderException } }
    },
    ({ caller, once, params }) => repairException(deps, once, personId(caller), params.exceptionId)
  )

  app.post(
    '/api/v1/orders/exceptions/:exceptionId/dismiss',
    {
      config: closes,
      schema: {
        operationId: 'dismissOrderException',
        params: ExceptionPath,
        body: Dismissal,
        response: { 200: OrderException }
      }
    },
    ({ body, caller, once, params }) => dismissException(deps, once, personId(caller), params.exceptionId, body.reason)
  )
}
