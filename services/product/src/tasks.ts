import type { Work } from '@lumora/kit/process'
import { effectRate, effectTask } from './controllers/proposals.ts'
import type { Deps } from './controllers/rates.ts'
import { repriceDesigns, repriceTask } from './controllers/repricings.ts'
import { expireReservations } from './controllers/reservations.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (deps: Deps): Work => ({
  tasks: {
    [effectTask]: (payload: { proposalId: string }) => effectRate(deps, payload),
    [repriceTask]: (payload: { repricingId: string; afterId: string }) => repriceDesigns(deps, payload)
  },
  sweeps: [{ seconds: 2, run: () => expireReservations(deps) }]
})
