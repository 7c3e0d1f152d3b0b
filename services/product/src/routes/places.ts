import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { etagOf, IfMatch, versionIn } from '@lumora/kit/versions'
import { Type } from 'typebox'
import {
  addPlace,
  changePlace,
  listPlaces,
  listStockTakes,
  readPlace,
  readStockTake,
  removePlace,
  takeStock,
  type Deps
} from '../controllers/places.ts'
import { Id } from '../schemas/designs.ts'
import { NewPlace, NewStockTake, Place, PlaceChange, Places, StockTake, StockTakeSummary } from '../schemas/places.ts'

const desk = { access: { staff: 'catalogue:write' } }
const params = Type.Object({ placeId: Id })

export async function placeRoutes(app: App, deps: Deps) {
  app.get('/api/v1/places', { config: desk, schema: { operationId: 'listPlaces', response: { 200: Places } } }, () =>
    listPlaces(deps)
  )

  app.post(
    '/api/v1/places',
    {
      config: { ...desk, once: true },
      schema: { operationId: 'addPlace', body: NewPlace, response: { 201: Place } }
    },
    (request, reply) => {
      reply.code(201)
      return addPlace(deps, request.once, request.body)
    }
  )

  app.get(
    '/api/v1/places/:placeId',
    { config: desk, schema: { operationId: 'readPlace', params, response: { 200: Place } } },
    async (request, reply) => {
      const place = await readPlace(deps, request.params.placeId)
      reply.header('etag', etagOf(place.version))
      return place
    }
  )

  app.patch(
    '/api/v1/places/:placeId',
    {
      config: desk,
      schema: { operationId: 'changePlace', params, headers: IfMatch, body: PlaceChange, response: { 200: Place } }
    },
    async (request, reply) => {
      const version = versionIn(request.headers['if-match'])
      const place = await changePlace(deps, request.params.placeId, version, request.body)
      reply.header('etag', etagOf(place.version))
      return place
    }
  )

  app.delete(
    '/api/v1/places/:placeId',
    {
      config: desk,
      schema: { operationId: 'removePlace', params, headers: IfMatch, response: { 204: Type.Null() } }
    },
    async (request, reply) => {
      await removePlace(deps, request.params.placeId, versionIn(request.headers['if-match']))
      reply.code(204)
      return null
    }
  )

  app.post(
    '/api/v1/places/:placeId/stock-takes',
    {
      config: { ...desk, once: true },
      bodyLimit: 1024 * 1024,
      schema: { operationId: 'takeStock', params, body: NewStockTake, response: { 201: StockTake } }
    },
    (request, reply) => {
      reply.code(201)
      return takeStock(deps, request.once, personId(request.caller), request.params.placeId, request.body)
    }
  )

  app.get(
    '/api/v1/places/:placeId/stock-takes',
    {
      config: desk,
      schema: {
        operationId: 'listStockTakes',
        params,
        querystring: Type.Object(pageQuery),
        response: { 200: Page(StockTakeSummary) }
      }
    },
    (request) => listStockTakes(deps, request.params.placeId, request.query)
  )

  app.get(
    '/api/v1/stock-takes/:stockTakeId',
    {
      config: desk,
      schema: {
        operationId: 'readStockTake',
        params: Type.Object({ stockTakeId: Id }),
        response: { 200: StockTake }
      }
    },
    (request) => readStockTake(deps, request.params.stockTakeId)
  )
}
