import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  SANDBOX_SECRET: Type.String({ minLength: 32 }),
  REFUND_APPROVAL_MINOR: Type.Integer({ minimum: 0, maximum: 999_999_999_999, default: 5_000_000 }),
  SANDBOX_SLOW_SECONDS: Type.Integer({ minimum: 0, maximum: 600, default: 3 })
})
