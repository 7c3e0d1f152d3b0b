import { sql } from 'kysely'
import type { CurrentSession, Sessions } from '../schemas/sessions.ts'
import { permissionsOfUser, rolesOfUser, type Db } from './users.ts'

const isLive = sql<boolean>`"expiresAt" > now() and "lastUsedAt" > now() - interval '30 days' and exists
  (select 1 from users where users."id" = sessions."userId" and users."disabledAt" is null)`

/** Whether the user in the row `users` may act as staff in the session in the row `sessions`. */
const isTrusted = (secondFactorNeeded: boolean) =>
  sql<boolean>`(${!secondFactorNeeded}::boolean or users."secondFactor" = 'not-required'
    or sessions."secondFactorAt" is not null)`

export interface NewSession {
  userId: string
  tokenHash: Buffer
  device: string
  network: string
  /** The place that it was begun from. */
  placeKey: string
  /** Whether it began with a second factor. */
  twice: boolean
}

/** Begins a session of a user, known from then on by the hash of its token. To begin one is to prove who one is. */
export function insertSession(tx: Db, { twice, ...session }: NewSession): Promise<{ id: string; expiresAt: string }> {
  return tx
    .insertInto('sessions')
    .values({ ...session, provenAt: sql`now()`, secondFactorAt: twice ? sql`now()` : null })
    .returning(['id', 'expiresAt'])
    .executeTakeFirstOrThrow()
}

/** The live session of a token, and what its user may do: one statement, and a second at most once a minute, which notes its use. */
export async function useSession(db: Db, tokenHash: Buffer, secondFactorNeeded: boolean) {
  const session = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select([
      'sessions.id',
      'userId',
      rolesOfUser.as('roles'),
      permissionsOfUser.as('permissions'),
      isTrusted(secondFactorNeeded).as('trusted'),
      sql<number>`coalesce(floor(extract(epoch from "provenAt")), 0)::bigint`.as('provenAt'),
      sql<boolean>`"lastUsedAt" < now() - interval '1 minute'`.as('isUseToNote')
    ])
    .where('tokenHash', '=', tokenHash)
    .where(isLive)
    .executeTakeFirst()
  if (session?.isUseToNote) {
    await sql`
      with used as (update sessions set "lastUsedAt" = now()
        where "id" = ${session.id} and "lastUsedAt" < now() - interval '1 minute' returning "placeKey")
      update places set "lastUsedAt" = now() from used
      where "key" = "placeKey" and places."lastUsedAt" < now() - interval '1 day'`.execute(db)
  }
  return session
}

type Found = CurrentSession['user'] & Omit<CurrentSession, 'user' | 'secondFactorNeeded'> & { trusted: boolean }

/** A user's live session by its id, which may be any text. */
export async function findSession(
  db: Db,
  userId: string,
  sessionId: string,
  secondFactorNeeded: boolean
): Promise<Found | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select([
      'users.id',
      'email',
      'name',
      'emailVerifiedAt',
      rolesOfUser.as('roles'),
      permissionsOfUser.as('permissions'),
      isTrusted(secondFactorNeeded).as('trusted'),
      'provenAt',
      'sessions.id as sessionId',
      'expiresAt'
    ])
    .where('userId', '=', userId)
    .where(sql`sessions."id"::text`, '=', sessionId)
    .where(isLive)
    .executeTakeFirst()
}

/** A user's live sessions, the last used first. */
export function findSessions(db: Db, userId: string, currentId: string): Promise<Sessions['items']> {
  return db
    .selectFrom('sessions')
    .select([
      'id',
      'device',
      'network',
      'createdAt',
      'lastUsedAt',
      sql<boolean>`"id"::text = ${currentId}`.as('current')
    ])
    .where('userId', '=', userId)
    .where(isLive)
    .orderBy('lastUsedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

/** Notes that who holds the session has just proved to be its user; with a second factor, that too. Undefined when it has ended. */
export function setProven(tx: Db, userId: string, sessionId: string, twice: boolean) {
  return tx
    .updateTable('sessions')
    .set({ provenAt: sql`now()`, ...(twice ? { secondFactorAt: sql`now()` } : {}) })
    .where('userId', '=', userId)
    .where(sql`"id"::text`, '=', sessionId)
    .returning(sql<string>`"provenAt"`.as('provenAt'))
    .executeTakeFirst()
}

/** Ends a user's session; one that has ended stays so. */
export async function deleteSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from sessions where "userId" = ${userId} and "id"::text = ${sessionId}`.execute(db)
  return numAffectedRows === 1n
}

/** Ends a user's sessions but one. */
export async function deleteOtherSessions(db: Db, userId: string, keptId: string): Promise<void> {
  await sql`delete from sessions where "userId" = ${userId} and "id"::text <> ${keptId}`.execute(db)
}

/** Forgets the sessions that have ended. */
export async function deleteEndedSessions(db: Db): Promise<void> {
  await sql`delete from sessions where not (${isLive})`.execute(db)
}
