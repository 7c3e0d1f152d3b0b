import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  ORDER_SECRET: Type.String({ minLength: 32 }),
  PAY_SECONDS: Type.Integer({ minimum: 60, maximum: 3480, default: 900 }),
  BANK_TRANSFER_DAYS: Type.Integer({ minimum: 1, maximum: 7, default: 5 }),
  CHECKOUTS_PER_MINUTE: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 6 }),
  RETURN_DAYS: Type.Integer({ minimum: 0, maximum: 365, default: 15 }),
  WEIGHT_TOLERANCE_MG: Type.Integer({ minimum: 0, maximum: 10_000, default: 50 }),
  SELLER_NAME: Type.String({ minLength: 1, maxLength: 200, default: 'Lumora Jewels' }),
  SELLER_ADDRESS: Type.String({ maxLength: 500, default: '' }),
  SELLER_GSTIN: Type.String({ pattern: '^([0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z])?$', default: '' }),
  SELLER_STATE: Type.String({ maxLength: 100, default: '27 Maharashtra' }),
  SELLER_TIME_ZONE: Type.String({ minLength: 1, maxLength: 60, default: 'Asia/Kolkata' }),
  HALLMARK_FEE_MINOR: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 4500 })
})
