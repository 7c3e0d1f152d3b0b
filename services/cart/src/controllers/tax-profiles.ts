import { Problem } from '@lumora/kit/problem'
import { stale, versionIn } from '@lumora/kit/versions'
import { findProfiles, insertProfile, updateProfile } from '../models/tax-profiles.ts'
import type { TaxProfile, TaxProfileContent } from '../schemas/tax-profiles.ts'
import type { Deps } from './carts.ts'
import type { Place } from './regions.ts'

/** How a place is taxed on a day: as its region is, else as its country, else as the rest of the world; of several the one that began last. */
export function profileOf(profiles: readonly TaxProfile[], { country, region }: Place, today: string): TaxProfile {
  const valid = profiles.filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today)
  )
  const latest = (those: TaxProfile[]) =>
    those.toSorted((a, b) =>
      a.validFrom === b.validFrom ? (a.code < b.code ? -1 : 1) : a.validFrom < b.validFrom ? 1 : -1
    )[0]
  const found =
    (region !== null && latest(valid.filter((each) => each.country === country && each.region === region))) ||
    latest(valid.filter((each) => each.country === country && each.region === null)) ||
    latest(valid.filter((each) => each.country === '*'))
  if (!found)
    throw new Problem(503, 'tax-not-known', 'The shop does not know its taxes for this place. Tell our staff.')
  return found
}

/** All profiles, former and coming ones included. */
export async function listTaxProfiles({ db }: Deps): Promise<{ items: TaxProfile[] }> {
  return { items: await findProfiles(db) }
}

/** Makes a profile, or replaces the version of it that is named. 412 when it is another by now, 428 when it is there and no version is named. */
export async function putTaxProfile(
  { db }: Deps,
  code: string,
  ifMatch: string | undefined,
  content: TaxProfileContent
): Promise<TaxProfile> {
  if (content.validTo !== null && content.validTo < content.validFrom)
    throw new Problem(422, 'dates-not-valid', 'A profile cannot end before it begins.')
  const profile = { ...content, code }
  const put =
    ifMatch === undefined ? await insertProfile(db, profile) : await updateProfile(db, profile, versionIn(ifMatch))
  if (put) return put
  if (ifMatch === undefined) versionIn(ifMatch)
  throw stale()
}
