import { Problem } from '@lumora/kit/problem'
import { ensureProfile, findProfile, saveRegistered, updateProfile, type Db } from '../models/profiles.ts'
import type { Profile, ProfileChange } from '../schemas/profiles.ts'

export interface Deps {
  db: Db
}

/** The profile of a person, made now if the news of the registering has not come yet. */
export async function showProfile({ db }: Deps, userId: string): Promise<Profile> {
  const found = await findProfile(db, userId)
  if (found) return found
  await ensureProfile(db, userId)
  return (await findProfile(db, userId))!
}

/** Changes the profile that the person has seen: the version in `ifMatch`. */
export async function changeProfile(
  { db }: Deps,
  userId: string,
  ifMatch: string | undefined,
  change: ProfileChange
): Promise<Profile> {
  if (ifMatch === undefined)
    throw new Problem(428, 'version-needed', 'Send the ETag of the profile that you change as If-Match.')
  const version = /^(?:W\/)?"(\d{1,9})"$|^(\d{1,9})$/.exec(ifMatch.trim())
  const saved = version && (await updateProfile(db, userId, Number(version[1] ?? version[2]), change))
  if (saved) return saved
  throw new Problem(412, 'version-stale', 'The profile was changed meanwhile. Load it again, then change it.')
}

/** Takes in what auth tells of a new person, also when the person has been here already. */
export const welcomePerson = (tx: Db, person: { userId: string; email: string; name: string }): Promise<void> =>
  saveRegistered(tx, { id: person.userId, email: person.email, name: person.name })
