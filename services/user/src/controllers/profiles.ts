import { stale, versionIn } from '@lumora/kit/versions'
import { readPlace } from '@lumora/kit/pages'
import type { People } from '../clients/people.ts'
import type { Product } from '../clients/product.ts'
import { ensureProfile, findProfile, saveRegistered, saveVerified, updateProfile, type Db } from '../models/profiles.ts'
import type { Profile, ProfileChange } from '../schemas/profiles.ts'

export interface Deps {
  db: Db
  product: Product
  /** The other services that know people, by name. */
  people: Record<string, People>
}

export interface Paging {
  after?: string
  limit: number
}

/** The id that a page of a list ordered by id begins after; null for the first. */
export const idAfter = ({ after }: Paging): string | null =>
  after === undefined ? null : (readPlace(after, ['id'])[0] as string)

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
  const saved = await updateProfile(db, userId, versionIn(ifMatch), change)
  if (!saved) throw stale()
  return saved
}

/** Takes in what auth tells of a new person, also when the person has been here already. */
export const welcomePerson = (tx: Db, person: { userId: string; email: string; name: string }): Promise<void> =>
  saveRegistered(tx, { id: person.userId, email: person.email, name: person.name })

/** Takes in that a person has shown an e-mail to be theirs. */
export const confirmEmail = (
  tx: Db,
  { userId, email, verifiedAt }: { userId: string; email: string; verifiedAt: string }
) => saveVerified(tx, userId, email, verifiedAt)
