import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { openSigning } from './controllers/keys.ts'
import type { Tables } from './models/users.ts'
import { work } from './tasks.ts'

await runService<Tables>({
  name: 'auth',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready }) => {
    const signing = openSigning({ db, secret: config.KEY_SECRET })
    const clients = new Map(Object.entries(JSON.parse(config.SERVICE_CLIENTS) as Record<string, string>))
    const deps = {
      db,
      signing,
      clients,
      secureCookies: config.SECURE_COOKIES,
      keySecret: config.KEY_SECRET,
      shopUrl: config.SHOP_URL,
      staffSecondFactor: config.STAFF_SECOND_FACTOR,
      registrationsPerHour: config.REGISTRATIONS_PER_HOUR
    }
    const app = buildApp({ ...deps, keys, log, ready })
    app.addHook('onReady', async () => void (await signing.publicKeys()))
    return { app, work: work(deps) }
  }
})
