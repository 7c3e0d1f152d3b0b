import { databaseUrl, readConfig } from '@lumora/kit/config'
import { Type } from 'typebox'

export const config = readConfig({
  ...databaseUrl,
  /** Signs unsubscribing links and encrypts the secrets of webhooks. */
  NOTIFICATION_KEY: Type.String({ minLength: 32 }),
  /** Whether who may read a mail sees the links in it that sign in or set a password. Only for trying the shop out. */
  MAIL_LINKS: Type.Enum(['hidden', 'shown'], { default: 'hidden' }),
  SHOP_URL: Type.String({ pattern: '^https?://[^/]+$', default: 'http://127.0.0.1:8080' }),
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://' })),
  MAIL_FROM: Type.String({
    pattern: '^[^<>\\r\\n]* <[^<>@\\s]+@[^<>@\\s]+>$',
    default: 'Lumora Jewels <shop@lumora.example>'
  }),
  SMTP_CONNECTIONS: Type.Integer({ minimum: 1, maximum: 50, default: 1 }),
  EMAILS_PER_SECOND: Type.Integer({ minimum: 1, maximum: 10_000, default: 500 }),
  SMS_DRIVER: Type.Enum(['log', 'twilio'], { default: 'log' }),
  TWILIO_ACCOUNT_SID: Type.Optional(Type.String({ minLength: 4 })),
  TWILIO_AUTH_TOKEN: Type.Optional(Type.String({ minLength: 8 })),
  TWILIO_FROM: Type.Optional(Type.String({ minLength: 3 })),
  TWILIO_API_BASE: Type.String({ pattern: '^https?://[^/]+$', default: 'https://api.twilio.com' }),
  TWILIO_STATUS_CALLBACK: Type.Optional(Type.String({ pattern: '^https?://' })),
  SMS_PER_SECOND: Type.Integer({ minimum: 1, maximum: 1000, default: 5 }),
  STAFF_ALERT_EMAILS: Type.String({ default: '' }),
  BOUNCE_SECRET: Type.Optional(Type.String({ minLength: 32 })),
  WEBHOOK_ALLOWED_HOSTS: Type.String({ default: '' })
})

const listed = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

export const staffEmails = listed(config.STAFF_ALERT_EMAILS)
export const allowedHosts = listed(config.WEBHOOK_ALLOWED_HOSTS)

/** What the driver of text messages needs; undefined when it is off. The process stops when a part of it is missing. */
export function twilioOf({
  SMS_DRIVER,
  TWILIO_ACCOUNT_SID: accountSid,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_FROM: from,
  TWILIO_API_BASE: apiBase,
  TWILIO_STATUS_CALLBACK: statusCallback
}: typeof config) {
  if (SMS_DRIVER === 'log') return undefined
  if (accountSid !== undefined && authToken !== undefined && from !== undefined)
    return { accountSid, authToken, from, apiBase, ...(statusCallback === undefined ? {} : { statusCallback }) }
  process.stderr.write(
    'The configuration is not usable:\n  - SMS_DRIVER=twilio needs TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM.\n'
  )
  process.exit(1)
}
