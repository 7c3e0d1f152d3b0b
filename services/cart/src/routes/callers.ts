import type { Caller } from '@lumora/kit/auth'
import type { Shopper } from '../controllers/carts.ts'

/** Who asks for a cart: whoever is signed in, and whoever has the cart's token. */
export const shopperOf = (caller: Caller, headers: { 'cart-token'?: string | undefined }): Shopper => ({
  userId: caller.kind === 'customer' || caller.kind === 'staff' ? caller.id : null,
  token: headers['cart-token'] ?? null
})

/** Where a request comes from: the last of `x-forwarded-for`, which the gateway overwrites; `ip` is the gateway's. */
export function addressOf({
  ip,
  headers
}: {
  ip: string
  headers: Record<string, string | string[] | undefined>
}): string {
  const last = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)!
    .trim()
  return last === '' ? ip : last
}
