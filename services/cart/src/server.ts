import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { productClient } from './clients/product.ts'
import { config } from './config.ts'
import type { Tables } from './models/carts.ts'
import { work } from './tasks.ts'

await runService<Tables>({
  name: 'cart',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready, peer }) => {
    const deps = {
      db,
      product: productClient(peer('product')),
      currency: config.CURRENCY,
      shop: { country: config.SHOP_COUNTRY, region: config.SHOP_REGION },
      abandonedMinutes: config.ABANDONED_MINUTES
    }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})
