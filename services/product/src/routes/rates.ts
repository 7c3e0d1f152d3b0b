import type { App } from '@lumora/kit/service'
import { listRates, setRates, type Deps } from '../controllers/rates.ts'
import { NewRates, Rates } from '../schemas/rates.ts'

export async function rateRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/metal-rates',
    { config: { access: 'anyone' }, schema: { operationId: 'listRates', response: { 200: Rates } } },
    () => listRates(deps)
  )

  app.put(
    '/api/v1/metal-rates',
    {
      config: { access: { staff: 'catalogue:write' } },
      schema: { operationId: 'setRates', body: NewRates, response: { 200: Rates } }
    },
    ({ body }) => setRates(deps, body)
  )
}
