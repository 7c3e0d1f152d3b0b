import type { Work } from '@lumora/kit/process'
import { mailConfirmation, mailPasswordReset } from './controllers/emails.ts'
import type { Deps } from './controllers/sessions.ts'
import { forgetEndedSessions } from './controllers/sessions.ts'

/** What happens later here: links that confirm an e-mail or set a new password are mailed, what has ended is forgotten every hour, and each month begins with another signing key. */
export const work = (deps: Deps): Work => ({
  tasks: {
    'mail-confirmation': ({ userId }: { userId: string }) => mailConfirmation(deps, userId),
    'mail-password-reset': ({ email }: { email: string }) => mailPasswordReset(deps, email),
    'forget-ended-sessions': () => forgetEndedSessions(deps),
    'rotate-keys': async () => void (await deps.signing.rotate())
  },
  timers: [
    { task: 'forget-ended-sessions', at: '11 * * * *' },
    { task: 'rotate-keys', at: '5 3 1 * *' }
  ]
})
