import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  LARGE_RATE_CHANGE_PERMILLE: Type.Integer({ minimum: 1, maximum: 1000, default: 200 })
})
