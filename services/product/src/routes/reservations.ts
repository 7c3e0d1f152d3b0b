import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  commitReservation,
  listReservations,
  releaseReservation,
  reserve,
  type Deps
} from '../controllers/reservations.ts'
import { Id } from '../schemas/designs.ts'
import { ListedReservation, NewReservation, Reservation, reservationQuery } from '../schemas/reservations.ts'

const config = { access: { service: 'reservations' } }
const params = Type.Object({ orderId: Id })

export async function reservationRoutes(app: App, deps: Deps) {
  app.get(
    '/internal/reservations',
    {
      config,
      schema: {
        operationId: 'listReservations',
        querystring: Type.Object({ ...reservationQuery, ...pageQuery }),
        response: { 200: Page(ListedReservation) }
      }
    },
    ({ query }) => listReservations(deps, query)
  )

  app.put(
    '/internal/reservations/:orderId',
    { config, schema: { operationId: 'reserve', params, body: NewReservation, response: { 200: Reservation } } },
    ({ params: { orderId }, body }) => reserve(deps, orderId, body)
  )

  app.put(
    '/internal/reservations/:orderId/commit',
    { config, schema: { operationId: 'commitReservation', params, response: { 200: Reservation } } },
    ({ params: { orderId } }) => commitReservation(deps, orderId)
  )

  app.delete(
    '/internal/reservations/:orderId',
    { config, schema: { operationId: 'releaseReservation', params, response: { 200: Reservation } } },
    ({ params: { orderId } }) => releaseReservation(deps, orderId)
  )
}
