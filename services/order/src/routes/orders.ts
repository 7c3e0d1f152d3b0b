import { personId, type Caller } from '@lumora/kit/auth'
import { Page, pageQuery } from '@lumora/kit/pages'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import { findGuestOrder, placeOrder } from '../controllers/checkout.ts'
import { cancelOrder, payOrder } from '../controllers/changes.ts'
import { getOrder, listOrders, type Deps, type Reader } from '../controllers/orders.ts'
import { CartToken, GuestTokens, NewOrder, NewPayment, Order, OrderId, OrderOrCartToken } from '../schemas/orders.ts'

const userIdOf = (caller: Caller) => (caller.kind === 'customer' || caller.kind === 'staff' ? caller.id : null)

export const readerOf = (caller: Caller, headers: { 'order-token'?: string }): Reader => ({
  userId: userIdOf(caller),
  token: headers['order-token'] ?? null,
  readsAll: caller.kind === 'staff' && caller.permissions.includes('orders:read')
})

export async function orderRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/orders',
    {
      config: { access: 'anyone', once: 'in-hand' },
      schema: { operationId: 'placeOrder', headers: CartToken, body: NewOrder, response: { 201: Order } }
    },
    async ({ body, caller, headers, once }, reply) => {
      reply.code(201)
      const requestKey = (headers as unknown as { 'idempotency-key': string })['idempotency-key']
      const buyer = { userId: userIdOf(caller), cartToken: headers['cart-token'] ?? null, requestKey }
      return placeOrder(deps, once, buyer, body)
    }
  )

  app.get(
    '/api/v1/orders',
    {
      config: { access: 'customer' },
      schema: { operationId: 'listOrders', querystring: Type.Object(pageQuery), response: { 200: Page(Order) } }
    },
    ({ caller, query }) => listOrders(deps, personId(caller), query)
  )

  app.get(
    '/api/v1/orders/:orderId',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'getOrder', params: OrderId, headers: OrderOrCartToken, response: { 200: Order } }
    },
    ({ caller, headers: { 'cart-token': cartToken, ...headers }, params: { orderId } }) =>
      cartToken !== undefined && headers['order-token'] === undefined
        ? findGuestOrder(deps, orderId, cartToken)
        : getOrder(deps, readerOf(caller, headers), orderId)
  )

  app.post(
    '/api/v1/orders/:orderId/payments',
    {
      config: { access: 'anyone', once: true },
      schema: {
        operationId: 'payOrder',
        params: OrderId,
        headers: GuestTokens,
        body: NewPayment,
        response: { 201: Order }
      }
    },
    async ({ body, caller, headers, once, params }, reply) => {
      reply.code(201)
      return payOrder(deps, once, readerOf(caller, headers), params.orderId, body.payment)
    }
  )

  app.post(
    '/api/v1/orders/:orderId/cancel',
    {
      config: { access: 'anyone', once: true },
      schema: { operationId: 'cancelOrder', params: OrderId, headers: GuestTokens, response: { 200: Order } }
    },
    ({ caller, headers, once, params }) => cancelOrder(deps, once, readerOf(caller, headers), params.orderId)
  )
}
