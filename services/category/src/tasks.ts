import type { Work } from '@lumora/kit/process'
import type { Deps } from './controllers/categories.ts'
import { noteCounts } from './controllers/counts.ts'

/** What happens later here: events by topic. */
export const work = (_deps: Deps): Work => ({
  hearing: { 'product.counted': noteCounts }
})
