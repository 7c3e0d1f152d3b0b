import type { Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { noteUnsubscribed } from './controllers/consents.ts'
import { remindOfDates } from './controllers/dates.ts'
import { confirmEmail, welcomePerson, type Deps } from './controllers/profiles.ts'
import { dropOldArchives, erase, workOnPart } from './controllers/requests.ts'
import type { Tables } from './models/profiles.ts'

interface Part {
  requestId: string
  service: string
}

export const hearing: Hearing<Tables> = {
  'auth.registered': (tx, { data }) => welcomePerson(tx, data),
  'auth.email-changed': (tx, { data: { userId, email }, time }) =>
    confirmEmail(tx, { userId, email, verifiedAt: time }),
  'auth.email-verified': (tx, { data }) => confirmEmail(tx, data),
  'notification.unsubscribed': (tx, { data }) => noteUnsubscribed(tx, data)
}

/** What happens later here: who registers at auth gets a profile; archives and erasures are worked off service by service; each night people are reminded of their dates. */
export const work = (deps: Deps): Work => ({
  hearing,
  tasks: {
    'work-on-part': ({ requestId, service }: Part, { attempt }) => workOnPart(deps, requestId, service, attempt),
    'repeat-erasure': async ({ userId, service }: { userId: string; service: string }) => {
      await erase(deps, userId, service)
    },
    'drop-old-archives': () => dropOldArchives(deps),
    'remind-of-dates': () => remindOfDates(deps)
  },
  timers: [
    { task: 'drop-old-archives', at: '29 * * * *' },
    { task: 'remind-of-dates', at: '20 3 * * *' }
  ]
})
