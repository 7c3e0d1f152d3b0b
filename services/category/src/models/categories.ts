import type { Database } from '@lumora/kit/database'
import { sql, type Generated } from 'kysely'
import type { CategoryChange, ImportedCategory, NewCategory, Picture, Seo } from '../schemas/categories.ts'

/** What the tree is made of. */
export interface Branch {
  slug: string
  parentSlug: string | null
}

export interface ListedRow extends Branch {
  id: string
  name: string
  description: string
  position: number
  pictures: Picture[]
  /** How many designs of it, and of those in it, can be bought. */
  designs: number
}

export interface CategoryRow extends ListedRow {
  version: number
  seo: Seo
  facets: string[] | null
  sizeChart: 'ring' | 'bangle' | 'chain' | 'none' | null
  taxClass: string | null
  leadTimeDays: number | null
}

type Written = Omit<CategoryRow, 'id' | 'version' | 'seo' | 'pictures' | 'designs'>
export interface Tables {
  categories: Written & {
    id: Generated<string>
    version: Generated<number>
    seo: Generated<string>
    pictures: Generated<string>
    updatedAt: Generated<string>
  }
  formerSlugs: { kind: 'category' | 'collection'; slug: string; ownerId: string }
}
export type Db = Database<Tables>

const listed = sql`c."id", c."slug", c."name", c."description", c."parentSlug", c."position", c."pictures",
  coalesce((select n."designs" from "designCounts" n where n."slug" = c."slug"), 0) as "designs"`
const columns = sql`${listed}, c."version", c."seo", c."facets", c."sizeChart", c."taxClass", c."leadTimeDays"`

/** The version of the tree, and all categories in no order unless it is the `known` one. */
export async function findCategories(
  db: Db,
  known: string | null
): Promise<{ version: string; rows: ListedRow[] | null }> {
  const { rows } = await sql<{ version: string; rows: ListedRow[] | null }>`
    select t."version", case when t."version" is distinct from ${known}::uuid then
      coalesce((select json_agg(r) from (select ${listed} from categories c) r), '[]') end as "rows"
    from "treeVersion" t`.execute(db)
  return rows[0]!
}

/** The way from the root to a category, that one as the last; then those in it, in their order. */
export async function findFamily(db: Db, slug: string): Promise<{ way: CategoryRow[]; children: CategoryRow[] }> {
  const { rows } = await sql<CategoryRow & { height: number }>`
    with recursive way as (
      select ${columns}, 0 as "height" from categories c where c."slug" = ${slug}
      union all
      select ${columns}, way."height" + 1 from way join categories c on c."slug" = way."parentSlug"
    )
    select * from way
    union all select ${columns}, -1 from categories c where c."parentSlug" = ${slug}
    order by "height" desc, "position", "slug"`.execute(db)
  return { way: rows.filter(({ height }) => height >= 0), children: rows.filter(({ height }) => height < 0) }
}

/** The slug that what once had this slug has now. */
export async function findNewSlug(
  db: Db,
  kind: Tables['formerSlugs']['kind'],
  slug: string
): Promise<string | undefined> {
  const table = sql.table(kind === 'category' ? 'categories' : 'collections')
  const { rows } = await sql<{
    slug: string
  }>`select o."slug" from "formerSlugs" f join ${table} o on o."id" = f."ownerId"
    where f."kind" = ${kind} and f."slug" = ${slug}`.execute(db)
  return rows[0]?.slug
}

/** The whole tree, while nobody else can change it until this transaction ends. */
export async function holdTree(tx: Db): Promise<Branch[]> {
  await sql`lock table categories in share row exclusive mode`.execute(tx)
  return tx.selectFrom('categories').select(['slug', 'parentSlug']).execute()
}

export async function insertCategory(tx: Db, { description = '', ...row }: NewCategory): Promise<void> {
  await tx
    .insertInto('categories')
    .values({ facets: null, sizeChart: null, taxClass: null, leadTimeDays: null, ...stored(row), description })
    .execute()
}

/** Adds the categories, or changes those with the same slug, in one statement. */
export async function saveCategories(tx: Db, items: ImportedCategory[]): Promise<void> {
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

/** Changes the category if it still has this version; false when it has not. Those in it go with it, wherever and however it is called. */
export async function updateCategory(tx: Db, slug: string, version: number, change: CategoryChange): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('categories')
    .set((row) => ({ ...stored(change), version: row('version', '+', 1), updatedAt: sql<string>`now()` }))
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Removes the category if it still has this version; false when it has not. */
export async function deleteCategory(tx: Db, slug: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('categories')
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Documents as the driver takes them. */
function stored<T extends { seo?: Seo; pictures?: Picture[] }>({ seo, pictures, ...rest }: T) {
  return {
    ...rest,
    ...(seo ? { seo: JSON.stringify(seo) } : {}),
    ...(pictures ? { pictures: JSON.stringify(pictures) } : {})
  }
}
