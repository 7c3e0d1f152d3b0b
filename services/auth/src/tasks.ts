import type { Work } from '@lumora/kit/process'
import type { Deps } from './controllers/sessions.ts'
import { forgetEndedSessions } from './controllers/sessions.ts'

/** What happens later here: ended sessions are forgotten every hour, and each month begins with another signing key. */
export const work = (deps: Deps): Work => ({
  tasks: {
    'forget-ended-sessions': () => forgetEndedSessions(deps),
    'rotate-keys': () => deps.signing.rotate()
  },
  timers: [
    { task: 'forget-ended-sessions', at: '11 * * * *' },
    { task: 'rotate-keys', at: '5 3 1 * *' }
  ]
})
