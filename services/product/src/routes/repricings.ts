import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import type { Deps } from '../controllers/rates.ts'
import { listRepricings, readRepricing } from '../controllers/repricings.ts'
import { Id } from '../schemas/designs.ts'
import { Repricing } from '../schemas/rates.ts'

const config = { access: { staff: 'catalogue:write' } }

export async function repricingRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/metal-rates/repricings',
    {
      config,
      schema: { operationId: 'listRepricings', response: { 200: Type.Object({ items: Type.Array(Repricing) }) } }
    },
    () => listRepricings(deps)
  )

  app.get(
    '/api/v1/metal-rates/repricings/:repricingId',
    {
      config,
      schema: {
        operationId: 'readRepricing',
        params: Type.Object({ repricingId: Id }),
        response: { 200: Repricing }
      }
    },
    ({ params }) => readRepricing(deps, params.repricingId)
  )
}
