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
  SECURE_COOKIES: Type.Boolean({ default: false }),
  SHOP_URL: Type.String({
    pattern: '^https?://[^/?#\\s]+$',
    default: 'http://127.0.0.1:8080',
    description: 'Where the links in mails lead, whatever host a request names.'
  }),
  STAFF_SECOND_FACTOR: Type.Enum(['required', 'optional'], { default: 'required' }),
  REGISTRATIONS_PER_HOUR: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 60 })
})
