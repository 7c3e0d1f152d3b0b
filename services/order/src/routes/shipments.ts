import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { deliverShipment, listShipments, shipOrder } from '../controllers/shipments.ts'
import type { Deps } from '../controllers/orders.ts'
import { GuestTokens, OrderId } from '../schemas/orders.ts'
import { NewShipment, Shipment, ShipmentPath, Shipments } from '../schemas/shipments.ts'
import { readerOf } from './orders.ts'

export async function shipmentRoutes(app: App, deps: Deps) {
  const ships = { access: { staff: 'orders:write' }, once: true }
  app.post(
    '/api/v1/orders/:orderId/shipments',
    {
      config: ships,
      schema: { operationId: 'shipOrder', params: OrderId, body: NewShipment, response: { 201: Shipment } }
    },
    async ({ body, caller, once, params }, reply) => {
      reply.code(201)
      return shipOrder(deps, once, personId(caller), params.orderId, body)
    }
  )

  app.get(
    '/api/v1/orders/:orderId/shipments',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'listShipments', params: OrderId, headers: GuestTokens, response: { 200: Shipments } }
    },
    ({ caller, headers, params }) => listShipments(deps, readerOf(caller, headers), params.orderId)
  )

  app.post(
    '/api/v1/orders/:orderId/shipments/:shipmentId/delivered',
    { config: ships, schema: { operationId: 'deliverShipment', params: ShipmentPath, response: { 200: Shipment } } },
    ({ once, params }) => deliverShipment(deps, once, params)
  )
}
