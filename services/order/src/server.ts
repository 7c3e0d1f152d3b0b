import { events } from '@lumora/contracts/events'
import { runService } from '@lumora/kit/process'
import { buildApp } from './app.ts'
import { cartClient } from './clients/cart.ts'
import { paymentClient } from './clients/payment.ts'
import { productClient } from './clients/product.ts'
import { config } from './config.ts'
import type { Tables } from './models/orders.ts'
import { work } from './tasks.ts'

await runService<Tables>({
  name: 'order',
  config,
  catalogue: events,
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ db, keys, log, ready, peer }) => {
    const deps = {
      db,
      cart: cartClient(peer('cart')),
      product: productClient(peer('product')),
      payment: paymentClient(peer('payment')),
      tokenSecret: config.ORDER_SECRET,
      paySeconds: config.PAY_SECONDS,
      bankTransferDays: config.BANK_TRANSFER_DAYS,
      checkoutsPerMinute: config.CHECKOUTS_PER_MINUTE,
      returnDays: config.RETURN_DAYS,
      weightToleranceMg: config.WEIGHT_TOLERANCE_MG,
      seller: {
        name: config.SELLER_NAME,
        address: config.SELLER_ADDRESS,
        gstin: config.SELLER_GSTIN,
        state: config.SELLER_STATE,
        timeZone: config.SELLER_TIME_ZONE,
        hallmarkFeeMinor: config.HALLMARK_FEE_MINOR
      }
    }
    return { app: buildApp({ ...deps, keys, log, ready }), work: work(deps) }
  }
})
