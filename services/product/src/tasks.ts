import type { Work } from '@lumora/kit/process'
import { repriceDesigns, type Deps } from './controllers/designs.ts'
import { repriceTask } from './controllers/rates.ts'
import { expireReservations } from './controllers/reservations.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (deps: Deps): Work => ({
  tasks: { [repriceTask]: (payload: { afterSlug: string }) => repriceDesigns(deps, payload) },
  sweeps: [{ seconds: 2, run: () => expireReservations(deps) }]
})
