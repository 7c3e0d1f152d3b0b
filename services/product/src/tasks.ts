import type { Work } from '@lumora/kit/process'
import { effectRate, effectTask } from './controllers/proposals.ts'
import {
  forgetUnusedMedia,
  makeRenditions,
  removalTask,
  removeRenditions,
  renditionsTask,
  type Deps as MediaDeps
} from './controllers/media.ts'
import type { Deps as RateDeps } from './controllers/rates.ts'
import { repriceDesigns, repriceTask } from './controllers/repricings.ts'
import { expireReservations } from './controllers/reservations.ts'
import { importCatalogue, importTask } from './controllers/transfers.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (deps: RateDeps & MediaDeps): Work => ({
  tasks: {
    [effectTask]: (payload: { proposalId: string }) => effectRate(deps, payload),
    [repriceTask]: (payload: { repricingId: string; afterId: string }) => repriceDesigns(deps, payload),
    [importTask]: (payload: { importId: string }) => importCatalogue(deps, payload),
    [renditionsTask]: (payload: { mediaId: string }) => makeRenditions(deps, payload),
    [removalTask]: (payload: { hash: string }) => removeRenditions(deps, payload),
    'forget-unused-media': () => forgetUnusedMedia(deps)
  },
  timers: [{ task: 'forget-unused-media', at: '29 2 * * *' }],
  sweeps: [{ seconds: 2, run: () => expireReservations(deps) }]
})
