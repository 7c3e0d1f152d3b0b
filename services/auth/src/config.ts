import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

const pair = '"[a-z][a-z0-9-]*"\\s*:\\s*"[0-9a-f]{64}"'

export const config = readConfig({
  ...databaseUrl,
  SERVICE_CLIENTS: Type.String({
    pattern: `^\\s*\\{\\s*(${pair}\\s*(,\\s*${pair}\\s*)*)?\\}\\s*$`,
    description: 'JSON: the name of each service and the SHA-256 of its secret.'
  }),
  KEY_SECRET: Type.String({ minLength: 32 }),
  SECURE_COOKIES: Type.Boolean({ default: false })
})
