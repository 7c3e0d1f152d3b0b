import { publish, type Event } from '@lumora/kit/events'
import { enqueue } from '@lumora/kit/jobs'
import type { Db } from '../models/designs.ts'
import { countCategories, endRename, findRename, moveDesigns, saveRename } from '../models/categories.ts'
import { findRenames } from '../models/searches.ts'

export interface Deps {
  db: Db
}

/** The job that moves a batch of designs from a category's former name to its new one. */
export const renameTask = 'rename-category'
const movedAtOnce = 500

/** The names that a category has just now, by its new one, as this process last saw them: none but while designs are being moved. */
let formerOf: ReadonlyMap<string, string[]> = new Map()
let newOf: ReadonlyMap<string, string> = new Map()

/** The names by which designs of this category may be listed: one, but while a category is renamed. */
export function namesOf(category: string | undefined): string[] {
  if (category === undefined) return []
  const slug = newOf.get(category) ?? category
  return [slug, ...(formerOf.get(slug) ?? [])]
}

/** Sees which categories are being renamed. */
export async function watchRenames({ db }: Deps): Promise<void> {
  const renames = await findRenames(db)
  if (renames.length === 0 && newOf.size === 0) return
  newOf = new Map(renames.map(({ formerSlug, slug }) => [formerSlug, slug]))
  formerOf = new Map(
    [...Map.groupBy(renames, ({ slug }) => slug)].map(([slug, those]) => [slug, those.map((one) => one.formerSlug)])
  )
}

/** Has the designs of a category moved to its new name, by jobs. */
export async function renameCategory(
  tx: Db,
  { data: { slug, formerSlug } }: Event<{ slug: string; formerSlug: string }>
): Promise<void> {
  if (slug === formerSlug) return
  await saveRename(tx, formerSlug, slug)
  await enqueue(tx, renameTask, { formerSlug }, { key: `${renameTask} ${formerSlug}` })
}

/** Moves a batch of designs to the new name of their category, and enqueues the next; no design changes its version. */
export function moveCategory({ db }: Deps, { formerSlug }: { formerSlug: string }): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const slug = await findRename(tx, formerSlug)
    if (slug === undefined) return
    const moved = await moveDesigns(tx, formerSlug, slug, movedAtOnce)
    if (moved === movedAtOnce) await enqueue(tx, renameTask, { formerSlug })
    else await endRename(tx, formerSlug)
  })
}

/** Sums up what changed in how many designs of each category can be bought, and tells the others. */
export function tellCounts({ db }: Deps): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { counts, version } = await countCategories(tx)
    if (counts.length > 0) await publish(tx, 'product.counted', 'catalogue', version, { counts })
  })
}
