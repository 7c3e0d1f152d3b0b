import { Problem } from '@lumora/kit/problem'
import type { Quote } from '../clients/product.ts'
import { notOpen, type Db, type StoredLine } from '../models/carts.ts'
import { findForCheckout, insertCheckout, releaseCheckout, releaseExpired } from '../models/checkouts.ts'
import type { Checkout, NewCheckout } from '../schemas/checkouts.ts'
import { askedOf, ownerOf, type Deps } from './carts.ts'
import { pricingOf, type Pricing, type QuotedLine } from './pricing.ts'
import { detailOf } from './promotions.ts'
import { placeOf } from './regions.ts'
import { rulesAt } from './rules.ts'

/** How often a checkout is tried that others overtake. */
const attempts = 5
const sweptAtOnce = 100

/**
 * Freezes a cart for an order at the total that the buyer saw, and redeems its promotions for that order; asked again for
 * the same order it answers the same. 409 when it cannot be ordered so, 422 when it cannot be sent there.
 */
export async function freezeCheckout(
  deps: Deps,
  orderId: string,
  token: string | null,
  wanted: NewCheckout
): Promise<Checkout> {
  const { cartId, userId, email } = wanted
  const owner = ownerOf({ userId, token }, email)
  for (let left = attempts; left > 0; left--) {
    const cart = await findForCheckout(deps.db, orderId, cartId, owner)
    if (!cart) throw new Problem(404, 'not-found', 'There is no such cart.')
    if (cart.frozen) return replayed(cart.frozen, cartId)
    if (cart.status !== 'open') throw notOpen()
    const lines = cart.lines.filter(({ saved }) => !saved)
    if (lines.length === 0) throw new Problem(409, 'cart-empty', 'Put something into the cart first.')
    const quoted = quotedOf(await deps.product.quote(cart.currency, lines.map(askedOf)), lines)
    const place = placeOf(wanted.shippingAddress, deps.shop)
    const chosen = wanted.shippingMethod ?? cart.shippingMethod
    const rules = await rulesAt(deps.db, cart.rulesVersion)
    const pricing = pricingOf({ rules, cart, quoted, place, shop: deps.shop, chosen, held: cart.held })
    if (!pricing.totals.shipping || (wanted.shippingMethod !== undefined && !pricing.isChosenOffered))
      throw new Problem(
        422,
        'cannot-ship-there',
        'This cart cannot be sent so to this address. Choose another method.',
        {
          methods: pricing.offers.map(({ code }) => code)
        }
      )
    refuseOtherTotal(pricing, cart.currency, wanted)
    const checkout = checkoutOf({ orderId, cartId, currency: cart.currency, lines, quoted, pricing })
    const all = [...cart.coupons, ...rules.promotions]
    const promotions = pricing.totals.promotions.map(({ promotionId, amountMinor }) => ({
      promotionId,
      amountMinor,
      version: all.find(({ id }) => id === promotionId)!.version
    }))
    const { customers } = owner
    const { holdSeconds } = wanted
    if (await insertCheckout(deps.db, { orderId, cart, customers, promotions, body: checkout, holdSeconds }))
      return checkout
  }
  throw new Problem(503, 'try-again', 'This cart is being changed by others. Try again in a moment.', { retryAfter: 1 })
}

function replayed(frozen: { cartId: string | null; status: string; body: unknown }, cartId: string): Checkout {
  if (frozen.status === 'released')
    throw new Problem(409, 'checkout-released', 'This order has given back what it was made of. Place a new one.')
  if (frozen.cartId !== cartId) throw new Problem(422, 'checkout-differs', 'This order was made of another cart.')
  return frozen.body as Checkout
}

/** The quoted lines, each of which is the line that was asked for; 409 when one cannot be bought, named by its index. */
function quotedOf({ lines: quoted, problems }: Quote, lines: StoredLine[]): QuotedLine[] {
  const first = problems[0]
  if (first) throw new Problem(409, first.slug, first.detail, { problems })
  const isWhole = lines.every(({ variantId, pieceId, quantity }, index) => {
    const line = quoted[index]
    return line?.variantId === variantId && line.pieceId === pieceId && line.quantity === quantity
  })
  if (!isWhole || quoted.length !== lines.length)
    throw new Problem(502, 'quote-not-usable', 'The prices of this cart cannot be told right now. Try again.')
  return quoted
}

/** The total must be what the buyer saw. When it is not because a code no longer applies, that is what is said. */
function refuseOtherTotal(
  { totals: { totalMinor }, coupons }: Pricing,
  currency: string,
  wanted: Pick<NewCheckout, 'expectedTotalMinor' | 'currency'>
): void {
  if (totalMinor === wanted.expectedTotalMinor && currency === wanted.currency) return
  const now = { totalMinor, currency }
  const lost = coupons.find(({ reason }) => reason !== null)
  if (lost)
    throw new Problem(409, 'coupon-not-valid', detailOf(lost.reason!), {
      code: lost.promotion.code,
      reason: lost.reason,
      ...now
    })
  throw new Problem(409, 'price-changed', 'The total has changed. Show it to the buyer and ask again.', now)
}

function checkoutOf({
  orderId,
  cartId,
  currency,
  lines,
  quoted,
  pricing: { totals, profile }
}: {
  orderId: string
  cartId: string
  currency: string
  lines: StoredLine[]
  quoted: QuotedLine[]
  pricing: Pricing
}): Checkout {
  const { subtotalMinor, discountMinor, shippingMinor, taxMinor, totalMinor, taxes, shipping, promotions } = totals
  return {
    orderId,
    cartId,
    currency,
    lines: lines.map(({ variantId, pieceId, quantity, options, giftNote }, index) => {
      const { sku, title, slug, imageUrl, breakdown, article } = quoted[index]!
      return {
        variantId,
        pieceId,
        quantity,
        options,
        giftNote,
        sku,
        title,
        slug,
        imageUrl,
        breakdown,
        article,
        ...totals.lines[index]!
      }
    }),
    promotions: promotions.map(({ promotionId, code, name, amountMinor }) => ({
      promotionId,
      code,
      name,
      amountMinor
    })),
    shipping,
    taxes,
    taxProfile: profile.code,
    subtotalMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    totalMinor
  }
}

/** Gives back what a cancelled order had redeemed. */
export const giveBack = (tx: Db, orderId: string): Promise<void> => releaseCheckout(tx, orderId)

/** Gives back what orders had redeemed of which nothing was heard in time. */
export async function giveBackExpired({ db }: Deps): Promise<void> {
  while ((await releaseExpired(db, sweptAtOnce)) === sweptAtOnce);
}
