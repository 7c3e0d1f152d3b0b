import { forgetTraces, type Erased } from '@lumora/kit/people'
import { sql } from 'kysely'
import type { Db } from './users.ts'

/** A person's account and its sessions; neither credentials nor tokens. */
export async function collectUser(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ account: unknown; sessions: unknown[] }>`
    select json_build_object('email', u."email", 'name', u."name", 'createdAt', u."createdAt") as "account", (
        select coalesce(json_agg(json_build_object('createdAt', s."createdAt", 'lastUsedAt', s."lastUsedAt",
          'expiresAt', s."expiresAt") order by s."id"), '[]') from sessions s where s."userId" = u."id") as "sessions"
    from users u where u."id" = ${userId}`.execute(db)
  return { ...rows[0] }
}

/** Deletes a person's account with its credentials and sessions, so that nobody is signed in to it any more. */
export function eraseUser(db: Db, userId: string): Promise<Erased[]> {
  return db.transaction().execute(async (tx) => {
    const sessions = await sql`delete from sessions where "userId" = ${userId}`.execute(tx)
    const accounts = await sql`delete from users where "id" = ${userId}`.execute(tx)
    await forgetTraces(tx, userId)
    return [
      { what: 'sessions', count: Number(sessions.numAffectedRows ?? 0n), how: 'deleted' },
      { what: 'accounts', count: Number(accounts.numAffectedRows ?? 0n), how: 'deleted' }
    ]
  })
}
