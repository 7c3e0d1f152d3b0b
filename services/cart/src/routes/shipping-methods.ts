import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch } from '@lumora/kit/versions'
import type { Deps } from '../controllers/carts.ts'
import { listShippingMethods, putShippingMethod } from '../controllers/shipping-methods.ts'
import {
  ShippingMethod,
  ShippingMethodContent,
  ShippingMethodPath,
  ShippingMethods
} from '../schemas/shipping-methods.ts'

const url = '/api/v1/shipping-methods'
const config = { access: { staff: 'promotions:write' } }

export async function shippingMethodRoutes(app: App, deps: Deps) {
  app.get(url, { config, schema: { operationId: 'listShippingMethods', response: { 200: ShippingMethods } } }, () =>
    listShippingMethods(deps)
  )

  app.put(
    `${url}/:code`,
    {
      config,
      schema: {
        operationId: 'putShippingMethod',
        params: ShippingMethodPath,
        headers: IfMatch,
        body: ShippingMethodContent,
        response: { 200: ShippingMethod }
      }
    },
    async ({ body, headers, params }, reply) => {
      const method = await putShippingMethod(deps, params.code, headers['if-match'], body)
      reply.header('etag', etagOf(method.version))
      return method
    }
  )
}
