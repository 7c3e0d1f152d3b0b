import type { Hearing } from '@lumora/kit/events'
import type { Work } from '@lumora/kit/process'
import { welcomePerson } from './controllers/profiles.ts'
import type { Tables } from './models/profiles.ts'

export const hearing: Hearing<Tables> = {
  'auth.registered': (tx, { data }) => welcomePerson(tx, data)
}

/** What happens later here: who registers at auth gets a profile. */
export const work: Work = { hearing }
