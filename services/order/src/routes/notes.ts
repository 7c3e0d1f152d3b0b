import { personId } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { callOffOrder } from '../controllers/changes.ts'
import { listNotes, noteOrder, showTimeline, trackOrder } from '../controllers/notes.ts'
import { searchAllOrders, type Deps } from '../controllers/orders.ts'
import { CallOff, NewNote, Note, Notes, OrderNumber, Timeline, Tracked } from '../schemas/notes.ts'
import { GuestTokens, Order, OrderId, fulfilments } from '../schemas/orders.ts'
import { orderStatuses } from '../schemas/statuses.ts'

const At = Type.String({ format: 'date-time' })

export async function noteRoutes(app: App, deps: Deps) {
  const reads = { access: { staff: 'orders:read' } }
  const writes = { access: { staff: 'orders:write' }, once: true }

  app.get(
    '/api/v1/orders/all',
    {
      config: reads,
      schema: {
        operationId: 'searchOrders',
        querystring: Type.Object({
          ...pageQuery,
          status: Type.Optional(Type.Enum(orderStatuses)),
          fulfilment: Type.Optional(Type.Enum(fulfilments)),
          email: Type.Optional(Type.String({ maxLength: 254 })),
          number: Type.Optional(Type.String({ maxLength: 20 })),
          placedFrom: Type.Optional(At),
          placedTo: Type.Optional(At),
          exceptions: Type.Optional(Type.Boolean({ description: 'Only those with an open exception.' }))
        }),
        response: { 200: Page(Order) }
      }
    },
    ({ query }) => searchAllOrders(deps, query)
  )

  app.get(
    '/api/v1/orders/tracked/:number',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'trackOrder', params: OrderNumber, headers: GuestTokens, response: { 200: Tracked } }
    },
    ({ headers, ip, params }) => trackOrder(deps, params.number, headers['order-token'] ?? null, ip)
  )

  app.post(
    '/api/v1/orders/:orderId/notes',
    { config: writes, schema: { operationId: 'noteOrder', params: OrderId, body: NewNote, response: { 201: Note } } },
    async ({ body, caller, once, params }, reply) => {
      reply.code(201)
      return noteOrder(deps, once, personId(caller), params.orderId, body.text)
    }
  )

  app.get(
    '/api/v1/orders/:orderId/notes',
    { config: reads, schema: { operationId: 'listNotes', params: OrderId, response: { 200: Notes } } },
    ({ params }) => listNotes(deps, params.orderId)
  )

  app.get(
    '/api/v1/orders/:orderId/timeline',
    { config: reads, schema: { operationId: 'showTimeline', params: OrderId, response: { 200: Timeline } } },
    ({ params }) => showTimeline(deps, params.orderId)
  )

  app.post(
    '/api/v1/orders/:orderId/cancellations',
    {
      config: writes,
      schema: { operationId: 'callOffOrder', params: OrderId, body: CallOff, response: { 200: Order } }
    },
    ({ body, caller, once, params }) => callOffOrder(deps, once, personId(caller), params.orderId, body.reason)
  )
}
