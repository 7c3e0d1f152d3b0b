import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import type { Tables } from './models/messages.ts'
import { work } from './tasks.ts'

await runService<Tables>({
  name: 'notification',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready }) => ({
    app: buildApp({ db, keys, log, ready, showLinks: config.MAIL_LINKS === 'shown' }),
    work: work({ db })
  })
})
