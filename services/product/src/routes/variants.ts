import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { changeStock, type Deps } from '../controllers/variants.ts'
import { Id, Stock, StockChange } from '../schemas/designs.ts'

export async function variantRoutes(app: App, deps: Deps) {
  app.patch(
    '/api/v1/variants/:variantId/stock',
    {
      config: { access: { staff: 'catalogue:write' }, once: true },
      schema: {
        operationId: 'changeStock',
        params: Type.Object({ variantId: Id }),
        body: StockChange,
        response: { 200: Stock }
      }
    },
    ({ params, body, once, caller }) => changeStock(deps, once, personId(caller), params.variantId, body)
  )
}
