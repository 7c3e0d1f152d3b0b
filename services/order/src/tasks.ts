import type { Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { sweepOrders, takeRefund, wake } from './controllers/checkout.ts'
import { compareAll } from './controllers/comparisons.ts'
import { drawDocument, issueInvoices } from './controllers/documents.ts'
import { forgetOldTries, type Deps } from './controllers/orders.ts'
import { orderReadings } from './controllers/exceptions.ts'
import { attachOrders } from './controllers/people.ts'
import { sweepReturns } from './controllers/returns.ts'
import type { Tables } from './models/orders.ts'

/** What happens later here: sweeps take up orders and returns whose step is due and invoice what is confirmed; timers compare. */
export const work = (deps: Deps): Work => {
  const hearing: Hearing<Tables> = {
    'auth.email-verified': (tx, { data }) => attachOrders(tx, data.userId, data.email),
    'payment.changed': (tx, { data }) => wake(tx, data.orderId),
    'payment.refunded': (tx, { data }) => takeRefund(tx, data)
  }
  return {
    hearing,
    readings: orderReadings(deps),
    sweeps: [
      { seconds: 1, run: () => sweepOrders(deps) },
      { seconds: 1, run: () => sweepReturns(deps) },
      { seconds: 5, run: () => issueInvoices(deps) }
    ],
    tasks: {
      'draw-document': ({ id }: { id: string }) => drawDocument(deps, id),
      'compare-with-others': () => compareAll(deps),
      'compare-all-with-others': () => compareAll(deps, { all: true }),
      'forget-old-tries': () => forgetOldTries(deps)
    },
    timers: [
      { task: 'compare-with-others', at: '*/5 * * * *' },
      { task: 'compare-all-with-others', at: '23 2 * * *' },
      { task: 'forget-old-tries', at: '37 * * * *' }
    ]
  }
}
