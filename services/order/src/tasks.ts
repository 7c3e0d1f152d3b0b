import type { Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { sweepOrders, takeRefund, wake } from './controllers/checkout.ts'
import type { Deps } from './controllers/orders.ts'
import { attachOrders } from './controllers/people.ts'
import type { Tables } from './models/orders.ts'

/** What happens later here: the sweep takes up every order whose step is due. */
export const work = (deps: Deps): Work => {
  const hearing: Hearing<Tables> = {
    'auth.email-verified': (tx, { data }) => attachOrders(tx, data.userId, data.email),
    'payment.changed': (tx, { data }) => wake(tx, data.orderId),
    'payment.refunded': (tx, { data }) => takeRefund(tx, data)
  }
  return { hearing, sweeps: [{ seconds: 1, run: () => sweepOrders(deps) }] }
}
