import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  SANDBOX_SECRET: Type.String({ minLength: 32 }),
  SANDBOX_SLOW_SECONDS: Type.Integer({ minimum: 0, maximum: 600, default: 3 })
})
