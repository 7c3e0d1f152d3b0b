import type { App } from '@lumora/kit/service'
import { recountStock, type Deps } from '../controllers/recounts.ts'
import { NewRecount, Recount } from '../schemas/recounts.ts'

export async function recountRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/stock/recounts',
    {
      config: { access: [{ staff: 'catalogue:write' }, { service: 'stock' }] },
      schema: { operationId: 'recountStock', body: NewRecount, response: { 200: Recount } }
    },
    ({ body }) => recountStock(deps, body.mend)
  )
}
