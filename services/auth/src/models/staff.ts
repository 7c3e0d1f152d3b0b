import { sql } from 'kysely'
import type { AccountState, Roles, StaffMember } from '../schemas/staff.ts'
import { isEnrolled, rolesOfUser, type Db } from './users.ts'

/** Keeps everyone else from changing roles and states until the transaction ends, so that the last owner cannot go twice. */
export async function lockStaff(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7032)`.execute(tx)
}

/** How many owners can sign in. */
export async function countOwners(tx: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as "count"
    from "userRoles" join users on "id" = "userId" where "role" = 'owner' and "disabledAt" is null`.execute(tx)
  return rows[0]!.count
}

/** Sets the roles of a user, all at once. Returns the user's new version. */
export async function setRoles(tx: Db, userId: string, roles: string[]): Promise<number> {
  await sql`delete from "userRoles" where "userId" = ${userId} and "role" <> all(${roles}::text[])`.execute(tx)
  await sql`insert into "userRoles" ("userId", "role") select ${userId}::uuid, unnest(${roles}::text[])
    on conflict do nothing`.execute(tx)
  const { version } = await tx
    .updateTable('users')
    .set({ version: sql`"version" + 1` })
    .where('id', '=', userId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Says whether this member of staff needs a second factor. */
export async function setSecondFactorRule(tx: Db, userId: string, rule: 'required' | 'not-required'): Promise<void> {
  await tx.updateTable('users').set({ secondFactor: rule }).where('id', '=', userId).execute()
}

/** Disables a user or lets them in again. */
export async function setDisabled(tx: Db, userId: string, disabled: boolean): Promise<void> {
  await sql`update users set "disabledAt" = ${disabled ? sql`coalesce("disabledAt", now())` : null}, "version" = "version" + 1
    where "id" = ${userId}`.execute(tx)
}

/** Those of the names that are no role. */
export async function findUnknownRoles(db: Db, names: string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select "name" from unnest(${names}::text[]) as given("name")
    where not exists (select 1 from roles where roles."name" = given."name")`.execute(db)
  return rows.map(({ name }) => name)
}

/** The roles, and what each permits. */
export async function findRoles(db: Db): Promise<Roles['items']> {
  const { rows } = await sql<Roles['items'][number]>`select "name",
      array(select "permission" from "rolePermissions" where "role" = "name" order by "permission") as "permissions"
    from roles order by "name"`.execute(db)
  return rows
}

const lastUsedAt = sql<string | null>`(select max("lastUsedAt") from sessions where "userId" = users."id")`

/** Members of staff, the newest first. */
export function findStaff(db: Db, after: string | null, limit: number): Promise<StaffMember[]> {
  return db
    .selectFrom('users')
    .select([
      'id',
      'email',
      'name',
      'version',
      'disabledAt',
      rolesOfUser.as('roles'),
      sql<string>`case when ${isEnrolled} then 'enrolled' when "secondFactor" = 'required' then 'missing'
        else 'not-required' end`.as('secondFactor'),
      lastUsedAt.as('lastUsedAt')
    ])
    .where(sql<boolean>`exists (select 1 from "userRoles" where "userId" = users."id")`)
    .where(sql<boolean>`(${after}::uuid is null or "id" < ${after}::uuid)`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** How it stands with a user's account. */
export function findAccountState(db: Db, userId: string): Promise<AccountState | undefined> {
  return db
    .selectFrom('users')
    .select([
      'id',
      'email',
      'name',
      'createdAt',
      'emailVerifiedAt',
      'disabledAt',
      isEnrolled.as('secondFactorEnrolled'),
      sql<number>`(select count(*)::integer from sessions where "userId" = users."id")`.as('sessions')
    ])
    .where('id', '=', userId)
    .executeTakeFirst()
}

/** What these roles permit together. */
export async function findPermissions(db: Db, roles: string[]): Promise<string[]> {
  const { rows } = await sql<{ permission: string }>`select distinct "permission" from "rolePermissions"
    where "role" = any(${roles}::text[])`.execute(db)
  return rows.map(({ permission }) => permission)
}
