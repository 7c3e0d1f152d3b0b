import type { Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import type { Deps } from './controllers/__resources__.ts'
import type { Tables } from './models/__resources__.ts'

/** What happens later here: jobs by name, events by topic, timers by clock. */
export const work = (_deps: Deps): Work => {
  const hearing: Hearing<Tables> = {}
  return { tasks: {}, hearing }
}
