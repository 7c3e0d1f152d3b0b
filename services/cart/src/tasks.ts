import type { Hearing, HearingTogether } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { closeOrdered, forgetOld, noteGroups, tellAbandoned, type Deps } from './controllers/carts.ts'
import { giveBack, giveBackExpired } from './controllers/checkouts.ts'
import type { Tables } from './models/carts.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (deps: Deps): Work => {
  const hearing: Hearing<Tables> = {
    'order.cancelled': (tx, { data }) => giveBack(tx, data.orderId),
    'user.changed': (tx, { data, aggregateversion }) => noteGroups(tx, data, aggregateversion)
  }
  const hearingTogether: HearingTogether = { 'order.confirmed': { parts: closeOrdered } }
  return {
    hearing,
    hearingTogether,
    tasks: {
      'forget-old-carts': () => forgetOld(deps),
      'give-back-expired': () => giveBackExpired(deps),
      'tell-abandoned': () => tellAbandoned(deps)
    },
    timers: [
      { task: 'forget-old-carts', at: '11 3 * * *' },
      { task: 'give-back-expired', at: '* * * * *' },
      { task: 'tell-abandoned', at: '*/5 * * * *' }
    ]
  }
}
