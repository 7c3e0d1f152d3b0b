import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = [join(import.meta.dirname, '..', 'client', 'pictures'), join(process.cwd(), 'public', 'pictures')].find(
  (one) => existsSync(one)
)
const order = ['front', 'turned', 'detail', 'scale']
const known = new Map<string, string[]>()

/** The views that the project has made of a design, in the order to show them; none for what it has no pictures of. */
export function viewsOf(slug: string): string[] {
  const kept = known.get(slug)
  if (kept) return kept
  let files: string[] = []
  try {
    if (folder && /^[\w-]+$/.test(slug)) files = readdirSync(join(folder, slug))
  } catch {}
  const views = files.flatMap((file) => /^([a-z][a-z0-9-]*)-800\.avif$/.exec(file)?.[1] ?? [])
  views.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  known.set(slug, views)
  return views
}

/** Whether there is a model of it, to be turned. */
export const hasModel = (slug: string): boolean =>
  folder !== undefined && /^[\w-]+$/.test(slug) && existsSync(join(folder, slug, 'model.glb'))

const rank = (view: string) => (order.indexOf(view) + order.length + 1) % (order.length + 1)

/** A card of a design with its picture, also where the shop names none but the project has made one. */
export const withPicture = <T extends { slug: string; imageUrl: string | null }>(design: T): T =>
  design.imageUrl === null && viewsOf(design.slug).length > 0
    ? { ...design, imageUrl: `/pictures/${design.slug}/preview.jpg` }
    : design
