import type { Work } from '@lumora/kit/process'
import { moveCategory, renameCategory, renameTask, tellCounts, watchRenames } from './controllers/categories.ts'
import { effectRate, effectTask } from './controllers/proposals.ts'
import { feedTask, fetchRateFeed, type Deps as FeedDeps } from './controllers/feeds.ts'
import {
  forgetUnusedMedia,
  makeRenditions,
  removalTask,
  removeRenditions,
  renditionsTask,
  type Deps as MediaDeps
} from './controllers/media.ts'
import { repriceDesigns, repriceTask } from './controllers/repricings.ts'
import { freshenSearches } from './controllers/searches.ts'
import { expireReservations } from './controllers/reservations.ts'
import { restockTask, tellRestocked } from './controllers/variants.ts'
import { importCatalogue, importTask } from './controllers/transfers.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (deps: FeedDeps & MediaDeps): Work => ({
  tasks: {
    [effectTask]: (payload: { proposalId: string }) => effectRate(deps, payload),
    [repriceTask]: (payload: { repricingId: string; afterId: string; pauseMs?: number }) =>
      repriceDesigns(deps, payload),
    [feedTask]: () => fetchRateFeed(deps),
    [renameTask]: (payload: { formerSlug: string }) => moveCategory(deps, payload),
    [restockTask]: (payload: { variantIds: string[] }) => tellRestocked(deps, payload),
    [importTask]: (payload: { importId: string }) => importCatalogue(deps, payload),
    [renditionsTask]: (payload: { mediaId: string }) => makeRenditions(deps, payload),
    [removalTask]: (payload: { hash: string }) => removeRenditions(deps, payload),
    'forget-unused-media': () => forgetUnusedMedia(deps)
  },
  timers: [
    { task: 'forget-unused-media', at: '29 2 * * *' },
    ...(deps.feed ? [{ task: feedTask, at: `*/${deps.feed.everyMinutes} * * * *` }] : [])
  ],
  hearing: { 'category.renamed': renameCategory },
  sweeps: [
    { seconds: 2, run: () => expireReservations(deps) },
    { seconds: 2, run: () => watchRenames(deps) },
    { seconds: 3, run: () => tellCounts(deps) },
    { seconds: 5, run: () => freshenSearches(deps) }
  ]
})
