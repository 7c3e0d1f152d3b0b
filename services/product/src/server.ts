import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { config } from './config.ts'
import { openQuoteSeal } from './controllers/seals.ts'
import { work } from './tasks.ts'

await runService({
  name: 'product',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready }) => {
    const { QUOTE_SECRET, QUOTE_SECRET_BEFORE, QUOTE_SECONDS, LARGE_RATE_CHANGE_PERMILLE } = config
    const deps = {
      db,
      largeChangePermille: LARGE_RATE_CHANGE_PERMILLE,
      quotes: openQuoteSeal([QUOTE_SECRET, ...(QUOTE_SECRET_BEFORE ? [QUOTE_SECRET_BEFORE] : [])]),
      quoteSeconds: QUOTE_SECONDS
    }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})
