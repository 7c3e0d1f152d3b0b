import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { peopleClient } from './clients/people.ts'
import { productClient } from './clients/product.ts'
import { config } from './config.ts'
import type { Tables } from './models/profiles.ts'
import { work } from './tasks.ts'

await runService<Tables>({
  name: 'user',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready, peer }) => {
    const people = Object.fromEntries(
      ['auth', 'cart', 'notification', 'order'].map((name) => [name, peopleClient(peer(name))])
    )
    const deps = { db, product: productClient(peer('product')), people }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})
