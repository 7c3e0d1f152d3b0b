import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { bankOf, config, stripeOf } from './config.ts'
import { sandboxProvider } from './controllers/sandbox.ts'
import { transferProvider } from './controllers/transfers.ts'
import type { Tables } from './models/payments.ts'
import { work } from './tasks.ts'

const stripe = stripeOf(config)
const bank = bankOf(config)
/** Loaded only where it is used: the SDK is 270 modules. */
const stripeDriver = stripe && (await import('./controllers/stripe.ts')).stripeProvider(stripe)

await runService<Tables>({
  name: 'payment',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready }) => {
    const sandbox = {
      db,
      webhookUrl: `${config.urlOf('payment')}/api/v1/payments/webhooks/sandbox`,
      sandboxSecret: config.SANDBOX_SECRET,
      slowSeconds: config.SANDBOX_SLOW_SECONDS,
      lostSeconds: config.SANDBOX_LOST_SECONDS
    }
    const deps = {
      ...sandbox,
      providers: {
        sandbox: sandboxProvider(sandbox),
        ...(stripeDriver && { stripe: stripeDriver }),
        ...(bank && { 'bank-transfer': transferProvider(db, bank) })
      },
      refundApprovalMinor: config.REFUND_APPROVAL_MINOR
    }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})
