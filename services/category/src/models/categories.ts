import type { Database } from '@lumora/kit/database'
import { sql, type Generated } from 'kysely'
import type { CategoryChange, NewCategory } from '../schemas/categories.ts'

export interface CategoryRow {
  id: string
  slug: string
  name: string
  description: string
  parentSlug: string | null
  position: number
  version: number
}

export interface Tables {
  categories: Omit<CategoryRow, 'id' | 'version'> & {
    id: Generated<string>
    version: Generated<number>
    updatedAt: Generated<string>
  }
}
export type Db = Database<Tables>

const columns = ['id', 'slug', 'name', 'description', 'parentSlug', 'position', 'version'] as const

/** All categories, in no order. */
export function findCategories(db: Db): Promise<CategoryRow[]> {
  return db.selectFrom('categories').select(columns).execute()
}

/** All categories, while nobody else can change the tree until this transaction ends. */
export async function holdCategories(tx: Db): Promise<CategoryRow[]> {
  await sql`lock table categories in share row exclusive mode`.execute(tx)
  return findCategories(tx)
}

export async function insertCategory(tx: Db, { description = '', ...row }: NewCategory): Promise<void> {
  await tx
    .insertInto('categories')
    .values({ ...row, description })
    .execute()
}

/** Adds the categories, or changes those with the same slug, in one statement. */
export async function saveCategories(tx: Db, items: NewCategory[]): Promise<void> {
  await sql`
    insert into categories ("slug", "name", "description", "parentSlug", "position")
    select "slug", "name", coalesce("description", ''), "parentSlug", "position"
    from json_to_recordset(${JSON.stringify(items)}::json) r("slug" text, "name" text, "description" text, "parentSlug" text, "position" int)
    on conflict ("slug") do update set "name" = excluded."name", "description" = excluded."description", "parentSlug" = excluded."parentSlug",
      "position" = excluded."position", "version" = categories."version" + 1, "updatedAt" = now()
    where (categories."name", categories."description", categories."parentSlug", categories."position")
      is distinct from (excluded."name", excluded."description", excluded."parentSlug", excluded."position")`.execute(
    tx
  )
}

/** Changes the category if it still has this version; false when it has not. */
export async function updateCategory(tx: Db, slug: string, version: number, change: CategoryChange): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('categories')
    .set((row) => ({ ...change, version: row('version', '+', 1), updatedAt: sql<string>`now()` }))
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function deleteCategory(tx: Db, slug: string): Promise<void> {
  await tx.deleteFrom('categories').where('slug', '=', slug).execute()
}
