import type { Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { closeOrdered, forgetOldCarts, type Deps } from './controllers/carts.ts'
import type { Tables } from './models/carts.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (deps: Deps): Work => {
  const hearing: Hearing<Tables> = {
    'order.confirmed': (tx, { data }) => closeOrdered(tx, data.cartId)
  }
  return {
    tasks: { 'forget-old-carts': () => forgetOldCarts(deps) },
    hearing,
    timers: [{ task: 'forget-old-carts', at: '11 3 * * *' }]
  }
}
