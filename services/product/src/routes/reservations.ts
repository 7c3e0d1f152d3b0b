import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { commitReservation, releaseReservation, reserve, type Deps } from '../controllers/reservations.ts'
import { Id } from '../schemas/designs.ts'
import { NewReservation, Reservation } from '../schemas/reservations.ts'

const config = { access: { service: 'reservations' } }
const params = Type.Object({ orderId: Id })

export async function reservationRoutes(app: App, deps: Deps) {
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
