import { sql } from 'kysely'
import type { CurrentSession } from '../schemas/sessions.ts'
import { permissionsOfUser, rolesOfUser, type Db } from './users.ts'

const isLive = sql<boolean>`"expiresAt" > now() and "lastUsedAt" > now() - interval '30 days'`

/** Begins a session of a user, known from then on by the hash of its token. */
export function insertSession(tx: Db, userId: string, tokenHash: Buffer): Promise<{ id: string; expiresAt: string }> {
  return tx
    .insertInto('sessions')
    .values({ userId, tokenHash })
    .returning(['id', 'expiresAt'])
    .executeTakeFirstOrThrow()
}

/** The live session of a token, and what its user may do: one statement, and a second at most once a minute, which notes its use. */
export async function useSession(db: Db, tokenHash: Buffer) {
  const session = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select([
      'sessions.id',
      'userId',
      rolesOfUser.as('roles'),
      permissionsOfUser.as('permissions'),
      sql<boolean>`"lastUsedAt" < now() - interval '1 minute'`.as('isUseToNote')
    ])
    .where('tokenHash', '=', tokenHash)
    .where(isLive)
    .executeTakeFirst()
  if (session?.isUseToNote) {
    await sql`update sessions set "lastUsedAt" = now()
      where "id" = ${session.id} and "lastUsedAt" < now() - interval '1 minute'`.execute(db)
  }
  return session
}

/** A user's live session by its id, which may be any text. */
export async function findSession(
  db: Db,
  userId: string,
  sessionId: string
): Promise<(CurrentSession['user'] & Omit<CurrentSession, 'user'>) | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select([
      'users.id',
      'email',
      'name',
      rolesOfUser.as('roles'),
      permissionsOfUser.as('permissions'),
      'sessions.id as sessionId',
      'expiresAt'
    ])
    .where('userId', '=', userId)
    .where(sql`sessions."id"::text`, '=', sessionId)
    .where(isLive)
    .executeTakeFirst()
}

/** Ends a user's session; one that has ended stays so. */
export async function deleteSession(db: Db, userId: string, sessionId: string): Promise<void> {
  await sql`delete from sessions where "userId" = ${userId} and "id"::text = ${sessionId}`.execute(db)
}

/** Forgets the sessions that have ended. */
export async function deleteEndedSessions(db: Db): Promise<void> {
  await sql`delete from sessions where not (${isLive})`.execute(db)
}
