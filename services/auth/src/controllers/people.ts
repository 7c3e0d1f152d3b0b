import type { Erased } from '@lumora/kit/people'
import { collectUser, eraseUser } from '../models/people.ts'
import { lockStaff } from '../models/staff.ts'
import { findCredentialById } from '../models/users.ts'
import { recordDeed, user } from './audit.ts'
import type { Deps } from './sessions.ts'
import { keepAnOwner } from './staff.ts'

/** What this service knows of a person, for the person's archive. */
export const collectPersonalData = ({ db }: Deps, userId: string): Promise<Record<string, unknown>> =>
  collectUser(db, userId)

/** Forgets a person; asked again, it forgets what came since. The last owner is not forgotten before there is another. */
export function erasePersonalData({ db }: Deps, userId: string): Promise<Erased[]> {
  return db.transaction().execute(async (tx) => {
    await lockStaff(tx)
    const before = await findCredentialById(tx, userId)
    const erased = await eraseUser(tx, userId)
    if (!before) return erased
    await keepAnOwner(tx, before, false)
    await recordDeed(tx, { actor: user(userId), address: '', action: 'erase-user', object: user(userId) })
    return erased
  })
}
