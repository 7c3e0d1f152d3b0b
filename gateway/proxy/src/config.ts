import { readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  /** Addresses or networks whose X-Forwarded-For is believed: the edge in front, and nobody else. Comma-separated. */
  TRUSTED_PROXIES: Type.String({ default: '' }),
  /** Addresses or networks that may ask 1,000 times as often as others, such as a load test's. Comma-separated. */
  TRUSTED_CLIENTS: Type.String({ default: '' }),
  /** Origins, such as https://partner.example, whose pages may call the API with the visitor's session. Comma-separated. */
  ALLOWED_ORIGINS: Type.String({ default: '', pattern: '^(https?://[\\w.:-]+(,|$))*$' }),
  /** Where the storefront is, which gets whatever is not the API's; without it `/` is the reference of the API. */
  STOREFRONT_URL: Type.String({ default: '', pattern: '^(https?://.+)?$' }),
  /** The folder, shared with NGINX, by which what NGINX keeps is purged; without it what is kept only grows old. */
  KEPT_DIR: Type.String({ default: '' }),
  /** How services tell of changes: `http`, or `nats` with NATS_URL. */
  EVENT_BUS: Type.Enum(['http', 'nats'], { default: 'http' }),
  NATS_URL: Type.String({ default: '', pattern: '^((nats|tls)://([^:@/]+:[^@/]+@)?[^@/]+/?)?$' }),
  /** A Valkey or Redis where several gateways count together; without it each counts for itself. */
  LIMITS_URL: Type.String({ default: '', pattern: '^(rediss?://.+)?$' }),
  /** How many requests a service is given at the same time. */
  PLACES: Type.Integer({ minimum: 5, maximum: 1000, default: 128 })
})
