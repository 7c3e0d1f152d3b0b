import { createHash } from 'node:crypto'
import type { Once } from '@lumora/kit/idempotency'
import { Problem } from '@lumora/kit/problem'
import { etagOf, stale, versionIn } from '@lumora/kit/versions'
import {
  deleteCategory,
  findCategories,
  holdCategories,
  insertCategory,
  saveCategories,
  updateCategory,
  type CategoryRow,
  type Db
} from '../models/categories.ts'
import type { Category, CategoryChange, CategoryPage, NewCategory } from '../schemas/categories.ts'

export interface Deps {
  db: Db
}

/** The whole tree as JSON text, each category after its parent and siblings in their order, with its ETag. */
export async function listCategories({ db }: Deps): Promise<{ etag: string; text: string }> {
  const text = JSON.stringify({
    items: treeOf(await findCategories(db)).map(({ version: _version, ...shown }) => shown)
  })
  return { etag: etagOf(createHash('sha256').update(text).digest('base64url').slice(0, 27)), text }
}

/** A category with the way to it from the root, and the categories in it. */
export async function readCategory({ db }: Deps, slug: string): Promise<CategoryPage> {
  return pageOf(await findCategories(db), slug)
}

/** Adds a category under its parent, or at the root. */
export function addCategory({ db }: Deps, once: Once, category: NewCategory): Promise<CategoryPage> {
  return db.transaction().execute(async (tx) => {
    const rows = await holdCategories(tx)
    if (rows.some(({ slug }) => slug === category.slug))
      throw new Problem(409, 'slug-taken', `There is a category ${category.slug} already.`)
    checkTree([...rows, category])
    await insertCategory(tx, category)
    return once.answer(tx, 201, pageOf(await findCategories(tx), category.slug))
  })
}

/** Changes a category that still has the version which `ifMatch` names; moving it takes along what is in it, and it cannot move into itself. */
export function changeCategory(
  { db }: Deps,
  slug: string,
  ifMatch: string | undefined,
  change: CategoryChange
): Promise<CategoryPage> {
  const version = versionIn(ifMatch)
  return db.transaction().execute(async (tx) => {
    const rows = await holdCategories(tx)
    if (!rows.some((row) => row.slug === slug)) throw notFound()
    checkTree(rows.map((row) => (row.slug === slug ? Object.assign(row, change) : row)))
    if (!(await updateCategory(tx, slug, version, change))) throw stale()
    return pageOf(await findCategories(tx), slug)
  })
}

/** Removes a category that has no others in it. */
export function removeCategory({ db }: Deps, slug: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const rows = await holdCategories(tx)
    if (!rows.some((row) => row.slug === slug)) throw notFound()
    const children = rows.filter((row) => row.parentSlug === slug)
    if (children.length > 0)
      throw new Problem(409, 'category-not-empty', `Move or remove the ${children.length} categories in it first.`)
    await deleteCategory(tx, slug)
  })
}

/** Adds the categories, or changes those with the same slug: all of them or none. Others stay as they are. */
export function importCategories({ db }: Deps, items: NewCategory[]): Promise<{ imported: number }> {
  const given = new Map(items.map((item) => [item.slug, item]))
  if (given.size < items.length) throw new Problem(422, 'named-twice', 'A slug stands in the request twice.')
  return db.transaction().execute(async (tx) => {
    const rows = await holdCategories(tx)
    checkTree([...rows.filter(({ slug }) => !given.has(slug)), ...items])
    await saveCategories(tx, items)
    return { imported: items.length }
  })
}

const notFound = () => new Problem(404, 'not-found', 'There is no such category.')

const maxDepth = 8

/** Throws when a parent does not exist, is in what it contains, or the tree is deeper than 8. */
function checkTree(rows: { slug: string; parentSlug: string | null }[]): void {
  const parents = new Map(rows.map(({ slug, parentSlug }) => [slug, parentSlug]))
  const depths = rows.map(({ slug, parentSlug }) => {
    let depth = 1
    for (let above = parentSlug; above !== null && depth <= rows.length; above = parents.get(above)!) {
      if (!parents.has(above))
        throw new Problem(422, 'parent-not-known', `${slug} is to be in ${above}, which does not exist.`)
      if (above === slug)
        throw new Problem(409, 'category-in-itself', `${slug} cannot be in ${parentSlug!}, which is in ${slug} itself.`)
      depth++
    }
    return depth
  })
  const tooDeep = rows.find((_, index) => depths[index]! > maxDepth)
  if (tooDeep) throw new Problem(422, 'tree-too-deep', `${tooDeep.slug} would lie deeper than ${maxDepth} levels.`)
}

type Placed = Category & { version: number }

function treeOf(rows: CategoryRow[]): Placed[] {
  const byParent = Map.groupBy(rows, ({ parentSlug }) => parentSlug)
  const placed: Placed[] = []
  const walk = (parentSlug: string | null, path: string[]) => {
    const siblings = byParent.get(parentSlug) ?? []
    siblings.sort((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1))
    for (const { id, slug, name, description, parentSlug: parent, position, version } of siblings) {
      const own = [...path, slug]
      placed.push({ id, slug, name, description, parentSlug: parent, position, path: own, version })
      walk(slug, own)
    }
  }
  walk(null, [])
  return placed
}

function pageOf(rows: CategoryRow[], slug: string): CategoryPage {
  const tree = treeOf(rows)
  const category = tree.find((one) => one.slug === slug)
  if (!category) throw notFound()
  const names = new Map(tree.map((one) => [one.slug, one.name]))
  return {
    ...category,
    breadcrumbs: category.path.map((step) => ({ slug: step, name: names.get(step)! })),
    children: tree.filter(({ parentSlug }) => parentSlug === slug)
  }
}
