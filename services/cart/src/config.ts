import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  CURRENCY: Type.String({ pattern: '^[A-Z]{3}$', default: 'INR' })
})
