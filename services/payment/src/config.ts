import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  SANDBOX_SECRET: Type.String({ minLength: 32 }),
  REFUND_APPROVAL_MINOR: Type.Integer({ minimum: 0, maximum: 999_999_999_999, default: 5_000_000 }),
  STRIPE_SECRET_KEY: Type.Optional(Type.String({ minLength: 8 })),
  STRIPE_WEBHOOK_SECRET: Type.Optional(Type.String({ minLength: 8 })),
  STRIPE_API_BASE: Type.String({ pattern: '^https?://', default: 'https://api.stripe.com' }),
  STRIPE_RETURN_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  SANDBOX_SLOW_SECONDS: Type.Integer({ minimum: 0, maximum: 600, default: 3 })
})

/** What the Stripe driver needs; undefined when it is off. The process stops when only one of the two secrets is there. */
export function stripeOf({
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_API_BASE: apiBase,
  STRIPE_RETURN_URL: returnUrl
}: typeof config) {
  if (secretKey === undefined && webhookSecret === undefined) return undefined
  if (secretKey !== undefined && webhookSecret !== undefined)
    return { secretKey, webhookSecret, apiBase, ...(returnUrl === undefined ? {} : { returnUrl }) }
  process.stderr.write(
    'The configuration is not usable:\n  - STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together.\n'
  )
  process.exit(1)
}
