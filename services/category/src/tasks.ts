import type { Work } from '@lumora/kit/process'
import type { Deps } from './controllers/categories.ts'

/** What happens later here: nothing, so far. */
export const work = (_deps: Deps): Work => ({})
