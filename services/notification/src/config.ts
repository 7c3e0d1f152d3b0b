import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  /** Whether who may read a mail sees the links in it that sign in or set a password. Only for trying the shop out. */
  MAIL_LINKS: Type.Enum(['hidden', 'shown'], { default: 'hidden' })
})
