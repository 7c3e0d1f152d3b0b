import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { work } from './tasks.ts'

await runService({
  name: 'product',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready }) => {
    const deps = { db, largeChangePermille: config.LARGE_RATE_CHANGE_PERMILLE }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})
