import type { Once } from '@lumora/kit/idempotency'
import { pageOf, readPlace } from '@lumora/kit/pages'
import { Problem } from '@lumora/kit/problem'
import { stale } from '@lumora/kit/versions'
import type { Db } from '../models/categories.ts'
import {
  deleteMenu,
  emptyMenu,
  findMenu,
  findMenus,
  insertLinks,
  insertMenu,
  keepTargets,
  type LinkRow
} from '../models/menus.ts'
import type { Menu, MenuContent, NewMenu } from '../schemas/menus.ts'
import type { Deps } from './categories.ts'
import { etagOfText, versionNamed } from './etags.ts'

/** A page of the menus by name, without their links; as JSON text, with its ETag. */
export async function listMenus(
  { db }: Deps,
  { after, limit }: { after?: string; limit: number }
): Promise<{ etag: string; text: string }> {
  const [place] = after === undefined ? [''] : (readPlace(after, ['string']) as [string])
  const text = JSON.stringify(pageOf(await findMenus(db, place, limit + 1), limit, ({ name }) => [name]))
  return { etag: etagOfText(text), text }
}

/** A menu with the links that lead somewhere now, or with all of them. */
export async function readMenu({ db }: Deps, name: string, all: boolean): Promise<Menu> {
  const menu = await findMenu(db, name, all)
  if (!menu) throw notFound()
  return menu
}

/** Adds a menu. */
export function addMenu({ db }: Deps, once: Once, { name, title, links }: NewMenu): Promise<Menu> {
  return db.transaction().execute(async (tx) => {
    const rows = await linkRows(tx, links)
    const id = await insertMenu(tx, name, title)
    if (id === undefined) throw new Problem(409, 'name-taken', `There is a menu ${name} already.`)
    await insertLinks(tx, id, rows)
    return once.answer(tx, 201, (await findMenu(tx, name, true))!)
  })
}

/** Replaces a menu that still has the version which `ifMatch` names. */
export function replaceMenu(
  { db }: Deps,
  name: string,
  ifMatch: string | undefined,
  { title, links }: MenuContent
): Promise<Menu> {
  const version = versionNamed(ifMatch)
  return db.transaction().execute(async (tx) => {
    const rows = await linkRows(tx, links)
    const id = await emptyMenu(tx, name, version, title)
    if (id === undefined) throw (await findMenu(tx, name, true)) ? stale() : notFound()
    await insertLinks(tx, id, rows)
    return (await findMenu(tx, name, true))!
  })
}

/** Removes a menu that still has the version which `ifMatch` names. */
export async function removeMenu({ db }: Deps, name: string, ifMatch: string | undefined): Promise<void> {
  if (await deleteMenu(db, name, versionNamed(ifMatch))) return
  throw (await findMenu(db, name, true)) ? stale() : notFound()
}

/** The links as they are stored; before any menu is touched, so that it and a rename never wait for each other. */
async function linkRows(tx: Db, links: MenuContent['links']): Promise<LinkRow[]> {
  const named = (kind: 'category' | 'collection') => [
    ...new Set(links.flatMap((link) => (kind in link ? [(link as Record<string, string>)[kind]!] : [])))
  ]
  const kept = await keepTargets(tx, named('category'), named('collection'))
  const idOf = (ids: Record<string, string>, kind: string, slug: string) => {
    if (!Object.hasOwn(ids, slug)) throw new Problem(422, 'link-not-known', `There is no ${kind} ${slug} to lead to.`)
    return ids[slug]!
  }
  return links.map((link) => ({
    label: link.label ?? null,
    categoryId: 'category' in link ? idOf(kept.categories, 'category', link.category) : null,
    collectionId: 'collection' in link ? idOf(kept.collections, 'collection', link.collection) : null,
    url: 'url' in link ? link.url : null
  }))
}

const notFound = () => new Problem(404, 'not-found', 'There is no such menu.')
