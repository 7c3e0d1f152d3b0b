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
  SANDBOX_SLOW_SECONDS: Type.Integer({ minimum: 0, maximum: 600, default: 3 }),
  SANDBOX_LOST_SECONDS: Type.Integer({ minimum: 0, maximum: 30, default: 5 }),
  BANK_TRANSFER_NAME: Type.Optional(Type.String({ minLength: 1, maxLength: 70 })),
  BANK_TRANSFER_ACCOUNT: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{5,34}$' })),
  BANK_TRANSFER_CODE: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{6,11}$' })),
  BANK_TRANSFER_BANK: Type.Optional(Type.String({ minLength: 1, maxLength: 70 })),
  BANK_TRANSFER_DAYS: Type.Integer({ minimum: 1, maximum: 7, default: 5 })
})

/** Where buyers transfer money to; undefined when no transfers are taken. The process stops when only a part of it is there. */
export function bankOf({
  BANK_TRANSFER_NAME: accountName,
  BANK_TRANSFER_ACCOUNT: account,
  BANK_TRANSFER_CODE: bankCode,
  BANK_TRANSFER_BANK: bankName,
  BANK_TRANSFER_DAYS: days
}: typeof config) {
  if (accountName !== undefined && account !== undefined && bankCode !== undefined && bankName !== undefined)
    return { accountName, account, bankCode, bankName, days }
  if ([accountName, account, bankCode, bankName].every((value) => value === undefined)) return undefined
  stop('BANK_TRANSFER_NAME, _ACCOUNT, _CODE and _BANK go together.')
}

function stop(fault: string): never {
  process.stderr.write(`The configuration is not usable:\n  - ${fault}\n`)
  process.exit(1)
}

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
  stop('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together.')
}
