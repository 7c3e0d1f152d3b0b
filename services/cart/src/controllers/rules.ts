import type { Db } from '../models/carts.ts'
import { readRules, type Rules } from '../models/rules.ts'

const kept = new WeakMap<Db, { known: Rules | null; reading: Promise<Rules> | null }>()

/** The rules as of this version, which is read along with each cart, so that they are read anew only when they have changed, and by one request for all; without a version, those that are known. */
export async function rulesAt(db: Db, version: number | null): Promise<Rules> {
  if (!kept.has(db)) kept.set(db, { known: null, reading: null })
  const mine = kept.get(db)!
  if (mine.known && mine.known.version >= (version ?? 0)) return mine.known
  mine.reading ??= readRules(db)
    .then((rules) => (mine.known = rules))
    .finally(() => (mine.reading = null))
  const rules = await mine.reading
  return rules.version >= (version ?? 0) ? rules : rulesAt(db, version)
}
