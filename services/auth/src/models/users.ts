import type { Database } from '@lumora/kit/database'
import { sql, type Generated } from 'kysely'
import type { User } from '../schemas/users.ts'

export interface Tables {
  users: { id: Generated<string>; email: string; name: string; createdAt: Generated<string> }
  credentials: { userId: string; passwordHash: string; changedAt: Generated<string> }
  roles: { name: string }
  rolePermissions: { role: string; permission: string }
  userRoles: { userId: string; role: string }
  sessions: {
    id: Generated<string>
    userId: string
    tokenHash: Buffer
    createdAt: Generated<string>
    lastUsedAt: Generated<string>
    expiresAt: Generated<string>
  }
  signInTries: { key: string; count: number; endsAt: string }
  signingKeys: {
    kid: string
    publicJwk: unknown
    privateKey: Buffer | null
    state: 'next' | 'current' | 'retired'
    createdAt: Generated<string>
    retiredAt: string | null
  }
}
export type Db = Database<Tables>

/** The roles of the user in the row `users`. */
export const rolesOfUser = sql<
  string[]
>`array(select "role" from "userRoles" where "userId" = users."id" order by "role")`

/** What the user in the row `users` may do. */
export const permissionsOfUser = sql<string[]>`array(select distinct "permission"
  from "userRoles" join "rolePermissions" using ("role") where "userId" = users."id" order by "permission")`

/** Inserts a user with the hash of the password; undefined when the e-mail already has one. */
export async function insertUser(
  tx: Db,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string }
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with saved as (insert into users ("email", "name") values (${email}, ${name}) on conflict ("email") do nothing returning "id"),
      credential as (insert into credentials ("userId", "passwordHash") select "id", ${passwordHash} from saved)
    select "id" from saved`.execute(tx)
  return rows[0]?.id
}

/** The user with this e-mail, with the hash of the password. */
export function findCredential(db: Db, email: string): Promise<(User & { passwordHash: string }) | undefined> {
  return db
    .selectFrom('users')
    .innerJoin('credentials', 'credentials.userId', 'users.id')
    .select(['users.id', 'email', 'name', 'passwordHash', rolesOfUser.as('roles')])
    .where('email', '=', email)
    .executeTakeFirst()
}

/** Sets another password; the sessions that began with the one before end. */
export async function setPassword(tx: Db, userId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('credentials')
    .set({ passwordHash, changedAt: sql`now()` })
    .where('userId', '=', userId)
    .execute()
  await tx.deleteFrom('sessions').where('userId', '=', userId).execute()
}

/** Sets name and roles of a user, all at once. */
export async function setStaff(tx: Db, userId: string, name: string, roles: string[]): Promise<void> {
  await tx.updateTable('users').set({ name }).where('id', '=', userId).execute()
  await sql`delete from "userRoles" where "userId" = ${userId} and "role" <> all(${roles}::text[])`.execute(tx)
  await sql`insert into "userRoles" ("userId", "role") select ${userId}::uuid, unnest(${roles}::text[])
    on conflict do nothing`.execute(tx)
}

/** Those of the names that are no role. */
export async function findUnknownRoles(db: Db, names: string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select "name" from unnest(${names}::text[]) as given("name")
    where not exists (select 1 from roles where roles."name" = given."name")`.execute(db)
  return rows.map(({ name }) => name)
}
