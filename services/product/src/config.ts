import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  QUOTE_SECRET: Type.String({ minLength: 32 }),
  QUOTE_SECRET_BEFORE: Type.Optional(Type.String({ minLength: 32 })),
  QUOTE_SECONDS: Type.Integer({ minimum: 60, maximum: 86_400, default: 900 }),
  LARGE_RATE_CHANGE_PERMILLE: Type.Integer({ minimum: 1, maximum: 1000, default: 200 })
})
