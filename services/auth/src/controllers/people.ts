import type { Erased } from '@lumora/kit/people'
import { collectUser, eraseUser } from '../models/people.ts'
import type { Deps } from './sessions.ts'

/** What this service knows of a person, for the person's archive. */
export const collectPersonalData = ({ db }: Deps, userId: string): Promise<Record<string, unknown>> =>
  collectUser(db, userId)

/** Forgets a person; asked again, it forgets what came since. */
export const erasePersonalData = ({ db }: Deps, userId: string): Promise<Erased[]> => eraseUser(db, userId)
