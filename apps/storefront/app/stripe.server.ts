/** The shop's public key at Stripe; without it the card fields are those of the sandbox. */
export const stripeKey = process.env.STRIPE_PUBLISHABLE_KEY ?? null

/** A way to pay, as the shop's API takes it. */
export function paymentOf(way: string, token: string): { provider: string; token: string } {
  if (way === 'stripe') return { provider: 'stripe', token }
  return { provider: way === 'bank-transfer' ? way : 'sandbox', token: way }
}
