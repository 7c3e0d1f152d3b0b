import { readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  /** Addresses or networks whose X-Forwarded-For is believed: the edge in front, and nobody else. Comma-separated. */
  TRUSTED_PROXIES: Type.String({ default: '' })
})
