import { personId } from '@lumora/kit/auth'
import type { App } from '@lumora/kit/service'
import { Type } from 'typebox'
import {
  acceptPrices,
  addLine,
  changeLine,
  chooseShipping,
  claimCart,
  createCart,
  getCart,
  getCartContent,
  getCurrentCart,
  listShippingChoices,
  removeLine,
  saveLine,
  setDestination,
  type Deps
} from '../controllers/carts.ts'
import {
  Cart,
  CartContent,
  CartId,
  Destination,
  GuestToken,
  LineChange,
  LineId,
  MethodChoice,
  NewCart,
  NewLine,
  Saved,
  ShippingChoices,
  Shown
} from '../schemas/carts.ts'
import { shopperOf } from './callers.ts'

const url = '/api/v1/carts/:cartId'
const config = { access: 'anyone' } as const
const ofCart = { params: CartId, headers: GuestToken }
const ofLine = { params: LineId, headers: GuestToken }
const response = { 200: Cart }

export async function cartRoutes(app: App, deps: Deps) {
  app.post(
    '/api/v1/carts',
    {
      config: { access: 'anyone', once: 'in-hand' },
      schema: { operationId: 'createCart', body: NewCart, response: { 201: Cart } }
    },
    async ({ body, caller, once }, reply) => {
      reply.code(201)
      return createCart(deps, once, shopperOf(caller, {}).userId, body)
    }
  )

  app.get(
    '/api/v1/carts/current',
    { config: { access: 'customer' }, schema: { operationId: 'getCurrentCart', querystring: Shown, response } },
    ({ caller, query }) => getCurrentCart(deps, personId(caller), { prices: query.prices })
  )

  app.get(
    url,
    { config, schema: { operationId: 'getCart', ...ofCart, querystring: Shown, response } },
    ({ caller, headers, params, query }) => getCart(deps, shopperOf(caller, headers), params.cartId, query.prices)
  )

  app.post(
    `${url}/lines`,
    {
      config: { access: 'anyone', once: 'in-hand' },
      schema: { operationId: 'addLine', ...ofCart, body: NewLine, response: { 201: Cart } }
    },
    async ({ body, caller, headers, once, params }, reply) => {
      reply.code(201)
      return addLine(deps, once, shopperOf(caller, headers), params.cartId, body)
    }
  )

  app.patch(
    `${url}/lines/:lineId`,
    { config, schema: { operationId: 'changeLine', ...ofLine, body: LineChange, response } },
    ({ body, caller, headers, params: { cartId, lineId } }) =>
      changeLine(deps, shopperOf(caller, headers), cartId, lineId, body)
  )

  app.delete(
    `${url}/lines/:lineId`,
    { config, schema: { operationId: 'removeLine', ...ofLine, response } },
    ({ caller, headers, params: { cartId, lineId } }) => removeLine(deps, shopperOf(caller, headers), cartId, lineId)
  )

  app.put(
    `${url}/lines/:lineId/saved`,
    { config, schema: { operationId: 'saveLine', ...ofLine, body: Saved, response } },
    ({ body, caller, headers, params: { cartId, lineId } }) =>
      saveLine(deps, shopperOf(caller, headers), cartId, lineId, body.saved)
  )

  app.post(
    `${url}/prices/accept`,
    { config, schema: { operationId: 'acceptPrices', ...ofCart, response } },
    ({ caller, headers, params }) => acceptPrices(deps, shopperOf(caller, headers), params.cartId)
  )

  app.put(
    `${url}/destination`,
    { config, schema: { operationId: 'setDestination', ...ofCart, body: Destination, response } },
    ({ body, caller, headers, params }) => setDestination(deps, shopperOf(caller, headers), params.cartId, body)
  )

  app.get(
    `${url}/shipping-methods`,
    { config, schema: { operationId: 'listShippingChoices', ...ofCart, response: { 200: ShippingChoices } } },
    ({ caller, headers, params }) => listShippingChoices(deps, shopperOf(caller, headers), params.cartId)
  )

  app.put(
    `${url}/shipping-method`,
    { config, schema: { operationId: 'chooseShipping', ...ofCart, body: MethodChoice, response } },
    ({ body, caller, headers, params }) => chooseShipping(deps, shopperOf(caller, headers), params.cartId, body.code)
  )

  app.post(
    `${url}/claim`,
    { config: { access: 'customer' }, schema: { operationId: 'claimCart', ...ofCart, response } },
    ({ caller, headers, params }) => claimCart(deps, personId(caller), params.cartId, headers['cart-token'] ?? null)
  )

  app.get(
    '/internal/carts/:cartId',
    {
      config: { access: { service: 'carts' } },
      schema: {
        operationId: 'getCartContent',
        ...ofCart,
        querystring: Type.Object({ userId: Type.Optional(Type.String({ format: 'uuid' })) }),
        response: { 200: CartContent }
      }
    },
    ({ headers, params, query }) =>
      getCartContent(deps, { userId: query.userId ?? null, token: headers['cart-token'] ?? null }, params.cartId)
  )
}
