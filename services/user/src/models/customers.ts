import { sql } from 'kysely'
import type { Access, Group, NewGroup, Note } from '../schemas/customers.ts'
import { tellChanged, type Db } from './profiles.ts'

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export interface CustomerRow {
  id: string
  name: string | null
  email: string | null
  emailVerifiedAt: string | null
  groups: string[]
  createdAt: string
}

const groupsOf = sql`array(select m."groupSlug" from customer_group_members m where m."userId" = p."id" order by 1)`
const beginsWith = (text: string) => `${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** At most `limit` customers before the one with this id, the newest first, whose name or e-mail begins so, of a group. */
export async function findCustomers(
  db: Db,
  { q, group }: { q?: string; group?: string },
  beforeId: string | null,
  limit: number
): Promise<CustomerRow[]> {
  const begins = q === undefined ? null : beginsWith(q)
  const { rows } = await sql<CustomerRow>`
    select p."id", p."name", p."email", p."emailVerifiedAt", p."createdAt", ${groupsOf} as "groups" from profiles p
    where p."erasedAt" is null and p."id" < ${beforeId ?? lastId}
      ${begins === null ? sql`` : sql`and (lower(p."email") like ${begins} or lower(p."name") like ${begins})`}
      ${group === undefined ? sql`` : sql`and exists (select from customer_group_members m where m."userId" = p."id" and m."groupSlug" = ${group})`}
    order by p."id" desc limit ${limit}`.execute(db)
  return rows
}

/** The groups that a customer is in; undefined when there is no such customer. */
export async function findGroupsOf(db: Db, userId: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ groups: string[] }>`
    select ${groupsOf} as "groups" from profiles p where p."id" = ${userId} and p."erasedAt" is null`.execute(db)
  return rows[0]?.groups
}

/** Notes that a member of staff looks at something of a customer; false when there is no such customer. */
export async function insertAccess(db: Db, userId: string, staffId: string, what: string): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into customer_accesses ("userId", "staffId", "what")
    select "id", ${staffId}::uuid, ${what} from profiles where "id" = ${userId} and "erasedAt" is null`.execute(db)
  return numAffectedRows === 1n
}

/** At most `limit` looks at a customer before the one with this id, the newest first. */
export async function findAccesses(db: Db, userId: string, beforeId: string | null, limit: number): Promise<Access[]> {
  const { rows } = await sql<Access>`select "id", "staffId", "what", "at" from customer_accesses
    where "userId" = ${userId} and "id" < ${beforeId ?? lastId} order by "id" desc limit ${limit}`.execute(db)
  return rows
}

/** Adds a note on a customer; undefined when there is no such customer. */
export async function insertNote(tx: Db, userId: string, writtenBy: string, text: string): Promise<Note | undefined> {
  const { rows } = await sql<Note>`insert into customer_notes ("userId", "writtenBy", "text")
    select "id", ${writtenBy}::uuid, ${text} from profiles where "id" = ${userId} and "erasedAt" is null for share
    returning "id", "text", "writtenBy", "at"`.execute(tx)
  return rows[0]
}

/** At most `limit` notes on a customer before the one with this id, the newest first. */
export async function findNotes(db: Db, userId: string, beforeId: string | null, limit: number): Promise<Note[]> {
  const { rows } = await sql<Note>`select "id", "text", "writtenBy", "at" from customer_notes
    where "userId" = ${userId} and "id" < ${beforeId ?? lastId} order by "id" desc limit ${limit}`.execute(db)
  return rows
}

const groupColumns = sql`g."slug", g."name", g."description", g."createdAt",
  (select count(*) from customer_group_members m where m."groupSlug" = g."slug") as "memberCount"`

/** All customer groups. */
export async function findGroups(db: Db): Promise<Group[]> {
  const { rows } = await sql<Group>`select ${groupColumns} from customer_groups g order by g."slug"`.execute(db)
  return rows
}

/** Makes a group, or describes it anew. */
export async function saveGroup(db: Db, slug: string, { name, description }: NewGroup): Promise<Group> {
  const { rows } = await sql<Group>`
    insert into customer_groups as g ("slug", "name", "description") values (${slug}, ${name}, ${description})
    on conflict ("slug") do update set "name" = excluded."name", "description" = excluded."description"
    returning ${groupColumns}`.execute(db)
  return rows[0]!
}

/** Removes a group that nobody is in; false when there is no such group, or when somebody is in it. */
export async function deleteGroup(db: Db, slug: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from customer_groups g where g."slug" = ${slug}
    and not exists (select from customer_group_members m where m."groupSlug" = g."slug")`.execute(db)
  return numAffectedRows === 1n
}

/** Those of the names that are no group. */
export async function findUnknownGroups(db: Db, slugs: string[]): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`select "slug" from unnest(${slugs}::text[]) as given("slug")
    where not exists (select from customer_groups g where g."slug" = given."slug")`.execute(db)
  return rows.map(({ slug }) => slug)
}

/** Sets the groups that a customer is in, all at once, and tells the others when they are not what they were. */
export async function setGroups(tx: Db, userId: string, slugs: string[]): Promise<void> {
  const left = await sql`
    delete from customer_group_members where "userId" = ${userId} and "groupSlug" <> all(${slugs}::text[])`.execute(tx)
  const joined = await sql`
    insert into customer_group_members ("userId", "groupSlug") select ${userId}::uuid, unnest(${slugs}::text[])
    on conflict do nothing`.execute(tx)
  if (!left.numAffectedRows && !joined.numAffectedRows) return
  await sql`update profiles set "version" = "version" + 1, "updatedAt" = now() where "id" = ${userId}`.execute(tx)
  await tellChanged(tx, userId)
}
