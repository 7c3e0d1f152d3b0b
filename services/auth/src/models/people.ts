import { forgetTraces, type Erased } from '@lumora/kit/people'
import { sql } from 'kysely'
import type { Db } from './users.ts'

/** A person's account and its sessions; neither credentials nor tokens. */
export async function collectUser(db: Db, userId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ account: unknown; sessions: unknown[] }>`
    select json_build_object('email', u."email", 'emailVerifiedAt', u."emailVerifiedAt", 'name', u."name",
        'createdAt', u."createdAt", 'roles', array(select "role" from "userRoles" where "userId" = u."id" order by "role"),
        'secondFactorSince', (select "confirmedAt" from "secondFactors" where "userId" = u."id")) as "account", (
        select coalesce(json_agg(json_build_object('device', s."device", 'network', s."network", 'createdAt', s."createdAt",
          'lastUsedAt', s."lastUsedAt", 'expiresAt', s."expiresAt") order by s."id"), '[]') from sessions s where s."userId" = u."id") as "sessions"
    from users u where u."id" = ${userId}`.execute(db)
  return { ...rows[0] }
}

/** Deletes a person's account with its credentials, second factor, links, invitations and sessions, so that nobody is signed in to it any more. */
export async function eraseUser(tx: Db, userId: string): Promise<Erased[]> {
  await sql`delete from invitations where "email" = (
    select "email" from users where "id" = ${userId} and "emailVerifiedAt" is not null)`.execute(tx)
  const sessions = await sql`delete from sessions where "userId" = ${userId}`.execute(tx)
  const accounts = await sql`delete from users where "id" = ${userId}`.execute(tx)
  await forgetTraces(tx, userId)
  return [
    { what: 'sessions', count: Number(sessions.numAffectedRows ?? 0n), how: 'deleted' },
    { what: 'accounts', count: Number(accounts.numAffectedRows ?? 0n), how: 'deleted' }
  ]
}
