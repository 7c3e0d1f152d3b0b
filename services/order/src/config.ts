import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  ORDER_SECRET: Type.String({ minLength: 32 }),
  PAY_SECONDS: Type.Integer({ minimum: 60, maximum: 3480, default: 900 })
})
