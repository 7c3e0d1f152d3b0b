import { personId, type Caller } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  addLine,
  changeLine,
  claimCart,
  createCart,
  getCart,
  getCartContent,
  getCurrentCart,
  removeLine,
  type Deps,
  type Shopper
} from '../controllers/carts.ts'
import { Cart, CartContent, CartId, GuestToken, LineChange, LineId, NewCart, NewLine } from '../schemas/carts.ts'

const shopperOf = (caller: Caller, headers: { 'cart-token'?: string }): Shopper => ({
  userId: caller.kind === 'customer' || caller.kind === 'staff' ? caller.id : null,
  token: headers['cart-token'] ?? null
})

export async function cartRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/carts',
    {
      config: { access: 'anyone', once: true },
      schema: { operationId: 'createCart', body: NewCart, response: { 201: Cart } }
    },
    async ({ body, caller, once }, reply) => {
      reply.code(201)
      return createCart(deps, once, shopperOf(caller, {}).userId, body)
    }
  )

  app.get(
    '/api/v1/carts/current',
    { config: { access: 'customer' }, schema: { operationId: 'getCurrentCart', response: { 200: Cart } } },
    ({ caller }) => getCurrentCart(deps, personId(caller))
  )

  app.get(
    '/api/v1/carts/:cartId',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'getCart', params: CartId, headers: GuestToken, response: { 200: Cart } }
    },
    ({ caller, headers, params }) => getCart(deps, shopperOf(caller, headers), params.cartId)
  )

  app.post(
    '/api/v1/carts/:cartId/lines',
    {
      config: { access: 'anyone', once: true },
      schema: { operationId: 'addLine', params: CartId, headers: GuestToken, body: NewLine, response: { 201: Cart } }
    },
    async ({ body, caller, headers, once, params }, reply) => {
      reply.code(201)
      return addLine(deps, once, shopperOf(caller, headers), params.cartId, body)
    }
  )

  app.patch(
    '/api/v1/carts/:cartId/lines/:lineId',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'changeLine',
        params: LineId,
        headers: GuestToken,
        body: LineChange,
        response: { 200: Cart }
      }
    },
    ({ body, caller, headers, params }) =>
      changeLine(deps, shopperOf(caller, headers), params.cartId, params.lineId, body.quantity)
  )

  app.delete(
    '/api/v1/carts/:cartId/lines/:lineId',
    {
      config: { access: 'anyone' },
      schema: { operationId: 'removeLine', params: LineId, headers: GuestToken, response: { 200: Cart } }
    },
    ({ caller, headers, params }) => removeLine(deps, shopperOf(caller, headers), params.cartId, params.lineId)
  )

  app.post(
    '/api/v1/carts/:cartId/claim',
    {
      config: { access: 'customer' },
      schema: { operationId: 'claimCart', params: CartId, headers: GuestToken, response: { 200: Cart } }
    },
    ({ caller, headers, params }) => claimCart(deps, personId(caller), params.cartId, headers['cart-token'] ?? null)
  )

  app.get(
    '/internal/carts/:cartId',
    {
      config: { access: { service: 'carts' } },
      schema: {
        operationId: 'getCartContent',
        params: CartId,
        querystring: Type.Object({ userId: Type.Optional(Type.String({ format: 'uuid' })) }),
        headers: GuestToken,
        response: { 200: CartContent }
      }
    },
    ({ headers, params, query }) =>
      getCartContent(deps, { userId: query.userId ?? null, token: headers['cart-token'] ?? null }, params.cartId)
  )
}
