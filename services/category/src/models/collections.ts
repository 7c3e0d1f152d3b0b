import { sql, type RawBuilder } from 'kysely'
import type { Collection, CollectionChange, CollectionPage, NewCollection } from '../schemas/collections.ts'
import type { Db } from './categories.ts'

/** A collection with the present slug of the category that its rule names. */
export type CollectionRow = Omit<CollectionPage, 'query'> & { categorySlug: string | null }

export const isActive = sql`(c."activeFrom" is null or c."activeFrom" <= now()) and (c."activeTo" is null or c."activeTo" > now())`
const listed = sql`c."id", c."slug", c."name", c."description", c."position", c."pictures", c."activeFrom", c."activeTo", (${isActive}) as "active"`
const page = sql`${listed}, c."seo", c."designs", c."rule", c."version",
  (select k."slug" from categories k where k."id" = c."categoryId") as "categorySlug"`

/** At most `limit` collections by position after this place; only those active now unless `all`. */
export async function findCollections(
  db: Db,
  { all, after, limit }: { all: boolean; after: [position: number, id: string] | null; limit: number }
): Promise<Collection[]> {
  const [position, id] = after ?? [-1, '00000000-0000-0000-0000-000000000000']
  const { rows } = await sql<Collection>`select ${listed} from collections c
    where (${all} or (${isActive})) and (c."position", c."id") > (${position}, ${id}::uuid)
    order by c."position", c."id" limit ${limit}`.execute(db)
  return rows
}

/** A collection, unless it is not active now and not `all` are wanted. */
export async function findCollection(db: Db, slug: string, all: boolean): Promise<CollectionRow | undefined> {
  const { rows } = await sql<CollectionRow>`select ${page} from collections c
    where c."slug" = ${slug} and (${all} or (${isActive}))`.execute(db)
  return rows[0]
}

/** The category of this slug, which cannot be renamed or removed until this transaction ends; undefined when there is none. */
export async function keepCategory(tx: Db, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select "id" from categories where "slug" = ${slug} for key share`.execute(
    tx
  )
  return rows[0]?.id
}

/** Adds a collection; undefined when the slug is taken. */
export async function insertCollection(
  tx: Db,
  { slug, name, description, position, seo, pictures, designs, rule, activeFrom, activeTo }: NewCollection,
  categoryId: string | null
): Promise<CollectionRow | undefined> {
  const { rows } = await sql<CollectionRow>`
    with c as (
      insert into collections ("slug", "name", "description", "position", "seo", "pictures", "designs", "rule", "categoryId", "activeFrom", "activeTo")
      values (${slug}, ${name}, ${description ?? ''}, ${position ?? 0}, ${JSON.stringify(seo ?? { title: null, description: null })},
        ${JSON.stringify(pictures ?? [])}, ${designs ?? null}, ${rule ? JSON.stringify(rule) : null}, ${categoryId}, ${activeFrom ?? null}, ${activeTo ?? null})
      on conflict ("slug") do nothing returning *
    ) select ${page} from c`.execute(tx)
  return rows[0]
}

/** Changes the collection if it still has this version; undefined when it has not, or is not there. Designs take the place of a rule, and a rule of designs. */
export async function updateCollection(
  tx: Db,
  slug: string,
  version: number,
  { seo, pictures, designs, rule, ...change }: CollectionChange,
  categoryId: string | null
): Promise<CollectionRow | undefined> {
  const values: Record<string, unknown> = {
    ...change,
    ...(seo ? { seo: JSON.stringify(seo) } : {}),
    ...(pictures ? { pictures: JSON.stringify(pictures) } : {}),
    ...(designs || rule ? { designs: designs ?? null, rule: rule ? JSON.stringify(rule) : null, categoryId } : {})
  }
  const sets: RawBuilder<unknown>[] = Object.entries(values).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`
  )
  const { rows } = await sql<CollectionRow>`
    with c as (
      update collections set ${sql.join([...sets, sql`"version" = "version" + 1`, sql`"updatedAt" = now()`])}
      where "slug" = ${slug} and "version" = ${version} returning *
    ) select ${page} from c`.execute(tx)
  return rows[0]
}

/** The version of a collection, which nobody can link to or change until this transaction ends. */
export async function holdCollection(tx: Db, slug: string): Promise<{ id: string; version: number } | undefined> {
  const { rows } = await sql<{ id: string; version: number }>`
    select "id", "version" from collections where "slug" = ${slug} for update`.execute(tx)
  return rows[0]
}

export async function deleteCollection(tx: Db, id: string): Promise<void> {
  await sql`delete from collections where "id" = ${id}`.execute(tx)
}
