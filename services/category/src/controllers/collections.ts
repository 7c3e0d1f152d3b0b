import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import { findNewSlug, type Db } from '../models/categories.ts'
import {
  deleteCollection,
  findCollection,
  findCollections,
  holdCollection,
  insertCollection,
  keepCategory,
  updateCollection,
  type CollectionRow
} from '../models/collections.ts'
import { findMenusOf } from '../models/menus.ts'
import type { CollectionChange, CollectionPage, NewCollection, Rule } from '../schemas/collections.ts'
import type { Deps } from './categories.ts'
import { etagOfText, versionNamed } from './etags.ts'
import { categoryIn, queryOf, withCategory } from './rules.ts'

/** A page of the collections that are active now, or of all, by their positions; as JSON text, with its ETag. */
export async function listCollections(
  { db }: Deps,
  { all, after, limit }: { all: boolean; after?: string; limit: number }
): Promise<{ etag: string; text: string }> {
  const place = after === undefined ? null : (readPlace(after, ['number', 'id']) as [number, string])
  const rows = await findCollections(db, { all, after: place, limit: limit + 1 })
  const text = JSON.stringify(pageOf(rows, limit, ({ position, id }) => [position, id]))
  return { etag: etagOfText(text), text }
}

/** A collection that is active now, or any; of a former slug, the one it has now. */
export async function readCollection(
  { db }: Deps,
  slug: string,
  all: boolean
): Promise<CollectionPage | { movedTo: string }> {
  const row = await findCollection(db, slug, all)
  if (row) return shown(row)
  const movedTo = await findNewSlug(db, 'collection', slug)
  if (movedTo === undefined) throw notFound()
  return { movedTo }
}

/** Adds a collection, by hand or by rule. */
export function addCollection({ db }: Deps, once: Once, collection: NewCollection): Promise<CollectionPage> {
  if ((collection.designs === undefined) === (collection.rule === undefined)) throw handOrRule()
  return db.transaction().execute(async (tx) => {
    const categoryId = await keepCategoryOf(tx, collection.rule)
    const row = await insertCollection(tx, collection, categoryId).catch(explainDates)
    if (!row) throw slugTaken(collection.slug)
    return once.answer(tx, 201, shown(row))
  })
}

/** Changes a collection that still has the version which `ifMatch` names. */
export function changeCollection(
  { db }: Deps,
  slug: string,
  ifMatch: string | undefined,
  change: CollectionChange
): Promise<CollectionPage> {
  const version = versionNamed(ifMatch)
  if (change.designs !== undefined && change.rule !== undefined) throw handOrRule()
  return db.transaction().execute(async (tx) => {
    const categoryId = await keepCategoryOf(tx, change.rule)
    const row = await updateCollection(tx, slug, version, change, categoryId).catch((error: Failure) => {
      if (error.code === '23505') throw slugTaken(change.slug!)
      return explainDates(error)
    })
    if (row) return shown(row)
    throw (await findCollection(tx, slug, true)) ? stale() : await goneOf(tx, slug)
  })
}

/** Removes a collection that still has the version which `ifMatch` names, and that no menu leads to. */
export function removeCollection({ db }: Deps, slug: string, ifMatch: string | undefined): Promise<void> {
  const version = versionNamed(ifMatch)
  return db.transaction().execute(async (tx) => {
    const held = await holdCollection(tx, slug)
    if (!held) throw await goneOf(tx, slug)
    if (held.version !== version) throw stale()
    const menus = await findMenusOf(tx, held.id)
    if (menus.length > 0)
      throw new Problem(409, 'collection-in-use', `Take it out of these menus first: ${menus.join(', ')}.`, { menus })
    await deleteCollection(tx, held.id)
  })
}

/** The category that a rule names, kept as it is until the transaction ends; also refuses a rule that cannot be listed. */
async function keepCategoryOf(tx: Db, rule: Rule | undefined): Promise<string | null> {
  if (!rule) return null
  queryOf(rule)
  const slug = categoryIn(rule)
  if (slug === null) return null
  const id = await keepCategory(tx, slug)
  if (id === undefined) throw new Problem(422, 'category-not-known', `There is no category ${slug}.`)
  return id
}

const notFound = () => new Problem(404, 'not-found', 'There is no such collection.')
/** What to throw when a change is to what has no such slug: renamed meanwhile, or never there. */
const goneOf = async (db: Db, slug: string) =>
  (await findNewSlug(db, 'collection', slug)) === undefined ? notFound() : stale()
const slugTaken = (slug: string) => new Problem(409, 'slug-taken', `There is a collection ${slug} already.`)
const handOrRule = () => new Problem(422, 'hand-or-rule', 'Give either the designs of the collection or its rule.')

type Failure = { code?: string; constraint?: string }

function explainDates(error: Failure): never {
  if (error.constraint === 'collections_dates')
    throw new Problem(422, 'dates-not-valid', 'It would end before it begins.')
  throw error
}

function shown({ categorySlug, ...row }: CollectionRow): CollectionPage {
  const rule = row.rule && withCategory(row.rule, categorySlug)
  return { ...row, rule, query: rule && queryOf(rule) }
}
