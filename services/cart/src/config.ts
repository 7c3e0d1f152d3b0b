import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  CURRENCY: Type.String({ pattern: '^[A-Z]{3}$', default: 'INR' }),
  SHOP_COUNTRY: Type.String({ pattern: '^[A-Z]{2}$', default: 'IN' }),
  SHOP_REGION: Type.String({ pattern: '^[A-Z0-9]{1,3}$', default: 'MH' }),
  ABANDONED_MINUTES: Type.Integer({ minimum: 1, maximum: 10_000, default: 180 })
})
