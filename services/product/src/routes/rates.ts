import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { listOldRates, listRates, setFirstRates, type Deps } from '../controllers/rates.ts'
import { NewRates, Rate, rateQuery, Rates } from '../schemas/rates.ts'

const desk = { access: { staff: 'catalogue:write' } }

export async function rateRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/metal-rates',
    { config: { access: 'anyone' }, schema: { operationId: 'listRates', response: { 200: Rates } } },
    () => listRates(deps)
  )

  app.put(
    '/api/v1/metal-rates',
    { config: desk, schema: { operationId: 'setFirstRates', body: NewRates, response: { 200: Rates } } },
    ({ body }) => setFirstRates(deps, body)
  )

  app.get(
    '/api/v1/metal-rates/history',
    {
      config: desk,
      schema: {
        operationId: 'listOldRates',
        querystring: Type.Object({ ...rateQuery, ...pageQuery }),
        response: { 200: Page(Rate) }
      }
    },
    ({ query }) => listOldRates(deps, query)
  )
}
