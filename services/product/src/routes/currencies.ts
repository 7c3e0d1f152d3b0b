import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  addPriceList,
  listExchangeRates,
  listPriceLists,
  setExchangeRate,
  setListPrices,
  type Deps
} from '../controllers/currencies.ts'
import { ExchangeRate, NewExchangeRate, NewListPrices, NewPriceList, PriceList } from '../schemas/currencies.ts'
import { Currency, Id } from '../schemas/designs.ts'

const desk = { access: { staff: 'catalogue:write' } }

export async function currencyRoutes(app: App, deps: Deps) {
  app.get(
    '/api/v1/exchange-rates',
    {
      config: desk,
      schema: {
        operationId: 'listExchangeRates',
        querystring: Type.Object({ currency: Type.Optional(Currency), ...pageQuery }),
        response: { 200: Page(ExchangeRate) }
      }
    },
    ({ query }) => listExchangeRates(deps, query)
  )

  app.put(
    '/api/v1/exchange-rates',
    {
      config: desk,
      schema: { operationId: 'setExchangeRate', body: NewExchangeRate, response: { 200: ExchangeRate } }
    },
    ({ body, caller }) => setExchangeRate(deps, personId(caller), body)
  )

  app.get(
    '/api/v1/price-lists',
    {
      config: desk,
      schema: {
        operationId: 'listPriceLists',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(PriceList) }
      }
    },
    ({ query }) => listPriceLists(deps, query)
  )

  app.post(
    '/api/v1/price-lists',
    {
      config: { ...desk, once: true },
      schema: { operationId: 'addPriceList', body: NewPriceList, response: { 201: PriceList } }
    },
    ({ body, once, caller }, reply) => {
      reply.code(201)
      return addPriceList(deps, once, personId(caller), body)
    }
  )

  app.put(
    '/api/v1/price-lists/:listId/prices',
    {
      config: desk,
      schema: {
        operationId: 'setListPrices',
        params: Type.Object({ listId: Id }),
        body: NewListPrices,
        response: { 200: PriceList }
      }
    },
    ({ params, body }) => setListPrices(deps, params.listId, body)
  )
}
