import { sql } from 'kysely'
import type { Db } from './users.ts'

/** The second factor of a user, confirmed or not, and how many recovery codes are left. */
export async function findSecondFactor(db: Db, userId: string) {
  return db
    .selectFrom('secondFactors')
    .select([
      'secret',
      'confirmedAt',
      sql<number>`(select count(*)::integer from "recoveryCodes" where "userId" = "secondFactors"."userId")`.as('codes')
    ])
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** Keeps a secret that is to be confirmed; false when the user has a confirmed one. */
export async function insertSecondFactor(db: Db, userId: string, secret: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into "secondFactors" ("userId", "secret") values (${userId}, ${secret})
    on conflict ("userId") do update set "secret" = excluded."secret", "createdAt" = now(), "lastStep" = 0
      where "secondFactors"."confirmedAt" is null`.execute(db)
  return numAffectedRows === 1n
}

/** Notes that the code of a time step is used: true once a step, for one of any number of callers, and never for an earlier step. */
export async function takeStep(tx: Db, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('secondFactors')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where('lastStep', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Makes the second factor count from now on, for this session too; the user's other sessions end. False when it counts already. */
export async function confirmSecondFactor(tx: Db, userId: string, sessionId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('secondFactors')
    .set({ confirmedAt: sql`now()` })
    .where('userId', '=', userId)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await sql`delete from sessions where "userId" = ${userId} and "id"::text <> ${sessionId}`.execute(tx)
  await sql`update sessions set "secondFactorAt" = now(), "provenAt" = now() where "userId" = ${userId}`.execute(tx)
  return true
}

/** Forgets a user's second factor and its recovery codes; what sessions had by it they lose. */
export async function deleteSecondFactor(tx: Db, userId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('secondFactors').where('userId', '=', userId).executeTakeFirst()
  await tx.updateTable('sessions').set({ secondFactorAt: null }).where('userId', '=', userId).execute()
  return numDeletedRows === 1n
}

/** Replaces a user's recovery codes. */
export async function setRecoveryCodes(tx: Db, userId: string, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('recoveryCodes').where('userId', '=', userId).execute()
  await sql`insert into "recoveryCodes" ("userId", "codeHash")
    select ${userId}::uuid, unnest(${hashes}::bytea[])`.execute(tx)
}

/** Uses a recovery code up: true for one of any number of callers. */
export async function takeRecoveryCode(tx: Db, userId: string, codeHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recoveryCodes')
    .where('userId', '=', userId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Begins a sign-in that waits 5 minutes for its second factor. */
export async function insertChallenge(db: Db, userId: string, tokenHash: Buffer): Promise<void> {
  await db.insertInto('signInChallenges').values({ userId, tokenHash }).execute()
}

/** Whose sign-in waits under this token. */
export async function findChallenge(db: Db, tokenHash: Buffer): Promise<string | undefined> {
  const found = await db
    .selectFrom('signInChallenges')
    .select('userId')
    .where('tokenHash', '=', tokenHash)
    .where(sql<boolean>`"expiresAt" > now()`)
    .executeTakeFirst()
  return found?.userId
}

/** Uses a challenge up: true for one of any number of callers. */
export async function takeChallenge(tx: Db, tokenHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('signInChallenges')
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Forgets the challenges that are over. */
export async function deleteOldChallenges(db: Db): Promise<void> {
  await sql`delete from "signInChallenges" where "expiresAt" < now()`.execute(db)
}
