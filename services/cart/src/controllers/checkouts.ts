import { Problem } from '@lumora/kit/problem'
import type { Checkout, NewCheckout } from '../schemas/checkouts.ts'
import type { Deps } from './carts.ts'

/** Freezes a cart for an order. */
export async function freezeCheckout(
  _deps: Deps,
  _orderId: string,
  _token: string | null,
  _wanted: NewCheckout
): Promise<Checkout> {
  throw new Problem(503, 'try-again', 'Checkouts are not made yet.', { retryAfter: 60 })
}
