import { Problem } from '@lumora/kit/problem'
import { findByCode } from '../models/promotions.ts'
import type { Cart } from '../schemas/carts.ts'
import { change, ownCart, type Deps, type Shopper } from './carts.ts'
import { keyOf, network, takeTries } from './limits.ts'
import { codeKeyOf, detailOf, ineligibilityOf } from './promotions.ts'

const maxCoupons = 5
/** Tries a minute: of a customer or a guest's cart, and of an address. */
const limits = { own: 10, address: 30, seconds: 60 }

/**
 * Puts a code on the cart; one that is there already is no error. 409 when it cannot apply to this customer, whatever is
 * in the cart; whether it does is told by the cart. 429 after 10 tries a minute.
 */
export async function addCoupon(
  deps: Deps,
  shopper: Shopper,
  address: string,
  cartId: string,
  code: string
): Promise<Cart> {
  await ownCart(deps, shopper, cartId)
  const own = shopper.userId === null ? keyOf('cart', cartId) : keyOf('user', shopper.userId)
  await takeTries(deps.db, [
    { key: own, tries: limits.own, seconds: limits.seconds },
    { key: keyOf('address', network(address)), tries: limits.address, seconds: limits.seconds }
  ])
  const promotion = await findByCode(deps.db, codeKeyOf(code))
  return change(deps, shopper, cartId, {
    apply: (cart) => {
      if (promotion && cart.coupons.some(({ id }) => id === promotion.id)) return cart
      const reason = promotion ? ineligibilityOf(promotion, { ...cart, now: new Date() }) : 'not-known'
      if (!promotion || reason) throw new Problem(409, 'coupon-not-valid', detailOf(reason!), { code, reason })
      if (cart.coupons.length >= maxCoupons)
        throw new Problem(409, 'too-many-coupons', `A cart takes ${maxCoupons} codes. Take one off first.`)
      return { ...cart, coupons: [...cart.coupons, promotion] }
    }
  })
}

/** Takes a code off the cart; one that is not there is no error. */
export const removeCoupon = (deps: Deps, shopper: Shopper, cartId: string, code: string): Promise<Cart> =>
  change(deps, shopper, cartId, {
    apply: (cart) => {
      const coupons = cart.coupons.filter(({ codeKey }) => codeKey !== codeKeyOf(code))
      return coupons.length === cart.coupons.length ? cart : { ...cart, coupons }
    }
  })
