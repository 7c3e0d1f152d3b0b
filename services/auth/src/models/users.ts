import type { Database } from '@lumora/kit/database'
import { sql, type Generated } from 'kysely'
import type { User } from '../schemas/users.ts'

export type Purpose = 'verify-email' | 'reset-password' | 'change-email'

export interface Tables {
  users: {
    id: Generated<string>
    email: string
    name: string
    createdAt: Generated<string>
    emailVerifiedAt: string | null
    disabledAt: string | null
    version: Generated<number>
    secondFactor: Generated<'required' | 'not-required'>
  }
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
    device: string
    network: string
    provenAt: string | null
    secondFactorAt: string | null
    placeKey: string | null
  }
  places: { key: string; userId: string; lastUsedAt: Generated<string> }
  emailLinks: {
    tokenHash: Buffer
    userId: string
    purpose: Purpose
    email: string
    createdAt: Generated<string>
    expiresAt: string
  }
  secondFactors: {
    userId: string
    secret: Buffer
    lastStep: Generated<number>
    createdAt: Generated<string>
    confirmedAt: string | null
  }
  recoveryCodes: { userId: string; codeHash: Buffer }
  signInChallenges: { tokenHash: Buffer; userId: string; expiresAt: Generated<string> }
  invitations: {
    id: Generated<string>
    email: string
    roles: string[]
    tokenHash: Buffer
    invitedBy: string
    createdAt: Generated<string>
    expiresAt: Generated<string>
  }
  auditEntries: {
    seq: number
    at: string
    actor: string
    action: string
    object: string
    before: string | null
    after: string | null
    network: string
    requestId: string
    previousHash: Buffer
    hash: Buffer
  }
  auditHead: { seq: number; hash: Buffer }
  signInTries: { key: string; count: number; rounds: number; endsAt: string }
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

/** Whether the user in the row `users` signs in with a second factor. */
export const isEnrolled = sql<boolean>`exists (select 1 from "secondFactors"
  where "userId" = users."id" and "confirmedAt" is not null)`

export interface NewAccount {
  email: string
  name: string
  passwordHash: string
}

/** Inserts a user with the hash of the password, whose e-mail proves nothing yet, so that others may begin with the same. */
export async function insertUser(tx: Db, { email, name, passwordHash }: NewAccount): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with saved as (insert into users ("email", "name") values (${email}, ${name}) returning "id"),
      credential as (insert into credentials ("userId", "passwordHash") select "id", ${passwordHash} from saved)
    select "id" from saved`.execute(tx)
  return rows[0]!.id
}

/** Inserts a user whose e-mail is known to be theirs; undefined when it is another's. */
export async function insertConfirmedUser(
  tx: Db,
  { email, name, passwordHash }: NewAccount
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with saved as (insert into users ("email", "name", "emailVerifiedAt") values (${email}, ${name}, now())
        on conflict ("email") where "emailVerifiedAt" is not null do nothing returning "id"),
      credential as (insert into credentials ("userId", "passwordHash") select "id", ${passwordHash} from saved)
    select "id" from saved`.execute(tx)
  return rows[0]?.id
}

export type Credential = User & { passwordHash: string; disabledAt: string | null; enrolled: boolean; version: number }

const credentials = (db: Db) =>
  db
    .selectFrom('users')
    .innerJoin('credentials', 'credentials.userId', 'users.id')
    .select([
      'users.id',
      'email',
      'name',
      'emailVerifiedAt',
      'disabledAt',
      'version',
      'passwordHash',
      rolesOfUser.as('roles'),
      isEnrolled.as('enrolled')
    ])

/** The user who has shown this e-mail to be theirs, with the hash of the password. */
export const findCredential = (db: Db, email: string): Promise<Credential | undefined> =>
  credentials(db).where('email', '=', email).where('emailVerifiedAt', 'is not', null).executeTakeFirst()

/** Of those who have only said that the e-mail is theirs the one who said so last. */
export const findUnconfirmed = (db: Db, email: string): Promise<Credential | undefined> =>
  credentials(db)
    .where('email', '=', email)
    .where('emailVerifiedAt', 'is', null)
    .where('disabledAt', 'is', null)
    .orderBy('users.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The user with this id, with the hash of the password. */
export const findCredentialById = (db: Db, userId: string): Promise<Credential | undefined> =>
  credentials(db).where('users.id', '=', userId).executeTakeFirst()

/** Keeps everyone else from changing this user until the transaction ends. */
export async function lockUser(tx: Db, userId: string): Promise<void> {
  await sql`select 1 from users where "id" = ${userId} for update`.execute(tx)
}

/** Sets another password; all that began with the one before ends: sessions but the one to keep, sign-ins half made, links mailed. */
export async function setPassword(tx: Db, userId: string, passwordHash: string, keptSessionId = ''): Promise<void> {
  await tx
    .updateTable('credentials')
    .set({ passwordHash, changedAt: sql`now()` })
    .where('userId', '=', userId)
    .execute()
  await endAll(tx, userId, keptSessionId)
}

/** Ends a user's sessions but the one to keep, sign-ins half made, and the links that were mailed for a new password or e-mail. */
export async function endAll(tx: Db, userId: string, keptSessionId = ''): Promise<void> {
  await sql`delete from sessions where "userId" = ${userId} and "id"::text <> ${keptSessionId}`.execute(tx)
  await tx.deleteFrom('signInChallenges').where('userId', '=', userId).execute()
  await tx.deleteFrom('emailLinks').where('userId', '=', userId).where('purpose', '<>', 'verify-email').execute()
}

/** Notes that the user holds the mailbox of `email`, which becomes theirs if it was not. */
export function setVerifiedEmail(
  tx: Db,
  userId: string,
  email: string
): Promise<{ version: number; verifiedAt: string }> {
  return tx
    .updateTable('users')
    .set({ email, emailVerifiedAt: sql`now()`, version: sql`"version" + 1` })
    .where('id', '=', userId)
    .returning(['version', sql<string>`"emailVerifiedAt"`.as('verifiedAt')])
    .executeTakeFirstOrThrow()
}

/** Ends the links for a new password, as the mailbox that they went to is no longer the user's. */
export async function endResetLinks(tx: Db, userId: string): Promise<void> {
  await tx.deleteFrom('emailLinks').where('userId', '=', userId).where('purpose', '<>', 'change-email').execute()
}

/**
 * Forgets accounts that were begun more than 30 days ago with an e-mail that another account has confirmed, and whose sessions
 * have all ended: nobody can reach them any more. Ended at the confirmation, they would tell who began one that it happened.
 */
export async function deleteUnreachable(db: Db): Promise<void> {
  await sql`delete from users u where "emailVerifiedAt" is null and "createdAt" < now() - interval '30 days'
    and exists (select from users o where o."email" = u."email" and o."emailVerifiedAt" is not null)
    and not exists (select from sessions s where s."userId" = u."id")`.execute(db)
}

/** Sets the name. */
export async function setName(tx: Db, userId: string, name: string): Promise<void> {
  await tx.updateTable('users').set({ name }).where('id', '=', userId).execute()
}
