import type { App } from '@lumora/kit/service'
import type { Deps } from '../controllers/carts.ts'
import { addCoupon, removeCoupon } from '../controllers/coupons.ts'
import { Cart, CartId, CouponCode, CouponPath, GuestToken } from '../schemas/carts.ts'
import { addressOf, shopperOf } from './callers.ts'

const url = '/api/v1/carts/:cartId/coupons'
const config = { access: 'anyone' } as const
const response = { 200: Cart }

export async function couponRoutes(app: App, deps: Deps) {
  app.post(
    url,
    {
      config,
      schema: { operationId: 'addCoupon', params: CartId, headers: GuestToken, body: CouponCode, response }
    },
    (request) => {
      const { body, caller, headers, params } = request
      return addCoupon(deps, shopperOf(caller, headers), addressOf(request), params.cartId, body.code)
    }
  )

  app.delete(
    `${url}/:code`,
    { config, schema: { operationId: 'removeCoupon', params: CouponPath, headers: GuestToken, response } },
    ({ caller, headers, params }) => removeCoupon(deps, shopperOf(caller, headers), params.cartId, params.code)
  )
}
