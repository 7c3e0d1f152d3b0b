import { sql } from 'kysely'
import type { ListedMenu, Menu } from '../schemas/menus.ts'
import type { Db } from './categories.ts'
import { isActive } from './collections.ts'

/** A link as it is stored: what it leads to by id, or an address. */
export interface LinkRow {
  label: string | null
  categoryId: string | null
  collectionId: string | null
  url: string | null
}

/** At most `limit` menus by name after this one. */
export async function findMenus(db: Db, after: string, limit: number): Promise<ListedMenu[]> {
  const { rows } = await sql<ListedMenu>`select "name", "title", "version" from menus
    where "name" > ${after} order by "name" limit ${limit}`.execute(db)
  return rows
}

/** A menu with its links; those to collections that are not active now only when `all` are wanted. */
export async function findMenu(db: Db, name: string, all: boolean): Promise<Menu | undefined> {
  const { rows } = await sql<Menu>`
    select m."name", m."title", m."version", coalesce((
      select json_agg(json_build_object('label', coalesce(l."label", k."name", c."name"), 'ownLabel', l."label",
        'category', k."slug", 'collection', c."slug", 'url', l."url") order by l."place")
      from "menuLinks" l left join categories k on k."id" = l."categoryId" left join collections c on c."id" = l."collectionId"
      where l."menuId" = m."id" and (c."id" is null or ${all} or (${isActive}))
    ), '[]') as "links"
    from menus m where m."name" = ${name}`.execute(db)
  return rows[0]
}

export interface Targets {
  categories: Record<string, string>
  collections: Record<string, string>
}

/** The ids of categories and collections by their slugs, which cannot be renamed or removed until this transaction ends. */
export async function keepTargets(tx: Db, categories: string[], collections: string[]): Promise<Targets> {
  const { rows } = await sql<Targets>`
    with k as (select "id", "slug" from categories where "slug" = any(${categories}) order by "slug" for key share),
      c as (select "id", "slug" from collections where "slug" = any(${collections}) order by "slug" for key share)
    select coalesce((select json_object_agg(k."slug", k."id") from k), '{}') as "categories",
      coalesce((select json_object_agg(c."slug", c."id") from c), '{}') as "collections"`.execute(tx)
  return rows[0]!
}

/** Adds a menu without links; undefined when the name is taken. */
export async function insertMenu(tx: Db, name: string, title: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into menus ("name", "title") values (${name}, ${title})
    on conflict ("name") do nothing returning "id"`.execute(tx)
  return rows[0]?.id
}

/** Titles a menu and takes its links away, if it still has this version; undefined when it has not, or is not there. */
export async function emptyMenu(tx: Db, name: string, version: number, title: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with m as (
      update menus set "title" = ${title}, "version" = "version" + 1, "updatedAt" = now()
      where "name" = ${name} and "version" = ${version} returning "id"
    ), gone as (delete from "menuLinks" using m where "menuId" = m."id")
    select "id" from m`.execute(tx)
  return rows[0]?.id
}

/** Adds the links of a menu in their order, in one statement. */
export async function insertLinks(tx: Db, menuId: string, links: LinkRow[]): Promise<void> {
  await sql`
    insert into "menuLinks" ("menuId", "place", "label", "categoryId", "collectionId", "url")
    select ${menuId}, "place", "label", "categoryId", "collectionId", "url"
    from json_to_recordset(${JSON.stringify(links.map((link, place) => ({ ...link, place })))}::json)
      r("place" int, "label" text, "categoryId" uuid, "collectionId" uuid, "url" text)`.execute(tx)
}

/** Removes the menu if it still has this version; false when it has not, or is not there. */
export async function deleteMenu(tx: Db, name: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from menus where "name" = ${name} and "version" = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** The names of the menus that lead to this collection. */
export async function findMenusOf(tx: Db, collectionId: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select distinct m."name" from "menuLinks" l join menus m on m."id" = l."menuId"
    where l."collectionId" = ${collectionId} order by m."name"`.execute(tx)
  return rows.map(({ name }) => name)
}

/** What leads to this category: the names of menus and the slugs of collections. Nothing else can begin to until this transaction ends. */
export async function findUses(tx: Db, slug: string): Promise<{ menus: string[]; collections: string[] }> {
  const { rows: held } = await sql<{ id: string }>`
    select "id" from categories where "slug" = ${slug} for update`.execute(tx)
  const id = held[0]?.id ?? null
  const { rows } = await sql<{ menus: string[]; collections: string[] }>`select
    array(select distinct m."name" from "menuLinks" l join menus m on m."id" = l."menuId" where l."categoryId" = ${id} order by 1) as "menus",
    array(select "slug" from collections where "categoryId" = ${id} order by 1) as "collections"`.execute(tx)
  return rows[0]!
}
