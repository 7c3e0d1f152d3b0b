import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { allowedHosts, config, staffEmails, twilioOf } from './config.ts'
import { allowanceOf, type Lane } from './controllers/deliveries.ts'
import { smsProvider } from './controllers/sms.ts'
import { openStreams } from './controllers/streams.ts'
import type { Tables } from './models/messages.ts'
import { work } from './tasks.ts'

const twilio = twilioOf(config)
/** Loaded only where it is used. */
const smtp =
  config.SMTP_URL === undefined
    ? undefined
    : (await import('./controllers/smtp.ts')).smtpProvider({
        url: config.SMTP_URL,
        from: config.MAIL_FROM,
        connections: config.SMTP_CONNECTIONS
      })

const lanes: Omit<Lane, 'isStopping'>[] = [
  ...(smtp
    ? [
        {
          channel: 'email' as const,
          provider: smtp,
          atOnce: config.SMTP_CONNECTIONS,
          allowance: allowanceOf(config.EMAILS_PER_SECOND)
        }
      ]
    : []),
  ...(twilio
    ? [
        {
          channel: 'sms' as const,
          provider: smsProvider(twilio),
          atOnce: 1,
          allowance: allowanceOf(config.SMS_PER_SECOND)
        }
      ]
    : [])
]

await runService<Tables>({
  name: 'notification',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, pool, keys, log, ready }) => {
    const deps = {
      db,
      secret: config.NOTIFICATION_KEY,
      shopUrl: config.SHOP_URL,
      publicUrl: config.SHOP_URL,
      sends: { email: smtp !== undefined, sms: twilio !== undefined },
      staffEmails,
      allowedHosts,
      streams: openStreams(),
      showLinks: config.MAIL_LINKS === 'shown'
    }
    const reports = config.BOUNCE_SECRET === undefined ? {} : { bounceSecret: config.BOUNCE_SECRET }
    return { app: buildApp({ ...deps, ...reports, keys, log, ready }), work: work({ ...deps, pool, lanes }) }
  }
})
